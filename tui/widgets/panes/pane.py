"""What every pane beside the text is: a list under a title, whose edge can be dragged."""

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets.option_list import Option

from tui.acts import IN_PANES, Act, Keymap, bindings, key_of, named
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.marks import tint
from tui.state import ReaderState
from tui.widgets.choice_list import ChoiceList
from tui.widgets.panes.chosen import EdgeDragged
from tui.widgets.wrapping import in_rows

Entry = tuple[Text, int | None]
"""What stands in a pane, and its number there; a heading has none."""


class Pane(ChoiceList):
    """A list beside the text, under a title that says what it holds."""

    BINDINGS = bindings(IN_PANES)

    ACTS: tuple[str, ...] = ("pane-choose",)
    """What can be done in it, for the footer."""

    COMPONENT_CLASSES = {"pane--quiet", "pane--cue"}

    DEFAULT_CSS = """
    .pane--quiet { color: $foreground 84%; }
    .pane--cue { color: $foreground 84%; text-style: italic; }
    Pane {
        width: 40; height: 1fr; background: $surface; border: round $panel;
        border-title-color: $secondary; border-subtitle-color: $foreground 75%;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &:focus { border: round $accent; border-title-color: $accent; }
        & > .option-list--option-disabled { color: $foreground 85%; }
        & > .option-list--option-hover { background: $panel 60%; }
    }
    """

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._dragging = False
        self._entries: Sequence[Entry] = ()
        self._laid_out_at = 0

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be done in it."""
        return named(*self.ACTS)

    def key(self, act: str) -> str:
        """The key of an act, by its id."""
        return key_of(act, self._keymap)

    def titled(self, title: str) -> str:
        """A title after the key that opens the pane."""
        return f"{self.key(str(self.id))} {title}".lstrip()

    def quiet(self, name: str = "quiet") -> Style:
        """How words are drawn that are not to be read first: "quiet", or "cue" for those in italics."""
        style = self.get_component_rich_style(f"pane--{name}")
        return Style(color=style.color, italic=style.italic)

    def in_languages(
        self, shown: tuple[int, ...], french: str, english: str | None
    ) -> Iterator[tuple[str, Style]]:
        """Words in the languages that are shown, with their styles; French where there is no English."""
        both = {FRENCH: french, ENGLISH: english}
        words = [found for side in shown if (found := both[side])] or [french]
        for place, found in enumerate(words):
            yield found, self.quiet() if place else Style.null()

    def tint(self, speaker: str | None, state: ReaderState) -> Style:
        """The colour of a speaker, as in the text."""
        if state.analysis is None or speaker is None:
            return Style(bold=True)
        number = tint(state.analysis, speaker)
        return Style(bold=True, color=self.app.theme_variables.get(f"quote-{number}"))

    def show(self, state: ReaderState, shown: tuple[int, ...], length: int, speaker: str | None) -> None:
        """Show what is known, in the languages that are `shown`: a summary of so many sentences, the quotes
        of one speaker or of all."""
        raise NotImplementedError

    def fill(self, entries: Sequence[Entry], waiting: str) -> None:
        """Show these, with the same one chosen as before, or its place; `waiting` where there are none."""
        place, chosen = self.highlighted, self.chosen
        self._entries = entries or [(Text(waiting, "italic"), None)]
        numbers = [number for _words, number in self._entries]
        self._lay_out(numbers.index(chosen) if chosen in numbers and chosen is not None else place)

    @property
    def _measure(self) -> int:
        """Cells of a line: a cell stays free before the scroll bar."""
        return self.measure - 1

    def _lay_out(self, place: int | None) -> None:
        width = self._measure
        self.clear_options()
        self.add_options(
            Option(in_rows(words, width), id=None if number is None else str(number), disabled=number is None)
            for words, number in self._entries
        )
        self._laid_out_at = width
        choices = [at for at, (_words, number) in enumerate(self._entries) if number is not None]
        if choices:
            self.highlighted = place if place in choices else choices[0]

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._measure != self._laid_out_at:
            self._lay_out(self.highlighted)

    @property
    def chosen(self) -> int | None:
        """The number, given as its option's id, of what is under the cursor."""
        option = None if self.highlighted is None else self.get_option_at_index(self.highlighted).id
        return None if option is None else int(option)

    def action_choose(self) -> None:
        """Go to what is under the cursor."""
        self.action_select()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the left edge."""
        if event.x == 0:
            self._dragging = True
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if self._dragging:
            self.post_message(EdgeDragged(self.region.right - event.screen_x))

    def on_mouse_up(self) -> None:
        """Let it go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
