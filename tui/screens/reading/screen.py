"""The reading screen: puts the page, its heads and the panes together, and routes what happens."""

import threading
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus, Resize
from textual.widgets import Static

from articles import events
from tui.acts import IN_PANES, IN_SUMMARY, OF_PANES, PROGRAM, READING, Group, bindings
from tui.bridge import Told, teller
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.screens.reading.back import Back
from tui.screens.reading.beside import Beside
from tui.screens.reading.words import Words
from tui.state import updated
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes.deck import ACTORS, CLIPPINGS, QUOTES, SUMMARY, PaneDeck
from tui.widgets.welcome import Welcome

CLOSING = "closing"
"""The name of threads in which a reading ends; what it was writing is written when they have."""

_CYCLE = (View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR)


class ReadingScreen(Back, Beside, Words):
    """One article, being read."""

    BINDINGS = bindings(*READING, IN_SUMMARY)

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; background: $background; }
    ArticlePage { height: 1fr; }
    ReadingScreen.-finds ToastRack { margin-bottom: 2; }
    ReadingScreen.-welcomes ToastRack { margin-bottom: 8; }
    ReadingScreen.-welcomes.-finds ToastRack { margin-bottom: 9; }
    #notice {
        display: none; height: auto; max-height: 4; padding: 0 2;
        background: $warning 20%; color: $foreground;
    }
    """

    def compose(self) -> ComposeResult:
        """The page under its heads, beside the panes."""
        measure = self._settings.measure
        text = Vertical(
            ColumnHeads(measure, id="heads"),
            ArticlePage(self.state, self._view, self._language, measure, self._begins_at, id="page"),
            id="text",
        )
        yield TitleBar(self.state, self._settings.keymap, id="title")
        yield Static(id="notice", markup=False)
        yield PaneDeck(text, self.state, self._settings.choices.pane_width, self._settings.keymap, id="deck")
        yield Welcome(self._settings.keymap, id="welcome")
        yield FindBar(lambda: (self.state, self.page.sentences), id="find")
        yield Foot(self._settings.keymap, id="foot")

    def on_mount(self) -> None:
        """Begin to translate once the French is on the screen."""
        self.page.focus()
        self._welcomes = not self._settings.choices.is_welcomed
        self._place_welcome()
        pane = self._settings.choices.pane
        if pane in (SUMMARY, QUOTES, ACTORS, CLIPPINGS) and not self._welcomes:
            self._reopen(pane)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._reading = self._start_reading(self.state.article, teller(self))
        self._reading.start()

    def on_unmount(self) -> None:
        """Stop what runs in the background, without waiting for it."""
        if self._reading is not None:
            threading.Thread(target=self._reading.close, name=CLOSING).start()

    @on(Told)
    def _hear(self, message: Told) -> None:
        if self._reading is None or message.event.job != self._reading.job:
            return
        before = self.state
        self.state = updated(before, message.event)
        if self.state is before:
            return
        self.page.set_state(self.state)
        if self.find_bar.display and self.state.translations is not before.translations:
            self.find_bar.look_again()
            self.page.mark_hits(self.find_bar.hits, self.find_bar.number)
        if isinstance(message.event, events.SentencesEdited) and message.event.translation is None:
            self._lacks_english = True
        if self._lacks_english and not self.state.is_translating:
            self._lacks_english = False
            self._translate_again()
        if self.state.notices != before.notices:
            self._show_notice()
        self._show_around()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self._show_foot()

    def on_resize(self, event: Resize) -> None:
        """Where the reader is stays where it is; the welcome makes way on a low screen."""
        self._place_welcome()
        self.call_after_refresh(self._show_around)

    @on(ArticlePage.Reached)
    def _update_around(self, message: ArticlePage.Reached) -> None:
        self._keep_here()
        self._follow_cursor()
        self._show_around()

    @on(ArticlePage.LaidOut)
    def _update_heads(self) -> None:
        self._show_around()

    @on(ArticlePage.Scrolled)
    def _translate_from(self, message: ArticlePage.Scrolled) -> None:
        if self._reading is not None:
            self._reading.look_at(message.first_visible)
        if self.page.here != self._here:
            self._keep_here()

    def _keep_here(self) -> None:
        """Keep and show where the reader is; a jump over more than a screen is a look ahead, not reading."""
        before, self._here = self._here, self.page.here
        if self.page.is_within_a_screen(before, self._here):
            self.read_to = max(self.read_to, self._here)
        if self._reading is not None:
            self._reading.at(self._here, self.read_to)
        self.query_one("#title", TitleBar).show(self.state, self.page.place)

    def action_toggle_language(self) -> None:
        """The other language, in place; from two languages at once to one of them."""
        shown = self.page.shown_view
        if shown in (View.FRENCH, View.ENGLISH):
            self._language = ENGLISH if shown is View.FRENCH else FRENCH
        if shown is self._view or shown not in (View.FRENCH, View.ENGLISH):
            self._view = View.ENGLISH if self._language == ENGLISH else View.FRENCH
        self._show_view()
        self.welcome.did("toggle_language")

    def action_cycle_view(self) -> None:
        """The next of the four views that differs from what is on the screen."""
        shown = self.page.shown_view
        place = _CYCLE.index(self._view)
        for step in range(1, len(_CYCLE) + 1):
            self._view = _CYCLE[(place + step) % len(_CYCLE)]
            self._language = ENGLISH if self._view is View.ENGLISH else FRENCH
            if self._view is not shown:
                break
        self._show_view()

    def action_packs(self) -> None:
        """Language packs; with another one, the article is translated again."""

        def closed(changed: bool | None) -> None:
            if changed:
                self._translate_again()

        from tui.screens.packs import PacksScreen

        self.app.push_screen(PacksScreen(self._settings.keymap), closed)

    def _translate_again(self) -> None:
        if self._reading is not None:
            self._reading.close(timeout=0)
        self.state = replace(self.state, is_translating=True, pack_missing=False)
        self.page.set_state(self.state)
        self._begin()

    def action_toggle_marks(self) -> None:
        """Show or hide the highlights."""
        self._shows_marks = not self._shows_marks
        self.page.show_marks(self._shows_marks)

    def groups_here(self) -> tuple[Group, ...]:
        """Those of the pane that has the keys, then those of the text, each by what it does now."""
        pane = self.deck.name_of_pane if self.deck.is_in_pane else None
        in_pane = () if pane is None else (IN_PANES, OF_PANES[pane])
        in_text = tuple(
            replace(group, acts=tuple(map(self._as_it_is, group.acts))) if group is PROGRAM else group
            for group in READING
        )
        return (*in_pane, *in_text)

    def action_help(self) -> None:
        """The list of keys."""
        super().action_help()
        self.welcome.did("help")
