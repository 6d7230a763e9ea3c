"""Adding articles: files, folders, books, feeds, addresses; what fails is told and costs nothing else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles.article import Article
from articles.gathering import Failed, articles_in
from articles.sources import Fetched
from articles.store import queue, shelves
from articles.store.database import Connection


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library now; `is_new` tells whether it was not before."""

    article: Article
    is_new: bool


def add_all(
    connection: Connection,
    given: Sequence[str],
    *,
    tags: Sequence[str] = (),
    is_for_ahead: bool = False,
    fetches: bool = False,
    tell: Callable[[Fetched], None] = lambda _fetched: None,
) -> Iterator[Added | Failed]:
    """Add everything that was named, and tell what became of each article as it is done.

    They get `tags` besides those they have; with `is_for_ahead` they wait to be translated ahead. What is
    in a folder, a book or a feed is added article by article; addresses in a feed are fetched with
    `fetches`, and `tell` hears of whatever was fetched.
    """
    for found in articles_in(given, fetches=fetches, tell=tell):
        if isinstance(found, Failed):
            yield found
        else:
            yield _add(connection, found, tags, is_for_ahead)


def _add(connection: Connection, article: Article, tags: Sequence[str], is_for_ahead: bool) -> Added:
    is_new = shelves.add(connection, article)
    if tags:
        shelves.change_tags(connection, article.id, add=tags)
    if is_for_ahead:
        queue.enqueue(connection, [article.id])
    return Added(article, is_new)
