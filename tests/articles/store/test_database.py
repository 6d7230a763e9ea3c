"""The file: brought up to date with a copy kept, set aside only when it is damaged, shared by programs."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from articles.errors import EnregardError
from articles.store import database, files, memory, shelves
from articles.store.migrations import MIGRATIONS
from articles.translation import BY_HAND, Segment, Translation
from tests.articles.store.shelf import article

ROOT = Path(__file__).parents[3]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "shelf").mkdir()
    return tmp_path / "shelf" / "library.sqlite"


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as SQLite alone sees it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def make_old(path: Path, version: int) -> None:
    """A library as an older version of the program left it, with one translation in it."""
    with raw(path) as connection:
        for migration in MIGRATIONS[:version]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(
            "INSERT INTO segments (key, source_language, target_language, origin, source, target)"
            " VALUES ('Oui.', 'fr', 'en', 'by hand', 'Oui.', 'Yes.')"
        )
        connection.execute(f"PRAGMA user_version = {version}")


def kept(path: Path) -> dict[int, Translation]:
    with database.opened(path) as connection:
        return memory.look_up(connection, ["Oui."])


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir() if not each.name.startswith(".")}


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_an_older_library_is_brought_up_to_date_and_a_copy_is_kept(file: Path, version: int) -> None:
    make_old(file, version)
    assert kept(file) == {0: Translation("Yes.", BY_HAND)}
    copy = file.with_name(f"library-v{version}.sqlite")
    assert names(file) == {"library.sqlite", copy.name}
    assert copy.stat().st_mode & 0o777 == 0o600
    with raw(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)
        assert connection.execute("SELECT target FROM segments").fetchall() == [("Yes.",)]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_what_an_older_version_read_is_read_as_far(file: Path) -> None:
    make_old(file, 5)
    with raw(file) as connection:
        connection.execute(
            "INSERT INTO articles (id, title, title_key, source, touched, sentence, sentences, last,"
            " paragraphs) VALUES ('a', 'Titre', 'titre', 'a.txt', 1, 4, 9, 8, '[]')"
        )
    with database.opened(file) as connection:
        [entry] = shelves.entries(connection)
    assert (entry.sentence, entry.furthest, entry.progress) == (4, 4, 0.5)


def test_a_new_library_has_no_copy(file: Path) -> None:
    assert kept(file) == {}
    assert names(file) == {"library.sqlite"}


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_old(file, 3)
    broken = (*MIGRATIONS[:3], ("CREATE TABLE first (a)", "CREATE TABLE nonsense nonsense"))
    monkeypatch.setattr(database, "MIGRATIONS", broken)
    with pytest.raises(EnregardError, match="cannot be used"), database.opened(file):
        pass
    with raw(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'first'").fetchone() is None
    monkeypatch.undo()
    assert kept(file) == {0: Translation("Yes.", BY_HAND)}


@pytest.mark.parametrize(
    "content", [b"no database at all" * 300, b"short", b"\0" * 9000], ids=["text", "short", "zeros"]
)
def test_a_file_that_is_no_database_is_set_aside_and_told_once(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert kept(file) == {}
    [aside] = [name for name in names(file) if name.startswith("library.damaged-")]
    assert file.with_name(aside).read_bytes() == content
    told = database.mended(file)
    assert told is not None
    assert str(file.with_name(aside)) in told
    assert database.mended(file) is None


def test_files_set_aside_on_one_day_are_numbered(file: Path) -> None:
    for content in (b"first " * 200, b"second " * 200):
        file.write_bytes(content)
        with database.opened(file):
            pass
    aside = sorted(name for name in names(file) if name.startswith("library.damaged-"))
    assert len(aside) == 2
    assert {file.with_name(name).read_bytes()[:5] for name in aside} == {b"first", b"secon"}


def test_a_sound_library_has_nothing_to_tell(file: Path) -> None:
    assert database.mended(file) is None


def test_a_truncated_library_is_set_aside(file: Path) -> None:
    with database.opened(file) as connection:
        shelves.add(connection, article("Le chat dort. " * 3_000))
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)
    assert kept(file) == {}
    assert database.mended(file) is not None


def test_damage_that_shows_in_use_is_looked_into_at_the_next_opening(file: Path) -> None:
    with database.opened(file) as connection:
        shelves.add(connection, article("Le chat dort. " * 3_000))
    page = 4096
    with raw(file) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'passages'").fetchone()[0]
    with file.open("r+b") as opened:
        opened.seek((root - 1) * page)
        opened.write(b"\xff" * page)
    with (
        database.opened(file) as connection,
        pytest.raises(EnregardError, match="enregard library check"),
    ):
        shelves.article(connection, article("Le chat dort. " * 3_000).id)
    assert database.mended(file) is not None
    with database.opened(file) as connection:
        assert shelves.entries(connection) == []


def test_suspicion_without_damage_changes_nothing(file: Path) -> None:
    make_old(file, 3)
    files.suspect(file)
    assert kept(file) == {0: Translation("Yes.", BY_HAND)}
    assert not files.is_suspected(file)
    assert not any("damaged" in name for name in names(file))


def test_a_locked_library_is_not_set_aside(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    make_old(file, 3)
    with raw(file) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EnregardError, match="locked"), database.opened(file):
            pass
        holder.execute("ROLLBACK")
    assert kept(file) == {0: Translation("Yes.", BY_HAND)}
    assert not any("damaged" in name for name in names(file))


def test_a_library_that_another_program_makes_ready_can_be_had_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_LOCK_SECONDS", 0.0)
    with (
        files.locked(file),
        pytest.raises(EnregardError, match=r"another enregard is at work on it\): try again later"),
        files.locked(file),
    ):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_library_that_may_not_be_read_is_not_set_aside(file: Path) -> None:
    make_old(file, 3)
    file.chmod(0)
    with pytest.raises(EnregardError, match="cannot be"), database.opened(file):
        pass
    file.chmod(0o600)
    assert kept(file) == {0: Translation("Yes.", BY_HAND)}


def test_a_folder_in_its_place_is_left_alone(file: Path) -> None:
    file.mkdir()
    with pytest.raises(EnregardError, match="cannot be"), database.opened(file):
        pass
    assert names(file) == {"library.sqlite"}
    assert file.is_dir()


def test_the_database_of_another_program_is_left_alone(file: Path) -> None:
    with raw(file) as connection:
        connection.execute("CREATE TABLE bookmarks (address)")
    before = file.read_bytes()
    with pytest.raises(EnregardError, match="another program's"), database.opened(file):
        pass
    assert file.read_bytes() == before
    assert names(file) == {"library.sqlite"}


_OPEN = """
import sys
from pathlib import Path
from articles.store import database
print("ready", flush=True)
sys.stdin.readline()
with database.opened(Path(sys.argv[1])) as connection:
    connection.execute("INSERT INTO choices (name, value) VALUES (?, '1')", (sys.argv[2],))
"""


@pytest.mark.slow
@pytest.mark.parametrize("state", ["new", "old", "damaged"])
def test_programs_that_open_it_at_once_make_it_once(file: Path, state: str) -> None:
    if state == "old":
        make_old(file, 3)
    elif state == "damaged":
        file.write_bytes(b"no database" * 1000)
    children = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN, str(file), str(number)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(6)
    ]
    for child in children:
        assert child.stdout is not None
        child.stdout.readline()
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    assert [child.wait(60) for child in children] == [0] * 6
    for child in children:
        child.communicate()
    with database.opened(file) as connection:
        assert connection.execute("SELECT COUNT(*) FROM choices").fetchone() == (6,)
    aside = [name for name in names(file) if name.startswith("library.damaged-")]
    assert len(aside) == (1 if state == "damaged" else 0)


def test_threads_that_write_at_once_all_succeed(file: Path) -> None:
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with database.opened(file) as connection:
                for each in range(30):
                    words = f"Phrase {number} {each}."
                    memory.remember(connection, [Segment(words, Translation("x", BY_HAND))])
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    with database.opened(file) as connection:
        assert memory.counts(connection)[0][2] == 120
