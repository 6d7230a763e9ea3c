"""Removing articles of the library, and marking, tagging and noting them."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.store import REMOVED_DAYS
from articles.wording import _
from tui.cli.asking import agreed
from tui.cli.helping import with_examples
from tui.cli.library.naming import (
    completed_ids,
    completed_tags,
    name_of,
    print_rows,
    row,
    the_one,
    the_only,
)
from tui.cli.opening import opened
from tui.cli.options import Misuse, as_one_document
from tui.cli.saying import note as note_line

if TYPE_CHECKING:
    from articles.store.database import Connection
    from articles.store.shelves import Entry

_named_by_words = click.argument(
    "which", nargs=-1, required=True, metavar=_("WHICH") + "...", shell_complete=completed_ids
)


@click.command(
    short_help=_("Remove an article."),
    help=with_examples(
        _(
            "Remove the article whose id begins with WHICH, or whose title has these words.\n\n"
            "It is kept for {days} days: --undo brings it back, with its tags, its note and its place;"
            " without WHICH, what was removed last."
        ).format(days=REMOVED_DAYS),
        "enregard library remove 9f42372e",
        "enregard library remove --yes fleuves",
        "enregard library remove --undo",
    ),
)
@click.argument("which", nargs=-1, metavar="[" + _("WHICH") + "...]", shell_complete=completed_ids)
@click.option("--yes", "-y", is_flag=True, help=_("Do not ask."))
@click.option("--undo", is_flag=True, help=_("Bring back what was removed."))
@as_one_document
def remove(which: tuple[str, ...], yes: bool, undo: bool, as_json: bool) -> None:
    """Remove one article; what was clipped from it and its translations are kept."""
    from articles.store import removals

    words = " ".join(which)
    if undo:
        _bring_back(words, as_json=as_json)
        return
    if not words:
        raise Misuse(_("name an article"))
    with opened() as connection:
        entry = the_one(connection, words)
        said = name_of(entry)
        if not yes:
            if not sys.stdin.isatty():
                what = _("{article} was not removed").format(article=said)
                raise EnregardError(what, _("use --yes where nobody can be asked"))
            if not agreed(_("Remove {article}?").format(article=said)):
                return
        removals.remove(connection, entry.id)
    if as_json:
        print_rows([row(entry)])
    else:
        click.echo(_("removed {article}").format(article=said))
        hint = _("it is kept for {days} days: enregard library remove --undo brings it back")
        note_line(hint.format(days=REMOVED_DAYS))


def _bring_back(words: str, *, as_json: bool) -> None:
    """Bring back the one removed article that is called so, or the last one."""
    from articles.store import removals

    with opened() as connection:
        found = removals.entries(connection, words)
        if not found:
            what = _("nothing that could be brought back is called {words}").format(words=words)
            nothing = _("nothing was removed in the last {days} days").format(days=REMOVED_DAYS)
            raise EnregardError(what if words else nothing, _("enregard library list shows what is there"))
        entry = the_only(found, words) if words else found[0]
        removals.bring_back(connection, entry.id)
    _tell(entry, _("{article} is back"), as_json=as_json)


@click.command(
    short_help=_("Mark an article as read or as new."),
    help=with_examples(
        _("Mark the article whose id begins with WHICH, or whose title has these words, as read or as new."),
        "enregard library mark 9f42372e --read",
        "enregard library mark --new fleuves",
    ),
)
@_named_by_words
@click.option("--read", "state", flag_value="read", help=_("It was read to its end."))
@click.option("--new", "state", flag_value="new", help=_("It was not read yet."))
@as_one_document
def mark(which: tuple[str, ...], state: str | None, as_json: bool) -> None:
    """Say where the reader stands with an article."""
    from articles.store import shelves

    if state is None:
        raise Misuse(_("give --read or --new"))
    wanted = shelves.State(state)
    words = {
        shelves.State.READ: _("{article} is marked as read"),
        shelves.State.NEW: _("{article} is marked as new"),
    }
    entry = _changed(" ".join(which), lambda library, article: shelves.set_state(library, article, wanted))
    _tell(entry, words[wanted], as_json=as_json)


@click.command(
    short_help=_("Give tags to an article, or take them away."),
    help=with_examples(
        _(
            "Give tags to the article whose id begins with WHICH, or whose title has these words, or take"
            " them away; without either, print them."
        ),
        "enregard library tag 9f42372e --add presse --add eau",
        "enregard library tag fleuves --remove eau",
    ),
)
@_named_by_words
@click.option(
    "--add",
    "added",
    multiple=True,
    metavar=_("TAG"),
    help=_("Give it this tag; can be repeated."),
    shell_complete=completed_tags,
)
@click.option(
    "--remove",
    "removed",
    multiple=True,
    metavar=_("TAG"),
    help=_("Take this tag away; can be repeated."),
    shell_complete=completed_tags,
)
@as_one_document
def tag(which: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...], as_json: bool) -> None:
    """Change an article's tags."""
    from articles.store import shelves

    def change(library: "Connection", article: str) -> object:
        return shelves.change_tags(library, article, add=added, remove=removed)

    entry = _changed(" ".join(which), change)
    words = _("{article} has these tags: {tags}") if entry.tags else _("{article} has no tags")
    _tell(entry, words, as_json=as_json)


@click.command(
    short_help=_("Keep a note on an article."),
    help=with_examples(
        _(
            "Keep TEXT as the note on the article whose id begins with WHICH, or whose title has these"
            " words. An empty TEXT removes the note."
        ),
        'enregard library note 9f42372e "to quote on Thursday"',
        'enregard library note fleuves ""',
    ),
)
@click.argument("which", metavar=_("WHICH"), shell_complete=completed_ids)
@click.argument("text", metavar=_("TEXT"))
@as_one_document
def note(which: str, text: str, as_json: bool) -> None:
    """Change an article's note."""
    from articles.store import shelves

    entry = _changed(which, lambda library, article: shelves.set_note(library, article, text))
    words = _("{article} has this note: {note}") if entry.note else _("{article} has no note")
    _tell(entry, words, as_json=as_json)


def _changed(which: str, change: "Callable[[Connection, str], object]") -> "Entry":
    """The one article that is called so, after the change."""
    from articles.store import shelves

    with opened() as connection:
        entry = the_one(connection, which)
        change(connection, entry.id)
        return shelves.entry(connection, entry.id) or entry


def _tell(entry: "Entry", words: str, *, as_json: bool) -> None:
    if as_json:
        print_rows([row(entry)])
    else:
        tags = ", ".join(map(one_line, entry.tags))
        click.echo(words.format(article=name_of(entry), tags=tags, note=one_line(entry.note)))
