"""What runs in the background while the reader is open: the library's desk, the models, translating ahead."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from articles import events
from articles.article import Article
from articles.library.desk import Desk
from articles.store import queue, shelves
from articles.store.database import Connection
from articles.translation import Translator

if TYPE_CHECKING:
    from articles.analysis.client import Analyser
    from articles.engine import Engine
    from articles.reading import Reading
    from tui.ahead import Ahead, AheadState

StartReading = Callable[[Article, Callable[[events.Event], None]], "Reading"]


class Background:
    """Begins readings, and lets what is translated ahead make way for them. What is heavy comes when needed.

    `library` is the SQLite file; without work for so many `idle_seconds` the analysis lets its model go.
    `tell_ahead` hears of translating ahead, from its thread.
    """

    def __init__(
        self,
        library: Path,
        idle_seconds: float | None,
        tell_ahead: "Callable[[AheadState], object]",
        start_reading: StartReading | None = None,
        find_translator: Callable[[], Translator | None] | None = None,
    ) -> None:
        self._library = library
        self._idle_seconds = idle_seconds
        self._tell_ahead = tell_ahead
        self._start_reading = start_reading or self._own_reading
        self._find_translator = find_translator or (lambda: self._engine.translator())
        self._reading: Reading | None = None
        self.desk = Desk(library)

    @cached_property
    def _analyser(self) -> "Analyser":
        from articles.analysis.client import Analyser

        return Analyser(idle_seconds=self._idle_seconds)

    @cached_property
    def _engine(self) -> "Engine":
        from articles.engine import Engine

        return Engine()

    @cached_property
    def ahead(self) -> "Ahead":
        """What translates ahead."""
        from tui.ahead import Ahead

        return Ahead(self._library, self._find_translator, self._tell_ahead)

    def _own_reading(self, article: Article, tell: Callable[[events.Event], None]) -> "Reading":
        """A reading with the reader's own memory, language packs and analysis."""
        from articles.reading import Reading

        return Reading(
            article,
            tell,
            library=self._library,
            find_translator=self._find_translator,
            analyse=self._analyser.analyse,
        )

    def begin(self, article: Article, tell: Callable[[events.Event], None]) -> "Reading":
        """Begin to read; what is translated ahead makes way until the article has its English."""
        self._reading = self._start_reading(article, tell)
        self.ahead.give_way(True)
        return self._reading

    def hear(self, event: events.Event) -> None:
        """Go on ahead once the article that is read has its English."""
        is_over = isinstance(event, events.TranslationEnded)
        if is_over and self._reading is not None and event.job == self._reading.job:
            self.ahead.give_way(False)

    def leave(self, article: Article, sentence: int, read_to: int) -> None:
        """Note where an article is left, and how far it was read, before anything else is asked."""
        reading, self._reading = self._reading, None

        def work(connection: Connection) -> None:
            if reading is None or not reading.is_shelved:
                shelves.add_opened(connection, article)
            shelves.keep_position(connection, article.id, sentence, read_to=read_to)

        self.desk.do(work)
        self.ahead.give_way(False)

    def go_on_ahead(self) -> None:
        """Go on translating what still waits from the last time."""
        self.desk.do(queue.length, lambda waiting: self.ahead.begin() if waiting else None)

    def close(self) -> None:
        """End it."""
        for begun in ("ahead", "_analyser", "_engine"):
            if begun in vars(self):
                getattr(self, begun).close()
        self.desk.close()
