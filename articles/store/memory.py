"""The translation memory: every sentence that has an English, with where it comes from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.store.database import Connection, explained, explaining, transaction
from articles.translation import FRENCH_ENGLISH, Pair, Segment, Translation, preference

_AT_ONCE = 500
"""Keys a query: under SQLite's limit on variables."""


@dataclass(frozen=True, slots=True)
class StoredSegment:
    """A remembered segment, and when it was first kept (ISO 8601, UTC)."""

    segment: Segment
    created: str


def key(sentence: str) -> str:
    """What equal sentences have in common: neither the kind of a space nor that of an apostrophe counts."""
    return " ".join(sentence.split()).replace("’", "'")


@explained
def look_up(
    connection: Connection, sentences: Sequence[str], pair: Pair = FRENCH_ENGLISH
) -> dict[int, Translation]:
    """The best known translation of each of `sentences`, by index: by hand, else by the newest pack."""
    keys = [key(sentence) for sentence in sentences]
    best: dict[str, Translation] = {}
    for found, target, origin, _created in _rows(connection, keys, pair):
        if found not in best or preference(origin) > preference(best[found].origin):
            best[found] = Translation(target, origin)
    return {index: best[found] for index, found in enumerate(keys) if found in best}


@explained
def created(
    connection: Connection, segments: Mapping[int, Segment], pair: Pair = FRENCH_ENGLISH
) -> dict[int, str]:
    """When each of `segments` was first kept (ISO 8601, UTC), whatever its English was; if it was."""
    wanted = {index: (key(each.source), each.translation.origin) for index, each in segments.items()}
    rows = _rows(connection, [found for found, _origin in wanted.values()], pair)
    dates = {(found, origin): date for found, _target, origin, date in rows}
    return {index: dates[each] for index, each in wanted.items() if each in dates}


def _rows(connection: Connection, keys: Iterable[str], pair: Pair) -> Iterator[tuple[str, str, str, str]]:
    """What is remembered under some keys: each with its English, origin and date."""
    distinct = list(dict.fromkeys(keys))
    for start in range(0, len(distinct), _AT_ONCE):
        some = distinct[start : start + _AT_ONCE]
        yield from connection.execute(
            "SELECT key, target, origin, created FROM segments"
            f" WHERE source_language = ? AND target_language = ? AND key IN ({','.join('?' * len(some))})",
            (pair.source, pair.target, *some),
        )


@explained
def remember(connection: Connection, segments: Iterable[Segment], pair: Pair = FRENCH_ENGLISH) -> int:
    """Keep `segments`, all or none; tells how many of them are new or changed."""
    with transaction(connection):
        before = connection.total_changes
        connection.executemany(
            "INSERT INTO segments (key, source_language, target_language, origin, source, target)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET source = excluded.source, target = excluded.target WHERE target <> excluded.target",
            (
                (
                    key(segment.source),
                    pair.source,
                    pair.target,
                    segment.translation.origin,
                    segment.source,
                    segment.translation.english,
                )
                for segment in segments
            ),
        )
        return connection.total_changes - before


@explained
def forget(connection: Connection, sentence: str, origin: str, pair: Pair = FRENCH_ENGLISH) -> None:
    """Drop what `origin` has for a sentence."""
    connection.execute(
        "DELETE FROM segments WHERE key = ? AND source_language = ? AND target_language = ? AND origin = ?",
        (key(sentence), pair.source, pair.target, origin),
    )


def segments(connection: Connection, pair: Pair = FRENCH_ENGLISH) -> Iterator[StoredSegment]:
    """Everything that is remembered of a direction, in a stable order."""
    with explaining(connection):
        rows = connection.execute(
            "SELECT source, target, origin, created FROM segments"
            " WHERE source_language = ? AND target_language = ? ORDER BY key, origin",
            (pair.source, pair.target),
        )
        for source, target, origin, created in rows:
            yield StoredSegment(Segment(source, Translation(target, origin)), created)


@explained
def counts(connection: Connection) -> list[tuple[Pair, str, int]]:
    """How many segments there are of each direction and origin."""
    rows = connection.execute(
        "SELECT source_language, target_language, origin, COUNT(*) FROM segments"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    return [(Pair(source, target), origin, count) for source, target, origin, count in rows]


@explained
def was_imported(connection: Connection, digest: str) -> bool:
    """Whether the file with this SHA-256 (hexadecimal) was imported whole."""
    return connection.execute("SELECT 1 FROM imports WHERE digest = ?", (digest,)).fetchone() is not None


@explained
def mark_imported(connection: Connection, digest: str, name: str) -> None:
    """Note that the file with this SHA-256 (hexadecimal) was imported whole."""
    connection.execute("INSERT OR IGNORE INTO imports (digest, name) VALUES (?, ?)", (digest, name))
