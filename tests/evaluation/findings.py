"""What is found in an article, in the terms that are scored: by hand, by the analysis or by a baseline."""

from dataclasses import dataclass

from articles.analysis.pipeline import analyse
from articles.article import Article
from articles.spans import Span

SUMMARY_LENGTH = 3
"""Sentences in the summaries that are scored."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Reported words: their span, and the name of whom they belong to, or None."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """An actor: its name, and every place where it is named."""

    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found; None where nobody looked, which is not the same as nothing found.

    `summary` holds the sentences chosen, each as a span.
    """

    sentences: tuple[Span, ...] | None = None
    quotes: tuple[Quoted, ...] | None = None
    actors: tuple[Named, ...] | None = None
    summary: tuple[Span, ...] | None = None


def ours(article: Article) -> Findings:
    """What the analysis finds, with its summary of three sentences."""
    analysis = analyse(article)
    chosen = sorted(ranked.sentence for ranked in analysis.ranking[:SUMMARY_LENGTH])
    return Findings(
        sentences=tuple(sentence.span for sentence in article.sentences),
        quotes=tuple(Quoted(quote.span, quote.speaker) for quote in analysis.quotes),
        actors=tuple(Named(actor.name, actor.mentions) for actor in analysis.actors),
        summary=tuple(article.sentences[index].span for index in chosen),
    )
