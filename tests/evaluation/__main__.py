"""Score the analysis and the baselines on a folder of gold articles."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from articles.article import Article
from articles.errors import EnregardError
from articles.opening import article_of
from tests.evaluation.baselines import BASELINES
from tests.evaluation.faults import faults, listing
from tests.evaluation.findings import ours
from tests.evaluation.floors import floors, has_fallen
from tests.evaluation.gold import FOLDER, Gold, load
from tests.evaluation.scoring import MEASURES, Figure, scores


@dataclass(frozen=True, slots=True)
class Report:
    """Figures by measure: ours, each baseline's by its name; floors where there are any for the articles."""

    articles: int
    ours: dict[str, Figure]
    baselines: dict[str, dict[str, Figure]]
    floors: dict[str, float]
    notes: tuple[str, ...]


@click.command()
@click.option("--gold", "folder", type=click.Path(path_type=Path), default=FOLDER, show_default="tests/gold")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.option("--errors", is_flag=True, help="List where our analysis and gold differ.")
def main(folder: Path, as_json: bool, errors: bool) -> None:
    """Score the analysis on a folder of gold articles, beside plain baselines."""
    try:
        golds = load(folder)
        articles = [article_of(gold.text, source=gold.name, name=gold.name) for gold in golds]
    except EnregardError as error:
        raise click.ClickException(str(error)) from error
    if errors:
        click.echo(_listing(golds, articles))
        return
    report = _report(folder, golds, articles)
    if as_json:
        click.echo(json.dumps(_plain(report), ensure_ascii=False, indent=1))
    else:
        _show(report)


def _listing(golds: tuple[Gold, ...], articles: list[Article]) -> str:
    own = [list(faults(gold, ours(article))) for gold, article in zip(golds, articles, strict=True)]
    return listing([gold.name for gold in golds], own)


def _report(folder: Path, golds: tuple[Gold, ...], articles: list[Article]) -> Report:
    there = [baseline for baseline in BASELINES if baseline.is_there]
    return Report(
        articles=len(golds),
        ours=scores([(gold, ours(article)) for gold, article in zip(golds, articles, strict=True)]),
        baselines={
            baseline.name: scores(
                [(gold, baseline.find(article)) for gold, article in zip(golds, articles, strict=True)]
            )
            for baseline in there
        },
        floors=floors() if folder.resolve() == FOLDER.resolve() else {},
        notes=tuple(
            f"{baseline.name} left out: {baseline.needs} is not installed"
            for baseline in BASELINES
            if baseline not in there
        ),
    )


def _plain(report: Report) -> dict[str, object]:
    """The report in terms of JSON."""
    return {
        "articles": report.articles,
        "ours": _plain_figures(report.ours),
        "baselines": {name: _plain_figures(figures) for name, figures in report.baselines.items()},
        "floors": report.floors,
        "notes": report.notes,
    }


def _plain_figures(figures: dict[str, Figure]) -> dict[str, dict[str, object]]:
    return {
        measure: {"percent": round(figure.percent, 2), **asdict(figure)}
        for measure, figure in figures.items()
    }


def _show(report: Report) -> None:
    console = Console(highlight=False)
    console.print(_table(report))
    for note in report.notes:
        console.print(note, markup=False)


def _table(report: Report) -> Table:
    table = Table(title=f"{report.articles} gold articles", title_justify="left")
    table.add_column("measure", no_wrap=True)
    table.add_column("ours", justify="right")
    table.add_column("right/ours/gold", justify="right")
    table.add_column("baselines")
    if report.floors:
        table.add_column("floor", justify="right")
    for measure, figure in report.ours.items():
        table.add_row(MEASURES[measure], *_cells(report, measure, figure))
    return table


def _cells(report: Report, measure: str, figure: Figure) -> list[str]:
    beside = [
        f"{name} {figures[measure].percent:.1f}"
        for name, figures in report.baselines.items()
        if measure in figures
    ]
    cells = [f"{figure.percent:.1f}", figure.detail, "\n".join(beside) or "–"]
    if report.floors:
        floor = report.floors.get(measure)
        if floor is not None and has_fallen(measure, figure.percent, floor):
            cells[0] = f"[bold red]{cells[0]}[/]"
        cells.append("–" if floor is None else f"{floor:.1f}")
    return cells


if __name__ == "__main__":
    main(prog_name="python -m tests.evaluation")
