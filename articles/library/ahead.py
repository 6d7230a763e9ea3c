"""Translating ahead: the articles that wait get their English in the background, and go on where they were.

What is done is in the translation memory at once, so nothing is made twice, whenever it is stopped. Some
articles are at work together, so that the engine is never idle and memory stays small.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from articles.errors import EnregardError
from articles.store import database, memory, queue, search, shelves
from articles.translation import Segment, Translation, Translator, preference
from articles.wording import _

_SENTENCES_AT_ONCE = 1_000
"""Beyond which no more articles are taken to work."""

_ARTICLES_AT_ONCE = 32

_SAVE_EVERY = 0.5
"""Seconds: what a `kill -9` can cost."""

_LOOK_AGAIN = 0.05
"""Seconds between looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Articles that are done and that were asked for, and sentences that were translated for them."""

    done: int
    total: int
    sentences: int


class NoPack(EnregardError):
    """Nothing can translate."""

    def __init__(self) -> None:
        super().__init__(_("no language pack is installed"), _("enregard packs install gets a language pack"))


@dataclass(frozen=True, slots=True)
class _Work:
    """A sentence without English from this pack: the id of its article, its index there, its words."""

    article: str
    index: int
    french: str


_Arrived = tuple[_Work, str] | BaseException | None
"""A sentence and its English; the error that ended the engine's work; None at its end."""


def translate_ahead(
    file: Path,
    find_translator: Callable[[], Translator | None],
    tell: Callable[[Progress], None],
    stop: threading.Event,
    pause: threading.Event,
) -> Progress:
    """Translate every article that waits in the library `file`; tells how far it came.

    Returns within a moment once `stop` is set, with everything kept that was translated; while `pause` is
    set, it waits. `tell` is called on the thread of the caller. Raises NoPack, or EnregardError where the
    engine fails; what was done is then kept too.
    """
    with database.opened(file) as connection:
        return _Ahead(connection, find_translator, tell, stop, pause).run()


class _Ahead:
    def __init__(
        self,
        connection: database.Connection,
        find_translator: Callable[[], Translator | None],
        tell: Callable[[Progress], None],
        stop: threading.Event,
        pause: threading.Event,
    ) -> None:
        self._connection = connection
        self._find_translator = find_translator
        self._tell = tell
        self._stop = stop
        self._pause = pause
        self._done = 0
        self._sentences = 0

    def run(self) -> Progress:
        self._say()
        if queue.length(self._connection) and not self._stop.is_set():
            translator = self._find_translator()
            if translator is None:
                raise NoPack
            while not self._stop.is_set():
                articles = self._next()
                if not articles:
                    break
                self._translate(articles, translator)
        return self._say()

    def _say(self) -> Progress:
        progress = Progress(self._done, self._done + queue.length(self._connection), self._sentences)
        self._tell(progress)
        return progress

    def _next(self) -> list[str]:
        """The articles that come first, some thousand sentences together; at least one."""
        articles: list[str] = []
        total = 0
        for article, sentences in queue.first(self._connection, _ARTICLES_AT_ONCE):
            total += sentences
            if articles and total > _SENTENCES_AT_ONCE:
                break
            articles.append(article)
        return articles

    def _translate(self, articles: list[str], translator: Translator) -> None:
        work = [each for article in articles for each in self._lacking(article, translator.origin)]
        left = Counter(each.article for each in work)
        for article in articles:
            if article not in left:
                self._finish(article)
        if not work:
            return
        arrived: SimpleQueue[_Arrived] = SimpleQueue()
        engine = threading.Thread(
            target=self._engine, args=(translator, work, arrived), name="engine", daemon=True
        )
        engine.start()
        ended: BaseException | None = None
        is_over = False
        while not is_over:
            came = self._gathered(arrived)
            is_over = self._stop.is_set() or None in came
            ended = next((each for each in came if isinstance(each, BaseException)), None)
            self._keep([each for each in came if isinstance(each, tuple)], translator.origin, left)
            if ended is not None:
                raise _failure(ended)
        if not self._stop.is_set():
            for article in [article for article, count in left.items() if count > 0]:
                self._finish(article)

    def _lacking(self, article: str, origin: str) -> list[_Work]:
        """The sentences of an article that have no English, or have it from an older pack."""
        opened = shelves.article(self._connection, article)
        if opened is None:
            return []
        words = [*map(opened.words, range(len(opened.sentences)))]
        known = memory.look_up(self._connection, words)
        search.index_english(self._connection, article, known)
        return [
            _Work(article, index, french)
            for index, french in enumerate(words)
            if index not in known or preference(known[index].origin) < preference(origin)
        ]

    def _engine(self, translator: Translator, work: list[_Work], arrived: SimpleQueue[_Arrived]) -> None:
        """The engine's thread: puts each sentence where `_translate` takes it, then None or an error."""
        try:
            french = [each.french for each in work]
            for place, english in translator.translate(french, focus=lambda: 0, stop=self._stop):
                arrived.put((work[place], english))
                while self._pause.is_set() and not self._stop.is_set():
                    time.sleep(_LOOK_AGAIN)
            arrived.put(None)
        except BaseException as error:
            arrived.put(error)

    def _gathered(self, arrived: SimpleQueue[_Arrived]) -> list[_Arrived]:
        """What arrives until it is time to keep it, or to stop."""
        came: list[_Arrived] = []
        until = time.monotonic() + _SAVE_EVERY
        while time.monotonic() < until:
            try:
                came.append(arrived.get(timeout=_LOOK_AGAIN))
            except Empty:
                if self._stop.is_set():
                    break
            else:
                if not isinstance(came[-1], tuple):
                    break
        return came

    def _keep(self, came: list[tuple[_Work, str]], origin: str, left: Counter[str]) -> None:
        if not came:
            return
        found: dict[str, dict[int, Translation | None]] = {}
        for work, english in came:
            found.setdefault(work.article, {})[work.index] = Translation(english, origin)
        segments = (Segment(work.french, Translation(english, origin)) for work, english in came)
        memory.remember(self._connection, segments)
        self._sentences += len(came)
        for article, translations in found.items():
            search.index_english(self._connection, article, translations)
            left[article] -= len(translations)
            if left[article] == 0:
                self._finish(article)
        self._say()

    def _finish(self, article: str) -> None:
        queue.done(self._connection, article)
        self._done += 1


def _failure(error: BaseException) -> EnregardError:
    if isinstance(error, EnregardError):
        return error
    reason = f"{type(error).__name__}: {error}"
    return EnregardError(
        _("translating ahead failed ({reason})").format(reason=reason), _("what was done is kept")
    )
