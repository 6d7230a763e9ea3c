"""The last line of the screen: the keys that do something here and now."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from articles.wording import _
from tui.acts import Act, Keymap, first_key, named
from tui.layout.wrap import cells

_BETWEEN = "  "


class Foot(Widget):
    """As many acts as there is room for; those that always matter keep the right end. A click does one.

    The way back is shown before others are; where some are not, the palette that has them all is.
    """

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
        self._is_covered = False

    def show(self, here: Sequence[Act], always: Sequence[Act]) -> None:
        """Show what can be done here, and always."""
        if (tuple(here), tuple(always)) != (self._here, self._always):
            self._here, self._always = tuple(here), tuple(always)
            self.refresh()

    def cover(self, is_covered: bool) -> None:
        """Show nothing while what is shown here cannot be done."""
        self._is_covered = is_covered
        self.refresh()

    def render(self) -> Text:
        """The line."""
        width = self.content_size.width
        for here, always in self._choices():
            left, right = self._line(here), self._line(always)
            if left.cell_len + right.cell_len + (cells(_BETWEEN) if left else 0) <= width:
                break
        gap = " " * max(0, width - left.cell_len - right.cell_len)
        return Text(no_wrap=True, end="").append_text(left).append(gap).append_text(right)

    def _choices(self) -> Iterator[tuple[Sequence[Act], Sequence[Act]]]:
        """What may stand at the left and at the right, the most first."""
        if self._is_covered:
            yield (), ()
        yield self._here, self._always
        ways_back = [act for act in self._here if "escape" in act.keys]
        others = [act for act in self._here if act not in ways_back]
        always = (*self._more(), *self._always)
        for count in reversed(range(len(others))):
            kept = {*others[:count], *ways_back}
            yield [act for act in self._here if act in kept], always
        for right in (always, self._always):
            yield (), right

    def _more(self) -> Sequence[Act]:
        """The palette, where help is shown too: a field has other keys."""
        places = [act.id.removesuffix("help") for act in self._always if act.action == "help"]
        return [replace(act, label=_("More")) for place in places for act in named(f"{place}palette")]

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
