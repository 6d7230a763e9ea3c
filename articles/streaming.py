"""The English of an article as it comes: what is remembered at once, then what the engine makes."""

from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue

from articles import events
from articles.article import Article
from articles.engine import installed_translator
from articles.errors import EnregardError
from articles.reading import Reading
from articles.translation import Translation, Translator
from articles.wording import _

_CLOSING_SECONDS = 0.5
"""How long what is being written is waited for."""

_LAST_SECONDS = 2.0
"""How long a reading has to say why its translation has ended."""


class Stream:
    """The English of one article, from the memory and from the installed pack; it is remembered.

    After the end, `lacks_pack` tells whether sentences are left because there is no pack, and `troubles`,
    a line each, what went wrong without spoiling the rest.
    """

    def __init__(
        self,
        article: Article,
        *,
        library: Path | None = None,
        find_translator: Callable[[], Translator | None] = installed_translator,
    ) -> None:
        self.lacks_pack = False
        self.troubles: tuple[str, ...] = ()
        self._article = article
        self._library = library
        self._find_translator = find_translator

    def __iter__(self) -> Generator[Mapping[int, Translation], None, None]:
        """Translations by sentence index, several at a time; closing the iterator stops the engine.

        Raises EnregardError when the engine breaks.
        """
        arrived: SimpleQueue[events.Event] = SimpleQueue()
        reading = Reading(
            self._article,
            arrived.put,
            library=self._library,
            find_translator=self._find_translator,
            keeps_article=False,
        )
        missing = set(range(len(self._article.sentences)))
        troubles: list[str] = []
        reading.start()
        try:
            while not isinstance(event := arrived.get(), events.TranslationEnded):
                match event:
                    case events.SentencesTranslated(translations=found):
                        missing -= found.keys()
                        yield found
                    case events.PackMissing():
                        self.lacks_pack = True
                    case events.JobFailed(message=message):
                        troubles.append(message)
                    case _:
                        pass
            if missing and not self.lacks_pack:
                troubles += _last_words(arrived)
        finally:
            reading.close(_CLOSING_SECONDS)
        if missing and not self.lacks_pack:
            raise EnregardError(
                _("the translation has stopped ({reason})").format(reason="; ".join(troubles)),
                _("enregard packs verify says whether the language pack is whole"),
            )
        self.troubles = tuple(dict.fromkeys(troubles))


def _last_words(arrived: SimpleQueue[events.Event]) -> list[str]:
    """What a reading says after the end of a translation that it could not bring to its end."""
    try:
        while not isinstance(event := arrived.get(timeout=_LAST_SECONDS), events.JobFailed):
            pass
    except Empty:
        return []
    return [event.message]
