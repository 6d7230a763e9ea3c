"""What the library knows of an article that is opened again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.store import database, memory, shelves
from articles.store.database import Connection
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
    known = memory.look_up(connection, [*map(article.words, range(len(article.sentences)))])
    return Recalled(entry.sentence, known, remembered(article, connection))


def recalled_from(file: Path, article: Article) -> Recalled:
    """The same, of the library in `file`; nothing where that cannot be used."""
    try:
        with database.opened(file) as connection:
            return recalled(article, connection)
    except EnregardError:
        return Recalled()
