"""`enregard ARTICLE`: the reader."""

import click

from articles.wording import _
from tui.cli.options import Misuse, Names, checked_names


@click.command(hidden=True, help=_("Open the reader on ARTICLE."))
@click.argument("given", cls=Names, nargs=-1, metavar="[ARTICLE]...", callback=checked_names)
@click.option("--paste", is_flag=True, help=_("Read what is in the clipboard."))
def read(given: tuple[str, ...], paste: bool) -> None:
    """Open the reader."""
    from tui import reader
    from tui.cli.saying import note

    if paste and given:
        raise Misuse(_("--paste takes no ARTICLE"))
    reader.read(given, note, paste=paste)
