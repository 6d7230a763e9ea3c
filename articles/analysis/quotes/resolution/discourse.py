"""Who is spoken of, sentence by sentence: speakers and subjects before others."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from articles.analysis.quotes.phrases import Phrase
from articles.analysis.quotes.resolution.descriptions import Description
from articles.analysis.quotes.resolution.mentions import Mentions
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import ActorKind, Gender

REACH = 8
"""Sentences over which a pronoun or a title looks back."""

_PARTICIPLES = ("é", "ée", "i", "ie", "u", "ue", "is", "ise", "int", "inte", "uit", "uite")

UNNAMED = -1
"""Stands among actors for somebody who is not named."""


class Discourse:
    """An article's text and actors, with what is known so far of who speaks and who the subjects are.

    Actors are indices into `actors`. `meant` tells whom a subject means: it is asked when a sentence is
    first looked at, so that who spoke before is known, and may look further back here itself.
    """

    def __init__(
        self,
        words: Words,
        actors: Sequence[Description],
        mentions: Mentions,
        meant: Callable[[Word, "Discourse"], int | None],
    ) -> None:
        self.words = words
        self.actors = actors
        self.mentions = mentions
        self._meant = meant
        self._speakers: dict[int, list[int]] = defaultdict(list)
        self._subjects: dict[int, list[int]] = {}
        self._places: dict[tuple[int, int], int] = {}
        self._unnamed: dict[int, Gender | None] = {}
        self._unnamed_words: dict[int, Word] = {}
        self._learned: dict[int, set[str]] = defaultdict(set)
        self._words_of: dict[int, list[Word]] = defaultdict(list)
        for word in words.words:
            self._words_of[word.sentence].append(word)

    def says(self, sentence: int, actor: int) -> None:
        """Note that an actor speaks in a sentence."""
        self._speakers[sentence].append(actor)

    def subjects_before(self, sentence: int, word: Word) -> list[int]:
        """The subjects of a sentence that stand before a word, without places."""
        return [
            actor
            for actor in self.subjects(sentence)
            if actor == UNNAMED
            or (
                self.actors[actor].kind is not ActorKind.PLACE
                and (sentence < word.sentence or actor in self.mentions.beside(sentence, word))
            )
        ]

    def has_unknown_subject(self, sentence: int) -> bool:
        """Whether the subject of a sentence is a noun that means no actor."""
        return any(
            word.dep.startswith("nsubj")
            and word.pos == "NOUN"
            and not self.mentions.is_quoted(word.span.start)
            for word in self._words_of[sentence]
        )

    def says_unnamed(self, sentence: int, gender: Gender | None) -> None:
        """Note that somebody without a name speaks in a sentence."""
        self._speakers[sentence].append(UNNAMED)
        self._unnamed[sentence] = gender

    def speaker(self, sentence: int) -> int | None:
        """Who spoke last in a sentence."""
        speakers = self._speakers.get(sentence, [])
        return speakers[-1] if speakers else None

    def subjects(self, sentence: int) -> list[int]:
        """Who the subjects of a sentence are, in order, outside quotation marks; UNNAMED among them."""
        known = self._subjects.get(sentence)
        if known is not None:
            return known
        found = self._subjects[sentence] = []
        for word in self._words_of.get(sentence, []):
            is_subject = word.dep.startswith("nsubj") or (word.dep == "ROOT" and word.pos == "PROPN")
            if not is_subject or self.mentions.is_quoted(word.span.start):
                continue
            actor = self._meant(word, self)
            if actor is not None and actor not in found:
                found.append(actor)
                self._places[sentence, actor] = word.place
                if actor == UNNAMED:
                    self._unnamed.setdefault(sentence, word.gender)
                    self._unnamed_words[sentence] = word
        return found

    def learns(self, actor: int, noun: str) -> None:
        """Note that a noun has meant an actor."""
        self._learned[actor].add(noun)

    def nouns(self, actor: int) -> frozenset[str]:
        """The nouns by which the text calls an actor."""
        return self.actors[actor].nouns | self._learned[actor]

    def unnamed_phrase(self, sentence: int) -> Phrase | None:
        """The phrase of the somebody unnamed who is a subject of a sentence."""
        word = self._unnamed_words.get(sentence)
        return None if word is None else Phrase(word.place, word.place, word.place)

    def unnamed_gender(self, sentence: int) -> Gender | None:
        """The gender of the somebody unnamed who is a subject of a sentence."""
        return self._unnamed.get(sentence)

    def near(self, sentence: int, word: Word) -> list[int]:
        """The actors of one sentence that stand before `word`: its speakers, its subjects, the others."""
        found: dict[int, None] = {}
        if sentence < word.sentence:
            for actor in self._speakers.get(sentence, [])[::-1]:
                found.setdefault(actor)
        for actor in self.subjects(sentence):
            if sentence < word.sentence or self._places[sentence, actor] < word.place:
                found.setdefault(actor)
        if sentence < word.sentence or not self._opens_with_participle(sentence):
            for actor in self.mentions.beside(sentence, word):
                found.setdefault(actor)
        return list(found)

    def _opens_with_participle(self, sentence: int) -> bool:
        """Whether a sentence begins with what was done to its subject: Interrogé par X, il a répondu."""
        first = next((word for word in self._words_of[sentence] if word.pos != "PUNCT"), None)
        return (
            first is not None
            and first.pos in ("VERB", "ADJ")
            and not first.is_finite
            and first.lower.endswith(_PARTICIPLES)
        )

    def recent(self, word: Word) -> list[int]:
        """The actors before a word, the likeliest to be meant first: subjects and speakers, then others."""
        found: dict[int, None] = {}
        for sentence in range(word.sentence, max(-1, word.sentence - REACH), -1):
            for actor in self.near(sentence, word):
                if actor != UNNAMED:
                    found.setdefault(actor)
        return list(found)

    def is_about(self, actor: int, word: Word) -> bool:
        """Whether an actor spoke or was a subject in the sentences before a word."""
        return any(
            actor in self._speakers.get(sentence, []) or actor in self.subjects(sentence)
            for sentence in range(word.sentence, max(-1, word.sentence - REACH), -1)
        )

    def is_central(self, actor: int, word: Word) -> bool:
        """Whether an actor's gender is known, or they spoke or were a subject: no name that only fell."""
        if self.actors[actor].gender is not None or self._does_something(actor):
            return True
        return self.is_about(actor, word)

    def _does_something(self, actor: int) -> bool:
        """Whether a verb stands right behind one of an actor's names."""
        behind = (self.words.at_or_after(span.end) for span in self.actors[actor].mentions)
        return any(self.words[place].is_finite for place in behind if place < len(self.words))

    def _is_named_before(self, actor: int, word: Word) -> bool:
        return any(span.start < word.span.start for span in self.actors[actor].mentions)
