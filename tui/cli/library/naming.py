"""How articles are named on the command line, and how they are printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _, number
from tui.cli.printing import print_json

if TYPE_CHECKING:
    from articles.store.database import Connection
    from articles.store.shelves import Entry

ID_SHOWN = 8
"""Characters of an id that are printed: enough to name an article."""

_NAMED = 3
"""Articles that are named where several are called the same."""


def completed_ids(_context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids that begin so, with the titles of their articles."""
    from articles import paths
    from articles.store import database, shelves

    try:
        with database.opened(paths.library_file(), sets_aside=False) as connection:
            found = [entry for entry in shelves.entries(connection) if entry.id.startswith(begun)]
    except EnregardError:
        return []
    return [CompletionItem(entry.id[:ID_SHOWN], help=one_line(entry.title)) for entry in found]


def completed_tags(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """The tags that begin so."""
    from articles import paths
    from articles.store import database, shelves

    try:
        with database.opened(paths.library_file(), sets_aside=False) as connection:
            found = [tag for tag, _count in shelves.tags(connection) if tag.startswith(begun)]
    except EnregardError:
        return []
    return [CompletionItem(tag) for tag in found]


def the_one(connection: "Connection", which: str) -> "Entry":
    """The one article that is called so; raises EnregardError that names them where there are several."""
    from articles.store import shelves

    found = shelves.called(connection, which)
    if not found:
        what = _("no article is called {words}").format(words=which)
        raise EnregardError(what, _("enregard library list shows what is there"))
    return the_only(found, which)


def the_only(found: "Sequence[Entry]", which: str) -> "Entry":
    """The one article that was found by some words; raises EnregardError where there are several."""
    if len(found) == 1:
        return found[0]
    shown = _("{id} “{title}”")
    names = [shown.format(id=entry.id[:ID_SHOWN], title=one_line(entry.title)) for entry in found[:_NAMED]]
    named = ", ".join([*names, *(["…"] if len(found) > _NAMED else [])])
    what = _("{count} articles are called {words} ({articles})").format(
        count=number(len(found)), words=which, articles=named
    )
    raise EnregardError(what, _("give the beginning of one's id"))


def name_of(entry: "Entry") -> str:
    """An article on one line: the beginning of its id, and its title."""
    return f"{entry.id[:ID_SHOWN]} {one_line(entry.title)}"


def print_rows(rows: list[dict[str, Any]]) -> None:
    """Rows as one JSON document."""
    print_json({"library": rows})


def row(entry: "Entry") -> dict[str, Any]:
    """An article as JSON."""
    return {
        "id": entry.id,
        "title": entry.title,
        "byline": entry.byline,
        "published": entry.published,
        "site": entry.site,
        "source": entry.source,
        "added": entry.added,
        "opened": entry.opened,
        "state": str(entry.state),
        "progress": round(entry.progress, 4),
        "sentence": entry.sentence,
        "sentences": entry.sentences,
        "tags": list(entry.tags),
        "note": entry.note,
    }
