"""Adding articles: files, folders, books, feeds, addresses; what fails is told and costs nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles import sources
from articles.article import Article
from articles.canonical import one_line
from articles.errors import EnregardError
from articles.opening import article_from
from articles.sources import Collection, Raw
from articles.store import library, queue
from articles.store.database import Connection
from articles.wording import _

_LEVELS = 2
"""How deep a thing that holds articles may stand in another: a book in a folder."""


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library now; `is_new` tells whether it was not before."""

    article: Article
    is_new: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be added, and why."""

    name: str
    error: EnregardError


def add_all(
    connection: Connection, given: Iterable[str], *, tags: Sequence[str] = (), is_for_ahead: bool = False
) -> Iterator[Added | Failed]:
    """Add everything that was named, and tell what became of each article as it is done.

    They get `tags` besides those they have; with `is_for_ahead` they wait to be translated ahead. What is
    in a folder, a book or a feed is added article by article; addresses in a feed are fetched where the
    feed itself was named by its address.
    """
    for name in given:
        for found in _articles(name):
            if isinstance(found, Failed):
                yield found
            else:
                yield _add(connection, found, tags, is_for_ahead)


def _add(connection: Connection, article: Article, tags: Sequence[str], is_for_ahead: bool) -> Added:
    is_new = library.add(connection, article)
    known = library.entry(connection, article.id)
    if tags and known is not None:
        library.set_tags(connection, article.id, [*known.tags, *tags])
    if is_for_ahead:
        queue.enqueue(connection, [article.id])
    return Added(article, is_new)


def _articles(name: str) -> Iterator[Article | Failed]:
    try:
        found = sources.look(name)
    except EnregardError as error:
        yield Failed(name, error)
    else:
        yield from _opened(name, found, may_fetch=_is_address(name), levels=_LEVELS)


def _opened(
    name: str, found: Raw | Collection, *, may_fetch: bool, levels: int
) -> Iterator[Article | Failed]:
    if isinstance(found, Collection):
        yield from _inside(found, may_fetch=may_fetch, levels=levels)
        return
    try:
        yield article_from(found)
    except EnregardError as error:
        yield Failed(name, error)


def _inside(whole: Collection, *, may_fetch: bool, levels: int) -> Iterator[Article | Failed]:
    for entry in whole.entries:
        try:
            found = entry.raw or _look(entry.source, may_fetch=may_fetch, levels=levels)
        except EnregardError as error:
            yield Failed(entry.source, error)
        else:
            yield from _opened(entry.source, found, may_fetch=may_fetch, levels=levels - 1)


def _look(source: str, *, may_fetch: bool, levels: int) -> Raw | Collection:
    if _is_address(source) and not may_fetch:
        what = _("{name} was not fetched").format(name=one_line(source))
        raise EnregardError(what, _("name the address itself to fetch it"))
    return sources.look(source) if levels > 1 else sources.read(source)


def _is_address(name: str) -> bool:
    from articles.sources import web

    return web.is_address(name)
