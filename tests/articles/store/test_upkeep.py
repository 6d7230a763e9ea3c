"""The library as a file: checked, copied, and brought back from a copy."""

import resource
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articles.errors import EnregardError
from articles.store import database, removals, shelves, upkeep
from articles.store.migrations import MIGRATIONS
from articles.store.search import search
from tests.articles.store.shelf import article
from tests.articles.store.test_database import make_old


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shelf" / "library.sqlite"
    with database.opened(path) as connection:
        shelves.add(connection, article())
    return path


def titles(path: Path) -> list[str]:
    with database.opened(path) as connection:
        return [entry.title for entry in shelves.entries(connection)]


def test_a_sound_library_says_what_is_in_it(file: Path) -> None:
    report = upkeep.check(file)
    assert (report.problems, report.index_was_off, report.counts["articles"]) == ((), False, 1)
    assert report.size >= file.stat().st_size


def test_an_index_that_is_off_is_made_anew(file: Path) -> None:
    with database.opened(file) as connection:
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
        assert upkeep.check(file).index_was_off
        assert len(search(connection, "eau")) == 1
        assert not upkeep.check(file).index_was_off


@pytest.mark.parametrize("begin", [0, 100, 12_288], ids=["all of it", "but its head", "but its first pages"])
def test_a_damaged_file_is_told_and_left_where_it_is(file: Path, begin: int) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[begin::7] = b"A" * len(damaged[begin::7])
    file.write_bytes(damaged)
    for _time in range(2):
        report = upkeep.check(file)
        assert (report.is_damaged, report.counts, report.size) == (True, {}, len(damaged))
        assert len(report.problems) > 0
    assert file.read_bytes() == damaged
    assert not [each for each in file.parent.iterdir() if "damaged" in each.name]


def test_damage_is_told_and_set_aside_at_the_next_opening(file: Path) -> None:
    with database.opened(file) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passages'").fetchone()[0]
    with file.open("r+b") as opened:
        opened.seek((root - 1) * 4096)
        opened.write(b"\xff" * 4096)
    assert upkeep.check(file).is_damaged
    assert titles(file) == []
    assert database.mended(file) is not None


def test_rows_that_lost_what_they_belong_to_are_told(file: Path) -> None:
    with database.opened(file) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO tags (article, key, tag) VALUES (99, 'a', 'a')")
    report = upkeep.check(file)
    assert (len(report.problems), report.is_damaged) == (1, False)


def test_a_copy_is_one_private_file_that_can_be_gone_back_to(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_bytes(b"what was there before")
    with database.opened(file) as connection:
        upkeep.back_up(connection, target, replaces=True)
        removals.remove(connection, article().id)
        shelves.add(connection, article("Autre chose.", name="Autre chose"))
    assert target.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in tmp_path.iterdir()) == ["copy.sqlite", "home", "shelf"]
    aside = upkeep.restore(file, target)
    assert titles(file) == ["L’été des fleuves"]
    assert aside.name.startswith("library.before-restore-")
    assert aside.stat().st_mode & 0o777 == 0o600
    assert titles(aside) == ["Autre chose"]
    assert upkeep.restore(file, aside) != aside
    assert titles(file) == ["Autre chose"]


def test_programs_that_have_it_open_go_on_with_what_is_restored(file: Path, tmp_path: Path) -> None:
    with database.opened(file) as connection:
        upkeep.back_up(connection, tmp_path / "copy.sqlite")
        removals.remove(connection, article().id)
        upkeep.restore(file, tmp_path / "copy.sqlite")
        assert len(shelves.entries(connection)) == 1
        shelves.add(connection, article("Autre chose.", name="Autre chose"))
    assert len(titles(file)) == 2


def test_an_older_copy_is_brought_up_to_date(file: Path, tmp_path: Path) -> None:
    make_old(tmp_path / "old.sqlite", 2)
    before = (tmp_path / "old.sqlite").read_bytes()
    upkeep.restore(file, tmp_path / "old.sqlite")
    assert titles(file) == []
    assert (tmp_path / "old.sqlite").read_bytes() == before


def test_a_damaged_library_can_be_replaced_by_a_copy(file: Path, tmp_path: Path) -> None:
    with database.opened(file) as connection:
        upkeep.back_up(connection, tmp_path / "copy.sqlite")
    file.write_bytes(b"no database" * 1000)
    aside = upkeep.restore(file, tmp_path / "copy.sqlite")
    assert titles(file) == ["L’été des fleuves"]
    assert aside.read_bytes() == b"no database" * 1000
    assert database.mended(file) is None


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing", "cannot be read"),
        ("folder", "cannot be read"),
        ("text", "damaged or no library"),
        ("empty", "is no library"),
        ("truncated", "damaged or no library"),
        ("foreign", "another program's"),
        ("newer", "newer version"),
    ],
)
def test_what_is_no_library_is_refused_and_nothing_changes(
    file: Path, tmp_path: Path, kind: str, said: str
) -> None:
    given = tmp_path / "given.sqlite"
    if kind == "folder":
        given.mkdir()
    elif kind == "text":
        given.write_bytes(b"no database" * 1000)
    elif kind == "empty":
        given.touch()
    elif kind in ("foreign", "newer"):
        with closing(sqlite3.connect(given, isolation_level=None)) as connection:
            connection.execute("CREATE TABLE bookmarks (address)")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1 if kind == 'newer' else 0}")
    elif kind == "truncated":
        with database.opened(file) as opened:
            upkeep.back_up(opened, given)
        given.write_bytes(given.read_bytes()[:20_000])
    with pytest.raises(EnregardError, match=said) as failure:
        upkeep.restore(file, given)
    assert str(given) in str(failure.value)
    assert titles(file) == ["L’été des fleuves"]
    assert not [each for each in file.parent.iterdir() if "before-restore" in each.name]


@pytest.mark.parametrize("more", [-8_192, 100], ids=["for a copy", "for the library"])
def test_what_is_restored_and_finds_no_room_is_told_of_the_library_which_is_as_it_was(
    file: Path, tmp_path: Path, more: int
) -> None:
    backup = tmp_path / "backup.sqlite"
    with database.opened(file) as connection:
        upkeep.back_up(connection, backup)
        shelves.set_note(connection, article().id, "Written since.")
    before = sorted(file.parent.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (backup.stat().st_size + more, limits[1]))
    try:
        with pytest.raises(EnregardError, match="cannot be written") as failure:
            upkeep.restore(file, backup)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert str(failure.value).startswith(str(file))
    assert str(failure.value).endswith("the library is as it was; free some space")
    assert sorted(file.parent.iterdir()) == before
    with database.opened(file) as connection:
        assert [entry.note for entry in shelves.entries(connection)] == ["Written since."]


def test_a_copy_replaces_no_file_unless_it_is_to(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_text("Mes notes")
    with (
        database.opened(file) as connection,
        pytest.raises(EnregardError, match="is already there: use --force to overwrite it"),
    ):
        upkeep.back_up(connection, target)
    assert target.read_text() == "Mes notes"


def test_the_library_is_no_place_for_its_own_copy(file: Path, tmp_path: Path) -> None:
    with database.opened(file) as connection:
        for target, said in (
            (file, "the library itself"),
            (tmp_path, "is a folder"),
            (tmp_path / "none" / "copy.sqlite", "cannot be written"),
        ):
            with pytest.raises(EnregardError, match=said):
                upkeep.back_up(connection, target)
    assert titles(file) == ["L’été des fleuves"]
