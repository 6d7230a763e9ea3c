"""The three panes beside the text: summary, quotes, actors. Each tells what was chosen in it."""

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles.annotations import Actor, ActorKind, Quote
from articles.canonical import flowed
from tui.layout.flow import ENGLISH
from tui.layout.marks import tints
from tui.state import ReaderState

SUMMARY, QUOTES, ACTORS = "summary", "quotes", "actors"

_BAR = 8
"""Cells of the bar that shows how often the most named actor is named."""

_KINDS = {
    ActorKind.PERSON: "People",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.PLACE: "Places",
}


class Pane(OptionList):
    """A list beside the text, under a title that says what it holds."""

    BINDINGS = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    DEFAULT_CSS = """
    Pane {
        width: 40; height: 1fr; background: $surface; border: round $panel; padding: 0 1;
        border-title-color: $secondary; border-subtitle-color: $foreground 60%;
        scrollbar-size-vertical: 1;
        &:focus { border: round $accent; border-title-color: $accent; }
        & > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 25%; }
        & > .option-list--option-hover { background: $panel 60%; }
    }
    """

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


def waiting(state: ReaderState, nothing: str) -> str:
    """What an empty pane says: that it is being made, why it cannot be, or that there is nothing."""
    if state.analysis is not None:
        return nothing
    return state.analysis_failure or "Being analysed…"


class SummaryPane(Pane):
    """The sentences that say the most, in reading order."""

    @dataclass
    class Chosen(Message):
        """A sentence of the summary was chosen."""

        sentence: int

    def show(self, state: ReaderState, count: int, language: int) -> None:
        """The summary of so many sentences, with the language that is not read first under the other."""
        summary = state.analysis.summary(count) if state.analysis else ()
        self.border_title = "1 Summary"
        self.border_subtitle = f"{len(summary)} sentences  − +"
        options = []
        for number, ranked in enumerate(summary, 1):
            line = Text().append(f"{number} ", "bold")
            for words, style in state.both(ranked.sentence, language):
                line.append(f"{words}\n", style)
            options.append(Option(line, id=str(ranked.sentence)))
        self.fill(options, waiting(state, "No sentence of this text stands alone."))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        if message.option_id is not None:
            self.post_message(self.Chosen(int(message.option_id)))


class QuotesPane(Pane):
    """The quotes in reading order, each under its speaker."""

    @dataclass
    class Chosen(Message):
        """A quote was chosen."""

        quote: int

    def show(self, state: ReaderState, speaker: str | None, language: int) -> None:
        """All quotes, or those of one speaker."""
        quotes = state.analysis.quotes if state.analysis else ()
        kept = [(place, quote) for place, quote in enumerate(quotes) if speaker in (None, quote.speaker)]
        self.border_title = "2 Quotes" if speaker is None else f"2 Quotes of {speaker}"
        self.border_subtitle = f"{len(kept)}" if speaker is None else f"{len(kept)} of {len(quotes)}  Esc all"
        options = [Option(self._line(state, quote, language), id=str(place)) for place, quote in kept]
        self.fill(options, waiting(state, "Nobody is quoted."))

    @property
    def chosen(self) -> int | None:
        """The number of the quote under the cursor."""
        option = None if self.highlighted is None else self.get_option_at_index(self.highlighted).id
        return None if option is None else int(option)

    def _line(self, state: ReaderState, quote: Quote, language: int) -> Text:
        line = Text().append(quote.speaker or "unattributed", self.tint(quote.speaker, state))
        if quote.cue is not None:
            line.append(f"  {flowed(quote.cue.of(state.article.text))}", "dim italic")
        french = f"« {flowed(quote.span.of(state.article.text))} »"
        english = state.translations.get(quote.sentence)
        if language == ENGLISH and english is not None:
            return line.append(f"\n{english.english}\n")
        line.append(f"\n{french}")
        if english is not None:
            line.append(f"\n{english.english}", "dim")
        return line.append("\n")

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        if message.option_id is not None:
            self.post_message(self.Chosen(int(message.option_id)))


class ActorsPane(Pane):
    """People, organisations and places, the weightiest first."""

    BINDINGS = [Binding("s", "said", "What they said")]

    @dataclass
    class Chosen(Message):
        """An actor was chosen, to walk through the mentions."""

        actor: Actor

    @dataclass
    class Said(Message):
        """What an actor said is asked for."""

        actor: Actor

    @dataclass
    class Highlighted(Message):
        """Another actor is under the cursor."""

        actor: Actor

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actors: tuple[Actor, ...] = ()

    def show(self, state: ReaderState) -> None:
        """The actors by kind."""
        self._actors = state.analysis.actors if state.analysis else ()
        self.border_title = "3 Actors"
        self.border_subtitle = "Enter mentions · s said" if self._actors else ""
        most = max((len(actor.mentions) for actor in self._actors), default=1)
        options: list[Option] = []
        for kind, heading in _KINDS.items():
            own = [(place, actor) for place, actor in enumerate(self._actors) if actor.kind is kind]
            if own:
                options.append(Option(Text(heading, "bold underline"), disabled=True))
            options += [Option(self._line(state, actor, most), id=str(place)) for place, actor in own]
        place = self.highlighted
        self.fill(options, waiting(state, "Nobody is named."))
        if options:
            self.highlighted = place or 1

    def _line(self, state: ReaderState, actor: Actor, most: int) -> Text:
        line = Text().append(actor.name, self.tint(actor.name if actor.quotes else None, state))
        if actor.role:
            line.append(f"\n{flowed(actor.role)}", "dim italic")
        filled = max(1, _BAR * len(actor.mentions) // most)
        said = f", quoted {len(actor.quotes)}×" if actor.quotes else ""
        return line.append(
            f"\n{'■' * filled}{'·' * (_BAR - filled)} named {len(actor.mentions)}×{said}\n", "dim"
        )

    def _actor(self, option: str | None) -> Actor | None:
        return None if option is None else self._actors[int(option)]

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        actor = self._actor(message.option_id)
        if actor is not None:
            self.post_message(self.Chosen(actor))

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Tell which."""
        message.stop()
        actor = self._actor(message.option_id)
        if actor is not None:
            self.post_message(self.Highlighted(actor))

    def action_said(self) -> None:
        """Ask for what the actor under the cursor said."""
        if self.highlighted is not None:
            actor = self._actor(self.get_option_at_index(self.highlighted).id)
            if actor is not None:
                self.post_message(self.Said(actor))
