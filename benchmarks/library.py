"""The library with thousands of articles: how soon it lists, and how soon search answers at each key.

    python -m benchmarks.library [--articles N] [--quick]

The articles are made up of words as frequent as in French, each with its English, and opened from the
disk by processes of their own. Starting is measured with few articles and with many: it must not grow.
"""

import json
import platform
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from articles.article import Article, Paragraph, ParagraphKind, Sentence
from articles.spans import Span
from articles.store import database, memory, search, shelves
from articles.translation import Segment, Translation

_HERE = Path(__file__).parent

_FEW = 50
"""Articles of the small library, and rows of the list."""

_WORDS = 700
"""Of an article."""

_STARTS = 15

_COMMON = (
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec"
    " son l’eau d’un qu’il été être fait cette comme mais on ou si leur deux aux même ans aussi après été"
).split()

_ENDINGS = "tion ment eur euse age isme ité ance ée er ir oir eau elle et ette on ine ure œur ère aux".split()

Result = dict[str, Any]


def vocabulary(chance: random.Random) -> tuple[list[str], list[float]]:
    """Words with how often they come: as the n-th most frequent word does, once in n."""
    starts = [a + b for a in "b c d f g l m n p qu r s t v br cr pl pr tr".split() for b in "aeéiou"]
    made = {
        chance.choice(starts) + chance.choice(["", *starts]) + chance.choice(_ENDINGS) for _ in range(30_000)
    }
    words = [*_COMMON, *sorted(made)]
    return words, list(accumulate(1 / (place + 2) for place in range(len(words))))


def made_up(chance: random.Random, words: list[str], weights: list[float]) -> Article:
    """An article of about 700 words in paragraphs of four sentences."""
    text = ""
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    left = _WORDS
    while left > 0:
        begins = len(text)
        for place in range(4):
            count = chance.randint(10, 30)
            left -= count
            line = " ".join(chance.choices(words, cum_weights=weights, k=count)).capitalize() + "."
            text += " " if place else ""
            sentences.append(Sentence(Span(len(text), len(text) + len(line)), len(paragraphs)))
            text += line
        paragraphs.append(Paragraph(Span(begins, len(text)), ParagraphKind.BODY))
        text += "\n\n"
    return Article(
        id=sha256(text.encode()).hexdigest(),
        text=text,
        title=" ".join(chance.choices(words, cum_weights=weights, k=8)).capitalize(),
        source=f"/articles/{chance.getrandbits(40):x}.txt",
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
    )


def fill(path: Path, count: int, chance: random.Random) -> tuple[float, list[str]]:
    """Make a library of so many articles and their English: seconds an article took, the words in it."""
    words, weights = vocabulary(chance)
    seconds = 0.0
    with database.opened(path) as connection:
        for _ in range(count):
            article = made_up(chance, words, weights)
            texts = [sentence.span.of(article.text) for sentence in article.sentences]
            english = [Translation(text[::-1].capitalize(), "argos fr-en 1.9") for text in texts]
            begun = time.perf_counter()
            shelves.add(connection, article)
            pairs = zip(texts, english, strict=True)
            memory.remember(connection, (Segment(french, found) for french, found in pairs))
            search.index_english(connection, article.id, dict(enumerate(english)))
            seconds += time.perf_counter() - begun
    return seconds / count, words


def keys(words: list[str], chance: random.Random) -> Iterator[str]:
    """What is in the search box after each key, for queries of one to three words, common and rare."""
    ranks = [0, 3, 7, 20, 60, 150, 400, 1_000, 2_500, 5_000]
    picked = [words[min(rank, len(words) - 1)] for rank in ranks]
    queries = [*picked, *(" ".join(chance.sample(picked, 2)) for _ in range(10))]
    queries += [" ".join(chance.sample(picked, 3)) for _ in range(5)]
    for query in queries:
        for end in range(1, len(query) + 1):
            yield query[:end]


def search_times(path: Path, words: list[str], chance: random.Random) -> Result:
    """Milliseconds a search takes, at each key."""
    times: list[tuple[float, str]] = []
    with database.opened(path) as connection:
        for typed in keys(words, chance):
            begun = time.perf_counter()
            search.search(connection, typed, 20)
            times.append((1_000 * (time.perf_counter() - begun), typed))
    seconds = sorted(each for each, _ in times)
    slowest = [{"typed": typed, "ms": round(each, 1)} for each, typed in sorted(times, reverse=True)[:5]]
    return {
        "searches": len(seconds),
        "median_ms": statistics.median(seconds),
        "p95_ms": seconds[int(0.95 * len(seconds))],
        "most_ms": seconds[-1],
        "slowest": slowest,
    }


_START = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
from articles.store import database, shelves
with database.opened(Path(sys.argv[1])) as connection:
    opened = time.perf_counter()
    shelves.entries(connection, limit=50)
    print(time.perf_counter() - begun)
"""


def start_time(path: Path) -> float:
    """Milliseconds to open a library and list its first fifty articles, imports included: the median."""
    command = [sys.executable, "-c", _START, str(path)]
    times = [
        float(subprocess.run(command, cwd=_HERE.parent, stdout=subprocess.PIPE, check=True).stdout)
        for _ in range(_STARTS)
    ]
    return 1_000 * statistics.median(times)


def measured(articles: int, console: Console) -> Result:
    """Everything that is measured, as it is written to JSON."""
    with tempfile.TemporaryDirectory(prefix="enregard-bench-") as folder:
        few, many = Path(folder) / "few" / "library.sqlite", Path(folder) / "many" / "library.sqlite"
        fill(few, min(_FEW, articles), random.Random(1))
        console.print(f"[dim]{articles:,} articles are made[/dim]")
        each, words = fill(many, articles, random.Random(2))
        return {
            "schema": 1,
            "machine": {
                "system": platform.system(),
                "architecture": platform.machine(),
                "python": platform.python_version(),
                "sqlite": sqlite3.sqlite_version,
            },
            "articles": articles,
            "words_each": _WORDS,
            "megabytes": many.stat().st_size / 1e6,
            "add_ms": 1_000 * each,
            "start_few_ms": start_time(few),
            "start_many_ms": start_time(many),
            "search": search_times(many, words, random.Random(3)),
        }


def show(result: Result, console: Console) -> None:
    """Print the result as a table."""
    found = result["search"]
    table = Table(f"{result['articles']:,} articles of {result['words_each']} words", "", "promised")
    table.columns[1].justify = "right"
    table.add_row("open it and list 50", f"{result['start_many_ms']:.1f} ms", "as with 50 articles")
    table.add_row("the same with 50 articles", f"{result['start_few_ms']:.1f} ms")
    table.add_row(f"search at each key, median of {found['searches']}", f"{found['median_ms']:.1f} ms")
    table.add_row("search at each key, 95th of 100", f"{found['p95_ms']:.1f} ms", "under 50 ms")
    table.add_row("slowest search", f"{found['most_ms']:.1f} ms")
    table.add_row("add an article with its English", f"{result['add_ms']:.1f} ms")
    table.add_row("size of the file", f"{result['megabytes']:,.0f} MB")
    console.print(table)


@click.command()
@click.option("--articles", default=5_000, show_default=True, help="Articles in the large library.")
@click.option("--quick", "is_quick", is_flag=True, help="A hundred articles: does it run at all?")
@click.option("--output", type=click.Path(path_type=Path), default=_HERE / "results" / "library.json")
def main(articles: int, is_quick: bool, output: Path) -> None:
    """Measure the library: starting, searching, adding."""
    result = measured(100 if is_quick else articles, Console(stderr=True))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    show(result, Console())


if __name__ == "__main__":
    main()
