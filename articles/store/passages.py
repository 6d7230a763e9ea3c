"""An article's text as it is kept: cut into passages, its paragraphs and sentences as flat JSON.

Sentences are kept and not found anew: the reading position and what the index knows are counted in them,
and they must not move when a later version cuts otherwise. An article opened from its source again brings
its own, which then take the place of the old ones.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.article import Article, Paragraph, ParagraphKind, Sentence
from articles.canonical import one_line
from articles.spans import Span
from articles.store import memory
from articles.store.database import Connection

SENTENCES = 400
"""Of a passage: most articles are one, a book has hundreds and is indexed part by part."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences in a row: the index of the first, the text from `start` on that they stand in."""

    first: int
    start: int
    sentences: str
    french: str


def cut(article: Article) -> Iterator[Passage]:
    """The passages of an article, which together are its text; at least one."""
    firsts = _firsts(article)
    starts = [0, *(article.sentences[first].span.start for first in firsts[1:]), len(article.text)]
    for place, first in enumerate(firsts):
        own = article.sentences[first : first + SENTENCES]
        numbers = [n for each in own for n in (each.span.start, each.span.end, each.paragraph)]
        french = article.text[starts[place] : starts[place + 1]]
        yield Passage(first, starts[place], json.dumps(numbers, separators=(",", ":")), french)


def sentences(kept: str) -> tuple[Sentence, ...]:
    """The sentences in the JSON of a passage."""
    numbers = iter(json.loads(kept))
    triples = zip(numbers, numbers, numbers, strict=True)
    return tuple(Sentence(Span(start, end), paragraph) for start, end, paragraph in triples)


def kept_paragraphs(article: Article) -> str:
    """The paragraphs of an article as JSON."""
    rows = [[each.span.start, each.span.end, str(each.kind)] for each in article.paragraphs]
    return json.dumps(rows, separators=(",", ":"))


def paragraphs(kept: str) -> tuple[Paragraph, ...]:
    """The paragraphs in the JSON of an article."""
    return tuple(Paragraph(Span(start, end), ParagraphKind(kind)) for start, end, kind in json.loads(kept))


def last_to_read(article: Article) -> int:
    """The index of the last sentence that is no boilerplate."""
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    for index in reversed(range(len(article.sentences))):
        if kinds[article.sentences[index].paragraph] is not ParagraphKind.BOILERPLATE:
            return index
    return max(0, len(article.sentences) - 1)


def insert(connection: Connection, number: int, article: Article) -> None:
    """Keep the text of the article with this number, with the English that is remembered of it."""
    english = _remembered(connection, article)
    connection.executemany(
        "INSERT INTO passages (article, first, start, sentences, french, english) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, each.first, each.start, each.sentences, each.french, _lines(english, each.first))
            for each in cut(article)
        ),
    )


def refresh_english(connection: Connection, number: int, article: Article) -> None:
    """Let the English that is remembered by now be found in the article with this number."""
    english = _remembered(connection, article)
    connection.executemany(
        "UPDATE passages SET english = ?1 WHERE article = ?2 AND first = ?3 AND english <> ?1",
        ((_lines(english, first), number, first) for first in _firsts(article)),
    )


def _remembered(connection: Connection, article: Article) -> list[str]:
    words = [*map(article.words, range(len(article.sentences)))]
    known = memory.look_up(connection, words)
    return [one_line(known[index].english) if index in known else "" for index in range(len(words))]


def _lines(english: Sequence[str], first: int) -> str:
    return "\n".join(english[first : first + SENTENCES])


def _firsts(article: Article) -> range:
    return range(0, max(1, len(article.sentences)), SENTENCES)
