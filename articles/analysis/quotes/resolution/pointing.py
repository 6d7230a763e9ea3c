"""Who words mean that point back by order: celui-ci, ce dernier; le premier, le second of two."""

from articles.analysis.quotes.nouns import means_people
from articles.analysis.quotes.phrases import Phrase
from articles.analysis.quotes.resolution.descriptions import gender_of
from articles.analysis.quotes.resolution.discourse import UNNAMED, Discourse
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import ActorKind, Gender

_FAR = 6
"""Sentences between, most of them quoted, over which *celui-ci* looks back."""

_FIRST = frozenset("premier première".split())
_SECOND = frozenset("second seconde deuxième".split())
_FEMININE = frozenset("celle celle-ci dernière première seconde".split())


def is_latter(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is *celui-ci*, *ce dernier* or one of their feminines."""
    head = words[phrase.head].lower
    behind = [word.lower for word in words.words[phrase.head + 1 : phrase.head + 3]]
    if head in ("celui-ci", "celle-ci") or (head in ("celui", "celle") and behind == ["-", "ci"]):
        return True
    return head in ("dernier", "dernière") and words[phrase.first].lower in ("ce", "cette")


def is_one_of_two(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is *le premier* or *la seconde*, alone."""
    noun = words[phrase.head].lower
    is_alone = phrase.last == phrase.head or words[phrase.head + 1].lower == ","
    return noun in _FIRST | _SECOND and is_alone and words[phrase.first].lower in ("le", "la")


def latter(word: Word, discourse: Discourse) -> int | None:
    """The last actor named outside quotes up to a sentence before; nobody where a noun is nearer."""
    words = discourse.words
    gender = Gender.FEMININE if word.lower in _FEMININE else Gender.MASCULINE
    sentences: set[int] = set()
    for place in range(word.place - 1, -1, -1):
        other = words[place]
        if discourse.mentions.is_quoted(other.span.start):
            continue
        sentences.add(other.sentence)
        if len(sentences - {word.sentence}) > 1 or other.sentence < word.sentence - _FAR:
            break
        actor = discourse.mentions.at(other.span.start)
        if actor is not None:
            own = discourse.actors[actor]
            if own.gender is gender or (own.is_person and own.gender is None):
                return actor
        elif other.pos == "NOUN" and not other.is_plural and means_people(other.lower):
            described = _described_before(other, discourse)
            if described is not None:
                return described if discourse.actors[described].gender in (gender, None) else None
            if gender_of(words, place - 1, other) in (gender, None):
                return None
    return None


def _described_before(noun: Word, discourse: Discourse) -> int | None:
    """The actor in apposition to whom a noun stands: X, ministre de Y."""
    for place in range(noun.place - 1, max(-1, noun.place - 6), -1):
        actor = discourse.mentions.at(discourse.words[place].span.start)
        if actor is not None:
            return actor if noun.lower in discourse.actors[actor].nouns else None
    return None


def one_of_two(word: Word, discourse: Discourse) -> int | None:
    """The first or second of the two people whom the sentence before names, where both agree; else nobody."""
    gender = Gender.FEMININE if word.lower in _FEMININE else Gender.MASCULINE
    people: dict[int, None] = {}
    for actor in reversed(list(discourse.mentions.beside(word.sentence - 1, word))):
        if discourse.actors[actor].kind is ActorKind.PERSON:
            people.setdefault(actor)
    pair = list(people)
    if len(pair) != 2 or any(discourse.actors[one].gender not in (gender, None) for one in pair):
        return None
    return pair[0 if word.lower in _FIRST else 1]


def whoever_it_is_about(word: Word, discourse: Discourse) -> int | None:
    """Whom a possessive means that stands for a view: whoever speaks or is the subject just before."""
    for sentence in range(word.sentence, max(-1, word.sentence - 3), -1):
        speaker = discourse.speaker(sentence) if sentence < word.sentence else None
        about = [*([] if speaker is None else [speaker]), *discourse.subjects_before(sentence, word)]
        if about:
            return None if about[0] == UNNAMED else about[0]
        if sentence < word.sentence and discourse.has_unknown_subject(sentence):
            return None
    return None


def body_before(word: Word, discourse: Discourse) -> int | None:
    """The organisation that the sentence before is about, in which *y* finds words: y lit-on."""
    for sentence in range(word.sentence - 1, max(-1, word.sentence - 4), -1):
        subjects = discourse.subjects(sentence)
        if subjects:
            own = subjects[0]
            is_body = own != UNNAMED and discourse.actors[own].kind is ActorKind.ORGANISATION
            return own if is_body else None
    return None
