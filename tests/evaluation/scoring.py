"""What the findings are worth against gold. Every figure is in percent.

Counts are summed over the articles before a percentage is taken; the figures of the summary are means
over the articles. An article counts for a measure only where both gold and the findings have the key.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from articles.spans import Span
from tests.evaluation.findings import SUMMARY_LENGTH, Findings, Named, Quoted
from tests.evaluation.gold import Editors, Gold

CLOSE_ENOUGH = 0.8
"""Of the characters that two spans cover, the share that both must cover for one to stand for the other."""

Pairs = Sequence[tuple[Gold, Findings]]
"""Gold articles, each with what was found in it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, predicted and there to find; its figure is F1."""

    matched: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return _percent(self.matched, self.predicted, is_perfect=self._is_void)

    @property
    def recall(self) -> float:
        return _percent(self.matched, self.gold, is_perfect=self._is_void)

    @property
    def percent(self) -> float:
        """The harmonic mean of precision and recall; 100 where nothing was there and nothing found."""
        return _percent(2 * self.matched, self.predicted + self.gold, is_perfect=self._is_void)

    @property
    def detail(self) -> str:
        return f"{self.matched}/{self.predicted}/{self.gold}"

    @property
    def _is_void(self) -> bool:
        return not self.predicted and not self.gold


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many; 0 where there were none."""

    part: int
    whole: int

    @property
    def percent(self) -> float:
        return _percent(self.part, self.whole)

    @property
    def detail(self) -> str:
        return f"{self.part}/{self.whole}"


@dataclass(frozen=True, slots=True)
class Mean:
    """Shares, one for each article, that count alike."""

    values: tuple[float, ...]

    @property
    def percent(self) -> float:
        return _percent(sum(self.values), len(self.values))

    @property
    def detail(self) -> str:
        return f"{len(self.values)} articles"


Figure = Tally | Share | Mean


def _percent(part: float, whole: int, *, is_perfect: bool = False) -> float:
    if not whole:
        return 100.0 if is_perfect else 0.0
    return 100 * part / whole


def scores(pairs: Pairs) -> dict[str, Figure]:
    """The figures by the key of their measure, in the order of MEASURES; what cannot be told is left out."""
    found = {measure: take(pairs) for measure, take in _TAKEN.items()}
    return {measure: figure for measure, figure in found.items() if figure is not None}


def sentence_ends(pairs: Pairs) -> Tally | None:
    """Ends of sentences found. White space does not count: an end is after so many visible characters."""
    tallies = []
    for gold, found in pairs:
        if gold.findings.sentences is not None and found.sentences is not None:
            visible = _visible_before(gold.text)
            ends = {visible[span.end] for span in gold.findings.sentences}
            predicted = {visible[span.end] for span in found.sentences}
            tallies.append(Tally(len(ends & predicted), len(predicted), len(ends)))
    return _total(tallies)


def quotes(pairs: Pairs) -> Tally | None:
    """Quotes found, one for one, where the spans are close enough."""
    return _total(
        [Tally(len(matched_quotes(gold, found)), len(found), len(gold)) for _, gold, found in _quotes(pairs)]
    )


def speakers(pairs: Pairs) -> Share | None:
    """Of the quotes found, those with the right speaker."""
    rights = [
        is_right_speaker(article, *pair)
        for article, gold, found in _quotes(pairs)
        for pair in matched_quotes(gold, found)
    ]
    return Share(sum(rights), len(rights)) if any(True for _ in _quotes(pairs)) else None


def quotes_with_speakers(pairs: Pairs) -> Tally | None:
    """Quotes found, one for one, with the right speaker."""
    return _total(
        [
            Tally(
                sum(is_right_speaker(article, *pair) for pair in matched_quotes(gold, found)),
                len(found),
                len(gold),
            )
            for article, gold, found in _quotes(pairs)
        ]
    )


def actors(pairs: Pairs) -> Tally | None:
    """Actors found by name, one for one: an actor found twice is found once and wrong once."""
    return _total(
        [
            Tally(len(matched_actors(article, found)), len(found), len(gold))
            for article, gold, found in _actors(pairs)
        ]
    )


def mentions(pairs: Pairs) -> Tally | None:
    """Mentions found with their exact span, whichever actor they were given to."""
    tallies = []
    for _, gold, found in _actors(pairs):
        spans, predicted = all_mentions(gold), all_mentions(found)
        tallies.append(Tally(len(spans & predicted), len(predicted), len(spans)))
    return _total(tallies)


def summary_overlap(pairs: Pairs) -> Mean | None:
    """F1 of the sentences chosen against the choice of that editor whom they follow more."""
    return _mean(pairs, _overlap)


def summary_acceptable(pairs: Pairs) -> Mean | None:
    """The share of the sentences chosen that would do; two that stand for one gold sentence count once."""
    return _mean(pairs, lambda reached, editors: _share(len(set(reached) & editors.acceptable), reached))


def summary_never(pairs: Pairs) -> Mean | None:
    """The share of the sentences chosen that belong in no summary: the one figure that should be low."""
    return _mean(pairs, lambda reached, editors: _share(sum(i in editors.never for i in reached), reached))


_TAKEN: dict[str, Callable[[Pairs], Figure | None]] = {
    "sentences": sentence_ends,
    "quotes": quotes,
    "speakers": speakers,
    "quotes_with_speakers": quotes_with_speakers,
    "actors": actors,
    "mentions": mentions,
    "summary_f1": summary_overlap,
    "summary_acceptable": summary_acceptable,
    "summary_never": summary_never,
}

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "sentences": "sentence ends, F1",
        "quotes": "quotes, F1",
        "speakers": "speaker right, of found",
        "quotes_with_speakers": "quote + speaker, F1",
        "actors": "actors, F1",
        "mentions": "mentions, F1",
        "summary_f1": "summary, F1@3",
        "summary_acceptable": "summary, acceptable",
        "summary_never": "summary, never (low)",
    }
)
"""What the measures are called, by key."""

LOW_IS_GOOD = frozenset({"summary_never"})
"""Measures whose figure should be low."""


def matched_quotes(gold: Sequence[Quoted], found: Sequence[Quoted]) -> list[tuple[Quoted, Quoted]]:
    """Gold quotes with what was found of them, one for one, the closest pairs first."""
    candidates = sorted(
        (-closeness(one.span, other.span), index, place)
        for index, one in enumerate(gold)
        for place, other in enumerate(found)
        if closeness(one.span, other.span) >= CLOSE_ENOUGH
    )
    pairs: dict[int, int] = {}
    for _, index, place in candidates:
        if index not in pairs and place not in pairs.values():
            pairs[index] = place
    return [(gold[index], found[place]) for index, place in sorted(pairs.items())]


def closeness(one: Span, other: Span) -> float:
    """Intersection over union: of the characters that two spans cover, the share that both cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared) if shared > 0 else 0.0


def is_right_speaker(article: Gold, quote: Quoted, found: Quoted) -> bool:
    """Whether the speaker found is the gold one by any name that the article gives it, or both are None."""
    if not quote.speaker or not found.speaker:
        return not quote.speaker and not found.speaker
    actor = next((a for a in article.findings.actors or () if a.name == quote.speaker), None)
    names = names_of(article.text, actor) if actor else {folded(quote.speaker)}
    return folded(found.speaker) in names


def matched_actors(article: Gold, found: Sequence[Named]) -> list[tuple[Named, Named]]:
    """The most pairs, one for one, of a gold actor and one that was found under any of its names."""
    gold = article.findings.actors or ()
    names = [names_of(article.text, actor) for actor in gold]
    options = [[i for i, own in enumerate(names) if folded(actor.name) in own] for actor in found]
    takers: dict[int, int] = {}
    for place in range(len(found)):
        _take(place, options, takers, set())
    return [(gold[index], found[place]) for index, place in sorted(takers.items())]


def _take(place: int, options: Sequence[Sequence[int]], takers: dict[int, int], tried: set[int]) -> bool:
    """Give `place` one of its options, moving who has it to another where that can be; whether it went."""
    for index in options[place]:
        if index in tried:
            continue
        tried.add(index)
        if index not in takers or _take(takers[index], options, takers, tried):
            takers[index] = place
            return True
    return False


def names_of(text: str, actor: Named) -> set[str]:
    """Every name that the text gives an actor, folded."""
    return {folded(actor.name), *(folded(span.of(text)) for span in actor.mentions)}


def folded(name: str) -> str:
    """A name without case, accents, outer and double spaces; curly apostrophes are straight."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def all_mentions(found: Sequence[Named]) -> set[Span]:
    """Where anybody is named."""
    return {span for actor in found for span in actor.mentions}


def gold_sentence(gold: Gold, span: Span) -> int | None:
    """The gold sentence that a span stands for: the first that shares most visible characters with it."""
    visible = _visible_before(gold.text)
    shared = [
        visible[min(span.end, own.end)] - visible[max(span.start, own.start)] if span.overlaps(own) else 0
        for own in gold.findings.sentences or ()
    ]
    most = max(shared, default=0)
    return shared.index(most) if most else None


def _visible_before(text: str) -> list[int]:
    """How many visible characters there are before each offset."""
    return list(accumulate((not character.isspace() for character in text), initial=0))


def _quotes(pairs: Pairs) -> Iterator[tuple[Gold, Sequence[Quoted], Sequence[Quoted]]]:
    for gold, found in pairs:
        if gold.findings.quotes is not None and found.quotes is not None:
            yield gold, gold.findings.quotes, found.quotes


def _actors(pairs: Pairs) -> Iterator[tuple[Gold, Sequence[Named], Sequence[Named]]]:
    for gold, found in pairs:
        if gold.findings.actors is not None and found.actors is not None:
            yield gold, gold.findings.actors, found.actors


def _total(tallies: Sequence[Tally]) -> Tally | None:
    if not tallies:
        return None
    return Tally(
        sum(tally.matched for tally in tallies),
        sum(tally.predicted for tally in tallies),
        sum(tally.gold for tally in tallies),
    )


_Reached = Sequence[int | None]
"""The gold sentences that a summary's sentences stand for; None for one that stands for none."""


def _mean(pairs: Pairs, take: Callable[[_Reached, Editors], float]) -> Mean | None:
    """The mean of a measure over the articles that editors summed up, each summary cut at three sentences."""
    values = []
    for gold, found in pairs:
        if gold.editors is not None and found.summary is not None:
            reached = [gold_sentence(gold, span) for span in found.summary[:SUMMARY_LENGTH]]
            values.append(take(reached, gold.editors))
    return Mean(tuple(values)) if values else None


def _overlap(reached: _Reached, editors: Editors) -> float:
    return max(
        2 * len(set(reached) & choice) / max(1, len(reached) + len(choice)) for choice in editors.choices
    )


def _share(count: int, reached: _Reached) -> float:
    return count / len(reached) if reached else 0.0
