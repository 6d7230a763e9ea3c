"""`enregard clippings`: what was copied in the reader, with where it is from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articles.plain_json import plain_json
from articles.wording import _, ngettext
from tui.cli.helping import with_examples
from tui.cli.options import as_one_document
from tui.cli.printing import print_json
from tui.cli.saying import note

if TYPE_CHECKING:
    from articles.clippings import Clipping


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("What was copied in the reader, with where it is from."),
        "enregard clippings list",
        "enregard clippings export quotes.md",
    ),
)
def clippings() -> None:
    """The commands for clippings."""


@clippings.command("list", help=_("The clippings, the latest first, with who said it and where it is from."))
@as_one_document
def list_clippings(as_json: bool) -> None:
    """Print the clippings."""
    found = _kept()
    if as_json:
        print_json({"clippings": list(map(_row, found))})
        return
    from articles import citing

    if not found:
        note(_("nothing was copied yet: c in the reader copies"))
    for clipping in found:
        click.echo(citing.french(clipping))
        english = citing.english(clipping)
        if english is not None:
            click.secho(f"  {english}", dim=True)


@clippings.command(help=_("Write the clippings to FILE (- or nothing: standard output), with attribution."))
@click.argument("file", metavar=_("[FILE]"), default="-", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["md", "fr", "en", "json"]),
    default="md",
    help=_("Markdown quotes in both languages, the French or the English alone, or JSON."),
)
def export(file: Path, form: str) -> None:
    """Write the clippings."""
    found = _kept()
    written = _written(found, form)
    if str(file) == "-":
        click.echo(written, nl=False)
        return
    from articles import atomic

    with atomic.written(file) as opened:
        opened.write(written.encode())
    count = ngettext("{path}: {count} clipping", "{path}: {count} clippings", len(found))
    note(count.format(path=file, count=len(found)))


def _kept() -> "list[Clipping]":
    from articles import paths
    from articles.store import clippings, database

    with database.opened(paths.library_file()) as connection:
        return clippings.all_of(connection)


def _written(found: "list[Clipping]", form: str) -> str:
    from articles import citing

    match form:
        case "json":
            return plain_json({"schema": 1, "clippings": list(map(_row, found))}) + "\n"
        case "fr":
            blocks = [citing.french(clipping) for clipping in found]
        case "en":
            blocks = [english for clipping in found if (english := citing.english(clipping)) is not None]
        case _:
            blocks = [citing.markdown(clipping) for clipping in found]
    return "".join(f"{block}\n\n" for block in blocks)


def _row(clipping: "Clipping") -> dict[str, Any]:
    return {
        "article": clipping.article,
        "start": clipping.span.start,
        "end": clipping.span.end,
        "kind": str(clipping.kind),
        "french": clipping.french,
        "english": clipping.english,
        "origin": clipping.origin,
        "speaker": clipping.speaker,
        "title": clipping.title,
        "source": clipping.source,
        "published": clipping.published,
        "created": clipping.created,
    }
