"""The library: every article that was opened or added, how far it was read, and what was made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from articles.article import Article
from articles.canonical import canonical
from articles.folding import folded
from articles.store import records
from articles.store.database import Connection, explained, transaction
from articles.store.words import expression

_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
_SHORTEST_ID = 4
"""Characters of an id that are enough to name an article, where no other begins with them."""

_COLUMNS = (
    "id, title, byline, published, site, source, added, opened, sentence, furthest, sentences, last, state,"
    " note, (SELECT group_concat(tag, char(31)) FROM tags WHERE article = articles.number)"
)


class State(StrEnum):
    """Where the reader stands with an article."""

    NEW = "new"
    READING = "reading"
    READ = "read"


class Sort(StrEnum):
    """What comes first in a list: the article last opened or added, and so on."""

    RECENT = "recent"
    ADDED = "added"
    TITLE = "title"
    PUBLISHED = "published"
    PROGRESS = "progress"


_AT_ONCE = 500
"""Sources that one query asks for."""

_ORDERS = {
    Sort.RECENT: "touched DESC",
    Sort.ADDED: "added DESC, number DESC",
    Sort.TITLE: "title_key, number",
    Sort.PUBLISHED: "published DESC, number DESC",
    Sort.PROGRESS: "MIN(1.0, furthest * 1.0 / MAX(1, last)) DESC, touched DESC",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the library. `sentence` is where it is read on, `furthest` the last that was read, which
    progress counts; times are ISO 8601 in UTC.
    """

    id: str
    title: str
    byline: str | None
    published: str | None
    site: str | None
    source: str
    added: str
    opened: str | None
    sentence: int
    furthest: int
    sentences: int
    progress: float
    state: State
    tags: tuple[str, ...]
    note: str


@explained
def add(connection: Connection, article: Article) -> bool:
    """Keep an article with its text; tells whether it is new.

    One that has the same text is the same article: its source, and what is known of it, is what was said
    last, and its reading position stays at the same words.
    """
    with transaction(connection):
        number = records.number_of(connection, article.id)
        if number is None:
            records.insert(connection, article)
        else:
            records.renew(connection, number, article)
    return number is None


def add_opened(connection: Connection, article: Article) -> None:
    """Keep an article as one that is being read now."""
    add(connection, article)
    mark_opened(connection, article.id)


@explained
def put_last(connection: Connection, id: str) -> None:
    """Let an article stand after all that were opened or added before."""
    _changed(connection, id, "touched = (SELECT MIN(touched) - 1 FROM articles)")


@explained
def article(connection: Connection, id: str) -> Article | None:
    """The article with this id exactly as it was added, without a look at its source."""
    return records.article(connection, id)


@explained
def entries(
    connection: Connection,
    *,
    query: str = "",
    state: State | None = None,
    tag: str | None = None,
    sort: Sort = Sort.RECENT,
    limit: int | None = None,
    offset: int = 0,
) -> list[Entry]:
    """The articles in which `query` is found, of a state and with a tag, where these are given.

    Accents and case of a tag do not count.
    """
    where, values = _where(query, state, tag)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM articles {where} ORDER BY {_ORDERS[sort]} LIMIT ? OFFSET ?",
        (*values, -1 if limit is None else limit, offset),
    )
    return [_entry(row) for row in rows]


@explained
def count(
    connection: Connection, *, query: str = "", state: State | None = None, tag: str | None = None
) -> int:
    """How many articles `entries` would list without a limit."""
    where, values = _where(query, state, tag)
    return int(connection.execute(f"SELECT COUNT(*) FROM articles {where}", values).fetchone()[0])


@explained
def entry(connection: Connection, id: str) -> Entry | None:
    """What the library knows of the article with this id."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM articles WHERE id = ?", (id,)).fetchone()
    return None if row is None else _entry(row)


@explained
def from_sources(connection: Connection, sources: Iterable[str]) -> dict[str, Entry]:
    """The articles of these sources, by source; of several from one, the one that was read last."""
    found: dict[str, Entry] = {}
    waiting = iter(sources)
    while some := tuple(islice(waiting, _AT_ONCE)):
        places = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE source IN ({places}) ORDER BY touched", some
        )
        found.update((entry.source, entry) for entry in map(_entry, rows))
    return found


@explained
def called(connection: Connection, which: str) -> list[Entry]:
    """The articles whose id begins with `which`; where there is none, those of that title, accents and case
    aside; where there is none of these, those with its words in the title.
    """
    which = canonical(which).strip()
    start = which.lower()
    if len(start) >= _SHORTEST_ID and set(start) <= set("0123456789abcdef"):
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM articles WHERE id >= ? AND id < ? ORDER BY id", (start, start + "g")
        ).fetchall()
        if rows:
            return [_entry(row) for row in rows]
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM articles WHERE title_key = ? ORDER BY touched DESC", (folded(which),)
    ).fetchall()
    if rows:
        return [_entry(row) for row in rows]
    asked = expression(which, "title")
    if asked is None:
        return []
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM articles WHERE number IN"
        " (SELECT article FROM passages WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?))"
        " ORDER BY touched DESC",
        (asked,),
    ).fetchall()
    return [_entry(row) for row in rows]


@explained
def tags(connection: Connection) -> list[tuple[str, int]]:
    """Every tag with the number of its articles, in alphabetical order."""
    rows = connection.execute("SELECT MIN(tag), COUNT(*) FROM tags GROUP BY key ORDER BY key")
    return [(tag, number) for tag, number in rows]


@explained
def mark_opened(connection: Connection, id: str) -> bool:
    """Note that an article is read now; tells whether it is in the library."""
    return _changed(
        connection,
        id,
        f"opened = {_NOW}, touched = {records.NEXT_TOUCH},"
        " state = CASE state WHEN 'new' THEN 'reading' ELSE state END",
    )


@explained
def keep_position(connection: Connection, id: str, sentence: int, *, read_to: int | None = None) -> bool:
    """Keep the sentence at which one is, and the last that was read, that one if no other is told.

    When the last one is read, the article is. Tells whether it is there.
    """
    return _changed(
        connection,
        id,
        "sentence = MAX(0, MIN(?1, sentences - 1)),"
        " furthest = MAX(furthest, MAX(0, MIN(?2, sentences - 1))), state = CASE"
        " WHEN ?2 >= last AND last > 0 THEN 'read' WHEN state = 'new' AND ?1 > 0 THEN 'reading'"
        " ELSE state END",
        sentence,
        sentence if read_to is None else read_to,
    )


@explained
def set_state(connection: Connection, id: str, state: State) -> bool:
    """Say where the reader stands with an article; one that is new again has no progress. Tells whether it is
    there.
    """
    return _changed(
        connection, id, "state = ?1, furthest = CASE ?1 WHEN 'new' THEN 0 ELSE furthest END", str(state)
    )


@explained
def set_tags(connection: Connection, id: str, tags: Iterable[str]) -> bool:
    """Give an article these tags and no others; tells whether it is there.

    Tags that differ in accents or case alone are one.
    """
    with transaction(connection):
        number = records.number_of(connection, id)
        if number is not None:
            connection.execute("DELETE FROM tags WHERE article = ?", (number,))
            records.insert_tags(connection, number, tags)
    return number is not None


@explained
def change_tags(
    connection: Connection, id: str, *, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> bool:
    """Take tags from an article, then give it others besides those it has; tells whether it is there."""
    with transaction(connection):
        number = records.number_of(connection, id)
        if number is not None:
            connection.executemany(
                "DELETE FROM tags WHERE article = ? AND key = ?",
                ((number, folded(records.tag(each))) for each in remove),
            )
            records.insert_tags(connection, number, add)
    return number is not None


@explained
def set_note(connection: Connection, id: str, note: str) -> bool:
    """Keep the reader's own words on an article, in place of earlier ones; tells whether it is there."""
    with transaction(connection):
        return _changed(connection, id, "note = ?1", canonical(note).strip())


def _changed(connection: Connection, id: str, assignment: str, *values: str | int) -> bool:
    statement = f"UPDATE articles SET {assignment} WHERE id = ?{len(values) + 1}"
    return connection.execute(statement, (*values, id)).rowcount > 0


def _where(query: str, state: State | None, tag: str | None) -> tuple[str, list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    asked = expression(query)
    if asked is not None:
        conditions.append(
            "number IN (SELECT article FROM passages"
            " WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?))"
        )
        values.append(asked)
    elif query.strip():
        conditions.append("FALSE")
    if state is not None:
        conditions.append("state = ?")
        values.append(str(state))
    if tag is not None:
        conditions.append("number IN (SELECT article FROM tags WHERE key = ?)")
        values.append(folded(records.tag(tag)))
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _entry(row: Sequence[Any]) -> Entry:
    article, title, byline, published, site, source, added, opened = row[:8]
    sentence, furthest, sentences, last, state, note, tags = row[8:]
    return Entry(
        id=article,
        title=title,
        byline=byline,
        published=published,
        site=site,
        source=source,
        added=added,
        opened=opened,
        sentence=sentence,
        furthest=furthest,
        sentences=sentences,
        progress=min(1.0, furthest / last) if last else float(state == State.READ),
        state=State(state),
        tags=tuple(sorted(tags.split(records.BETWEEN_TAGS), key=folded)) if tags else (),
        note=note,
    )
