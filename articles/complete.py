"""Everything that can be known about an article, for those who want it at once: English and analysis."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from articles import events, paths
from articles.annotations import Analysis
from articles.article import Article
from articles.engine import installed_translator
from articles.errors import EnregardError
from articles.reading import Reading
from articles.store import database, memory
from articles.translation import Segment, Translation, Translator
from articles.wording import _

_CLOSING_SECONDS = 0.5
"""How long what is being written is waited for."""


@dataclass(frozen=True, slots=True)
class Completed:
    """An article with what could be found: `translations` by sentence index, `language` as ISO 639 code.

    `analysis` is None where it was not asked for or could not be had. `troubles` say, a line each, what
    went wrong on the way without spoiling the rest.
    """

    article: Article
    translations: Mapping[int, Translation]
    analysis: Analysis | None
    language: str | None
    troubles: tuple[str, ...] = ()

    @property
    def untranslated(self) -> int:
        """How many sentences have no English."""
        return len(self.article.sentences) - len(self.translations)


def completed(
    article: Article,
    *,
    translate: bool = True,
    analyse: bool = True,
    tell: Callable[[int, int], None] | None = None,
    library: Path | None = None,
    find_translator: Callable[[], Translator | None] = installed_translator,
) -> Completed:
    """The article with its English, remembered or (with `translate`, and a pack) made now and remembered.

    `tell` is called, on another thread, with how many sentences of how many the engine has translated.
    May be interrupted at any time: what was made by then is kept. Raises EnregardError when the engine
    breaks; a library that cannot be used, and an analysis that fails, are `troubles`.
    """
    from articles.analysis.client import Analyser
    from articles.language import detected_language

    engine = _Engine(find_translator if translate else _no_translator, tell or _nobody)
    arrived: SimpleQueue[events.Event] = SimpleQueue()
    with closing(Analyser()) as analyser:
        reading = Reading(
            article,
            arrived.put,
            library=library,
            find_translator=engine.found,
            analyse=analyser.analyse if analyse else None,
            keeps_article=False,
        )
        reading.start()
        try:
            translations, analysis, troubles = _heard(arrived, analyse=analyse)
        finally:
            reading.close(_CLOSING_SECONDS)
    if engine.error is not None:
        if isinstance(engine.error, EnregardError):
            raise engine.error
        raise EnregardError(
            _("the translation has stopped ({reason})").format(reason=engine.error),
            _("enregard packs verify says whether the language pack is whole"),
        ) from engine.error
    language = detected_language(article.text)
    return Completed(article, translations, analysis, language, tuple(dict.fromkeys(troubles)))


def first_kept(
    article: Article, translations: Mapping[int, Translation], library: Path | None = None
) -> dict[int, str]:
    """When the memory first kept each of `translations` (ISO 8601, UTC), by sentence index.

    Those that it does not hold are left out, and so are all where there is no library.
    """
    segments = {index: Segment(article.words(index), found) for index, found in translations.items()}
    try:
        with database.opened(library or paths.library_file()) as connection:
            return memory.created(connection, segments)
    except EnregardError:
        return {}


def _heard(
    arrived: SimpleQueue[events.Event], *, analyse: bool
) -> tuple[dict[int, Translation], Analysis | None, list[str]]:
    """What a reading tells until it has told everything: translations, analysis, troubles."""
    translations: dict[int, Translation] = {}
    analysis: Analysis | None = None
    troubles: list[str] = []
    is_translating, is_analysing = True, analyse
    while is_translating or is_analysing:
        match arrived.get():
            case events.SentencesTranslated(translations=found):
                translations.update(found)
            case events.TranslationEnded():
                is_translating = False
            case events.AnalysisReady(analysis=analysis):
                is_analysing = False
            case events.AnalysisFailed(message=message):
                is_analysing = False
                troubles.append(message)
            case events.JobFailed(message=message):
                troubles.append(message)
            case _:
                pass
    return dict(sorted(translations.items())), analysis, troubles


class _Engine:
    """A translator, once it is found, that tells how far it is and keeps what it broke on."""

    def __init__(self, find: Callable[[], Translator | None], tell: Callable[[int, int], None]) -> None:
        self.error: Exception | None = None
        self.origin = ""
        self._find = find
        self._tell = tell
        self._translator: Translator | None = None

    def found(self) -> "_Engine | None":
        """This engine, where there is a translator."""
        try:
            self._translator = self._find()
        except Exception as error:
            self.error = error
            raise
        if self._translator is None:
            return None
        self.origin = self._translator.origin
        return self

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """As `Translator.translate`."""
        assert self._translator is not None
        self._tell(0, len(sentences))
        try:
            found = self._translator.translate(sentences, focus=focus, stop=stop)
            for done, one in enumerate(found, 1):
                yield one
                self._tell(done, len(sentences))
        except Exception as error:
            self.error = error
            raise


def _no_translator() -> None:
    return None


def _nobody(_done: int, _total: int) -> None:
    return None
