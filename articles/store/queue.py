"""What waits to be translated ahead of being read, in the order in which it came."""

from collections.abc import Iterable

from articles.store.database import Connection, explained, transaction


@explained
def enqueue(connection: Connection, ids: Iterable[str]) -> None:
    """Let articles wait; those that wait already keep their place, and unknown ones are passed over."""
    with transaction(connection):
        connection.executemany(
            "INSERT OR IGNORE INTO queue (article, place) SELECT number,"
            " (SELECT COALESCE(MAX(place), 0) + 1 FROM queue) FROM articles WHERE id = ?",
            ((each,) for each in ids),
        )


@explained
def first(connection: Connection, most: int) -> list[tuple[str, int]]:
    """The ids of the articles that come first, with how many sentences each has."""
    rows = connection.execute(
        "SELECT id, sentences FROM queue JOIN articles ON number = article ORDER BY place LIMIT ?", (most,)
    )
    return [(article, sentences) for article, sentences in rows]


@explained
def done(connection: Connection, id: str) -> None:
    """Take an article out: it is translated."""
    connection.execute("DELETE FROM queue WHERE article = (SELECT number FROM articles WHERE id = ?)", (id,))


@explained
def clear(connection: Connection) -> int:
    """Let nothing wait any more; tells how many articles did."""
    return connection.execute("DELETE FROM queue").rowcount


@explained
def length(connection: Connection) -> int:
    """How many articles wait."""
    return int(connection.execute("SELECT COUNT(*) FROM queue").fetchone()[0])
