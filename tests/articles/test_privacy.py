"""What is kept is its owner's alone, and nothing of an article is written where it was not asked for."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles import choices, paths
from articles.atomic import written
from articles.opening import article_of
from articles.store import database, files, shelves
from articles.translating.download import download
from articles.translating.installing import install_from_file
from tests.articles.translating.loopback import Answer, Server

ROOT = Path(__file__).parents[2]

SECRET = "Mirabelle"


@pytest.fixture(autouse=True)
def _generous_mask() -> Iterator[None]:
    """As on a machine where new files may be read and written by everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(*folders: Path) -> dict[str, str]:
    """The files and folders in and of `folders` that others may read, with their modes."""
    everything = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    return {str(path): oct(path.stat().st_mode & 0o777) for path in everything if path.stat().st_mode & 0o077}


def test_the_library_with_what_stands_beside_it() -> None:
    file = paths.library_file()
    with database.opened(file) as connection:
        shelves.add(connection, article_of(f"{SECRET} parle.", source="x", name="x"))
        files.copy(connection, file.with_name("copy.sqlite"))
        names = {path.name for path in file.parent.iterdir()}
        assert {"library.sqlite", "library.sqlite-wal", "library.sqlite-shm", "copy.sqlite"} <= names
        assert open_to_others(file.parent) == {}
    choices.load(file)
    files.suspect(file)
    assert open_to_others(file.parent) == {}


def test_a_damaged_library_that_is_set_aside() -> None:
    file = paths.library_file()
    with database.opened(file):
        pass
    file.write_bytes(b"none" * 5_000)
    assert database.mended(file) is not None
    assert len([path for path in file.parent.iterdir() if "damaged" in path.name]) >= 1
    assert open_to_others(file.parent) == {}


def test_what_is_written_at_once(tmp_path: Path) -> None:
    with written(tmp_path / "out.md") as file:
        [temporary] = tmp_path.glob(".out.md*")
        assert temporary.stat().st_mode & 0o777 == 0o600
        file.write(b"x")
    assert (tmp_path / "out.md").stat().st_mode & 0o777 == 0o600


@pytest.mark.loopback
def test_a_download_on_the_way_and_what_is_sent_for_it() -> None:
    with Server().running() as server:
        link = server.at("/pack", Answer(b"x" * 100_000, etag='"1"', break_after=50_000, has_ranges=False))
        target = paths.downloads() / "pack.bin"
        command = (
            "import sys; from pathlib import Path; from articles.translating import download as d;"
            "d._PAUSE_SECONDS = 0; d.download([sys.argv[1]], Path(sys.argv[2]))"
        )
        subprocess.run([sys.executable, "-c", command, link, str(target)], cwd=ROOT, capture_output=True)
        assert {path.name for path in target.parent.iterdir()} == {"pack.bin.part", "pack.bin.part.etag"}
        assert open_to_others(target.parent) == {}
        server.at("/pack", Answer(b"x" * 100_000, etag='"1"'))
        download([link], target)
        assert open_to_others(target.parent) == {}
        for asked in server.asked:
            allowed = {"host", "accept", "accept-encoding", "connection", "user-agent", "range", "if-range"}
            assert set(asked.headers) <= allowed
            assert asked.headers["user-agent"] in ("enregard", f"python-httpx/{_httpx_version()}")


def test_an_installed_pack(word_pack: Path, home: Path) -> None:
    pack = install_from_file(word_pack)
    assert pack.path.stat().st_mode & 0o777 == 0o700
    assert not list((home / "data").rglob(".enregard-*"))


def _httpx_version() -> str:
    import httpx

    return httpx.__version__


def test_nothing_of_an_article_is_left_lying_about(tmp_path: Path, home: Path) -> None:
    """An error on the way, and the analysis, leave its words in the library and nowhere else."""
    article = tmp_path / "a.txt"
    article.write_text(f"{SECRET} parle. « Oui », a dit {SECRET} Roux.\n")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    command = [str(Path(sys.executable).with_name("enregard")), "analyse", "--json", str(article)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env={**os.environ, "TMPDIR": str(temporary)}
    )
    assert SECRET in done.stdout
    assert SECRET not in done.stderr
    holding = {
        path.name
        for path in [*home.rglob("*"), *temporary.rglob("*")]
        if path.is_file() and SECRET.encode() in path.read_bytes()
    }
    assert holding <= {"library.sqlite", "library.sqlite-wal"}
