"""`python -m tests.fuzz TARGET …`: run fuzz targets, coverage-guided, each for a set time.

Inputs that reach something new go to `build/fuzz/TARGET`, those that break something to
`build/fuzz/found`, what was done to `build/fuzz/runs.jsonl`. Needs atheris (the extra `security`).
"""

import argparse
import json
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.fuzz.targets import TARGETS

_BUILD = Path("build/fuzz")
_CORPUS = Path(__file__).with_name("corpus")
_WORDS = Path(__file__).with_name("markup.dict")
_DONE = re.compile(rb"Done (\d+) runs in|stat::number_of_executed_units: (\d+)|^#(\d+)\s", re.MULTILINE)
_LONGEST = {
    "sentences": 80,
    "marks": 80,
    "plain": 240,
    "tmx": 1_200,
    "feed": 1_500,
    "reply": 400,
    "analysis": 300,
    "copies": 200,
    "real-analysis": 120,
}
"""Bytes of an input; what is long is tried by the tests of hostile texts."""
_SLOWEST_SECONDS = 20


def main() -> int:
    """Run the targets that are named, one after the other; how many of them broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", default=list(TARGETS), help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    given = parser.parse_args()
    broken = [name for name in given.targets if _run(name, given.seconds)]
    for name in broken:
        print(f"{name}: broken; see {_BUILD / 'found'}", file=sys.stderr)
    print_totals()
    return len(broken)


def _run(name: str, seconds: int) -> bool:
    """Run one target in a process of its own; whether it broke."""
    own, found = _BUILD / name, _BUILD / "found"
    seeds = _CORPUS / name
    for folder in (own, found):
        folder.mkdir(parents=True, exist_ok=True)
    log = _BUILD / f"{name}.log"
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={_SLOWEST_SECONDS}",
        "-rss_limit_mb=3000",
        f"-max_len={_LONGEST.get(name, 4096)}",
        f"-artifact_prefix={found}/{name}-",
        "-print_final_stats=1",
        f"-dict={_WORDS}",
    ]
    started = time.monotonic()
    folders = [str(own), *([str(seeds)] if seeds.is_dir() else [])]
    command = [sys.executable, "-m", "tests.fuzz.inside", name, *limits, *folders]
    with log.open("wb") as sink:
        code = subprocess.call(command, stdout=sink, stderr=subprocess.STDOUT)
    counts = [int(next(filter(None, groups))) for groups in _DONE.findall(log.read_bytes())]
    row = {
        "target": name,
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "runs": max(counts, default=0),
        "seconds": round(time.monotonic() - started),
        "broken": code != 0,
    }
    with (_BUILD / "runs.jsonl").open("a") as record:
        record.write(json.dumps(row) + "\n")
    print(f"{name}: {row['runs']:,} runs in {row['seconds']} s" + (", broken" if code else ""), flush=True)
    return code != 0


def print_totals() -> None:
    """What all the runs so far come to."""
    totals: dict[str, tuple[int, int]] = {}
    for line in (_BUILD / "runs.jsonl").read_text().splitlines():
        row = json.loads(line)
        runs, seconds = totals.get(row["target"], (0, 0))
        totals[row["target"]] = (runs + row["runs"], seconds + row["seconds"])
    print()
    for name, (runs, seconds) in sorted(totals.items()):
        print(f"{name:14} {runs:12,} runs {seconds:7,} s")
    print(f"{'in all':14} {sum(runs for runs, _ in totals.values()):12,} runs")


if __name__ == "__main__":
    sys.exit(main())
