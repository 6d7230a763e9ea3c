"""How the words between marks are attributed, by patterns over tokens.

They are tried in the order in which the French press uses them: the verb and subject right after the
marks, an incise inside them, a source (*selon*), a colon, a verb before partial words. Parts of speech
are not trusted beside quotation marks, where parsers fail; forms of reporting verbs are.
"""

from collections.abc import Sequence

from articles.analysis.quotes.attribution.after_marks import after
from articles.analysis.quotes.attribution.before_marks import before, colon
from articles.analysis.quotes.attribution.cues import Attribution
from articles.analysis.quotes.attribution.incises import incise
from articles.analysis.quotes.attribution.sources import source
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.tokens import Words


def attribution_of(words: Words, stretch: Stretch, others: Sequence[Stretch]) -> Attribution | None:
    """How the words of `stretch` are attributed in and around its sentences, or None.

    `others` are the stretches that do not hold this one: what stands in them is not looked at.
    """
    hidden = [other.outer for other in others if len(words.of(other.span)) > 1]
    if stretch.depth:
        inner = before(words, stretch, hidden) or colon(words, stretch, hidden)
        if inner is not None:
            return inner
    return (
        after(words, stretch)
        or incise(words, stretch)
        or source(words, stretch, hidden)
        or colon(words, stretch, hidden)
        or before(words, stretch, hidden)
    )
