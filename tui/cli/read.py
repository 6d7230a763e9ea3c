"""`enregard ARTICLE`: the reader."""

import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _
from tui.cli.options import Names, checked_names

if TYPE_CHECKING:
    from articles.article import Article
    from articles.sources import Collection, Entry

_WRITING_SECONDS = 3.0
"""How long leaving waits for what is being written."""


@click.command(hidden=True, help=_("Open the reader on ARTICLE."))
@click.argument("given", cls=Names, nargs=-1, metavar="[ARTICLE]...", callback=checked_names)
@click.option("--paste", is_flag=True, help=_("Read what is in the clipboard."))
def read(given: tuple[str, ...], paste: bool) -> None:
    """Open the reader."""
    from articles import choices, config, paths
    from tui.keymap import checked

    if paste and given:
        raise click.UsageError(_("--paste takes no ARTICLE"))
    options = config.load(paths.config_file())
    keymap = checked(options.keys, paths.config_file())
    opened = _pasted() if paste else _opened(given)
    _keys_from_the_terminal()
    _letters_to_the_terminal()
    from tui.app import EnregardApp
    from tui.ending import ended_from_outside
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
    with ended_from_outside(app):
        app.run()
        _wait_for_writing()
    if app.failure is not None:
        raise app.failure


def _opened(given: "Sequence[str]") -> "Article | Collection | None":
    """What was named: one article, a thing that holds several, or several things as if they were in one."""
    from articles import sources
    from articles.opening import article_from
    from articles.sources import Collection, kinds

    if not given:
        return None
    if len(given) > 1:
        return Collection("", _("What was given"), tuple(map(_entry, given)))
    if kinds.is_address(given[0]):
        click.echo(_("fetching {address}…").format(address=one_line(given[0])), err=True)
    found = sources.look(given[0])
    return found if isinstance(found, Collection) else article_from(found)


def _entry(name: str) -> "Entry":
    """One of several that were named; what comes through standard input is read now."""
    from articles import sources
    from articles.sources import Entry, kinds

    if name == "-":
        return Entry(name, _("standard input"), raw=sources.read(name))
    return Entry(name, one_line(name if kinds.is_address(name) else Path(name).name or name))


def _pasted() -> "Article":
    """What is in the system's clipboard."""
    import pyperclip

    from articles.opening import article_of
    from articles.sources.raw import PASTED

    try:
        text = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, UnicodeDecodeError) as error:
        what = _("there is no clipboard to read from here")
        raise EnregardError(what, _("paste into the open reader, or pipe the text: enregard -")) from error
    if not text.strip():
        raise EnregardError(_("the clipboard is empty"), _("copy a text first"))
    return article_of(text, source=PASTED, name=_("pasted text"))


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
    from tui.exporting import EXPORTING
    from tui.screens.reading import CLOSING

    until = time.monotonic() + _WRITING_SECONDS
    for thread in threading.enumerate():
        if thread.name in (CLOSING, EXPORTING):
            thread.join(max(0.0, until - time.monotonic()))


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


def _letters_to_the_terminal() -> None:
    """The screen is painted in UTF-8 where the locale says nothing; a letter that a locale lacks is a `?`."""
    import codecs
    import io

    stream = sys.__stderr__
    if isinstance(stream, io.TextIOWrapper):
        is_plain = codecs.lookup(stream.encoding).name == "ascii"
        stream.reconfigure(encoding="utf-8" if is_plain else None, errors="replace")
