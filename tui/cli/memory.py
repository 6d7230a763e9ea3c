"""`enregard memory`: the translation memory."""

import sys
from pathlib import Path

import click


@click.group()
def memory() -> None:
    """Translations that are remembered, by hand and by machine.

    \b
    enregard memory import mine.tmx
    enregard memory export all.tmx
    """


@memory.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
def import_files(files: tuple[Path, ...]) -> None:
    """Import the French and English segments of TMX files, each whole or not at all."""
    from articles import paths
    from articles.reading import import_tmx
    from articles.store import database

    with database.opened(paths.library_file()) as connection:
        for file in files:
            changed = import_tmx(connection, file)
            click.echo(f"{file}: {changed} new or changed segments")


@memory.command("export")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def export_file(file: Path) -> None:
    """Write everything that is remembered to FILE (- for standard output) as TMX 1.4."""
    from articles import atomic, paths
    from articles.store import database, memory
    from articles.translate import tmx
    from articles.translation import FRENCH_ENGLISH

    with database.opened(paths.library_file()) as connection:
        stored = memory.segments(connection, FRENCH_ENGLISH)
        if str(file) == "-":
            tmx.write(stored, sys.stdout.buffer, FRENCH_ENGLISH)
            return
        with atomic.written(file) as opened:
            count = tmx.write(stored, opened, FRENCH_ENGLISH)
    click.echo(f"{file}: {count} segments")


@memory.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def stats(as_json: bool) -> None:
    """How many segments are remembered, by direction and origin."""
    from articles import paths
    from articles.store import database, memory

    with database.opened(paths.library_file()) as connection:
        counts = memory.counts(connection)
    if as_json:
        import json

        rows = [{"direction": str(pair), "origin": origin, "segments": n} for pair, origin, n in counts]
        click.echo(json.dumps({"schema": 1, "memory": rows}))
        return
    if not counts:
        click.echo("nothing is remembered yet", err=True)
    for pair, origin, n in counts:
        click.echo(f"{pair}  {n:>8,}  {origin}")
