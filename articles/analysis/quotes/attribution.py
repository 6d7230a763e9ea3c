"""What attributes a quote: the cue, and the phrase that says whose words they are.

Patterns over tokens, in the order in which the French press uses them: the verb and subject right after
the marks, an incise inside them, a source (*selon*), a colon, a verb before partial words. Parts of
speech are not trusted beside quotation marks, where parsers fail; forms of reporting verbs are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.phrases import (
    ADVERBS,
    CLITICS,
    Phrase,
    noun_phrase,
    subject_left,
    subject_of,
)
from articles.analysis.quotes.reporting_verbs import infinitives, reporting_forms, saying_forms
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

_AUXILIARIES = frozenset(
    """
a ai as ont avons avez avait avais avaient aura auront aurait auraient eut est sont était s'est
""".split()
)
_SOURCES = frozenset({"selon", "dixit"})
_DOCUMENTS = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet post courriel
entretien interview bilan avis analyse décompte calcul calculs chiffres données estimation
estimations propos mots mot formule expression déclaration témoignage récit source sources entourage
proche proches
""".split()
)
_WRITTEN_BY_NOBODY = frozenset(
    """
banderole banderoles pancarte pancartes slogan slogans affiche affiches inscription tag entendue
entendu lue panneau
""".split()
)
_SAYINGS = frozenset(
    """
phrase mot mots formule citation propos message réponse commentaire verdict réaction question cri conseil
réplique explication précision conclusion analyse diagnostic remarque plaisanterie boutade
devise aveu confidence avertissement promesse slogan constat
""".split()
)
"""Nouns for something said: « le mot de X : … », « cite une phrase de X : … »."""

_MADE_KNOWN = frozenset("savoir valoir remarquer observer".split())
_MAKING = frozenset("fait font faisait faisaient fit feront fera faire".split())
_UNDERGONE = frozenset(
    """
décrit décrite décrits décrites qualifié qualifiée qualifiés qualifiées jugé jugée jugés jugées présenté
présentée présentés présentées résumé résumée résumés résumées employé employée employés employées utilisé
utilisée utilisées lancé lancée lancés lancées prononcé prononcée dénoncé dénoncée dénoncés dénoncées salué
saluée salués saluées traité traitée traités traitées considéré considérée considérés considérées réclamé
réclamée réclamés réclamées évoqué évoquée évoqués évoquées cité citée cités citées défini définie définis
perçu perçue vu vue annoncé annoncée annoncés promis promise estimé estimée désigné désignée accusé accusée
""".split()
)
"""Participles that carry somebody's words in the passive: jugé « … » par X."""

_NEAR = 200
"""Tokens on either side of a stretch in which its sentence is looked at."""

_BEING = frozenset("est sont était étaient sera seront serait été être soit fut furent".split())


class How(Enum):
    """How a quote is attributed, the surest first."""

    AFTER = auto()
    INCISE = auto()
    SOURCE = auto()
    COLON = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote's cue, as a span where there is one, and its speaker's phrase, where one is given."""

    how: How
    phrase: Phrase | None
    cue: Span | None = None


def attribution(words: Words, stretch: Stretch, others: Sequence[Stretch]) -> Attribution | None:
    """How the words of `stretch` are attributed in and around its sentences, or None.

    `others` are the stretches that do not hold this one: what stands in them is not looked at.
    """
    hidden = [other.outer for other in others if len(words.of(other.span)) > 1]
    if stretch.depth:
        inner = _before(words, stretch, hidden) or _colon(words, stretch, hidden)
        if inner is not None:
            return inner
    return (
        _after(words, stretch)
        or _incise(words, stretch)
        or _source(words, stretch, hidden)
        or _colon(words, stretch, hidden)
        or _before(words, stretch, hidden)
    )


def _after(words: Words, stretch: Stretch) -> Attribution | None:
    """« … », a-t-elle dit ; « … », explique X ; « … », selon X ; « … » pour X."""
    place = words.at_or_after(stretch.outer.end)
    limit = _paragraph_end(words, place, stretch.paragraph)
    start = place
    while place < limit and words[place].lower in (",", "–", "—", ".", "…") and place - start < 1:
        place += 1
    if place >= limit:
        return None
    if words[place].text[:1].isupper() and words[place].sentence != words[start - 1].sentence:
        return None
    passive = _passive(words, stretch, place, limit)
    if passive is not None:
        return passive
    if words[place].lower in ("pour",) and place == start:
        phrase = noun_phrase(words, place + 1, limit)
        return Attribution(How.AFTER, phrase, words[place].span) if phrase else None
    if words[place].lower in _SOURCES or _is_after_all(words, place):
        return _source_at(words, place, limit)
    if start < place and words[start].lower == ".":
        return None
    return _inverted(words, place, limit, How.AFTER)


def _passive(words: Words, stretch: Stretch, place: int, limit: int) -> Attribution | None:
    """Jugé « … » par X ; l'expression « … », employée par X."""
    first, _ = _sentence_bounds(words, stretch)
    if words[place].lower in _UNDERGONE and place + 1 < limit and words[place + 1].lower == "par":
        return Attribution(How.AFTER, noun_phrase(words, place + 2, limit), words[place].span)
    if words[place].lower != "par":
        return None
    for word in reversed(words.words[first : words.at_or_after(stretch.outer.start)]):
        if word.lower in _UNDERGONE:
            return Attribution(How.AFTER, noun_phrase(words, place + 1, limit), _verb_span(words, word.place))
    return None


def _inverted(words: Words, place: int, limit: int, how: How) -> Attribution | None:
    """A verb of saying at `place`, after clitics and an auxiliary, with its subject behind it."""
    first = place
    pronoun = None
    saw_auxiliary = False
    while place < limit and place - first < 7:
        lower = words[place].lower
        if _is_saying(words[place]) and lower not in CLITICS:
            break
        if lower in _AUXILIARIES:
            saw_auxiliary = True
        elif lower in _MAKING and place + 1 < limit and words[place + 1].lower in _MADE_KNOWN:
            place += 1
            break
        elif lower.lstrip("-") in ("il", "elle", "on", "ils", "elles", "je") and lower.startswith("-"):
            pronoun = place
        elif lower not in CLITICS and lower not in ("-t", "t", "-t-", "-") and lower not in ADVERBS:
            return None
        place += 1
    if place >= limit or place - first >= 7:
        return None
    verb = place
    if words[verb].lower in infinitives() and words[verb - 1].lower not in _MAKING:
        return None
    place += 1
    while pronoun is None and place < limit and words[place].lower in ("-t", "t", "-t-", "-"):
        place += 1
    if (
        pronoun is None
        and place < limit
        and words[place].lower.lstrip("-")
        in ("il", "elle", "on", "ils", "elles", "je", "t-il", "t-elle", "t-on", "t-ils", "t-elles")
    ):
        pronoun = place
    is_compound = words[verb - 1].lower in _MAKING
    if saw_auxiliary and pronoun is None and not (_is_participle(words[verb]) or is_compound):
        return None
    end = max(verb, pronoun or verb)
    cue = Span(words[first].span.start, words[end].span.end)
    if pronoun is not None:
        if words[pronoun].lower.endswith("on"):
            return Attribution(how, _at_whose(words, end + 1, limit), cue)
        return Attribution(how, Phrase(pronoun, pronoun, pronoun), cue)
    phrase = _skipping(words, verb + 1, limit)
    if phrase is None or (not saw_auxiliary and _is_bare_participle(words[verb])):
        return None
    return Attribution(how, phrase, cue)


def _is_bare_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "ée", "és", "ées"))


def _skipping(words: Words, place: int, limit: int) -> Phrase | None:
    """The subject behind a verb, over adverbs and short complements (« lundi », « à la presse »)."""
    for start in range(place, min(place + 6, limit)):
        word = words[start]
        if word.lower in ADVERBS or word.pos in ("ADV",) or word.lower in _DAYS:
            continue
        if word.pos in ("ADP",) or word.lower in (
            "à",
            "au",
            "aux",
            "sur",
            "dans",
            "en",
            "par",
            "lors",
            "devant",
        ):
            behind = _after_complement(words, start, limit)
            return noun_phrase(words, behind, limit) if behind else None
        return noun_phrase(words, start, limit)
    return None


def _after_complement(words: Words, place: int, limit: int) -> int | None:
    """Where a subject may begin after a prepositional complement of one noun."""
    for start in range(place + 1, min(place + 6, limit)):
        if words[start].pos in ("NOUN", "PROPN"):
            following = start + 1
            if (
                following < limit
                and words[following].pos in ("DET", "PROPN")
                and words[following].lower not in ("du", "des")
            ):
                return following
            return None
    return None


_DAYS = frozenset(
    """
lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir
""".split()
)


def _at_whose(words: Words, place: int, limit: int) -> Phrase | None:
    """The body behind *on*: insiste-t-on au ministère ; explique-t-on chez X ; du côté de X."""
    for start in range(place, min(place + 4, limit)):
        if words[start].lower in ("au", "à", "chez", "de", "du", "aux"):
            return noun_phrase(words, start + 1, limit)
    return None


def _incise(words: Words, stretch: Stretch) -> Attribution | None:
    """« …, a déclaré X, … » ; « … ?, sourit-elle. … »: inside the marks, between commas."""
    first, last = words.at_or_after(stretch.span.start), words.at_or_after(stretch.span.end)
    for place in range(first + 1, last - 1):
        if words[place].lower not in (",", "?", "!", "…", "–", "—"):
            continue
        found = _inverted(words, place + 1, min(last, place + 30), How.INCISE)
        if found is None or found.cue is None:
            continue
        end = found.phrase.last if found.phrase else place
        behind = max(end, words.before(found.cue.end))
        after = behind + 1
        closes = after >= last or words[after].lower in (",", ".", "…", "!", "?", ":", ";", "–", "(")
        is_pronoun = found.phrase is not None and found.phrase.first == found.phrase.last
        if (
            closes or (is_pronoun and words[found.phrase.head].lower.startswith("-"))
            if found.phrase
            else closes
        ):
            return found
    return None


def _source(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """Selon X, … ; …, d'après X ; Pour X, …: anywhere in the sentence that holds the quote."""
    first, last = _sentence_bounds(words, stretch)
    for place in range(first, last):
        word = words[place]
        if _is_hidden(word, hidden) or word.span.start in stretch.outer:
            continue
        if word.lower in _SOURCES or _is_after_all(words, place):
            found = _source_at(words, place, last)
            if found is not None:
                return found
        if word.lower == "pour" and place == first and words[place].text[0].isupper():
            phrase = noun_phrase(words, place + 1, last)
            if phrase and phrase.last + 1 < last and words[phrase.last + 1].lower == ",":
                return Attribution(How.SOURCE, phrase, word.span)
    return None


def _is_after_all(words: Words, place: int) -> bool:
    """Whether *d'après* stands at `place`."""
    lower = words[place].lower
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return (lower == "d'" and following == "après") or lower == "d'après"


def _source_at(words: Words, place: int, limit: int) -> Attribution | None:
    last = place + 1 if words[place].lower == "d'" else place
    cue = Span(words[place].span.start, words[last].span.end)
    phrase = noun_phrase(words, last + 1, limit)
    if phrase is None:
        return None
    return Attribution(How.SOURCE, _author(words, phrase, limit), cue)


def _author(words: Words, phrase: Phrase, limit: int) -> Phrase:
    """Whose document it is, where the phrase names one: selon un communiqué du ministère."""
    if words[phrase.head].lower not in _DOCUMENTS:
        return phrase
    for place in range(phrase.head + 1, min(phrase.head + 7, limit)):
        if words[place].lower in ("de", "du", "des", "d'"):
            return noun_phrase(words, place + 1, limit) or phrase
        if words[place].pos not in ("ADJ", "VERB", "ADV"):
            return phrase
    return phrase


def _colon(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """X déclare : « … » ; X (fonction) : « … » ; le mot de X : « … »."""
    colon = words.before(stretch.outer.start)
    while colon >= 0 and not words[colon].lower.strip():
        colon -= 1
    if colon < 0 or words[colon].lower != ":":
        return None
    if words[colon].paragraph < stretch.paragraph - 1:
        return None
    first = colon
    while first > 0 and words[first - 1].sentence == words[colon].sentence:
        first -= 1
    clause = [word for word in words.words[first:colon] if not _is_hidden(word, hidden)]
    if any(word.lower in _WRITTEN_BY_NOBODY for word in clause):
        return Attribution(How.COLON, None)
    found = _verb_before(words, clause, saying_forms(), How.COLON, hidden)
    by = _said_by(words, clause, colon)
    if by is not None:
        return Attribution(How.COLON, by, found.cue if found else None)
    if found is not None:
        return found
    finite = [word for word in clause if word.is_finite or word.pos == "VERB"]
    for word in finite:
        subject = subject_of(words, word.place)
        if subject is not None:
            return Attribution(How.COLON, subject, _verb_span(words, word.place))
    phrase = noun_phrase(words, first, colon) if clause else None
    return Attribution(How.COLON, phrase) if phrase is not None else Attribution(How.COLON, None)


def _said_by(words: Words, clause: Sequence[Word], colon: int) -> Phrase | None:
    """The author in *le mot de X :*, *cite une phrase de X :*, *la dernière ligne est de lui :*."""
    for word in reversed(clause):
        if word.lower not in ("de", "d'", "du", "par") or word.place + 1 >= colon or not word.place:
            continue
        by = noun_phrase(words, word.place + 1, colon)
        if by is None or by.last != colon - 1:
            continue
        before = words[word.place - 1].lower
        is_passive = word.lower == "par" and any(other.lower in _UNDERGONE for other in clause)
        if before in _SAYINGS or before == "est" or words[by.head].lower in ("lui", "elle") or is_passive:
            return by
    return None


def _before(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """X a dénoncé des gestes « … » ; X affirme que … « … » ; X a « exhorté » Y."""
    first, _ = _sentence_bounds(words, stretch)
    start = words.at_or_after(stretch.outer.start)
    left = [word for word in words.words[first:start] if not _is_hidden(word, hidden)]
    quoted = words.of(stretch.span)
    auxiliary = next((word for word in reversed(left) if word.lower not in ADVERBS), None)
    if auxiliary and quoted and auxiliary.lower in _AUXILIARIES and quoted[0].lower in reporting_forms():
        subject = subject_of(words, quoted[0].place) or subject_left(words, auxiliary.place)
        return Attribution(How.BEFORE, subject)
    return _verb_before(words, left, reporting_forms(), How.BEFORE, hidden)


def _verb_before(
    words: Words, left: Sequence[Word], forms: frozenset[str], how: How, hidden: Sequence[Span]
) -> Attribution | None:
    """The nearest reporting verb in `left`, with the subject it has or shares."""
    cue = None
    for word in reversed(left):
        if not _reports(words, word, forms):
            continue
        cue = cue or _verb_span(words, word.place)
        pronoun = _hyphen_pronoun(words, word.place)
        if pronoun is not None:
            start, end = min(cue.start, words[pronoun].span.start), max(cue.end, words[pronoun].span.end)
            return Attribution(how, Phrase(pronoun, pronoun, pronoun), Span(start, end))
        governor = word
        if word.lower in _MADE_KNOWN:
            governor = words[word.place - 1]
        elif word.lower in infinitives() or not (word.is_finite or _has_auxiliary(words, word.place)):
            governor = _governor(words, word)
            pronoun = _hyphen_pronoun(words, governor.place) if governor != word else None
            if pronoun is not None:
                return Attribution(how, Phrase(pronoun, pronoun, pronoun), cue)
        subject = subject_of(words, governor.place)
        if subject is None:
            subject = subject_left(words, _verb_start(words, governor.place))
        if subject is not None and not _is_hidden(words[subject.head], hidden):
            if governor.lower in forms and word.lower in infinitives():
                cue = _verb_span(words, governor.place)
            return Attribution(how, subject, cue)
    return None


def _reports(words: Words, word: Word, forms: frozenset[str]) -> bool:
    """Whether a token is a verb that reports here: no noun, and no participle that somebody underwent."""
    before = words[word.place - 1] if word.place else None
    if word.lower in _MADE_KNOWN and before is not None and before.lower in _MAKING:
        return True
    if word.lower not in forms or word.pos in ("DET", "ADP", "PROPN", "ADV", "PRON"):
        return False
    if word.pos in ("NOUN", "ADJ") and before is not None and before.pos in ("DET", "ADP"):
        return False
    if word.lower.endswith(("ée", "és", "ées")):
        return False
    reflexive = word.place > 1 and words[word.place - 2].lower in ("s'", "se")
    return before is None or before.lower not in _BEING or reflexive or word.is_finite


def _governor(words: Words, word: Word) -> Word:
    """The verb whose subject an infinitive or participle shares."""
    current = word
    for _ in range(4):
        head = words[current.head]
        if head.place == current.place or head.sentence != word.sentence:
            break
        current = head
        if current.pos in ("VERB", "AUX") and (current.is_finite or _has_auxiliary(words, current.place)):
            return current
    return word


def _has_article(words: Words, place: int) -> bool:
    return place > 0 and words[place - 1].pos == "DET"


def _has_auxiliary(words: Words, place: int) -> bool:
    return any(words[child].pos == "AUX" for child in words.children[place]) or (
        place > 0 and words[place - 1].lower in _AUXILIARIES
    )


def _hyphen_pronoun(words: Words, place: int) -> int | None:
    """The pronoun of an inverted verb near `place`: a-t-il précisé ; écrit-elle."""
    for near in (place - 1, place + 1, place + 2):
        if 0 <= near < len(words) and words[near].sentence == words[place].sentence:
            lower = words[near].lower
            if lower.startswith("-") and lower.lstrip("-") in ("il", "elle", "ils", "elles"):
                return near
    return None


def _verb_start(words: Words, place: int) -> int:
    """The first token of a verb with its auxiliary and adverbs between."""
    start = place
    for near in range(place - 1, max(-1, place - 4), -1):
        if words[near].lower in _AUXILIARIES:
            return near
        if words[near].pos not in ("ADV", "PRON") and words[near].lower not in CLITICS:
            break
    return start


def _verb_span(words: Words, place: int) -> Span:
    return Span(words[_verb_start(words, place)].span.start, words[place].span.end)


def _is_saying(word: Word) -> bool:
    return word.lower in saying_forms()


def _is_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "i", "u", "t", "s", "ée"))


def _is_hidden(word: Word, hidden: Sequence[Span]) -> bool:
    return any(word.span.start in span for span in hidden)


def _paragraph_end(words: Words, place: int, paragraph: int) -> int:
    end = place
    while end < len(words) and words[end].paragraph == paragraph and end - place < 40:
        end += 1
    return end


def _sentence_bounds(words: Words, stretch: Stretch) -> tuple[int, int]:
    """The tokens near by of the sentence in which the stretch begins, as `[first, last)`."""
    place = min(words.at_or_after(stretch.outer.start), len(words) - 1)
    end = words.at_or_after(stretch.outer.end)
    first = last = place
    while first > max(0, place - _NEAR) and words[first - 1].sentence == words[place].sentence:
        first -= 1
    while last < min(len(words), end + _NEAR) and words[last].sentence == words[place].sentence:
        last += 1
    return first, last
