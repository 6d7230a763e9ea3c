"""Where something of the system is missing, full or wrong, one line says so, and reading goes on."""

import os
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from articles import paths
from tests.end_to_end import emitted
from tests.end_to_end.known import known
from tests.end_to_end.namespaces import needs_mounts
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

FULL = "mount -t tmpfs -o size=64k tmpfs {home} && (head -c 65536 /dev/zero > {home}/fill; true)"
UNWRITABLE = "mount -t tmpfs -o size=64k,ro tmpfs {home}"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "gare.txt"
    path.write_text("La gare rouvre\n\nLe train est revenu. Les habitants l’attendaient.")
    known(path)
    return path


def inside(home: Path, mount: str, command: str) -> list[str]:
    """Arguments of `unshare` that run a shell command with something else mounted in place of the home."""
    return ["-rm", "/bin/sh", "-c", f"{mount.format(home=home)} && {command}"]


def in_a_shell(home: Path, mount: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`enregard` with such a home."""
    words = " ".join(map(str, (COMMAND, *arguments)))
    return subprocess.run(
        ["unshare", *inside(home, mount, words)],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def reads_to_the_end(terminal: Terminal) -> None:
    """The article opens, is moved in, and is left."""
    terminal.until(lambda shown: "Le train est revenu" in shown)
    terminal.press("j")
    terminal.until(lambda shown: "▌ Le train est" in shown.replace("◆", " "))
    terminal.press("q")
    assert terminal.wait() == 0
    assert emitted.restored(terminal.raw)


@pytest.mark.parametrize("mount", [FULL, UNWRITABLE], ids=["full", "read-only"])
def test_a_disk_that_takes_nothing(home: Path, article: Path, mount: str) -> None:
    needs_mounts()
    with Terminal(inside(home, mount, f"{COMMAND} {article}"), command=Path("/usr/bin/unshare")) as terminal:
        terminal.until(lambda shown: "Read-only" in shown or "(database or" in shown)
        reads_to_the_end(terminal)
    for arguments in (
        ("library", "list"),
        ("library", "add", str(article)),
        ("config", "init"),
        ("export", str(article), "-o", f"{home}/x.tmx"),
    ):
        done = in_a_shell(home, mount, *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert any(words in done.stderr for words in ("No space left", "disk is full", "Read-only"))
        assert "Traceback" not in done.stderr


def test_what_did_not_fit_leaves_the_file_that_was_there(home: Path, article: Path) -> None:
    needs_mounts()
    before = "an older page"
    fill = FULL.replace("(head", f"(echo -n '{before}' > {{home}}/x.md; head")
    shell = inside(
        home, fill, f"{COMMAND} export {article} -o {home}/x.md --force; cat {home}/x.md; ls {home}"
    )
    done = subprocess.run(["unshare", *shell], capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith(before)
    assert not [name for name in done.stdout.split() if name.endswith((".part", ".tmp"))]


@pytest.mark.parametrize(
    "changed",
    [
        {"HOME": "/proc/nowhere", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": ""},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"NO_COLOR": "1"},
    ],
    ids=["no home", "locale C", "no colour"],
)
def test_a_poor_environment(article: Path, changed: dict[str, str]) -> None:
    with Terminal([str(article)], env=changed) as terminal:
        reads_to_the_end(terminal)
    environment = {**os.environ, **changed}
    done = subprocess.run(
        [COMMAND, "show", "--lang", "fr", str(article)], capture_output=True, env=environment, timeout=60
    )
    assert done.returncode == 0
    assert "l’attendaient" in done.stdout.decode()


@pytest.mark.parametrize("name", ["dumb", ""])
def test_a_terminal_that_cannot_be_painted_on(article: Path, name: str) -> None:
    with Terminal([str(article)], env={"TERM": name}) as terminal:
        assert terminal.wait() == 1
        line = "this terminal cannot be painted on: enregard show FILE prints the article"
        assert line in terminal.shown
        assert b"\x1b[?1049h" not in terminal.raw
    with Terminal(["show", "--lang", "fr", str(article)], env={"TERM": name, "PAGER": "cat"}) as terminal:
        assert terminal.wait() == 0
        assert "attendaient" in terminal.shown


@pytest.mark.parametrize("name", ["xterm-16color", "linux"])
def test_sixteen_colours(article: Path, name: str) -> None:
    with Terminal([str(article)], env={"TERM": name, "COLORTERM": ""}) as terminal:
        reads_to_the_end(terminal)
        assert re.search(rb"[;\[]93[;m]", terminal.raw)


def test_a_clock_that_went_back(article: Path) -> None:
    with Terminal([str(article)]) as terminal:
        reads_to_the_end(terminal)
    with closing(sqlite3.connect(paths.library_file())) as raw, raw:
        raw.execute("UPDATE articles SET added = '2999-01-01T00:00:00Z', opened = '2999-01-01T00:00:00Z'")
    with Terminal([str(article)]) as terminal:
        terminal.until(lambda shown: "▌ Le train est" in shown.replace("◆", " "))
        terminal.press("l")
        terminal.until(lambda shown: "La gare rouvre" in shown and "2999" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_terminal_of_one_cell_and_back_many_times(article: Path) -> None:
    """`make endurance` does it a thousand times."""
    with Terminal([str(article)]) as terminal:
        terminal.until(lambda shown: "Le train est revenu" in shown)
        for _time in range(40):
            terminal.resize(1, 1)
            terminal.read(0.01)
            terminal.resize(100, 30)
            terminal.read(0.01)
        reads_to_the_end(terminal)
