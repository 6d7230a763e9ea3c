"""A question that is answered with yes or no."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.wording import _
from tui.screens.hints import hint


class ConfirmScreen(ModalScreen[bool]):
    """A question; Esc is no."""

    BINDINGS = [("y,o", "answer(True)", "Yes"), ("n,escape", "answer(False)", "No")]

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; }
    ConfirmScreen > Vertical {
        width: 84; max-width: 94%; height: auto; background: $surface; border: round $warning; padding: 1 2;
        border-subtitle-color: $foreground 70%;
    }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical() as box:
            box.border_subtitle = hint(("y", _("Yes")), ("n", _("No")))
            yield Static(self._question, markup=False)

    def action_answer(self, answer: bool) -> None:
        """Give the answer."""
        self.dismiss(answer)
