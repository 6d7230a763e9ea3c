"""Who a pronoun means: the nearest actor of its gender."""

from collections.abc import Sequence

from articles.analysis.quotes.resolution.discourse import REACH, UNNAMED, Discourse
from articles.analysis.quotes.tokens import Word
from articles.annotations import ActorKind, Gender

_FEMININE = frozenset("elle elles -elle -elles t-elle celle-ci celle".split())
_MASCULINE = frozenset("il ils -il -ils t-il lui celui-ci celui eux".split())

THIRD_PERSON = _FEMININE | _MASCULINE
"""The pronouns that `pronoun` follows, in small letters."""

_LOOKING_BACK = (
    (1, ActorKind.PERSON),
    (1, ActorKind.ORGANISATION),
    (3, ActorKind.PERSON),
    (3, ActorKind.ORGANISATION),
    (REACH, ActorKind.PERSON),
)
"""How many sentences back a pronoun looks for whom."""


def pronoun(word: Word, discourse: Discourse) -> int | None:
    """The nearest actor of a pronoun's gender: sentence by sentence backwards, subjects first.

    In each sentence a person of the gender goes before one of unknown gender, and that before an
    organisation. Somebody who was not named may be meant too: then it is nobody.
    """
    if word.lower.lstrip("-").startswith(("ils", "elles", "eux")):
        return None
    gender = gender_of_pronoun(word)
    for actor in discourse.mentions.in_quote_of(word):
        description = discourse.actors[actor]
        if description.is_person and description.gender in (gender, None):
            return actor
    is_quoted = discourse.mentions.is_quoted(word.span.start)
    excluded = discourse.speaker(word.sentence) if is_quoted else None
    for reach, kind in _LOOKING_BACK:
        for sentence in range(word.sentence, max(-1, word.sentence - reach), -1):
            near = [actor for actor in discourse.near(sentence, word) if actor != excluded]
            if kind is ActorKind.PERSON:
                found = _person(near, sentence, gender, discourse)
            else:
                found = _body(near, sentence, word, gender, discourse, reach)
            if found is not None:
                return None if found == UNNAMED else found
    return None


def gender_of_pronoun(word: Word) -> Gender:
    """The gender of a pronoun of the third person."""
    return Gender.FEMININE if word.lower in _FEMININE else Gender.MASCULINE


def _person(near: Sequence[int], sentence: int, gender: Gender, discourse: Discourse) -> int | None:
    """A person of the gender among the actors of a sentence, else one whose gender is not known."""
    for wanted in (gender, None):
        for actor in near:
            if actor == UNNAMED:
                if discourse.unnamed_gender(sentence) in (gender, None):
                    return actor
            elif discourse.actors[actor].is_person and discourse.actors[actor].gender is wanted:
                return actor
    return None


def _body(
    near: Sequence[int], sentence: int, word: Word, gender: Gender, discourse: Discourse, reach: int
) -> int | None:
    """An organisation of the gender: a subject, or named in the pronoun's own sentence."""
    for actor in near:
        if actor == UNNAMED or discourse.actors[actor].kind is not ActorKind.ORGANISATION:
            continue
        own = discourse.actors[actor].gender
        is_subject = actor in discourse.subjects(sentence)
        if reach == 1 and (word.lower.startswith("-") or own is not gender):
            continue
        if (is_subject and own in (gender, None)) or (sentence == word.sentence and own is gender):
            return actor
    return None
