"""One line that is asked for."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from articles.canonical import one_line
from tui.screens.hints import of_field
from tui.widgets.fields import Field, PathField

_LONGEST_HINT = 240
"""Characters."""


class PromptScreen(ModalScreen[str | None]):
    """Gives what was written, or None; stays while `complaint` has something to say of it."""

    BINDINGS = [Binding("escape", "leave", show=False)]

    DEFAULT_CSS = """
    PromptScreen { align: center middle; }
    PromptScreen > Vertical {
        width: 84; max-width: 96%; height: auto; background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-subtitle-color: $foreground 80%;
    }
    PromptScreen Static { color: $foreground 85%; }
    PromptScreen #fault { display: none; color: $error; margin-bottom: 1; }
    PromptScreen Input {
        border: none; height: 1; padding: 0 1; margin: 1 0; background: $panel;
        &:focus { border: none; }
    }
    """

    def __init__(
        self,
        title: str,
        hint: str = "",
        written: str = "",
        complaint: Callable[[str], str] = lambda _written: "",
        *,
        is_path: bool = False,
    ) -> None:
        super().__init__()
        self._is_path = is_path
        self._complaint = complaint
        self._title = title
        self._hint = one_line(hint)[:_LONGEST_HINT]
        self._written = written

    def compose(self) -> ComposeResult:
        """The hint over the line."""
        with Vertical() as box:
            box.border_title = self._title
            box.border_subtitle = of_field(is_path=self._is_path)
            if self._hint:
                yield Static(self._hint, markup=False)
            kind = PathField if self._is_path else Field
            yield kind(self._written, select_on_focus=False)
            yield Static(id="fault", markup=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give what is written, or say what is wrong with it."""
        written = message.value.strip()
        wrong = self._complaint(written)
        if not wrong:
            self.dismiss(written)
            return
        fault = self.query_one("#fault", Static)
        fault.display = True
        fault.update(wrong)

    def action_leave(self) -> None:
        """Give nothing."""
        self.dismiss(None)
