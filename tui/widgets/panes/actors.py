"""The actors."""

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import OptionList

from articles.annotations import Actor, ActorKind, counted
from articles.canonical import flowed
from articles.exporting.words import actors
from articles.wording import _
from tui.acts import IN_ACTORS, Keymap, bindings
from tui.state import ReaderState
from tui.widgets.panes.chosen import ActorChosen, ActorHighlighted, ActorSaid
from tui.widgets.panes.pane import Entry, Pane

_BAR = 8
"""Cells of the bar of whoever is named and quoted most."""

_KINDS = {
    ActorKind.PERSON: _("People"),
    ActorKind.ORGANISATION: _("Organisations"),
    ActorKind.PLACE: _("Places"),
}


class ActorsPane(Pane):
    """People, organisations and places, each with a bar of how often it is named and quoted together."""

    BINDINGS = bindings(IN_ACTORS)
    ACTS = ("pane-choose", "actors-said", "next_match", "previous_match")

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(keymap, id=id)
        self._actors: Sequence[Actor] = ()

    def show(self, state: ReaderState, shown: tuple[int, ...], length: int, speaker: str | None) -> None:
        """The actors by kind."""
        self._actors = tuple(actors(state.article, state.analysis).values()) if state.analysis else ()
        self.border_title = self.titled(_("Actors"))
        count = len(self._actors)
        self.border_subtitle = _("{count} · ■ named + quoted").format(count=count) if self._actors else ""
        most = max((actor.weight for actor in self._actors), default=1)
        entries: list[Entry] = []
        for kind, heading in _KINDS.items():
            own = [(place, actor) for place, actor in enumerate(self._actors) if actor.kind is kind]
            if own:
                entries.append((Text(heading, "bold underline"), None))
            entries += [(self._line(state, actor, most), place) for place, actor in own]
        self.fill(entries, state.waiting(_("Nobody is named.")))

    def point_at(self, actor: Actor) -> None:
        """Put the cursor on an actor."""
        if actor in self._actors:
            self.highlighted = self.get_option_index(str(self._actors.index(actor)))

    def _line(self, state: ReaderState, actor: Actor, most: int) -> Text:
        line = Text().append(actor.name, self.tint(actor.name if actor.quotes else None, state))
        if actor.role:
            line.append(f"\n{flowed(actor.role)}", self.quiet("cue"))
        filled = max(1, _BAR * actor.weight // most)
        return line.append(f"\n{'■' * filled}{'·' * (_BAR - filled)} {counted(actor)}\n", self.quiet())

    def _actor(self, option: str | None) -> Actor | None:
        return None if option is None else self._actors[int(option)]

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        actor = self._actor(message.option_id)
        if actor is not None:
            self.post_message(ActorChosen(actor))

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Tell which."""
        message.stop()
        actor = self._actor(message.option_id)
        if actor is not None:
            self.post_message(ActorHighlighted(actor))

    def action_said(self) -> None:
        """Ask for what the actor under the cursor said."""
        if self.chosen is not None:
            self.post_message(ActorSaid(self._actors[self.chosen]))
