"""The sentences of an article with their words, and which of them are questions of an interview."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from articles.analysis.parsing import Parsed
from articles.analysis.summary import leaning
from articles.annotations import Quote
from articles.article import Article

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_OPENERS, _CLOSERS = "«“‹", "»”›"

_BULLETS = "•▪‣◦·*-–"

_WHAT_MATTERS = re.compile(
    r"(?:l'essentiel|en bref|à retenir|ce qu'il faut (?:retenir|savoir)|ce que l'on sait|les points clés"
    r"|les principaux points|le point)(?: (?:de|à|sur) .{1,60})?\s?[:.]?"
)
"""What stands over such a list."""

_LONGEST_QUESTION = 500
"""Characters of a paragraph beyond which it is no question of an interview."""

_LONGEST_REMARK = 300
"""Characters of a paragraph by which an interviewer may ask without a question mark."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with its words and the parts of its text between quotation marks.

    `index` is the sentence's in the article; `inside` has a 1 for each character of `text` between
    quotation marks, marks included. `is_cut` says that it begins or ends inside a quote, `opens` that it
    opens its paragraph.
    """

    index: int
    words: "Words"
    text: str
    inside: bytes
    is_cut: bool
    opens: bool

    def is_quoted(self, token: "Token") -> bool:
        """Whether a word of the sentence stands between quotation marks."""
        return bool(self.inside[token.idx - self.words.start_char])

    @property
    def plain(self) -> str:
        """The text as `plain_text`."""
        return plain_text(self.text)

    @property
    def own_text(self) -> str:
        """The plain text, the letters between quotation marks blanked."""
        return _blanked(self.text, self.inside)

    @property
    def quoted_share(self) -> float:
        """The part of the text between quotation marks, from 0 to 1."""
        return sum(self.inside) / max(1, len(self.text))


def plain_text(text: str) -> str:
    """`text` in lower case with straight apostrophes and plain spaces; no character more or less."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return small.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def pieces(article: Article, paragraphs: Sequence[Parsed], quotes: Sequence[Quote] = ()) -> Iterator[Piece]:
    """The sentences of the parsed paragraphs, in order. Linear time."""
    starts = [sentence.span.start for sentence in article.sentences]
    is_inside = _Inside(quotes)
    last = -1
    for parsed in paragraphs:
        text = parsed.doc.text
        depths, stray = quote_depths(text)
        for words in parsed.doc.sents:
            if not words.text.strip():
                continue
            start, end = words.start_char, words.start_char + len(words.text.rstrip())
            index = bisect_right(starts, parsed.at(start + len(words[0]) - 1)) - 1
            is_cut = (
                (start > 0 and depths[start - 1] > 0)
                or depths[end - 1] > 0
                or bisect_left(stray, start) < bisect_left(stray, end)
                or is_inside.at(parsed.at(start))
                or is_inside.at(parsed.at(end - 1) + 1)
            )
            inside = bytes(
                bool(depths[offset] or (offset and depths[offset - 1]))
                for offset in range(start, words.end_char)
            )
            yield Piece(index, words, words.text, inside, is_cut, parsed.paragraph != last)
            last = parsed.paragraph


class _Inside:
    """Where quotes found before run on across a boundary."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        spans = sorted((quote.span.start, quote.span.end) for quote in quotes)
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def at(self, offset: int) -> bool:
        """Whether a quote begins before `offset` and ends after it."""
        before = bisect_left(self._starts, offset)
        return before > 0 and self._furthest[before - 1] > offset


def quote_depths(text: str) -> tuple[list[int], list[int]]:
    """How many quotes are open after each character of a paragraph, and where marks close nothing.

    A straight mark closes if one is open; after a figure it measures and opens nothing. A quote that
    nothing closes goes to the paragraph's end.
    """
    waiting: list[str] = []
    depths: list[int] = []
    stray: list[int] = []
    for offset, mark in enumerate(text):
        if mark in _OPENERS or (mark == '"' and _opens_straight(text, offset, waiting)):
            waiting.append(mark)
        elif mark in _CLOSERS or (mark == '"' and '"' in waiting):
            if waiting:
                _close(waiting, mark if mark == '"' else _OPENERS[_CLOSERS.index(mark)])
            else:
                stray.append(offset)
        depths.append(len(waiting))
    return depths, stray


def _opens_straight(text: str, offset: int, waiting: list[str]) -> bool:
    return '"' not in waiting and not text[max(0, offset - 1) : offset].isdigit()


def _close(waiting: list[str], opening: str) -> None:
    """Close the innermost quote that `opening` opened with what is inside it, else the innermost of all."""
    while opening in waiting and waiting[-1] != opening:
        waiting.pop()
    waiting.pop()


def question_paragraphs(article: Article) -> frozenset[int]:
    """The paragraphs in which an interviewer speaks, where several are questions.

    Where many are, a short paragraph that speaks to *vous* and not of *je* is one too.
    """
    texts = [
        paragraph.span.of(article.text) if len(paragraph.span) <= _LONGEST_QUESTION else ""
        for paragraph in article.paragraphs
    ]
    asking = {index for index, text in enumerate(texts) if text.endswith("?") and text[0] not in '«“"'}
    if len(asking) < 2:
        return frozenset()
    if len(asking) >= 3:
        asking |= {index for index, text in enumerate(texts) if _addresses(text)}
    return frozenset(asking)


def key_points(article: Article) -> frozenset[int]:
    """The paragraphs of the list in which an article itself says what matters, *L'essentiel*."""
    points: list[int] = []
    is_listing = False
    for index, paragraph in enumerate(article.paragraphs):
        text = paragraph.span.of(article.text) if len(paragraph.span) <= _LONGEST_QUESTION else ""
        is_item = text[:1] in _BULLETS and bool(text)
        if is_listing and is_item:
            points.append(index)
        is_listing = (is_listing and is_item) or _WHAT_MATTERS.fullmatch(plain_text(text)) is not None
    return frozenset(points)


def _addresses(text: str) -> bool:
    """Whether a paragraph is a short remark to somebody."""
    if not 0 < len(text) <= _LONGEST_REMARK:
        return False
    depths, _ = quote_depths(text)
    words = word_set(_blanked(text, [bool(depth) for depth in depths]))
    return bool(words & leaning.SECOND_PERSON) and not words & leaning.FIRST_PERSON


def word_set(plain: str) -> set[str]:
    """The words of a plain text, elided ones with their apostrophe, inverted pronouns apart."""
    return set("".join(c if c.isalnum() or c == "'" else " " for c in plain).replace("'", "' ").split())


def _blanked(text: str, inside: Sequence[int]) -> str:
    """The plain text without its quoted letters."""
    return "".join(
        " " if quoted and character.isalnum() else character
        for character, quoted in zip(plain_text(text), inside, strict=True)
    )
