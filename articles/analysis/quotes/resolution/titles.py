"""Who a title or an institution means that stands without a name: la maire, le groupe, son avocat."""

from collections.abc import Sequence

from articles.analysis.quotes.nouns import (
    BODIES,
    CHIEFS,
    KIN,
    OFFICES,
    are_apart,
    is_demonym,
    is_human,
    is_named_so,
    mean_one,
)
from articles.analysis.quotes.phrases import Phrase, noun_of
from articles.analysis.quotes.resolution.descriptions import POSSESSIVE, gender_of, names_behind
from articles.analysis.quotes.resolution.discourse import Discourse
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import ActorKind, Gender

_INDEFINITE = frozenset(
    "un une des plusieurs certains certaines quelques d'autres beaucoup aucun aucune".split()
)


def title(phrase: Phrase, discourse: Discourse, *, is_quoted: bool = False) -> int | None:
    """The actor whom the text described by the phrase's noun; else the last one whom it fits, if definite.

    `is_quoted` says that somebody quoted uses the phrase, whose last one is not the narrator's.
    """
    words, actors = discourse.words, discourse.actors
    head = words[phrase.head]
    determiner = words[phrase.first].lower
    if phrase.first == phrase.head and phrase.first and words[phrase.first - 1].lower in ("du", "au"):
        determiner = "le"
    if determiner in ("mon", "ma", "mes"):
        return None
    if determiner in _INDEFINITE or (head.is_plural and head.lower not in BODIES):
        return None
    recent = discourse.recent(head)
    noun = _synonym(words, phrase) or noun_of(words, phrase.head)
    gender = gender_of(words, phrase.first, head)
    names = names_behind(words, head)
    everyone = [
        actor
        for actor in dict.fromkeys([*recent, *discourse.mentions.before(head)])
        if actors[actor].agrees(gender)
        and actors[actor].kind is not ActorKind.PLACE
        and not actors[actor].holds_another(noun, names)
    ]
    for actor in everyone:
        if noun in discourse.nouns(actor):
            return actor
    if determiner in POSSESSIVE or noun in KIN or _has_complement(words, phrase):
        is_free = determiner in POSSESSIVE and not _has_complement(words, phrase)
        same = _called_otherwise(everyone, noun, discourse) if is_free else None
        return _body_of_same_words(phrase, discourse) if same is None else same
    if noun in BODIES:
        return _body(phrase, recent, discourse)
    if determiner in ("le", "la", "l'", "ce", "cette", "cet") and (is_human(noun) or is_demonym(head.text)):
        people = [one for one in recent if actors[one].is_person and actors[one].agrees(gender)]
        same = _called_otherwise([*people, *everyone], noun, discourse)
        if same is not None:
            return same
        if is_quoted or (noun in OFFICES and determiner in ("le", "la", "l'")):
            return None
        if not people:
            return _only_one(everyone, gender, discourse)
        central = [one for one in people if discourse.is_central(one, head)]
        if determiner not in ("ce", "cet", "cette"):
            central.sort(key=lambda one: not discourse.is_about(one, head))
        return _nearest(central, head, noun, discourse)
    return None


def _only_one(people: Sequence[int], gender: Gender | None, discourse: Discourse) -> int | None:
    """The one person of a gender whom the text has named, where there is no other."""
    own = [one for one in people if discourse.actors[one].is_person]
    is_sure = len(own) == 1 and gender is not None and discourse.actors[own[0]].gender is gender
    return own[0] if is_sure else None


def _called_otherwise(people: Sequence[int], noun: str, discourse: Discourse) -> int | None:
    """The first of some people who is called by a noun that a text changes with this one."""
    return next(
        (one for one in people if any(mean_one(noun, own) for own in discourse.nouns(one))),
        None,
    )


def _nearest(people: Sequence[int], head: Word, noun: str, discourse: Discourse) -> int | None:
    """The first of some people, unless they are called by what excludes the noun; else one right beside."""
    for place, one in enumerate(people):
        if not are_apart(noun, discourse.nouns(one)):
            beside = [*discourse.near(head.sentence, head), *discourse.near(head.sentence - 1, head)]
            return one if place == 0 or one in beside else None
    return None


def _body(phrase: Phrase, recent: Sequence[int], discourse: Discourse) -> int | None:
    """The nearest organisation whose own name says no other kind of body; none for *le ministère public*."""
    words = discourse.words
    noun = words[phrase.head].lower
    if any(words[place].lower == "public" for place in range(phrase.head + 1, phrase.last + 1)):
        return None
    bodies = (one for one in recent if _may_be(noun, one, discourse))
    nearest = next(bodies, None)
    if nearest is None or _is_unknown_between(words[phrase.head], nearest, discourse):
        return None
    return nearest


def _may_be(noun: str, actor: int, discourse: Discourse) -> bool:
    """Whether an actor is a body whose name does not say that it is another kind than the noun."""
    body = discourse.actors[actor]
    kind = body.name.split()[0].lower()
    is_called_so = kind == noun or noun in discourse.nouns(actor)
    is_other = kind in BODIES or is_named_so(noun)
    return body.kind is ActorKind.ORGANISATION and (is_called_so or not is_other)


def _is_unknown_between(word: Word, actor: int, discourse: Discourse) -> bool:
    """Whether somebody who is no actor is the subject since an actor was named: JPMorgan, lui, évoque …"""
    words = discourse.words
    for place in range(word.place - 1, -1, -1):
        other = words[place]
        if other.sentence < word.sentence - 2 or discourse.mentions.at(other.span.start) == actor:
            return False
        is_subject = other.dep.startswith("nsubj") or _opens_sentence(words, place)
        is_name = other.pos == "PROPN" and other.text[:1].isupper() and is_subject
        if is_name and discourse.mentions.at(other.span.start) is None:
            return True
    return False


def _opens_sentence(words: Words, place: int) -> bool:
    return place == 0 or words[place - 1].sentence != words[place].sentence


def _synonym(words: Words, phrase: Phrase) -> str | None:
    """What *chef du gouvernement* and its like are called elsewhere."""
    if words[phrase.head].lower != "chef":
        return None
    behind = {words[place].lower for place in range(phrase.head + 1, phrase.last + 1)}
    return next((noun for word, noun in CHIEFS.items() if word in behind), None)


def _has_complement(words: Words, phrase: Phrase) -> bool:
    complement = range(phrase.head + 1, phrase.last + 1)
    return any(words[place].lower in ("de", "du", "des", "d'") for place in complement)


def _body_of_same_words(phrase: Phrase, discourse: Discourse) -> int | None:
    """An organisation whose name shares the phrase's words (la diplomatie américaine)."""
    words = discourse.words
    wanted = {
        words[place].lower[:6]
        for place in range(phrase.head + 1, phrase.last + 1)
        if words[place].pos in ("ADJ", "PROPN", "NOUN")
    }
    if not wanted or words[phrase.head].lower not in BODIES:
        return None
    for index in discourse.recent(words[phrase.head]):
        actor = discourse.actors[index]
        if actor.kind is ActorKind.ORGANISATION:
            own = {word[:6] for word in actor.name.lower().replace("'", " ").split()}
            if wanted & own:
                return index
    return None
