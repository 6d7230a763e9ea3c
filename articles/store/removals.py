"""What was removed from the library: it is kept for some time, and comes back as it was."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from articles.article import Article, Paragraph, ParagraphKind, Sentence
from articles.folding import folded
from articles.spans import Span
from articles.store import REMOVED_DAYS, records, shelves
from articles.store.database import Connection, explained, transaction
from articles.store.shelves import Entry, State

_IN_TIME = f"at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-{REMOVED_DAYS} days')"
_GONE = "article NOT IN (SELECT id FROM articles)"


@dataclass(frozen=True, slots=True)
class _Removed:
    """What was removed, so that it can be brought back as it was.

    `number` and `touched` are its places among what was added and what was read; `queued` is its place among
    what waits to be translated ahead, None where it does not wait.
    """

    article: Article
    entry: Entry
    number: int
    touched: int
    queued: int | None


@explained
def remove(connection: Connection, id: str) -> Entry | None:
    """Remove an article, and keep it for some time; None where it is not there."""
    with transaction(connection):
        removed = _taken_out(connection, id)
        if removed is None:
            return None
        _forget_old(connection)
        connection.execute(
            "INSERT OR REPLACE INTO removed (article, kept) VALUES (?, ?)", (id, _written(removed))
        )
    return removed.entry


@explained
def bring_back(connection: Connection, id: str | None = None) -> Entry | None:
    """Bring back the article with this id, or what was removed last; None where there is nothing to."""
    with transaction(connection):
        where, values = ("", ()) if id is None else ("AND article = ?", (id,))
        row = connection.execute(
            f"SELECT article, kept FROM removed WHERE {_IN_TIME} AND {_GONE} {where} ORDER BY number DESC",
            values,
        ).fetchone()
        if row is None:
            return None
        removed = _read(row[1])
        _put_back(connection, removed)
        connection.execute("DELETE FROM removed WHERE article = ?", (row[0],))
    return removed.entry


@explained
def entries(connection: Connection, words: str = "") -> list[Entry]:
    """What can be brought back, the last first: all, or that whose id or title has these words."""
    rows = connection.execute(
        f"SELECT kept FROM removed WHERE {_IN_TIME} AND {_GONE} ORDER BY number DESC"
    ).fetchall()
    found = [_read(kept).entry for (kept,) in rows]
    wanted = folded(words).split()
    return [
        entry
        for entry in found
        if not words or entry.id.startswith(words) or all(word in folded(entry.title) for word in wanted)
    ]


@explained
def are_there(connection: Connection) -> bool:
    """Whether anything can be brought back."""
    row = connection.execute(f"SELECT 1 FROM removed WHERE {_IN_TIME} AND {_GONE}").fetchone()
    return row is not None


@explained
def forget_old(connection: Connection) -> None:
    """Let go what was removed too long ago."""
    _forget_old(connection)


def _forget_old(connection: Connection) -> None:
    connection.execute(f"DELETE FROM removed WHERE NOT ({_IN_TIME})")


def _taken_out(connection: Connection, id: str) -> _Removed | None:
    number = records.number_of(connection, id)
    kept, known = shelves.article(connection, id), shelves.entry(connection, id)
    if number is None or kept is None or known is None:
        return None
    touched, queued = connection.execute(
        "SELECT touched, (SELECT place FROM queue WHERE article = number) FROM articles WHERE number = ?",
        (number,),
    ).fetchone()
    connection.execute("DELETE FROM articles WHERE number = ?", (number,))
    return _Removed(kept, known, number, touched, queued)


def _put_back(connection: Connection, removed: _Removed) -> None:
    was = removed.entry
    taken = connection.execute("SELECT 1 FROM articles WHERE number = ?", (removed.number,)).fetchone()
    number = records.insert(connection, removed.article, None if taken else removed.number)
    _make_room(connection, "articles", "touched", removed.touched)
    connection.execute(
        "UPDATE articles SET added = ?, opened = ?, touched = ?, sentence = ?, furthest = ?, state = ?,"
        " note = ? WHERE number = ?",
        (
            was.added,
            was.opened,
            removed.touched,
            was.sentence,
            was.furthest,
            str(was.state),
            was.note,
            number,
        ),
    )
    records.insert_tags(connection, number, was.tags)
    if removed.queued is not None:
        _make_room(connection, "queue", "place", removed.queued)
        connection.execute("INSERT INTO queue (article, place) VALUES (?, ?)", (number, removed.queued))


def _make_room(connection: Connection, table: str, column: str, place: int) -> None:
    """Let what has taken a place since, and what comes after it, move up by one."""
    connection.execute(
        f"UPDATE {table} SET {column} = {column} + 1"
        f" WHERE {column} >= ?1 AND EXISTS (SELECT 1 FROM {table} WHERE {column} = ?1)",
        (place,),
    )


def _written(removed: _Removed) -> str:
    article = replace(removed.article, paragraphs=(), sentences=())
    kept = asdict(removed) | {
        "article": asdict(article),
        "paragraphs": [(*_ends(each.span), str(each.kind)) for each in removed.article.paragraphs],
        "sentences": [(*_ends(each.span), each.paragraph) for each in removed.article.sentences],
    }
    return json.dumps(kept, ensure_ascii=False)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _read(written: str) -> _Removed:
    kept: dict[str, Any] = json.loads(written)
    paragraphs: Sequence[tuple[int, int, str]] = kept["paragraphs"]
    sentences: Sequence[tuple[int, int, int]] = kept["sentences"]
    article = Article(
        **kept["article"]
        | {
            "paragraphs": tuple(
                Paragraph(Span(start, end), ParagraphKind(kind)) for start, end, kind in paragraphs
            ),
            "sentences": tuple(Sentence(Span(start, end), number) for start, end, number in sentences),
        }
    )
    entry = {"furthest": kept["entry"]["sentence"], **kept["entry"]}
    return _Removed(
        article,
        Entry(**entry | {"state": State(entry["state"]), "tags": tuple(entry["tags"])}),
        kept["number"],
        kept["touched"],
        kept["queued"],
    )
