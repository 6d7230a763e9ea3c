"""The list of keys, drawn from the table that defines them."""

from itertools import groupby

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.acts import READING, Act, key_name


def table(acts: tuple[Act, ...]) -> Table:
    """The acts by group, each with its keys."""
    grid = Table.grid(padding=(0, 3))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for group, members in groupby(acts, key=lambda act: act.group):
        if grid.row_count:
            grid.add_row()
        grid.add_row(Text(group, "bold underline"))
        for act in members:
            grid.add_row(Text("  ".join(map(key_name, act.keys)), "bold"), Text(act.help))
    return grid


class HelpScreen(ModalScreen[None]):
    """The keys, over the page."""

    BINDINGS = [("escape,question_mark,q,f1,enter", "dismiss", "Close")]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 72; max-width: 94%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 1 2;
        border-title-color: $accent; border-subtitle-color: $foreground 70%;
    }
    """

    def compose(self) -> ComposeResult:
        """The table."""
        with VerticalScroll() as box:
            box.border_title = "Keys"
            box.border_subtitle = "Esc closes"
            yield Static(table(READING))
