"""A very long text in parts that are analysed one after the other, and what was found put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from articles.annotations import Actor, ActorKind, Analysis
from articles.article import Article


def parts(article: Article, largest: int) -> Iterator[tuple[Article, int]]:
    """The article, cut between paragraphs into parts of about `largest` characters.

    Each has the whole text, so that spans stay what they are, but only its own paragraphs and sentences; the
    number is that of its first sentence in the article.
    """
    paragraph = sentence = 0
    while paragraph < len(article.paragraphs) or not paragraph:
        limit = article.paragraphs[paragraph].span.start + largest if article.paragraphs else 0
        end = paragraph + 1
        while end < len(article.paragraphs) and article.paragraphs[end].span.end <= limit:
            end += 1
        last = sentence
        while last < len(article.sentences) and article.sentences[last].paragraph < end:
            last += 1
        if (paragraph, end) == (0, max(1, len(article.paragraphs))):
            yield article, 0
        else:
            own = article.sentences[sentence:last]
            yield (
                replace(
                    article,
                    paragraphs=article.paragraphs[paragraph:end],
                    sentences=tuple(replace(one, paragraph=one.paragraph - paragraph) for one in own),
                ),
                sentence,
            )
        paragraph, sentence = end, last


def joined(article: str, found: Sequence[tuple[int, Analysis]]) -> Analysis:
    """What was found in the parts of an article, each with the number of its first sentence, as one analysis.

    Who is named in several parts is one actor; a last name alone is whoever it was in full before.
    """
    if len(found) == 1:
        return found[0][1]
    starts = [0, *accumulate(len(analysis.quotes) for _first, analysis in found)]
    actors: dict[str, Actor] = {}
    names: list[dict[str, str]] = []
    for (_first, analysis), start in zip(found, starts, strict=False):
        own = {actor.name: _known_as(actor, actors) for actor in analysis.actors}
        names.append(own)
        for actor in analysis.actors:
            moved = replace(actor, quotes=tuple(place + start for place in actor.quotes))
            known = actors.get(own[actor.name])
            actors[own[actor.name]] = moved if known is None else _merged(known, moved)
    quotes = tuple(
        replace(
            quote,
            sentence=quote.sentence + first,
            speaker=None if quote.speaker is None else own[quote.speaker],
        )
        for (first, analysis), own in zip(found, names, strict=True)
        for quote in analysis.quotes
    )
    ranked = (
        replace(each, sentence=each.sentence + first)
        for first, analysis in found
        for each in analysis.ranking
    )
    return Analysis(
        article=article,
        version=found[0][1].version,
        quotes=quotes,
        actors=tuple(actors.values()),
        ranking=tuple(sorted(ranked, key=lambda each: -each.score)),
    )


def _known_as(actor: Actor, known: dict[str, Actor]) -> str:
    """The name under which an actor is known from the parts before."""
    if actor.name in known or actor.kind is ActorKind.PLACE:
        return actor.name
    people = (name for name, one in known.items() if one.kind is ActorKind.PERSON)
    full = [name for name in people if name.endswith(f" {actor.name}")]
    return full[0] if len(full) == 1 else actor.name


def _merged(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        role=one.role or other.role,
        gender=one.gender or other.gender,
        quotes=(*one.quotes, *other.quotes),
    )
