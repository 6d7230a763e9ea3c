"""What the text tells of its actors beside their names: their gender, and the nouns that mean them."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.quotes.nouns import CIVILITIES
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Actor, ActorKind, Gender
from articles.spans import Span

POSSESSIVE = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes".split())

_ARTICLES = {
    "la": Gender.FEMININE,
    "une": Gender.FEMININE,
    "sa": Gender.FEMININE,
    "cette": Gender.FEMININE,
    "ce": Gender.MASCULINE,
    "cet": Gender.MASCULINE,
    "le": Gender.MASCULINE,
    "un": Gender.MASCULINE,
    "du": Gender.MASCULINE,
    "au": Gender.MASCULINE,
}


@dataclass(frozen=True, slots=True)
class Description:
    """An actor with the gender that the text gives it, and the nouns of its titles and appositions."""

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    gender: Gender | None
    nouns: frozenset[str]

    @property
    def is_person(self) -> bool:
        """Whether the actor is a person."""
        return self.kind is ActorKind.PERSON

    def agrees(self, words: Words, head: Word) -> bool:
        """Whether the actor may be meant by a noun of its gender; where one is not known, it may."""
        article = _ARTICLES.get(words[head.place - 1].lower if head.place else "")
        gender = article or head.gender
        return self.gender is None or gender is None or self.gender is gender


def descriptions(words: Words, actors: Sequence[Actor]) -> tuple[Description, ...]:
    """Each actor as the text describes it."""
    return tuple(
        Description(actor.name, actor.kind, actor.mentions, _gender(words, actor), _nouns(words, actor))
        for actor in actors
    )


def _gender(words: Words, actor: Actor) -> Gender | None:
    """A person's gender, or that of the noun or article before the first mention of a body."""
    if actor.gender is not None or actor.kind is ActorKind.PERSON:
        return actor.gender
    first = words.of(actor.mentions[0])
    if not first:
        return None
    place = first[0].place - 1
    before = words[place] if place >= 0 else first[0]
    if before.pos == "NOUN":
        return before.gender
    return _ARTICLES.get(before.lower) or (first[0].gender if first[0].pos == "NOUN" else None)


def _nouns(words: Words, actor: Actor) -> frozenset[str]:
    nouns: set[str] = set()
    if actor.kind is not ActorKind.PERSON:
        nouns |= {word.lower for word in words.of(actor.mentions[0]) if word.pos == "NOUN"}
        nouns |= {actor.name.split()[0].lower()}
    for span in actor.mentions:
        own = words.of(span)
        if own:
            nouns |= _title_before(words, own[0]) | _apposition_after(words, own[-1])
    return frozenset(nouns)


def _title_before(words: Words, first: Word) -> set[str]:
    """The nouns of a title right before a name: l'entraîneur X ; le maire de Y, X ; son capitaine, X."""
    found: set[str] = set()
    place = first.place - 1
    if place >= 0 and words[place].lower in ("de", "du", "des", "d'"):
        return found
    while place >= 0 and words[place].lower in CIVILITIES:
        place -= 1
    if place >= 0 and words[place].lower == ",":
        place -= 1
    for _ in range(12):
        if place < 0 or words[place].sentence != first.sentence:
            return found
        word = words[place]
        if word.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ"):
            return set()
        if word.lower in ("de", "du", "des", "d'"):
            found.clear()
        elif word.pos == "NOUN":
            found.add(word.lower)
        elif word.pos == "DET" and found:
            is_complement = words[place - 1].lower in ("de", "d'")
            if word.lower in POSSESSIVE or not is_complement:
                return found
        place -= 1
    return set()


def _apposition_after(words: Words, last: Word) -> set[str]:
    """The first noun after a name and a comma: X, pharmacienne à Y ; X, la présidente de Z."""
    place = last.place + 1
    if place >= len(words) or words[place].lower not in (",", "("):
        return set()
    found: set[str] = set()
    for word in words.words[place + 1 : place + 5]:
        if word.pos in ("NOUN", "PROPN") and word.lower[:1].islower() and word.text[:1].islower():
            found.add(word.lower)
            break
        if word.pos not in ("DET", "ADJ", "NUM", "ADP", "ADV"):
            break
    return found
