"""`enregard analyse`: everything that is found in articles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from articles.wording import _
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.options import FRENCH

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.cli.tables import Found


@click.command(
    help=with_examples(
        _(
            "Everything found in each ARTICLE.\n\n"
            "That is the summary, the quotes and the actors; with --json also the text, its sentences and the"
            " English that is known."
        ),
        "enregard analyse article.txt",
        "enregard analyse article.txt --json | jq '.quotes[].speaker'",
        "enregard analyse --json --jobs 4 articles/ > all.ndjson",
    )
)
@options.articles
@options.sentences
@click.option("--translate", is_flag=True, help=_("Make the English that is not known, with the pack."))
@options.jobs
@options.fetch
@options.as_json
def analyse(
    names: tuple[str, ...], sentences: int, translate: bool, jobs: int, fetch: bool, as_json: bool
) -> None:
    """Print all that is found in articles."""
    from articles.many import Wanted
    from tui.cli.parts import Form, print_each

    form = Form(
        document=lambda found: _document(found, sentences),
        lines=lambda found: _lines(found, sentences),
        laid_out=lambda found: _laid_out(found, sentences),
    )
    wanted = Wanted(translate=translate)
    print_each(names, wanted, form, lang=FRENCH, jobs=jobs, fetches=fetch, as_json=as_json)


def _document(found: "Found", sentences: int) -> dict[str, Any]:
    from articles.document import document

    return document(
        found.article, found.analysis, found.translations, language=found.language, sentences=sentences
    )


def _lines(found: "Found", sentences: int) -> Iterator[str]:
    from articles.exporting import words
    from tui.cli import tables

    analysis = found.analysis
    yield _("Summary")
    yield from tables.summary_lines(found, analysis.summary(sentences))
    yield ""
    yield _("Quotes")
    yield from tables.quote_lines(found, analysis.quotes)
    yield ""
    yield _("Actors")
    yield from tables.actor_lines(words.actors(found.article, analysis).values())


def _laid_out(found: "Found", sentences: int) -> "Iterator[RenderableType]":
    from rich.text import Text

    from articles.exporting import words
    from tui.cli import tables

    analysis = found.analysis
    yield Text(_("Summary"), "bold underline")
    yield from tables.summary_table(found, analysis.summary(sentences))
    yield ""
    yield Text(_("Quotes"), "bold underline")
    yield from tables.quote_table(found, analysis.quotes)
    yield ""
    yield Text(_("Actors"), "bold underline")
    yield from tables.actor_table(list(words.actors(found.article, analysis).values()))
