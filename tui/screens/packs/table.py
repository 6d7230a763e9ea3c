"""The packs that are installed and those that can be, a line each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip
from textual.widgets import DataTable

from articles.wording import _, megabytes
from tui.acts import IN_LISTS, bindings
from tui.widgets.choice_list import marked

if TYPE_CHECKING:
    from articles.translating.catalogue import Offer
    from articles.translating.packs import Pack


class PackTable(DataTable[str]):
    """A line a pack; the chosen one has the sign of the current sentence."""

    BINDINGS = bindings(IN_LISTS)
    COMPONENT_CLASSES = {"pack-table--mark"}

    DEFAULT_CSS = """
    PackTable {
        height: auto; max-height: 12; background: $surface;
        & > .datatable--cursor { background: $panel; color: $foreground; text-style: none; }
        & > .pack-table--mark { color: $foreground 45%; }
        &:focus > .datatable--cursor { background: $primary 20%; text-style: bold; }
        &:focus > .pack-table--mark { color: $accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__(cursor_type="row")
        self._packs: dict[str, Pack | Offer] = {}

    def on_mount(self) -> None:
        """Name the columns."""
        self.add_columns(_("direction"), _("version"), _("size"), _("where"))

    def show(self, installed: "Sequence[tuple[Pack, int]]", offered: "Sequence[Offer]") -> None:
        """Have a line for each pack, with its size in bytes, and for each offer."""
        self.clear()
        self._packs = {}
        for pack, size in installed:
            key = str(pack.path)
            self._packs[key] = pack
            self.add_row(str(pack.pair), pack.version, megabytes(size), pack.path.name, key=key)
        for offer in offered:
            self._packs[offer.name] = offer
            size_and_place = (megabytes(offer.size or 0), _("not installed"))
            self.add_row(str(offer.pair), offer.version, *size_and_place, key=offer.name)

    @property
    def chosen(self) -> "Pack | Offer | None":
        """What the chosen line is of."""
        if not self.row_count:
            return None
        return self._packs.get(str(self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value))

    def action_down(self) -> None:
        """One down."""
        self.action_cursor_down()

    def action_up(self) -> None:
        """One up."""
        self.action_cursor_up()

    def action_first(self) -> None:
        """To the first."""
        self.move_cursor(row=0)

    def action_last(self) -> None:
        """To the last."""
        self.move_cursor(row=self.row_count - 1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._half(1)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._half(-1)

    def _half(self, direction: int) -> None:
        step = max(1, self.scrollable_content_region.height // 2)
        self.move_cursor(row=self.cursor_row + direction * step)

    def render_line(self, y: int) -> Strip:
        """A line, with the sign where it is the chosen one."""
        strip = super().render_line(y)
        place = y - self.header_height + self.scroll_offset.y
        if y < self.header_height or place != self.cursor_row or not self.is_valid_row_index(place):
            return strip
        return marked(strip, self.get_component_rich_style("pack-table--mark"))
