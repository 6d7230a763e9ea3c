"""A question that is answered with yes or no."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.wording import _
from tui.layout.painting import CURRENT_SIGN
from tui.screens.hints import hint


class Answer(Static, can_focus=True):
    """One of two answers: Enter or a click gives it; the one with the keys has the sign of what is chosen."""

    BINDINGS = [Binding("enter,space", "give", show=False)]

    DEFAULT_CSS = """
    Answer { width: auto; padding: 0 2 0 0; margin-right: 3; }
    Answer:focus { background: $primary 20%; text-style: bold; }
    """

    class Given(Message):
        """This is the answer."""

        def __init__(self, is_yes: bool) -> None:
            super().__init__()
            self.is_yes = is_yes

    def __init__(self, label: str, is_yes: bool) -> None:
        super().__init__(markup=False)
        self._label = label
        self._is_yes = is_yes

    def render(self) -> str:
        """The sign, and the answer after its key."""
        key = self._label[0].lower()
        return f"{CURRENT_SIGN if self.has_focus else ' '} {key} {self._label}"

    def on_click(self) -> None:
        """Give it."""
        self.action_give()

    def action_give(self) -> None:
        """Give it."""
        self.post_message(self.Given(self._is_yes))


class ConfirmScreen(ModalScreen[bool]):
    """A question. No has the keys at first, as it changes nothing; Esc is no."""

    BINDINGS = [
        Binding("y,o", "answer(True)", show=False),
        Binding("n,escape", "answer(False)", show=False),
        Binding("left,up,h,k", "app.focus_previous", show=False),
        Binding("right,down,l,j", "app.focus_next", show=False),
    ]

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; }
    ConfirmScreen > Vertical {
        width: 84; max-width: 94%; height: auto; background: $surface; border: round $warning; padding: 1 2;
        border-subtitle-color: $foreground 70%;
    }
    ConfirmScreen Horizontal { height: 1; margin-top: 1; }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question over its answers."""
        with Vertical() as box:
            choose = hint(("left right", _("Choose")), ("enter", _("Answer")), ("escape", _("No")))
            box.border_subtitle = choose
            yield Static(self._question, markup=False)
            with Horizontal():
                yield Answer(_("Yes"), True)
                yield Answer(_("No"), False)

    def on_mount(self) -> None:
        """Give no the keys."""
        self.query(Answer).last().focus()

    def on_answer_given(self, message: Answer.Given) -> None:
        """Give the answer that was chosen."""
        self.dismiss(message.is_yes)

    def action_answer(self, answer: bool) -> None:
        """Give the answer."""
        self.dismiss(answer)
