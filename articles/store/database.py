"""The one SQLite file: opening it, and bringing its tables up to date."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from articles.errors import EnregardError
from articles.store import files
from articles.store.migrations import MIGRATIONS
from articles.wording import _, reason

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

Connection = sqlite3.Connection
"""A connection to the library; it stays on the thread that opened it."""

_BUSY_SECONDS = 10.0
"""How long one program waits for another that is writing."""


class DamagedError(EnregardError):
    """The file of a library is damaged; `reason` is SQLite's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("{path} is damaged ({reason})").format(path=path, reason=reason),
            _("enregard library restore FILE goes back to a backup; the reader sets the file aside"),
        )
        self.reason = reason


@contextmanager
def opened(path: Path, *, sets_aside: bool = True) -> Iterator[Connection]:
    """A connection to the library at `path`, made if it is not there; for one thread.

    An older library is brought up to date, and a copy of it as it was is kept beside it. A damaged one is
    set aside and a new one is made, of which `mended` tells; without `sets_aside` it is left where it is,
    and DamagedError is raised. Raises EnregardError when the file cannot be opened, is another program's,
    or was made by a newer version.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        connection = _ready(path)
        if connection is None:
            with files.locked(path):
                connection = _made_ready(path, sets_aside=sets_aside)
    except OSError as error:
        raise files.unopened(path, reason(error)) from error
    except sqlite3.Error as error:
        what = _("{path} cannot be used ({reason})").format(path=path, reason=reason(error))
        raise EnregardError(what, _("check the disk and its permissions")) from error
    with closing(connection):
        yield connection


@contextmanager
def opened_copy(copy: Path, backup: Path) -> Iterator[Connection]:
    """A connection to a file that nobody else uses, brought up to date; `backup` names it in messages.

    Raises EnregardError when it is no library, or of a newer version.
    """
    with closing(_connected(copy)) as connection:
        _refuse_what_is_not_ours(connection, backup)
        if version(connection) == 0:
            raise EnregardError(_("{path} is no library").format(path=backup), _("choose another file"))
        with transaction(connection):
            _migrate(connection)
        yield connection


@contextmanager
def temporary() -> Iterator[Connection]:
    """A library in memory, for when there can be none on the disk."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with transaction(connection):
            _migrate(connection)
        yield connection


def mended(path: Path) -> str | None:
    """What there is to tell of a damaged library that was set aside; each time it is told once."""
    with opened(path) as connection:
        names = _names_set_aside(connection)
    if not names:
        return None
    message = _("the library was damaged: it is kept as {path}, and a new one was made")
    return message.format(path=path.with_name(names[-1]))


def explained(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """`function`, with what SQLite complains of as an EnregardError."""

    @wraps(function)
    def call(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        with explaining(*(each for each in args if isinstance(each, sqlite3.Connection))):
            return function(*args, **kwargs)

    return call


@contextmanager
def explaining(*connections: Connection) -> Iterator[None]:
    """What SQLite complains of inside, as an EnregardError."""
    try:
        yield
    except sqlite3.Error as error:
        if files.is_damage(error):
            for connection in connections:
                _suspect(connection)
        what = _("the library cannot be used ({reason})").format(reason=reason(error))
        raise EnregardError(what, _hint(error)) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All of what is written inside, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def version(connection: Connection) -> int:
    """The version of the tables; 0 where there are none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def location(connection: Connection) -> Path | None:
    """The file that is open; None for a library in memory."""
    name = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    return Path(name) if name else None


@explained
def _names_set_aside(connection: Connection) -> list[str]:
    """The names of which nothing was told yet; from now on it was."""
    if connection.execute("SELECT 1 FROM notices").fetchone() is None:
        return []
    with transaction(connection):
        names = [name for (name,) in connection.execute("SELECT set_aside FROM notices")]
        connection.execute("DELETE FROM notices")
    return names


def _hint(error: sqlite3.Error) -> str:
    if files.is_damage(error) or files.is_index_damage(error):
        return _("enregard library check looks into it")
    return _("what is translated now is shown but not kept")


def _suspect(connection: Connection) -> None:
    try:
        path = location(connection)
    except sqlite3.Error:
        return
    if path is not None:
        files.suspect(path)


def _connected(path: Path) -> Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _ready(path: Path) -> Connection | None:
    """A connection to a library with which all is well; None where there is something to do first."""
    if files.is_suspected(path):
        return None
    try:
        connection = _connected(path)
        with ExitStack() as stack:
            stack.callback(connection.close)
            if version(connection) == len(MIGRATIONS) and _keeps_a_log(connection):
                stack.pop_all()
                return connection
    except sqlite3.Error as error:
        if not files.is_damage(error):
            raise
    return None


def _keeps_a_log(connection: Connection) -> bool:
    mode: str = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return mode == "wal"


def _made_ready(path: Path, *, sets_aside: bool) -> Connection:
    """A connection to the library after what there was to do; only under the lock."""
    path.touch(mode=0o600)
    try:
        if files.is_suspected(path):
            _look_through(path)
        return _up_to_date(path)
    except sqlite3.DatabaseError as error:
        if not files.is_damage(error):
            raise
        if not sets_aside:
            raise DamagedError(path, reason(error)) from error
    aside = files.set_aside(path)
    path.touch(mode=0o600)
    connection = _up_to_date(path)
    connection.execute("INSERT INTO notices (set_aside) VALUES (?)", (aside.name,))
    return connection


def _look_through(path: Path) -> None:
    """Raises sqlite3.DatabaseError with the code of damage when the file is not whole."""
    with closing(_connected(path)) as connection:
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
    files.clear(path)


def _up_to_date(path: Path) -> Connection:
    connection = _connected(path)
    try:
        _refuse_what_is_not_ours(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        if version(connection) < len(MIGRATIONS):
            with transaction(connection):
                _keep_a_copy(connection, path)
                _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_what_is_not_ours(connection: Connection, path: Path) -> None:
    own = version(connection)
    if own > len(MIGRATIONS):
        what = _("{path} was made by a newer version of enregard").format(path=path)
        raise EnregardError(what, _("update enregard"))
    has_tables = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table'").fetchone() is not None
    is_library = (
        connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'segments'").fetchone() is not None
    )
    if has_tables and not (own and is_library):
        what = _("{path} is another program's").format(path=path)
        raise EnregardError(what, _("move it away, and a new one is made"))


def _keep_a_copy(connection: Connection, path: Path) -> None:
    own = version(connection)
    if own == 0:
        return
    with closing(_connected(path)) as reading:
        files.copy(reading, path.with_name(f"{path.stem}-v{own}{path.suffix}"))


def _migrate(connection: Connection) -> None:
    for number in range(version(connection), len(MIGRATIONS)):
        for statement in MIGRATIONS[number]:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")
