"""The one SQLite file: opening it, and bringing its tables up to date."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from articles.errors import EnregardError

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

Connection = sqlite3.Connection
"""A connection to the library; it stays on the thread that opened it."""

_BUSY_SECONDS = 10.0
"""How long one program waits for another that is writing."""

_MIGRATIONS = (
    """
    CREATE TABLE segments (
        key TEXT NOT NULL,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        origin TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        PRIMARY KEY (key, source_language, target_language, origin)
    ) WITHOUT ROWID;
    CREATE TABLE imports (
        digest TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE analyses (
        article TEXT NOT NULL,
        version TEXT NOT NULL,
        analysis TEXT NOT NULL,
        PRIMARY KEY (article, version)
    );
    """,
    """
    CREATE TABLE choices (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE clippings (
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        site TEXT,
        published TEXT,
        kind TEXT NOT NULL,
        french TEXT NOT NULL,
        english TEXT,
        is_exact INTEGER NOT NULL,
        origin TEXT,
        speaker TEXT,
        created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        UNIQUE (article, start, end)
    );
    """,
)
"""Each brings the file from version i to version i + 1, kept in `user_version`."""


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """A connection to the library at `path`, made if it is not there; for one thread.

    Raises EnregardError when the file cannot be opened, is no library, or was made by a newer version.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise EnregardError(f"{path} cannot be opened ({error})", "check the folder's permissions") from error
    with closing(connection):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection, path)
        except sqlite3.OperationalError as error:
            raise EnregardError(
                f"{path} cannot be used ({error})", "check the disk and its permissions"
            ) from error
        except sqlite3.DatabaseError as error:
            raise EnregardError(
                f"{path} is damaged or no library ({error})", "move it away, and a new one is made"
            ) from error
        yield connection


@contextmanager
def temporary() -> Iterator[Connection]:
    """A library in memory, for when there can be none on the disk."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _migrate(connection, Path(":memory:"))
        yield connection


def explained(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """`function`, with what SQLite complains of as an EnregardError."""

    @wraps(function)
    def call(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        try:
            return function(*args, **kwargs)
        except sqlite3.Error as error:
            raise EnregardError(
                f"the library cannot be used ({error})", "what is translated now is shown but not kept"
            ) from error

    return call


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of what is written inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: Connection, path: Path) -> None:
    if _version(connection) > len(_MIGRATIONS):
        raise EnregardError(f"{path} was made by a newer version of enregard", "update enregard")
    if _version(connection) == len(_MIGRATIONS):
        return
    with transaction(connection):
        for version in range(_version(connection), len(_MIGRATIONS)):
            for statement in _MIGRATIONS[version].split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")
