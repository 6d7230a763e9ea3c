"""One line that is asked for."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from articles.canonical import one_line
from articles.wording import _

_LONGEST_HINT = 240
"""Characters."""


class PromptScreen(ModalScreen[str | None]):
    """Gives what was written, or None."""

    BINDINGS = [("escape", "leave", "Leave")]

    DEFAULT_CSS = """
    PromptScreen { align: center middle; }
    PromptScreen > Vertical {
        width: 84; max-width: 96%; height: auto; background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-subtitle-color: $foreground 80%;
    }
    PromptScreen Static { color: $foreground 85%; }
    PromptScreen Input {
        border: none; height: 1; padding: 0 1; margin: 1 0; background: $panel;
        &:focus { border: none; }
    }
    """

    def __init__(self, title: str, hint: str = "", written: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = one_line(hint)[:_LONGEST_HINT]
        self._written = written

    def compose(self) -> ComposeResult:
        """The hint over the line."""
        with Vertical() as box:
            box.border_title = self._title
            box.border_subtitle = _("Enter takes it · Esc leaves")
            if self._hint:
                yield Static(self._hint, markup=False)
            yield Input(self._written, select_on_focus=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give what is written."""
        self.dismiss(message.value.strip())

    def action_leave(self) -> None:
        """Give nothing."""
        self.dismiss(None)
