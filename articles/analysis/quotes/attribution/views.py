"""Whose view words are, by what stands beside them: à en croire X ; aux yeux de X ; à ses yeux."""

from collections.abc import Sequence

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.surroundings import is_hidden
from articles.analysis.quotes.attribution.verbs import reports
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.phrases import Phrase, noun_phrase
from articles.analysis.quotes.reporting_verbs import reporting_forms
from articles.analysis.quotes.tokens import Words
from articles.spans import Span

_OF_SOMEBODY = tuple(
    tuple(line.split())
    for line in """
à en croire
a en croire
à entendre
à écouter
aux yeux DE
aux dires DE
au dire DE
de l' avis DE
de l' aveu DE
du point de vue DE
dans la bouche DE
sous la plume DE
pour reprendre l' expression DE
pour reprendre la formule DE
pour reprendre les mots DE
pour reprendre les termes DE
""".strip().splitlines()
)
"""Words with a name or noun behind them; DE is *de* in its forms."""

_OF_THEM = tuple(
    tuple(line.split())
    for line in """
à ses yeux
a ses yeux
à leurs yeux
à son avis
à son sens
de son propre aveu
de son aveu
de son point de vue
selon ses mots
selon ses propres mots
selon ses termes
selon ses propres termes
selon ses dires
pour reprendre ses mots
pour reprendre son expression
à l' en croire
a l' en croire
à l' entendre
à l' écouter
""".strip().splitlines()
)
"""Words with a possessive or a clitic that mean whoever the text is about."""

_FIRST = frozenset(pattern[0] for pattern in _OF_SOMEBODY + _OF_THEM)

_FORMS_OF_DE = frozenset("de du des d'".split())

_BACK = frozenset("ses son l' leurs leur".split())
"""The word among those of a view that points back to somebody."""


def view(words: Words, place: int, limit: int) -> Attribution | None:
    """The view that begins at `place`."""
    if words[place].lower not in _FIRST:
        return None
    for pattern in _OF_THEM:
        if _stands(words, place, pattern, limit):
            back = next(near for near in range(place, limit) if words[near].lower in _BACK)
            phrase = None if words[back].lower == "leurs" else Phrase(back, back, back)
            return Attribution(How.SOURCE, phrase, _span(words, place, len(pattern)))
    for pattern in _OF_SOMEBODY:
        if _stands(words, place, pattern, limit):
            phrase = noun_phrase(words, place + len(pattern), limit)
            return (
                None if phrase is None else Attribution(How.SOURCE, phrase, _span(words, place, len(pattern)))
            )
    return None


def is_said_by_another(words: Words, found: Attribution, stretch: Stretch, hidden: Sequence[Span]) -> bool:
    """Whether a reporting verb stands between a view and the words: aux yeux de X, Y a parlé de « … »."""
    place = words.at_or_after(found.cue.end) if found.cue else 0
    between = words.words[place : words.at_or_after(stretch.outer.start)]
    return any(
        reports(words, word, reporting_forms()) and (word.is_finite or word.pos == "VERB")
        for word in between
        if not is_hidden(word, hidden)
    )


def _stands(words: Words, place: int, pattern: Sequence[str], limit: int) -> bool:
    if place + len(pattern) > limit:
        return False
    return all(
        words[place + at].lower == wanted or (wanted == "DE" and words[place + at].lower in _FORMS_OF_DE)
        for at, wanted in enumerate(pattern)
    )


def _span(words: Words, place: int, length: int) -> Span:
    return Span(words[place].span.start, words[place + length - 1].span.end)
