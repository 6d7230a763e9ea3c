"""`enregard ARTICLE`: the reader."""

import os
import sys

import click

from articles.errors import EnregardError
from articles.wording import _


@click.command(hidden=True, help=_("Open the reader on ARTICLE."))
@click.argument("article", required=False)
def read(article: str | None) -> None:
    """Open the reader on ARTICLE."""
    from articles import choices, config, paths
    from articles.opening import open_article
    from tui.keymap import checked

    options = config.load(paths.config_file())
    keymap = checked(options.keys, paths.config_file())
    opened = open_article(article or str(min(paths.samples().glob("*.txt"))))
    _keys_from_the_terminal()
    from tui.app import EnregardApp
    from tui.settings import Settings

    settings = Settings(
        theme=options.reader.theme or None,
        measure=options.reader.width,
        keymap=keymap,
        choices=choices.load(paths.library_file()),
        library=paths.library_file(),
    )
    app = EnregardApp(opened, settings=settings)
    app.run()
    if app.failure is not None:
        raise app.failure


def _keys_from_the_terminal() -> None:
    """After an article came through standard input, keys come from the terminal itself."""
    if not sys.__stderr__ or not sys.__stderr__.isatty():
        raise EnregardError(
            _("the reader needs a terminal"), _("run it in one, without redirecting its errors")
        )
    if sys.stdin is None or not sys.stdin.isatty():
        try:
            terminal = os.open("/dev/tty", os.O_RDONLY)
        except OSError as error:
            raise EnregardError(_("the reader needs a terminal"), _("run it in one")) from error
        os.dup2(terminal, 0)
        os.close(terminal)
