"""Translation memories of other programs taken in: whole or not at all, and once."""

from pathlib import Path

import pytest

from articles.errors import EnregardError
from articles.store import database, memory
from articles.translating.importing import import_tmx
from tests.articles.translating.test_tmx import unit, written


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, unit("Oui", "Yes"), unit("Non", "No"))
    with database.opened(tmp_path / "library.sqlite") as connection:
        assert import_tmx(connection, path) == 2
        assert import_tmx(connection, path) == 0


def test_a_broken_file_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "cut.tmx"
    path.write_text(written(tmp_path, unit("Oui", "Yes"), unit("Non", "No")).read_text()[:-40])
    with database.opened(tmp_path / "library.sqlite") as connection:
        with pytest.raises(EnregardError, match=r"cut\.tmx"):
            import_tmx(connection, path)
        assert memory.look_up(connection, ["Oui"]) == {}
