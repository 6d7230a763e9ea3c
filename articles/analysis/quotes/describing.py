"""How the text calls a speaker who is no actor of the article: la ministre de l'éducation, mon grand-père."""

from articles.analysis.quotes.nouns import can_speak, is_demonym
from articles.analysis.quotes.phrases import Phrase, noun_of
from articles.analysis.quotes.resolution.pronouns import THIRD_PERSON
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Gender
from articles.spans import Span

_LONGEST = 10
"""Tokens of a description from its noun on."""

_COMPLEMENTS = frozenset("de d' du des à au aux".split())

_HEARD_AT = frozenset("micro presse téléphone antenne barre caméras télévision radio sortie".split())
"""Where somebody spoke, which says nothing of who they are: la mère de la victime au micro de la radio."""

_BEFORE_NOUN = frozenset({"DET", "NUM", "ADJ"})

_ENDS = frozenset(', ; : . ! ? … « » “ ” " ( ) – — et ou'.split())


def described(words: Words, phrase: Phrase, cue: Span | None) -> Span | None:
    """The noun phrase of a speaker, from its determiner to its last complement, without the `cue`.

    A pronoun is followed to the subject before it in its sentence. None where the noun means nobody who
    has words.
    """
    head = words[phrase.head]
    if head.lower in THIRD_PERSON:
        subject = _subject_before(words, head)
        return None if subject is None else _phrase_of(words, subject, subject.place, cue)
    if not _names_a_voice(words, head):
        return None
    return _phrase_of(words, head, phrase.first, cue)


def _names_a_voice(words: Words, head: Word) -> bool:
    if is_demonym(head.text):
        return True
    return head.pos in ("NOUN", "ADJ", "PROPN", "X") and can_speak(noun_of(words, head.place))


def _subject_before(words: Words, pronoun: Word) -> Word | None:
    """The nearest subject before a pronoun in its sentence, of its gender and number."""
    masculine = pronoun.lower.lstrip("-").removeprefix("t-").startswith(("il", "eux", "lui"))
    gender = Gender.MASCULINE if masculine else Gender.FEMININE
    place = pronoun.place - 1
    while place >= 0 and words[place].sentence == pronoun.sentence:
        word = words[place]
        if word.dep.startswith("nsubj") and word.pos == "NOUN":
            agrees = word.gender in (gender, None) and word.is_plural == pronoun.lower.endswith(("s", "eux"))
            return word if agrees and can_speak(word.lower) else None
        place -= 1
    return None


def _phrase_of(words: Words, head: Word, first: int, cue: Span | None) -> Span:
    first = min(first, head.place)
    while first and words[first - 1].sentence == head.sentence and words[first - 1].pos in _BEFORE_NOUN:
        first -= 1
    if first > 1 and words[first - 1].lower in ("de", "d'") and words[first - 2].lower in ("un", "une"):
        first -= 2
    elif words[first].lower == "des" and first and words[first - 1].lower in ("un", "une"):
        first -= 1
    if first and words[first - 1].lower == "l'" and words[first].lower in ("un", "une"):
        first -= 1
    last = head.place
    for place in range(head.place + 1, min(head.place + _LONGEST, len(words))):
        word = words[place]
        if word.sentence != head.sentence or word.lower in _ENDS or (cue and word.span.start in cue):
            break
        if word.pos in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ", "ADV"):
            break
        if word.pos == "ADP" and word.lower not in _COMPLEMENTS:
            break
        if word.lower in ("à", "au", "aux") and _is_heard_at(words, place + 1):
            break
        last = place
    while last > head.place and words[last].pos in ("ADP", "DET", "ADV", "PUNCT", "NUM"):
        last -= 1
    return Span(words[first].span.start, words[last].span.end)


def _is_heard_at(words: Words, place: int) -> bool:
    return any(word.lower in _HEARD_AT for word in words.words[place : place + 2])
