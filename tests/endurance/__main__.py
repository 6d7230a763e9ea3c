"""`python -m tests.endurance`: what takes longer than a test may; each line tells what was survived."""

import argparse
import os
import random
import tempfile
import time
from pathlib import Path

from tests.endurance import kills, sizes
from tests.endurance.together import together

_KILLS = {"readers": 200, "writers": 330, "workers": 80, "downloads": 390}


def main() -> None:
    """Run what is named, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance")
    choices = [*_KILLS, "together", "sizes", "resizes"]
    parser.add_argument("what", nargs="*", help=", ".join(choices))
    parser.add_argument("--share", type=float, default=1.0, help="of the kills and the minute")
    given = parser.parse_args()
    seed = int(time.time())
    print(f"seed {seed}", flush=True)
    for name in given.what or choices:
        with tempfile.TemporaryDirectory(prefix="enregard-endurance-") as folder:
            print(_one(name, given.share, Path(folder), random.Random(seed)), flush=True)


def _one(name: str, share: float, home: Path, chance: random.Random) -> str:
    started = time.monotonic()
    os.environ.update(HOME=str(home), LANG="C.UTF-8")
    for each in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{each}_HOME"] = str(home / each.lower())
    if name == "together":
        saved, took = together(8, 60 * share, home)
        return f"together: 8 processes saved {saved:,} articles in {took:.0f} s, all there, the library whole"
    if name == "sizes":
        return sizes.tried(home)
    if name == "resizes":
        times = max(1, int(1_000 * share))
        sizes.resized(times, home)
        return f"resizes: to one cell and back {times} times, the reader reads on and leaves"
    times = max(1, int(_KILLS[name] * share))
    kills.KINDS[name](times, home, chance)
    return f"{name}: {times} killed in {time.monotonic() - started:.0f} s, nothing lost"


if __name__ == "__main__":
    main()
