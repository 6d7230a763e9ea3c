"""A reporting verb in its sentence: whether it reports there, with what auxiliary, pronoun and subject."""

from articles.analysis.quotes.phrases import CLITICS
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

AUXILIARIES = frozenset(
    """
a ai as ont avons avez avait avais avaient aura auront aurait auraient eut est sont était s'est
""".split()
)

_HAVING = frozenset("a ai as ont avons avez avait avaient aura auront aurait auraient eut".split())

_BEING = frozenset("est sont était étaient sera seront serait été être soit fut furent".split())

MAKING = frozenset("fait font faisait faisaient fit feront fera faire".split())

MADE_KNOWN = frozenset("savoir valoir remarquer observer".split())
"""Infinitives that report behind *faire*: X fait savoir."""


def reports(words: Words, word: Word, forms: frozenset[str]) -> bool:
    """Whether a token is a verb that reports here: no noun, and no participle that somebody underwent."""
    before = words[word.place - 1] if word.place else None
    if word.lower in MADE_KNOWN and before is not None and before.lower in MAKING:
        return True
    if word.lower not in forms or word.pos in ("DET", "ADP", "PROPN", "ADV", "PRON"):
        return False
    if word.pos in ("NOUN", "ADJ") and before is not None and before.pos in ("DET", "ADP"):
        return False
    if word.lower.endswith(("ée", "és", "ées")) and not (before and before.lower in _HAVING):
        return False
    reflexive = word.place > 1 and words[word.place - 2].lower in ("s'", "se")
    return before is None or before.lower not in _BEING or reflexive or word.is_finite


def governor_of(words: Words, word: Word) -> Word:
    """The verb whose subject an infinitive or participle shares."""
    current = word
    for _ in range(4):
        head = words[current.head]
        if head.place == current.place or head.sentence != word.sentence:
            break
        current = head
        if current.pos in ("VERB", "AUX") and (current.is_finite or has_auxiliary(words, current.place)):
            return current
    return word


def has_auxiliary(words: Words, place: int) -> bool:
    """Whether a verb has an auxiliary, by the parser or right before it."""
    return any(words[child].pos == "AUX" for child in words.children[place]) or (
        place > 0 and words[place - 1].lower in AUXILIARIES
    )


def hyphen_pronoun(words: Words, place: int) -> int | None:
    """The pronoun of an inverted verb near `place`: a-t-il précisé ; écrit-elle."""
    for near in (place - 1, place + 1, place + 2):
        if 0 <= near < len(words) and words[near].sentence == words[place].sentence:
            lower = words[near].lower
            if lower.startswith("-") and lower.lstrip("-") in ("il", "elle", "ils", "elles"):
                return near
    return None


def verb_span(words: Words, place: int) -> Span:
    """A verb as a cue: with its reflexive pronoun, its auxiliary and what stands between."""
    start = verb_start(words, place)
    if start and words[start - 1].lower in ("se", "s'"):
        start -= 1
    return Span(words[start].span.start, words[place].span.end)


def verb_start(words: Words, place: int) -> int:
    """The first token of a verb with its auxiliary, or with *faire*, and adverbs between."""
    if place and words[place].lower in MADE_KNOWN and words[place - 1].lower in MAKING:
        place -= 1
    start = place
    for near in range(place - 1, max(-1, place - 4), -1):
        if words[near].lower in AUXILIARIES:
            return near
        if words[near].lower == "été":
            continue
        if words[near].pos not in ("ADV", "PRON") and words[near].lower not in CLITICS:
            break
    return start
