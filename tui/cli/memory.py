"""`enregard memory`: the translation memory."""

import sys
from pathlib import Path

import click

from articles.wording import _, ngettext, number
from tui.cli import outputs
from tui.cli.helping import with_examples
from tui.cli.opening import opened
from tui.cli.options import FILE, Misuse, as_one_document, completed_files
from tui.cli.printing import print_json
from tui.cli.saying import note


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("Translations that are remembered, by hand and by machine."),
        "enregard memory import mine.tmx",
        "enregard memory export all.tmx",
    ),
)
def memory() -> None:
    """The commands for what is remembered."""


@memory.command(
    "import",
    short_help=_("Import the segments of TMX files."),
    help=with_examples(
        _("Import the French and English segments of TMX files, each whole or not at all."),
        "enregard memory import mine.tmx",
        "enregard memory import omegat/*.tmx",
    ),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar=_("FILE") + "...",
    type=FILE,
    shell_complete=completed_files,
)
@as_one_document
def import_files(files: tuple[Path, ...], as_json: bool) -> None:
    """Remember what TMX files hold."""
    from articles.translating.importing import import_tmx

    rows = []
    with opened() as connection:
        for file in files:
            changed = import_tmx(connection, file)
            rows.append({"file": str(file), "changed": changed})
            if as_json:
                continue
            said = ngettext(
                "{file}: {count} new or changed segment", "{file}: {count} new or changed segments", changed
            )
            click.echo(said.format(file=file, count=number(changed)))
    if as_json:
        print_json({"memory": rows})


@memory.command(
    "export",
    short_help=_("Write everything that is remembered as TMX."),
    help=with_examples(
        _("Write everything that is remembered to FILE (- for standard output) as TMX 1.4."),
        "enregard memory export all.tmx",
        "enregard memory export - | gzip > all.tmx.gz",
    ),
)
@click.argument("file", metavar=_("FILE"), type=FILE, shell_complete=completed_files)
@outputs.force
@as_one_document
def export_file(file: Path, force: bool, as_json: bool) -> None:
    """Write what is remembered as TMX."""
    from articles import atomic
    from articles.store import memory
    from articles.translating import tmx
    from articles.translation import FRENCH_ENGLISH

    target = outputs.named(file)
    if target is None and as_json:
        raise Misuse(_("--json goes with a file"))
    if target is not None:
        outputs.check_free(target, force=force)
    with opened() as connection:
        stored = memory.segments(connection, FRENCH_ENGLISH)
        if target is None:
            tmx.write(stored, sys.stdout.buffer, FRENCH_ENGLISH)
            return
        with atomic.written(target, private=False) as written:
            count = tmx.write(stored, written, FRENCH_ENGLISH)
    if as_json:
        print_json({"memory": [{"file": str(file), "segments": count}]})
        return
    said = ngettext("{count} segment", "{count} segments", count)
    outputs.note_written(target, said.format(count=number(count)))


@memory.command(
    help=with_examples(
        _("How many segments are remembered, by direction and origin."),
        "enregard memory stats",
        "enregard memory stats --json | jq '.memory[].segments'",
    )
)
@as_one_document
def stats(as_json: bool) -> None:
    """Count what is remembered."""
    from articles.store import memory
    from articles.translation import origin_in_words

    with opened() as connection:
        counts = memory.counts(connection)
    if as_json:
        rows = [{"direction": str(pair), "origin": origin, "segments": n} for pair, origin, n in counts]
        print_json({"memory": rows})
        return
    if not counts:
        note(_("nothing is remembered yet"))
    for pair, origin, n in counts:
        click.echo(f"{pair}  {number(n):>8}  {origin_in_words(origin)}")
