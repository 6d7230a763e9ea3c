"""Where actors are named: at an offset, before a word, in a sentence or a quote."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Actor
from articles.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where an actor is named; `actor` is an index into the article's actors."""

    span: Span
    actor: int


class Mentions:
    """The mentions of an article in order, and the quotes in which some of them stand."""

    def __init__(self, words: Words, actors: Sequence[Actor], quotes: Sequence[Span]) -> None:
        self._all = sorted(Mention(span, index) for index, one in enumerate(actors) for span in one.mentions)
        self._starts = [mention.span.start for mention in self._all]
        self._quotes = sorted(quotes, key=lambda span: span.start)
        self._by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in self._all:
            own = words.of(mention.span)
            if own:
                self._by_sentence[own[0].sentence].append(mention)

    def at(self, offset: int) -> int | None:
        """The actor named at an offset."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and offset in self._all[place].span:
            return self._all[place].actor
        return None

    def starting(self, offset: int) -> int | None:
        """The actor whose name begins at an offset."""
        place = bisect_right(self._starts, offset) - 1
        is_start = place >= 0 and self._starts[place] == offset
        return self._all[place].actor if is_start else None

    def before(self, word: Word) -> list[int]:
        """The actor of each mention before a word, the last first."""
        return [one.actor for one in reversed(self._all) if one.span.start < word.span.start]

    def beside(self, sentence: int, word: Word) -> Iterator[int]:
        """The actors named in a sentence before a word, outside quotation marks, the last first."""
        for mention in reversed(self._by_sentence.get(sentence, [])):
            start = mention.span.start
            if start < word.span.start and not self.is_quoted(start):
                yield mention.actor

    def in_quote_of(self, word: Word) -> list[int]:
        """The actors named before a word in the quote that holds it, the last first."""
        outer = next((span for span in self._quotes if word.span.start in span), None)
        if outer is None:
            return []
        own = [one.actor for one in self._all if outer.start <= one.span.start < word.span.start]
        return list(dict.fromkeys(reversed(own)))

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies between quotation marks."""
        return any(offset in span for span in self._quotes)
