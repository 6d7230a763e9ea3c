"""An article with everything found in it as one JSON document: the contract that scripts lean on.

`document.schema.json`, beside this module, says the same as a JSON Schema.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from articles.annotations import Analysis
from articles.article import Article
from articles.canonical import flowed
from articles.facing import english_of
from articles.spans import Span
from articles.translation import Translation

SCHEMA = 1

SCHEMA_FILE = Path(__file__).with_name("document.schema.json")
"""The JSON Schema of the document, and under `$defs` of what holds a part of it."""


def document(
    article: Article,
    analysis: Analysis,
    translations: Mapping[int, Translation],
    *,
    language: str | None,
    sentences: int = 3,
) -> dict[str, Any]:
    """The document of an article; offsets are Python string indices into its `text`.

    `sentences` is the length of the summary, which stands in reading order.
    """
    return {
        "schema": SCHEMA,
        "article": article_part(article, language),
        "sentences": sentences_part(article, translations),
        "summary": summary_part(analysis, sentences),
        "quotes": quotes_part(analysis),
        "actors": actors_part(analysis),
    }


def article_part(article: Article, language: str | None) -> dict[str, Any]:
    """What the article is, with its text and paragraphs."""
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "source": article.source,
        "language": language,
        "text": article.text,
        "paragraphs": [
            {"start": paragraph.span.start, "end": paragraph.span.end, "kind": str(paragraph.kind)}
            for paragraph in article.paragraphs
        ],
    }


def named_part(article: Article) -> dict[str, Any]:
    """What the article is, without its text: for what holds a part of the document only."""
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "source": article.source,
    }


def sentences_part(article: Article, translations: Mapping[int, Translation]) -> list[dict[str, Any]]:
    """The sentences with their English; `english` and `origin` are null where nothing translated them."""
    rows = []
    for index, sentence in enumerate(article.sentences):
        found = translations.get(index)
        rows.append(
            {
                "start": sentence.span.start,
                "end": sentence.span.end,
                "paragraph": sentence.paragraph,
                "english": None if found is None else found.english,
                "origin": None if found is None else found.origin,
            }
        )
    return rows


def summary_part(analysis: Analysis, sentences: int) -> list[dict[str, Any]]:
    """The summary of so many sentences."""
    return [
        {"sentence": ranked.sentence, "score": round(ranked.score, 4)}
        for ranked in analysis.summary(sentences)
    ]


def quotes_part(analysis: Analysis) -> list[dict[str, Any]]:
    """The quotes in reading order."""
    return [
        {
            "start": quote.span.start,
            "end": quote.span.end,
            "speaker": quote.speaker,
            "cue": None if quote.cue is None else _pair(quote.cue),
            "sentence": quote.sentence,
            "described": None if quote.described is None else _pair(quote.described),
            "spoken": [_pair(span) for span in quote.spoken] or None,
        }
        for quote in analysis.quotes
    ]


def summary_in_words(
    article: Article, analysis: Analysis, translations: Mapping[int, Translation], sentences: int
) -> list[dict[str, Any]]:
    """The summary with its words: `french`, and `english` with its `origin`, or null."""
    rows = []
    for row in summary_part(analysis, sentences):
        found = translations.get(row["sentence"])
        rows.append(
            {
                **row,
                "french": article.words(row["sentence"]),
                "english": None if found is None else found.english,
                "origin": None if found is None else found.origin,
            }
        )
    return rows


def quotes_in_words(
    article: Article, analysis: Analysis, translations: Mapping[int, Translation]
) -> list[dict[str, Any]]:
    """The quotes with their words: `french`, and `english`, or null.

    `english` is that of the whole sentence where it cannot be told which of its words are quoted; then
    `exact` is false.
    """
    rows = []
    for row, quote in zip(quotes_part(analysis), analysis.quotes, strict=True):
        facing = english_of(article, analysis, quote, translations)
        rows.append(
            {
                **row,
                "french": flowed(quote.span.of(article.text)),
                "english": None if facing is None else facing.words,
                "exact": None if facing is None else facing.is_exact,
            }
        )
    return rows


def actors_part(analysis: Analysis) -> list[dict[str, Any]]:
    """The actors: people, organisations, places, of each kind those first that are named and quoted most."""
    return [
        {
            "name": actor.name,
            "kind": str(actor.kind),
            "role": actor.role,
            "mentions": [_pair(span) for span in actor.mentions],
            "quotes": list(actor.quotes),
        }
        for actor in analysis.by_weight
    ]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
