"""The reading screen: puts the page, its heads and the panes together, and routes what happens."""

from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.widgets import Static

from articles import events
from articles.article import Article
from tui.acts import IN_PANES, IN_SUMMARY, OF_PANES, PROGRAM, READING, Group, bindings
from tui.bridge import Told
from tui.layout import beside
from tui.layout.viewing import Viewing
from tui.screens.reading.beside import Beside
from tui.screens.reading.moving import Moving
from tui.screens.reading.now import Step, as_it_is, step_back
from tui.screens.reading.words import Words
from tui.settings import Chose
from tui.state import updated
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes.deck import ACTORS, CLIPPINGS, QUOTES, SUMMARY, PaneDeck
from tui.widgets.welcome import Welcome


class ReadingScreen(Moving, Beside, Words):
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

    @dataclass
    class LibraryWanted(Message):
        """The reader wants to the list or the library; this is what was read, up to a sentence."""

        article: Article
        sentence: int

    @dataclass
    class NeighbourWanted(Message):
        """The reader wants the article so many places on in the list it was opened from."""

        article: Article
        step: int

    _shows_marks = True
    _welcomes = False
    _lacks_english = False
    """Whether English by hand was taken back that the machine has to give again."""

    def compose(self) -> ComposeResult:
        """The page under its heads, beside the panes."""
        measure, view, language = self._settings.measure, self.viewing.view, self.viewing.language
        text = Vertical(
            ColumnHeads(measure, id="heads"),
            ArticlePage(self.state, view, language, measure, self.begins_at, id="page"),
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
        is_remembered = pane in (SUMMARY, QUOTES, ACTORS, CLIPPINGS) and not self._welcomes
        if is_remembered and not self.deck.covers_text:
            self.deck.open(pane)
            self.call_after_refresh(self.follow_cursor)
        self.call_after_refresh(self.running.begin)

    def on_unmount(self) -> None:
        """Stop what runs in the background, without waiting for it."""
        self.running.end()

    @on(Told)
    def _hear(self, message: Told) -> None:
        if not self.running.tells(message.event):
            return
        before = self.state
        self.state = updated(before, message.event)
        if self.state is before:
            return
        self.page.set_state(self.state)
        if self.find_bar.display and self.state.translations is not before.translations:
            self.find_bar.look_again()
            self.page.mark_hits(self.find_bar.finding.hits, self.find_bar.finding.number)
        if isinstance(message.event, events.SentencesEdited) and message.event.translation is None:
            self._lacks_english = True
        if self._lacks_english and not self.state.is_translating:
            self._lacks_english = False
            self._translate_again()
        if self.state.notices != before.notices:
            self.show_notices()
        self.show_around()
        if self.state.analysis is not before.analysis:
            self.follow_cursor()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self.show_foot()

    def on_resize(self, event: Resize) -> None:
        """Where the reader is stays where it is; the welcome makes way on a low screen."""
        self._place_welcome()
        self.call_after_refresh(self.show_around)

    @on(ArticlePage.Reached)
    def _update_around(self, message: ArticlePage.Reached) -> None:
        self.keep_place(message.sentence, is_on_the_way=self.find_bar.is_typing)
        self.follow_cursor()
        self.show_around()

    @on(ArticlePage.LaidOut)
    def _update_heads(self) -> None:
        self.show_around()

    @on(ArticlePage.Scrolled)
    def _translate_from(self, message: ArticlePage.Scrolled) -> None:
        self.running.look_at(message.first_visible)
        if self.page.here != self.trail.here:
            self.keep_place(self.page.here, is_on_the_way=self.find_bar.is_typing)

    @on(Welcome.Learnt)
    def _end_welcome(self) -> None:
        self._welcomes = False
        self._place_welcome()
        self.post_message(Chose({"is_welcomed": True}))

    def _place_welcome(self) -> None:
        self.welcome.display = self._welcomes and self.size.height >= beside.ROWS_TO_WELCOME
        self.show_foot()

    # -- going back ------------------------------------------------------------------------------------

    def action_dismiss(self) -> None:  # type: ignore[override]
        """Back, one step."""
        match step_back(self.now):
            case Step.TO_EVERYBODY:
                self.deck.show_everybody()
            case Step.TO_TEXT:
                self.page.focus()
                if self.deck.covers_text:
                    self.deck.open(None)
            case Step.END_FINDING:
                self.find_bar.end()
                self.page.mark_hits((), None)
                self.choose_actor(None)
                self.page.focus()
            case Step.CLOSE_PANE:
                self.deck.open(None)
                self.choose_actor(None)
            case Step.TO_BOTH:
                self._show_view(Viewing())
            case Step.END_WELCOME:
                self._end_welcome()
            case Step.CLOSE_NOTICES:
                self.state = replace(self.state, notices=())
                self.show_notices()
            case Step.LET_GO:
                self.choose_actor(None)
            case Step.TO_LIST:
                self.action_library()
        self.show_foot()

    def action_library(self) -> None:
        """The list that the article was opened from, else the library."""
        self.post_message(self.LibraryWanted(self.state.article, self.page.here))

    def action_next_article(self) -> None:
        """The next article of the list."""
        self.post_message(self.NeighbourWanted(self.state.article, 1))

    def action_previous_article(self) -> None:
        """The article before it."""
        self.post_message(self.NeighbourWanted(self.state.article, -1))

    # -- looking ---------------------------------------------------------------------------------------

    def _show_view(self, viewing: Viewing) -> None:
        self.viewing = viewing
        self.page.set_view(viewing.view, viewing.language)
        self.show_around()

    def action_toggle_language(self) -> None:
        """The other language, in place; from two languages at once to one of them."""
        self._show_view(self.viewing.toggled(self.page.shown_view))
        self.welcome.did("toggle_language")

    def action_cycle_view(self) -> None:
        """The next of the four views that differs from what is on the screen."""
        self._show_view(self.viewing.cycled(self.page.shown_view))

    def action_packs(self) -> None:
        """Language packs; with another one, the article is translated again."""

        def closed(changed: bool | None) -> None:
            if changed:
                self._translate_again()

        from tui.screens.packs import PacksScreen

        self.app.push_screen(PacksScreen(self._settings.keymap), closed)

    def _translate_again(self) -> None:
        self.state = replace(self.state, is_translating=True, pack_missing=False)
        self.page.set_state(self.state)
        self.running.begin_anew()

    def action_toggle_marks(self) -> None:
        """Show or hide the highlights."""
        self._shows_marks = not self._shows_marks
        self.page.show_marks(self._shows_marks)

    def groups_here(self) -> tuple[Group, ...]:
        """Those of the pane that has the keys, then those of the text, each by what it does now."""
        pane = self.deck.name_of_pane if self.deck.is_in_pane else None
        in_pane = () if pane is None else (IN_PANES, OF_PANES[pane])
        now = self.now
        program = replace(PROGRAM, acts=tuple(as_it_is(act, now) for act in PROGRAM.acts))
        in_text = tuple(program if group is PROGRAM else group for group in READING)
        return (*in_pane, *in_text)

    def action_help(self) -> None:
        """The list of keys."""
        super().action_help()
        self.welcome.did("help")
