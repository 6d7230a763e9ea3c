"""The files of the library on the disk: locked among programs, copied whole, set aside when damaged."""

import fcntl
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from articles.errors import EnregardError
from articles.wording import _, reason

_SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, and what belongs to it."""

_LOCK_SECONDS = 60.0
"""How long one program waits for another that makes, mends or migrates the library."""

_LOOK_AGAIN = 0.05


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone among programs that make, mend or bring up to date the library at `path`.

    Reading and writing in it need no such lock. Raises EnregardError when another takes too long.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise unopened(path, reason(error)) from error
    try:
        deadline = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    what = _("another enregard is at work on it")
                    raise unopened(path, what, _("try again later")) from None
                time.sleep(_LOOK_AGAIN)
        yield
    finally:
        os.close(descriptor)


def unopened(path: Path, why: str, hint: str = "") -> EnregardError:
    """The error of a library that cannot be opened; unless a hint says otherwise, it may not be."""
    what = _("{path} cannot be opened ({reason})").format(path=path, reason=why)
    return EnregardError(what, hint or _("check the folder's permissions"))


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) and not is_index_damage(error)


def is_index_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the search index is off; it can be made anew."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB


def is_of_the_disk(error: sqlite3.Error) -> bool:
    """Whether the error says that the disk is full or does not do what it should."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def suspect(path: Path) -> None:
    """Note that the library at `path` showed damage in use: it is looked through when it is next opened."""
    with suppress(OSError):
        _mark(path).touch(mode=0o600)


def is_suspected(path: Path) -> bool:
    """Whether the library at `path` showed damage in use."""
    return _mark(path).exists()


def clear(path: Path) -> None:
    """Take the suspicion back."""
    _mark(path).unlink(missing_ok=True)


def _mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.suspected")


def set_aside(path: Path) -> Path:
    """Give the damaged file at `path`, and what belongs to it, another name beside it; that name."""
    day = date.today().isoformat()
    aside = free_name(path, f"damaged-{day}")
    for side in _SIDES:
        with suppress(FileNotFoundError):
            Path(f"{path}{side}").replace(f"{aside}{side}")
    path.replace(aside)
    clear(path)
    return aside


def free_name(path: Path, word: str) -> Path:
    """The name `library.WORD.sqlite` beside `path`, numbered where it is taken."""
    name = path.with_name(f"{path.stem}.{word}{path.suffix}")
    number = 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")
    return name


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Write what `connection` has to the one file `target`, which appears whole, for its owner alone.

    Raises EnregardError when it cannot be written.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    except OSError as error:
        raise unwritable(target, reason(error), _("choose another place")) from error
    os.close(descriptor)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copied:
            connection.backup(copied)
            copied.execute("PRAGMA journal_mode = DELETE")
        temporary.replace(target)
    except sqlite3.Error as error:
        raise unwritable(target, reason(error), _("free some space")) from error
    except OSError as error:
        raise unwritable(target, reason(error), _("choose another place")) from error
    finally:
        for side in ("", *_SIDES):
            Path(f"{temporary}{side}").unlink(missing_ok=True)


def unwritable(target: Path, why: str, hint: str) -> EnregardError:
    """The error of a library, or a copy of it, that cannot be written."""
    return EnregardError(_("{path} cannot be written ({reason})").format(path=target, reason=why), hint)
