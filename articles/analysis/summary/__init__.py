"""An extractive summary: the sentences of an article, in the order in which a summary takes them.

Sentences are taken one by one, each time the one worth most (`articles.analysis.summary.worth`) less what it
repeats of those taken (Carbonell and Goldstein, "The use of MMR", 1998), lazily as values only fall
(Minoux, "Accelerated greedy algorithms", 1978). Left out are headings, boilerplate, questions, fragments,
parts of longer quotes, and of two sentences that nearly say the same the one worth less. A sentence that
leans on the one before it (`summary.standing`) is taken after that one or never, so that any first n can
be read. Time and memory grow in line with the length of the article.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.parsing import Parsed
from articles.analysis.summary.pieces import (
    Piece,
    key_points,
    pieces,
    plain_text,
    question_paragraphs,
)
from articles.analysis.summary.standing import Standing, standing
from articles.analysis.summary.worth import Terms, Weights, centralities, scaled, term_counts, worth
from articles.annotations import Quote, RankedSentence
from articles.article import Article, ParagraphKind

_LEANING_WORTH = 0.7
"""What a sentence that leans on another keeps of its worth."""

_REPEATED_COST = 0.5
"""The part of its worth that a sentence loses if all its words were said before."""

_COMPARED = 40
"""Sentences taken first, with which the others are compared: more than a summary ever holds."""

_KEYS = 6
"""The rarest terms of a sentence, of which its near duplicate shares one."""

_PER_KEY = 8


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be taken, its terms and its worth."""

    index: int
    terms: Terms
    worth: float
    leans: bool


def ranking(
    article: Article, paragraphs: Sequence[Parsed], quotes: Sequence[Quote] = ()
) -> tuple[RankedSentence, ...]:
    """The sentences that a summary may take, the first ones first; scores never rise along the way."""
    candidates, weights = _candidates(article, paragraphs, quotes)
    return tuple(_taken(candidates, weights))


def _candidates(
    article: Article, paragraphs: Sequence[Parsed], quotes: Sequence[Quote]
) -> tuple[list[_Candidate], Weights]:
    """The sentences that may be taken, in order, and what terms weigh."""
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    where = [sentence.paragraph for sentence in article.sentences]
    found = list(pieces(article, paragraphs, quotes))
    body = [piece for piece in found if kinds[where[piece.index]] is ParagraphKind.BODY]
    counts = [term_counts(piece) for piece in body]
    weights = Weights(counts)
    terms = [weights.terms(one) for one in counts]
    central = centralities(body, terms, weights)
    close = _title_overlaps(terms, _title_terms(article, found, body, weights))
    asking, key = question_paragraphs(article), key_points(article)
    speakers = {
        word
        for quote in quotes
        if quote.speaker
        for word in plain_text(quote.speaker).split()
        if len(word) > 2
    }
    candidates = []
    for place, piece in enumerate(body):
        stands = Standing.NEVER if where[piece.index] in asking else standing(piece)
        if stands is not Standing.NEVER:
            value = worth(
                piece,
                terms[place],
                place=place,
                centrality=central[place],
                title=close[place],
                speakers=speakers,
                is_key_point=where[piece.index] in key,
            )
            leans = stands is Standing.AFTER_PREVIOUS
            value *= _LEANING_WORTH if leans else 1.0
            candidates.append(_Candidate(piece.index, terms[place], value, leans))
    return candidates, weights


def _title_terms(
    article: Article, found: Sequence[Piece], body: Sequence[Piece], weights: Weights
) -> Terms | None:
    """The terms of the headings before the body; where there is none, those of its first full sentence."""
    if not body:
        return None
    title: Counter[str] = Counter()
    for piece in found:
        if piece.index >= body[0].index:
            break
        if article.paragraphs[article.sentences[piece.index].paragraph].kind is ParagraphKind.HEADING:
            title.update(term_counts(piece))
    return weights.terms(title) if title else None


def _title_overlaps(terms: Sequence[Terms], title: Terms | None) -> list[float]:
    """How much each sentence shares with the title; the lead stands for a title that is missing."""
    if title is None:
        title = next((one for one in terms if len(one.counts) >= 5), None)
    return scaled([one.cosine(title) if title else 0.0 for one in terms])


class _Taken:
    """The sentences taken so far, and whether another one nearly says the same as one of them."""

    def __init__(self, weights: Weights) -> None:
        self.indices: set[int] = set()
        self.compared: list[Terms] = []
        self._weights = weights
        self._by_key: defaultdict[str, list[Terms]] = defaultdict(list)

    def add(self, candidate: _Candidate) -> None:
        """Take a sentence."""
        self.indices.add(candidate.index)
        if len(self.compared) < _COMPARED:
            self.compared.append(candidate.terms)
        for key in self._keys(candidate.terms):
            if len(self._by_key[key]) < _PER_KEY:
                self._by_key[key].append(candidate.terms)

    def repeats(self, terms: Terms) -> bool:
        """Whether a sentence with these terms is a near duplicate of one taken."""
        return any(_nearly_same(terms, other) for key in self._keys(terms) for other in self._by_key[key])

    def _keys(self, terms: Terms) -> list[str]:
        """The rarest terms that come more than once in the article."""
        frequency = self._weights.frequency
        return sorted((t for t in terms.counts if frequency[t] > 1), key=lambda t: (frequency[t], t))[:_KEYS]


def _nearly_same(one: Terms, other: Terms) -> bool:
    """Whether two sentences have most of their content words in common."""
    mine, theirs = one.counts.keys(), other.counts.keys()
    if mine == theirs:
        return True
    shared, fewer = len(mine & theirs), min(len(mine), len(theirs))
    return fewer >= 5 and (shared >= 0.6 * len(mine | theirs) or shared >= 0.8 * fewer)


def _taken(candidates: Sequence[_Candidate], weights: Weights) -> list[RankedSentence]:
    """The candidates in the order in which they are taken.

    Each waits with a value that is too high or right: it is compared with those taken since it was valued,
    and waits again unless it is still the best.
    """
    taken = _Taken(weights)
    leaning = {candidate.index: candidate for candidate in candidates if candidate.leans}
    waiting = [(-one.worth, one.index, 0, 0.0, one) for one in candidates if not one.leans]
    heapq.heapify(waiting)
    order: list[RankedSentence] = []
    while waiting:
        value, index, seen, repeated, candidate = heapq.heappop(waiting)
        if seen < len(taken.compared):
            repeated = max(repeated, *(candidate.terms.cosine(one) for one in taken.compared[seen:]))
            value = -candidate.worth * (1 - _REPEATED_COST * min(1.0, repeated))
            heapq.heappush(waiting, (value, index, len(taken.compared), repeated, candidate))
        elif not taken.repeats(candidate.terms):
            taken.add(candidate)
            score = min(-value, order[-1].score) if order else -value
            order.append(RankedSentence(index, max(0.0, min(1.0, score))))
            if follower := leaning.get(index + 1):
                heapq.heappush(waiting, (-follower.worth, follower.index, 0, 0.0, follower))
    return order
