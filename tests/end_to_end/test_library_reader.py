"""The library in the reader, as a person has it: in a terminal, killed, without a home, from a pipe."""

import os
import signal
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.articles.sources.books import book
from tests.articles.sources.pages import PAGE, TITLE
from tests.articles.translating.loopback import Answer, Server
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

MARK = "▌"
RIVER = (
    "Le fleuve est bas\n\n"
    "Le fleuve est bas depuis le mois de juin. Les élus se réunissent à Sainte-Aube. "
    "L’été dernier, la fontaine du village avait déjà été fermée.\n\n"
    "Demain, la pluie reviendra peut-être. Personne n’y croit. On attend."
)


@pytest.fixture
def river(tmp_path: Path) -> Path:
    path = tmp_path / "fleuve.txt"
    path.write_text(RIVER)
    known(path)
    return path


@pytest.fixture
def presse(tmp_path: Path) -> Path:
    """A folder of two texts and a book."""
    path = tmp_path / "presse"
    path.mkdir()
    (path / "1 halle.txt").write_text("La halle\n\nElle rouvre. On y va.")
    (path / "2 pont.txt").write_text("Le pont\n\nIl est fermé. On attend.")
    known(*path.iterdir())
    book(path / "livre.epub")
    return path


def file(home: Path) -> Path:
    return home / "data" / "enregard" / "library.sqlite"


def sentence(home: Path, title: str) -> int:
    """Where an article was left."""
    with closing(sqlite3.connect(file(home))) as connection:
        found = connection.execute("SELECT sentence FROM articles WHERE title = ?", (title,)).fetchone()
    return -1 if found is None else int(found[0])


def leave(terminal: Terminal) -> None:
    """Leave by its key, with the terminal as it was."""
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.raw[-300:]
    assert b"Traceback" not in terminal.raw
    assert b"Exception in thread" not in terminal.raw


def test_the_first_time_there_are_articles_to_read_and_their_english_is_found(home: Path) -> None:
    with Terminal(size=(120, 30)) as terminal:
        terminal.until(lambda shown: "3 articles" in shown and "chauves-souris" in shown)
        terminal.press("/bats")
        terminal.until(lambda shown: "1 article ·" in shown and "bats" in shown.split("best first")[1])
        terminal.press("\r")
        terminal.until(
            lambda shown: f"{MARK} " in shown.replace("◆", " ") and "Français" in shown and "by hand" in shown
        )
        terminal.press("l")
        terminal.until(lambda shown: "best first" in shown)
        leave(terminal)
    assert stat.S_IMODE(file(home).stat().st_mode) == 0o600


@pytest.mark.parametrize("way", ["q", "l", "kill"])
def test_however_it_is_left_an_article_opens_where_it_was(river: Path, home: Path, way: str) -> None:
    with Terminal([str(river)], size=(120, 30)) as terminal:
        terminal.until(lambda shown: f"{MARK} Le fleuve est bas" in shown.replace("◆", " "))
        terminal.press("jjjj")
        terminal.until(lambda shown: f"{MARK} Demain" in shown.replace("◆", " "))
        if way == "kill":
            terminal.read(0.5)
            while terminal.read(0.05) and sentence(home, "Le fleuve est bas") != 4:
                pass
            os.kill(terminal.pid, signal.SIGKILL)
        elif way == "l":
            terminal.press("l")
            terminal.until(lambda shown: "67%" in shown)
            terminal.press("\r")
            terminal.until(lambda shown: f"{MARK} Demain" in shown.replace("◆", " "))
            leave(terminal)
        else:
            leave(terminal)
    assert sentence(home, "Le fleuve est bas") == 4
    with Terminal([str(river)], size=(120, 30)) as terminal:
        terminal.until(lambda shown: f"{MARK} Demain" in shown.replace("◆", " "))
        leave(terminal)


def test_half_a_second_after_the_last_key_nothing_is_lost_to_a_kill(river: Path, home: Path) -> None:
    with Terminal([str(river)], size=(120, 30)) as terminal:
        terminal.until(lambda shown: f"{MARK} Le fleuve est bas" in shown.replace("◆", " "))
        terminal.read(1.0)
        terminal.press("jj")
        terminal.until(lambda shown: "3/7" in shown)
        _paint_for(terminal, 0.5)
        os.kill(terminal.pid, signal.SIGKILL)
        while terminal.read(0.1):
            pass
    assert sentence(home, "Le fleuve est bas") == 2
    with closing(sqlite3.connect(file(home))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _paint_for(terminal: Terminal, seconds: float) -> None:
    import time

    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        terminal.read(left)


def test_a_folder_is_a_list_whose_articles_are_read_and_added(presse: Path, home: Path) -> None:
    with Terminal([str(presse)]) as terminal:
        terminal.until(lambda shown: "presse" in shown and "3 articles" in shown)
        terminal.press("\x1b[B\r")
        terminal.until(lambda shown: f"{MARK} Le pont" in shown.replace("◆", " "))
        terminal.press("l")
        terminal.until(lambda shown: "3 articles" in shown and "1 halle" in shown)
        terminal.press("\x1b[B\r")
        terminal.until(lambda shown: "Carnets de Valbrune" in shown and "2 articles" in shown)
        terminal.press("\x1b")
        terminal.until(lambda shown: "presse" in shown)
        terminal.press("l")
        terminal.until(lambda shown: "Library" in shown and "1 article ·" in shown)
        terminal.press("\x1b")
        terminal.until(lambda shown: "presse" in shown)
        terminal.press("a")
        terminal.until(lambda shown: "3 articles were added. 1 was there already." in shown)
        leave(terminal)


@pytest.mark.parametrize("name", ["livre.epub", "flux.xml"])
def test_a_book_and_a_feed_are_lists(presse: Path, name: str) -> None:
    (presse / "flux.xml").write_text(
        "<rss version='2.0'><channel><title>Le Courrier</title>"
        "<item><title>Le quai</title><description>Il pleut.</description>"
        "<link>https://exemple.test/quai</link></item></channel></rss>"
    )
    with Terminal([str(presse / name)]) as terminal:
        terminal.until(lambda shown: "Le quai" in shown and "Add all" in shown)
        leave(terminal)


def test_several_are_a_list_with_what_comes_through_the_pipe(presse: Path, river: Path) -> None:
    command = f"cat '{river}' | {COMMAND} '{presse}/1 halle.txt' - '{presse}' rien.txt"
    with Terminal(["-c", command], command=Path("/bin/sh")) as terminal:
        terminal.until(lambda shown: "4 articles" in shown and "standard input" in shown)
        terminal.press("\x1b[B\r")
        terminal.until(lambda shown: f"{MARK} Le fleuve" in shown.replace("◆", " "))
        terminal.press("jl")
        terminal.until(lambda shown: "4 articles" in shown)
        terminal.press("\x1b[B\x1b[B\r")
        terminal.until(lambda shown: "rien.txt does not exist" in shown)
        terminal.press("a")
        terminal.until(lambda shown: "4 articles were added. 2 were there already." in shown)
        leave(terminal)


@pytest.mark.loopback
@pytest.mark.parametrize("is_one_of_several", [False, True])
def test_an_address_is_fetched_and_read(
    river: Path, server: Server, is_one_of_several: bool, tmp_path: Path
) -> None:
    (tmp_path / "halle.html").write_text(PAGE)
    known(tmp_path / "halle.html")
    link = server.at("/halle", Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"}))
    with Terminal([*([str(river)] if is_one_of_several else []), link], size=(140, 30)) as terminal:
        if is_one_of_several:
            terminal.until(lambda shown: "on the web" in shown)
            assert server.asked == []
            terminal.press("\x1b[B\r")
        terminal.until(lambda shown: f"{MARK} {TITLE}" in shown.replace("◆", " "))
        assert [each.target for each in server.asked] == ["/halle"]
        leave(terminal)


@pytest.mark.loopback
def test_leaving_while_a_page_is_fetched_ends_at_once(server: Server) -> None:
    link = server.at("/lent", Answer(PAGE.encode(), stall_after=10))
    with Terminal() as terminal:
        terminal.until(lambda shown: "3 articles" in shown)
        terminal.press("a")
        terminal.until(lambda shown: "Add to the library" in shown)
        terminal.press(f"{link}\r")
        terminal.until(lambda shown: "Adding" in shown and server.stalled.is_set())
        leave(terminal)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server().running() as running:
        yield running


def test_what_is_pasted_is_read_and_never_typed() -> None:
    with Terminal() as terminal:
        terminal.until(lambda shown: "3 articles" in shown)
        terminal.press("\x1b[200~qqq q\rxx\rLe chat dort.\r\x03\x01q\x1b[201~")
        terminal.until(lambda shown: f"{MARK} " in shown.replace("◆", " ") and "Le chat dort." in shown)
        terminal.press("l")
        terminal.until(lambda shown: "4 articles" in shown)
        leave(terminal)


def test_the_clipboard_is_read_where_there_is_one(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    xclip = tools / "xclip"
    xclip.write_text("#!/bin/sh\nprintf 'Le presse-papiers\\n\\nLe chat dort.'\n")
    xclip.chmod(0o755)
    known("Le presse-papiers\n\nLe chat dort.")
    env = {"PATH": f"{tools}:{os.environ['PATH']}", "DISPLAY": ":7", "WAYLAND_DISPLAY": ""}
    with Terminal(["--paste"], env=env) as terminal:
        terminal.until(lambda shown: f"{MARK} Le presse-papiers" in shown.replace("◆", " "))
        terminal.press("l")
        terminal.until(lambda shown: "1 article ·" in shown and "pasted text" in shown)
        leave(terminal)
    xclip.write_text("#!/bin/sh\nprintf ' '\n")
    with Terminal(["--paste"], env=env) as terminal:
        assert terminal.wait() == 1
        assert "the clipboard is empty: copy a text first" in terminal.shown
    xclip.write_text("#!/bin/sh\nprintf '\\377\\376'\n")
    with Terminal(["--paste"], env=env) as terminal:
        assert terminal.wait() == 1
        assert "there is no clipboard to read from here" in terminal.shown


def test_without_a_clipboard_it_says_what_to_do(tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path), "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with Terminal(["--paste"], env=env) as terminal:
        assert terminal.wait() == 1
        assert "there is no clipboard to read from here" in terminal.shown


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [(["--paste", "x.txt"], "--paste takes no ARTICLE"), (["-", "-"], "standard input can be read once")],
)
def test_what_does_not_go_together_is_refused(arguments: list[str], complaint: str) -> None:
    done = subprocess.run(
        [COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert complaint in done.stderr


def test_without_a_home_an_article_is_read_and_it_is_said_once(river: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    env = {name: str(taken / "x") for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    with Terminal([str(river)], env=env, size=(140, 30)) as terminal:
        terminal.until(
            lambda shown: (
                f"{MARK} Le fleuve" in shown.replace("◆", " ") and "packs cannot be looked for" in shown
            )
        )
        shown = terminal.until(lambda shown: "cannot be opened" in shown)
        assert shown.count("(Esc closes)") == 2
        assert "Error" not in shown
        terminal.press("jj")
        terminal.until(lambda shown: "3/7" in shown)
        terminal.press("l")
        terminal.until(lambda shown: "taken/x" in shown and "cannot be opened" in shown)
        leave(terminal)


def test_a_damaged_library_is_told_in_the_reader(home: Path) -> None:
    file(home).parent.mkdir(parents=True)
    file(home).write_bytes(b"SQLite format 3\x00" + b"\xff" * 9_000)
    with Terminal(size=(160, 30)) as terminal:
        terminal.until(lambda shown: "the library was damaged" in shown)
        terminal.until(lambda shown: "3 articles" in shown)
        leave(terminal)


def test_two_readers_on_one_library(river: Path, home: Path) -> None:
    with Terminal([str(river)], size=(120, 30)) as one, Terminal(size=(120, 30)) as other:
        one.until(lambda shown: f"{MARK} Le fleuve" in shown.replace("◆", " "))
        other.until(lambda shown: "articles" in shown)
        one.press("jj")
        one.until(lambda _shown: sentence(home, "Le fleuve est bas") == 2)
        other.press("?")
        other.until(lambda shown: "In the library" in shown)
        other.press("\x1b")
        other.until(lambda shown: "4 articles" in shown and "33%" in shown)
        other.press("x")
        other.until(lambda shown: "3 articles" in shown and "Removed" in shown)
        other.press("u")
        other.until(lambda shown: "4 articles" in shown and "33%" in shown)
        one.press("j")
        leave(one)
        leave(other)
    assert sentence(home, "Le fleuve est bas") == 3


def asked_ahead(home: Path) -> int:
    """How many articles of 201 sentences wait to be translated, or are."""
    with closing(sqlite3.connect(file(home))) as connection:
        return int(
            connection.execute(
                "SELECT (SELECT COUNT(*) FROM queue) + (SELECT COUNT(*) / 201 FROM segments)"
            ).fetchone()[0]
        )


def test_translating_ahead_goes_on_after_a_kill(word_pack: Path, tmp_path: Path, home: Path) -> None:
    for command in (["packs", "install", "--yes", str(word_pack)],):
        subprocess.run([COMMAND, *command], check=True, capture_output=True, timeout=60)
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(30):
        lines = " ".join(f"Le chat {n} parle {m}." for m in range(200))
        (folder / f"{n:02}.txt").write_text(f"Numéro {n}\n\n{lines}")
    with Terminal([str(folder)], size=(120, 30)) as terminal:
        terminal.until(lambda shown: "30 articles" in shown)
        terminal.press("a")
        terminal.until(lambda shown: "30 articles were added." in shown)
        terminal.press("T\x1b[BT\x1b[BT\x1b[BT")
        terminal.until(lambda shown: "translating ahead" in shown)
        terminal.until(lambda _shown: asked_ahead(home) == 4)
        os.kill(terminal.pid, signal.SIGKILL)
        while terminal.read(0.1):
            pass
    with Terminal(size=(120, 30)) as terminal:
        terminal.until(lambda shown: "were translated." in shown or "was translated." in shown, 60)
        leave(terminal)
    with closing(sqlite3.connect(file(home))) as connection:
        assert connection.execute("SELECT COUNT(*) FROM queue").fetchone() == (0,)
        assert (
            connection.execute("SELECT COUNT(*) FROM segments WHERE origin LIKE 'argos%'").fetchone()[0]
            >= 800
        )
