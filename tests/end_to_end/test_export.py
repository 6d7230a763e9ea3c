"""An article written down from the command line."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from articles import paths
from articles.translating.installing import install_from_file
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

SAMPLE = min(paths.samples().glob("*.txt"))


def run(*arguments: object, given: str = "") -> subprocess.CompletedProcess[str]:
    """The installed command without a terminal."""
    return subprocess.run(
        [str(COMMAND), "export", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        input=given,
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    ("name", "start", "inside"),
    [
        ("a.md", "---\ntitle: ", "> Shared rivers: forty-one countries agree on a “minimum” flow"),
        ("a.html", "<!doctype html>", ">Shared rivers: forty-one countries agree on a “minimum” flow<"),
        ("a.json", '{\n  "schema": 1,', '"english": "Shared rivers: forty-one countries agree'),
        ("a.tmx", "<?xml", "<seg>Shared rivers: forty-one countries agree on a “minimum” flow</seg>"),
    ],
)
def test_a_bundled_article_in_every_format(folder: Path, name: str, start: str, inside: str) -> None:
    known(SAMPLE)
    done = run(SAMPLE, "-o", folder / name)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{folder / name} is written: 41 sentences\n"
    assert [file.name for file in folder.iterdir()] == [name]
    text = (folder / name).read_text(encoding="utf-8")
    assert text.startswith(start)
    assert inside in text


def test_standard_input_to_standard_output() -> None:
    known("Le maire parle. Il pleut.", "Le maire parle.")
    done = run("-", "--to", "json", "-n", "1", given="Le maire parle. Il pleut.")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert [row["english"] for row in found["sentences"]] == [None, None]
    assert len(found["summary"]) == 1
    assert done.stderr == (
        "enregard: 2 sentences have no English: enregard packs install gets a language pack\n"
    )
    assert run("-", "-o", "-", given="Le maire parle.").stdout.startswith("---\n")


def test_with_a_pack_the_english_is_made(folder: Path, word_pack: Path) -> None:
    install_from_file(word_pack)
    done = run("-q", "-", "-o", folder / "a.tmx", given="Le chat dort. Le maire parle.")
    assert (done.returncode, done.stderr) == (0, "")
    text = (folder / "a.tmx").read_text()
    assert "<seg>The cat sleeps.</seg>" in text
    assert '<prop type="origin">argos fr-en 1.0</prop>' in text


def test_what_is_there_is_not_overwritten_unasked(folder: Path) -> None:
    file = folder / "a.md"
    file.write_text("mine")
    known("Il pleut.")
    done = run("-", "-o", file, given="Il pleut.")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "--force" in done.stderr
    assert file.read_text() == "mine"
    assert run("-", "-o", file, "--force", given="Il pleut.").returncode == 0
    assert "Il pleut." in file.read_text()


def test_what_is_written_is_as_open_as_any_new_file_and_a_link_stays(folder: Path) -> None:
    known("Il pleut.", "Il neige.")
    before = os.umask(0o027)
    try:
        assert run("-", "-o", folder / "a.md", given="Il pleut.").returncode == 0
    finally:
        os.umask(before)
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o640
    (folder / "b.md").symlink_to("a.md")
    assert run("-", "-o", folder / "b.md", "--force", given="Il neige.").returncode == 0
    assert (folder / "b.md").is_symlink()
    assert "Il neige." in (folder / "a.md").read_text()
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_never_overwritten(folder: Path) -> None:
    known("Il pleut.")
    for place in (folder, Path("/dev/null")):
        done = run("-", "--to", "md", "-o", place, "--force", given="Il pleut.")
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert not Path("/dev/null").is_file()
    assert folder.is_dir()


def test_a_place_that_is_not_there_is_one_line(folder: Path) -> None:
    known("Il pleut.")
    done = run("-", "-o", folder / "nowhere" / "a.md", given="Il pleut.")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "nowhere" in done.stderr


def test_an_unknown_format_is_a_wrong_call() -> None:
    assert run("-", "--to", "pdf", given="Il pleut.").returncode == 2


def test_a_name_that_says_no_format_needs_one(folder: Path) -> None:
    known("Il pleut.")
    for name in ("a.pdf", "a"):
        done = run("-", "-o", folder / name, given="Il pleut.")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.endswith(": end its name in .html, .md, .json or .tmx, or use --to\n")
    assert list(folder.iterdir()) == []
    assert run("-", "--to", "html", "-o", folder / "a.pdf", given="Il pleut.").returncode == 0
    assert (folder / "a.pdf").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_stopped_halfway_nothing_is_left(folder: Path, word_pack: Path) -> None:
    install_from_file(word_pack)
    article = folder / "long.txt"
    article.write_text("\n\n".join(f"Le chat numéro {n} dort et le chien {n} mange." for n in range(4000)))
    with Terminal(["export", str(article), "-o", str(folder / "long.tmx")]) as terminal:
        terminal.until(lambda shown: "Translating" in shown)
        terminal.press("\x03")
        assert terminal.wait(20) == 130
        assert "stopped" in terminal.shown
        assert "Traceback" not in terminal.shown
    assert [file.name for file in folder.iterdir()] == ["long.txt"]
