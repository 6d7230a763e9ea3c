"""The file of the library: checked, copied, and brought back from a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.errors import EnregardError
from articles.wording import _, megabytes, number
from tui.cli import outputs
from tui.cli.helping import with_examples
from tui.cli.library.naming import print_rows
from tui.cli.opening import opened
from tui.cli.options import FILE, as_one_document, completed_files
from tui.cli.saying import tell_of_a_mended_library

if TYPE_CHECKING:
    from articles.store.upkeep import Report


@click.command(
    short_help=_("Check that the library is whole."),
    help=with_examples(
        _("Check that the library is whole, and say what is in it."),
        "enregard library check",
        "enregard library check --json | jq '.library[].whole'",
    ),
)
@as_one_document
def check(as_json: bool) -> None:
    """Look through the library; a damaged one is left where it is."""
    from articles import paths
    from articles.store import database, upkeep

    path = paths.library_file()
    report = upkeep.check(path)
    if not report.problems:
        tell_of_a_mended_library()
    if as_json:
        known = {"file": str(path), "whole": not report.problems, "problems": list(report.problems)}
        print_rows([{**known, "index_was_off": report.index_was_off, **report.counts, "size": report.size}])
    elif not report.problems:
        _print_report(path, report)
    if report.is_damaged:
        raise database.DamagedError(path, report.problems[0])
    if report.problems:
        what = _("{path} is not whole ({reason})").format(path=path, reason=report.problems[0])
        raise EnregardError(what, _("enregard library restore FILE goes back to a backup"))


def _print_report(path: Path, report: "Report") -> None:
    counts = report.counts
    click.echo(f"{path}  {megabytes(report.size)}")
    for count, label in (
        (counts["articles"], _("articles")),
        (counts["segments"], _("translations")),
        (counts["clippings"], _("clippings")),
        (counts["analyses"], _("analyses")),
        (counts["queue"], _("waiting to be translated")),
    ):
        click.echo(f"{number(count):>10}  {label}")
    if report.index_was_off:
        click.echo(_("the search index was off and was made anew"))
    click.echo(_("all is well"))


@click.command(
    short_help=_("Write the whole library to a file."),
    help=with_examples(
        _("Write the whole library to FILE: articles, translations, clippings."),
        "enregard library backup copy.sqlite",
        "enregard library backup --force /media/key/enregard.sqlite",
    ),
)
@click.argument("file", metavar=_("FILE"), type=FILE, shell_complete=completed_files)
@outputs.force
@as_one_document
def backup(file: Path, force: bool, as_json: bool) -> None:
    """Write a copy of the library."""
    from articles.store import upkeep

    with opened() as connection:
        upkeep.back_up(connection, file, replaces=force)
    if as_json:
        print_rows([{"file": str(file), "size": file.stat().st_size}])
    else:
        click.echo(_("{path} is written ({size})").format(path=file, size=megabytes(file.stat().st_size)))


@click.command(
    short_help=_("Go back to a backup."),
    help=with_examples(
        _("Make the library what it was in the backup FILE; the present one is kept aside."),
        "enregard library restore copy.sqlite",
        "enregard library restore --json /media/key/enregard.sqlite",
    ),
)
@click.argument("file", metavar=_("FILE"), type=FILE, shell_complete=completed_files)
@as_one_document
def restore(file: Path, as_json: bool) -> None:
    """Go back to a copy."""
    from articles import paths
    from articles.store import upkeep

    aside = upkeep.restore(paths.library_file(), file)
    if as_json:
        print_rows([{"file": str(paths.library_file()), "kept": str(aside)}])
    else:
        said = _("the library is what it is in {path}; what it was is kept as {aside}")
        click.echo(said.format(path=file, aside=aside))
