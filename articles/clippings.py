"""What the reader has copied from an article, with its place, so that it can be found and cited again."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from articles import facing
from articles.annotations import Analysis, Quote
from articles.article import Article
from articles.canonical import flowed
from articles.spans import Span
from articles.translation import Translation


class ClippingKind(StrEnum):
    """What was copied."""

    QUOTE = "quote"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Clipping:
    """Copied words: `span` of the canonical text of the article with this id, and what they were.

    `french` and `english` stand on one line, without the marks around a quote. `is_exact` tells whether the
    English is the quote's own words, or the sentences around them; `names_speaker` that the words say who
    speaks, in an incise. `created` is ISO 8601 in UTC, given
    when the clipping is kept.
    """

    article: str
    span: Span
    kind: ClippingKind
    title: str
    source: str
    french: str
    site: str | None = None
    published: str | None = None
    english: str | None = None
    origin: str | None = None
    speaker: str | None = None
    is_exact: bool = True
    names_speaker: bool = False
    created: str | None = None


def clipping_of_sentence(
    article: Article, sentence: int, translations: Mapping[int, Translation]
) -> Clipping:
    """A sentence as a clipping."""
    span = article.sentences[sentence].span
    found = translations.get(sentence)
    return Clipping(
        article=article.id,
        span=span,
        kind=ClippingKind.SENTENCE,
        title=article.title,
        source=article.source,
        site=article.site,
        published=article.published,
        french=flowed(span.of(article.text)),
        english=None if found is None else found.english,
        origin=None if found is None else found.origin,
    )


def clipping_of_quote(
    article: Article, analysis: Analysis, quote: Quote, translations: Mapping[int, Translation]
) -> Clipping:
    """A quote as a clipping; its English where every sentence of it has one."""
    english = facing.english_of(article, analysis, quote, translations)
    found = translations.get(quote.sentence)
    return Clipping(
        article=article.id,
        span=quote.span,
        kind=ClippingKind.QUOTE,
        title=article.title,
        source=article.source,
        site=article.site,
        published=article.published,
        french=flowed(quote.span.of(article.text)),
        english=None if english is None else english.words,
        origin=None if english is None or found is None else found.origin,
        speaker=quote.speaker,
        is_exact=english is None or english.is_exact,
        names_speaker=quote.cue is not None and quote.span.covers(quote.cue),
    )
