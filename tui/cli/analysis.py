"""`enregard analyse`, `quotes`, `actors`, `summary`: what is found in an article."""

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from articles.annotations import Actor, Analysis
    from articles.article import Article

_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


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


@click.command()
@click.argument("article")
@click.option("-n", "sentences", type=click.IntRange(1), default=3, help="Sentences of the summary.")
@_as_json
def analyse(article: str, sentences: int, as_json: bool) -> None:
    """Everything found in ARTICLE: summary, quotes and actors, with the known English.

    \b
    enregard analyse article.txt
    enregard analyse article.txt --json | jq '.quotes[].speaker'
    """
    from articles import paths
    from articles.document import document
    from articles.language import detected_language
    from articles.store import database, memory

    opened, found = _opened(article)
    if not as_json:
        for heading, show in (("Summary", _show_summary), ("Quotes", _show_quotes), ("Actors", _show_actors)):
            click.secho(heading, bold=True)
            show(opened, found, sentences)
            click.echo()
        return
    texts = [_shown(sentence.span.of(opened.text)) for sentence in opened.sentences]
    with database.opened(paths.library_file()) as connection:
        known = memory.look_up(connection, texts)
    language = detected_language(opened.text)
    click.echo(
        json.dumps(document(opened, found, known, language=language, sentences=sentences), ensure_ascii=False)
    )


@click.command()
@click.argument("article")
@click.option("-n", "sentences", type=click.IntRange(1), default=3, help="Sentences of the summary.")
@_as_json
def summary(article: str, sentences: int, as_json: bool) -> None:
    """The sentences of ARTICLE that say the most, in reading order.

    \b
    enregard summary article.txt
    enregard summary -n 5 article.txt
    """
    from articles.document import summary_part

    opened, found = _opened(article)
    if as_json:
        _print_json({"summary": summary_part(found, sentences)})
    else:
        _show_summary(opened, found, sentences)


def _show_summary(article: "Article", analysis: "Analysis", sentences: int) -> None:
    for ranked in analysis.summary(sentences):
        click.echo(f"• {_shown(article.sentences[ranked.sentence].span.of(article.text))}")


@click.command()
@click.argument("article")
@click.option("--speaker", help="Only what this actor said; case and accents do not count.")
@_as_json
def quotes(article: str, speaker: str | None, as_json: bool) -> None:
    """The quotes of ARTICLE, each with whoever said it.

    \b
    enregard quotes article.txt
    enregard quotes article.txt --speaker lavrov
    """
    from articles.document import quotes_part

    opened, found = _opened(article)
    wanted = _folded(speaker or "")
    kept = [quote for quote in found.quotes if wanted in _folded(quote.speaker or "")] if speaker else None
    if as_json:
        rows = quotes_part(found)
        _print_json({"quotes": rows if kept is None else [rows[found.quotes.index(quote)] for quote in kept]})
        return
    for quote in found.quotes if kept is None else kept:
        click.echo(f"« {_shown(quote.span.of(opened.text))} »  — {quote.speaker or 'unattributed'}")


def _show_quotes(article: "Article", analysis: "Analysis", _: int) -> None:
    for quote in analysis.quotes:
        click.echo(f"« {_shown(quote.span.of(article.text))} »  — {quote.speaker or 'unattributed'}")


@click.command()
@click.argument("article")
@click.option("--kind", type=click.Choice(["person", "organisation", "place"]), help="Only these.")
@_as_json
def actors(article: str, kind: str | None, as_json: bool) -> None:
    """The people, organisations and places of ARTICLE, the weightiest first.

    \b
    enregard actors article.txt
    enregard actors article.txt --kind person --json
    """
    from articles.document import actors_part

    _, found = _opened(article)
    if as_json:
        _print_json({"actors": [row for row in actors_part(found) if kind in (None, row["kind"])]})
        return
    for actor in found.actors:
        if kind in (None, actor.kind):
            _show_actor(actor)


def _show_actors(_: "Article", analysis: "Analysis", __: int) -> None:
    for actor in analysis.actors:
        _show_actor(actor)


def _show_actor(actor: "Actor") -> None:
    role = f", {_shown(actor.role)}" if actor.role else ""
    said = f", quoted {len(actor.quotes)}×" if actor.quotes else ""
    click.echo(f"{actor.name}{role} ({actor.kind}, named {len(actor.mentions)}×{said})")


def _folded(words: str) -> str:
    import unicodedata

    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
