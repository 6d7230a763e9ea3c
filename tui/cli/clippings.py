"""`enregard clippings`: what was copied in the reader, with where it is from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articles.plain_json import plain_json
from articles.wording import _, ngettext, number
from tui.cli import outputs
from tui.cli.helping import with_examples
from tui.cli.opening import opened
from tui.cli.options import FILE, as_one_document, completed_files
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


@clippings.command(
    "list",
    short_help=_("The clippings, the latest first."),
    help=with_examples(
        _("The clippings, the latest first, with who said it and where it is from."),
        "enregard clippings list",
        "enregard clippings list --json | jq -r '.clippings[].french'",
    ),
)
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


@clippings.command(
    short_help=_("Write the clippings to a file."),
    help=with_examples(
        _("Write the clippings to FILE (- or nothing: standard output), with attribution."),
        "enregard clippings export quotes.md",
        "enregard clippings export --to fr | less",
    ),
)
@click.argument("file", metavar=_("[FILE]"), default="-", type=FILE, shell_complete=completed_files)
@click.option(
    "--to",
    "form",
    type=click.Choice(["md", "fr", "en", "json"]),
    default="md",
    help=_("Markdown quotes in both languages, the French or the English alone, or JSON."),
)
@outputs.force
def export(file: Path, form: str, force: bool) -> None:
    """Write the clippings."""
    from articles import atomic

    target = outputs.named(file)
    if target is not None:
        outputs.check_free(target, force=force)
    found = _kept()
    text = _written(found, form)
    if target is None:
        click.echo(text, nl=False)
        return
    with atomic.written(target, private=False) as written:
        written.write(text.encode())
    said = ngettext("{count} clipping", "{count} clippings", len(found))
    outputs.note_written(target, said.format(count=number(len(found))))


def _kept() -> "list[Clipping]":
    from articles.store import clippings

    with opened() as connection:
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
