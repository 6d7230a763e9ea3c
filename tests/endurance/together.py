"""Several processes on one library: each reads, translates and saves, and all that they saved is there."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.endurance.kills import ROOT, Lost, check

_ONE = """
import json, sys, time
from pathlib import Path
from articles.clippings import clipping_of_sentence
from articles.opening import article_of
from articles.store import clippings, database, shelves, memory, search
from articles.translation import Segment, Translation

file, name, seconds = Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])
until, number, kept = time.monotonic() + seconds, 0, []
with database.opened(file) as connection:
    while time.monotonic() < until:
        number += 1
        text = f"Texte {name} {number}.\\n\\nLe chat {name} dort {number} fois. Il est là."
        article = article_of(text, source=f"{name}-{number}.txt", name=name)
        shelves.add(connection, article)
        own = article.sentences[1].span.of(article.text)
        english = Translation(f"The cat {name} sleeps {number} times.", "argos fr-en 1.9")
        memory.remember(connection, [Segment(own, english)])
        search.index_english(connection, article.id, {1: english})
        clippings.keep(connection, clipping_of_sentence(article, 1, {1: english}))
        shelves.keep_position(connection, article.id, 1)
        assert memory.look_up(connection, [own])[0] == english
        assert len(search.search(connection, "chat")) > 0
        kept.append((article.id, own, english.english))
print(json.dumps(kept))
"""


def together(processes: int, seconds: float, home: Path) -> tuple[int, float]:
    """So many processes for so long; how many articles they saved together, and how long it took."""
    library = home / "data" / "enregard" / "library.sqlite"
    started = time.monotonic()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _ONE, str(library), f"p{number}", str(seconds)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(processes)
    ]
    kept: list[tuple[str, str, str]] = []
    for one in running:
        said, complained = one.communicate(timeout=seconds * 20 + 120)
        if one.returncode:
            raise Lost(f"one of {processes} failed: {complained[-2_000:]}")
        kept += map(tuple, json.loads(said))
    took = time.monotonic() - started
    check(library)
    with closing(sqlite3.connect(library)) as raw:
        articles = dict(raw.execute("SELECT id, sentence FROM articles"))
        clippings = {row[0] for row in raw.execute("SELECT article FROM clippings")}
    from articles.store import database, memory

    with database.opened(library) as connection:
        for article, french, english in kept:
            if articles.get(article) != 1 or article not in clippings:
                raise Lost(f"article {article} of {french}")
            if memory.look_up(connection, [french])[0].english != english:
                raise Lost(f"the English of {french}")
    if len(articles) != len(kept):
        raise Lost(f"{len(kept)} were saved and {len(articles)} are there")
    return len(kept), took
