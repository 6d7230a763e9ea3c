"""The group of the commands for the library."""

import click

from articles.wording import _
from tui.cli.helping import with_examples


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("The articles that were read, or are kept to be read."),
        "enregard library add presse/ --tag presse",
        "enregard library search eau paris",
        "enregard library list --state new",
    ),
)
def library() -> None:
    """The commands for the library."""
