"""What stands before the marks: a clause that ends with a colon, or a reporting verb."""

from collections.abc import Sequence

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.surroundings import is_hidden, sentence_around
from articles.analysis.quotes.attribution.verbs import (
    AUXILIARIES,
    MADE_KNOWN,
    governor_of,
    has_auxiliary,
    hyphen_pronoun,
    reports,
    verb_span,
    verb_start,
)
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.nouns import can_speak
from articles.analysis.quotes.phrases import (
    ADVERBS,
    CLITICS,
    Phrase,
    noun_phrase,
    phrase_left,
    subject_left,
    subject_of,
)
from articles.analysis.quotes.reporting_verbs import UNDERGONE, infinitives, reporting_forms, saying_forms
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

_WRITTEN_BY_NOBODY = frozenset(
    """
banderole banderoles pancarte pancartes slogan slogans affiche affiches inscription tag entendue
entendu lue panneau
""".split()
)

_SHUNNING = frozenset("refusez évitez rejetez récusez contestez réfutez".split())

_SAYINGS = frozenset(
    """
phrase mot mots formule citation propos message réponse commentaire verdict réaction question cri conseil
réplique explication précision conclusion analyse diagnostic remarque plaisanterie boutade
devise aveu confidence avertissement promesse slogan constat
""".split()
)
"""Nouns for something said: « le mot de X : … », « cite une phrase de X : … »."""


def colon(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """X déclare : « … » ; X (fonction) : « … » ; le mot de X : « … »."""
    mark = words.before(stretch.outer.start)
    while mark >= 0 and not words[mark].lower.strip():
        mark -= 1
    if mark < 0 or words[mark].lower != ":":
        return None
    if words[mark].paragraph < stretch.paragraph - 1:
        return None
    first = mark
    while first > 0 and words[first - 1].sentence == words[mark].sentence:
        first -= 1
    clause = [word for word in words.words[first:mark] if not is_hidden(word, hidden)]
    if any(word.lower in _WRITTEN_BY_NOBODY for word in clause):
        return Attribution(How.COLON, None)
    return _of_clause(words, clause, mark, [*hidden, stretch.outer])


def _of_clause(words: Words, clause: Sequence[Word], mark: int, hidden: Sequence[Span]) -> Attribution:
    """Whose words follow a clause that ends with a colon at `mark`."""
    found = _verb_before(words, clause, saying_forms(), How.COLON, hidden)
    by = _said_by(words, clause, mark)
    if by is not None:
        return Attribution(How.COLON, by, found.cue if found else None)
    if found is not None:
        return found
    inverted = _behind_relative(words, mark)
    if inverted is not None:
        return Attribution(How.COLON, inverted)
    finite = [word for word in clause if word.is_finite or word.pos == "VERB"]
    for word in finite:
        subject = subject_of(words, word.place)
        if subject is not None:
            cue = None if word.lower in AUXILIARIES else verb_span(words, word.place)
            return Attribution(How.COLON, subject, cue)
    phrase = noun_phrase(words, clause[0].place, mark) if clause else None
    return Attribution(How.COLON, phrase) if phrase is not None else Attribution(How.COLON, None)


def _behind_relative(words: Words, end: int) -> Phrase | None:
    """The subject behind the verb of a relative clause that ends at `end`: un avis que partage X."""
    for place in range(end - 3, max(0, end - 10), -1):
        if words[place].lower in ("que", "qu'") and words[place + 1].pos not in ("DET", "PRON", "PROPN"):
            phrase = noun_phrase(words, place + 2, end)
            return phrase if phrase is not None and phrase.last == end - 1 else None
    return None


def _said_by(words: Words, clause: Sequence[Word], mark: int) -> Phrase | None:
    """The author in *le mot de X :*, *cite une phrase de X :*, *la dernière ligne est de lui :*."""
    for word in reversed(clause):
        if word.lower not in ("de", "d'", "du", "par") or word.place + 1 >= mark or not word.place:
            continue
        by = noun_phrase(words, word.place + 1, mark)
        if by is None or not (by.last == mark - 1 or words[by.last + 1].lower == ","):
            continue
        governing = words[word.place - 1].lower
        is_passive = word.lower == "par" and any(other.lower in UNDERGONE for other in clause)
        if (
            governing in _SAYINGS
            or governing == "est"
            or words[by.head].lower in ("lui", "elle")
            or is_passive
        ):
            return by
    return None


def before(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """X a dénoncé des gestes « … » ; X affirme que … « … » ; X a « exhorté » Y."""
    first, _ = sentence_around(words, stretch)
    start = words.at_or_after(stretch.outer.start)
    left = [word for word in words.words[first:start] if not is_hidden(word, hidden)]
    if _is_shunned(left):
        return None
    quoted = words.of(stretch.span)
    auxiliary = next((word for word in reversed(left) if word.lower not in ADVERBS), None)
    if auxiliary and quoted and auxiliary.lower in AUXILIARIES and quoted[0].lower in reporting_forms():
        subject = subject_of(words, quoted[0].place) or subject_left(words, auxiliary.place)
        return Attribution(How.BEFORE, subject)
    found = _verb_before(words, left, reporting_forms(), How.BEFORE, [*hidden, stretch.outer])
    if found is None:
        return _with_quoted_verb(words, stretch, left)
    return _announced(words, left, found, hidden) or found


def _with_quoted_verb(words: Words, stretch: Stretch, left: Sequence[Word]) -> Attribution | None:
    """The subject right before a verb of saying with which the quoted words begin: X « regrette … »."""
    quoted = [word for word in words.of(stretch.span) if word.lower not in CLITICS | {"n'"}]
    is_said = bool(quoted) and quoted[0].lower in reporting_forms() and quoted[0].is_finite
    if not left or not is_said or left[-1].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    phrase = phrase_left(words, left[-1].place + 1)
    is_whole = phrase is not None and (phrase.first == left[0].place or words[phrase.first - 1].lower == ",")
    return Attribution(How.BEFORE, phrase) if is_whole else None


def _announced(
    words: Words, left: Sequence[Word], found: Attribution, hidden: Sequence[Span]
) -> Attribution | None:
    """Who announced with a colon what a thing is said to do: X est formel : le pont montrait « … »."""
    if found.phrase is None or _may_speak(words[found.phrase.head]):
        return None
    marks = [word.place for word in left if word.lower == ":" and word.place < found.phrase.head]
    if not marks:
        return None
    clause = [word for word in left if word.place < marks[-1]]
    by = _of_clause(words, clause, marks[-1], hidden)
    return by if by.phrase is not None and _may_speak(words[by.phrase.head]) else None


def _may_speak(head: Word) -> bool:
    """Whether a noun is a name or means somebody who has words."""
    return head.text[:1].isupper() or head.pos == "PRON" or can_speak(head.lower)


def _is_shunned(left: Sequence[Word]) -> bool:
    """Whether an interviewer names a word that the other one avoids: Vous refusez le mot « … »."""
    return (
        bool(left)
        and left[-1].lower in ("mot", "mots", "terme", "termes", "expression", "adjectif")
        and any(word.lower in _SHUNNING for word in left[-8:])
    )


def _name_left(words: Words, verb: int) -> Phrase | None:
    """The name that stands right before a verb, with or without brackets: X (Les Verts) a dénoncé."""
    phrase = phrase_left(words, verb)
    is_name = (
        phrase is not None and words[phrase.head].pos == "PROPN" and words[phrase.first].text[:1].isupper()
    )
    return phrase if is_name else None


def fronted_body(words: Words, on: int) -> Phrase | None:
    """Among whom *on* speaks, where it opens the sentence: à la mairie, on dit ; du côté de X, on parle."""
    if words[on].lower != "on" or words[on - 1].lower != ",":
        return None
    first = on
    while first > 0 and words[first - 1].sentence == words[on].sentence:
        first -= 1
    opening = [word.lower for word in words.words[first : first + 4]]
    if opening[0] in ("à", "a", "au", "aux", "chez"):
        start = first + 1
    elif opening[:2] == ["du", "côté"] and opening[2] in ("de", "du", "des", "d'"):
        start = first + 3
    elif opening[0] == "dans" and opening[2] in ("entourage", "camp", "rangs", "équipe"):
        start = first + 1
    else:
        return None
    phrase = noun_phrase(words, start, on - 1)
    return phrase if phrase is not None and phrase.last == on - 2 else None


def _second_of_two(words: Words, verb: int, left: Sequence[Word]) -> Phrase | None:
    """Whose words they are where the verb is left out: le premier a parlé de « … », le second de « … »."""
    for word in left:
        is_second = word.lower in ("second", "seconde", "deuxième", "autre", "autres")
        if word.place > verb + 1 and is_second and words[word.place - 2].lower in (",", "et", ";"):
            return Phrase(word.place - 1, word.place, word.place)
    return None


def _verb_before(
    words: Words, left: Sequence[Word], forms: frozenset[str], how: How, hidden: Sequence[Span]
) -> Attribution | None:
    """The nearest reporting verb in `left`, with the subject it has or shares."""
    cue = None
    for word in reversed(left):
        if not reports(words, word, forms):
            continue
        own = verb_span(words, word.place)
        cue = cue or own
        pronoun = hyphen_pronoun(words, word.place)
        if pronoun is not None:
            inverted = words[pronoun].span
            is_own = cue == own
            start, end = min(cue.start, inverted.start), max(cue.end, inverted.end)
            return Attribution(how, Phrase(pronoun, pronoun, pronoun), Span(start, end) if is_own else cue)
        governor = word
        if word.lower in MADE_KNOWN:
            governor = words[word.place - 1]
        elif word.lower in infinitives() or not (word.is_finite or has_auxiliary(words, word.place)):
            governor = governor_of(words, word)
            pronoun = hyphen_pronoun(words, governor.place) if governor != word else None
            if pronoun is not None:
                return Attribution(how, Phrase(pronoun, pronoun, pronoun), cue)
        subject = subject_of(words, governor.place)
        if subject is None:
            subject = subject_left(words, verb_start(words, governor.place))
        if subject is None or not _may_speak(words[subject.head]):
            subject = _name_left(words, verb_start(words, governor.place)) or subject
        if subject is not None and not is_hidden(words[subject.head], hidden):
            if governor.lower in forms and word.lower in infinitives():
                cue = verb_span(words, governor.place)
            body = fronted_body(words, subject.head)
            if body is not None:
                return Attribution(how, body, cue, is_where=True)
            return Attribution(how, _second_of_two(words, word.place, left) or subject, cue)
    return None
