"""A whole article as rows, laid out only where it is looked at.

Heights of paragraphs that were never seen are estimated, so that a novel opens as fast as a short
article; `settle` lays out what is about to be seen and says where the reader's place has moved to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate

from articles.article import Article, ParagraphKind, Sentence
from articles.spans import Span
from tui.layout.blocks import Columns, PageRow, Run, View, columns, rows
from tui.layout.flow import Awaited, Flow, Place, english_flow, french_flow

_BETWEEN = 1
"""Empty rows after each paragraph."""

CONTEXT = 3
"""Rows kept visible before and after the current sentence."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that survives a new layout: so many rows after the first row of a sentence."""

    sentence: int
    row: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph of the page: its span, its sentences with their indices, and whether it is a heading."""

    span: Span
    sentences: tuple[tuple[int, Sentence], ...]
    is_heading: bool


class Page:
    """The rows of an article in one view at one width.

    `english` gives what stands for the English of a sentence. Rows count from 0 at the page's top;
    `sentences` are the indices of the sentences the page shows, in order.
    """

    def __init__(
        self, article: Article, view: View, width: int, measure: int, english: Callable[[int], str | Awaited]
    ) -> None:
        self.view = view
        self.columns: Columns = columns(view, width, measure)
        self._article = article
        self._english = english
        self._blocks = _blocks(article)
        self._block_of = {index: b for b, block in enumerate(self._blocks) for index, _ in block.sentences}
        self.sentences = tuple(self._block_of)
        self._forget_all()

    def anew(self, view: View, width: int, measure: int) -> "Page":
        """The same article in another view, or at another width."""
        page = copy(self)
        page.view = view
        page.columns = columns(view, width, measure)
        page._forget_all()
        return page

    def _forget_all(self) -> None:
        self._rows: list[tuple[PageRow, ...] | None] = [None] * len(self._blocks)
        self._extents: dict[int, dict[int, tuple[int, int]]] = {}
        self._heights = self._estimated()
        self._offsets: list[int] | None = None

    @property
    def height(self) -> int:
        """Rows of the whole page: exact where it was laid out, estimated elsewhere."""
        return self._starts()[-1] - _BETWEEN

    def anchor(self, y: int) -> Anchor:
        """The place at row `y`, for `settle` after the page has changed."""
        y = max(0, min(y, self.height - 1))
        block = self._block_at(y)
        start = self._starts()[block]
        laid_out = self._rows[block]
        if laid_out is None:
            return Anchor(self._blocks[block].sentences[0][0], y - start)
        run = laid_out[min(y - start, len(laid_out) - 1)][0]
        sentence = run.flow.part_at(run.span.start).sentence
        return Anchor(sentence, y - self.rows_of(sentence).start)

    def settle(self, anchor: Anchor, height: int) -> int:
        """Lay out what `height` rows from `anchor` show, with two screens before and after.

        Returns the row at which `anchor` now is.
        """
        place = self._block_of[anchor.sentence]
        self._lay_out(place)
        for step in (1, -1):
            rows_left = 2 * height + abs(anchor.row)
            block = place + step
            while rows_left > 0 and 0 <= block < len(self._blocks):
                self._lay_out(block)
                rows_left -= self._heights[block]
                block += step
        return min(self.rows_of(anchor.sentence).start + anchor.row, self._starts()[place + 1] - 1)

    def top_for(self, sentence: int, height: int, screen_row: int | None = None) -> int:
        """The first row of a screen of `height` rows with `sentence` on its `screen_row`.

        Without one, the page's first screen where the sentence is on it, else a little over the sentence.
        """
        self.settle(self.anchor(self.rows_of(sentence).start), height)
        own = self.rows_of(sentence)
        if screen_row is None:
            is_on_first = own.stop + CONTEXT <= height
            screen_row = own.start if is_on_first else min(CONTEXT, height // 3)
        return max(0, min(own.start - screen_row, self.height - height))

    def row(self, y: int) -> PageRow:
        """What stands at row `y`; nothing between paragraphs and past the end."""
        if not 0 <= y < self.height:
            return ()
        block = self._block_at(y)
        laid_out = self._lay_out(block)
        place = y - self._starts()[block]
        return laid_out[place] if place < len(laid_out) else ()

    def runs_at_or_above(self, y: int) -> list[Run]:
        """For each column what stands in row `y`, else what stands there last before."""
        found: dict[int, Run] = {}
        for row in range(min(y, self.height - 1), -1, -1):
            for run in self.row(row):
                found.setdefault(run.mark, run)
            if len(found) == len(self.columns.starts):
                break
        return [found[mark] for mark in sorted(found)]

    def step(self, sentence: int, by: int) -> int:
        """The sentence so many places on, or back where `by` is negative; at the ends, the last or first."""
        place = bisect_left(self.sentences, sentence) + by
        return self.sentences[max(0, min(place, len(self.sentences) - 1))]

    @property
    def headings(self) -> list[int]:
        """The first sentence of each heading."""
        return [block.sentences[0][0] for block in self._blocks if block.is_heading]

    def is_heading(self, sentence: int) -> bool:
        """Whether a sentence is a heading."""
        return self._blocks[self._block_of[sentence]].is_heading

    def begins_about(self, sentence: int) -> int:
        """The row at which a sentence begins; its paragraph's, as estimated, where that is not laid out.

        To lay it out for this would move what is on the screen.
        """
        block = self._block_of[sentence]
        return self._starts()[block] if self._rows[block] is None else self.rows_of(sentence).start

    def rows_of(self, sentence: int) -> range:
        """The rows on which a sentence stands, on either side."""
        block = self._block_of[sentence]
        self._lay_out(block)
        start = self._starts()[block]
        first, last = self._extents[block].get(sentence, (0, 0))
        return range(start + first, start + last + 1)

    def place_at(self, y: int, x: int) -> Place | None:
        """The place at or nearest before cell `x` of row `y`; exact where each character takes a cell."""
        row = self.row(y)
        if not row:
            return None
        run = next((run for run in reversed(row) if run.mark <= x), row[0])
        return run.flow.place(
            min(run.span.start + max(0, x - run.start), max(run.span.start, run.span.end - 1))
        )

    def first_sentence(self, y: int) -> int:
        """The first sentence that begins or goes on at row `y` or under it."""
        for row in range(y, min(y + _BETWEEN + 2, self.height)):
            found = self.row(row)
            if found:
                return found[0].flow.part_at(found[0].span.start).sentence
        return self._blocks[self._block_at(min(max(y, 0), self.height - 1))].sentences[-1][0]

    def forget(self, changed: Iterable[int]) -> None:
        """Lay the paragraphs of these sentences out anew when they are next looked at."""
        for block in {self._block_of[index] for index in changed if index in self._block_of}:
            self._rows[block] = None

    def _lay_out(self, block: int) -> tuple[PageRow, ...]:
        known = self._rows[block]
        if known is not None:
            return known
        laid_out = tuple(rows(self.view, self._flows(self._blocks[block]), self.columns))
        self._rows[block] = laid_out
        self._extents[block] = _extents(laid_out)
        if self._heights[block] != len(laid_out) + _BETWEEN:
            self._heights[block] = len(laid_out) + _BETWEEN
            self._offsets = None
        return laid_out

    def _flows(self, block: _Block) -> list[Flow]:
        text, sentences = self._article.text, block.sentences
        starts = [block.span.start, *(sentence.span.end for _, sentence in sentences)]
        match self.view:
            case View.FRENCH:
                return [french_flow(text, sentences, block.span.start)]
            case View.ENGLISH:
                return [english_flow([index for index, _ in sentences], self._english)]
            case View.SIDE_BY_SIDE:
                return [
                    french_flow(text, sentences, block.span.start),
                    english_flow([index for index, _ in sentences], self._english),
                ]
            case View.INTERLINEAR:
                return [
                    flow
                    for (index, sentence), start in zip(sentences, starts, strict=False)
                    for flow in (
                        french_flow(text, [(index, sentence)], start),
                        english_flow([index], self._english),
                    )
                ]

    def _estimated(self) -> list[int]:
        width = self.columns.widths[0]
        times = 2 if self.view is View.INTERLINEAR else 1
        return [_BETWEEN + times * (len(block.span) // width + 1) for block in self._blocks]

    def _starts(self) -> list[int]:
        """The first row of each block, and the row after the last."""
        if self._offsets is None:
            self._offsets = list(accumulate(self._heights, initial=0))
        return self._offsets

    def _block_at(self, y: int) -> int:
        return min(max(bisect_right(self._starts(), y) - 1, 0), len(self._blocks) - 1)


def _extents(laid_out: Sequence[PageRow]) -> dict[int, tuple[int, int]]:
    """The first and last row of each sentence of a paragraph."""
    found: dict[int, tuple[int, int]] = {}
    for y, row in enumerate(laid_out):
        for run in row:
            for part in run.flow.parts_in(run.span):
                first, last = found.get(part.sentence, (y, y))
                found[part.sentence] = (min(first, y), max(last, y))
    return found


def _blocks(article: Article) -> list[_Block]:
    """What the page shows: every paragraph but boilerplate; all of them where there is nothing else."""
    own: list[list[tuple[int, Sentence]]] = [[] for _ in article.paragraphs]
    for index, sentence in enumerate(article.sentences):
        own[sentence.paragraph].append((index, sentence))
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    only_boilerplate = all(kind is ParagraphKind.BOILERPLATE for kind in kinds)
    return [
        _Block(paragraph.span, tuple(sentences), kind is ParagraphKind.HEADING)
        for paragraph, kind, sentences in zip(article.paragraphs, kinds, own, strict=True)
        if sentences and (only_boilerplate or kind is not ParagraphKind.BOILERPLATE)
    ]
