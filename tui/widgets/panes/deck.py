"""The text with the panes beside it: which one is open, how wide, and what is in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from articles.annotations import Actor
from articles.wording import _
from tui.acts import Keymap
from tui.layout import beside
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.state import ReaderState
from tui.widgets.panes.chosen import EdgeDragged, SpeakerWanted, SummaryResized

if TYPE_CHECKING:
    from tui.widgets.panes.pane import Pane

SUMMARY, QUOTES, ACTORS, CLIPPINGS = "summary", "quotes", "actors", "clippings"

_STEP = 4

_SHOWN = ("translations", "analysis", "analysis_failure", "clippings")
"""What of the reader's state stands in panes."""


class PaneDeck(Horizontal):
    """The text at the left; at most one pane at the right, over the text where there is no room beside it."""

    DEFAULT_CSS = """
    PaneDeck { height: 1fr; layers: below above; }
    PaneDeck #text { width: 1fr; height: 1fr; layer: below; }
    PaneDeck Pane { display: none; layer: below; }
    PaneDeck.-over Pane { layer: above; dock: right; }
    """

    @dataclass
    class Changed(Message):
        """Another pane is open, or none, or it has another width."""

        pane: str | None
        width: int | None

    @dataclass
    class Summarised(Message):
        """The summary has these sentences now."""

        sentences: frozenset[int]

    def __init__(
        self, text: Widget, state: ReaderState, width: int | None, keymap: Keymap, *, id: str
    ) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._text = text
        self._state = state
        self._view = View.SIDE_BY_SIDE
        self._width = width
        self._open: str | None = None
        self._panes: dict[str, Pane] = {}
        self._summary_length = beside.SUMMARY
        self._speaker: str | None = None

    def compose(self) -> ComposeResult:
        """The text; a pane comes when it is first opened."""
        yield self._text

    def on_mount(self) -> None:
        """Tell the summary, where it is known from the beginning; follow the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._fill())
        if self._state.analysis is not None:
            self._tell_summary()

    @property
    def name_of_pane(self) -> str | None:
        """Which pane is open."""
        return self._open

    @property
    def pane(self) -> "Pane | None":
        """The pane that is open."""
        return None if self._open is None else self._panes[self._open]

    @property
    def is_in_pane(self) -> bool:
        """Whether the open pane has the keys."""
        return self.pane is not None and self.pane.has_focus

    @property
    def hides_text(self) -> bool:
        """Whether an open pane takes the whole screen."""
        return self.app.size.width < beside.OVER

    @property
    def covers_text(self) -> bool:
        """Whether an open pane lies over the text."""
        return self.app.size.width < beside.BESIDE

    @property
    def speaker(self) -> str | None:
        """The speaker whose quotes alone are shown."""
        return self._speaker

    def open(self, name: str | None) -> None:
        """Open a pane, in place of another one; none where `name` is None."""
        self._open = name
        if name is not None and name not in self._panes:
            self._panes[name] = made(name, self._keymap)
            self.mount(self._panes[name])
            self._place()
        for pane in self._panes.values():
            pane.display = pane.id == name
        self._fill()
        self.post_message(self.Changed(self._open, self._width))

    def toggle(self, name: str) -> None:
        """Open a pane, or close it where it is open."""
        if name == QUOTES:
            self._speaker = None
        self.open(None if self._open == name else name)

    def show(self, state: ReaderState, view: View) -> None:
        """Show what is known now beside a view of the text."""
        before, self._state = self._state, state
        if view is self._view and all(getattr(state, name) is getattr(before, name) for name in _SHOWN):
            return
        self._view = view
        analysed = state.analysis is not before.analysis
        if analysed:
            self._tell_summary()
        self._fill()

    def show_said(self, actor: Actor) -> None:
        """Open the quotes of one speaker."""
        self._speaker = actor.name
        self.open(QUOTES)

    def show_everybody(self) -> None:
        """All quotes again."""
        self._speaker = None
        self._fill()

    def point_at(self, actor: Actor) -> None:
        """Put the cursor of the actors on one of them."""
        from tui.widgets.panes.actors import ActorsPane

        pane = self._panes.get(ACTORS)
        if isinstance(pane, ActorsPane):
            pane.point_at(actor)

    def point_at_quote(self, quote: int) -> None:
        """Put the cursor of the quotes on one of them."""
        from tui.widgets.panes.quotes import QuotesPane

        pane = self._panes.get(QUOTES)
        if isinstance(pane, QuotesPane):
            pane.point_at(quote)

    def widen(self, steps: int) -> None:
        """A wider pane, or a narrower one where `steps` is negative."""
        self._resize(beside.width(self._width, self.app.size.width) + steps * _STEP)

    def _resize(self, width: int) -> None:
        self._width = beside.width(width, self.app.size.width)
        self._place()
        self.post_message(self.Changed(self._open, self._width))

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes over the text where there is no room beside it."""
        self._place()

    def _place(self) -> None:
        self.set_class(self.covers_text, "-over")
        for pane in self._panes.values():
            pane.styles.width = "100%" if self.hides_text else beside.width(self._width, self.app.size.width)

    def _fill(self) -> None:
        if self.pane is not None:
            self.pane.show(self._state, languages(self._view), self._summary_length, self._speaker)

    def _tell_summary(self) -> None:
        analysis = self._state.analysis
        chosen = analysis.summary(self._summary_length) if analysis else ()
        self.post_message(self.Summarised(frozenset(ranked.sentence for ranked in chosen)))

    @on(SummaryResized)
    def _resize_summary(self, message: SummaryResized) -> None:
        message.stop()
        self.lengthen_summary(message.step)

    def lengthen_summary(self, sentences: int) -> None:
        """A summary of so many more sentences, or fewer where it is negative."""
        most = len(self._state.analysis.ranking) if self._state.analysis else 1
        self._summary_length = max(1, min(self._summary_length + sentences, most))
        self._tell_summary()
        self._fill()

    @on(SpeakerWanted)
    def _filter(self, message: SpeakerWanted) -> None:
        message.stop()
        analysis = self._state.analysis
        if analysis is None:
            return
        if self._speaker is not None:
            self.show_everybody()
        elif (speaker := analysis.quotes[message.quote].speaker) is not None:
            self._speaker = speaker
            self._fill()
        else:
            self.notify(_("Nobody is named for this quote."), timeout=3)

    @on(EdgeDragged)
    def _drag(self, message: EdgeDragged) -> None:
        message.stop()
        self._resize(message.width)


def made(name: str, keymap: Keymap) -> "Pane":
    """A pane, with what it needs imported only now."""
    match name:
        case "summary":
            from tui.widgets.panes.summary import SummaryPane

            return SummaryPane(keymap, id=SUMMARY)
        case "quotes":
            from tui.widgets.panes.quotes import QuotesPane

            return QuotesPane(keymap, id=QUOTES)
        case "actors":
            from tui.widgets.panes.actors import ActorsPane

            return ActorsPane(keymap, id=ACTORS)
        case _:
            from tui.widgets.panes.clippings import ClippingsPane

            return ClippingsPane(keymap, id=CLIPPINGS)


def languages(view: View) -> tuple[int, ...]:
    """The languages a pane shows beside a view of the text, the first one to be read first."""
    match view:
        case View.FRENCH:
            return (FRENCH,)
        case View.ENGLISH:
            return (ENGLISH,)
        case _:
            return (FRENCH, ENGLISH)
