"""What stands on the first page: the same words in the same cells as Textual will paint."""

from collections.abc import Iterator, Sequence

from articles.article import Article
from articles.choices import Choices
from articles.recalling import Recalled
from tui.colours import INKS, Ink, Palette
from tui.layout import beside
from tui.layout.blocks import TWO_COLUMNS, View
from tui.layout.marks import Marking
from tui.layout.page import Page
from tui.layout.painting import Look, stretches
from tui.layout.wrap import cells, shortened
from tui.state import ReaderState

PLAIN = "\x1b[0m"

_ABOVE = 3
"""Rows over the page: the title, the heads of the columns, and an empty one."""

_BELOW = 1
"""Rows under it: the foot."""

_WELCOME = 7

_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4"}


def rows(
    article: Article,
    known: Recalled,
    chosen: Choices,
    measure: int,
    size: tuple[int, int],
    palette: Palette | None,
    note: str,
) -> Iterator[str]:
    """The rows of a screen of `size` columns and rows, each with what colours it.

    `measure` is the widest a column may be, in cells; `note` stands in the corner; without a palette, words
    are bold and italic alone.
    """
    columns, height = size
    has_pane = chosen.pane is not None and columns >= beside.BESIDE
    if not chosen.is_welcomed:
        has_pane = False
        height -= _WELCOME if height >= beside.ROWS_TO_WELCOME else 0
    width = columns - 1 - (beside.width(chosen.pane_width, columns) if has_pane else 0)
    height -= _ABOVE + _BELOW
    state = ReaderState(article, dict(known.translations), analysis=known.analysis)
    view = View.SIDE_BY_SIDE if width >= TWO_COLUMNS else View.FRENCH
    page = Page(article, view, width, measure, state.english)
    sentence = page.step(known.sentence, 0)
    top = page.top_for(sentence, height)
    look = Look(
        view=view,
        current=sentence,
        spans=[each.span for each in article.sentences],
        is_heading=page.is_heading,
        english=lambda index: found.english if (found := known.translations.get(index)) else None,
        marking=Marking(known.analysis),
        summary=_summary(known),
    )
    title = f" {shortened(article.title, columns - 4 - cells(note))}"
    corner = " " * (columns - cells(title) - cells(note) - 1) + note
    bold = Ink("foreground", style="bold")
    yield _drawn([(title, bold), (corner, Ink("foreground", 80))], columns, palette, "panel")
    yield _drawn(_heads(page), columns, palette)
    yield _drawn([], columns, palette)
    for y in range(top, top + height):
        yield _drawn(_page_row(page, y, look), columns, palette)
    for _row in range(size[1] - _BELOW - _ABOVE - height):
        yield _drawn([], columns, palette)
    yield _drawn([], columns, palette, "panel")


_Words = tuple[str, Ink | None]
"""Words, and how they are drawn; None for as the page is."""


def _summary(known: Recalled) -> frozenset[int]:
    if known.analysis is None:
        return frozenset()
    return frozenset(ranked.sentence for ranked in known.analysis.summary(beside.SUMMARY))


def _heads(page: Page) -> list[_Words]:
    found: list[_Words] = []
    used = 0
    names = ("Français", "English")
    for start, name in zip(page.columns.starts, names, strict=False):
        found += [(" " * (start - used), None), (name, Ink("secondary", style="bold"))]
        used = start + cells(name)
    return found


def _page_row(page: Page, y: int, look: Look) -> Iterator[_Words]:
    used = 0
    for run in page.row(y):
        yield " " * (run.mark - used), None
        used = run.mark
        for stretch in stretches(run, look):
            yield stretch.shown, _mixed(stretch.names)
            used += cells(stretch.shown)


def _mixed(names: Sequence[str]) -> Ink | None:
    """The inks of all, over the ground of the last that has one."""
    if not names:
        return None
    inks = [INKS[name] for name in names]
    coloured = next((ink for ink in reversed(inks) if ink.colour), Ink())
    grounded = next((ink for ink in reversed(inks) if ink.ground), Ink())
    return Ink(
        coloured.colour,
        coloured.share,
        " ".join(ink.style for ink in inks),
        grounded.ground,
        grounded.ground_share,
    )


def _drawn(
    words: Iterator[_Words] | list[_Words], width: int, palette: Palette | None, ground: str = "background"
) -> str:
    """A row of the terminal, as wide as that."""
    base = "" if palette is None else _colours(palette.foreground, palette.colour(ground))
    shown: list[str] = [base]
    used = 0
    for text, ink in words:
        used += cells(text)
        shown.append(text if ink is None else f"{_sequence(ink, palette, ground)}{text}{PLAIN}{base}")
    return "".join(shown) + " " * (width - used)


def _sequence(ink: Ink, palette: Palette | None, ground: str) -> str:
    attributes = [_ATTRIBUTES[each] for each in dict.fromkeys(ink.style.split())]
    shown = f"\x1b[{';'.join(attributes)}m" if attributes else ""
    if palette is None:
        return shown
    under = palette.colour(ground)
    ink_colour = _blended(palette.colour(ink.colour), under, ink.share) if ink.colour else palette.foreground
    lies_on = _blended(palette.colour(ink.ground), under, ink.ground_share) if ink.ground else under
    return shown + _colours(ink_colour, lies_on)


def _colours(ink: str, ground: str) -> str:
    return f"\x1b[38;2;{_numbers(ink)};48;2;{_numbers(ground)}m"


def _numbers(colour: str) -> str:
    return ";".join(str(part) for part in bytes.fromhex(colour[1:]))


def _blended(colour: str, under: str, share: int) -> str:
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(under[1:]), strict=True)
    return "#" + bytes(int(below + (above - below) * share / 100) for above, below in pairs).hex()
