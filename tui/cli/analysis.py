"""`enregard analyse`, `quotes`, `actors`, `summary`: what is found in an article."""

import json
from typing import TYPE_CHECKING, Any

import click

from articles.wording import _
from tui.cli.helping import with_examples
from tui.cli.options import COUNT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.annotations import Actor, Analysis, Quote
    from articles.article import Article

_as_json = click.option("--json", "as_json", is_flag=True, help=_("Print one JSON document."))

_sentences = click.option(
    "-n", "sentences", type=COUNT, metavar="N", default=3, help=_("Sentences of the summary.")
)


def _opened(given: str) -> "tuple[Article, Analysis]":
    from articles.analysing import analysed
    from articles.opening import open_article

    def make(article: "Article") -> "Analysis":
        from articles.analysis.pipeline import analyse

        return analyse(article)

    article = open_article(given)
    return article, analysed(article, make)


def _print_json(parts: dict[str, Any]) -> None:
    click.echo(json.dumps({"schema": 1, **parts}, ensure_ascii=False))


def _shown(words: str) -> str:
    from articles.canonical import flowed

    return flowed(words)


@click.command(
    help=with_examples(
        _("Everything found in ARTICLE: summary, quotes and actors, with the known English."),
        "enregard analyse article.txt",
        "enregard analyse article.txt --json | jq '.quotes[].speaker'",
    )
)
@click.argument("article")
@_sentences
@_as_json
def analyse(article: str, sentences: int, as_json: bool) -> None:
    """Print all that is found in an article."""
    from articles import paths
    from articles.document import document
    from articles.language import detected_language
    from articles.store import database, memory

    opened, found = _opened(article)
    if not as_json:
        _show_all(opened, found, sentences)
        return
    texts = [_shown(sentence.span.of(opened.text)) for sentence in opened.sentences]
    with database.opened(paths.library_file()) as connection:
        known = memory.look_up(connection, texts)
    language = detected_language(opened.text)
    click.echo(
        json.dumps(document(opened, found, known, language=language, sentences=sentences), ensure_ascii=False)
    )


def _show_all(article: "Article", analysis: "Analysis", sentences: int) -> None:
    click.secho(_("Summary"), bold=True)
    _show_summary(article, analysis, sentences)
    click.echo()
    click.secho(_("Quotes"), bold=True)
    _show_quotes(article, analysis.quotes)
    click.echo()
    click.secho(_("Actors"), bold=True)
    for actor in analysis.actors:
        _show_actor(actor)
    click.echo()


@click.command(
    help=with_examples(
        _("The sentences of ARTICLE that say the most, in reading order."),
        "enregard summary article.txt",
        "enregard summary -n 5 article.txt",
    )
)
@click.argument("article")
@_sentences
@_as_json
def summary(article: str, sentences: int, as_json: bool) -> None:
    """Print the summary of an article."""
    from articles.document import summary_part

    opened, found = _opened(article)
    if as_json:
        _print_json({"summary": summary_part(found, sentences)})
    else:
        _show_summary(opened, found, sentences)


def _show_summary(article: "Article", analysis: "Analysis", sentences: int) -> None:
    for ranked in analysis.summary(sentences):
        click.echo(f"• {_shown(article.sentences[ranked.sentence].span.of(article.text))}")


@click.command(
    help=with_examples(
        _("The quotes of ARTICLE, each with whoever said it."),
        "enregard quotes article.txt",
        "enregard quotes article.txt --speaker lavrov",
    )
)
@click.argument("article")
@click.option(
    "--speaker", metavar=_("NAME"), help=_("Only what this actor said; case and accents do not count.")
)
@_as_json
def quotes(article: str, speaker: str | None, as_json: bool) -> None:
    """Print the quotes of an article."""
    from articles.document import quotes_part

    opened, found = _opened(article)
    wanted = _folded(speaker or "")
    kept = [quote for quote in found.quotes if wanted in _folded(quote.speaker or "")] if speaker else None
    if as_json:
        rows = quotes_part(found)
        _print_json({"quotes": rows if kept is None else [rows[found.quotes.index(quote)] for quote in kept]})
        return
    _show_quotes(opened, found.quotes if kept is None else kept)


def _show_quotes(article: "Article", quotes: "Sequence[Quote]") -> None:
    for quote in quotes:
        speaker = quote.speaker or _("unattributed")
        click.echo(f"« {_shown(quote.span.of(article.text))} »  — {speaker}")


@click.command(
    help=with_examples(
        _("The people, organisations and places of ARTICLE, the weightiest first."),
        "enregard actors article.txt",
        "enregard actors article.txt --kind person --json",
    )
)
@click.argument("article")
@click.option("--kind", type=click.Choice(["person", "organisation", "place"]), help=_("Only these."))
@_as_json
def actors(article: str, kind: str | None, as_json: bool) -> None:
    """Print the actors of an article."""
    from articles.document import actors_part

    _article, found = _opened(article)
    if as_json:
        _print_json({"actors": [row for row in actors_part(found) if kind in (None, row["kind"])]})
        return
    for actor in found.actors:
        if kind in (None, actor.kind):
            _show_actor(actor)


def _show_actor(actor: "Actor") -> None:
    from articles.exporting.words import actor_facts

    who = f"{actor.name}, {_shown(actor.role)}" if actor.role else actor.name
    click.echo(f"{who} ({actor_facts(actor)})")


def _folded(words: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
