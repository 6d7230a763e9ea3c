"""The sentences of an article that have English, as a translation memory."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

from articles.article import Article
from articles.store.memory import StoredSegment
from articles.translating import tmx as memories
from articles.translation import FRENCH_ENGLISH, Segment, Translation


def tmx(article: Article, translations: Mapping[int, Translation], kept: Mapping[int, str]) -> bytes:
    """The article's segments as TMX 1.4, equal ones once; `kept` says when each was first kept."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    segments: dict[Segment, str] = {}
    for index, found in sorted(translations.items()):
        segment = Segment(article.words(index), found)
        segments.setdefault(segment, kept.get(index, now))
    file = io.BytesIO()
    memories.write((StoredSegment(one, created) for one, created in segments.items()), file, FRENCH_ENGLISH)
    return file.getvalue()
