"""The one coordinate system: half-open character spans over an article's canonical text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of a text, as Python string indices.

    Raises ValueError when the bounds are negative or out of order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """The characters of `text` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


def outer_first(placed: Placed) -> tuple[int, int]:
    """What to sort by for the order of the text, in which what holds something else comes before it."""
    return placed.span.start, -placed.span.end


def touched(ones: Sequence[Placed], span: Span) -> range:
    """The indices of those that share a character with `span`; `ones` are in order and never overlap."""
    first = bisect_right(ones, span.start, key=lambda one: one.span.end)
    return range(first, bisect_left(ones, span.end, key=lambda one: one.span.start))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span `[start, end)` of `text` without the white space at its two ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
