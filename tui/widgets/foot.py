"""The last line of the screen: the keys that do something here and now."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from tui.acts import Act, Keymap, first_key
from tui.layout.wrap import cells

_BETWEEN = "  "


class Foot(Widget):
    """As many acts as there is room for; those that always matter keep the right end. A click does one."""

    COMPONENT_CLASSES = {"foot--key", "foot--label"}

    DEFAULT_CSS = """
    Foot { dock: bottom; height: 1; background: $footer-background; padding: 0 1; }
    .foot--key { color: $footer-key-foreground; text-style: bold; }
    .foot--label { color: $footer-description-foreground; }
    """

    auto_links = False

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._here: tuple[Act, ...] = ()
        self._always: tuple[Act, ...] = ()

    def show(self, here: Sequence[Act], always: Sequence[Act]) -> None:
        """Show what can be done here, and always."""
        if (tuple(here), tuple(always)) != (self._here, self._always):
            self._here, self._always = tuple(here), tuple(always)
            self.refresh()

    def render(self) -> Text:
        """The line."""
        width = self.content_size.width
        right = self._line(self._always)
        room = width - right.cell_len - cells(_BETWEEN)
        count = len(self._here)
        left = self._line(self._here)
        while count and left.cell_len > room:
            count -= 1
            left = self._line(self._here[:count])
        gap = " " * max(0, width - left.cell_len - right.cell_len)
        return Text(no_wrap=True, end="").append_text(left).append(gap).append_text(right)

    def _line(self, acts: Sequence[Act]) -> Text:
        line = Text(no_wrap=True, end="")
        for act in acts:
            if line:
                line.append(_BETWEEN)
            click = Style(meta={"@click": f"screen.do('{act.id}')"})
            key = first_key(act, self._keymap)
            if key:
                line.append(f"{key} ", self.get_component_rich_style("foot--key") + click)
            line.append(act.label, self.get_component_rich_style("foot--label") + click)
        return line
