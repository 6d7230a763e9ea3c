"""What goes to standard error: complaints, notes, and bars where it is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.wording import _, ngettext, number

if TYPE_CHECKING:
    from articles.sources import Fetched


def complain(message: str) -> None:
    """One line, whatever was in a file name or somebody else's message."""
    click.echo(f"enregard: {one_line(message)}", err=True)


def note(message: str) -> None:
    """A line that may be good to know; not with `--quiet`."""
    if not is_quiet():
        click.echo(one_line(message), err=True)


def note_fetched(fetched: "Fetched") -> None:
    """Say what came from the network: from which address in the end, its kind and size."""
    kilobytes = _("{size} KB").format(size=number(max(1.0, fetched.size / 1e3)))
    what = ", ".join(filter(None, (fetched.media_type, kilobytes)))
    note(_("fetched {address} ({what})").format(address=fetched.address, what=what))


def note_what_lacks(sentences: int) -> None:
    """Say that so many sentences have no English, and how to come by it."""
    if sentences:
        said = ngettext(
            "{count} sentence has no English: enregard packs install gets a language pack",
            "{count} sentences have no English: enregard packs install gets a language pack",
            sentences,
        )
        complain(said.format(count=number(sentences)))


def is_quiet() -> bool:
    """Whether nothing is to be said but what went wrong."""
    return is_asked_for("quiet")


def is_asked_for(option: str) -> bool:
    """Whether an option for all commands was given."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.find_root().params.get(option))


@contextmanager
def bar(*, when: bool = True) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error, where that is a terminal, and `when`.

    What moves it takes what is being done, and how many of how many are.
    """
    if not when or is_quiet() or not sys.stderr.isatty():
        yield _nowhere
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    label = TextColumn("{task.description}", markup=False)
    columns = (label, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=None, visible=False)

        def move(doing: str, done: int, total: int) -> None:
            progress.update(task, description=doing, completed=done, total=total, visible=True)

        yield move


def _nowhere(_doing: str, _done: int, _total: int) -> None:
    return None
