"""The two texts of a page as columns of sentences: French by its spans, English as it arrives."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.article import Sentence
from articles.canonical import flowed
from articles.spans import Span, trimmed

FRENCH, ENGLISH = 0, 1


@dataclass(frozen=True, slots=True)
class Place:
    """A character of one of the two texts.

    On the French side `offset` counts in the article's canonical text; on the English side it counts in
    the translation of `sentence`, so that it stays true while other translations arrive.
    """

    side: int
    sentence: int
    offset: int


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence in a flow: its span there, and what stands for its words where they are not there."""

    span: Span
    sentence: int
    awaited: "Awaited | None" = None


@dataclass(frozen=True, slots=True)
class Flow:
    """Text that is wrapped as one: `span` of `text`, with the sentences in it in order."""

    side: int
    text: str
    span: Span
    parts: tuple[Part, ...]

    def part_at(self, offset: int) -> Part:
        """The part at an offset of the flow's text; between two parts, the one before."""
        place = bisect_right(self.parts, offset, key=lambda part: part.span.start) - 1
        return self.parts[max(place, 0)]

    def parts_in(self, span: Span) -> Sequence[Part]:
        """The parts that share a character with `span` of the flow's text."""
        first = max(0, bisect_right(self.parts, span.start, key=lambda part: part.span.start) - 1)
        last = bisect_left(self.parts, span.end, key=lambda part: part.span.start)
        return [part for part in self.parts[first:last] if part.span.overlaps(span)]

    def place(self, offset: int) -> Place:
        """The place at an offset of the flow's text."""
        part = self.part_at(offset)
        base = 0 if self.side == FRENCH else part.span.start
        return Place(self.side, part.sentence, offset - base)


@dataclass(frozen=True, slots=True)
class Awaited:
    """What stands where a sentence's English is not there: a placeholder, or a notice to be read."""

    shown: str
    is_notice: bool = False


def french_flow(text: str, sentences: Sequence[tuple[int, Sentence]], start: int) -> Flow:
    """The French of some sentences that follow each other, as `(index, sentence)`.

    `start` is where the text begins that is drawn: before a sentence there may be the bullet of a list.
    """
    span = trimmed(text, start, sentences[-1][1].span.end)
    return Flow(FRENCH, text, span, tuple(Part(sentence.span, index) for index, sentence in sentences))


def english_flow(indices: Sequence[int], english: Callable[[int], str | Awaited]) -> Flow:
    """The English of some sentences that follow each other."""
    parts: list[Part] = []
    shown: list[str] = []
    start = 0
    for index in indices:
        found = english(index)
        words = found.shown if isinstance(found, Awaited) else found
        shown.append(words)
        parts.append(
            Part(Span(start, start + len(words)), index, found if isinstance(found, Awaited) else None)
        )
        start += len(words) + 1
    text = " ".join(shown)
    return Flow(ENGLISH, text, Span(0, len(text)), tuple(parts))


def skeleton(french: str) -> str:
    """A quiet placeholder as long as the French, so that the page hardly moves when the English comes."""
    return re.sub(r"\S", "┈", flowed(french))
