"""The Textual application: which screen is shown, and what runs in the background.

What an article does not need for its first words is imported where it is used; messages of such screens are
heard by the names that Textual gives their handlers.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.events import Paste
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from articles import choices, events, paths
from articles.article import Article
from articles.canonical import one_line
from articles.errors import EnregardError
from articles.library.desk import Desk
from articles.opening import article_of
from articles.recalling import Recalled, recalled
from articles.sources import Collection
from articles.sources.raw import PASTED
from articles.store import queue, shelves
from articles.store.database import Connection
from articles.translation import Translator
from articles.wording import _
from tui.acts import first_key, named
from tui.bridge import Said, Told
from tui.commands import Commands
from tui.first_page import FirstPage
from tui.keymap import for_textual
from tui.screens.reading import ReadingScreen, StartReading
from tui.settings import Chose, Settings

if TYPE_CHECKING:
    from articles.analysis.client import Analyser
    from articles.engine import Engine
    from articles.reading import Reading
    from tui.ahead import Ahead, AheadState
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
        self._article: tuple[Article, int] | None = None
        self._collections: list[CollectionScreen] = []
        self._is_of_collection = False
        self._library: LibraryScreen | None = None
        self._pasted = 0
        self._reading: Reading | None = None
        self._known = known or Recalled()
        self._notice = notice
        self._start_reading = start_reading or self._own_reading
        self._find_translator = find_translator or self._installed_translator
        self._desk = Desk(self._settings.library)

    @cached_property
    def _analyser(self) -> "Analyser":
        from articles.analysis.client import Analyser

        return Analyser(idle_seconds=self._settings.analysis_idle_seconds)

    @cached_property
    def _engine(self) -> "Engine":
        from articles.engine import Engine

        return Engine()

    def _installed_translator(self) -> Translator | None:
        return self._engine.translator()

    @cached_property
    def _ahead(self) -> "Ahead":
        from tui.ahead import Ahead

        return Ahead(self._settings.library, self._find_translator, self._tell_ahead)

    def _own_reading(self, article: Article, tell: Callable[[events.Event], None]) -> "Reading":
        """A reading with the reader's own memory, language packs and analysis."""
        from articles.reading import Reading

        return Reading(
            article,
            tell,
            library=self._settings.library,
            find_translator=self._find_translator,
            analyse=self._analyser.analyse,
        )

    def _begin_reading(self, article: Article, tell: Callable[[events.Event], None]) -> "Reading":
        """Begin to read; what is translated ahead makes way until the article has its English."""
        reading = self._start_reading(article, tell)
        self._reading = reading
        self._ahead.give_way(True)
        return reading

    def on_unmount(self) -> None:
        """End what runs in the background."""
        for begun in ("_ahead", "_analyser", "_engine"):
            if begun in vars(self):
                getattr(self, begun).close()
        self._desk.close()

    def on_mount(self) -> None:
        """Show what was opened; the library where nothing was."""
        self._take_theme()
        if not self._settings.has_motion:
            self.animation_level = "none"
        self.set_keymap(for_textual(self._settings.keymap))
        match self._opened:
            case Article():
                self._article = (self._opened, self._known.sentence)
                self.push_screen(self._reading_screen(self._opened, self._known))
            case Collection():
                self.push_screen(self._entered(self._opened))
            case None:
                self._offer_samples()
                self.push_screen(self._library_screen())
        self.call_after_refresh(self._go_on_ahead)
        if self._notice is not None:
            self.notify(self._notice, timeout=8, markup=False)

    # -- from screen to screen -------------------------------------------------------------------------

    def _show(self, screen: Screen[None]) -> None:
        """Show a screen in place of the one that is shown, and of what lies over that."""
        left = self.screen_stack[_UNDER]
        if isinstance(left, ReadingScreen) and left.is_mounted:
            self._leave(left.state.article, left.page.here, left.read_to)
        while len(self.screen_stack) > _UNDER + 1:
            self.pop_screen()
        self.switch_screen(screen)

    def _leave(self, article: Article, sentence: int, read_to: int) -> None:
        """Note where an article is left before anything else is asked of the library."""
        self._article = (article, sentence)
        reading, self._reading = self._reading, None

        def work(connection: Connection) -> None:
            if reading is None or not reading.is_shelved:
                shelves.add_opened(connection, article)
            shelves.keep_position(connection, article.id, sentence, read_to=read_to)

        self._desk.do(work)
        self._ahead.give_way(False)

    def _show_article(self, article: Article, known: Recalled) -> None:
        self._show(self._reading_screen(article, known))
        self._article = (article, known.sentence)

    def _reading_screen(self, article: Article, known: Recalled) -> ReadingScreen:
        settings = replace(self._settings, choices=self._choices)
        return ReadingScreen(article, self._begin_reading, settings, known, is_of_list=self._is_of_collection)

    def _library_screen(self) -> "LibraryScreen":
        """The library as it was left."""
        if self._library is None:
            from tui.screens.library import LibraryScreen

            self._library = LibraryScreen(
                self._desk,
                self._settings,
                self._ahead.state,
                leads_back=lambda: bool(self._collections) or self._article is not None,
            )
            self.install_screen(self._library, "library")
        return self._library

    def _entered(self, collection: Collection) -> "CollectionScreen":
        """A collection that is entered; the one it is in waits as it was left."""
        from tui.screens.collection import CollectionScreen

        is_inner = bool(self._collections)
        screen = CollectionScreen(
            collection, self._settings, self._desk, leads_back=lambda: is_inner or self._article is not None
        )
        self._collections.append(screen)
        self.install_screen(screen, f"collection-{id(screen)}")
        return screen

    def on_library_screen_opened(self, message: "LibraryScreen.Opened") -> None:
        """Read what was chosen in the library."""
        if self.screen_stack[_UNDER] is self._library:
            self._is_of_collection = False
            self._show_article(message.article, message.known)

    def on_collection_screen_opened(self, message: "CollectionScreen.Opened") -> None:
        """Read what was chosen in a folder, book or feed."""
        self._is_of_collection = True
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

        self._desk.do(partial(recalled, article), then, lambda _error: then(Recalled()))

    @on(PlaceFound)
    def _read_from(self, message: PlaceFound) -> None:
        self._show_article(message.article, message.known)

    @on(ReadingScreen.LibraryWanted)
    def _leave_article(self) -> None:
        if self._is_of_collection and self._collections:
            self._show(self._collections[-1])
        else:
            self._show_library()

    def on_collection_screen_library_wanted(self) -> None:
        """To the library."""
        self._show_library()

    def _show_library(self) -> None:
        self._is_of_collection = False
        self._show(self._library_screen())

    def on_collection_screen_add_wanted(self, message: "CollectionScreen.AddWanted") -> None:
        """Add what is in hand to the library."""
        self._show_library()
        library = self._library_screen()
        library.call_later(library.add, message.given)

    def on_library_screen_left(self) -> None:
        """Back to where one came from."""
        if self._collections:
            self._show(self._collections[-1])
        else:
            self._back_to_article()

    def on_collection_screen_left(self) -> None:
        """Back to where one came from."""
        if len(self._collections) > 1:
            self._collections.pop()
            self._show(self._collections[-1])
        else:
            self._back_to_article()

    def _back_to_article(self) -> None:
        if self._article is not None:
            self._read(*self._article)

    @dataclass
    class PasteRead(Message):
        """What was pasted is an article, or why it is none."""

        number: int
        article: Article | str

    def on_paste(self, event: Paste) -> None:
        """Read what was pasted; the name of something is asked about, and added to the library."""
        if self.screen.is_modal or isinstance(self.focused, Input) or not event.text.strip():
            return
        from tui.screens.library.typed import expanded, is_few_words, is_name

        if is_name(event.text):
            self._show_library()
            library = self._library_screen()
            library.call_later(library.ask_to_add, expanded(event.text))
        elif is_few_words(event.text):
            self._ask_about(event.text)
        else:
            self._begin_to_read(event.text)

    def _ask_about(self, pasted: str) -> None:
        """Ask whether a few words are to be read: they may have been pasted by mistake."""
        from tui.screens.confirm import ConfirmScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._begin_to_read(pasted)

        question = _("“{words}” was pasted.\n\nRead it as an article?").format(words=one_line(pasted))
        self.push_screen(ConfirmScreen(question), answered)

    def _begin_to_read(self, pasted: str) -> None:
        self._pasted += 1
        work = partial(self._read_pasted, pasted, self._pasted)
        threading.Thread(target=work, name="pasting", daemon=True).start()

    def _read_pasted(self, text: str, asked: int) -> None:
        try:
            article = article_of(text, source=PASTED, name="")
        except EnregardError as error:
            self.post_message(self.PasteRead(asked, str(error)))
        else:
            self.post_message(self.PasteRead(asked, article))

    @on(PasteRead)
    def _show_pasted(self, message: PasteRead) -> None:
        if message.number != self._pasted:
            return
        if isinstance(message.article, str):
            self.notify(message.article, markup=False)
            return
        here = self.screen_stack[_UNDER]
        if not isinstance(here, ReadingScreen):
            self._is_of_collection = here in self._collections
        self._read(message.article)
        key = first_key(named("library")[0], self._settings.keymap)
        if self._is_of_collection:
            said = _("What was pasted is being read. {key} leads back to the list; the library keeps it.")
        else:
            said = _("What was pasted is being read. {key}: the library, with what you read before.")
        self.notify(said.format(key=key), timeout=8, markup=False)

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

        self._desk.do(work, lambda _done: self.post_message(Chose({"has_samples": True})))

    # -- translating ahead -----------------------------------------------------------------------------

    @dataclass
    class AheadWent(Message):
        """Translating ahead went on."""

        state: "AheadState"

    def _tell_ahead(self, state: "AheadState") -> None:
        self.post_message(self.AheadWent(state))

    def _go_on_ahead(self) -> None:
        """Go on translating what still waits from the last time."""
        self._desk.do(queue.length, lambda waiting: self._ahead.begin() if waiting else None)

    def on_library_screen_ahead_wanted(self) -> None:
        """Translate ahead what waits."""
        self._ahead.begin()

    def on_library_screen_ahead_toggled(self) -> None:
        """Pause translating ahead, or go on."""
        self._ahead.toggle()

    @on(AheadWent)
    def _show_ahead(self, message: AheadWent) -> None:
        if self._library is not None and self._library.is_mounted:
            self._library.show_ahead(message.state)

    @on(Told)
    def _take_turns(self, message: Told) -> None:
        is_over = isinstance(message.event, events.TranslationEnded)
        if is_over and self._reading is not None and message.event.job == self._reading.job:
            self._ahead.give_way(False)

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
            self._desk.do(lambda connection: choices.keep(connection, before, now))

    @property
    def failure(self) -> Exception | None:
        """What ended the reader, where it was no wish of the person reading."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave the terminal as it was; the command line says what happened, without the article's words."""
        self._close_messages_no_wait()
