"""The Textual application: which screen is shown.

What an article does not need for its first words is imported where it is used; messages of such screens are
heard by the names that Textual gives their handlers.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.events import Paste
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from articles import choices, paths
from articles.article import Article
from articles.recalling import Recalled, recalled
from articles.sources import Collection
from articles.store import shelves
from articles.store.database import Connection
from articles.translation import Translator
from articles.wording import _
from tui import pasting
from tui.acts import key_of
from tui.background import Background, StartReading
from tui.bridge import Said, Told
from tui.commands import Commands
from tui.first_page import FirstPage
from tui.keymap import for_textual
from tui.places import Places
from tui.screens.reading import ReadingScreen
from tui.settings import Chose, Settings
from tui.typed import expanded

if TYPE_CHECKING:
    from tui.ahead import AheadState
    from tui.screens.collection import CollectionScreen
    from tui.screens.library import LibraryScreen

_UNDER = 1
"""The place of what is shown among the screens, over the empty one that is always there."""


class EnregardApp(Commands):
    """The reader."""

    TITLE = "En regard"
    CSS = """
    Toast { padding: 0 1; margin-top: 0; }
    """

    def __init__(
        self,
        opened: Article | Collection | None,
        start_reading: StartReading | None = None,
        settings: Settings | None = None,
        *,
        known: Recalled | None = None,
        notice: str | None = None,
        find_translator: Callable[[], Translator | None] | None = None,
        first_page: FirstPage | None = None,
    ) -> None:
        super().__init__(settings or Settings(), first_page)
        self._opened = opened
        self._places: Places[CollectionScreen] = Places()
        self._library: LibraryScreen | None = None
        self._pasting = pasting.Pasting(self.post_message)
        self._known = known or Recalled()
        self._notice = notice
        self.background = Background(
            self._settings.library,
            self._settings.analysis_idle_seconds,
            lambda state: self.post_message(self.AheadWent(state)),
            start_reading,
            find_translator,
        )

    def on_unmount(self) -> None:
        """End what runs in the background."""
        self.background.close()

    def on_mount(self) -> None:
        """Show what was opened; the library where nothing was."""
        self._take_theme()
        if not self._settings.has_motion:
            self.animation_level = "none"
        self.set_keymap(for_textual(self._settings.keymap))
        match self._opened:
            case Article():
                self._places.article = (self._opened, self._known.sentence)
                self.push_screen(self._reading_screen(self._opened, self._known))
            case Collection():
                self.push_screen(self._entered(self._opened))
            case None:
                self._offer_samples()
                self.push_screen(self._library_screen())
        self.call_after_refresh(self.background.go_on_ahead)
        if self._notice is not None:
            self.notify(self._notice, timeout=8, markup=False)

    # -- from screen to screen -------------------------------------------------------------------------

    def _show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the one that is shown, and of what lies over that."""
        left = self.screen_stack[_UNDER]
        if isinstance(left, ReadingScreen) and left.is_mounted:
            self._places.article = (left.state.article, left.page.here)
            self.background.leave(*self._places.article, left.trail.read_to)
        while len(self.screen_stack) > _UNDER + 1:
            self.pop_screen()
        self.switch_screen(screen)

    def _show_article(self, article: Article, known: Recalled) -> None:
        self._show(self._reading_screen(article, known))
        self._places.article = (article, known.sentence)

    def _reading_screen(self, article: Article, known: Recalled) -> ReadingScreen:
        settings = replace(self._settings, choices=self._choices)
        return ReadingScreen(
            article, self.background.begin, settings, known, is_of_list=self._places.is_of_list
        )

    def _library_screen(self) -> "LibraryScreen":
        """The library as it was left."""
        if self._library is None:
            from tui.screens.library import LibraryScreen

            self._library = LibraryScreen(
                self.background.desk,
                self._settings,
                self.background.ahead.state,
                leads_back=lambda: self._places.leads_back,
            )
            self.install_screen(self._library, "library")
        return self._library

    def _entered(self, collection: Collection) -> "CollectionScreen":
        """A collection that is entered; the one it is in waits as it was left."""
        from tui.screens.collection import CollectionScreen

        screen = CollectionScreen(
            collection,
            self._settings,
            self.background.desk,
            leads_back=lambda: self._places.leads_out_of(screen),
        )
        self._places.collections.append(screen)
        self.install_screen(screen, f"collection-{id(screen)}")
        return screen

    def on_library_screen_opened(self, message: "LibraryScreen.Opened") -> None:
        """Read what was chosen in the library."""
        if self.screen_stack[_UNDER] is self._library:
            self._places.is_of_list = False
            self._show_article(message.article, message.known)

    def on_collection_screen_opened(self, message: "CollectionScreen.Opened") -> None:
        """Read what was chosen in a folder, book or feed."""
        self._places.is_of_list = True
        self._read(message.article)

    def on_collection_screen_entered(self, message: "CollectionScreen.Entered") -> None:
        """Enter a collection in a collection."""
        self._show(self._entered(message.collection))

    @dataclass
    class PlaceFound(Message):
        """An article is to be read; this is known of it, and where to begin."""

        article: Article
        known: Recalled

    def _read(self, article: Article, sentence: int | None = None) -> None:
        """Read an article from a sentence on, or where it was left, with all that is known of it."""

        def then(known: Recalled) -> None:
            begun = known if sentence is None else replace(known, sentence=sentence)
            self.post_message(self.PlaceFound(article, begun))

        self.background.desk.do(partial(recalled, article), then, lambda _error: then(Recalled()))

    @on(PlaceFound)
    def _read_from(self, message: PlaceFound) -> None:
        self._show_article(message.article, message.known)

    @on(ReadingScreen.LibraryWanted)
    def _leave_article(self) -> None:
        listing = self._places.list_of_article
        if listing is not None:
            self._show(listing)
        else:
            self._show_library()

    @on(ReadingScreen.NeighbourWanted)
    def _go_along(self, message: ReadingScreen.NeighbourWanted) -> None:
        """Read the article beside one in the list, where waiting for it is shown and can be stopped."""
        listing = self._places.list_of_article
        if listing is not None and listing.move(message.step):
            self._show(listing)
            listing.call_later(listing.action_open)
            return
        library = None if listing is not None else self._library
        beside = None if library is None else library.beside(message.article.id, message.step)
        if library is not None and beside is not None:
            self._show_library()
            library.open_kept(beside)
        else:
            last, first = (
                _("That was the last article of the list."),
                _("That is the first article of the list."),
            )
            self.notify(last if message.step > 0 else first, timeout=3)

    def on_collection_screen_library_wanted(self) -> None:
        """To the library."""
        self._show_library()

    def _show_library(self) -> None:
        self._places.is_of_list = False
        self._show(self._library_screen())

    def on_collection_screen_add_wanted(self, message: "CollectionScreen.AddWanted") -> None:
        """Add what is in hand to the library."""
        self._show_library()
        library = self._library_screen()
        library.call_later(library.add, message.given)

    def on_library_screen_left(self) -> None:
        """Back to where one came from."""
        self._back_to(self._places.inner)

    def on_collection_screen_left(self) -> None:
        """Back to where one came from."""
        self._back_to(self._places.out_of_inner())

    def _back_to(self, collection: "CollectionScreen | None") -> None:
        """To a collection, else to the article that was read last."""
        if collection is not None:
            self._show(collection)
        elif self._places.article is not None:
            self._read(*self._places.article)

    def on_paste(self, event: Paste) -> None:
        """Read what was pasted; the name of something is asked about, and added to the library."""
        if self.screen.is_modal or isinstance(self.focused, Input):
            return
        match pasting.kind_of(event.text):
            case pasting.Kind.NAME:
                self._show_library()
                library = self._library_screen()
                library.call_later(library.ask_to_add, expanded(event.text))
            case pasting.Kind.FEW_WORDS:
                self._ask_to_read(event.text)
            case pasting.Kind.TEXT:
                self._pasting.read(event.text)

    def _ask_to_read(self, pasted: str) -> None:
        from tui.screens.confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._pasting.read(pasted)

        self.push_screen(ConfirmScreen(pasting.question(pasted)), answered)

    @on(pasting.Read)
    def _show_pasted(self, message: pasting.Read) -> None:
        if not self._pasting.is_wanted(message):
            return
        if isinstance(message.article, str):
            self.notify(message.article, markup=False)
            return
        here = self.screen_stack[_UNDER]
        if not isinstance(here, ReadingScreen):
            self._places.is_of_list = here in self._places.collections
        self._read(message.article)
        key = key_of("library", self._settings.keymap)
        said = pasting.being_read(key, is_of_list=self._places.is_of_list)
        self.notify(said, timeout=8, markup=False)

    def _offer_samples(self) -> None:
        """Put the bundled articles into a library that is new, after what is in it."""
        if self._choices.has_samples:
            return

        def work(connection: Connection) -> None:
            from articles.library.adding import Added, add_all
            from articles.translating.importing import import_samples

            import_samples(connection)
            for each in add_all(connection, sorted(map(str, paths.samples().glob("*.txt")))):
                if isinstance(each, Added) and each.is_new:
                    shelves.put_last(connection, each.article.id)

        self.background.desk.do(work, lambda _done: self.post_message(Chose({"has_samples": True})))

    # -- translating ahead -----------------------------------------------------------------------------

    @dataclass
    class AheadWent(Message):
        """Translating ahead went on."""

        state: "AheadState"

    def on_library_screen_ahead_wanted(self) -> None:
        """Translate ahead what waits."""
        self.background.ahead.begin()

    def on_library_screen_ahead_toggled(self) -> None:
        """Pause translating ahead, or go on."""
        self.background.ahead.toggle()

    @on(AheadWent)
    def _show_ahead(self, message: AheadWent) -> None:
        if self._library is not None and self._library.is_mounted:
            self._library.show_ahead(message.state)

    @on(Told)
    def _take_turns(self, message: Told) -> None:
        self.background.hear(message.event)

    @on(Said)
    def _say(self, message: Said) -> None:
        self.clear_notifications()
        self.notify(message.words, timeout=message.seconds, markup=False)

    # -- choices ---------------------------------------------------------------------------------------

    @on(Chose)
    def _keep_choice(self, message: Chose) -> None:
        before, self._choices = self._choices, replace(self._choices, **message.changes)
        now = self._choices
        if now != before:
            self.background.desk.do(lambda connection: choices.keep(connection, before, now))

    @property
    def failure(self) -> Exception | None:
        """What ended the reader, where it was no wish of the person reading."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave the terminal as it was; the command line says what happened, without the article's words."""
        self._close_messages_no_wait()
