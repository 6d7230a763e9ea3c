"""The command line before a person: colours, widths, the pager, bars, what an interrupt leaves behind."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.translating.installing import install_from_file
from tests.end_to_end.command import Command
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

COLOURS = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|9[0-7]|38;)[0-9;]*m")
UNDERLINE = re.compile(rb"\x1b\[[0-9;]*4[0-9;]*m")


@pytest.fixture(autouse=True)
def no_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which the terminal itself says how large it is."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


def shown(enregard: Command, *arguments: object, size: tuple[int, int] = (100, 60), **env: str) -> Terminal:
    """What the command leaves on a terminal."""
    named = list(map(str, arguments))
    with Terminal(named, size=size, env={**enregard.full_environment, **env}) as terminal:
        assert terminal.wait() == 0
    return terminal


def test_quotes_are_coloured_and_underlined_and_numbered(enregard: Command, samples: list[Path]) -> None:
    terminal = shown(enregard, "show", "--no-pager", samples[0], size=(100, 120))
    assert COLOURS.search(terminal.raw)
    assert UNDERLINE.search(terminal.raw)
    rows = [row.rstrip() for row in terminal.shown.splitlines()]
    facing = next(row for row in rows if "Personne n’est content" in row)
    assert facing.startswith("2 Valadim. ")
    assert facing.endswith(" probably right,” he joked to reporters.")
    assert "2 Duarte Valadim" in rows


def test_without_colours_the_marks_stay(enregard: Command, samples: list[Path]) -> None:
    terminal = shown(enregard, "show", "--no-pager", samples[0], size=(100, 120), NO_COLOR="1")
    assert not COLOURS.search(terminal.raw)
    assert UNDERLINE.search(terminal.raw)
    assert any(row.startswith("2 Valadim. ") for row in terminal.shown.splitlines())
    assert not COLOURS.search(shown(enregard, "analyse", "--no-pager", samples[0], NO_COLOR="1").raw)


@pytest.mark.parametrize("command", ["analyse", "show"])
def test_the_width_is_respected(enregard: Command, samples: list[Path], command: str) -> None:
    for width in (44, 90):
        raw = shown(enregard, command, "--no-pager", samples[0], size=(width, 200)).raw.decode()
        rows = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", raw).splitlines()
        assert max(map(len, rows)) <= width
        assert any(len(row) > width - 8 for row in rows)


def test_what_is_long_is_paged_and_what_is_short_is_not(
    enregard: Command, samples: list[Path], tmp_path: Path
) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\nhead -n 12\n")
    pager.chmod(0o755)
    long = shown(enregard, "show", samples[0], size=(100, 24), PAGER=str(pager))
    assert "PAGED" in long.shown
    assert "Fleuves partagés" in long.shown
    assert "Traceback" not in long.shown
    assert "PAGED" not in shown(enregard, "show", "--no-pager", samples[0], PAGER=str(pager)).shown
    assert "PAGED" not in shown(enregard, "summary", samples[0], PAGER=str(pager)).shown


def test_the_pager_shows_accents_and_says_how_to_leave(
    enregard: Command, samples: list[Path], tmp_path: Path
) -> None:
    pager = tmp_path / "less"
    pager.write_text('#!/bin/sh\necho "$LESSCHARSET" "$LESS"\nhead -n 3\n')
    pager.chmod(0o755)
    lines = shown(enregard, "show", samples[0], size=(100, 24), PAGER=str(pager)).shown
    assert "utf-8 -R -Psq leaves, Space goes on$" in lines
    lines = shown(enregard, "show", samples[0], size=(100, 24), PAGER=str(pager), LESS="-S").shown
    assert "utf-8 -S" in lines


def test_plain_lines_on_a_terminal_are_those_of_a_pipe(enregard: Command, samples: list[Path]) -> None:
    terminal = shown(enregard, "show", "--plain", samples[0], size=(600, 120))
    piped = enregard("show", samples[0]).stdout
    assert [row.rstrip() for row in terminal.shown.splitlines()][:40] == piped.splitlines()[:40]
    assert piped.startswith("# FR: Fleuves partagés") or "\n# FR: Fleuves partagés" in piped
    assert "\n# EN: Shared rivers" in piped
    assert "\nEN: " in piped
    alone = enregard("show", "--plain", "--lang", "fr", samples[0]).stdout
    assert "# Fleuves partagés" in alone
    assert "FR: " not in alone


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder of articles of which the first and the last are not analysed yet."""
    folder = tmp_path / "presse"
    folder.mkdir()
    for place in range(24):
        text = f"« Voilà le numéro {place} », a dit Jeanne Morel, libraire à Aubrac. "
        (folder / f"{place:02}.txt").write_text(text)
    known(*sorted(folder.iterdir())[1:-1])
    return folder


def piped(folder: Path, words: str, **env: str) -> Terminal:
    """What a shell leaves on a terminal in which `enregard` is in a pipe."""
    script = folder / "script"
    script.write_text(f"#!/bin/sh\n{COMMAND} {words}\n")
    script.chmod(0o755)
    with Terminal(command=script, env=env) as terminal:
        assert terminal.wait(60) == 0
    return terminal


def test_a_bar_for_what_takes_long_is_away_while_anything_is_printed(press: Path, tmp_path: Path) -> None:
    terminal = piped(tmp_path, f"analyse --json --jobs 1 {press} | sed 's/.*/A ROW/'")
    assert b"Articles" in terminal.raw
    rows = [row.rstrip() for row in terminal.shown.splitlines() if row.strip()]
    assert sorted(rows) == ["24 articles are done", *["A ROW"] * 24]
    terminal = piped(tmp_path, f"analyse --json {press}/00.txt > {tmp_path}/out")
    assert terminal.raw == b""


def test_no_bar_where_a_terminal_only_prints_or_an_article_is_typed(press: Path, tmp_path: Path) -> None:
    terminal = piped(tmp_path, f"analyse --json --jobs 1 {press} > {tmp_path}/out", TERM="dumb")
    assert terminal.raw == b"24 articles are done\r\n"
    with Terminal(["actors", "-q", str(press / "00.txt"), "-"], env={"PAGER": "cat"}) as terminal:
        terminal.read(0.1)
        time.sleep(2.5)
        terminal.read(0.1)
        assert terminal.raw == b""
        terminal.press("Anaïs Roux, vétérinaire, soigne les chouettes.\n\x04")
        assert terminal.wait() == 0
    assert b"\x1b[?25l" not in terminal.raw


def test_an_interrupt_ends_an_export_at_once(home: Path, tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("\n\n".join(f"« Voilà {n} », a dit Jeanne Morel, libraire." for n in range(4000)))
    with started("export", article, "-o", tmp_path / "long.html") as running:
        assert until(lambda: bool(children(running.pid)))
        workers = children(running.pid)
        time.sleep(1)
        sent = time.monotonic()
        running.send_signal(signal.SIGINT)
        _rest, errors = running.communicate(timeout=20)
        assert time.monotonic() - sent < 1.5
    assert (running.returncode, errors) == (130, "enregard: stopped\n")
    assert until(lambda: not any(map(is_there, workers)))
    assert sorted(tmp_path.iterdir()) == [home, article]


def test_translation_comes_paragraph_by_paragraph_and_is_interrupted(
    home: Path, word_pack: Path, tmp_path: Path
) -> None:
    install_from_file(word_pack)
    article = tmp_path / "long.txt"
    article.write_text("\n\n".join(f"Le chat {n} dort. Le maire {n} parle." for n in range(6000)))
    with started("translate", article) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "The cat 0 sleeps. The mayor 0 speaks.\n"
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=20)
    assert (running.returncode, errors) == (130, "enregard: stopped\n")
    assert rest.count("\n") < 11_000
    assert sorted(tmp_path.iterdir()) == [home, article]


def test_an_interrupt_ends_the_worker_processes(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for place in range(120):
        text = f"« Voilà le numéro {place} », a dit Jeanne Morel, libraire à Aubrac. " * 3
        (folder / f"{place}.txt").write_text(text)
    with started("analyse", "--json", "--jobs", "2", folder) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith('{"schema": 1')
        workers = children(running.pid)
        assert len(workers) == 2
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=20)
    assert (running.returncode, errors) == (130, "enregard: stopped\n")
    assert not rest or rest.endswith("}\n")
    assert until(lambda: not any(map(is_there, workers)))


def started(*arguments: object) -> subprocess.Popen[str]:
    """The command, running, with its output in pipes."""
    return subprocess.Popen(
        [str(COMMAND), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    return [pid for pid, parent in pairs if parent == process]


def is_there(process: int) -> bool:
    """Whether a process has not ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def until(condition: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether it came to be so."""
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    return condition()
