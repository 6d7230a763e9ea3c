"""`enregard memory`: the translation memory."""

from pathlib import Path

import click


@click.group()
def memory() -> None:
    """Translations you have: import them from other programs."""


@memory.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_file(file: Path) -> None:
    """Import the French and English segments of FILE, a TMX file."""
    from articles import paths
    from articles.reading import import_tmx
    from articles.store import database

    with database.opened(paths.library_file()) as connection:
        changed = import_tmx(connection, file)
    click.echo(f"{file}: {changed} new or changed segments")
