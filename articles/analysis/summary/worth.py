"""What each sentence of an article is worth to a summary, from 0 to 1, redundancy left aside.

A weighted sum of what newspapers and the literature agree on, in round numbers:

- how central it is to the article: continuous degree centrality (Erkan and Radev, "LexRank", 2004), over
  words and over word vectors. The sum of a sentence's cosines with all others is its product with the sum
  of their unit vectors, so that it takes linear time, however long the text. Words are cut to their first
  letters (Torres-Moreno, "Beyond stemming and lemmatization", 2012) and weigh the logarithm of their
  frequency in the article;
- where it stands: near the beginning of the article, at the beginning of its paragraph;
- what it shares with the title and the lead, the names and figures in it (Edmundson, "New methods in
  automatic extracting", 1969), how much it holds, whether it tells what comes next;

times what it loses by leaning on other sentences, by speaking as *je* or to *vous*, by being a quote.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from articles.analysis.summary import leaning
from articles.analysis.summary.pieces import Piece, plain_text, word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREFIX = 6
"""Letters of a word that count: *exhorté* and *exhorter* are one term."""

_CONTENT = frozenset(("NOUN", "PROPN", "ADJ", "VERB", "NUM"))

_LEAD, _CENTRALITY, _SUBSTANCE = 5.0, 3.0, 2.0
_OPENING, _TITLE = 0.5, 1.0
_OUTLOOK = 1.5
"""What is to come, beside the lead, which has it anyway."""
_ALL = _CENTRALITY + _LEAD + _SUBSTANCE + _OPENING + _TITLE + _OUTLOOK

_HALF_LEAD = 4
"""Sentences after which the lead counts half."""

_ENOUGH_TERMS = 10
"""Content words of a sentence that says something whole."""

_LONG = 350
"""Characters from which a sentence is too much for a summary."""

_INNER_LINK = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, leaning.INNER_LINKS))})(?![\w'-])")
_SCENE = re.compile(rf"\W*(?:{'|'.join(map(re.escape, leaning.SCENES))})\s(?!\d)")
_EXPECTED = re.compile(
    r"\b(?:est|sont) (?:attendue?s?|prévue?s?|programmée?s?)\b|\bdoi(?:t|vent) (?:se prononcer|trancher"
    r"|rendre|voter|décider|être (?:examinée?|votée?|rendue?|jugée?)s?)\b"
)
"""What is to come, without a future tense."""
_GESTURE = re.compile(
    r"\b(?:lèv|secou|hauss|baiss|hoch|fronc|essui|crois|serr|tourn|pos|font|fait|fais|pinc)\w* (?:\w+ )?"
    r"(?:main|mains|tête|épaules|yeux|regard|bras|mine|sourcils|lèvres|voix)\b|\bgrise mine\b"
)
"""What a reporter sees people do, which is a scene and no news."""
_TONE = re.compile(r"[!…:][»”\"\s]*\Z")

_Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Terms:
    """The content words of a sentence: how often each comes, and the same as a unit vector."""

    counts: Mapping[str, int]
    unit: Mapping[str, float]

    def cosine(self, other: "Terms") -> float:
        """How much two sentences share, from 0 to 1."""
        few, many = sorted((self.unit, other.unit), key=len)
        return sum(weight * many.get(term, 0.0) for term, weight in few.items())


class Weights:
    """What the terms of an article weigh: the logarithm of how often they come in its body."""

    def __init__(self, counted: Iterable[Mapping[str, int]]) -> None:
        self.frequency: Counter[str] = Counter()
        for counts in counted:
            self.frequency.update(counts)

    def of(self, term: str) -> float:
        """A term's weight; one that the body lacks weighs as if it came once."""
        return math.log1p(max(1, self.frequency[term]))

    def terms(self, counts: Mapping[str, int]) -> Terms:
        """A sentence's terms, weighed."""
        weights = {term: self.of(term) for term in counts}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return Terms(counts, {term: weight / norm for term, weight in weights.items()})

    def vector(self, piece: Piece) -> _Vector:
        """The direction of a sentence's word vectors."""
        total = np.zeros(piece.words.doc.vocab.vectors_length, dtype=np.float32)
        for word in piece.words:
            if word.pos_ in _CONTENT and word.has_vector:
                norm = float(word.vector_norm)
                if norm:
                    total += np.float32(self.of(_term(word)) / norm) * word.vector
        norm = float(np.linalg.norm(total))
        return total / np.float32(norm) if norm else total


def _term(word: "Token") -> str:
    return plain_text(word.text)[:_PREFIX]


def term_counts(piece: Piece) -> Mapping[str, int]:
    """How often each content word comes in a sentence, cut to its first letters."""
    return Counter(
        _term(word)
        for word in piece.words
        if word.pos_ in _CONTENT and len(word) > 1 and any(map(str.isalnum, word.text))
    )


def centralities(body: Sequence[Piece], terms: Sequence[Terms], weights: Weights) -> list[float]:
    """How central each sentence of the body is to it: half by its words, half by their vectors."""
    if not body:
        return []
    lexical: Counter[str] = Counter()
    for own in terms:
        lexical.update(own.unit)
    vectors = np.stack([weights.vector(piece) for piece in body])
    by_words = [sum(lexical[term] * weight for term, weight in own.unit.items()) for own in terms]
    by_vectors = [float(value) for value in vectors @ vectors.sum(axis=0)]
    return [(one + other) / 2 for one, other in zip(scaled(by_words), scaled(by_vectors), strict=True)]


def scaled(values: Sequence[float]) -> list[float]:
    """The values divided by the largest one, none below 0."""
    most = max(values, default=0.0)
    return [max(0.0, value / most) if most > 0 else 0.0 for value in values]


def worth(
    piece: Piece,
    terms: Terms,
    *,
    place: int,
    centrality: float,
    title: float,
    speakers: set[str],
    is_key_point: bool = False,
) -> float:
    """What a sentence is worth, from 0 to 1: `place` counts the body's sentences before it.

    A key point is of those that the article itself lists as what matters: it may be short.
    """
    count = sum(terms.counts.values())
    size = min(1.0, count / _ENOUGH_TERMS) if len(piece.text) < _LONG else 0.8
    if is_key_point:
        size, place = 1.0, 0
    gained = (
        _CENTRALITY * centrality
        + _LEAD * _HALF_LEAD / (_HALF_LEAD + place)
        + _SUBSTANCE * _substance(piece)
        + _OPENING * piece.opens
        + _TITLE * title
        + _OUTLOOK * (place == 0 or _tells_what_comes(piece))
    )
    return size * _independence(piece, speakers) * gained / _ALL


def _substance(piece: Piece) -> float:
    """How many names and figures a sentence gives; somebody's age is not news."""
    names = {word.text for word in piece.words if word.pos_ == "PROPN"}
    figures = sum(
        (word.pos_ == "NUM" or word.text[0].isdigit())
        and piece.words.doc[word.i + 1 : word.i + 2].text != "ans"
        for word in piece.words
    )
    return min(1.0, (min(3, len(names)) + min(2, figures)) / 4)


def _tells_what_comes(piece: Piece) -> bool:
    if _EXPECTED.search(piece.own_text):
        return True
    return any("Fut" in word.morph.get("Tense", []) and not piece.is_quoted(word) for word in piece.words)


def _independence(piece: Piece, speakers: set[str]) -> float:
    """What is left of a sentence's worth after what it borrows from those around it."""
    own = piece.own_text
    words = word_set(own)
    left = 1.0
    if words & leaning.FIRST_PERSON or words & leaning.SECOND_PERSON:
        left *= 0.5
    elif words & leaning.FIRST_PLURAL:
        left *= 0.8
    if piece.quoted_share > 0.4:
        left *= 0.9 if _names_speaker(piece, words, speakers) else 0.6
    if piece.words[0].lower_ in leaning.POSSESSIVES or _SCENE.match(own):
        left *= 0.7
    if _GESTURE.search(own):
        left *= 0.6
    if _INNER_LINK.search(own):
        left *= 0.9
    if _TONE.search(piece.text):
        left *= 0.7
    return left


def _names_speaker(piece: Piece, words: set[str], speakers: set[str]) -> bool:
    """Whether a name stands outside the marks."""
    named = any(word.pos_ == "PROPN" and not piece.is_quoted(word) for word in piece.words)
    return named or bool(words & speakers)
