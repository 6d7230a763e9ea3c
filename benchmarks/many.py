"""Many articles through `analyse`: what a second process is worth."""

import os
import random
import subprocess
import time
from pathlib import Path

from articles import paths


def write_articles(folder: Path, count: int, paragraphs: int = 4) -> None:
    """So many different articles of some paragraphs of the bundled ones."""
    chance = random.Random(5)
    texts = [file.read_text(encoding="utf-8") for file in sorted(paths.samples().glob("*.txt"))]
    known = [paragraph for text in texts for paragraph in text.split("\n\n") if len(paragraph) > 80]
    folder.mkdir(parents=True)
    for number in range(count):
        words = "\n\n".join([f"Article {number}", *chance.sample(known, paragraphs)])
        (folder / f"{number:04}.txt").write_text(words + "\n", encoding="utf-8")


def seconds(enregard: str, folder: Path, home: Path, jobs: int) -> float:
    """How long `analyse --jobs` takes with all articles of a folder and an empty library."""
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    begun = time.perf_counter()
    subprocess.run(
        [enregard, "analyse", "--json", "--jobs", str(jobs), str(folder)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **own},
    )
    return time.perf_counter() - begun
