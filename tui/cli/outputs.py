"""Files that a command was told to write."""

from pathlib import Path

import click

from articles.errors import EnregardError
from articles.wording import _
from tui.cli.saying import note

force = click.option("--force", is_flag=True, help=_("Overwrite FILE if it is there."))


def named(file: Path | None) -> Path | None:
    """The file to write; None is standard output, which is what `-` is."""
    return None if file is None or str(file) == "-" else file


def check_free(file: Path, *, force: bool) -> None:
    """Raises EnregardError where the file cannot be written, or is there and not to be overwritten."""
    if file.exists() and not file.is_file():
        what = _("{path} is no ordinary file").format(path=file)
        raise EnregardError(what, _("name a file, or - for standard output"))
    if not file.absolute().parent.is_dir():
        what = _("{path} is no folder").format(path=file.parent)
        raise EnregardError(what, _("make it, or choose another place"))
    if file.exists() and not force:
        raise EnregardError(_("{path} is already there").format(path=file), _("use --force to overwrite it"))


def note_written(file: Path, what: str) -> None:
    """Say what was written where: `what` is how much of it."""
    note(_("{path} is written: {what}").format(path=file, what=what))
