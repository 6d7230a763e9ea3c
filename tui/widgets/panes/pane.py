"""What every pane beside the text is: a list under a title, whose edge can be dragged."""

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles.wording import _
from tui.acts import IN_PANES, Act, bindings, named
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.marks import tints
from tui.state import ReaderState


class Pane(OptionList):
    """A list beside the text, under a title that says what it holds."""

    BINDINGS = bindings(IN_PANES)

    ACTS: tuple[str, ...] = ("pane-choose",)
    """What can be done in it, for the footer."""

    DEFAULT_CSS = """
    Pane {
        width: 40; height: 1fr; background: $surface; border: round $panel; padding: 0 1;
        border-title-color: $secondary; border-subtitle-color: $foreground 75%;
        scrollbar-size-vertical: 1;
        &:focus { border: round $accent; border-title-color: $accent; }
        & > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 25%; }
        & > .option-list--option-hover { background: $panel 60%; }
    }
    """

    @dataclass
    class Dragged(Message):
        """The left edge was dragged so that the pane is so many cells wide."""

        width: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._dragging = False

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be done in it."""
        return named(*self.ACTS)

    def tint(self, speaker: str | None, state: ReaderState) -> Style:
        """The colour of a speaker, as in the text."""
        if state.analysis is None or speaker is None:
            return Style(bold=True)
        number = tints(state.analysis).get(speaker)
        return Style(bold=True, color=self.app.theme_variables.get(f"quote-{number}"))

    def fill(self, options: list[Option], waiting: str) -> None:
        """Show these, with the same place chosen as before; `waiting` where there are none."""
        place = self.highlighted
        self.clear_options()
        self.add_options(options or [Option(Text(waiting, "italic"), disabled=True)])
        if options:
            self.highlighted = min(place or 0, len(options) - 1)

    @property
    def chosen(self) -> int | None:
        """The number, given as its option's id, of what is under the cursor."""
        option = None if self.highlighted is None else self.get_option_at_index(self.highlighted).id
        return None if option is None else int(option)

    def action_choose(self) -> None:
        """Go to what is under the cursor."""
        self.action_select()

    def action_down(self) -> None:
        """One down."""
        self.action_cursor_down()

    def action_up(self) -> None:
        """One up."""
        self.action_cursor_up()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the left edge."""
        if event.x == 0:
            self._dragging = True
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if self._dragging:
            self.post_message(self.Dragged(self.region.right - event.screen_x))

    def on_mouse_up(self) -> None:
        """Let it go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()


def languages(view: View) -> tuple[int, ...]:
    """The languages a pane shows beside a view of the text, the first one to be read first."""
    match view:
        case View.FRENCH:
            return (FRENCH,)
        case View.ENGLISH:
            return (ENGLISH,)
        case _:
            return (FRENCH, ENGLISH)


def in_languages(shown: tuple[int, ...], french: str, english: str | None) -> list[tuple[str, str]]:
    """Words in the languages that are shown, with their styles; French where there is no English."""
    both = {FRENCH: french, ENGLISH: english}
    words = [found for side in shown if (found := both[side])] or [french]
    return [(found, "dim" if place else "") for place, found in enumerate(words)]


def sentence_in(shown: tuple[int, ...], state: ReaderState, sentence: int) -> list[tuple[str, str]]:
    """A sentence's words in the languages that are shown, with their styles."""
    found = state.translations.get(sentence)
    return in_languages(shown, state.french(sentence), None if found is None else found.english)


def waiting(state: ReaderState, nothing: str) -> str:
    """What an empty pane says: that it is being made, why it cannot be, or that there is nothing."""
    if state.analysis is not None:
        return nothing
    return state.analysis_failure or _("Being analysed…")
