"""Which words of the English face a French quote, as far as the marks in both tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.annotations import Analysis, Quote
from articles.article import Article
from articles.spans import Span
from articles.translation import Translation

_QUOTATION = re.compile('“[^“”]+”?|[^“”]+”|"[^"]+"')

_MARKS = '“”"«» \u00a0\u202f'


@dataclass(frozen=True, slots=True)
class FacingEnglish:
    """The English of a quote; not `is_exact` where it is the sentences around the quote."""

    words: str
    is_exact: bool


def outer_quotes(analysis: Analysis, sentence: Span) -> list[Quote]:
    """The quotes that share a character with a sentence and stand in no other quote."""
    return [
        quote
        for quote in analysis.quotes
        if quote.span.overlaps(sentence)
        and not any(other.span.covers(quote.span) and other != quote for other in analysis.quotes)
    ]


def quotations(english: str, quotes: Sequence[Quote]) -> list[Span] | None:
    """The spans in `english`, with their marks, that face the outer quotes of its sentence.

    None where the English has another number of quotations than the French.
    """
    found = [Span(*match.span()) for match in _QUOTATION.finditer(english)]
    return found if len(found) == len(quotes) else None


def english_of(
    article: Article, analysis: Analysis, quote: Quote, translations: Mapping[int, Translation]
) -> FacingEnglish | None:
    """The English of a quote, without its marks; None where a sentence of it has none."""
    words: list[str] = []
    is_exact = True
    for index in range(quote.sentence, len(article.sentences)):
        span = article.sentences[index].span
        if span.start >= quote.span.end:
            break
        found = translations.get(index)
        if found is None:
            return None
        part = _part(found.english, quote, span, outer_quotes(analysis, span))
        is_exact = is_exact and part is not None
        words.append(found.english if part is None else part)
    return FacingEnglish(" ".join(words), is_exact) if words else None


def _part(english: str, quote: Quote, sentence: Span, quotes: Sequence[Quote]) -> str | None:
    """What of a sentence's English belongs to `quote`; None where it cannot be told."""
    if quote.span.covers(sentence):
        return english.strip(_MARKS)
    spans = quotations(english, quotes)
    if spans is None or quote not in quotes:
        return None
    return spans[quotes.index(quote)].of(english).strip(_MARKS)
