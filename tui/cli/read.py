"""`enregard ARTICLE`: the reader."""

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _

if TYPE_CHECKING:
    from articles.article import Article
    from articles.sources import Collection

_WRITING_SECONDS = 3.0
"""How long leaving waits for the library."""


@click.command(hidden=True, help=_("Open the reader on ARTICLE."))
@click.argument("given", nargs=-1, metavar="[ARTICLE]...")
@click.option("--paste", is_flag=True, help=_("Read what is in the clipboard."))
def read(given: tuple[str, ...], paste: bool) -> None:
    """Open the reader."""
    from articles import choices, config, paths
    from tui.keymap import checked

    options = config.load(paths.config_file())
    keymap = checked(options.keys, paths.config_file())
    opened = _pasted() if paste else _opened(given)
    _keys_from_the_terminal()
    from tui.app import EnregardApp
    from tui.settings import Settings

    library = paths.library_file()
    settings = Settings(
        theme=options.reader.theme or None,
        measure=options.reader.width,
        keymap=keymap,
        choices=choices.load(library),
        library=library,
    )
    app = EnregardApp(opened, settings=settings, sentence=_position(opened, library))
    app.run()
    _wait_for_writing()
    if app.failure is not None:
        raise app.failure


def _opened(given: "Sequence[str]") -> "Article | Collection | None":
    """What was named: one article, a thing that holds several, or several things as if they were in one."""
    from articles import sources
    from articles.opening import article_from
    from articles.sources import Collection, Entry, web

    if not given:
        return None
    if len(given) > 1:
        entries = tuple(Entry(name, Path(name).name) for name in given)
        return Collection("", _("What was given"), entries)
    if web.is_address(given[0]):
        click.echo(_("fetching {address}…").format(address=one_line(given[0])), err=True)
    found = sources.look(given[0])
    return found if isinstance(found, Collection) else article_from(found)


def _pasted() -> "Article":
    """What is in the system's clipboard."""
    import pyperclip

    from articles.opening import article_of

    try:
        text = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError) as error:
        what = _("there is no clipboard to read from here")
        raise EnregardError(what, _("paste into the open reader, or pipe the text: enregard -")) from error
    if not text.strip():
        raise EnregardError(_("the clipboard is empty"), _("copy a text first"))
    return article_of(text, source="-", name=_("pasted text"))


def _position(opened: "Article | Collection | None", library: Path) -> int:
    """The sentence at which an article was left."""
    from articles.article import Article
    from articles.store import database
    from articles.store import library as shelves

    if not isinstance(opened, Article):
        return 0
    try:
        with database.opened(library) as connection:
            entry = shelves.entry(connection, opened.id)
    except EnregardError:
        return 0
    return 0 if entry is None else entry.sentence


def _wait_for_writing() -> None:
    """Let what is being kept be kept."""
    from tui.screens.reading import CLOSING

    for thread in threading.enumerate():
        if thread.name == CLOSING:
            thread.join(_WRITING_SECONDS)


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
