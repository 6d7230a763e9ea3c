"""Articles by the names that were given: files, folders, books, feeds, addresses; what fails is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles import sources
from articles.article import Article
from articles.canonical import one_line
from articles.errors import EnregardError
from articles.opening import article_from
from articles.sources import Collection, Fetched, Raw, kinds
from articles.wording import _

_LEVELS = 2
"""How deep a thing that holds articles may stand in another: a book in a folder."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be had, and why."""

    name: str
    error: EnregardError


def articles_in(
    names: Sequence[str],
    expect: Callable[[int], None] = lambda _count: None,
    *,
    fetches: bool = False,
    tell: Callable[[Fetched], None] = lambda _fetched: None,
) -> Iterator[Article | Failed]:
    """The articles that were named, in order, each opened when it is asked for.

    `expect` is told how many there will be in all, again whenever a folder, a book or a feed turns out to
    hold several. An address that was named is fetched; those in a feed are with `fetches`. `tell` hears of
    whatever was fetched.
    """
    gathering = _Gathering(len(names), expect, tell, fetches=fetches)
    for name in names:
        yield from gathering.named(name)


class _Gathering:
    """How many articles are expected, and how they are opened."""

    def __init__(
        self, expected: int, expect: Callable[[int], None], tell: Callable[[Fetched], None], *, fetches: bool
    ) -> None:
        self._expected = expected
        self._expect = expect
        self._tell = tell
        self._fetches = fetches
        expect(expected)

    def named(self, name: str) -> Iterator[Article | Failed]:
        """The articles in what a name stands for."""
        try:
            found = sources.look(name)
        except EnregardError as error:
            yield Failed(name, error)
        else:
            yield from self._opened(name, found, _LEVELS)

    def _opened(self, name: str, found: Raw | Collection, levels: int) -> Iterator[Article | Failed]:
        if found.fetched is not None:
            self._tell(found.fetched)
        if isinstance(found, Collection):
            self._expected += len(found.entries) - 1
            self._expect(self._expected)
            yield from self._inside(found, levels)
            return
        try:
            article = article_from(found)
        except EnregardError as error:
            yield Failed(name, error)
        else:
            yield article

    def _inside(self, whole: Collection, levels: int) -> Iterator[Article | Failed]:
        for entry in whole.entries:
            try:
                found = entry.raw or self._look(entry.source, levels)
            except EnregardError as error:
                yield Failed(entry.source, error)
            else:
                yield from self._opened(entry.source, found, levels - 1)

    def _look(self, source: str, levels: int) -> Raw | Collection:
        if kinds.is_address(source) and not self._fetches:
            what = _("{name} was not fetched").format(name=one_line(source))
            raise EnregardError(what, _("give its own address, or use --fetch"))
        return sources.look(source) if levels > 1 else sources.read(source)
