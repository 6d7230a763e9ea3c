"""Articles of a size that nobody writes: how long they take to open, and to analyse, one by one."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end import emitted
from tests.end_to_end.terminal import Terminal

TEXTS: dict[str, Callable[[], str]] = {
    "10 MB without a space": lambda: "a" * 10_000_000,
    "a million paragraphs of a word": lambda: "\n\n".join(["mot"] * 1_000_000),
    "a million quotation marks": lambda: '«»“”"' * 200_000,
    "100,000 quotes in quotes": lambda: "« " * 100_000 + "mot" + " »" * 100_000,
    "a million marks on a letter": lambda: "e" + "\u0301" * 1_000_000,
}


def tried(home: Path) -> str:
    """Open each, go to its end and leave; the seconds until the first words, and to the end."""
    lines = []
    for name, made in TEXTS.items():
        path = home / "grand.txt"
        path.write_text(f"Début.\n\n{made()}\n\nLa toute fin.\n")
        started = time.monotonic()
        with Terminal([str(path)]) as terminal:
            terminal.until(lambda shown: "Début" in shown, 120)
            first = time.monotonic() - started
            terminal.press("G")
            terminal.until(lambda shown: "La toute fin" in shown, 120)
            end = time.monotonic() - started
            terminal.press("q")
            assert terminal.wait(120) == 0
        assert emitted.unasked(terminal.raw) == set()
        lines.append(f"sizes: {name}: first words after {first:.1f} s, the end after {end:.1f} s")
    return "\n".join(lines)


def resized(times: int, home: Path) -> None:
    """Make a reader's terminal one cell large and as it was, so many times; then read on and leave."""
    path = home / "lu.txt"
    path.write_text("Début.\n\nLe chat dort.\n")
    with Terminal([str(path)]) as terminal:
        terminal.until(lambda shown: "Le chat dort" in shown)
        for _time in range(times):
            terminal.resize(1, 1)
            terminal.read(0.02)
            terminal.resize(100, 30)
            terminal.read(0.02)
        terminal.until(lambda shown: "Le chat dort" in shown, 60)
        terminal.press("q")
        assert terminal.wait() == 0
    assert emitted.restored(terminal.raw)
