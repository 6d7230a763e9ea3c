"""What is marked in the text: quotes in their speaker's colour, mentions of an actor, what was found.

Marks are spans of the French text, or of one sentence's English; `cuts` turns those that overlap into flat
stretches, each with everything that holds there.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from articles.annotations import Actor, Analysis, Quote
from articles.facing import outer_quotes, quotations
from articles.spans import Span, outer_first, touched

TINTS = 9
"""Colours for speakers; the tenth speaker has the first one's again."""


class Kind(Enum):
    """What a mark is for."""

    QUOTE = auto()
    MENTION = auto()
    FOUND = auto()
    FOUND_HERE = auto()
    HERE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch; `tint` numbers the speaker of a quote, None for nobody named."""

    span: Span
    kind: Kind
    tint: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words stand: on a side of a sentence, in the canonical text or its English."""

    sentence: int
    side: int
    span: Span


@dataclass(frozen=True)
class Marking:
    """Everything that is to be marked: the analysis, an actor that was chosen, and what was found.

    `quote` is the one the cursor is on, where its sentence holds several.
    """

    analysis: Analysis | None = None
    actor: Actor | None = None
    hits: tuple[Hit, ...] = ()
    hit: int | None = None
    quote: Quote | None = None
    _known: dict[tuple[int, str | None], list[Mark]] = field(default_factory=dict, compare=False)

    def french(self, sentence: int, span: Span) -> list[Mark]:
        """The marks over the French sentence at `span`, in order of their starts."""
        known = self._known.get((sentence, None))
        if known is None:
            known = self._known[sentence, None] = sorted(self._french(sentence, span), key=outer_first)
        return known

    def english(self, sentence: int, span: Span, english: str) -> list[Mark]:
        """The marks over the English of the sentence at `span`, as spans of `english`."""
        known = self._known.get((sentence, english))
        if known is None:
            known = self._known[sentence, english] = sorted(
                self._english(sentence, span, english), key=outer_first
            )
        return known

    def _french(self, sentence: int, span: Span) -> Iterator[Mark]:
        if self.analysis is not None:
            for layer in self.analysis.layers:
                for quote in (layer[place] for place in touched(layer, span)):
                    yield Mark(quote.span, Kind.QUOTE, tint(self.analysis, quote.speaker))
        if self.quote is not None and self.quote.span.overlaps(span):
            yield Mark(self.quote.span, Kind.HERE)
        if self.actor is not None:
            yield from (Mark(named, Kind.MENTION) for named in self.actor.mentions if named.overlaps(span))
        yield from self._found(sentence, side=0)

    def _english(self, sentence: int, span: Span, english: str) -> Iterator[Mark]:
        if self.analysis is not None:
            yield from self._facing_quotes(english, span, self.analysis)
        if self.actor is not None and any(span.covers(named) for named in self.actor.mentions):
            yield from (
                Mark(Span(*match.span()), Kind.MENTION) for match in _names(self.actor).finditer(english)
            )
        yield from self._found(sentence, side=1)

    def _facing_quotes(self, english: str, span: Span, analysis: Analysis) -> Iterator[Mark]:
        """The quotes of a sentence in its English.

        Where the English has as many quotations as the French, each has its speaker's colour; where it has
        another number, and the French has one speaker, the whole sentence has.
        """
        quotes = outer_quotes(analysis, span)
        facing = quotations(english, quotes)
        if facing is not None:
            for found, quote in zip(facing, quotes, strict=True):
                yield Mark(found, Kind.QUOTE, tint(analysis, quote.speaker))
                if quote == self.quote:
                    yield Mark(found, Kind.HERE)
        elif len({quote.speaker for quote in quotes}) == 1:
            yield Mark(Span(0, len(english)), Kind.QUOTE, tint(analysis, quotes[0].speaker))

    def _found(self, sentence: int, side: int) -> Iterator[Mark]:
        first = bisect_left(self.hits, sentence, key=lambda hit: hit.sentence)
        for number in range(first, len(self.hits)):
            hit = self.hits[number]
            if hit.sentence != sentence:
                return
            if hit.side == side:
                yield Mark(hit.span, Kind.FOUND_HERE if number == self.hit else Kind.FOUND)


def tint(analysis: Analysis, speaker: str | None) -> int | None:
    """The colour of a speaker, in the order in which they first speak; None for nobody named."""
    place = analysis.speakers.get(speaker or "")
    return None if place is None else place % TINTS


def _names(actor: Actor) -> re.Pattern[str]:
    forms = {actor.name, *actor.name.split()[-1:]}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def cuts(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """`span` in stretches over which the same marks hold, with those marks.

    `marks` are in order of their starts.
    """
    here = [mark for mark in marks if mark.span.overlaps(span)]
    edges = {span.start, span.end}
    for mark in here:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    for start, end in pairwise(sorted(edges)):
        stretch = Span(start, end)
        yield stretch, [mark for mark in here if mark.span.covers(stretch)]
