"""The line over the library: what is listed, and how far translating ahead is."""

from rich.text import Text
from textual.widget import Widget

from articles.wording import _, number
from tui.ahead import AheadState
from tui.layout.wrap import cells, shortened

_BAR = 10
"""Cells of the progress bar."""


class ShelfHead(Widget):
    """What is listed; at the right what is being translated ahead."""

    COMPONENT_CLASSES = {"shelf-head--title", "shelf-head--bar", "shelf-head--rest"}

    DEFAULT_CSS = """
    ShelfHead { height: 1; background: $panel; color: $foreground 85%; padding: 0 1; }
    .shelf-head--title { color: $foreground; text-style: bold; }
    .shelf-head--bar { color: $accent; }
    .shelf-head--rest { color: $foreground 30%; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._title = _("Library")
        self._about = ""
        self._ahead = AheadState()

    @property
    def shown(self) -> str:
        """The line as it stands there."""
        return self.render().plain

    def show(self, about: str) -> None:
        """Show what is listed."""
        self._about = about
        self.refresh()

    def show_ahead(self, state: AheadState) -> None:
        """Show how far translating ahead is."""
        self._ahead = state
        self.refresh()

    def render(self) -> Text:
        """The line."""
        width = self.content_size.width
        right = next((each for each in self._rights() if each.cell_len <= width // 2), Text())
        left = Text(no_wrap=True, end="").append(
            self._title, self.get_component_rich_style("shelf-head--title")
        )
        room = width - left.cell_len - right.cell_len - 4
        about = shortened(self._about, room) if self._about and room > 0 else ""
        left.append(f"  {about}" if about else "")
        left.append(" " * max(1, width - cells(left.plain) - right.cell_len))
        return left.append_text(right)

    def _rights(self) -> list[Text]:
        """What stands at the right, the longest way to say it first."""
        state = self._ahead
        if not state.is_running:
            return [Text()]
        said = _("translating ahead is paused") if state.is_paused else _("translating ahead")
        count = Text()
        bar = Text()
        if state.progress is not None and state.progress.total:
            done, total = state.progress.done, state.progress.total
            filled = _BAR * done // total
            bar.append("▓" * filled, self.get_component_rich_style("shelf-head--bar"))
            bar.append("░" * (_BAR - filled), self.get_component_rich_style("shelf-head--rest"))
            count.append(_("{done} of {total}").format(done=number(done), total=number(total)))
        parts = [Text(said), bar, count]
        return [Text("  ").join(part for part in parts[skipped:] if part) for skipped in range(3)]
