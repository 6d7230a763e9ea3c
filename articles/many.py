"""Many articles worked through: several analysed at once, each in a process of its own, and told in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from articles import paths
from articles.analysing import analysed
from articles.analysis.client import Analyser
from articles.annotations import Analysis
from articles.article import Article
from articles.complete import Completed, completed
from articles.engine import installed_translator
from articles.errors import EnregardError
from articles.gathering import Failed
from articles.recalling import english_from
from articles.translation import Translator

_AHEAD = 2
"""Articles a worker that are opened before they are wanted, and have a thread, so that no worker waits."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be found in each article; `translate` makes the English that is not remembered."""

    analysis: bool = True
    translate: bool = False
    language: bool = False


def worked_through(
    found: Iterable[Article | Failed],
    wanted: Wanted,
    *,
    jobs: int = 1,
    tell: Callable[[int, int], None] | None = None,
    library: Path | None = None,
    find_translator: Callable[[], Translator | None] = installed_translator,
) -> Generator[Completed | Failed, None, None]:
    """Each article with what is wanted of it, in the order in which they were found; what fails is told.

    `jobs` worker processes analyse; translations are made one article after the other, since the engine
    uses every processor by itself, and `tell` is called, on another thread, with how many sentences of how
    many are translated. Closing the iterator ends the processes.
    """
    crew = _Crew(wanted, jobs, tell, library or paths.library_file(), find_translator)
    waiting: deque[Future[Completed | Failed]] = deque()
    try:
        for one in found:
            waiting.append(crew.take(one))
            while len(waiting) > _AHEAD * jobs or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        crew.close()


class _Crew:
    """The threads that wait for the worker processes, and the processes."""

    def __init__(
        self,
        wanted: Wanted,
        jobs: int,
        tell: Callable[[int, int], None] | None,
        library: Path,
        find_translator: Callable[[], Translator | None],
    ) -> None:
        self._wanted = wanted
        self._tell = tell
        self._library = library
        self._find_translator = cache(find_translator)
        self._translating = Lock()
        self._analysers = [Analyser() for _job in range(jobs)]
        self._free: SimpleQueue[Analyser] = SimpleQueue()
        for analyser in self._analysers:
            self._free.put(analyser)
        self._threads = ThreadPoolExecutor(_AHEAD * jobs, thread_name_prefix="article")

    def take(self, one: Article | Failed) -> Future[Completed | Failed]:
        """Begin with an article."""
        if isinstance(one, Failed):
            failed: Future[Completed | Failed] = Future()
            failed.set_result(one)
            return failed
        return self._threads.submit(self._done, one)

    def close(self) -> None:
        """End the processes; what waits is given up."""
        for analyser in self._analysers:
            analyser.close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _done(self, article: Article) -> Completed | Failed:
        try:
            return self._completed(article)
        except EnregardError as error:
            return Failed(article.source, error)

    def _completed(self, article: Article) -> Completed:
        if self._wanted.translate:
            with self._translating:
                known = completed(
                    article,
                    analyse=False,
                    tell=self._tell,
                    library=self._library,
                    find_translator=self._find_translator,
                )
            translations, troubles, language = known.translations, known.troubles, known.language
        else:
            translations, troubles = english_from(self._library, article)
            language = self._language(article)
        analysis = self._analysis(article) if self._wanted.analysis else None
        return Completed(article, translations, analysis, language, troubles)

    def _analysis(self, article: Article) -> Analysis:
        analyser = self._free.get()
        try:
            return analysed(article, analyser.analyse, self._library)
        finally:
            self._free.put(analyser)

    def _language(self, article: Article) -> str | None:
        from articles.language import detected_language

        return detected_language(article.text) if self._wanted.language else None
