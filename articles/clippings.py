"""What the reader has copied from an article, with its place, so that it can be found and cited again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from articles import facing
from articles.annotations import ActorKind, Analysis, Quote
from articles.article import Article
from articles.canonical import flowed, one_line
from articles.spans import Span
from articles.translation import Translation

_CLOSING = ",.;:!?…"

_FARTHEST = 12
"""Characters in which an article stands before its noun, line ends and indents included."""

_DETERMINER = re.compile(r"(?<!\w)(le|la|les|l[’']|du|des|au|aux)\s*\Z", re.IGNORECASE)

_CONTRACTED = {"du": "le", "au": "le", "des": "les", "aux": "les"}


class ClippingKind(StrEnum):
    """What was copied."""

    QUOTE = "quote"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Clipping:
    """Copied words: `span` of the canonical text of the article with this id, and what they were.

    `french` and `english` stand on one line, without the marks around a quote. `is_exact` tells whether the
    English is the quote's own words, or the sentences around them; `names_speaker` that the words say who
    speaks, in an incise. `attribution` is how French names whoever speaks where it is not by the bare name:
    *le rectorat de Dijon*, or *une riveraine* who has none. `created` is ISO 8601 in UTC, given when the
    clipping is kept.
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
    attribution: str | None = None
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
    """A quote as a clipping; its English where every sentence of it has one.

    The narrator's words between the marks are left out, as they are of the English.
    """
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
        french=_spoken(article, quote),
        english=None if english is None else english.words,
        origin=None if english is None or found is None else found.origin,
        speaker=quote.speaker,
        is_exact=english is None or english.is_exact,
        names_speaker=quote.cue is not None and quote.span.covers(quote.cue) and not quote.spoken,
        attribution=_attribution(article, analysis, quote),
    )


def _spoken(article: Article, quote: Quote) -> str:
    """The words of a quote, with "[…]" for an incise between them."""
    if not quote.spoken:
        return flowed(quote.span.of(article.text))
    words = flowed(quote.spoken[0].of(article.text))
    for before, part in pairwise(quote.spoken):
        mark = article.text[before.end : part.start].rstrip()[-1:]
        is_ended = words.endswith(tuple("?!…")) and mark in ".,"
        closing = mark if mark in _CLOSING and not is_ended else ""
        space = "\u00a0" if closing and closing in ";:!?" else ""
        words += f" […]{space}{closing} {flowed(part.of(article.text))}"
    return words


def _attribution(article: Article, analysis: Analysis, quote: Quote) -> str | None:
    """How French names the speaker where the bare name would not do: by a description, or with an article."""
    if quote.speaker is None and quote.described is not None:
        words = one_line(quote.described.of(article.text))
        before = _article_before(article, quote.described)
        return _inside(words) if before is None else f"{before}{words}"
    actor = next((actor for actor in analysis.actors if actor.name == quote.speaker), None)
    if actor is None or actor.kind is ActorKind.PERSON:
        return None
    own = (span for span in actor.mentions if one_line(span.of(article.text)) == actor.name)
    before = next(filter(None, (_article_before(article, span) for span in own)), None)
    return None if before is None else f"{before}{actor.name}"


def _article_before(article: Article, span: Span) -> str | None:
    """The article before words, with its space: that of *du rectorat* is *le*."""
    found = _DETERMINER.search(article.text, max(0, span.start - _FARTHEST), span.start)
    if found is None:
        return None
    determiner = _CONTRACTED.get(found[1].lower(), found[1].lower())
    return determiner if determiner[-1] in "’'" else f"{determiner} "


def _inside(words: str) -> str:
    """Words from the beginning of a sentence as they stand inside one: *une étude*, but *EDF*."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] in " ’'" else words
