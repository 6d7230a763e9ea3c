"""Marked stretches of a text as nested HTML elements: quotes, quotes within quotes, mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from articles.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked by a `span` element: its classes, its id, the label it shows.

    Id and label stand where the stretch begins only: it may go on in another sentence or element.
    """

    span: Span
    classes: str
    id: str = ""
    label: str = ""


def marked(text: str, span: Span, marks: Sequence[Mark]) -> str:
    """The words at `span` as HTML; where marks overlap, the later one is cut in two.

    `marks` are in order, outer ones first.
    """
    waiting = [mark for mark in marks if mark.span.overlaps(span)]
    return "".join(_pieces(text, span, waiting))


def _pieces(text: str, span: Span, waiting: list[Mark]) -> Iterator[str]:
    position = span.start
    while waiting:
        mark = waiting.pop(0)
        start, end = max(mark.span.start, position), min(mark.span.end, span.end)
        if start >= end:
            continue
        yield escape(text[position:start])
        inner = [other for other in waiting if other.span.start < end]
        waiting = [
            *(_rest(other, end) for other in inner if other.span.end > end),
            *waiting[len(inner) :],
        ]
        yield _opening(mark, is_start=start == mark.span.start)
        yield from _pieces(text, Span(start, end), inner)
        yield "</span>"
        position = end
    yield escape(text[position : span.end])


def _rest(mark: Mark, start: int) -> Mark:
    """What of a mark comes after `start`, where it had begun before."""
    return Mark(Span(start, mark.span.end), mark.classes)


def _opening(mark: Mark, *, is_start: bool) -> str:
    facts = [("class", mark.classes)]
    if is_start:
        facts += [("id", mark.id), ("data-who", mark.label)]
    attributes = "".join(f' {name}="{escape(fact)}"' for name, fact in facts if fact)
    return f"<span{attributes}>"
