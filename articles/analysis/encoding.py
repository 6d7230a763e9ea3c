"""An analysis as JSON, for the cache and between processes: spans as pairs, nothing copied from the text."""

from typing import Any

from articles.annotations import Actor, ActorKind, Analysis, Gender, Quote, RankedSentence
from articles.article import Article
from articles.spans import Span


def encoded(analysis: Analysis) -> dict[str, Any]:
    """The analysis as a JSON object."""
    return {
        "article": analysis.article,
        "version": analysis.version,
        "quotes": [
            {
                "span": _pair(quote.span),
                "sentence": quote.sentence,
                "speaker": quote.speaker,
                "cue": None if quote.cue is None else _pair(quote.cue),
                "described": None if quote.described is None else _pair(quote.described),
                "spoken": [_pair(span) for span in quote.spoken],
            }
            for quote in analysis.quotes
        ],
        "actors": [
            {
                "name": actor.name,
                "kind": actor.kind,
                "mentions": [_pair(span) for span in actor.mentions],
                "role": actor.role,
                "gender": actor.gender,
                "quotes": list(actor.quotes),
            }
            for actor in analysis.actors
        ],
        "ranking": [[ranked.sentence, ranked.score] for ranked in analysis.ranking],
    }


def decoded(given: dict[str, Any], article: Article) -> Analysis:
    """The analysis in a JSON object, checked against the article that it is of.

    Raises ValueError, KeyError or TypeError when it is of another text or its spans do not fit.
    """
    analysis = Analysis(
        article=given["article"],
        version=given["version"],
        quotes=tuple(
            Quote(
                _span(quote["span"], article),
                _index(quote["sentence"], len(article.sentences)),
                quote["speaker"],
                None if quote["cue"] is None else _span(quote["cue"], article),
                None if quote["described"] is None else _span(quote["described"], article),
                tuple(_span(pair, article) for pair in quote["spoken"]),
            )
            for quote in given["quotes"]
        ),
        actors=tuple(
            Actor(
                name=actor["name"],
                kind=ActorKind(actor["kind"]),
                mentions=tuple(_span(pair, article) for pair in actor["mentions"]),
                role=actor["role"],
                gender=None if actor["gender"] is None else Gender(actor["gender"]),
                quotes=tuple(_index(index, len(given["quotes"])) for index in actor["quotes"]),
            )
            for actor in given["actors"]
        ),
        ranking=tuple(
            RankedSentence(_index(sentence, len(article.sentences)), float(score))
            for sentence, score in given["ranking"]
        ),
    )
    if analysis.article != article.id:
        raise ValueError("an analysis of another article")
    return analysis


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(pair: list[int], article: Article) -> Span:
    span = Span(*pair)
    if span.end > len(article.text):
        raise ValueError(f"{pair} lies outside the text")
    return span


def _index(index: int, count: int) -> int:
    if not 0 <= index < count:
        raise ValueError(f"{index} is none of {count}")
    return index
