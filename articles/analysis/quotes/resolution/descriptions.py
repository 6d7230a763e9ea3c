"""What the text tells of its actors beside their names: their gender, and the nouns that mean them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.analysis.quotes.nouns import BODIES, CIVILITIES, is_human
from articles.analysis.quotes.phrases import noun_of
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


_LAWYER = frozenset({"avocat", "avocate"})
"""The nouns for the one person whom a text calls *Me*."""

_FEMININE_ENDINGS = ("trice", "euse", "ière", "ienne", "esse", "onne")


@dataclass(frozen=True, slots=True)
class Description:
    """An actor with the gender that the text gives it, and the nouns of its titles and appositions.

    `complements` are the names, by the noun, of what the actor is that of: maire → Vauclair.
    """

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    gender: Gender | None
    nouns: frozenset[str]
    complements: Mapping[str, frozenset[str]]

    @property
    def is_person(self) -> bool:
        """Whether the actor is a person."""
        return self.kind is ActorKind.PERSON

    def agrees(self, gender: Gender | None) -> bool:
        """Whether the actor may be of a gender; where one of the two is not known, it may."""
        return self.gender is None or gender is None or self.gender is gender

    def holds_another(self, noun: str, complement: frozenset[str]) -> bool:
        """Whether the text says that the actor is a `noun` of something else: maire de X, not maire de Y."""
        own = self.complements.get(noun, frozenset())
        return bool(own) and bool(complement - BODIES) and not own & complement


def descriptions(words: Words, actors: Sequence[Actor]) -> tuple[Description, ...]:
    """Each actor as the text describes it."""
    lawyers = [actor for actor in actors if any(_is_called_maitre(words, span) for span in actor.mentions)]
    return tuple(
        _description(words, actor, _LAWYER if lawyers == [actor] else frozenset()) for actor in actors
    )


def _is_called_maitre(words: Words, mention: Span) -> bool:
    place = words.at_or_after(mention.start)
    return place < len(words) and "me" in (words[place].lower, words[max(0, place - 1)].lower)


def _description(words: Words, actor: Actor, more: frozenset[str]) -> Description:
    complements = _titles(words, actor)
    role = next((word for word in (actor.role or "").lower().split() if is_human(word)), None)
    nouns = frozenset(complements) | more | ({role} if role else set())
    if actor.kind is not ActorKind.PERSON:
        nouns |= {word.lower for word in words.of(actor.mentions[0]) if word.pos == "NOUN"}
        nouns |= {actor.name.split()[0].lower()}
    return Description(actor.name, actor.kind, actor.mentions, _gender(words, actor), nouns, complements)


def gender_of(words: Words, first: int, head: Word) -> Gender | None:
    """The gender of a noun phrase that begins at `first`, by its determiner or its noun."""
    article = _ARTICLES.get(words[first].lower) or _ARTICLES.get(words[first - 1].lower if first else "")
    if article is not None:
        return article
    is_epicene = head.lower.endswith("e") and not head.lower.endswith(_FEMININE_ENDINGS)
    return None if is_epicene else head.gender


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


def _titles(words: Words, actor: Actor) -> dict[str, frozenset[str]]:
    """The nouns of an actor's titles and appositions, with the names in their complements."""
    found: dict[str, frozenset[str]] = {}
    for span in actor.mentions:
        own = words.of(span)
        if own:
            for noun, names in (*_title_before(words, own[0]), *_apposition_after(words, own[-1])):
                found[noun] = found.get(noun, frozenset()) | names
    return found


def _title_before(words: Words, first: Word) -> list[tuple[str, frozenset[str]]]:
    """The nouns of a title right before a name: l'entraîneur X ; le maire de Y, X ; son capitaine, X."""
    found: set[str] = set()
    names: set[str] = set()
    place = first.place - 1
    while place >= 0 and words[place].lower in CIVILITIES:
        place -= 1
    if place >= 0 and words[place].lower in ("de", "du", "des", "d'"):
        return []
    if place >= 0 and words[place].lower == ",":
        place -= 1
    brackets = False
    for _ in range(12):
        if place < 0 or words[place].sentence != first.sentence:
            break
        word = words[place]
        if word.lower in ("(", ")"):
            brackets = word.lower == ")"
        elif brackets:
            pass
        elif word.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ"):
            return []
        elif word.lower in ("de", "du", "des", "d'"):
            names |= found
            found.clear()
        elif word.pos == "NOUN":
            found.add(noun_of(words, place))
        elif word.pos == "DET" and found:
            is_complement = words[place - 1].lower in ("de", "d'")
            if word.lower in POSSESSIVE or not is_complement:
                break
        if word.text[:1].isupper() and word.pos == "PROPN":
            names.add(word.lower)
        place -= 1
    else:
        return []
    return [(noun, frozenset(names)) for noun in found]


def _apposition_after(words: Words, last: Word) -> list[tuple[str, frozenset[str]]]:
    """The first noun after a name and a comma: X, pharmacienne à Y ; X, la présidente de Z."""
    place = last.place + 1
    if place >= len(words) or words[place].lower not in (",", "("):
        return []
    for word in words.words[place + 1 : place + 5]:
        if word.pos in ("NOUN", "PROPN") and word.lower[:1].islower() and word.text[:1].islower():
            return [(word.lower, names_behind(words, word))]
        if word.pos not in ("DET", "ADJ", "NUM", "ADP", "ADV"):
            break
    return []


def names_behind(words: Words, noun: Word) -> frozenset[str]:
    """The names and nouns in the complement of a noun, up to a mark or a verb."""
    names: set[str] = set()
    for word in words.words[noun.place + 1 : noun.place + 8]:
        if word.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ") or word.lower in (",", ")", "."):
            break
        if word.text[:1].isupper() or word.pos == "NOUN":
            names.add(word.lower)
    return frozenset(names)
