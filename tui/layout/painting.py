"""What one row of a page is made of: stretches of words, each with the names of how it is drawn.

Which colour a name has is the theme's; here it is only said that a stretch is a heading, in a quote, found.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.spans import Span
from tui.layout import selection as selecting
from tui.layout.blocks import Run, View
from tui.layout.flow import ENGLISH, FRENCH, Part, Place
from tui.layout.marks import Kind, Mark, Marking, cuts
from tui.layout.wrap import pieces

CURRENT_SIGN, SUMMARY_SIGN = "▌", "◆"

Offset = tuple[int, int]
"""What Textual is told of where a stretch stands, for its selection by mouse."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words drawn in one way; empty cells where there is no place in the text for them."""

    shown: str
    names: tuple[str, ...] = ()
    offset: Offset | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What of an article is to be seen: the current sentence, the marks, the summary, the selection.

    `english` gives a sentence's English where it has one; `selected` are the ends of what the mouse has
    selected, on the side of the first. `spans` are the French sentences.
    """

    view: View
    current: int
    spans: Sequence[Span]
    is_heading: Callable[[int], bool]
    english: Callable[[int], str | None]
    marking: Marking
    shows_marks: bool = True
    summary: frozenset[int] = frozenset()
    selected: tuple[Place, Place] | None = None


def stretches(run: Run, look: Look) -> Iterator[Stretch]:
    """A run of a page row, from its margin to the end of its column."""
    parts = run.flow.parts_in(run.span)
    before = selecting.packed(run.flow.place(run.span.start), past_words=True)
    yield from (replace(stretch, offset=before) for stretch in _margin(run, parts, look))
    offset = run.span.start
    chosen = _selection_in(run, look.selected)
    for part in parts:
        start, end = max(part.span.start, offset), min(part.span.end, run.span.end)
        if start > offset:
            yield from _words(run, Span(offset, start), (), chosen, [])
        names = _names(part, run, look)
        yield from _words(run, Span(start, end), names, chosen, _marks_over(run, part, look))
        offset = end


def _margin(run: Run, parts: Sequence[Part], look: Look) -> Iterator[Stretch]:
    """The cells before the words: the current sentence's sign, and that of a summary sentence's beginning."""
    begins = any(part.sentence in look.summary and part.span.start in run.span for part in parts)
    signs = [Stretch(CURRENT_SIGN, ("mark",))] if any(part.sentence == look.current for part in parts) else []
    if begins and run.flow.side == FRENCH and look.shows_marks:
        signs.append(Stretch(SUMMARY_SIGN, ("summary",)))
    signs = signs or [Stretch(" ")]
    yield from signs
    yield Stretch(" " * (run.start - run.mark - len(signs)))


def _names(part: Part, run: Run, look: Look) -> tuple[str, ...]:
    names: list[str] = []
    if look.is_heading(part.sentence):
        names.append("heading")
    elif run.flow.side == ENGLISH and look.view is View.INTERLINEAR:
        names.append("english")
    if part.awaited is not None:
        names.append("notice" if part.awaited.is_notice else "waiting")
    if part.sentence == look.current:
        names.append("current")
    return tuple(names)


def _marks_over(run: Run, part: Part, look: Look) -> Sequence[Mark]:
    """The marks of a sentence, in the offsets of the row's flow."""
    if not look.shows_marks:
        return ()
    sentence = part.sentence
    if run.flow.side == FRENCH:
        return look.marking.french(sentence, look.spans[sentence])
    english = look.english(sentence)
    if english is None:
        return ()
    base = part.span.start
    return [
        Mark(Span(base + mark.span.start, base + mark.span.end), mark.kind, mark.tint)
        for mark in look.marking.english(sentence, look.spans[sentence], english)
    ]


def _words(
    run: Run, span: Span, names: tuple[str, ...], chosen: Span | None, marks: Sequence[Mark]
) -> Iterator[Stretch]:
    edges = {edge for edge in (chosen.start, chosen.end) if edge in span} if chosen else set()
    for start, end in pairwise(sorted({span.start, span.end} | edges)):
        selected = ("selected",) if chosen is not None and start in chosen else ()
        for stretch, here in cuts(Span(start, end), marks):
            drawn = (*names, *map(_name, here), *selected)
            for offset, shown in pieces(run.flow.text, stretch):
                yield Stretch(shown, drawn, selecting.packed(run.flow.place(offset)))


def _name(mark: Mark) -> str:
    match mark.kind:
        case Kind.QUOTE:
            return f"quote-{'nobody' if mark.tint is None else mark.tint}"
        case Kind.MENTION:
            return "mention"
        case Kind.FOUND:
            return "found"
        case Kind.FOUND_HERE:
            return "found-here"
        case Kind.HERE:
            return "here"


def _selection_in(run: Run, selected: tuple[Place, Place] | None) -> Span | None:
    """What of a row is selected, in the offsets of its flow."""
    if selected is None or run.flow.side != selected[0].side:
        return None
    first, last = selected
    if run.flow.side == FRENCH:
        return Span(first.offset, max(first.offset, last.offset))
    spans = {part.sentence: part.span for part in run.flow.parts}
    inside = [span for sentence, span in spans.items() if first.sentence <= sentence <= last.sentence]
    if not inside:
        return None
    start = spans[first.sentence].start + first.offset if first.sentence in spans else inside[0].start
    end = inside[-1].end
    if last.sentence in spans:
        end = min(end, spans[last.sentence].start + last.offset)
    return Span(start, max(start, end))
