"""Where lines break: French typography in terminal cells. Nothing here knows a widget.

Textual's and Rich's own wrapping breaks at no-break spaces; this one never parts a guillemet from its
word, a word from its « ; : ! ? », or the groups of a number.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size, set_cell_size

from articles.spans import Span

_BREAK = re.compile(
    r"(?<![« \t\n])[ \t\n]+(?![ \t\n»;:!?%])(?!(?<=\d )\d{3}(?!\d))"
    r"|(?<=\w)[-/](?=\w)"
    r"|(?<=\w)[—–](?=\w)"
)

_MAYBE_BREAK = re.compile("[ \t\n/—–-]")
"""How every break begins: a word of ten million letters is looked through fast."""

_SPACES = re.compile(r"[ \t\n]+")

_NARROW = re.compile(r"[ -~¡-¬®-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u257f]*")
"""Characters that take a cell each, whatever stands beside them."""


@lru_cache(maxsize=16_384)
def cells(shown: str) -> int:
    """The width of a stretch of shown text in terminal cells."""
    return cell_len(shown)


def shortened(words: str, width: int) -> str:
    """`words` on at most `width` cells, cut with an ellipsis where they are longer."""
    if cells(words) <= width:
        return words
    return set_cell_size(words, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def wrapped(text: str, span: Span, width: int) -> list[Span]:
    """The rows into which `span` of `text` falls at `width` cells, each without its outer breaking spaces.

    Every run of breaking spaces counts as one cell, as it is shown. A word longer than a row is cut
    between characters, never inside a combining sequence. Linear time.
    """
    rows: list[Span] = []
    row_start = row_end = span.start
    used = 0
    gap = 0
    for start, end, after in _words(text, span):
        size = _width(text, start, end)
        if used and used + gap + size > width:
            rows.append(Span(row_start, row_end))
            used = gap = 0
        if not used:
            row_start = start
            if size > width:
                *whole, (start, size) = _cuts(text, start, end, width)
                for cut_start, _ in whole:
                    if cut_start > row_start:
                        rows.append(Span(row_start, cut_start))
                        row_start = cut_start
                if start > row_start:
                    rows.append(Span(row_start, start))
                    row_start = start
        used += gap + size
        row_end = end
        gap = after
    if used or not rows:
        rows.append(Span(row_start, row_end))
    return rows


def pieces(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """What of `span` is shown, as `(offset, shown)`: each run of breaking spaces is one space.

    Within a piece, characters and offsets run in step.
    """
    start = span.start
    for gap in _SPACES.finditer(text, span.start, span.end):
        if gap.end() - gap.start() > 1 or text[gap.start()] != " ":
            if gap.start() > start:
                yield start, text[start : gap.start()]
            yield gap.start(), " "
            start = gap.end()
    if start < span.end:
        yield start, text[start : span.end]


def _words(text: str, span: Span) -> Iterator[tuple[int, int, int]]:
    """Unbreakable stretches as `(start, end, cells of the gap after them)`."""
    start = span.start
    if not _MAYBE_BREAK.search(text, span.start, span.end):
        yield span.start, span.end, 0
        return
    for gap in _BREAK.finditer(text, span.start, span.end):
        if text[gap.start()] in " \t\n":
            if gap.start() > start:
                yield start, gap.start(), 1
        else:
            yield start, gap.end(), 0
        start = gap.end()
    if start < span.end:
        yield start, span.end, 0


def _width(text: str, start: int, end: int) -> int:
    shown = text[start:end]
    if shown.isascii() and " " not in shown and "\n" not in shown and "\t" not in shown:
        return end - start
    return cells(_SPACES.sub(" ", shown))


def _cuts(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Where a stretch wider than a row is cut, as `(start, cells)` of each part."""
    parts: list[tuple[int, int]] = []
    while start < end:
        following = start + width
        if following >= end or not _NARROW.fullmatch(text, start, following + 1):
            following, used = _row_of(text, start, end, width)
        else:
            used = width
        parts.append((start, used))
        start = following
    return parts


def _row_of(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Where a row that begins at `start` ends, and its cells."""
    used = 0
    for offset in range(start, end):
        size = 1 if text[offset] in " \t\n" else get_character_cell_size(text[offset])
        if used + size > width and used:
            return offset, used
        used += size
    return end, used
