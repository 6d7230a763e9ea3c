"""The language of the command line: chosen before the commands are imported, which look their help up."""

import gettext
import os
import sys

from articles import config, paths, wording


def choose() -> None:
    """Speak the configured language, else that of the locale; English where French cannot be written.

    A configuration that is wrong is complained about by the commands that load it.
    """
    wording.use(config.language(paths.config_file()) if _writes_french() else "en")


def choose_for_commands() -> None:
    """The same, also in what Click says: it asks gettext's global domain, which is made ours."""
    import click

    from tui.cli.helping import Formatter

    choose()
    os.environ["LANGUAGE"] = wording.language_in_use()
    gettext.bindtextdomain(wording.DOMAIN, wording.LOCALE)
    gettext.textdomain(wording.DOMAIN)
    click.Context.formatter_class = Formatter


def _writes_french() -> bool:
    try:
        "œ’\u202f".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
