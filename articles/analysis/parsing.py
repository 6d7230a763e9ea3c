"""Paragraphs as spaCy sees them. It keeps the French model once it is loaded."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from articles.analysis import french_model
from articles.article import Article, Sentence
from articles.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_LONGEST_PART = 50_000
"""Characters that are parsed together: a long novel's chapter in one paragraph, and no more."""

_SPACES = re.compile(r"[ \t\n]{2,}")

_NO_WORD = re.compile(r"\S{600}")
"""No word, and the tokenizer's time grows with its square: a sentence that holds it is left out."""


@dataclass(frozen=True, slots=True)
class _Dropped:
    """White space left out: `count` characters in all before the offset `raw`, which is now `offset`."""

    raw: int
    offset: int
    count: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A paragraph's tokens, with parts of speech, morphology, dependencies and entities.

    `base` and `end` are the offsets of its first token and behind its last in the canonical text; its
    sentences are those of the article. Its words stand on one line, with single spaces, whatever line ends
    the text has: `at` tells where.
    """

    paragraph: int
    base: int
    end: int
    doc: "Doc"
    dropped: tuple[_Dropped, ...] = ()

    def at(self, offset: int) -> int:
        """Where the character at an offset of the doc stands in the canonical text."""
        if not self.dropped:
            return self.base + offset
        before = bisect_right(self.dropped, offset, key=lambda each: each.offset)
        return self.base + offset + (self.dropped[before - 1].count if before else 0)

    def span(self, token: "Token") -> Span:
        """The characters of a token in the canonical text."""
        return Span(self.at(token.idx), self.at(token.idx + len(token) - 1) + 1)


@cache
def model() -> "Language":
    """The French model; loading it takes a second."""
    return french_model.load()


def parsed(article: Article) -> Iterator[Parsed]:
    """The paragraphs of an article, parsed, in order; a line break inside one counts as one space.

    A paragraph too long for the model comes in several parts, cut between sentences. Linear time; one
    part is in memory beside those that the caller keeps.
    """
    texts = ((*_tokenised(article, part), part) for part in _parts(article))
    given = ((doc, (part, dropped)) for doc, dropped, part in texts)
    for doc, (part, dropped) in model().pipe(given, as_tuples=True, batch_size=32):
        yield Parsed(part[0].paragraph, part[0].span.start, part[-1].span.end, doc, dropped)


def _parts(article: Article) -> Iterator[list[Sentence]]:
    """The sentences of each paragraph, in parts that the model can take; longer ones are left out."""
    for _, own in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        part: list[Sentence] = []
        for sentence in own:
            is_read = _is_read(article, sentence)
            if part and (not is_read or sentence.span.end - part[0].span.start > _LONGEST_PART):
                yield part
                part = []
            if is_read:
                part.append(sentence)
        if part:
            yield part


def _is_read(article: Article, sentence: Sentence) -> bool:
    span = sentence.span
    return len(span) <= _LONGEST_PART and not _NO_WORD.search(article.text, span.start, span.end)


def _tokenised(article: Article, part: list[Sentence]) -> "tuple[Doc, tuple[_Dropped, ...]]":
    """Tokens with the sentence starts pinned, so that the parser keeps to them; what was left out."""
    base = part[0].span.start
    raw = article.text[base : part[-1].span.end]
    text, dropped = _flowed(raw)
    doc = model().make_doc(text)
    starts = deque(_moved(sentence.span.start - base, dropped) for sentence in part[1:])
    for token in doc[1:]:
        token.is_sent_start = bool(starts) and token.idx + len(token) > starts[0]
        if token.is_sent_start:
            starts.popleft()
    return doc, dropped


def _flowed(raw: str) -> tuple[str, tuple[_Dropped, ...]]:
    """A text with one space for each run of breakable white space, and where that left characters out."""
    dropped: list[_Dropped] = []
    count = 0
    for run in _SPACES.finditer(raw):
        count += len(run[0]) - 1
        dropped.append(_Dropped(run.end(), run.end() - count, count))
    return _SPACES.sub(" ", raw).replace("\n", " "), tuple(dropped)


def _moved(raw: int, dropped: Sequence[_Dropped]) -> int:
    """Where an offset is once white space was left out."""
    before = bisect_right(dropped, raw, key=lambda each: each.raw)
    return raw - (dropped[before - 1].count if before else 0)
