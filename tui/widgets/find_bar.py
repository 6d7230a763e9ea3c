"""The line in which words are typed that are to be found, with how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from articles.wording import _
from tui.acts import WHILE_FINDING, bindings
from tui.finding import Finding
from tui.state import ReaderState
from tui.widgets.fields import Field

Searched = Callable[[], tuple[ReaderState, Sequence[int]]]
"""What words are looked for in: an article with its English, and the sentences of it that are shown."""


class FindBar(Horizontal):
    """Finds what is typed, from the sentence where the finding began; tells where the reader is to go."""

    BINDINGS = bindings(WHILE_FINDING)

    DEFAULT_CSS = """
    FindBar { display: none; height: 1; background: $panel; padding: 0 1; }
    FindBar #sign { width: 2; color: $accent; text-style: bold; }
    FindBar Input { border: none; height: 1; width: 1fr; padding: 0; background: $panel; }
    FindBar #count { width: auto; color: $foreground 80%; }
    """

    @dataclass
    class Found(Message):
        """This was found, and the reader is to be where it says."""

        finding: Finding

    class Stayed(Message):
        """The reader goes on reading."""

    def __init__(self, searched: Searched, *, id: str) -> None:
        super().__init__(id=id)
        self._searched = searched
        self.finding = Finding()

    def compose(self) -> ComposeResult:
        """The sign, the words, the count."""
        yield Static("/", id="sign")
        yield Field(placeholder=_("words in French or English"), compact=True, select_on_focus=True)
        yield Static("", id="count", markup=False)

    @property
    def is_typing(self) -> bool:
        """Whether words are being typed."""
        return self.query_one(Input).has_focus

    def begin(self, sentence: int) -> None:
        """Take the keys, to find from a sentence on."""
        if not self.is_typing:
            self.finding = replace(self.finding, begun_at=sentence)
        self.display = True
        self.query_one(Input).focus()

    def look_again(self) -> None:
        """Find the same words in what there is now; the reader stays where they are."""
        self._have(self.finding.again(*self._searched()))

    def step(self, step: int, here: int) -> None:
        """Go to the place after or before, around the ends; `here` is the current sentence."""
        if self.finding.hits:
            self._go(self.finding.stepped(step, here))

    def end(self) -> None:
        """Go away, with nothing found."""
        self.display = False
        self.finding = Finding(self.finding.begun_at)
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""

    @on(Input.Changed)
    def _find(self, message: Input.Changed) -> None:
        message.stop()
        self._go(self.finding.of(message.value, *self._searched()))

    def _go(self, finding: Finding) -> None:
        self._have(finding)
        self.post_message(self.Found(finding))

    def _have(self, finding: Finding) -> None:
        self.finding = finding
        self.query_one("#count", Static).update(finding.count)

    def action_next(self) -> None:
        """The next place."""
        self.step(1, self.finding.sentence)

    def action_previous(self) -> None:
        """The place before."""
        self.step(-1, self.finding.sentence)

    def action_stay(self) -> None:
        """Go on reading here."""
        if not self.finding.hits:
            self.end()
        self.post_message(self.Stayed())

    def action_leave(self) -> None:
        """Go back to where the finding began."""
        self.end()
        self.post_message(self.Found(self.finding))
        self.post_message(self.Stayed())
