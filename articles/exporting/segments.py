"""The sentences of articles that have English, as a translation memory."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import BinaryIO

from articles.article import Article
from articles.store.memory import StoredSegment
from articles.translating import tmx as memories
from articles.translation import FRENCH_ENGLISH, Segment, Translation

Segments = dict[Segment, str]
"""Segments, equal ones once, each with when it was first kept (ISO 8601, UTC)."""


def add(
    article: Article, translations: Mapping[int, Translation], kept: Mapping[int, str], segments: Segments
) -> None:
    """Add what is translated of an article; `kept` says when, by sentence index, or it is now."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for index, found in sorted(translations.items()):
        segments.setdefault(Segment(article.words(index), found), kept.get(index, now))


def write(segments: Segments, file: BinaryIO) -> None:
    """Write segments as TMX 1.4."""
    stored = (StoredSegment(segment, created) for segment, created in segments.items())
    memories.write(stored, file, FRENCH_ENGLISH)


def tmx(article: Article, translations: Mapping[int, Translation], kept: Mapping[int, str]) -> bytes:
    """The segments of an article as TMX 1.4."""
    segments: Segments = {}
    add(article, translations, kept, segments)
    file = io.BytesIO()
    write(segments, file)
    return file.getvalue()
