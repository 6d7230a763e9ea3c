"""`enregard export`: an article with everything known about it, written down for use elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.errors import EnregardError
from articles.exporting import Format, format_of, written_as
from articles.wording import _, ngettext, number
from tui.cli.helping import with_examples

if TYPE_CHECKING:
    from articles.complete import Completed


@click.command(
    help=with_examples(
        _(
            "Write ARTICLE in French and English with what was found in it: as Markdown (md), as a page for a"
            " browser (html), as JSON, or as a translation memory (tmx)."
        ),
        "enregard export article.txt -o article.html",
        "enregard export article.txt --to md > notes.md",
    )
)
@click.argument("article")
@click.option(
    "--to",
    "to",
    type=click.Choice([str(known) for known in Format]),
    help=_("The format; without it, what the name of FILE says, else md."),
)
@click.option(
    "-o",
    "output",
    metavar=_("FILE"),
    type=click.Path(path_type=Path),
    help=_("Where to; - or nothing is standard output."),
)
@click.option("--force", is_flag=True, help=_("Overwrite FILE if it is there."))
@click.option(
    "-n", "sentences", type=click.IntRange(1), metavar="N", default=3, help=_("Sentences of the summary.")
)
def export(article: str, to: str | None, output: Path | None, force: bool, sentences: int) -> None:
    """Write an article in a format that others read."""
    from articles import atomic
    from articles.complete import completed, first_kept
    from articles.opening import article_from
    from articles.sources import read
    from tui.cli.saying import note_fetched

    file = None if output is None or str(output) == "-" else output
    wanted = Format(to) if to else (file and format_of(file)) or Format.MARKDOWN
    if file is not None:
        _check_free(file, force=force)
    raw = read(article)
    if raw.fetched is not None:
        note_fetched(raw.fetched)
    opened = article_from(raw)
    with translating() as tell:
        known = completed(opened, analyse=wanted is not Format.TMX, tell=tell)
    for trouble in _troubles(known):
        click.echo(f"enregard: {trouble}", err=True)
    data = written_as(
        wanted,
        opened,
        known.analysis,
        known.translations,
        language=known.language,
        summary=sentences,
        kept=first_kept(opened, known.translations) if wanted is Format.TMX else None,
    )
    if file is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with atomic.written(file) as written:
        written.write(data)


@contextmanager
def translating() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, where that is a terminal, while sentences are translated: what moves it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn(_("Translating"), markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None, visible=False)

        def tell(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=True)

        yield tell


def _check_free(file: Path, *, force: bool) -> None:
    if file.exists() and not file.is_file():
        what = _("{path} is no ordinary file").format(path=file)
        raise EnregardError(what, _("name a file, or - for standard output"))
    if not file.absolute().parent.is_dir():
        what = _("{path} is no folder").format(path=file.parent)
        raise EnregardError(what, _("make it, or choose another place"))
    if file.exists() and not force:
        raise EnregardError(_("{path} is already there").format(path=file), _("use --force to overwrite it"))


def _troubles(known: "Completed") -> Iterator[str]:
    """What whoever asked should know: what went wrong, and what has no English."""
    from articles.canonical import one_line

    yield from map(one_line, known.troubles)
    if known.untranslated:
        said = ngettext(
            "{count} sentence has no English: enregard packs install gets a language pack",
            "{count} sentences have no English: enregard packs install gets a language pack",
            known.untranslated,
        )
        yield said.format(count=number(known.untranslated))
