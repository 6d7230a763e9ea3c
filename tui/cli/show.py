"""`enregard show`: an article beside its English, printed."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from articles.wording import _
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.options import BOTH, ENGLISH, FRENCH, INTERLINEAR

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.cli.working import Done

_WIDTH = click.IntRange(20, 1_000)

_WIDTH.name = _("whole number")


@click.command(
    help=with_examples(
        _(
            "Each ARTICLE beside its English, the quotes marked.\n\n"
            "On a terminal they stand side by side; who speaks is listed on top, and a number in the margin"
            " says whose words a quote is. Elsewhere English paragraphs follow the French ones, and names"
            " stand after the quotes. English that is not remembered is made with the language pack."
        ),
        "enregard show article.txt",
        "enregard show --lang interlinear article.txt",
        "enregard show --plain article.txt",
    )
)
@options.articles
@options.languages(FRENCH, ENGLISH, BOTH, INTERLINEAR, default=BOTH)
@click.option("--width", type=_WIDTH, metavar="N", help=_("Lay out in N cells, wherever it is printed."))
@click.option(
    "--plain", "is_plain", is_flag=True, help=_("In lines without columns, as in a pipe: for screen readers.")
)
@options.fetch
@options.as_json
def show(
    names: tuple[str, ...], lang: str, width: int | None, is_plain: bool, fetch: bool, as_json: bool
) -> None:
    """Print articles beside their English."""
    from articles.document import article_part, quotes_part, sentences_part
    from articles.many import Wanted
    from tui.cli import plain_pages
    from tui.cli.printing import is_terminal, print_json, print_laid_out, print_lines
    from tui.cli.working import each, tell_what_lacks

    wanted = Wanted(translate=lang != FRENCH)
    with closing(each(names, wanted, fetches=fetch)) as done:
        if as_json:
            for one in done:
                known = one.known
                assert known.analysis is not None
                print_json(
                    {
                        "article": article_part(known.article, known.language),
                        "sentences": sentences_part(known.article, known.translations),
                        "quotes": quotes_part(known.analysis),
                    }
                )
                tell_what_lacks([one], wanted)
        elif (is_terminal() or width is not None) and not is_plain:
            shown = list(done)
            print_laid_out(_laid_out(shown, lang, width), width)
            tell_what_lacks(shown, wanted)
        else:
            for place, one in enumerate(done):
                if place:
                    click.echo()
                print_lines(plain_pages.lines(one.known, lang))
                tell_what_lacks([one], wanted)


def _laid_out(done: "Sequence[Done]", lang: str, width: int | None) -> "Iterator[RenderableType]":
    from articles import config, paths
    from tui.cli import facing_pages, printing

    measure = config.load(paths.config_file()).reader.width if width is None else width
    for place, one in enumerate(done):
        if place:
            yield ""
        yield from facing_pages.laid_out(one.known, lang, width or printing.width(), measure)
