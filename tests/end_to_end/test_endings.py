"""The reader is ended from outside: the terminal is put back, and where one was is kept."""

import os
import signal
import time
from pathlib import Path

import pytest

from articles import paths
from articles.opening import open_article
from articles.store import database, shelves
from tests.end_to_end import emitted
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "gare.txt"
    path.write_text("La gare rouvre\n\nLe train est revenu. Les habitants l’attendaient.")
    return path


def at_the_second(terminal: Terminal) -> None:
    """Open and go to the second sentence."""
    terminal.until(lambda shown: "Le train est revenu" in shown)
    terminal.press("j")
    terminal.until(lambda shown: "▌ Le train est" in shown.replace("◆", " "))


def kept_sentence(article: Path) -> int:
    """Where the library says that the article was left."""
    with database.opened(paths.library_file()) as connection:
        entry = shelves.entry(connection, open_article(str(article)).id)
    assert entry is not None
    return entry.sentence


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_is_a_wish_to_leave(article: Path, number: signal.Signals) -> None:
    with Terminal([str(article)]) as terminal:
        at_the_second(terminal)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
    assert emitted.restored(terminal.raw)
    assert kept_sentence(article) == 1


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_while_it_is_still_loading_puts_the_terminal_back(
    article: Path, number: signal.Signals
) -> None:
    with Terminal([str(article)]) as terminal:
        terminal.until(lambda shown: "Le train est revenu" in shown)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
    assert emitted.restored(terminal.raw)


def test_a_signal_in_the_midst_of_painting_puts_the_terminal_back(article: Path) -> None:
    more_than_a_terminal_holds = (200, 150)
    with Terminal([str(article)], size=more_than_a_terminal_holds) as terminal:
        terminal.until(lambda shown: "La gare rouvre" in shown)
        time.sleep(0.3)
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
    assert emitted.restored(terminal.raw)


def test_what_stops_it_after_the_first_page_is_one_line(article: Path) -> None:
    paths.config_file().parent.mkdir(parents=True, exist_ok=True)
    paths.config_file().write_text('[keys]\nnothing-such = ["x"]\n')
    with Terminal([str(article)]) as terminal:
        assert terminal.wait() == 1
    assert emitted.restored(terminal.raw)
    after = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"nothing-such" in after
    assert after.count(b"\n") == 1


@pytest.mark.parametrize("way", ["exec", "trap '' HUP; exec"], ids=["hung up", "with hang-ups ignored"])
def test_a_terminal_that_is_closed_ends_the_reader(article: Path, way: str) -> None:
    with Terminal(["-c", f"{way} {COMMAND} {article}"], command=Path("/bin/sh")) as terminal:
        at_the_second(terminal)
        terminal.hang_up()
        deadline = time.monotonic() + 15
        while not terminal.has_ended:
            assert time.monotonic() < deadline, "it reads on without a terminal"
            time.sleep(0.05)
    assert kept_sentence(article) == 1


@pytest.mark.parametrize("way", ["signal", "key"])
def test_it_is_suspended_and_goes_on(article: Path, way: str) -> None:
    with Terminal(["-c", f"set -m; {COMMAND} {article}; fg; echo $?"], command=Path("/bin/bash")) as terminal:
        at_the_second(terminal)
        terminal.read(0.2)
        painted = len(terminal.raw)
        if way == "key":
            terminal.press("\x1a")
        else:
            os.killpg(terminal.foreground, signal.SIGTSTP)
        terminal.until(lambda shown: terminal.raw.count(b"\x1b[?1049h") == 2)
        assert b"\x1b[?1049l" in terminal.raw[painted:]
        terminal.until(lambda shown: "▌ Le train est" in shown.replace("◆", " "))
        terminal.press("j")
        terminal.until(lambda shown: "▌ " in shown and "Le train est" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    assert emitted.restored(terminal.raw)
