"""Files that appear whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles import atomic
from articles.errors import EnregardError


def test_appears_when_all_went_well(tmp_path: Path) -> None:
    target = tmp_path / "export.md"
    with atomic.written(target) as file:
        file.write(b"words")
        assert not target.exists()
    assert target.read_bytes() == b"words"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["export.md"]


def test_what_was_there_stays_after_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "export.md"
    target.write_bytes(b"before")

    def fail() -> None:
        with atomic.written(target) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["export.md"]


def test_a_missing_folder_gets_one_line(tmp_path: Path) -> None:
    with (
        pytest.raises(EnregardError, match="cannot be written"),
        atomic.written(tmp_path / "no" / "export.md"),
    ):
        pass


@pytest.fixture
def umask() -> Iterator[None]:
    """As on a machine where the group may read new files."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """The permissions of a file."""
    return path.stat().st_mode & 0o7777


@pytest.mark.usefixtures("umask")
def test_what_is_not_private_is_as_open_as_any_new_file_or_as_the_file_before(tmp_path: Path) -> None:
    target = tmp_path / "export.md"
    with atomic.written(target, private=False) as file:
        file.write(b"first")
    assert mode(target) == 0o640
    target.chmod(0o604)
    with atomic.written(target, private=False) as file:
        file.write(b"second")
    assert (mode(target), target.read_bytes()) == (0o604, b"second")
    with atomic.written(tmp_path / "kept") as file:
        file.write(b"mine")
    assert mode(tmp_path / "kept") == 0o600


def test_where_a_link_leads_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    link = tmp_path / "export.md"
    link.symlink_to("notes/today.md")
    for words in (b"new", b"anew"):
        with atomic.written(link, private=False) as file:
            file.write(words)
        assert link.is_symlink()
        assert (tmp_path / "notes" / "today.md").read_bytes() == words
    assert [path.name for path in (tmp_path / "notes").iterdir()] == ["today.md"]
