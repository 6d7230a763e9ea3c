"""A reading of one article: its English is found and made in the background, and told as it comes.

Both front ends use it. Everything slow happens on its own threads, and every fact it tells carries its
job number, so that a late one can be told from a current one.
"""

import itertools
import threading
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from articles import analysing, events, paths
from articles.annotations import Analysis
from articles.article import Article
from articles.canonical import one_line
from articles.clippings import Clipping
from articles.engine import installed_translator
from articles.errors import EnregardError, in_words
from articles.library.desk import Desk
from articles.recalling import english
from articles.store import clippings, database, memory, search, shelves
from articles.translation import BY_HAND, Segment, Translation, Translator, preference

_GATHER_FOR = 0.05
"""Seconds in which sentences that come together are told together: each telling lays paragraphs out anew."""

_KEEP_AFTER = 0.4
"""Seconds: what a `kill -9` can cost of where the reader was."""

_Found = tuple[int, str] | BaseException | None
"""A sentence's index and English; the error that ended the engine's work; None at its end."""

_job_numbers = itertools.count(1)


class Reading:
    """One article being read.

    `tell` is called with each event, on background threads. `library` is the SQLite file; `find_translator`
    is asked once, when a sentence has no English or one that was made by a machine. `analyse` makes the
    analysis where the library has none; without it there is none. With `keeps_article`, the article is put
    into the library as one that is being read, and what there is to tell of the library is told.
    """

    def __init__(
        self,
        article: Article,
        tell: Callable[[events.Event], None],
        *,
        library: Path | None = None,
        find_translator: Callable[[], Translator | None] = installed_translator,
        analyse: Callable[[Article], Analysis] | None = None,
        keeps_article: bool = True,
    ) -> None:
        self.article = article
        self._keeps_article = keeps_article
        self.job = next(_job_numbers)
        self._sentences = [*map(article.words, range(len(article.sentences)))]
        self._arrived: SimpleQueue[_Found] = SimpleQueue()
        self._tell = tell
        self._library = library or paths.library_file()
        self._desk = Desk(self._library)
        self._find_translator = find_translator
        self._analyse = analyse
        self._focus = 0
        self._moving = threading.Lock()
        self._position: tuple[int, int] | None = None
        self._timer: threading.Timer | None = None
        self._stop = threading.Event()
        self._engine_stop = threading.Event()
        self._failures: set[str] = set()
        self._shelved = threading.Event()
        self._threads = [
            threading.Thread(target=self._guarded, args=(work,), name=name, daemon=True)
            for name, work in (
                ("translation", self._translate_all),
                ("language", self._check_language),
                ("analysis", self._find_analysis),
            )
        ]

    def start(self) -> None:
        """Begin to look for the English of every sentence."""
        if self._keeps_article:
            self._desk.do(self._shelve, failed=self._fail_once)
        for thread in self._threads:
            thread.start()

    @property
    def is_shelved(self) -> bool:
        """Whether the article was put into the library; from then on somebody may have removed it."""
        return self._shelved.is_set()

    def look_at(self, sentence: int) -> None:
        """What is translated next begins at this sentence."""
        self._focus = sentence

    def close(self, timeout: float = 2.0) -> None:
        """Stop; waits at most `timeout` seconds for what is being written to be written.

        An analysis under way is not waited for: whoever gave `analyse` ends it.
        """
        self._stop.set()
        self._engine_stop.set()
        self._arrived.put(None)
        self._keep_position_now()
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            if thread.is_alive() and thread.name != "analysis":
                thread.join(max(0.0, deadline - time.monotonic()))
        self._desk.close(max(0.0, deadline - time.monotonic()))

    def at(self, sentence: int, read_to: int | None = None) -> None:
        """The reader is at this sentence now, and has read up to `read_to`, or here; it is kept within half a
        second.
        """
        with self._moving:
            self._position = (sentence, sentence if read_to is None else read_to)
            if self._timer is None and not self._stop.is_set():
                self._timer = threading.Timer(_KEEP_AFTER, self._keep_position_now)
                self._timer.daemon = True
                self._timer.start()

    def _keep_position_now(self) -> None:
        with self._moving:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            position, self._position = self._position, None
        if position is not None:
            sentence, read_to = position
            self._desk.do(
                lambda connection: shelves.keep_position(
                    connection, self.article.id, sentence, read_to=read_to
                )
            )

    def keep_by_hand(self, sentence: int, english: str) -> None:
        """Give a sentence, and those equal to it, this English, on one line; it is kept before it is told."""
        self._edit(sentence, one_line(english))

    def take_back(self, sentence: int, before: Translation | None) -> None:
        """Give a sentence the English back that it had `before` it was edited."""
        self._edit(sentence, before.english if before is not None and before.origin == BY_HAND else None)

    def _edit(self, sentence: int, english: str | None) -> None:
        words = self._sentences[sentence]
        own = memory.key(words)
        equal = tuple(index for index, other in enumerate(self._sentences) if memory.key(other) == own)

        def edit(connection: database.Connection) -> Translation | None:
            if english is None:
                memory.forget(connection, words, BY_HAND)
            else:
                memory.remember(connection, [Segment(words, Translation(english, BY_HAND))])
            now = memory.look_up(connection, [words]).get(0)
            search.index_english(connection, self.article.id, dict.fromkeys(equal, now))
            return now

        self._desk.do(edit, lambda now: self._say(events.SentencesEdited(self.job, equal, now)), self._fail)

    def keep_clipping(self, clipping: Clipping) -> None:
        """Keep what was copied."""
        self._change_clippings(lambda connection: clippings.keep(connection, clipping))

    def drop_clipping(self, clipping: Clipping) -> None:
        """Drop what was copied from this place."""
        self._change_clippings(lambda connection: clippings.drop(connection, clipping))

    def _change_clippings(self, change: Callable[[database.Connection], None]) -> None:
        def changed(connection: database.Connection) -> None:
            change(connection)
            self._tell_clippings(connection)

        self._desk.do(changed, failed=self._fail)

    def _tell_clippings(self, connection: database.Connection) -> None:
        found = clippings.all_of(connection, self.article.id)
        self._say(events.ClippingsChanged(self.job, tuple(found)))

    def _shelve(self, connection: database.Connection) -> None:
        """Put the article into the library, as one that is being read."""
        was_mended = database.mended(self._library)
        if was_mended is not None:
            self._tell(events.JobFailed(self.job, was_mended))
        self._tell_clippings(connection)
        shelves.add_opened(connection, self.article)
        self._shelved.set()

    def _fail(self, error: EnregardError) -> None:
        self._say(events.JobFailed(self.job, str(error)))

    def _fail_once(self, error: EnregardError) -> None:
        """Tell what has failed by itself: that the library cannot be used is found by several threads."""
        words = str(error)
        with self._moving:
            is_new = words not in self._failures
            self._failures.add(words)
        if is_new:
            self._fail(error)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except EnregardError as error:
            self._fail_once(error)
        except Exception as error:
            self._say(events.JobFailed(self.job, in_words(error)))

    def _say(self, event: events.Event) -> None:
        if not self._stop.is_set():
            self._tell(event)

    def _check_language(self) -> None:
        from articles.language import detected_language

        code = detected_language(self.article.text)
        if code not in (None, "fr"):
            self._say(events.OtherLanguage(self.job, str(code)))

    def _find_analysis(self) -> None:
        if self._analyse is None:
            return
        try:
            found = analysing.analysed(self.article, self._analyse, self._library)
        except Exception as error:
            self._say(events.AnalysisFailed(self.job, in_words(error)))
        else:
            self._say(events.AnalysisReady(self.job, found))

    def _translate_all(self) -> None:
        with ExitStack() as stack:
            stack.callback(lambda: self._say(events.TranslationEnded(self.job)))
            stack.callback(self._engine_stop.set)
            connection: database.Connection | None
            try:
                connection = stack.enter_context(database.opened(self._library))
                known = self._recall(connection)
            except EnregardError as error:
                self._fail_once(error)
                connection = stack.enter_context(database.temporary())
                known = self._recall(connection)
            if len(known) < len(self._sentences) or any(found.origin != BY_HAND for found in known.values()):
                self._translate_rest(known, connection)

    def _recall(self, connection: database.Connection) -> dict[int, Translation]:
        known = english(self.article, connection)
        if known:
            self._say(events.SentencesTranslated(self.job, known))
        return known

    def _translate_rest(self, known: dict[int, Translation], connection: database.Connection) -> None:
        """Translate what the memory does not know, or knows from an older pack."""
        translator = self._find_translator()
        if translator is None:
            if len(known) < len(self._sentences):
                self._say(events.PackMissing(self.job))
            return
        origin = translator.origin
        rest = [
            index
            for index in range(len(self._sentences))
            if index not in known or preference(known[index].origin) < preference(origin)
        ]
        threading.Thread(target=self._run, args=(translator, rest), name="engine", daemon=True).start()
        keeps = True
        while True:
            arrived = list(_gathered(self._arrived))
            fresh = {found[0]: Translation(found[1], origin) for found in arrived if isinstance(found, tuple)}
            if fresh:
                self._say(events.SentencesTranslated(self.job, fresh))
                keeps = keeps and self._kept(connection, fresh)
            failure = next((found for found in arrived if isinstance(found, BaseException)), None)
            if failure is not None:
                raise failure
            if None in arrived:
                return

    def _run(self, translator: Translator, rest: list[int]) -> None:
        """The engine's thread: puts each sentence where `_translate_rest` takes it, then None or an error."""

        def focus() -> int:
            return bisect_left(rest, self._focus)

        try:
            wanted = [self._sentences[index] for index in rest]
            for place, english in translator.translate(wanted, focus=focus, stop=self._engine_stop):
                self._arrived.put((rest[place], english))
            self._arrived.put(None)
        except BaseException as error:
            self._arrived.put(error)

    def _kept(self, connection: database.Connection, fresh: Mapping[int, Translation]) -> bool:
        """Whether new translations could be remembered; where not, the reader is told."""
        try:
            memory.remember(connection, (Segment(self._sentences[i], found) for i, found in fresh.items()))
            search.index_english(connection, self.article.id, fresh)
        except EnregardError as error:
            self._fail_once(error)
            return False
        return True


def _gathered(arrived: SimpleQueue[_Found]) -> Iterator[_Found]:
    """What has arrived: waits for the first, then a moment for those that come with it."""
    yield arrived.get()
    time.sleep(_GATHER_FOR)
    while not arrived.empty():
        yield arrived.get()
