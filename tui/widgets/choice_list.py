"""A list in which the chosen row has the sign that the current sentence has in the text."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

from tui.acts import IN_LISTS, bindings
from tui.layout.painting import CURRENT_SIGN


class ChoiceList(OptionList):
    """Options with a free cell before each, in which the chosen one is marked; fainter without the keys."""

    BINDINGS = bindings(IN_LISTS)

    BOLD_TITLES = True
    """Whether the first line of an option is its title, which is bold where it is chosen."""

    COMPONENT_CLASSES = {"choice-list--mark"}

    DEFAULT_CSS = """
    ChoiceList {
        padding: 0 1 0 0;
        & > .option-list--option { padding: 0 0 0 1; }
        & > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        & > .choice-list--mark { color: $foreground 45%; }
        &:focus {
            background-tint: transparent;
            & > .option-list--option-highlighted {
                background: $primary 20%; color: $foreground; text-style: none;
            }
            & > .choice-list--mark { color: $accent; }
        }
    }
    """

    @property
    def measure(self) -> int:
        """Cells of a line, without the one of the sign."""
        return max(1, self.scrollable_content_region.width - 1)

    def _update_lines(self) -> None:
        if self.scrollable_content_region.width > 1:
            super()._update_lines()

    def action_down(self) -> None:
        """One down."""
        self.action_cursor_down()

    def action_up(self) -> None:
        """One up."""
        self.action_cursor_up()

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._half(1)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._half(-1)

    def _half(self, direction: int) -> None:
        """To the option half a screen away, or beside it where that is none to choose."""
        here = self.highlighted
        if here is None:
            return
        step = max(1, self.scrollable_content_region.height // 2)
        at = max(0, min(self._index_to_line[here] + direction * step, len(self._lines) - 1))
        place = self._lines[at][0]
        place = here + direction if place == here else place
        ends = range(place, len(self.options) if direction > 0 else -1, direction)
        back = range(place, here, -direction)
        to_choose = (each for each in (*ends, *back) if not self.options[each].disabled)
        self.highlighted = next(to_choose, here)

    def render_line(self, y: int) -> Strip:
        """A line; one of the chosen option with the sign before it."""
        strip = super().render_line(y)
        at = self.scroll_offset.y + y
        place, line = self._lines[at] if at < len(self._lines) else (None, 0)
        if place is None or place != self.highlighted or self.options[place].disabled:
            return strip
        if line and not strip.text.strip():
            return strip
        return marked(
            strip,
            self.get_component_rich_style("choice-list--mark"),
            is_bold=self.BOLD_TITLES and line == 0,
        )


def marked(strip: Strip, mark: Style, *, is_bold: bool = False) -> Strip:
    """A line of the chosen row: the sign of its colour in the first cell, the rest perhaps in bold."""
    ground = next((segment.style for segment in strip if segment.style), Style.null())
    sign = Segment(CURRENT_SIGN, ground + Style(color=mark.color, bold=True))
    bold = Style(bold=True) if is_bold else Style.null()
    rest = [Segment(text, (style or Style.null()) + bold) for text, style, _control in strip.crop(1)]
    return Strip([sign, *rest], strip.cell_length)
