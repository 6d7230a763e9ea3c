"""Files that appear whole or not at all."""

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
