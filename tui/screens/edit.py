"""Changing one sentence's English."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from articles.wording import _
from tui.acts import WHILE_EDITING, Keymap, bindings, shown_keys
from tui.widgets.fields import Area


class EditScreen(ModalScreen[str | None]):
    """The French, and its English to be changed; gives the new English, or None.

    The empty English is that of the machine, in place of one by hand.
    """

    BINDINGS = bindings(WHILE_EDITING)

    DEFAULT_CSS = """
    EditScreen { align: center bottom; padding-bottom: 1; }
    EditScreen > Vertical {
        width: 100%; max-width: 120; height: auto; max-height: 80%;
        background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-subtitle-color: $foreground 70%;
    }
    EditScreen Static { color: $foreground 80%; margin-bottom: 1; max-height: 8; }
    EditScreen TextArea { height: auto; max-height: 8; border: none; padding: 0; background: $panel; }
    """

    def __init__(self, french: str, english: str, keymap: Keymap, *, is_by_hand: bool = False) -> None:
        super().__init__()
        self._is_by_hand = is_by_hand
        self._keymap = keymap
        self._french = french
        self._english = english

    def compose(self) -> ComposeResult:
        """The French over its English."""
        with Vertical() as box:
            box.border_title = _("The English of this sentence")
            keys = shown_keys(WHILE_EDITING.acts, self._keymap)
            emptied = [_("Empty: the machine’s English again")] if self._is_by_hand else []
            box.border_subtitle = " · ".join([keys, *emptied])
            yield Static(self._french, markup=False)
            yield Area(self._english, soft_wrap=True, show_line_numbers=False, id="english")

    def on_mount(self) -> None:
        """Put the cursor at the end of the English."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give the new English."""
        english = " ".join(self.query_one(TextArea).text.split())
        is_changed = english != self._english and (english or self._is_by_hand)
        self.dismiss(english if is_changed else None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
