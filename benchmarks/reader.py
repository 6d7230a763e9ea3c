"""The reader as it is felt: to the first words, from key to paint, memory, a novel, the command line.

    python -m benchmarks.reader [--quick] [--peers]

Everything runs in a real pseudo-terminal and is timed by what it paints; contenders by turns. `--peers`
makes a virtual environment for frogmouth and one for baca the first time, from the package index.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from articles import paths
from benchmarks import many, noise_pack
from benchmarks.library import vocabulary
from benchmarks.screen import Screen

_HERE = Path(__file__).parent
_BIN = Path(sys.executable).parent
_QUOTED = "Corvaisier"
"""Who is named in the pane of the quotes, and under the first screen of the text."""

_PEERS = {"frogmouth": "0.9.2", "baca": "0.1.17"}

Result = dict[str, Any]


def enregard(*arguments: str) -> list[str]:
    """Our command."""
    return [str(_BIN / "enregard"), *arguments]


def bare(text: Path) -> list[str]:
    """The bare Textual program."""
    return [sys.executable, str(_HERE / "bare.py"), str(text)]


def median(values: list[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def by_turns(rounds: int, **runs: Callable[[], float]) -> dict[str, float]:
    """The median of each, run by turns; a round before them warms the caches, where there are several."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(-1 if rounds > 1 else 0, rounds):
        for name, run in runs.items():
            value = run()
            if number >= 0:
                found[name].append(value)
    return {name: median(values) for name, values in found.items()}


# -- opening ---------------------------------------------------------------------------------------------


def first_words(command: list[str], home: Path, *words: str) -> float:
    """Seconds to the first paint that holds the words."""
    with Screen(command, home) as screen:
        return screen.until(*words)


def opening(article: Path, home: Path, rounds: int, peers: dict[str, Path]) -> Result:
    """To the French text, and, opened again, to text, English and quotes."""
    words = "ponts"
    kept = home / "again"
    runs: dict[str, Callable[[], float]] = {
        "bare Textual app": lambda: first_words(bare(article), home / "bare", words),
        "En regard": lambda: first_words(enregard(str(article)), home / "first", words),
    }
    for name, command in peers.items():
        runs[name] = lambda command=command, name=name: first_words(  # type: ignore[misc]
            [str(command), str(_for_peer(name, article, home))], home / name, words
        )
    first = by_turns(rounds, **runs)
    prepare_again(article, kept)
    again = by_turns(
        rounds,
        bare=lambda: first_words(bare(article), home / "bare", words),
        ours=lambda: first_words(enregard(str(article)), kept, words, "bridges", _QUOTED),
    )
    return {"first": first, "again": again}


def prepare_again(article: Path, home: Path) -> None:
    """Read the article once, with the quotes open, to the end of its analysis."""
    with Screen(enregard(str(article)), home) as screen:
        screen.until("bridges", "Help")
        screen.settle(1)
        screen.press("\x1b")
        screen.settle(1)
        screen.press("2")
        screen.until(_QUOTED)
        screen.settle()
        screen.press("q")
        screen.settle(1)


def _for_peer(name: str, article: Path, home: Path) -> Path:
    """The same text in a format that a peer reads."""
    if name == "frogmouth":
        copy = home / "article.md"
        copy.write_bytes(article.read_bytes())
        return copy
    from benchmarks.epub import write_book

    book = home / "article.epub"
    write_book(book, article.read_text(encoding="utf-8"))
    return book


def make_peers(folder: Path) -> dict[str, Path]:
    """The peers' commands, each in a virtual environment of its own."""
    commands: dict[str, Path] = {}
    for name, version in _PEERS.items():
        own = folder / name
        if not (own / "bin" / name).exists():
            venv.create(own, with_pip=True)
            install = [own / "bin" / "pip", "install", "-q", f"{name}=={version}", "setuptools<81"]
            subprocess.run(list(map(str, install)), check=True)
        commands[name] = own / "bin" / name
    return commands


# -- keys ------------------------------------------------------------------------------------------------


def keys_at_work(article: Path, home: Path, pack: Path, presses: int) -> Result:
    """From key to paint, in ms, while the article is translated and analysed."""
    with Screen(enregard(str(article)), home, ARGOS_PACKAGES_DIR=str(pack.parent)) as screen:
        total = screen_total(screen)
        delays: list[float] = []
        for number in range(2, min(presses, total) + 1):
            pressed = time.perf_counter() - screen.started
            screen.press("j")
            delays.append((screen.until(f"{number}/{total}") - pressed) * 1000)
            time.sleep(0.03)
    delays.sort()
    return {
        "keys": len(delays),
        "median": median(delays),
        "p95": delays[int(len(delays) * 0.95)],
        "worst": delays[-1],
    }


def screen_total(screen: Screen) -> int:
    """How many sentences the title bar says there are."""
    screen.until("1/")
    screen.settle(0.05)
    found = re.search(r"1/(\d+)", screen.painted)
    assert found is not None
    return int(found[1])


# -- memory ----------------------------------------------------------------------------------------------


def memory(article: Path, home: Path, pack: Path, looks: int) -> Result:
    """MiB of the reader without models, of the bare app, and of everything with the pack at its most."""
    with Screen(bare(article), home) as screen:
        screen.until("ponts")
        screen.settle()
        plain = screen.memory()
    with Screen(enregard(str(article)), home / "without") as screen:
        screen.until("ponts")
        screen.settle(1)
        ours = screen.memory()
    with Screen(enregard(str(article)), home / "with", ARGOS_PACKAGES_DIR=str(pack.parent)) as screen:
        screen.until("ponts")
        most = 0.0
        for _ in range(looks):
            time.sleep(0.25)
            screen.settle(0.01)
            most = max(most, screen.memory(with_children=True))
    return {"bare": plain, "reader": ours, "in all": most}


# -- a novel ---------------------------------------------------------------------------------------------


def write_novel(path: Path, paragraphs: int, words: int) -> None:
    """So many paragraphs of so many words that are as frequent as in French."""
    import random

    chance = random.Random(3)
    known, weights = vocabulary(chance)
    with path.open("w", encoding="utf-8") as file:
        file.write("Roman sous les ponts\n\n")
        for _ in range(paragraphs):
            drawn = chance.choices(known, cum_weights=weights, k=words)
            sentences = [" ".join(drawn[at : at + 17]).capitalize() for at in range(0, words, 17)]
            file.write(". ".join(sentences) + ".\n\n")


def novel(article: Path, home: Path, rounds: int, paragraphs: int) -> Result:
    """Open, a page down at the end, resize: against the short article."""
    path = home / "roman.txt"
    write_novel(path, paragraphs, 50)
    opened = by_turns(
        rounds,
        article=lambda: first_words(enregard(str(article)), home / "short", "ponts"),
        novel=lambda: first_words(enregard(str(path)), home / "long", "ponts"),
    )
    with Screen(enregard(str(path)), home / "end") as screen:
        screen.until("ponts")
        screen.settle(1)
        screen.press("G")
        screen.settle(1)
        screen.press("b")
        screen.settle(0.5)
        turned = _seconds_of(screen, lambda: screen.press(" "))
        resized = _seconds_of(screen, lambda: screen.resize(120, 40))
    return {**opened, "page down at the end": turned, "resize": resized}


def _seconds_of(screen: Screen, act: Callable[[], None]) -> float:
    screen.settle(0.2)
    act()
    return screen.changing()


# -- the command line ------------------------------------------------------------------------------------

_CLICK = "import click\n@click.command()\ndef f(): 'Nothing.'\nf(['--help'])"


def command_line(rounds: int) -> Result:
    """Seconds of `--version` and `--help` against a bare click program."""

    def took(command: list[str]) -> float:
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - begun

    return by_turns(
        rounds,
        click=lambda: took([sys.executable, "-c", _CLICK]),
        version=lambda: took(enregard("--version")),
        help=lambda: took(enregard("--help")),
    )


# -- many articles ---------------------------------------------------------------------------------------


def many_articles(home: Path, count: int) -> Result:
    """Seconds of `analyse` with one process and with two."""
    folder = home / "many"
    many.write_articles(folder, count)
    taken = {
        jobs: many.seconds(str(_BIN / "enregard"), folder, home / f"jobs-{jobs}", jobs) for jobs in (1, 2)
    }
    return {"articles": count, "one": taken[1], "two": taken[2]}


# -- all of it -------------------------------------------------------------------------------------------


def show(console: Console, result: Result) -> None:
    """The table: our figure, the other's, the ratio, what is promised."""
    table = Table("what", "ours", "against", "ratio", "promised", title="The reader, as it is felt")
    first, again = result["opening"]["first"], result["opening"]["again"]
    base = first["bare Textual app"]

    def row(what: str, ours: float, other: float, unit: str, promised: str, name: str) -> None:
        table.add_row(
            what, f"{ours:.3g} {unit}", f"{other:.3g} {unit} ({name})", f"{ours / other:.2f}", promised
        )

    row("first words", first["En regard"], base, "s", "≤ 1.5", "bare app")
    for name in _PEERS:
        if name in first:
            row("first words", first["En regard"], first[name], "s", "< 0.5", name)
    row("opened again: text, English, quotes", again["ours"], again["bare"], "s", "≤ 2.5", "bare app")
    found = result["memory"]
    row("memory without models", found["reader"], found["bare"], "MiB", "< 1.6", "bare app")
    table.add_row("memory in all", f"{found['in all']:.0f} MiB", "", "", "< 900 MiB")
    keys = result["keys"]
    table.add_row("key to paint at work, 95th percentile", f"{keys['p95']:.0f} ms", "", "", "< 50 ms")
    table.add_row("key to paint at work, worst", f"{keys['worst']:.0f} ms", "", "", "< 150 ms")
    book = result["novel"]
    row("a novel's first words", book["novel"], book["article"], "s", "< 2", "article")
    table.add_row("page down at its end", f"{book['page down at the end'] * 1000:.0f} ms", "", "", "< 50 ms")
    table.add_row("resize there", f"{book['resize'] * 1000:.0f} ms", "", "", "< 200 ms")
    articles = result["many articles"]
    table.add_row(
        f"{articles['articles']:,} articles through analyse --jobs 2",
        f"{articles['two']:.3g} s",
        f"{articles['one']:.3g} s (--jobs 1)",
        f"{articles['one'] / articles['two']:.2f}",
        "≥ 1.8",
    )
    line = result["command line"]
    row("--version", line["version"], line["click"], "s", "< 0.15 s or 1.5", "bare click")
    row("--help", line["help"], line["click"], "s", "< 0.15 s or 1.5", "bare click")
    console.print(table)


@click.command()
@click.option("--quick", is_flag=True, help="Try the benchmark itself: one round, a short novel.")
@click.option("--peers", is_flag=True, help="Against frogmouth and baca too.")
@click.option("--output", type=click.Path(path_type=Path), default=_HERE / "results" / "reader.json")
def main(quick: bool, peers: bool, output: Path) -> None:
    """Measure, print the table, and write the figures."""
    article = sorted(paths.samples().glob("*.txt"))[2]
    rounds = 1 if quick else 9
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        pack = noise_pack.build(home / "packs", noise_pack.TINY if quick else noise_pack.OFFICIAL)
        own = home / "article.txt"
        own.write_text(article.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
        result: Result = {
            "schema": 1,
            "opening": opening(article, home, rounds, make_peers(_HERE / "peers") if peers else {}),
            "keys": keys_at_work(own, home / "keys", pack, 10 if quick else 40),
            "memory": memory(own, home / "memory", pack, 1 if quick else 40),
            "novel": novel(article, home, 1 if quick else 5, 200 if quick else 20_000),
            "many articles": many_articles(home, 1 if quick else 1_000),
            "command line": command_line(rounds),
        }
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    show(Console(), result)


if __name__ == "__main__":
    main()
