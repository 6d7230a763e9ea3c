"""An incise: a verb of saying with its subject behind it, inside the marks or right after them."""

from collections.abc import Iterator

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.verbs import AUXILIARIES, MADE_KNOWN, MAKING
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.nouns import CIVILITIES, means_people
from articles.analysis.quotes.phrases import ADVERBS, CLITICS, Phrase, noun_of, noun_phrase
from articles.analysis.quotes.reporting_verbs import governing_forms, infinitives, locutions, saying_forms
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

_DAYS = frozenset(
    """
lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir
""".split()
)

_LONGEST_VERB = 8
"""Tokens of a verb with its clitics, auxiliaries and what governs it."""

_FARTHEST_SUBJECT = 16
"""Tokens behind a verb in which its subject begins."""

_LINKS = frozenset("-t t -t- -".split())

_INVERTED = frozenset("il elle on ils elles je t-il t-elle t-on t-ils t-elles".split())

_THIRD = frozenset("il elle ils elles t-il t-elle t-ils t-elles".split())

_IMPERSONAL = frozenset("faut faudrait faudra semble semblait paraît parait suffit est était peut".split())
"""Verbs whose *-il* is nobody: faut-il le rappeler ; est-il écrit."""

_PREPOSITIONS = frozenset("à au aux sur dans en par lors devant sans".split())

_SURROUNDINGS = frozenset("entourage équipe équipes rangs camp".split())


def incise(words: Words, stretch: Stretch) -> Attribution | None:
    """The first incise inside the marks."""
    return next((found for _, found in incises(words, stretch)), None)


def incises(words: Words, stretch: Stretch) -> Iterator[tuple[int, Attribution]]:
    """« …, a déclaré X, … » ; « … ?, sourit-elle. … »: each with the place of the mark before it."""
    first, last = words.at_or_after(stretch.span.start), words.at_or_after(stretch.span.end)
    for place in range(first + 1, last - 1):
        if words[place].lower not in (",", "?", "!", "…", "–", "—"):
            continue
        found = inverted(words, place + 1, min(last, place + 30), How.INCISE)
        if found is None or found.cue is None:
            continue
        end = found.phrase.last if found.phrase else place
        behind = max(end, words.before(found.cue.end))
        after = behind + 1
        closes = _closes(words, after, last) or _closes_after_complement(words, found.phrase, after, last)
        is_pronoun = found.phrase is not None and found.phrase.first == found.phrase.last
        if (
            closes or (is_pronoun and words[found.phrase.head].lower.startswith("-"))
            if found.phrase
            else closes
        ):
            yield place, found


def _closes(words: Words, place: int, last: int) -> bool:
    return place >= last or words[place].lower in (",", ".", "…", "!", "?", ":", ";", "–", "(")


def _closes_after_complement(words: Words, phrase: Phrase | None, place: int, last: int) -> bool:
    """Whether an incise ends soon with where or how somebody spoke: …, a dit le maire à la presse, …"""
    if phrase is None or place >= last or words[place].pos != "ADP":
        return False
    for near in range(place + 1, min(place + 8, last + 1)):
        if _closes(words, near, last):
            return near < last
        if words[near].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return False
    return False


def inverted(words: Words, place: int, limit: int, how: How) -> Attribution | None:
    """A verb of saying at `place`, after clitics and an auxiliary, with its subject behind it."""
    first = place
    pronoun = None
    saw_auxiliary = False
    while place < limit and place - first < _LONGEST_VERB:
        lower = words[place].lower
        governed = infinitive_behind(words, place, limit)
        if governed is not None:
            place = governed
            break
        if lower in saying_forms() and lower not in CLITICS:
            break
        locution = end_of_locution(words, place, limit)
        if locution is not None:
            break
        if lower in AUXILIARIES:
            saw_auxiliary = True
        elif lower in MAKING and place + 1 < limit and words[place + 1].lower in MADE_KNOWN:
            place += 1
            break
        elif _is_subject_pronoun(words, place):
            pronoun = place
        elif how is How.AFTER and (
            _is_said_by_pronoun(words, place, limit, pronoun)
            or _is_said_by_somebody(words, first, place, limit)
        ):
            break
        elif lower not in CLITICS | _LINKS | ADVERBS and not (saw_auxiliary and _is_manner(words[place])):
            return None
        place += 1
    if place >= limit or place - first >= _LONGEST_VERB:
        return None
    verb = place
    governed = any(infinitive_behind(words, near, limit) == verb for near in range(first, verb))
    if words[verb].lower in infinitives() and words[verb - 1].lower not in MAKING and not governed:
        return None
    place = (end_of_locution(words, verb, limit) or verb) + 1
    last = place - 1
    while pronoun is None and place < limit and words[place].lower in _LINKS:
        place += 1
    if pronoun is None and place < limit and words[place].lower.lstrip("-") in _INVERTED:
        pronoun = place
    if (
        saw_auxiliary
        and pronoun is None
        and not (governed or _is_participle(words[verb]) or words[verb - 1].lower in MAKING)
    ):
        return None
    end = max(last, pronoun or last)
    cue = Span(words[first].span.start, words[end].span.end)
    if pronoun is not None:
        if words[pronoun].lower.lstrip("-") in ("il", "t-il") and _is_impersonal(words, first, pronoun):
            return Attribution(how, None, cue)
        if words[pronoun].lower.endswith("on"):
            if words[first].lower == "y":
                return Attribution(how, Phrase(first, first, first), cue)
            return Attribution(how, _at_whose(words, end + 1, limit), cue, is_where=True)
        return Attribution(how, Phrase(pronoun, pronoun, pronoun), cue)
    phrase = _subject_behind(words, last + 1, limit)
    if phrase is None or (not saw_auxiliary and not governed and _is_bare_participle(words[verb])):
        return None
    return Attribution(how, phrase, cue)


def _is_subject_pronoun(words: Words, place: int) -> bool:
    lower = words[place].lower
    return lower.startswith("-") and lower.lstrip("-") in ("il", "elle", "on", "ils", "elles", "je")


def _is_impersonal(words: Words, first: int, pronoun: int) -> bool:
    """Whether *il* is nobody: est-il écrit ; but s'est-il exclamé."""
    before = [word.lower for word in words.words[first:pronoun]]
    return before[-1:] in (["est"], ["était"], ["sera"]) and not {"s'", "se"} & set(before)


def _is_said_by_pronoun(words: Words, place: int, limit: int, pronoun: int | None) -> bool:
    """Whether any verb stands here with *-t-il* or *-elle* beside it, which only an incise has."""
    word = words[place]
    if word.pos not in ("VERB", "AUX", "NOUN", "ADJ") or word.lower in _IMPERSONAL:
        return False
    if pronoun is not None:
        return word.pos == "VERB" and words[pronoun].lower.lstrip("-") in _THIRD
    after = place + 1
    while after < limit and words[after].lower in _LINKS:
        after += 1
    return after < limit and words[after].lower.startswith("-") and words[after].lower.lstrip("-") in _THIRD


def _is_said_by_somebody(words: Words, first: int, place: int, limit: int) -> bool:
    """Whether any verb stands right behind a comma with somebody behind it: « … », rigole le gamin."""
    word = words[place]
    if words[first - 1].lower != "," or place + 1 >= limit or word.lower in AUXILIARIES:
        return False
    following = words[place + 1]
    if following.pos == "PROPN" and following.text[:1].isupper():
        return word.pos in ("VERB", "NOUN", "ADJ", "PROPN", "X") and word.text[:1].islower()
    is_verb = word.pos == "VERB" and word.is_finite
    phrase = noun_phrase(words, place + 1, limit) if is_verb and following.pos == "DET" else None
    return phrase is not None and means_people(noun_of(words, phrase.head))


def _is_manner(word: Word) -> bool:
    """Whether an adverb says how somebody spoke: a sèchement répondu."""
    return word.pos == "ADV" and word.lower.endswith("ment")


def infinitive_behind(words: Words, place: int, limit: int) -> int | None:
    """The infinitive of saying under a verb at `place`: s'est contenté de répondre ; tient à préciser."""
    if words[place].lower not in governing_forms():
        return None
    near = place + 1
    while near < limit and words[near].lower in ("pas", "plus", "même", "aussi", "aussitôt", "toutefois"):
        near += 1
    if near < limit and words[near].lower in ("à", "de", "d'", "par"):
        near += 1
    while near < limit and words[near].lower in CLITICS:
        near += 1
    return near if near < limit and words[near].lower in infinitives() else None


def end_of_locution(words: Words, place: int, limit: int) -> int | None:
    """The last word of several that report together from a verb at `place` on: met en garde."""
    for behind in locutions().get(words[place].lower, ()):
        end = place + len(behind)
        if end < limit and tuple(word.lower for word in words.words[place + 1 : end + 1]) == behind:
            return end
    return None


def _is_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "i", "u", "t", "s", "ée"))


def _is_bare_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "ée", "és", "ées"))


def _subject_behind(words: Words, place: int, limit: int) -> Phrase | None:
    """The subject behind a verb, over adverbs and what says when, where or how: à la presse ; , en larmes,"""
    start = place
    while start < min(place + _FARTHEST_SUBJECT, limit):
        word = words[start]
        if word.lower == ",":
            closing = _insertion_end(words, start, limit)
            if closing is None:
                return None
            start = closing + 1
        elif word.lower in ADVERBS or word.pos == "ADV" or word.lower in _DAYS:
            start += 1
        elif word.pos == "ADP" or word.lower in _PREPOSITIONS:
            behind = _after_complement(words, start, limit)
            if behind is None:
                return None
            start = behind
        else:
            return noun_phrase(words, start, limit)
    return None


def _insertion_end(words: Words, comma: int, limit: int) -> int | None:
    """The comma that closes a short insertion behind a verb: , en larmes, ; , lundi 3 mars,"""
    opening = words[comma + 1] if comma + 1 < limit else None
    if opening is None or not (
        opening.pos in ("ADP", "ADV", "ADJ", "VERB") or opening.lower in _PREPOSITIONS | _DAYS
    ):
        return None
    for near in range(comma + 1, min(comma + 10, limit)):
        if words[near].lower == ",":
            return near
        if words[near].is_finite or words[near].lower in (".", ":", "«", "»", ";"):
            return None
    return None


def _after_complement(words: Words, place: int, limit: int) -> int | None:
    """Where a subject or an insertion begins behind a prepositional complement."""
    name = None
    seen_noun = False
    for start in range(place + 1, min(place + 10, limit)):
        word = words[start]
        if word.lower == ",":
            return start if name is None else name
        if (
            start == place + 1
            and words[place].lower in ("sans", "pour")
            and word.lower.endswith(("er", "ir", "re"))
        ):
            seen_noun = True
            continue
        if word.lower in (".", ";", ":", "«", "»", "(", ")", "!", "?") or word.pos in (
            "VERB",
            "AUX",
            "SCONJ",
        ):
            break
        before = words[start - 1]
        if seen_noun and before.pos != "ADP" and before.lower not in _PREPOSITIONS:
            is_title = word.lower in CIVILITIES and word.text[:1].isupper()
            if is_title or (word.pos == "DET" and word.lower not in ("du", "des")):
                return start
            if name is None and word.pos == "PROPN" and word.text[:1].isupper():
                name = start
        seen_noun = seen_noun or word.pos in ("NOUN", "PROPN", "X", "ADV")
    return name


def _at_whose(words: Words, place: int, limit: int) -> Phrase | None:
    """The body behind *on*: insiste-t-on au ministère ; explique-t-on chez X ; du côté de X."""
    for start in range(place, min(place + 4, limit)):
        lower = words[start].lower
        if lower == "dans" and start + 2 < limit and words[start + 2].lower in _SURROUNDINGS:
            return noun_phrase(words, start + 1, limit)
        if lower in ("au", "à", "chez", "de", "du", "aux"):
            return noun_phrase(words, start + 1, limit)
    return None
