"""What was said to be kept is kept, whenever the program is killed."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from articles.store import database, memory, shelves
from articles.store.search import search

ROOT = Path(__file__).parents[3]

_KILLS = 10
"""`make endurance` kills a thousand times."""

_WRITER = """
import sys
from pathlib import Path
from articles.store import database, shelves, memory, search
from articles.translation import Segment, Translation
from tests.articles.store.shelf import article

run = sys.argv[2]
with database.opened(Path(sys.argv[1])) as connection:
    for number in range(100_000):
        name = f"numéro{run}x{number}"
        given = article(f"Le {name} est là.\\n\\nIl a sa phrase. Elle a la sienne.")
        shelves.add(connection, given)
        shelves.keep_position(connection, given.id, 1)
        english = Translation(f"Number{run}x{number} is here.", "argos fr-en 1.9")
        memory.remember(connection, [Segment(f"Le {name} est là.", english)])
        search.index_english(connection, given.id, {0: english})
        print(given.id, flush=True)
"""


def killed_writer(file: Path, run: int, chance: random.Random) -> list[str]:
    """Run a program that writes, kill it somewhere; the ids of the articles it said it had kept."""
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(file), str(run)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(chance.random() * 0.3)
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    assert child.returncode == -signal.SIGKILL
    return [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.slow
def test_nothing_that_was_kept_is_lost_by_kill_9(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    chance = random.Random(5)
    for run in range(_KILLS):
        kept = [line.strip() for line in killed_writer(file, run, chance)]
        assert kept
        with database.opened(file) as connection:
            for number, article in enumerate(kept):
                entry = shelves.entry(connection, article)
                assert entry is not None
                assert entry.sentence == 1
                sentence = f"Le numéro{run}x{number} est là."
                assert memory.look_up(connection, [sentence])[0].english == f"Number{run}x{number} is here."
            last = f"number{run}x{len(kept) - 1}"
            assert [hit.entry.id for hit in search(connection, last)][:1] == kept[-1:]
        with closing(sqlite3.connect(file, isolation_level=None)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            raw.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert not [each for each in tmp_path.iterdir() if "damaged" in each.name]
