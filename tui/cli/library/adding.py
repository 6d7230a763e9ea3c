"""Adding to the library from the command line, and translating ahead what waits in it."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _, ngettext, number
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.library.naming import ID_SHOWN, completed_tags, print_rows, row
from tui.cli.opening import opened
from tui.cli.saying import bar, complain, note_fetched

if TYPE_CHECKING:
    from articles.library.ahead import Progress


@click.command(
    short_help=_("Add files, folders or addresses."),
    help=with_examples(
        _(
            "Add files, folders or addresses to the library.\n\n"
            "With --translate, what was added is translated ahead of being read; Ctrl-C stops that, and "
            "enregard library add --translate goes on with it."
        ),
        "enregard library add presse/ --tag presse",
        "enregard library add https://example.org/article --translate",
    ),
)
@click.argument(
    "what",
    nargs=-1,
    metavar=_("[FILE|FOLDER|ADDRESS]") + "...",
    callback=options.checked_names,
    shell_complete=options.completed_files,
)
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar=_("TAG"),
    help=_("Tag them; can be repeated."),
    shell_complete=completed_tags,
)
@options.fetch
@click.option("--translate", "is_ahead", is_flag=True, help=_("Translate them now."))
@options.as_one_document
def add(what: tuple[str, ...], tags: tuple[str, ...], fetch: bool, is_ahead: bool, as_json: bool) -> None:
    """Add articles, and translate what waits."""
    from articles.gathering import Failed
    from articles.library.adding import add_all
    from articles.store import shelves

    if not what and not is_ahead:
        raise options.Misuse(_("name a file, a folder or an address"))
    added: dict[str, bool] = {}
    failures: list[EnregardError] = []
    alone: EnregardError | None = None
    with opened() as connection:
        for became in add_all(
            connection, what, tags=tags, is_for_ahead=is_ahead, fetches=fetch, tell=note_fetched
        ):
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
                    click.echo(said.format(id=became.article.id[:ID_SHOWN], title=title))
        rows = [entry for entry in (shelves.entry(connection, each) for each in added) if entry is not None]
    if is_ahead:
        _translate_ahead()
    if as_json:
        print_rows([{**row(entry), "new": added[entry.id]} for entry in rows])
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
    from articles.engine import installed_translator
    from articles.library.ahead import translate_ahead

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
