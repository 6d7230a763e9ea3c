"""What goes to standard error: complaints, notes, and bars where it is a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.wording import _, ngettext, number
from tui.cli.bars import Bar

if TYPE_CHECKING:
    from articles.article import Article
    from articles.sources import Fetched

_PLAIN_TERMINALS = ("", "dumb", "unknown")
"""Terminals that only print."""


def complain(message: str) -> None:
    """One line, whatever was in a file name or somebody else's message."""
    click.echo(f"enregard: {one_line(message)}", err=True)


def note(message: str) -> None:
    """A line that may be good to know; not with `--quiet`."""
    if not is_quiet():
        click.echo(one_line(message), err=True)


def note_fetched(fetched: "Fetched") -> None:
    """Say what came from the network: from which address in the end, its kind and size."""
    note(fetched.in_words)


def note_what_lacks(sentences: int) -> None:
    """Say that so many sentences have no English, and how to come by it."""
    if sentences:
        said = ngettext(
            "{count} sentence has no English: enregard packs install gets a language pack",
            "{count} sentences have no English: enregard packs install gets a language pack",
            sentences,
        )
        complain(said.format(count=number(sentences)))


def note_another_language(article: "Article", language: str | None) -> None:
    """Say that a text is not French, where that is known; `language` is its ISO 639 code."""
    if language in (None, "fr"):
        return
    from articles.citing import shown_source

    said = _("{name} seems to be in another language than French ({code})")
    note(said.format(name=shown_source(article.source, None), code=language))


def tell_of_a_mended_library() -> None:
    """Say that a damaged library was set aside, where nobody has said so yet."""
    from articles import paths
    from articles.errors import EnregardError
    from articles.store import database

    try:
        message = database.mended(paths.library_file())
    except EnregardError:
        return
    if message is not None:
        complain(message)


def is_quiet() -> bool:
    """Whether nothing is to be said but what went wrong."""
    return is_asked_for("quiet")


def is_asked_for(option: str) -> bool:
    """Whether an option for all commands was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().params.get(option))


@contextmanager
def bar(*, when: bool = True) -> Iterator[Bar]:
    """A bar on standard error for what takes long, where that is a terminal, and `when`."""
    made = Bar(is_drawn=when and draws_bars())
    try:
        yield made
    finally:
        made.close()


def draws_bars() -> bool:
    """Whether standard error is a terminal that can draw over what it shows, and may."""
    can_draw = sys.stderr.isatty() and os.environ.get("TERM", "").lower() not in _PLAIN_TERMINALS
    return can_draw and not is_quiet()
