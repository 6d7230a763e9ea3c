"""Which words of the English face a French quote, as far as the marks in both tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.annotations import Analysis, Quote
from articles.article import Article
from articles.spans import Span, touched
from articles.translation import Translation

_QUOTATION = re.compile("“[^“”]+”?|\\A[^“”]+”")

_STRAIGHT_OPENING = re.compile(r"""(?<![^\s(\[‘'—–-])"(?=\S)""")

_OPENING, _CLOSING = "“«", "”»"


@dataclass(frozen=True, slots=True)
class FacingEnglish:
    """The English of a quote; not `is_exact` where it is the sentences around the quote."""

    words: str
    is_exact: bool


def outer_quotes(analysis: Analysis, sentence: Span) -> list[Quote]:
    """The quotes that share a character with a sentence and stand in no other quote."""
    quotes = analysis.outermost
    return [quotes[place] for place in touched(quotes, sentence)]


def quotations(english: str, quotes: Sequence[Quote]) -> list[Span] | None:
    """The spans in `english`, with their marks, that face the outer quotes of its sentence.

    None where the English has another number of quotations than the French.
    """
    found = [Span(*match.span()) for match in _QUOTATION.finditer(_curled(english))]
    return found if len(found) == len(quotes) else None


def english_of(
    article: Article, analysis: Analysis, quote: Quote, translations: Mapping[int, Translation]
) -> FacingEnglish | None:
    """The English of a quote, without its marks; None where a sentence of it has none."""
    words: list[str] = []
    is_exact = True
    for index in touched(article.sentences, quote.span):
        span = article.sentences[index].span
        found = translations.get(index)
        if found is None:
            return None
        part = _part(found.english, quote, span, outer_quotes(analysis, span))
        is_exact = is_exact and part is not None
        words.append(found.english if part is None else part)
    together = " ".join(words)
    return FacingEnglish(together.rstrip(",") if is_exact else together, is_exact) if words else None


def _part(english: str, quote: Quote, sentence: Span, quotes: Sequence[Quote]) -> str | None:
    """What of a sentence's English belongs to `quote`; None where it cannot be told."""
    if quote.span.covers(sentence):
        return _unquoted(english)
    spans = quotations(english, quotes)
    if spans is None or quote not in quotes:
        return None
    return _unquoted(spans[quotes.index(quote)].of(english))


def _unquoted(words: str) -> str:
    """Words without the marks around all of them, or those at an end whose counterpart is elsewhere."""
    words = words.strip()
    closed = _closed(_curled(words))
    last = len(words) - 1
    if words[:1] in ("“", "«", '"') and closed.get(0, last) == last:
        return words[1 : last if 0 in closed else None].strip()
    if words[-1:] in ("”", "»", '"') and last not in closed.values():
        return words[:last].strip()
    return words


def _curled(english: str) -> str:
    """The same characters, with quotation marks that tell which way they point."""
    if '"' not in english:
        return english
    return _STRAIGHT_OPENING.sub("“", english).replace('"', "”")


def _closed(words: str) -> dict[int, int]:
    """Where each mark that opens something is closed, by its place."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for place, character in enumerate(words):
        if character in _OPENING:
            opened.append(place)
        elif character in _CLOSING and opened:
            closed[opened.pop()] = place
    return closed
