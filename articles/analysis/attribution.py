"""What attributes a quote: the cue, and the phrase that says whose words they are.

Patterns over tokens, in the order in which the French press uses them: the verb and subject right after
the marks, an incise inside them, a source (*selon*), a colon, a verb before partial words. Parts of
speech are not trusted beside quotation marks, where parsers fail; forms of reporting verbs are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.analysis.quotation_marks import Stretch
from articles.analysis.reporting_verbs import infinitives, reporting_forms, saying_forms
from articles.analysis.tokens import Word, Words
from articles.spans import Span

_AUXILIARIES = frozenset(
    """
a ai as ont avons avez avait avais avaient aura auront aurait auraient eut est sont était s'est
""".split()
)
_CLITICS = frozenset(
    """
se s' me m' lui leur nous te t' vous y en l' le la ne n'
""".split()
)
_ADVERBS = frozenset(
    """
aussi encore alors ensuite enfin toutefois cependant pourtant également d'ailleurs déjà ainsi même
bien notamment simplement longuement volontiers plutôt aussitôt récemment fermement
""".split()
)
_SUBJECT_PRONOUNS = frozenset(
    """
il elle on ils elles je tu nous vous -il -elle -on -ils -elles -je -tu -nous -vous
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

_CIVILITIES = frozenset("m. mm. mme mlle me dr pr mgr".split())
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

_BEING = frozenset("est sont était étaient sera seront serait été être soit fut furent".split())
_RELATIVES = frozenset({"qui", "celui-ci", "celle-ci", "celui", "celle"})
_NOT_IN_PHRASE = frozenset("à au aux en lors dans sur devant avec pour par qui que dont où".split())
_IN_PHRASE = ("DET", "ADJ", "PROPN", "NOUN", "ADP")

_LONGEST_PHRASE = 14
"""Tokens of a noun phrase with its complements."""


class How(Enum):
    """How a quote is attributed, the surest first."""

    AFTER = auto()
    INCISE = auto()
    SOURCE = auto()
    COLON = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is said to speak: tokens `[first, last]` and the place of the head among them."""

    first: int
    last: int
    head: int


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
        if _is_saying(words[place]) and lower not in _CLITICS:
            break
        if lower in _AUXILIARIES:
            saw_auxiliary = True
        elif lower in _MAKING and place + 1 < limit and words[place + 1].lower in _MADE_KNOWN:
            place += 1
            break
        elif lower.lstrip("-") in ("il", "elle", "on", "ils", "elles", "je") and lower.startswith("-"):
            pronoun = place
        elif lower not in _CLITICS and lower not in ("-t", "t", "-t-", "-") and lower not in _ADVERBS:
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
        if word.lower in _ADVERBS or word.pos in ("ADV",) or word.lower in _DAYS:
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
    auxiliary = next((word for word in reversed(left) if word.lower not in _ADVERBS), None)
    if auxiliary and quoted and auxiliary.lower in _AUXILIARIES and quoted[0].lower in reporting_forms():
        subject = subject_of(words, quoted[0].place) or _subject_left(words, auxiliary.place)
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
            subject = _subject_left(words, _verb_start(words, governor.place))
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
        if words[near].pos not in ("ADV", "PRON") and words[near].lower not in _CLITICS:
            break
    return start


def _verb_span(words: Words, place: int) -> Span:
    return Span(words[_verb_start(words, place)].span.start, words[place].span.end)


def subject_of(words: Words, verb: int) -> Phrase | None:
    """The subject the parser gives a verb, or the verb it is coordinated with."""
    for _ in range(3):
        for child in words.children[verb]:
            word = words[child]
            if word.dep.startswith("nsubj") and word.pos in ("NOUN", "PROPN", "PRON", "ADJ", "X"):
                if word.pos == "PRON" and word.lower not in _SUBJECT_PRONOUNS | _RELATIVES:
                    continue
                if word.lower == "qui":
                    return _antecedent(words, verb)
                return _around(words, child)
        if words[verb].dep not in ("conj", "xcomp", "advcl", "aux", "aux:tense", "aux:pass", "cop"):
            return None
        if words[words[verb].head].sentence != words[verb].sentence:
            return None
        verb = words[verb].head
    return None


def _antecedent(words: Words, verb: int) -> Phrase | None:
    head = words[verb].head
    if head != verb and words[head].lower in ("celui", "celle"):
        return Phrase(head, head, head)
    return _around(words, head) if head != verb and words[head].pos in ("NOUN", "PROPN") else None


def _around(words: Words, head: int) -> Phrase:
    """The phrase of a head: its determiner before it, and what follows up to a verb or a mark."""
    first = head
    while (
        first > 0
        and words[first - 1].pos in ("DET", "ADJ", "PROPN", "NUM")
        and words[first - 1].sentence == words[head].sentence
    ):
        first -= 1
    return noun_phrase(words, first, len(words)) or Phrase(first, head, head)


def _subject_left(words: Words, verb: int) -> Phrase | None:
    """The noun phrase that ends right before a verb, where the parser gives none.

    Insertions between commas are stepped over: X, de l'institut Y, qui n'a rien vu, juge.
    """
    place = verb - 1
    while place >= 0 and words[place].lower in _CLITICS | _ADVERBS:
        place -= 1
    sentence = words[verb].sentence
    if place < 0 or words[place].sentence != sentence:
        return None
    if words[place].lower in _SUBJECT_PRONOUNS:
        return Phrase(place, place, place)
    if words[place].lower == ",":
        return _before_insertions(words, place, sentence)
    if words[place].pos not in ("NOUN", "PROPN"):
        return None
    first = place
    while first > 0 and words[first - 1].pos in _IN_PHRASE and words[first - 1].sentence == sentence:
        first -= 1
    return noun_phrase(words, first, verb)


def _before_insertions(words: Words, comma: int, sentence: int) -> Phrase | None:
    """The phrase before the insertions that end with the comma at `comma`."""
    end = comma
    while end > 0 and words[end - 1].sentence == sentence:
        start = end
        while start > 0 and words[start - 1].sentence == sentence and words[start - 1].lower != ",":
            start -= 1
        phrase = noun_phrase(words, start, end) if words[start].pos in ("PROPN", "DET", "NOUN") else None
        opens_sentence = start == 0 or words[start - 1].sentence != sentence
        is_subject = words[start].pos == "DET" or words[phrase.head].pos == "PROPN" if phrase else False
        if phrase is not None and (is_subject or opens_sentence):
            return phrase
        if opens_sentence:
            return None
        end = start - 1
    return None


def noun_phrase(words: Words, first: int, limit: int) -> Phrase | None:
    """The phrase that begins at `first`, with its complements, up to a verb, a mark or a clause.

    Its head is its first noun or name, or a pronoun that stands alone. A name in apposition after a comma
    belongs to it (le maire de X, Jean Y).
    """
    head = None
    last = first - 1
    for place in range(first, min(limit, first + _LONGEST_PHRASE, len(words))):
        word = words[place]
        if word.sentence != words[first].sentence:
            break
        if head is None and word.lower.lstrip("-") in {p.lstrip("-") for p in _SUBJECT_PRONOUNS} | {
            "lui",
            "eux",
            "celui-ci",
            "celle-ci",
        }:
            return Phrase(place, place, place)
        if head is None and word.lower in _CIVILITIES and word.text[:1].isupper():
            last = place
            continue
        is_noun = word.pos in ("NOUN", "PROPN", "X") or (
            word.text[:1].isupper() and word.pos != "DET" and place > first
        )
        if is_noun and head is None:
            head = place
        elif (
            head is None and word.pos not in ("DET", "ADJ", "NUM", "ADV") and word.lower not in ("m.", "mme")
        ):
            if word.text[:1].isupper() and word.pos not in ("ADP", "SCONJ", "CCONJ", "PRON"):
                head = place
            else:
                return None
        elif head is not None and not _goes_on(words, place, head):
            break
        last = place
    if head is None:
        return None
    return Phrase(first, max(last, head), head)


def _goes_on(words: Words, place: int, head: int) -> bool:
    """Whether a token belongs to the phrase of `head`."""
    word = words[place]
    if word.lower == "." and len(words[place - 1].text) == 1 and words[place - 1].text.isupper():
        return True
    if word.lower in ("«", "»", "“", "”", '"', ":", ";", ".", "!", "?", "…", "(", ")", "–", "—"):
        return False
    if word.lower == ",":
        following = words[place + 1] if place + 1 < len(words) else None
        return following is not None and _opens_apposition(words, following)
    if word.pos in ("VERB", "AUX", "SCONJ", "CCONJ") and not word.text[:1].isupper():
        return False
    if word.pos == "PRON":
        return False
    if word.lower in _RELATIVE_WORDS or word.lower not in _NOT_IN_PHRASE:
        return word.lower not in _RELATIVE_WORDS
    return _leads_to_name(words, place)


_RELATIVE_WORDS = frozenset("qui que dont où".split())


def _leads_to_name(words: Words, place: int) -> bool:
    """Whether a complement ends with a comma and a name: l'adjointe aux déplacements, X."""
    for near in range(place + 1, min(place + 8, len(words) - 1)):
        word = words[near]
        if word.pos in ("VERB", "AUX", "PRON") or word.sentence != words[place].sentence:
            return False
        if word.lower == ",":
            return _opens_apposition(words, words[near + 1])
    return False


def _opens_apposition(words: Words, following: Word) -> bool:
    """Whether a comma is followed by a name (with or without its title): the phrase names itself there."""
    if following.text[:1].isupper() and following.pos in ("PROPN", "NOUN", "X", "ADJ"):
        return True
    second = words[following.place + 1] if following.place + 1 < len(words) else None
    third = words[following.place + 2] if following.place + 2 < len(words) else None
    return (
        following.pos == "DET"
        and second is not None
        and second.lower in ("dr", "pr", "professeur", "docteur")
        and third is not None
        and third.text[:1].isupper()
    )


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
    """The tokens of the sentence in which the stretch begins, as `[first, last)`."""
    place = min(words.at_or_after(stretch.outer.start), len(words) - 1)
    first = last = place
    while first > 0 and words[first - 1].sentence == words[place].sentence:
        first -= 1
    while last < len(words) and words[last].sentence == words[place].sentence:
        last += 1
    return first, last
