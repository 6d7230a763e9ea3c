"""`enregard actors`: who and what acts in an article."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from articles.wording import _
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.options import FRENCH

if TYPE_CHECKING:
    from articles.annotations import Actor
    from tui.cli.tables import Found


@click.command(
    help=with_examples(
        _("The people, organisations and places in each ARTICLE.\n\nThe weightiest stand first."),
        "enregard actors article.txt",
        "enregard actors article.txt --kind person --json",
    )
)
@options.articles
@click.option(
    "--kind", type=click.Choice(["person", "organisation", "place"]), help=_("Only actors of this kind.")
)
@options.jobs
@options.fetch
@options.as_json
def actors(names: tuple[str, ...], kind: str | None, jobs: int, fetch: bool, as_json: bool) -> None:
    """Print the actors of articles."""
    from articles.document import actors_part, named_part
    from articles.exporting import words
    from articles.many import Wanted
    from tui.cli import tables
    from tui.cli.parts import Form, print_each
    from tui.cli.saying import note

    def chosen(found: "Found") -> "Sequence[Actor]":
        actors = words.actors(found.article, found.analysis).values()
        return [actor for actor in actors if kind in (None, str(actor.kind))]

    form = Form(
        document=lambda found: {
            "article": named_part(found.article),
            "actors": [row for row in actors_part(found.analysis) if kind in (None, row["kind"])],
        },
        lines=lambda found: tables.actor_lines(chosen(found)),
        laid_out=lambda found: tables.actor_table(chosen(found)),
        has_any=lambda found: bool(chosen(found)),
    )
    if not print_each(names, Wanted(), form, lang=FRENCH, jobs=jobs, fetches=fetch, as_json=as_json):
        note(_nobody(kind))


def _nobody(kind: str | None) -> str:
    return {
        None: _("no actors were found"),
        "person": _("no people were found"),
        "organisation": _("no organisations were found"),
        "place": _("no places were found"),
    }[kind]
