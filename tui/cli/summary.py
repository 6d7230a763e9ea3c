"""`enregard summary`: the sentences of an article that say the most."""

import click

from articles.wording import _
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.options import BOTH, ENGLISH, FRENCH


@click.command(
    help=with_examples(
        _(
            "The sentences of each ARTICLE that say the most.\n\n"
            "They stand in reading order. English that is asked for and not remembered is made with the"
            " language pack."
        ),
        "enregard summary article.txt",
        "enregard summary -n 5 --lang en article.txt",
    )
)
@options.articles
@options.sentences
@options.languages(FRENCH, ENGLISH, BOTH, default=FRENCH)
@options.jobs
@options.fetch
@options.as_json
def summary(names: tuple[str, ...], sentences: int, lang: str, jobs: int, fetch: bool, as_json: bool) -> None:
    """Print the summary of articles."""
    from articles.document import named_part, summary_in_words
    from articles.many import Wanted
    from tui.cli import tables
    from tui.cli.parts import Form, print_each
    from tui.cli.saying import note

    form = Form(
        document=lambda found: {
            "article": named_part(found.article),
            "summary": summary_in_words(found.article, found.analysis, found.translations, sentences),
        },
        lines=lambda found: tables.summary_lines(found, found.analysis.summary(sentences)),
        laid_out=lambda found: tables.summary_table(found, found.analysis.summary(sentences)),
        has_any=lambda found: bool(found.analysis.summary(sentences)),
    )
    wanted = Wanted(translate=lang != FRENCH)
    if not print_each(names, wanted, form, lang=lang, jobs=jobs, fetches=fetch, as_json=as_json):
        note(_("no sentences to sum up were found"))
