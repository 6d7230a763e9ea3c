"""What is remembered of an article: its English, and where it was left and its analysis."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles import paths
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.store import database, memory, shelves
from articles.store.database import Connection
from articles.translating.importing import import_samples
from articles.translation import Translation

_MOST = 2_000
"""Sentences; the English of more is looked up while the reader reads."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """The sentence at which an article was left, its English by sentence, and its analysis."""

    sentence: int = 0
    translations: Mapping[int, Translation] = field(default_factory=dict)
    analysis: Analysis | None = None


def recalled(article: Article, connection: Connection) -> Recalled:
    """What can be known of an article at once; nothing where it was never read.

    Raises EnregardError when the library cannot be used.
    """
    from articles.analysing import remembered

    entry = shelves.entry(connection, article.id)
    if entry is None:
        return Recalled()
    if len(article.sentences) > _MOST:
        return Recalled(entry.sentence)
    return Recalled(entry.sentence, english(article, connection), remembered(article, connection))


def recalled_from(file: Path, article: Article) -> Recalled:
    """The same, of the library in `file`; nothing where that cannot be used."""
    try:
        with database.opened(file) as connection:
            return recalled(article, connection)
    except EnregardError:
        return Recalled()


def english(article: Article, connection: Connection) -> dict[int, Translation]:
    """The English that is remembered of an article, by sentence; of a bundled one, all of it.

    Raises EnregardError when the library cannot be used.
    """
    if paths.is_sample(article.source):
        import_samples(connection)
    return memory.look_up(connection, [*map(article.words, range(len(article.sentences)))])


def english_from(file: Path, article: Article) -> tuple[dict[int, Translation], tuple[str, ...]]:
    """The same, of the library in `file`, and what went wrong on the way; where it cannot be used there is
    that of bundled articles alone.
    """
    try:
        with database.opened(file) as connection:
            return english(article, connection), ()
    except EnregardError as error:
        with database.temporary() as connection:
            return english(article, connection), (str(error),)
