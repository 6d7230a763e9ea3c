"""The line in which words are typed that are to be found, with how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from articles.wording import _
from tui import walking
from tui.acts import WHILE_FINDING, bindings
from tui.layout.marks import Hit
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
        """These places were found, and the reader is to be at a sentence, at the hit of this number there."""

        hits: tuple[Hit, ...]
        number: int | None
        sentence: int

    class Stayed(Message):
        """The reader goes on reading."""

    def __init__(self, searched: Searched, *, id: str) -> None:
        super().__init__(id=id)
        self._searched = searched
        self._begun_at = 0
        self._number: int | None = None
        self.hits: tuple[Hit, ...] = ()

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
            self._begun_at = sentence
        self.display = True
        self.query_one(Input).focus()

    @property
    def number(self) -> int | None:
        """The number of the hit that the reader is at."""
        return self._number

    def look_again(self) -> None:
        """Find the same words in what there is now; the reader stays where they are."""
        state, shown = self._searched()
        at = None if self._number is None else self.hits[self._number]
        self.hits = walking.hits(state, self.query_one(Input).value, shown)
        self._number = self.hits.index(at) if at in self.hits else None
        self._count()

    def step(self, step: int, here: int) -> None:
        """Go to the place after or before, around the ends; `here` is the current sentence."""
        if not self.hits:
            return
        places = [hit.sentence for hit in self.hits]
        if self._number is None or places[self._number] != here:
            self._go(walking.around(places, here, step))
        else:
            self._go((self._number + step) % len(places))

    def end(self) -> None:
        """Go away, with nothing found."""
        self.display = False
        self.hits = ()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""

    @on(Input.Changed)
    def _find(self, message: Input.Changed) -> None:
        message.stop()
        state, shown = self._searched()
        self.hits = walking.hits(state, message.value, shown)
        self._go(walking.around([hit.sentence for hit in self.hits], self._begun_at - 1, 1))

    def _go(self, number: int) -> None:
        self._number = number if self.hits else None
        self._count()
        sentence = self.hits[number].sentence if self.hits else self._begun_at
        self.post_message(self.Found(self.hits, self._number, sentence))

    def _count(self) -> None:
        typed = bool(self.query_one(Input).value.strip())
        number = "–" if self._number is None else self._number + 1
        count = f"{number}/{len(self.hits)}" if self.hits else _("nothing") if typed else ""
        self.query_one("#count", Static).update(count)

    def action_next(self) -> None:
        """The next place."""
        self.step(1, self._sentence)

    def action_previous(self) -> None:
        """The place before."""
        self.step(-1, self._sentence)

    @property
    def _sentence(self) -> int:
        return self._begun_at if self._number is None else self.hits[self._number].sentence

    def action_stay(self) -> None:
        """Go on reading here."""
        if not self.hits:
            self.end()
        self.post_message(self.Stayed())

    def action_leave(self) -> None:
        """Go back to where the finding began."""
        begun_at = self._begun_at
        self.end()
        self.post_message(self.Found((), None, begun_at))
        self.post_message(self.Stayed())
