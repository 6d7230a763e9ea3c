"""Copying in a real terminal: the bytes that reach it, outside and inside tmux and screen."""

import base64
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.end_to_end.known import known
from tests.end_to_end.terminal import Terminal

pytestmark = pytest.mark.slow

TEXT = (
    "Le bac repart\n\n"
    "Le bac de Malvoisy a retraversé la rivière lundi matin, devant la foule des riverains.\n\n"
    "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0», a déclaré Odile Tavernay, la nouvelle passeuse.\n"
)
SENTENCE = "Le bac de Malvoisy a retraversé la rivière lundi matin, devant la foule des riverains."
QUOTE = "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0»"
PLACE = "(«\u00a0Le bac repart\u00a0», bac.txt)"

OSC = rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07"
WRAPPED = {
    "": OSC,
    "TMUX": rb"\x1bPtmux;\x1b" + OSC + rb"\x1b\\",
    "STY": rb"\x1bP" + OSC + rb"\x1b\\",
}
"""What tells the terminal to keep something, by what stands between."""


def copied(raw: bytes, inside: str) -> list[str]:
    """What a terminal was told to keep."""
    return [base64.b64decode(found).decode() for found in re.findall(WRAPPED[inside], raw)]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a quote."""
    path = tmp_path / "bac.txt"
    path.write_text(TEXT, encoding="utf-8")
    known(path)
    return path


@pytest.mark.parametrize(
    ("inside", "env"),
    [
        ("", {}),
        ("TMUX", {"TMUX": "/nowhere/tmux,1,0"}),
        ("STY", {"STY": "1234.pts-0.host"}),
    ],
)
def test_what_reaches_the_terminal(article: Path, inside: str, env: Mapping[str, str]) -> None:
    with Terminal([str(article)], env=env, size=(140, 30)) as terminal:
        terminal.until(lambda shown: "Malvoisy" in shown)
        terminal.press("jc")
        terminal.until(lambda shown: "Copied the sentence in French: " in shown)
        terminal.press("C")
        terminal.until(lambda shown: "Copy this sentence as" in shown)
        terminal.press("4")
        terminal.until(lambda shown: "Copied the sentence in French, with" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    assert copied(terminal.raw, inside) == [SENTENCE, f"{SENTENCE} {PLACE}"]
    escapes = {way: len(re.findall(found, terminal.raw)) for way, found in WRAPPED.items()}
    assert escapes == {"": 2, "TMUX": 0, "STY": 0} | {inside: 2}


def test_the_mouse_copies_one_column(article: Path) -> None:
    with Terminal([str(article)], size=(140, 30)) as terminal:
        terminal.until(lambda shown: "Malvoisy" in shown and "no French" in shown)
        shown = terminal.shown.splitlines()
        row = next(y for y, line in enumerate(shown) if "Le bac de Malvoisy" in line)
        column = shown[row].index("Le bac")
        for sign, x, end in (
            (0, column, "M"),
            (32, column + 3, "M"),
            (32, column + 5, "M"),
            (0, column + 5, "m"),
        ):
            terminal.press(f"\x1b[<{sign};{x + 1};{row + 1}{end}")
            terminal.read(0.3)
        terminal.press("\x03")
        terminal.until(lambda shown: "Copied the selection: Le bac" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    assert copied(terminal.raw, "") == ["Le bac"]


def test_what_the_reader_chose_is_there_the_next_time(home: Path, article: Path) -> None:
    configuration = home / "config" / "enregard" / "config.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text(
        '[reader]\ntheme = "light"\nwidth = 44\n[keys]\ncopy = "y"\ncopy_as = ["Y", "f5"]\n'
    )
    with Terminal([str(article)], size=(160, 30), env={"COLORTERM": "truecolor"}) as terminal:
        shown = terminal.until(lambda shown: "y Copy" in shown and "Malvoisy" in shown)
        assert "c Copy" not in shown
        row = next(line for line in shown.splitlines() if "Le bac de Malvoisy" in line)
        assert "devant" not in row
        terminal.until(lambda shown: terminal.background == "faf8f3")
        terminal.press("cjy")
        terminal.until(lambda shown: "Copied the sentence in French: " in shown)
        terminal.press("\x1b[15~")
        terminal.until(lambda shown: "Copy this sentence as" in shown)
        terminal.press("\x1b")
        terminal.until(lambda shown: "Copy this sentence as" not in shown)
        terminal.press("2<")
        terminal.until(lambda shown: "2 Quotes" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    assert copied(terminal.raw, "") == [SENTENCE]
    with Terminal([str(article)], size=(160, 30)) as terminal:
        terminal.until(lambda shown: "2 Quotes" in shown and "4 Clippings" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
