"""Clippings from the reader to the command line; and keys that a configuration gives twice."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal
from tests.end_to_end.test_copying import QUOTE, SENTENCE, TEXT

pytestmark = pytest.mark.slow


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command without a terminal."""
    return subprocess.run(
        [str(COMMAND), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, **environment},
    )


def test_without_clippings_the_list_says_so() -> None:
    done = run("clippings", "list")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "nothing was copied yet: c in the reader copies\n"
    assert run("clippings", "export").stdout == ""
    assert json.loads(run("clippings", "list", "--json").stdout) == {"schema": 1, "clippings": []}


def test_what_was_copied_is_listed_and_exported_with_who_said_it(tmp_path: Path) -> None:
    article = tmp_path / "bac.txt"
    article.write_text(TEXT, encoding="utf-8")
    known(article)
    with Terminal([str(article)], size=(140, 30)) as terminal:
        terminal.until(lambda shown: "Malvoisy" in shown)
        terminal.press("jc2")
        terminal.until(lambda shown: "Odile Tavernay  a déclaré" in shown)
        terminal.press("c")
        terminal.until(lambda shown: "Copied the quote in French" in shown)
        terminal.press("4")
        terminal.until(lambda shown: "4 Clippings" in shown and "devant la foule" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    said = f"{QUOTE}, Odile Tavernay, dans «\u00a0Le bac repart\u00a0», bac.txt"
    placed = f"{SENTENCE} («\u00a0Le bac repart\u00a0», bac.txt)"
    assert run("clippings", "list").stdout.splitlines() == [said, placed]
    assert run("clippings", "export", "--to", "fr").stdout == f"{said}\n\n{placed}\n\n"
    assert run("clippings", "export", "--to", "en").stdout == ""
    rows = json.loads(run("clippings", "export", "--to", "json").stdout)["clippings"]
    assert json.loads(run("clippings", "list", "--json").stdout)["clippings"] == rows
    assert [(row["kind"], row["speaker"], row["french"]) for row in rows] == [
        ("quote", "Odile Tavernay", "Nous n’avons jamais cessé d’y croire"),
        ("sentence", None, SENTENCE),
    ]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["french"] for row in rows]
    target = tmp_path / "extraits.md"
    done = run("clippings", "export", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{target} is written: 2 clippings\n")
    assert target.read_text(encoding="utf-8").splitlines()[:3] == [
        f"> {QUOTE}",
        ">",
        "> — Odile Tavernay, *Le bac repart*, bac.txt",
    ]
    done = run("clippings", "export", str(target), "--to", "json")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"enregard: {target} is already there: use --force to overwrite it\n"
    done = run("clippings", "export", str(target), "--to", "json", "--force", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["clippings"] == rows
    done = run("clippings", "export", str(tmp_path / "nowhere" / "a.md"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


@pytest.mark.parametrize(
    ("keys", "line", "complaint"),
    [
        ('copy = "t"', 2, "the key t would do two things: toggle_language"),
        ('find = "f5"\ncopy = "f5"', 3, "the key F5 would do two things: find"),
        ('copi = "y"', 2, "did you mean copy?"),
        ('copy = "hyper-y"', 2, "there is no key hyper-y"),
        ("copy = 3", 2, "copy must be a key or a list of keys"),
    ],
)
def test_keys_that_cannot_be_are_told_in_one_line(home: Path, keys: str, line: int, complaint: str) -> None:
    configuration = home / "config" / "enregard" / "config.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text(f"[keys]\n{keys}\n")
    with Terminal(size=(300, 30)) as terminal:
        assert terminal.wait() == 1
    [said] = [row.strip() for row in terminal.shown.splitlines() if row.strip()]
    assert f"{configuration}, line {line}: " in said
    assert complaint in said
