"""What is marked in the text: quotes in their speaker's colour, mentions of an actor, the summary.

Marks are spans of the French text, or of a sentence's English; `cuts` turns those that overlap into flat
stretches, each with everything that holds there.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from articles.annotations import Actor, Analysis, Quote
from articles.spans import Span

TINTS = 6
"""Colours for speakers; the seventh speaker has the first one's again."""

_ENGLISH_QUOTE = re.compile("“[^“”]+”?|[^“”]+”")


class Kind(Enum):
    """What a mark is for."""

    QUOTE = auto()
    MENTION = auto()
    FOUND = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; `tint` numbers the speaker of a quote, None for nobody named."""

    span: Span
    kind: Kind
    tint: int | None = None


def tints(analysis: Analysis) -> dict[str, int]:
    """The colour of each speaker, in the order in which they first speak."""
    speakers = dict.fromkeys(quote.speaker for quote in analysis.quotes if quote.speaker)
    return {speaker: place % TINTS for place, speaker in enumerate(speakers)}


def french_marks(analysis: Analysis, selected: Actor | None) -> list[Mark]:
    """The marks over the French text, in order of their starts."""
    colours = tints(analysis)
    marks = [Mark(quote.span, Kind.QUOTE, colours.get(quote.speaker or "")) for quote in analysis.quotes]
    if selected is not None:
        marks += [Mark(span, Kind.MENTION) for span in selected.mentions]
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def english_marks(
    english: str, french: Span, analysis: Analysis, quotes: Sequence[Quote], selected: Actor | None
) -> list[Mark]:
    """The marks over the English of the sentence at `french`, whose quotes are `quotes`.

    Where the English has as many quotations as the French, each has its speaker's colour; where it has
    another number, and the French is all one quote, the whole sentence has.
    """
    colours = tints(analysis)
    found = [match.span() for match in _ENGLISH_QUOTE.finditer(english)]
    marks: list[Mark] = []
    if len(found) == len(quotes):
        for (start, end), quote in zip(found, quotes, strict=True):
            inner = Span(start, end)
            marks.append(Mark(inner, Kind.QUOTE, colours.get(quote.speaker or "")))
    elif len({quote.speaker for quote in quotes}) == 1:
        marks.append(Mark(Span(0, len(english)), Kind.QUOTE, colours.get(quotes[0].speaker or "")))
    if selected is not None and any(french.covers(span) for span in selected.mentions):
        marks += [Mark(Span(*match.span()), Kind.MENTION) for match in _names(selected).finditer(english)]
    return sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))


def _names(actor: Actor) -> re.Pattern[str]:
    forms = {actor.name, *actor.name.split()[-1:]}
    return re.compile("|".join(rf"\b{re.escape(form)}\b" for form in sorted(forms, key=len, reverse=True)))


def quotes_in(analysis: Analysis, sentence: Span) -> list[Quote]:
    """The outer quotes that share a character with a sentence."""
    return [
        quote
        for quote in analysis.quotes
        if quote.span.overlaps(sentence)
        and not any(other.span.covers(quote.span) and other != quote for other in analysis.quotes)
    ]


def cuts(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """`span` in stretches over which the same marks hold, with those marks.

    `marks` are in order of their starts.
    """
    here = [mark for mark in marks[: bisect_left(marks, span.end, key=_start)] if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in here:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        stretch = Span(start, end)
        yield stretch, [mark for mark in here if mark.span.covers(stretch)]


def _start(mark: Mark) -> int:
    return mark.span.start
