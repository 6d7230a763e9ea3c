"""The two lines over the page: the article and its progress, and what each column holds."""

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from articles.translation import BY_HAND
from articles.wording import _, percent
from tui.acts import Keymap, first_key, named
from tui.layout.blocks import View, columns
from tui.layout.flow import ENGLISH
from tui.layout.wrap import cells, shortened
from tui.state import ReaderState

_BAR = 10
"""Cells of the progress bar."""


class TitleBar(Widget):
    """The article's title; at the right where the reader is, and how much has its English."""

    COMPONENT_CLASSES = {"title-bar--title", "title-bar--bar", "title-bar--rest"}

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground 80%; padding: 0 1; }
    .title-bar--title { text-style: bold; color: $foreground; }
    .title-bar--bar { color: $accent; }
    .title-bar--rest { color: $foreground 30%; }
    """

    def __init__(self, state: ReaderState, keymap: Keymap, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._state = state
        self._keymap = keymap
        self._place = ""

    def show(self, state: ReaderState, place: str) -> None:
        """Show this state; `place` says where the reader is."""
        self._state, self._place = state, place
        self.refresh()

    def render(self) -> Text:
        """The line."""
        width = self.content_size.width
        right = self._progress()
        left = shortened(self._state.article.title, max(0, width - right.cell_len - 2))
        line = Text(no_wrap=True, end="")
        line.append(left, self.get_component_rich_style("title-bar--title"))
        line.append(" " * max(1, width - cells(left) - right.cell_len))
        return line.append_text(right)

    def _progress(self) -> Text:
        state = self._state
        done = len(state.translations)
        line = Text(no_wrap=True, end="")
        if state.pack_missing:
            key = first_key(named("packs")[0], self._keymap)
            line.append(_("no language pack") + (f" ({key})" if key else "") + "  ")
        elif state.is_translating and done < state.total:
            filled = _BAR * done // state.total
            line.append("▓" * filled, self.get_component_rich_style("title-bar--bar"))
            line.append("░" * (_BAR - filled), self.get_component_rich_style("title-bar--rest"))
            line.append(f" {percent(100 * done // state.total)}  ")
        return line.append(self._place)


class ColumnHeads(Widget):
    """What stands in each column; over the English, where the current sentence's translation comes from."""

    COMPONENT_CLASSES = {"column-heads--origin"}

    DEFAULT_CSS = """
    ColumnHeads { height: 1; color: $secondary; text-style: bold; margin-bottom: 1; }
    .column-heads--origin { color: $foreground 78%; text-style: none; }
    """

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure = measure
        self._view = View.SIDE_BY_SIDE
        self._width = 0
        self._origin: str | None = None

    def show(self, view: View, width: int, origin: str | None) -> None:
        """Show the heads of a view `width` cells wide; `origin` is that of the current sentence."""
        if (view, width, origin) != (self._view, self._width, self._origin):
            self._view, self._width, self._origin = view, width, origin
            self.refresh()

    def render(self) -> Text:
        """The line."""
        place = columns(self._view, max(1, self._width), self._measure)
        line = Text(no_wrap=True, end="")
        for side, (start, width) in enumerate(zip(place.starts, place.widths, strict=True)):
            line.append(" " * (start - cells(line.plain)))
            with_english = side == ENGLISH or self._view in (View.ENGLISH, View.INTERLINEAR)
            line.append_text(self._head(self._language(side), width, self._origin if with_english else None))
        return line

    def _language(self, side: int) -> str:
        match self._view:
            case View.SIDE_BY_SIDE:
                return "English" if side == ENGLISH else "Français"
            case View.FRENCH:
                return "Français"
            case View.ENGLISH:
                return "English"
            case View.INTERLINEAR:
                return "Français / English"

    def _head(self, name: str, width: int, origin: str | None) -> Text:
        head = Text(shortened(name, width), Style())
        if origin is not None:
            origin = _("by hand") if origin == BY_HAND else origin
            whole = "  " + _("this sentence: {origin}").format(origin=origin)
            room = width - cells(name)
            shown = whole if cells(whole) <= room else shortened(f"  {origin}", room)
            head.append(shown, self.get_component_rich_style("column-heads--origin"))
        return head
