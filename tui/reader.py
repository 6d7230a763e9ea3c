"""The reader from what was named on the command line to its end, without the machinery of commands."""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _

if TYPE_CHECKING:
    from articles.sources import Collection, Entry, Raw

_FRAMES = "120"
"""Frames a second, at most: what a key changes is painted in two of them, one after the other."""

_WRITING_SECONDS = 3.0
"""How long leaving waits for what is being written."""


def read(given: Sequence[str], say: Callable[[str], None], *, paste: bool = False) -> None:
    """Open the reader on what was named, on the clipboard, or else on the library.

    `say` hears what is good to know while it is not on the screen yet. Raises EnregardError when there is
    nothing to read, or no terminal to read in.
    """
    from articles import choices, config, paths
    from articles.article import Article
    from articles.opening import article_from, beginning
    from articles.recalling import Recalled, recalled_from
    from articles.sources import Raw
    from tui.colours import theme_named
    from tui.first_page import FirstPage

    options = config.load(paths.config_file())
    library = paths.library_file()
    found, notice = (_pasted(), None) if paste else _found(given, say)
    _keys_from_the_terminal()
    _letters_to_the_terminal()
    chosen = choices.load(library)
    theme = theme_named(options.reader.theme)
    with FirstPage(chosen, options.reader.width, theme) as page:
        if isinstance(found, Raw) and (first := beginning(found)) is not None:
            page.paint(first, Recalled(), _("opening…"))
        opened = article_from(found) if isinstance(found, Raw) else found
        known = Recalled()
        if isinstance(opened, Article):
            known = recalled_from(library, opened)
            if not page.is_up or known != Recalled():
                page.paint(opened, known)
        os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
        from tui.app import EnregardApp
        from tui.ending import ended_from_outside
        from tui.keymap import checked
        from tui.settings import Settings

        settings = Settings(
            theme=theme,
            measure=options.reader.width,
            keymap=checked(options.keys, paths.config_file()),
            choices=chosen,
            library=library,
            has_motion=options.reader.motion,
            analysis_idle_seconds=config.idle_seconds(options.analysis),
        )
        app = EnregardApp(opened, settings=settings, known=known, notice=notice, first_page=page)
        with ended_from_outside(app):
            app.run()
            _wait_for_writing()
    if app.failure is not None:
        raise app.failure


def _found(given: Sequence[str], say: Callable[[str], None]) -> "tuple[Raw | Collection | None, str | None]":
    """One article, a thing that holds several, or several as if in one; and what is to be said of it."""
    from articles import sources
    from articles.sources import Collection, kinds

    if not given:
        return None, None
    if len(given) > 1:
        return Collection("", _("What was given"), tuple(map(_entry, given))), None
    if kinds.is_address(given[0]):
        say(_("fetching {address}…").format(address=one_line(given[0])))
    found = sources.look(given[0])
    notice = None if found.fetched is None else found.fetched.in_words
    if notice is not None:
        say(notice)
    return found, notice


def _entry(name: str) -> "Entry":
    """One of several that were named; what comes through standard input is read now."""
    from articles import sources
    from articles.sources import Entry, kinds

    if name == "-":
        return Entry(name, _("standard input"), raw=sources.read(name))
    return Entry(name, one_line(name if kinds.is_address(name) else Path(name).name or name))


def _pasted() -> "Raw":
    """What is in the system's clipboard."""
    import pyperclip

    from articles.sources.raw import PASTED, Raw

    try:
        text = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, UnicodeDecodeError) as error:
        what = _("there is no clipboard to read from here")
        raise EnregardError(what, _("paste into the open reader, or pipe the text: enregard -")) from error
    if not text.strip():
        raise EnregardError(_("the clipboard is empty"), _("copy a text first"))
    return Raw(text, PASTED, _("pasted text"))


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
    if os.environ.get("TERM", "").lower() in ("", "dumb", "unknown"):
        raise EnregardError(
            _("this terminal cannot be painted on"), _("enregard show FILE prints the article")
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
