"""The list of keys, drawn from the table that defines them."""

from rich.console import Group as RichGroup
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.wording import _
from tui.acts import IN_LISTS, Group, Keymap, bindings, groups, keys_of, named
from tui.keys import key_name
from tui.layout.wrap import cells
from tui.screens.hints import hint


def table(keymap: Keymap, here: tuple[Group, ...]) -> RichGroup:
    """Every act by place, those of `here` first, each with its keys."""
    titles = {group.title for group in here}
    shown = [*here, *(group for group in groups() if group.title not in titles)]
    keys = {act: "  ".join(map(key_name, keys_of(act, keymap))) for group in shown for act in group.acts}
    width = max(map(cells, keys.values()))
    parts: list[RenderableType] = []
    for group in shown:
        parts += [Text()] if parts else []
        parts.append(Text().append(group.title, "bold underline"))
        grid = Table.grid(padding=(0, 3))
        grid.add_column(no_wrap=True, min_width=width)
        grid.add_column()
        for act in group.acts:
            grid.add_row(Text(keys[act], "bold"), Text(act.help))
        parts.append(grid)
    return RichGroup(*parts)


class Scrolled(VerticalScroll):
    """What is scrolled as lists are gone through."""

    BINDINGS = bindings(IN_LISTS)

    def action_down(self) -> None:
        """One line down."""
        self.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """One line up."""
        self.scroll_relative(y=-1, animate=False)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self.scroll_relative(y=self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self.scroll_relative(y=-(self.size.height // 2))

    def action_first(self) -> None:
        """To the beginning."""
        self.scroll_home()

    def action_last(self) -> None:
        """To the end."""
        self.scroll_end()


class HelpScreen(ModalScreen[None]):
    """The keys, over the page; whatever opens it closes it too."""

    BINDINGS = [
        Binding("escape,q,enter", "dismiss", show=False),
        *(
            Binding(",".join(act.keys), "dismiss", show=False, id=act.id)
            for act in named("help", "library-help", "collection-help")
        ),
    ]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen #own { margin-top: 1; }
    HelpScreen > VerticalScroll {
        width: 100; max-width: 96%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 1 2;
        border-title-color: $accent; border-subtitle-color: $foreground 75%;
    }
    """

    def __init__(self, keymap: Keymap, here: tuple[Group, ...]) -> None:
        super().__init__()
        self._keymap = keymap
        self._here = here

    def compose(self) -> ComposeResult:
        """The table."""
        with Scrolled() as box:
            box.border_title = _("Keys")
            box.border_subtitle = hint(("up down", _("Scroll")), ("escape", _("Close")))
            yield Static(table(self._keymap, self._here))
            yield Static(_("Your own keys: enregard config init"), id="own")
