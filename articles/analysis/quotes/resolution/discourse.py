"""Who is spoken of, sentence by sentence: speakers and subjects before others."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from articles.analysis.quotes.resolution.descriptions import Description
from articles.analysis.quotes.resolution.mentions import Mentions
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Gender

REACH = 8
"""Sentences over which a pronoun or a title looks back."""

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
        self._unnamed: dict[int, Gender | None] = {}
        self._words_of: dict[int, list[Word]] = defaultdict(list)
        for word in words.words:
            self._words_of[word.sentence].append(word)

    def says(self, sentence: int, actor: int) -> None:
        """Note that an actor speaks in a sentence."""
        self._speakers[sentence].append(actor)

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
                if actor == UNNAMED:
                    self._unnamed[sentence] = word.gender
        return found

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
            if sentence < word.sentence or (actor != UNNAMED and self._is_named_before(actor, word)):
                found.setdefault(actor)
        for actor in self.mentions.beside(sentence, word):
            found.setdefault(actor)
        return list(found)

    def recent(self, word: Word) -> list[int]:
        """The actors before a word, the likeliest to be meant first: subjects and speakers, then others."""
        found: dict[int, None] = {}
        for sentence in range(word.sentence, max(-1, word.sentence - REACH), -1):
            for actor in self.near(sentence, word):
                if actor != UNNAMED:
                    found.setdefault(actor)
        return list(found)

    def _is_named_before(self, actor: int, word: Word) -> bool:
        return any(span.start < word.span.start for span in self.actors[actor].mentions)
