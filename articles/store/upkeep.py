"""The library as a file: whether it is whole, what is in it, a copy of it, and going back to a copy."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.errors import EnregardError
from articles.store import database, files, search
from articles.store.database import Connection, explained
from articles.wording import _, reason

_COUNTED = ("articles", "segments", "clippings", "analyses", "queue")


@dataclass(frozen=True, slots=True)
class Report:
    """What there is in a library, and what is wrong with it.

    `problems` are SQLite's own words; `is_damaged` says that the file itself is. `index_was_off` says that
    the search index did not fit the articles; it was made anew. `counts` are rows by table, where there is
    no problem; `size` is in bytes.
    """

    problems: tuple[str, ...]
    is_damaged: bool
    index_was_off: bool
    counts: dict[str, int]
    size: int


def check(path: Path) -> Report:
    """Look through the whole library at `path`; the index is made anew where it is off.

    A damaged file stays where it is; it is set aside when the library is next opened for anything else.
    """
    try:
        with database.opened(path, sets_aside=False) as connection:
            return _report(connection, path)
    except database.DamagedError as error:
        return Report((error.reason,), True, False, {}, _size(path))


@explained
def _report(connection: Connection, path: Path) -> Report:
    problems = _problems(connection, path)
    was_off = not problems and not _has_sound_index(connection)
    if was_off:
        search.rebuild(connection)
    counts = {} if problems else _counts(connection)
    return Report(tuple(problems), files.is_suspected(path), was_off, counts, _size(path))


def _problems(connection: Connection, path: Path) -> list[str]:
    try:
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        if not files.is_damage(error):
            raise
        problems = [reason(error)]
    if problems:
        files.suspect(path)
        return problems
    lost = connection.execute("PRAGMA foreign_key_check")
    return [f"{table} {row}: {parent}?" for table, row, parent, _key in lost]


def _counts(connection: Connection) -> dict[str, int]:
    return {name: int(connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]) for name in _COUNTED}


def _has_sound_index(connection: Connection) -> bool:
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if not files.is_index_damage(error):
            raise
        return False
    return True


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in (path, Path(f"{path}-wal")) if each.exists())


@explained
def back_up(connection: Connection, target: Path, *, replaces: bool = False) -> None:
    """Write the library to one file, which appears whole; others may go on using the library meanwhile.

    Raises EnregardError when it cannot be written, is the library itself, or is there already and not to be
    replaced.
    """
    path = database.location(connection)
    if path is not None and target.exists() and path.samefile(target):
        raise EnregardError(_("{path} is the library itself").format(path=target), _("choose another file"))
    if target.is_dir():
        raise EnregardError(_("{path} is a folder").format(path=target), _("name a file in it"))
    if target.exists() and not replaces:
        raise EnregardError(
            _("{path} is already there").format(path=target), _("use --force to overwrite it")
        )
    files.copy(connection, target)


def restore(path: Path, backup: Path) -> Path:
    """Make the library at `path` what it is in the file `backup`; where the present one is kept.

    Programs that have the library open go on with the new one. Raises EnregardError when `backup` is no
    whole library of a version that is known, or the new one cannot be written; the library is then as it was.
    """
    _check_readable(backup)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _copied(path, backup) as copied:
            return _put_in_place(path, copied)
    except OSError as error:
        raise files.unopened(path, reason(error)) from error
    except sqlite3.Error as error:
        hint = _("the library is as it was; free some space")
        raise files.unwritable(path, reason(error), hint) from error


def _put_in_place(path: Path, copied: Connection) -> Path:
    try:
        with database.opened(path, sets_aside=False) as live:
            aside = files.free_name(path, f"before-restore-{date.today().isoformat()}")
            files.copy(live, aside)
            try:
                copied.backup(live)
            except sqlite3.Error:
                aside.unlink()
                raise
    except database.DamagedError:
        with files.locked(path):
            aside = files.set_aside(path)
        with database.opened(path) as live:
            copied.backup(live)
    return aside


def _check_readable(backup: Path) -> None:
    try:
        with backup.open("rb") as file:
            file.read(1)
    except OSError as error:
        what = _("{path} cannot be read ({reason})").format(path=backup, reason=reason(error))
        raise EnregardError(what, _("check the path")) from error


@contextmanager
def _copied(path: Path, backup: Path) -> Iterator[Connection]:
    """A copy of the backup, beside the library at `path`, that was checked and brought up to date.

    Raises sqlite3.Error when it cannot be written.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(descriptor)
    with ExitStack() as stack:
        for each in (name, f"{name}-wal", f"{name}-shm", f"{name}-journal"):
            stack.callback(Path(each).unlink, missing_ok=True)
        with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as given:
            _check_sound(given, backup)
            with closing(sqlite3.connect(name)) as written:
                given.backup(written)
        try:
            copied = stack.enter_context(database.opened_copy(Path(name), backup))
        except sqlite3.Error as error:
            if files.is_of_the_disk(error):
                raise
            raise _unsound(backup, reason(error)) from error
        yield copied


def _check_sound(given: Connection, backup: Path) -> None:
    try:
        found = given.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise _unsound(backup, reason(error)) from error
    if found != "ok":
        raise _unsound(backup, found)


def _unsound(backup: Path, why: str) -> EnregardError:
    what = _("{path} is damaged or no library ({reason})").format(path=backup, reason=why)
    return EnregardError(what, _("the library is as it was; choose another file"))
