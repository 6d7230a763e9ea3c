"""What is in the library: listed, and searched."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from articles.canonical import one_line
from articles.wording import _, percent
from tui.cli.helping import with_examples
from tui.cli.library.naming import ID_SHOWN, completed_tags, name_of, print_rows, row
from tui.cli.opening import opened
from tui.cli.options import COUNT, as_one_document
from tui.cli.printing import is_terminal, print_laid_out, width
from tui.cli.saying import note

if TYPE_CHECKING:
    from articles.library.listing import Row
    from articles.store.shelves import Entry

_STATES = ("new", "reading", "read")
_SORTS = ("recent", "added", "title", "published", "progress")

_WIDE = 100
"""Cells: from that on there is room for where articles are from."""


@click.command(
    "list",
    short_help=_("What is in the library."),
    help=with_examples(
        _(
            "What is in the library; the article opened or added last comes first. In a pipe each is one"
            " line: id, state, progress, date, title, tags and source, with tabs between."
        ),
        "enregard library list --state new --sort published",
        "enregard library list --tag presse --json | jq -r '.library[].title'",
    ),
)
@click.option("--state", type=click.Choice(_STATES), help=_("Only articles of this state."))
@click.option(
    "--tag", metavar=_("TAG"), help=_("Only articles with this tag."), shell_complete=completed_tags
)
@click.option("--sort", type=click.Choice(_SORTS), default="recent", help=_("What comes first."))
@click.option("--limit", type=COUNT, metavar="N", help=_("At most N articles."))
@as_one_document
def list_articles(state: str | None, tag: str | None, sort: str, limit: int | None, as_json: bool) -> None:
    """Print the articles."""
    from articles.store import shelves

    with opened() as connection:
        found = shelves.entries(
            connection,
            state=shelves.State(state) if state else None,
            tag=tag,
            sort=shelves.Sort(sort),
            limit=limit,
        )
    if as_json:
        print_rows([row(entry) for entry in found])
    elif found:
        _print_entries(found)
    else:
        note(_("no article was found: enregard library add FILE adds one"))


@click.command(
    short_help=_("Search in both languages, titles and notes."),
    help=with_examples(
        _(
            "Search the articles in French and in English, their titles and notes; a word with # before it,"
            " such as '#presse', is the beginning of a tag."
        ),
        'enregard library search "eau partagee"',
        "enregard library search river '#presse'",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar=_("WORDS") + "...")
@click.option(
    "--limit", type=click.IntRange(1), default=20, metavar="N", help=_("At most N articles; 20 unless given.")
)
@as_one_document
def search(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Print the best articles, each with the sentence that shows the words."""
    from articles.library.listing import Wanted, look_up

    wanted = Wanted(" ".join(words), limit=limit)
    with opened() as connection:
        found = look_up(connection, wanted).rows if wanted.is_search or wanted.tags else ()
    if as_json:
        print_rows([_found_row(each) for each in found])
        return
    if not found:
        note(_("nothing was found"))
    for each in found:
        click.secho(name_of(each.entry), bold=True)
        for line in _shown(each):
            click.echo(f"  {line}")


def _shown(found: "Row") -> list[str]:
    """The words that were found, in their sentence and its English, or in the note."""
    hit = found.hit
    if hit is None:
        return []
    lines = (hit.french, hit.english, one_line(hit.entry.note) if hit.in_note else None)
    return [line for line in lines if line]


def _found_row(found: "Row") -> dict[str, Any]:
    hit = found.hit
    return {
        "article": row(found.entry),
        "sentence": hit and hit.sentence,
        "french": (hit and hit.french) or None,
        "english": hit and hit.english,
        "in_title": hit is not None and hit.in_title,
        "in_note": hit is not None and hit.in_note,
        "matches": 0 if hit is None else hit.count,
    }


def _print_entries(entries: "Sequence[Entry]") -> None:
    from rich.table import Table
    from rich.text import Text

    from articles.citing import shown_source

    # TRANSLATORS: an article that was not opened yet, is being read, was read to its end
    words = {"new": _("new"), "reading": _("reading"), "read": _("read")}
    lines = [
        (
            entry.id[:ID_SHOWN],
            words[str(entry.state)],
            percent(round(100 * entry.progress)),
            entry.published or entry.added[:10],
            one_line(entry.title),
            ", ".join(entry.tags),
            shown_source(entry.source, entry.site),
        )
        for entry in entries
    ]
    if not is_terminal():
        for line in lines:
            click.echo("\t".join(line))
        return
    table = Table(box=None, pad_edge=False)
    heads = (_("id"), _("state"), _("progress"), _("date"), _("title"), _("tags"), _("source"))
    shown = [
        place
        for place, head in enumerate(heads)
        if (head != _("tags") or any(entry.tags for entry in entries))
        and (head != _("source") or width() >= _WIDE)
    ]
    for place in shown:
        table.add_column(heads[place], overflow="fold")
    for line in lines:
        table.add_row(*(Text(line[place]) for place in shown))
    print_laid_out([table])
