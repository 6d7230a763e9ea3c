"""What a list of the library shows: the articles that are wanted, with what was found in each."""

from dataclasses import dataclass

from articles.folding import folded
from articles.store import removals, shelves
from articles.store.database import Connection
from articles.store.search import Hit, search
from articles.store.shelves import Entry, Sort, State

PAGE = 100
"""Articles that are listed at once."""

_TAG = "#"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed. `words` are looked for; one that begins with # is the beginning of a tag."""

    words: str = ""
    state: State | None = None
    sort: Sort = Sort.RECENT
    limit: int = PAGE

    @property
    def is_search(self) -> bool:
        """Whether words are looked for, so that the best come first, whatever the order."""
        return bool(self._split()[0])

    def _split(self) -> tuple[str, list[str]]:
        words = self.words.split()
        tags = [folded(word[1:]) for word in words if word.startswith(_TAG)]
        return " ".join(word for word in words if not word.startswith(_TAG)), [tag for tag in tags if tag]

    @property
    def query(self) -> str:
        """The words that are looked for."""
        return self._split()[0]

    @property
    def tags(self) -> list[str]:
        """What tags begin with, without accents and case."""
        return self._split()[1]


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the list, with what was found in it."""

    entry: Entry
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is listed: the rows, how many there are in all, and whether something removed can come back."""

    rows: tuple[Row, ...] = ()
    total: int = 0
    can_undo: bool = False


def look_up(connection: Connection, wanted: Wanted) -> Found:
    """The articles that are wanted, up to the limit: the best where words are looked for."""
    if wanted.is_search:
        rows = _hits(connection, wanted)
    elif wanted.tags:
        every = shelves.entries(connection, state=wanted.state, sort=wanted.sort)
        rows = [Row(entry) for entry in every if _has_tags(entry, wanted.tags)]
    else:
        some = shelves.entries(connection, state=wanted.state, sort=wanted.sort, limit=wanted.limit)
        rows = [Row(entry) for entry in some]
    shown = tuple(rows[: wanted.limit])
    can_undo = removals.are_there(connection)
    if wanted.tags:
        return Found(shown, len(rows), can_undo)
    return Found(shown, shelves.count(connection, query=wanted.query, state=wanted.state), can_undo)


def _hits(connection: Connection, wanted: Wanted) -> list[Row]:
    """The articles with the words, of the state and with the tags: as many as are listed, if there are."""
    most = wanted.limit
    while True:
        hits = search(connection, wanted.query, most)
        rows = [Row(hit.entry, hit) for hit in hits if _is_wanted(hit.entry, wanted)]
        if len(hits) < most or (len(rows) >= wanted.limit and not wanted.tags):
            return rows
        most *= 4


def _is_wanted(entry: Entry, wanted: Wanted) -> bool:
    return wanted.state in (None, entry.state) and _has_tags(entry, wanted.tags)


def _has_tags(entry: Entry, begun: list[str]) -> bool:
    return all(any(folded(tag).startswith(each) for tag in entry.tags) for each in begun)
