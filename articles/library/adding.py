"""Adding articles to the library: files, folders, addresses; what fails is told and costs nothing else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.article import Article
from articles.errors import EnregardError
from articles.opening import open_article
from articles.store import library, queue
from articles.store.database import Connection


@dataclass(frozen=True, slots=True)
class Added:
    """An article that is in the library now; `is_new` tells whether it was not before."""

    article: Article
    is_new: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be added, and why."""

    given: str
    error: EnregardError


Found = Callable[[], Article]
"""What opens one article; raises EnregardError where it cannot."""


def found_in(given: str) -> Iterator[tuple[str, Found]]:
    """What the reader named, as articles to open, each with its name.

    A folder is all articles in it. Raises EnregardError when there is nothing to open there.
    """
    path = Path(given)
    if given == "-" or not path.is_dir():
        yield given, lambda: open_article(given)
        return
    files = sorted(
        each for each in path.rglob("*") if each.is_file() and not _is_hidden(each.relative_to(path))
    )
    for file in files:
        yield str(file), lambda file=file: open_article(str(file))  # type: ignore[misc]


def add_all(
    connection: Connection,
    given: Iterable[str],
    *,
    tags: Sequence[str] = (),
    is_for_ahead: bool = False,
    find: Callable[[str], Iterator[tuple[str, Found]]] = found_in,
) -> Iterator[Added | Failed]:
    """Add everything that was named, and tell what became of each article as it is done.

    They get `tags` besides those they have; with `is_for_ahead` they wait to be translated ahead.
    """
    for name, opens in _each(given, find):
        try:
            article = opens()
        except EnregardError as error:
            yield Failed(name, error)
            continue
        is_new = library.add(connection, article)
        known = library.entry(connection, article.id)
        if tags and known is not None:
            library.set_tags(connection, article.id, [*known.tags, *tags])
        if is_for_ahead:
            queue.enqueue(connection, [article.id])
        yield Added(article, is_new)


def _each(
    given: Iterable[str], find: Callable[[str], Iterator[tuple[str, Found]]]
) -> Iterator[tuple[str, Found]]:
    for name in given:
        try:
            yield from find(name)
        except EnregardError as error:
            yield name, _failing(error)


def _failing(error: EnregardError) -> Found:
    def fail() -> Article:
        raise error

    return fail


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
