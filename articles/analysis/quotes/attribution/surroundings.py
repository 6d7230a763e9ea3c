"""Where the attribution of a stretch is looked for: its sentence, without what stands in other marks."""

from collections.abc import Sequence

from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

_NEAR = 200
"""Tokens on either side of a stretch in which its sentence is looked at."""


def sentence_around(words: Words, stretch: Stretch) -> tuple[int, int]:
    """The tokens near by of the sentence in which the stretch begins, as `[first, last)`."""
    place = min(words.at_or_after(stretch.outer.start), len(words) - 1)
    end = words.at_or_after(stretch.outer.end)
    first = last = place
    while first > max(0, place - _NEAR) and words[first - 1].sentence == words[place].sentence:
        first -= 1
    while last < min(len(words), end + _NEAR) and words[last].sentence == words[place].sentence:
        last += 1
    return first, last


def is_hidden(word: Word, hidden: Sequence[Span]) -> bool:
    """Whether a token stands between other marks."""
    return any(word.span.start in span for span in hidden)
