"""What an article is: one canonical text, with paragraphs and sentences as spans over it."""

from dataclasses import dataclass
from enum import StrEnum

from articles.canonical import flowed
from articles.spans import Span


class ParagraphKind(StrEnum):
    """What a paragraph is for."""

    HEADING = "heading"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its span, without outer white space, and its kind."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, without outer white space, and the index of its paragraph."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; nothing in it changes afterwards.

    `id` is the SHA-256 of the canonical text in UTF-8, in hexadecimal. Paragraphs and sentences are
    in the order of the text and never overlap. `published` is an ISO date, `site` the newspaper, feed or
    book that the article stands in.
    """

    id: str
    text: str
    title: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    byline: str | None = None
    published: str | None = None
    site: str | None = None

    def words(self, sentence: int) -> str:
        """The words of the sentence with this index on one line: as they are translated and remembered."""
        return flowed(self.sentences[sentence].span.of(self.text))
