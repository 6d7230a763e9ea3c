"""kill -9 at random times, of everything that writes or waits; what was kept is looked at after each."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from articles.analysis.client import Analyser
from articles.errors import EnregardError
from articles.opening import article_of
from articles.store import database, files
from tests.end_to_end.terminal import Terminal

ROOT = Path(__file__).parents[2]

_MARK = "▌"

_SENTENCES = "\n\n".join(f"Le chat numéro {each} mange dans la ville." for each in range(60))

_DOWNLOAD = """
import sys
from pathlib import Path
import httpx
from articles.translating.download import download
print("began", flush=True)
download([sys.argv[1]], Path(sys.argv[2]), digest=sys.argv[3])
"""


class Lost(AssertionError):
    """Something that was to be kept is not there, or something is there that should not be."""


def readers(times: int, home: Path, chance: random.Random) -> None:
    """Kill the reader: its library stays whole, and where one was a second ago is where one is again."""
    article = home / "lu.txt"
    article.write_text(_SENTENCES)
    library = home / "data" / "enregard" / "library.sqlite"
    sure = -1
    for number in range(times):
        with Terminal([str(article)], env=_environment(home)) as terminal:
            terminal.until(partial(_is_at, max(0, sure)))
            if number % 4 == 0:
                sure = chance.randrange(8)
                terminal.press("g" + "j" * sure)
                terminal.until(partial(_is_at, sure))
                _watch(terminal, 1.0 + chance.random() * 0.2)
            else:
                _watch(terminal, chance.random() * 0.8)
            terminal.kill()
        check(library)


def writers(times: int, home: Path, chance: random.Random) -> None:
    """Kill a program that does nothing but write to the library: whatever it said it kept is kept."""
    from articles.store import shelves
    from tests.articles.store.test_durability import killed_writer

    file = home / "data" / "enregard" / "library.sqlite"
    file.parent.mkdir(parents=True, exist_ok=True)
    for number in range(times):
        kept = [line.strip() for line in killed_writer(file, number + random.getrandbits(40), chance)]
        with database.opened(file) as connection:
            for article in kept:
                entry = shelves.entry(connection, article)
                if entry is None or entry.sentence != 1:
                    raise Lost(f"article {article}")
        check(file)


def workers(times: int, home: Path, chance: random.Random) -> None:
    """Kill the process that analyses: it is started again, or one line says that there is no analysis."""
    article = article_of("La maire, Claire Roux, a dit : « Oui ».", source="x", name="x")
    analyser = Analyser()
    killed = 0
    while killed < times:
        wait = chance.random() * 3.0 / (1 + killed % 7)
        killer = threading.Timer(wait, _kill_worker, [analyser])
        analyser.start()
        killer.start()
        try:
            found = analyser.analyse(article)
            if found.article != article.id or not found.quotes:
                raise Lost("an analysis that is none")
        except EnregardError as error:
            if "\n" in str(error):
                raise Lost(str(error)) from error
        killer.join()
        killed += 1
    analyser.close()


def downloads(times: int, home: Path, chance: random.Random) -> None:
    """Kill a download, again and again until it is whole: what has a name is whole and right."""
    from hashlib import sha256

    from tests.articles.translating.loopback import Answer, Server

    body = chance.randbytes(20_000_000)
    digest = sha256(body).hexdigest()
    halves = 0
    with Server().running() as server:
        link = server.at("/pack", Answer(body, etag='"1"'))
        target = home / "cache" / "pack.bin"
        command = [sys.executable, "-c", _DOWNLOAD, link, str(target), digest]
        for number in range(times):
            child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=_environment(home))
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(chance.random() * 0.25)
            child.kill()
            child.communicate()
            if target.exists():
                if sha256(target.read_bytes()).hexdigest() != digest:
                    raise Lost(f"half a file at kill {number}")
                target.unlink()
            halves += (target.parent / "pack.bin.part").exists()
            for left in target.parent.iterdir():
                if not left.name.startswith("pack.bin.part") or left.stat().st_mode & 0o077:
                    raise Lost(f"{left} was left, {left.stat().st_mode:o}")
        done = subprocess.run(command, cwd=ROOT, timeout=60, stdout=subprocess.DEVNULL)
        if done.returncode or sha256(target.read_bytes()).hexdigest() != digest:
            raise Lost("after all the kills it does not come whole")
        print(f"downloads: {halves} of {times} were killed on the way", flush=True)
        if [each.name for each in target.parent.iterdir()] != [target.name]:
            raise Lost(f"left beside it: {list(target.parent.iterdir())}")


KINDS: dict[str, Callable[[int, Path, random.Random], None]] = {
    "readers": readers,
    "writers": writers,
    "workers": workers,
    "downloads": downloads,
}


def check(library: Path) -> None:
    """The library is whole, nobody's lock holds it, and nothing half written lies beside it."""
    if not library.exists():
        return
    with closing(sqlite3.connect(library, isolation_level=None)) as raw:
        if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise Lost("the library is damaged")
        if raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'search'").fetchone():
            raw.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    with files.locked(library):
        pass
    own = {library.name, *(f"{library.name}{side}" for side in ("-wal", "-shm")), f".{library.name}.lock"}
    left = {each.name for each in library.parent.iterdir()} - own
    if left:
        raise Lost(f"left beside the library: {left}")


def _kill_worker(analyser: Analyser) -> None:
    process = analyser._worker.start()
    if process is not None:
        try:
            os.kill(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def _is_at(sentence: int, shown: str) -> bool:
    return f"{_MARK} Le chat numéro {sentence} " in shown.replace("◆", " ")


def _watch(terminal: Terminal, seconds: float) -> None:
    """Read on for a while, moving now and then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal.read(max(0.01, min(0.1, until - time.monotonic())))


def _environment(home: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {**os.environ, "HOME": str(home), **folders}
