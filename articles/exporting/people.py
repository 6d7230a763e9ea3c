"""The part of the page that says who is in the article, where, and what each has said."""

from collections.abc import Iterator, Sequence
from html import escape

from articles.annotations import Actor, Analysis, Quote
from articles.article import Article
from articles.canonical import one_line
from articles.exporting import words
from articles.exporting.columns import look, mention_id
from articles.wording import _


def people(article: Article, analysis: Analysis, language: str) -> str:
    """The actors, each with links to its mentions and quotes; then the quotes of nobody named."""
    rows = [
        *_actors(article, analysis, language),
        *_unattributed(article, analysis, language),
    ]
    if not rows:
        return ""
    heading = escape(_("Actors"))
    return (
        f'<section class="people" aria-labelledby="people">\n<h2 id="people">{heading}</h2>\n'
        f"<ul>\n{chr(10).join(rows)}\n</ul>\n</section>"
    )


def _actors(article: Article, analysis: Analysis, language: str) -> Iterator[str]:
    speakers = analysis.speakers
    for place, actor in words.actors(article, analysis).items():
        name = escape(one_line(actor.name))
        shown = f'<b class="q {look(speakers, actor.name)}">{name}</b>' if actor.quotes else f"<b>{name}</b>"
        role = (
            f', <span lang="{escape(language)}">{escape(one_line(actor.role))}</span>' if actor.role else ""
        )
        said = _said(article, [analysis.quotes[index] for index in actor.quotes], language)
        yield (
            f"<li>\n<p>{shown}{role} <small>{escape(words.actor_facts(actor))}</small>"
            f' <span class="jumps">{_jumps(place, actor)}</span></p>{said}\n</li>'
        )


def _jumps(place: int, actor: Actor) -> str:
    """A link to each mention of an actor."""
    links = []
    for number in range(len(actor.mentions)):
        label = _("{name}, mention {n}").format(name=one_line(actor.name), n=number + 1)
        links.append(f'<a href="#{mention_id(place, number)}" aria-label="{escape(label)}">{number + 1}</a>')
    return " ".join(links)


def _unattributed(article: Article, analysis: Analysis, language: str) -> Iterator[str]:
    quotes: dict[str, list[Quote]] = {}
    for quote in analysis.quotes:
        if quote.speaker is None:
            quotes.setdefault(words.speaker_shown(article, quote), []).append(quote)
    for nobody, own in quotes.items():
        shown = f'<i class="q nobody">{escape(nobody)}</i>'
        yield f"<li>\n<p>{shown}</p>{_said(article, own, language)}\n</li>"


def _said(article: Article, quotes: Sequence[Quote], language: str) -> str:
    """Quotes, each leading to the sentence it begins in."""
    if not quotes:
        return ""
    rows = "\n".join(
        f'<li><a href="#s{quote.sentence}" lang="{escape(language)}">'
        f"«\u00a0{escape(words.french(article, quote.span))}\u00a0»</a></li>"
        for quote in quotes
    )
    return f'\n<ul class="said">\n{rows}\n</ul>'
