"""An article is data: it drives neither the terminal nor the clipboard, the disk or the screen's markup."""

import json
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.end_to_end import emitted
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

TEXT = (
    "Titre \x1b]0;PRIS\x07 [red]rouge[/] \u202esens\n\n"
    "Le \x1b]52;c;UFJJUw==\x07maire \x1b[2J\x1b[31m« Oui \x9b2J [link=file:///etc/passwd]x[/link] », a dit"
    " Claire \x1b[5mRoux. [/] [/red] [@click=app.quit]q[/] {0} %s $HOME `id` $(id)\n\n"
    "\x1b]8;;http://mal.example/\x1b\\lien\x1b]8;;\x1b\\ \x1bP+q544e\x1b\\ \x1b[?1049l \x05 \x08\x08 \x0e"
    " \x1bc \u2066sens\u2069 \u200b\u200d a" + "\u0301" * 500 + " 👩‍👩‍👧‍👦 🇫🇷 \x00 \x7f fin."
    " <script>alert(1)</script>\n\n"
    "Elle est avec les élus, dans une ville où ils sont chez nous pour des mois.\n"
)
GERMAN = "\x1b]0;PRIS\x07 Der Vertrag wurde von allen Ländern unterzeichnet. Niemand ist damit zufrieden.\n"
NAME = "a\x1b[31m\nb[red]\u202e.txt"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(TEXT.encode() + b"\xff\xfe \xed\xa0\x80 \xc3.\n")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


def together(*calls: list[str]) -> list[subprocess.CompletedProcess[str]]:
    """Several calls at once."""
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda arguments: run(*arguments), calls))


def shows(sign: str) -> Callable[[str], bool]:
    """Whether the screen shows it."""
    return lambda shown: sign in shown


def test_in_the_reader(article: Path) -> None:
    with Terminal([str(article)], size=(130, 34)) as terminal:
        terminal.until(lambda shown: "maire" in shown and "[red]rouge[/]" in shown)
        terminal.press("3")
        terminal.until(lambda shown: "Claire" in shown.split("People")[-1] and "People" in shown)
        for keys, sign in (("2", "Oui"), ("1", "maire"), ("0", "maire"), ("?", "Previous sentence")):
            terminal.press(keys)
            terminal.until(shows(sign))
        terminal.press("\x1b")
        terminal.until(lambda shown: "Previous sentence" not in shown)
        terminal.press("jj")
        terminal.press("c")
        terminal.until(lambda shown: "Copied" in shown or "Attribution" in shown or "attribution" in shown)
        terminal.press("\r")
        terminal.until(lambda _: emitted.copied(terminal.raw))
        terminal.press("\x1b")
        terminal.press("l")
        terminal.until(lambda shown: "rouge" in shown)
        terminal.press("\x11q")
        _quit(terminal)
    assert emitted.unasked(terminal.raw) == set()
    assert "PRIS" not in emitted.copied(terminal.raw)
    assert not any(map(emitted.controls, emitted.copied(terminal.raw)))
    assert emitted.restored(terminal.raw)


def test_what_is_pasted_into_the_english_drives_nothing_now_nor_later(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("Le chat dort.\n\nLe maire parle.\n")
    known(path)
    for _time in range(2):
        with Terminal([str(path)], size=(130, 34)) as terminal:
            terminal.until(lambda shown: "maire" in shown)
            if "PRIS" not in terminal.shown:
                terminal.press("je")
                terminal.until(lambda shown: "The English of this sentence" in shown)
                terminal.press("\x1b[200~x\x9b5mPRIS\x07\x08y\x1b]0;z\x07\x1b[201~")
                terminal.until(lambda shown: "PRIS" in shown)
                terminal.press("\r")
                terminal.until(lambda shown: "by hand" in shown)
            terminal.until(lambda shown: "PRIS" in shown)
            terminal.press("q")
            terminal.wait()
        assert emitted.unasked(terminal.raw) == set()


def _quit(terminal: Terminal) -> None:
    deadline = time.monotonic() + 20
    while terminal.read(0.2):
        terminal.press("q")
        assert time.monotonic() < deadline, terminal.shown


def test_on_the_command_line_and_in_files(article: Path, tmp_path: Path) -> None:
    """One call for each way out; `analyse` prints all that the others print parts of."""
    known(article)
    first = run("analyse", "--json", str(article))
    assert json.loads(first.stdout)["quotes"]
    files = [tmp_path / f"out.{form}" for form in ("md", "html", "tmx", "json")]
    done = [
        first,
        *together(
            *(["export", str(article), "-o", str(file)] for file in files),
            ["show", str(article)],
            ["quotes", str(article)],
            ["library", "add", str(article)],
        ),
        *together(["library", "list"], ["library", "search", "maire"]),
    ]
    assert [each.returncode for each in done] == [0] * len(done)
    refused = run("show", f"{article}x\x1b]0;x\x07")
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    article.write_text(GERMAN)
    foreign = run("translate", str(article))
    assert "another language" in foreign.stderr
    written = [file.read_text() for file in files]
    for text in written + [each.stdout + each.stderr for each in [*done, refused, foreign]]:
        assert emitted.controls(text) == set()
    assert "<script>alert" not in written[1]
    assert "&lt;script&gt;alert(1)" in written[1]
    assert {path.name for path in tmp_path.iterdir()} == {NAME, "home", *(file.name for file in files)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 400_000, id="no space at all"),
        pytest.param("\n\n".join(["mot"] * 8_000), id="paragraphs of a word"),
        pytest.param('«»“”"' * 4_000, id="quotation marks alone"),
        pytest.param("« " * 3_000 + "mot" + " »" * 3_000, id="quotes in quotes"),
        pytest.param("👩‍👩‍👧‍👦e\u0301\u200b" * 4_000, id="what has no width"),
    ],
)
def test_of_any_size_the_screen_answers(text: str, tmp_path: Path) -> None:
    """It opens, moves, and leaves."""
    path = tmp_path / "grand.txt"
    path.write_text(f"Début.\n\n{text}\n\nLa toute fin.\n")
    with Terminal([str(path)]) as terminal:
        terminal.until(lambda shown: "Début" in shown)
        terminal.press("G")
        terminal.until(lambda shown: "La toute fin" in shown)
        terminal.press("g")
        terminal.until(lambda shown: "Début" in shown)
        terminal.press("q")
        assert terminal.wait(40) == 0
    assert emitted.unasked(terminal.raw) == set()
