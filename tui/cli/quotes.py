"""`enregard quotes`: who said what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from articles.wording import _
from tui.cli import options
from tui.cli.helping import with_examples
from tui.cli.options import BOTH, ENGLISH, FRENCH

if TYPE_CHECKING:
    from articles.annotations import Quote
    from tui.cli.tables import Found


@click.command(
    help=with_examples(
        _(
            "Who said what in each ARTICLE.\n\n"
            "English that is asked for and not remembered is made with the language pack."
        ),
        "enregard quotes article.txt --lang both",
        "enregard quotes articles/ --speaker lavrov --json",
    )
)
@options.articles
@click.option(
    "--speaker", metavar=_("NAME"), help=_("Only what this speaker said; case and accents do not count.")
)
@options.languages(FRENCH, ENGLISH, BOTH, default=FRENCH)
@options.jobs
@options.fetch
@options.as_json
def quotes(
    names: tuple[str, ...], speaker: str | None, lang: str, jobs: int, fetch: bool, as_json: bool
) -> None:
    """Print the quotes of articles."""
    from articles.document import named_part, quotes_in_words
    from articles.many import Wanted
    from tui.cli import tables
    from tui.cli.parts import Form, print_each

    asked = _Asked(speaker)

    def document(found: "Found") -> dict[str, Any]:
        rows = quotes_in_words(found.article, found.analysis, found.translations)
        kept = asked.among(found)
        chosen = [row for row, quote in zip(rows, found.analysis.quotes, strict=True) if quote in kept]
        return {"article": named_part(found.article), "quotes": chosen}

    form = Form(
        document=document,
        lines=lambda found: tables.quote_lines(found, asked.among(found)),
        laid_out=lambda found: tables.quote_table(found, asked.among(found)),
    )
    print_each(
        names, Wanted(translate=lang != FRENCH), form, lang=lang, jobs=jobs, fetches=fetch, as_json=as_json
    )
    asked.tell_of_nothing()


class _Asked:
    """Whose quotes are asked for, and who was found to speak."""

    def __init__(self, speaker: str | None) -> None:
        from articles import finding

        self._speaker = speaker
        self._pattern = finding.pattern(speaker or "")
        self._speakers: dict[str, None] = {}
        self._has_found = False

    def among(self, found: "Found") -> "Sequence[Quote]":
        """The quotes of an article that were asked for."""
        from articles.finding import spans

        said = found.analysis.quotes
        self._speakers.update(dict.fromkeys(quote.speaker for quote in said if quote.speaker))
        wanted = self._pattern
        if wanted is not None:
            said = tuple(quote for quote in said if spans(wanted, quote.speaker or ""))
        self._has_found = self._has_found or bool(said)
        return said

    def tell_of_nothing(self) -> None:
        """Say so where nothing was found, and who else speaks."""
        from tui.cli.saying import note

        if self._has_found:
            return
        if self._speaker is None or not self._speakers:
            note(_("no quotes were found") if self._speaker is None else _("nobody is quoted by name"))
            return
        said = _("nobody called {name} is quoted; these are: {names}")
        note(said.format(name=self._speaker, names=", ".join(self._speakers)))
