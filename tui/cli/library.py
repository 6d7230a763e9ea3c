"""`enregard library`: the articles that were read, or are kept to be read."""

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _, ngettext, number
from tui.cli.asking import agreed
from tui.cli.helping import with_examples
from tui.cli.options import as_one_document, completed_files
from tui.cli.printing import is_terminal, print_json, print_laid_out
from tui.cli.saying import bar, complain, note

if TYPE_CHECKING:
    from articles.library.ahead import Progress
    from articles.store.database import Connection
    from articles.store.library import Entry
    from articles.store.search import Hit
    from articles.store.upkeep import Report

_STATES = ("new", "reading", "read")
_SORTS = ("recent", "added", "title", "published", "progress")

_ID_SHOWN = 8
"""Characters of an id that are printed: enough to name an article."""


def _completed_ids(_context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids that begin so, with the titles of their articles."""
    from articles.store import library as shelves

    try:
        with _opened() as connection:
            found = [entry for entry in shelves.entries(connection) if entry.id.startswith(begun)]
    except EnregardError:
        return []
    return [CompletionItem(entry.id[:_ID_SHOWN], help=one_line(entry.title)) for entry in found]


def _completed_tags(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    from articles.store import library as shelves

    try:
        with _opened() as connection:
            found = [tag for tag, _count in shelves.tags(connection) if tag.startswith(begun)]
    except EnregardError:
        return []
    return [CompletionItem(tag) for tag in found]


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("The articles that were read, or are kept to be read."),
        "enregard library add articles/ --tag presse",
        "enregard library search eau paris",
        "enregard library list --state new",
    ),
)
def library() -> None:
    """The commands for the library."""


@library.command("list", help=_("What is in the library, the article last opened or added first."))
@click.option("--state", type=click.Choice(_STATES), help=_("Only articles of this state."))
@click.option(
    "--tag", metavar=_("TAG"), help=_("Only articles with this tag."), shell_complete=_completed_tags
)
@click.option("--sort", type=click.Choice(_SORTS), default="recent", help=_("What comes first."))
@click.option("--limit", type=click.IntRange(1), metavar="N", help=_("At most so many."))
@as_one_document
def list_articles(state: str | None, tag: str | None, sort: str, limit: int | None, as_json: bool) -> None:
    """Print the articles."""
    from articles.store import library as shelves

    with _opened() as connection:
        found = shelves.entries(
            connection,
            state=shelves.State(state) if state else None,
            tag=tag,
            sort=shelves.Sort(sort),
            limit=limit,
        )
    if as_json:
        _print_json([_row(entry) for entry in found])
    elif found:
        _print_entries(found)
    else:
        note(_("no article is there"))


@library.command(
    help=_(
        "Add files, folders or addresses to the library.\n\n"
        "With --translate, what was added is translated ahead of being read; Ctrl-C stops that, and "
        "enregard library add --translate goes on with it."
    )
)
@click.argument("what", nargs=-1, metavar=_("[FILE|FOLDER|ADDRESS]") + "...", shell_complete=completed_files)
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar=_("TAG"),
    help=_("Tag them; can be repeated."),
    shell_complete=_completed_tags,
)
@click.option("--translate", "is_ahead", is_flag=True, help=_("Translate them now."))
@as_one_document
def add(what: tuple[str, ...], tags: tuple[str, ...], is_ahead: bool, as_json: bool) -> None:
    """Add articles, and translate what waits."""
    from articles.library.adding import Failed, add_all
    from articles.store import library as shelves

    if not what and not is_ahead:
        raise click.UsageError(_("name a file, a folder or an address"))
    added: dict[str, bool] = {}
    failures: list[EnregardError] = []
    alone: EnregardError | None = None
    with _opened() as connection:
        for became in add_all(connection, what, tags=tags, is_for_ahead=is_ahead):
            if isinstance(became, Failed):
                failures.append(became.error)
                if what == (became.name,):
                    alone = became.error
                else:
                    complain(str(became.error))
            else:
                added.setdefault(became.article.id, became.is_new)
                if not as_json:
                    said = _("added {id} {title}") if became.is_new else _("there already: {id} {title}")
                    title = one_line(became.article.title)
                    click.echo(said.format(id=became.article.id[:_ID_SHOWN], title=title))
        rows = [entry for entry in (shelves.entry(connection, each) for each in added) if entry is not None]
    if is_ahead:
        _translate_ahead()
    if as_json:
        _print_json([{**_row(entry), "new": added[entry.id]} for entry in rows])
    if failures:
        raise alone or _count_of(failures)


def _count_of(failures: Sequence[EnregardError]) -> EnregardError:
    what = ngettext(
        "{count} article could not be added", "{count} articles could not be added", len(failures)
    )
    return EnregardError(what.format(count=number(len(failures))), _("the lines above say why"))


def _translate_ahead() -> None:
    """Translate what waits on another thread, so that Ctrl-C is heard at once and what was done is kept."""
    from articles import paths
    from articles.library.ahead import translate_ahead
    from articles.reading import installed_translator

    stop, pause = threading.Event(), threading.Event()
    failures: list[EnregardError] = []
    with bar() as move:

        def tell(progress: "Progress") -> None:
            move(_("Translating"), progress.done, progress.total)

        def work() -> None:
            try:
                translate_ahead(paths.library_file(), installed_translator, tell, stop, pause)
            except EnregardError as error:
                failures.append(error)

        thread = threading.Thread(target=work, name="ahead", daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(0.1)
        except KeyboardInterrupt:
            stop.set()
            thread.join(0.8)
            raise
    if failures:
        raise failures[0]


@library.command(help=_("Remove the articles whose id begins with WHICH, or whose title has these words."))
@click.argument("which", nargs=-1, required=True, metavar=_("WHICH") + "...", shell_complete=_completed_ids)
@click.option("--yes", "-y", is_flag=True, help=_("Do not ask."))
@as_one_document
def remove(which: tuple[str, ...], yes: bool, as_json: bool) -> None:
    """Remove one article; what was clipped from it and its translations are kept."""
    from articles.store import library as shelves

    with _opened() as connection:
        entry = _the_one(connection, " ".join(which))
        said = f"{entry.id[:_ID_SHOWN]} {one_line(entry.title)}"
        if not yes:
            if not sys.stdin.isatty():
                what = _("{article} was not removed").format(article=said)
                raise EnregardError(what, _("use --yes where nobody can be asked"))
            if not agreed(_("Remove {article}?").format(article=said)):
                return
        shelves.remove(connection, entry.id)
    if as_json:
        _print_json([_row(entry)])
    else:
        click.echo(_("removed {article}").format(article=said))


def _the_one(connection: "Connection", which: str) -> "Entry":
    """The one article that is called so; raises EnregardError that names them where there are several."""
    from articles.store import library as shelves

    found = shelves.called(connection, which)
    if len(found) == 1:
        return found[0]
    if not found:
        what = _("no article is called {words}").format(words=which)
        raise EnregardError(what, _("enregard library list shows what is there"))
    most = 3
    names = [f"{entry.id[:_ID_SHOWN]} « {one_line(entry.title)} »" for entry in found[:most]]
    named = ", ".join([*names, *(["…"] if len(found) > most else [])])
    what = _("{count} articles are called {words} ({articles})").format(
        count=number(len(found)), words=which, articles=named
    )
    raise EnregardError(what, _("give the beginning of one's id"))


@library.command(help=_("Search the articles in French and in English, their titles and notes."))
@click.argument("words", nargs=-1, required=True, metavar=_("WORDS") + "...")
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help=_("At most so many articles."))
@as_one_document
def search(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Print the best articles, each with the sentence that shows the words."""
    from articles.store.search import search as find

    with _opened() as connection:
        hits = find(connection, " ".join(words), limit)
    if as_json:
        _print_json([_hit_row(hit) for hit in hits])
        return
    if not hits:
        note(_("nothing was found"))
    for hit in hits:
        click.secho(f"{hit.entry.id[:_ID_SHOWN]} {one_line(hit.entry.title)}", bold=True)
        shown = (hit.french, hit.english, one_line(hit.entry.note) if hit.in_note else None)
        for line in (line for line in shown if line):
            click.echo(f"  {line}")


@library.command(help=_("Look whether the library is whole, and say what is in it."))
@as_one_document
def check(as_json: bool) -> None:
    """Look through the library."""
    from articles import paths
    from articles.store import upkeep

    with _opened() as connection:
        report = upkeep.check(connection)
    path = paths.library_file()
    if as_json:
        row = {"file": str(path), "whole": not report.problems, "problems": list(report.problems)}
        _print_json([{**row, "index_was_off": report.index_was_off, **report.counts, "size": report.size}])
    elif not report.problems:
        _print_report(path, report)
    if report.is_damaged:
        what = _("{path} is damaged ({reason})").format(path=path, reason=report.problems[0])
        raise EnregardError(what, _("close enregard: at its next start the file is set aside"))
    if report.problems:
        what = _("{path} is not whole ({reason})").format(path=path, reason=report.problems[0])
        raise EnregardError(what, _("go back to a backup: enregard library restore FILE"))


def _print_report(path: Path, report: "Report") -> None:
    counts = report.counts
    megabytes = _("{size} MB").format(size=number(report.size / 1e6, 1))
    click.echo(f"{path}  {megabytes}")
    for count, label in (
        (counts["articles"], _("articles")),
        (counts["segments"], _("translations")),
        (counts["clippings"], _("clippings")),
        (counts["analyses"], _("analyses")),
        (counts["queue"], _("waiting to be translated")),
    ):
        click.echo(f"{number(count):>10}  {label}")
    if report.index_was_off:
        click.echo(_("the search index was off and was made anew"))
    click.echo(_("all is well"))


@library.command(help=_("Write the whole library to FILE: articles, translations, clippings."))
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@as_one_document
def backup(file: Path, as_json: bool) -> None:
    """Write a copy of the library."""
    from articles.store import upkeep

    with _opened() as connection:
        upkeep.back_up(connection, file)
    if as_json:
        _print_json([{"file": str(file), "size": file.stat().st_size}])
    else:
        size = _("{size} MB").format(size=number(file.stat().st_size / 1e6, 1))
        click.echo(_("{path} is written ({size})").format(path=file, size=size))


@library.command(help=_("Make the library what it was in the backup FILE; the present one is kept aside."))
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@as_one_document
def restore(file: Path, as_json: bool) -> None:
    """Go back to a copy."""
    from articles import paths
    from articles.store import upkeep

    aside = upkeep.restore(paths.library_file(), file)
    if as_json:
        _print_json([{"file": str(paths.library_file()), "kept": str(aside)}])
    else:
        said = _("the library is what it is in {path}; what it was is kept as {aside}")
        click.echo(said.format(path=file, aside=aside))


@contextmanager
def _opened() -> "Iterator[Connection]":
    """The library; where a damaged one was set aside, that is said."""
    from articles import paths
    from articles.store import database

    path = paths.library_file()
    told = database.mended(path)
    if told is not None:
        complain(told)
    with database.opened(path) as connection:
        yield connection


def _print_json(rows: list[dict[str, Any]]) -> None:
    print_json({"library": rows})


def _row(entry: "Entry") -> dict[str, Any]:
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


def _hit_row(hit: "Hit") -> dict[str, Any]:
    found = {"sentence": hit.sentence, "french": hit.french or None, "english": hit.english}
    where = {"in_title": hit.in_title, "in_note": hit.in_note, "matches": hit.count}
    return {"article": _row(hit.entry), **found, **where}


def _print_entries(entries: "Sequence[Entry]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    # TRANSLATORS: an article that was not opened yet, is being read, was read to its end
    words = {"new": _("new"), "reading": _("reading"), "read": _("read")}
    table = Table(box=None, pad_edge=False)
    for head in (_("id"), _("state"), _("progress"), _("date"), _("title"), _("tags")):
        table.add_column(head, overflow="fold")
    for entry in entries:
        table.add_row(
            entry.id[:_ID_SHOWN],
            words[str(entry.state)],
            f"{round(100 * entry.progress)} %",
            Text(entry.published or entry.added[:10]),
            Text(one_line(entry.title)),
            Text(", ".join(entry.tags)),
        )
    if is_terminal():
        print_laid_out([table])
    else:
        Console(soft_wrap=True).print(table)
