"""Our translation engine beside Argos Translate and beside CTranslate2 alone, on one pack and article.

    python -m benchmarks.translation [--rounds N] [--quick]

Measured: the time until the first sentence, the first paragraph, the first screenful and the whole article
are in English, and the peak of memory. Each contender runs in processes of its own, by turns, so that a
busy moment of the machine meets all three; the best of the rounds counts, and ratios are within one run.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks import noise_pack, samples

CONTENDERS = ("ours", "argos", "floor")

_HERE = Path(__file__).parent

_RESULTS = _HERE / "results"

_FASTEST = 4
"""How many of the fastest settings run for the floor in each round; the best of them is the floor."""

_MARKS = ("sentence", "paragraph", "screenful", "whole")

_TITLES = {"ours": "En regard", "argos": "Argos Translate", "floor": "CTranslate2 alone"}

_KINDS = {"cold": "with loading", "warm": "loaded"}

_PROMISES = (
    ("whole article, Argos / ours", "argos_over_ours", "at least 8"),
    ("whole article, floor / ours", "floor_over_ours", "at least 0.9"),
    ("our first screenful / Argos's whole", "our_screenful_over_argos", "under 0.2"),
    ("first paragraph, Argos / ours", "argos_over_ours_paragraph", ""),
)

Result = dict[str, Any]


def compare(pack: Path, article: str, *, rounds: int, is_quick: bool, console: Console) -> Result:
    """Everything that is measured, as it is written to JSON."""
    with _empty_home() as home:

        def run(name: str, *options: str) -> Any:
            console.print(f"[dim]{name} {' '.join(options)}[/dim]", highlight=False)
            return _child(home, name, pack, "--article", article, *options)

        quick = ["--quick"] if is_quick else []
        tried = run("fastest", *quick)
        fast = [{key: value for key, value in each.items() if key != "seconds"} for each in tried[:_FASTEST]]
        warm = "1" if is_quick else "2"
        runs: dict[str, list[Result]] = {name: [] for name in CONTENDERS}
        for _ in range(rounds):
            for name in ("ours", "argos"):
                runs[name].append(run(name, "--warm", warm))
            for setting in fast:
                found = run("floor", "--warm", warm, "--setting", json.dumps(setting))
                runs["floor"].append({"setting": setting, **found})
        words = run("same-words", *quick)
    setting = min(runs["floor"], key=_whole)["setting"]
    counted = runs | {"floor": [each for each in runs["floor"] if each["setting"] == setting]}
    best = {name: _best(found) for name, found in counted.items()}
    return {
        "schema": 1,
        "machine": _machine(),
        "article": _described(article),
        "pack": pack.name,
        "rounds": rounds,
        "best": best,
        "ratios": _ratios(best),
        "same_words": words,
        "floor_setting": setting,
        "floor_settings": tried,
        "runs": runs,
    }


def _child(home: Path, *arguments: object) -> Any:
    """What a process of `benchmarks.contenders` printed; it has an empty home and no setting of Argos."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ARGOS_")}
    environment["HOME"] = str(home)
    environment |= {
        f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")
    }
    command = [sys.executable, "-m", "benchmarks.contenders", *map(str, arguments)]
    done = subprocess.run(command, cwd=_HERE.parent, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


@contextmanager
def _empty_home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="enregard-bench-") as home:
        yield Path(home)


def _whole(run: Result) -> float:
    return float(min(each["whole"] for each in run["passes"]))


def _best(runs: list[Result]) -> Result:
    """The least of each mark, for first passes and for those with the model loaded."""
    passes = {
        "cold": [run["passes"][0] for run in runs],
        "warm": [each for run in runs for each in run["passes"][1:]],
    }
    found: Result = {
        kind: {mark: min(each[mark] for each in found) for mark in _MARKS} for kind, found in passes.items()
    }
    return {**found, "peak": min(run["peak"] for run in runs)}


def _ratios(best: Result) -> Result:
    ours, argos, floor = (best[name] for name in CONTENDERS)
    found = {"our_peak_over_argos": ours["peak"] / argos["peak"]}
    for kind in _KINDS:
        found[f"argos_over_ours_{kind}"] = argos[kind]["whole"] / ours[kind]["whole"]
        found[f"our_screenful_over_argos_{kind}"] = ours[kind]["screenful"] / argos[kind]["whole"]
        found[f"floor_over_ours_{kind}"] = floor[kind]["whole"] / ours[kind]["whole"]
        found[f"argos_over_ours_paragraph_{kind}"] = argos[kind]["paragraph"] / ours[kind]["paragraph"]
    return found


def _machine() -> Result:
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        **{name: version(name) for name in ("ctranslate2", "argos-translate-lt", "sentencepiece")},
    }


def _described(article: str) -> Result:
    paragraphs = samples.article(article)
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    return {"name": article, "sentences": len(sentences), "characters": sum(map(len, sentences))}


def show(result: Result, console: Console) -> None:
    """Print the result as tables."""
    article, machine = result["article"], result["machine"]
    console.print(
        f"{article['characters']:,} characters, {article['sentences']} sentences, {machine['cores']} cores: "
        f"seconds until they are in English, best of {result['rounds']} rounds",
        highlight=False,
    )
    for kind, label in _KINDS.items():
        console.print(_times(result, kind, label))
    console.print(_promises(result))


def _times(result: Result, kind: str, label: str) -> Table:
    table = Table(label, *(f"first {mark}" for mark in _MARKS[:-1]), "whole", "peak MiB")
    for column in table.columns[1:]:
        column.justify = "right"
    for name in CONTENDERS:
        best = result["best"][name]
        peak = f"{best['peak'] / 2**20:,.0f}"
        table.add_row(_TITLES[name], *(f"{best[kind][mark]:.2f}" for mark in _MARKS), peak)
    return table


def _promises(result: Result) -> Table:
    ratios, words = result["ratios"], result["same_words"]
    table = Table("ratio", *_KINDS.values(), "promised")
    for title, name, promised in _PROMISES:
        table.add_row(title, *(f"{ratios[f'{name}_{kind}']:.2f}" for kind in _KINDS), promised)
    table.add_row("peak of memory, ours / Argos", f"{ratios['our_peak_over_argos']:.2f}")
    table.add_row("same words as Argos", f"{words['equal']} of {words['of']}", "", "at least 99 %")
    fastest = result["floor_setting"]
    table.add_row(
        "threads and pieces a batch of the floor",
        f"{fastest['inter_threads']} × {fastest['intra_threads']}, {fastest['batch']:,}",
        "sorted" if fastest["is_sorted"] else "in order",
    )
    return table


@click.command()
@click.option("--rounds", default=3, show_default=True, help="How often each contender runs.")
@click.option("--quick", "is_quick", is_flag=True, help="One round with a tiny pack: does it run at all?")
@click.option("--article", type=click.Choice(samples.names()), default=samples.names()[0], show_default=True)
@click.option(
    "--packs",
    type=click.Path(path_type=Path),
    default=_HERE / "results" / "packs",
    help="Where the pack is kept.",
)
@click.option("--output", type=click.Path(path_type=Path), default=_HERE / "results" / "translation.json")
def main(rounds: int, is_quick: bool, article: str, packs: Path, output: Path) -> None:
    """Compare our translation engine with Argos Translate and with CTranslate2 alone."""
    pack = noise_pack.build(packs, noise_pack.TINY if is_quick else noise_pack.OFFICIAL)
    progress = Console(stderr=True)
    result = compare(
        pack.resolve(), article, rounds=1 if is_quick else rounds, is_quick=is_quick, console=progress
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    show(result, Console())


if __name__ == "__main__":
    main()
