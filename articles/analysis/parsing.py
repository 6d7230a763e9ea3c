"""Paragraphs as spaCy sees them. It keeps the French model once it is loaded."""

import re
from collections import deque
from collections.abc import Iterator
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

_NO_WORD = re.compile(r"\S{600}")
"""No word, and the tokenizer's time grows with its square: a sentence that holds it is left out."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A paragraph's tokens, with parts of speech, morphology, dependencies and entities.

    `base` is the offset of its first token in the canonical text; its sentences are those of the article.
    """

    paragraph: int
    base: int
    doc: "Doc"

    def span(self, first: "Token", last: "Token") -> Span:
        """The characters from the first token to the last, in the canonical text."""
        return Span(self.base + first.idx, self.base + last.idx + len(last))


@cache
def model() -> "Language":
    """The French model; loading it takes a second or two."""
    return french_model.load()


def parsed(article: Article) -> Iterator[Parsed]:
    """The paragraphs of an article, parsed, in order; a line break inside one counts as a space.

    A paragraph too long for the model comes in several parts, cut between sentences. Linear time; one
    part is in memory beside those that the caller keeps.
    """
    texts = ((_tokenised(article, part), part) for part in _parts(article))
    for doc, part in model().pipe(texts, as_tuples=True, batch_size=32):
        yield Parsed(part[0].paragraph, part[0].span.start, doc)


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


def _tokenised(article: Article, part: list[Sentence]) -> "Doc":
    """Tokens with the sentence starts pinned, so that the parser keeps to them."""
    base = part[0].span.start
    text = article.text[base : part[-1].span.end].replace("\n", " ")
    doc = model().make_doc(text)
    starts = deque(sentence.span.start - base for sentence in part[1:])
    for token in doc[1:]:
        token.is_sent_start = bool(starts) and token.idx + len(token) > starts[0]
        if token.is_sent_start:
            starts.popleft()
    return doc
