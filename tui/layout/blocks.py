"""One paragraph laid out for a view: which rows stand side by side, and which under each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from articles.spans import Span
from tui.layout.flow import Flow
from tui.layout.wrap import wrapped


class View(StrEnum):
    """How the two texts are shown."""

    SIDE_BY_SIDE = "side by side"
    FRENCH = "French"
    ENGLISH = "English"
    INTERLINEAR = "interlinear"


GUTTER = 2
"""Cells before a column: the mark of the current sentence, and a space."""

LEAST_COLUMN = 30
"""Cells: in a narrower column French breaks at every other word."""

TWO_COLUMNS = 2 * (GUTTER + LEAST_COLUMN) + 2
"""Cells: what two columns need at least."""

_INDENT = 2
"""Cells by which the English of an interlinear page stands in."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where text stands in a page: for each column its first cell, past the gutter, and its width."""

    starts: tuple[int, ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A row of one flow on a page row: its first cell, its width, and the cell of its mark."""

    mark: int
    start: int
    width: int
    flow: Flow
    span: Span


PageRow = tuple[Run, ...]


def columns(view: View, width: int, measure: int) -> Columns:
    """The columns of a page `width` cells wide; none is wider than `measure`, and all are centred."""
    count = 2 if view is View.SIDE_BY_SIDE else 1
    between = 2 * (count - 1)
    each = max(1, min(measure, (width - between) // count - GUTTER))
    left = max(0, (width - between - count * (each + GUTTER)) // 2)
    step = GUTTER + each + between
    return Columns(tuple(left + GUTTER + i * step for i in range(count)), (each,) * count)


def rows(view: View, flows: Sequence[Flow], place: Columns) -> Iterator[PageRow]:
    """The page rows of one paragraph.

    Side by side takes a French and an English flow; interlinear takes them in turn, one pair a sentence;
    the other views take one flow.
    """
    if view is View.SIDE_BY_SIDE:
        sides = [
            [Run(start - GUTTER, start, width, flow, span) for span in wrapped(flow.text, flow.span, width)]
            for flow, start, width in zip(flows, place.starts, place.widths, strict=True)
        ]
        for together in zip_longest(*sides):
            yield tuple(run for run in together if run is not None)
        return
    for position, flow in enumerate(flows):
        indent = _INDENT if view is View.INTERLINEAR and position % 2 else 0
        width = max(1, place.widths[0] - indent)
        for span in wrapped(flow.text, flow.span, width):
            yield (Run(place.starts[0] - GUTTER, place.starts[0] + indent, width, flow, span),)
