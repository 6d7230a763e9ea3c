"""What was removed from the library: it is kept for some time, and comes back as it was."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from articles.article import Article, Paragraph, ParagraphKind, Sentence
from articles.spans import Span
from articles.store import shelves
from articles.store.database import Connection, explained, transaction
from articles.store.shelves import Entry, Removed, State
from articles.store.words import plain

DAYS = 30
"""How long what was removed is kept."""

_IN_TIME = f"at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-{DAYS} days')"
_GONE = "article NOT IN (SELECT id FROM articles)"


@explained
def remove(connection: Connection, id: str) -> Entry | None:
    """Remove an article, and keep it for some time; None where it is not there."""
    with transaction(connection):
        removed = shelves.taken_out(connection, id)
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
        shelves.put_back(connection, removed)
        connection.execute("DELETE FROM removed WHERE article = ?", (row[0],))
    return removed.entry


@explained
def entries(connection: Connection, words: str = "") -> list[Entry]:
    """What can be brought back, the last first: all, or that whose id or title has these words."""
    rows = connection.execute(
        f"SELECT kept FROM removed WHERE {_IN_TIME} AND {_GONE} ORDER BY number DESC"
    ).fetchall()
    found = [_read(kept).entry for (kept,) in rows]
    wanted = plain(words).split()
    return [
        entry
        for entry in found
        if not words or entry.id.startswith(words) or all(word in plain(entry.title) for word in wanted)
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


def _written(removed: Removed) -> str:
    article = replace(removed.article, paragraphs=(), sentences=())
    kept = asdict(removed) | {
        "article": asdict(article),
        "paragraphs": [(*_ends(each.span), str(each.kind)) for each in removed.article.paragraphs],
        "sentences": [(*_ends(each.span), each.paragraph) for each in removed.article.sentences],
    }
    return json.dumps(kept, ensure_ascii=False)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _read(written: str) -> Removed:
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
    return Removed(
        article,
        Entry(**entry | {"state": State(entry["state"]), "tags": tuple(entry["tags"])}),
        kept["number"],
        kept["touched"],
        kept["queued"],
    )
