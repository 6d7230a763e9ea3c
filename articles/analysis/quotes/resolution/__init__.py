"""Who a phrase means: a name, a title, a pronoun or an institution, resolved to an actor of the article.

A wrong name is worse than none: a phrase with a complement of its own (*le patron du bar*) or an
indefinite one (*une régisseuse*) is nobody who was named, unless the text has said so.
"""

from collections.abc import Sequence

from articles.analysis.quotes.nouns import CIVIL_GENDERS, CIVILITIES
from articles.analysis.quotes.phrases import Phrase, noun_of
from articles.analysis.quotes.resolution.descriptions import descriptions, gender_of
from articles.analysis.quotes.resolution.discourse import UNNAMED, Discourse
from articles.analysis.quotes.resolution.mentions import Mentions
from articles.analysis.quotes.resolution.pointing import (
    body_before,
    is_latter,
    is_one_of_two,
    latter,
    one_of_two,
    whoever_it_is_about,
)
from articles.analysis.quotes.resolution.pronouns import THIRD_PERSON, gender_of_pronoun, pronoun
from articles.analysis.quotes.resolution.subjects import subject
from articles.analysis.quotes.resolution.titles import title
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Actor, ActorKind, Gender
from articles.spans import Span

_FIRST_PERSON = frozenset("je j' me m' moi nous mon ma mes -je".split())


class Resolver:
    """Resolves phrases of one article to its actors; `quotes` are the outermost stretches between marks.

    It learns, quote by quote in reading order, who has spoken: `says` is called with each.
    """

    def __init__(self, words: Words, actors: Sequence[Actor], quotes: Sequence[Span]) -> None:
        self._words = words
        self._actors = descriptions(words, actors)
        self._mentions = Mentions(words, actors, quotes)
        self._discourse = Discourse(words, self._actors, self._mentions, subject)
        self._interviewee: int | None = None

    def says(self, sentence: int, name: str) -> None:
        """Note that an actor speaks in a sentence, so that pronouns after it may mean them."""
        index = next((i for i, one in enumerate(self._actors) if one.name == name), None)
        if index is not None:
            self._discourse.says(sentence, index)

    def says_unnamed(self, sentence: int, described: Span) -> None:
        """Note that somebody without a name speaks in a sentence: a pronoun after it means them."""
        self._discourse.says_unnamed(sentence, self._gender_of(described))

    def is_pronoun_for(self, phrase: Phrase, described: Span) -> bool:
        """Whether a phrase is a pronoun in the singular that agrees with a description."""
        head = self._words[phrase.head]
        if head.lower not in THIRD_PERSON or head.lower.lstrip("-").startswith(("ils", "elles", "eux")):
            return False
        gender = self._gender_of(described)
        return gender is None or gender is gender_of_pronoun(head)

    def _gender_of(self, described: Span) -> Gender | None:
        own = self._words.of(described)
        head = next((word for word in own if word.pos in ("NOUN", "PROPN")), None)
        return None if head is None else gender_of(self._words, own[0].place, head)

    def is_interview_of_most_named(self) -> None:
        """Take the article for an interview: *vous* and the author's *je* are the person named most."""
        people = [i for i, one in enumerate(self._actors) if one.is_person]
        self._interviewee = max(people, key=lambda i: len(self._actors[i].mentions), default=None)

    def is_named_at(self, offset: int) -> bool:
        """Whether an actor is named at an offset."""
        return self._mentions.at(offset) is not None

    def is_first_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is the author's or speaker's own voice."""
        return self._words[phrase.head].lower in _FIRST_PERSON

    def name(self, phrase: Phrase, *, is_where: bool = False, is_quoted: bool = False) -> str | None:
        """The name of the actor that a phrase means, or None.

        `is_where`: the phrase is where people speak, and no town does. `is_quoted`: it is somebody's quoted.
        """
        found = self._resolved(phrase, is_quoted=is_quoted)
        if is_where and found is not None and self._actors[found].kind is ActorKind.PLACE:
            return None
        return None if found is None else self._actors[found].name

    def subject_before(self, sentence: int) -> str | Phrase | None:
        """The person whom the sentence before is about, or the phrase for one who has no name."""
        for earlier in (sentence - 1, sentence - 2):
            for index in self._discourse.subjects(earlier):
                if index == UNNAMED:
                    return self._discourse.unnamed_phrase(earlier)
                if self._actors[index].is_person:
                    return self._actors[index].name
        return None

    def _resolved(self, phrase: Phrase, *, is_quoted: bool) -> int | None:
        head = self._words[phrase.head]
        if is_latter(self._words, phrase):
            return latter(head, self._discourse)
        if phrase.first == phrase.last and head.lower in THIRD_PERSON:
            return pronoun(head, self._discourse)
        if phrase.first == phrase.last and head.lower in ("ses", "son", "l'"):
            return whoever_it_is_about(head, self._discourse)
        if head.lower == "y":
            return body_before(head, self._discourse)
        if head.lower in ("vous", "-vous", *_FIRST_PERSON):
            return self._interviewee
        if head.lower in ("on", "-on", "tu", "-tu"):
            return None
        named = self._named(phrase)
        if named is not None:
            return named
        if is_one_of_two(self._words, phrase):
            return one_of_two(head, self._discourse)
        titled = title(phrase, self._discourse, is_quoted=is_quoted)
        if titled is not None and self._actors[titled].is_person:
            self._discourse.learns(titled, noun_of(self._words, phrase.head))
        return titled

    def _named(self, phrase: Phrase) -> int | None:
        """The actor whom the phrase names: at its head, right behind its title, or in apposition."""
        words = self._words
        complement = brackets = False
        for place in range(phrase.first, phrase.last + 1):
            word = words[place]
            if word.lower in ("(", ")"):
                brackets = word.lower == "("
            elif word.lower in ("de", "du", "des", "d'"):
                complement = True
            elif word.lower == ",":
                complement = False
            found = self._mentions.starting(word.span.start)
            if found is None or brackets:
                continue
            is_person = self._actors[found].is_person
            is_head = self._mentions.at(words[phrase.head].span.start) == found
            if is_head or not complement or (is_person and self._closes_title(place, phrase)):
                return self._of_civility(found, words[place - 1] if place > phrase.first else word)
        return None

    def _of_civility(self, found: int, before: Word) -> int | None:
        """The actor of a name behind *M.* or *Mme*: the one of that surname and gender, or nobody."""
        gender = CIVIL_GENDERS.get(before.lower)
        own = self._actors[found]
        if gender is None or own.gender in (gender, None):
            return found
        surname = own.name.split()[-1]
        others = [
            index
            for index, one in enumerate(self._actors)
            if one.is_person and one.gender is gender and one.name.split()[-1] == surname
        ]
        return others[0] if len(others) == 1 else None

    def _closes_title(self, place: int, phrase: Phrase) -> bool:
        """Whether a person's name ends a title with a complement: le chef de la diplomatie X."""
        before = place - 1
        while before > phrase.first and self._words[before].lower in CIVILITIES:
            before -= 1
        if before < phrase.first or self._words[before].lower in ("de", "du", "des", "d'"):
            return False
        return self._words[before].pos in ("NOUN", "ADJ", "PROPN", "VERB")
