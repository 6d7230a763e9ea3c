"""An article beside its English for the eye: columns of words, quotes underlined, speakers in the margin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from articles import facing
from articles.annotations import Quote
from articles.canonical import one_line
from articles.complete import Completed
from articles.exporting import words
from tui.cli.options import BOTH, ENGLISH, FRENCH, INTERLINEAR
from tui.cli.plain_pages import outer_quotes, shows_title
from tui.cli.printing import set_in
from tui.cli.tables import NOT_THERE, TINTS, tint, where_from
from tui.layout import flow
from tui.layout.blocks import GUTTER, TWO_COLUMNS, PageRow, Run, View
from tui.layout.flow import Awaited, Part
from tui.layout.marks import Marking
from tui.layout.page import Anchor, Page
from tui.layout.painting import Look, stretches

_VIEWS = {
    FRENCH: View.FRENCH,
    ENGLISH: View.ENGLISH,
    BOTH: View.SIDE_BY_SIDE,
    INTERLINEAR: View.INTERLINEAR,
}

_SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"
"""What stands in the margin for a speaker; those after the last have its sign too."""

_STYLES = {
    "heading": "bold",
    "english": "dim",
    "waiting": "dim",
    "quote-nobody": "underline",
    **{f"quote-{place}": f"underline {colour}" for place, colour in enumerate(TINTS)},
}

_ALL_ROWS = 1_000_000_000


def laid_out(known: Completed, lang: str, width: int, measure: int) -> Iterator[RenderableType]:
    """The rows of an article in at most `width` cells, no column of words wider than `measure`.

    Two columns for which there is no room become one, the English of each sentence under it.
    """
    view = _VIEWS[lang]
    if view is View.SIDE_BY_SIDE and width < TWO_COLUMNS:
        view = View.INTERLINEAR
    sides = 2 if view is View.SIDE_BY_SIDE else 1
    width = min(width, sides * (GUTTER + measure) + 2 * (sides - 1))
    yield from _opening(known, width)
    page = Page(known.article, view, width, measure, lambda index: _english(known, index))
    page.settle(Anchor(page.sentences[0], 0), _ALL_ROWS)
    painter = _Painter(_look(known, page), known, {} if known.analysis is None else known.analysis.speakers)
    yield from painter.legend(width)
    for y in range(page.height):
        yield painter.row(page.row(y))


def _opening(known: Completed, width: int) -> Iterator[RenderableType]:
    indent = " " * GUTTER
    over = [] if shows_title(known.article) else [(one_line(known.article.title), "bold")]
    for shown, style in [*over, (where_from(known.article), "dim")]:
        if shown:
            for row in set_in(shown, width - GUTTER, style).split():
                yield Text(indent) + row
    yield ""


def _english(known: Completed, index: int) -> str | Awaited:
    found = known.translations.get(index)
    return Awaited(NOT_THERE) if found is None else words.english(found)


def _look(known: Completed, page: Page) -> Look:
    def english(index: int) -> str | None:
        found = _english(known, index)
        return found if isinstance(found, str) else None

    return Look(
        view=page.view,
        current=-1,
        spans=[sentence.span for sentence in known.article.sentences],
        is_heading=page.is_heading,
        english=english,
        marking=Marking(known.analysis),
    )


@dataclass
class _Painter:
    """How rows become words on a terminal; the speakers are numbered as they first speak."""

    look: Look
    known: Completed
    speakers: Mapping[str, int]

    def row(self, row: PageRow) -> Text:
        """A row of the page."""
        made = Text(no_wrap=True, overflow="ignore", end="")
        for run in row:
            made.append(" " * (run.mark - made.cell_len))
            made.append_text(self._run(run))
        made.rstrip()
        made.end = "\n"
        return made

    def legend(self, width: int) -> Iterator[RenderableType]:
        """Whose words the signs in the margin say a quote is."""
        if not self.speakers:
            return
        for speaker in self.speakers:
            row = Text(no_wrap=True)
            row.append(f"{self._sign(speaker)} ", tint(self.speakers, speaker))
            row.append_text(set_in(one_line(speaker), width - GUTTER))
            yield row
        yield ""

    def _run(self, run: Run) -> Text:
        made = Text()
        _margin, *rest = stretches(run, self.look)
        speaker = self._speaker(run)
        if speaker is None:
            made.append(" ")
        else:
            made.append(self._sign(speaker), tint(self.speakers, speaker))
        for stretch in rest:
            made.append(stretch.shown, " ".join(_STYLES[name] for name in stretch.names if name in _STYLES))
        return made

    def _speaker(self, run: Run) -> str | None:
        """Whose quote begins on this row."""
        if run.flow.side == flow.FRENCH:
            begun = (q.speaker for q in outer_quotes(self.known, run.span) if q.span.start in run.span)
        else:
            begun = (
                quote.speaker
                for part in run.flow.parts_in(run.span)
                for place, quote in self._english_starts(part)
                if place in run.span
            )
        return next((speaker for speaker in begun if speaker is not None), None)

    def _english_starts(self, part: Part) -> Iterator[tuple[int, Quote]]:
        """Where the quotes begin in the English of a sentence: with it, where that cannot be told."""
        english = self.look.english(part.sentence)
        if english is None:
            return
        quotes = outer_quotes(self.known, self.look.spans[part.sentence])
        spans = facing.quotations(english, quotes)
        for place, quote in enumerate(quotes):
            if quote.sentence == part.sentence:
                yield part.span.start + (spans[place].start if spans else 0), quote

    def _sign(self, speaker: str) -> str:
        return _SIGNS[min(self.speakers[speaker], len(_SIGNS) - 1)]
