"""What goes to standard output: JSON for scripts; for people lines in a pipe, laid out on a terminal."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import click

from articles.plain_json import plain_json
from articles.spans import Span
from articles.wording import _
from tui.cli.saying import is_asked_for

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

SCHEMA = 1

_READABLE = 100
"""Cells: the widest that words are set on a terminal."""


def print_json(parts: dict[str, Any]) -> None:
    """One document on one line, in UTF-8 whatever the locale says."""
    click.echo(plain_json({"schema": SCHEMA, **parts}).encode())


def is_terminal() -> bool:
    """Whether a person looks at standard output as it comes."""
    return sys.stdout.isatty()


def width() -> int:
    """Cells of the terminal."""
    return shutil.get_terminal_size().columns


def readable_width() -> int:
    """Cells in which words are set on the terminal."""
    return max(20, min(width(), _READABLE))


def print_lines(lines: Iterable[str]) -> None:
    """Lines as they come."""
    for line in lines:
        click.echo(line)


def print_laid_out(made: "Iterable[RenderableType]", cells: int | None = None) -> None:
    """What Rich draws in so many cells, those of the terminal unless given.

    On a terminal it is paged where it is longer than the screen and there is a pager.
    """
    from rich.console import Console

    console = Console(width=cells or width(), highlight=False)
    with console.capture() as drawn:
        for each in made:
            console.print(each)
    text = drawn.get()
    rows = shutil.get_terminal_size().lines
    is_paged = is_terminal() and sys.stdin.isatty() and not is_asked_for("no_pager")
    if is_paged and text.count("\n") >= rows:
        with _told_to_the_pager():
            click.echo_via_pager(text.rstrip("\n"))
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _told_to_the_pager() -> Iterator[None]:
    """Let less show accents whatever the locale, and say how one leaves, unless it was told otherwise."""
    prompt = _("q leaves, Space goes on")
    told = {"LESSCHARSET": "utf-8", "LESS": f"-R -Ps{prompt}$"}
    ours = {name: value for name, value in told.items() if not os.environ.get(name)}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name in ours:
            del os.environ[name]


def set_in(words: str, width: int, style: str = "") -> "Text":
    """Words broken into rows as French typography wants it."""
    from rich.text import Text

    return Text("\n".join(rows(words, width)), style, no_wrap=True, overflow="ignore")


def rows(words: str, width: int) -> Iterator[str]:
    """The rows into which words fall at `width` cells."""
    wrapped, pieces = _wrapping()
    for row in wrapped(words, Span(0, len(words)), max(1, width)):
        yield "".join(shown for _offset, shown in pieces(words, row))


@cache
def _wrapping() -> tuple[Callable[..., Any], Callable[..., Any]]:
    from tui.layout.wrap import pieces, wrapped

    return wrapped, pieces
