"""Noun phrases of a sentence: where they begin and end, and which is the subject of a verb."""

from dataclasses import dataclass

from articles.analysis.quotes.tokens import Word, Words

CLITICS = frozenset(
    """
se s' me m' lui leur nous te t' vous y en l' le la ne n'
""".split()
)

ADVERBS = frozenset(
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

_CIVILITIES = frozenset("m. mm. mme mlle me dr pr mgr".split())

_SOMEBODY = frozenset("quelqu'un ceux celles personne gens".split())
"""Words before *qui* that mean nobody whom a text names."""

_ORDINALS = frozenset("dernier dernière premier première second seconde".split())
"""Adjectives that stand for somebody: ce dernier ; la première."""

_PARTICLES = frozenset("de d' du des le la von van der den ten el al ben bin".split())

_RELATIVES = frozenset({"qui", "celui-ci", "celle-ci", "celui", "celle"})

_NOT_IN_PHRASE = frozenset("à au aux en lors dans sur devant avec pour par qui que dont où".split())

_IN_PHRASE = ("DET", "ADJ", "PROPN", "NOUN", "ADP")

_LONGEST_PHRASE = 14
"""Tokens of a noun phrase with its complements."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Who is said to speak: tokens `[first, last]` and the place of the head among them."""

    first: int
    last: int
    head: int


def noun_of(words: Words, head: int) -> str:
    """A head noun in small letters, with what a hyphen ties to its front: troisième-ligne."""
    first = head
    while (
        first > 1
        and words[first - 1].lower == "-"
        and words[first - 1].span.end == words[first].span.start
        and words[first - 2].span.end == words[first - 1].span.start
    ):
        first -= 2
    return "".join(word.lower for word in words.words[first : head + 1])


def subject_of(words: Words, verb: int) -> Phrase | None:
    """The subject the parser gives a verb, or the verb it is coordinated with."""
    for _ in range(3):
        for child in words.children[verb]:
            word = words[child]
            if word.dep.startswith("nsubj") and word.pos in ("NOUN", "PROPN", "PRON", "ADJ", "X"):
                if word.lower in ("un", "une") and _is_one_of(words, child):
                    return noun_phrase(words, child, len(words))
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
    qui = next((child for child in words.children[verb] if words[child].lower == "qui"), None)
    if qui and (words[qui - 1].lower in _SOMEBODY or words[qui - 2].lower == "quelqu'"):
        return Phrase(qui - 1, qui - 1, qui - 1)
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


def subject_left(words: Words, verb: int) -> Phrase | None:
    """The noun phrase that ends right before a verb, where the parser gives none.

    Insertions between commas are stepped over: X, de l'institut Y, qui n'a rien vu, juge.
    """
    place = verb - 1
    while place >= 0 and words[place].lower in CLITICS | ADVERBS:
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


def phrase_left(words: Words, end: int) -> Phrase | None:
    """The noun phrase that ends right before `end`, over a comma and brackets."""
    sentence = words[end - 1].sentence if end else -1
    last = end - 1
    if last >= 0 and words[last].lower == ",":
        last -= 1
    if last >= 0 and words[last].lower == ")":
        while last >= 0 and words[last].lower != "(" and words[last].sentence == sentence:
            last -= 1
        last -= 1
    first = last + 1
    while first > 0 and words[first - 1].sentence == sentence and _is_in_phrase(words[first - 1]):
        first -= 1
    for start in range(first, last + 1):
        phrase = noun_phrase(words, start, last + 1)
        if phrase is not None:
            return phrase
    return None


def _is_in_phrase(word: Word) -> bool:
    return word.pos in _IN_PHRASE or (word.text[:1].isupper() and word.pos != "PUNCT")


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
    inserted = -1
    for place in range(first, min(limit, first + _LONGEST_PHRASE, len(words))):
        if place <= inserted:
            continue
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
        if place == first and _is_one_of(words, place + (word.lower == "l'")):
            place += word.lower == "l'"
            several = noun_phrase(words, place + 2, limit)
            return None if several is None else Phrase(place, several.last, several.head)
        if place == first and _is_ordinal(words, first, limit):
            return Phrase(first, first + 1, first + 1)
        if head is not None and word.lower == "(":
            closing = _end_of_brackets(words, place, limit)
            if closing is not None and _names_itself(words, closing + 1, limit):
                inserted = closing
                continue
        if head is None and word.lower in _CIVILITIES and word.text[:1].isupper():
            last = place
            continue
        if head is None and last >= first and word.lower in _PARTICLES and words[last].lower in _CIVILITIES:
            last = head = place
            continue
        is_noun = (word.pos in ("NOUN", "PROPN", "X") and word.text[:1].isalnum()) or (
            word.text[:1].isupper() and word.pos != "DET" and place > first
        )
        if is_noun and head is None:
            head = place
        elif (
            head is None
            and word.pos not in ("DET", "ADJ", "NUM", "ADV")
            and word.lower not in ("m.", "mme", "-")
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


def _is_one_of(words: Words, place: int) -> bool:
    """Whether *un de* or *une des* stands at a place: one of several who are named together."""
    if place + 1 >= len(words):
        return False
    return words[place].lower in ("un", "une") and words[place + 1].lower in ("de", "d'", "des")


def _is_ordinal(words: Words, place: int, limit: int) -> bool:
    """Whether *ce dernier* or *la première* begins at `place`, with no noun behind it."""
    if place + 1 >= min(limit, len(words)) or words[place + 1].lower not in _ORDINALS:
        return False
    following = words[place + 2] if place + 2 < min(limit, len(words)) else None
    is_alone = following is None or following.pos not in ("NOUN", "PROPN", "ADJ")
    return is_alone and words[place].lower in ("ce", "cette", "le", "la")


def _end_of_brackets(words: Words, place: int, limit: int) -> int | None:
    """Where a few words in brackets end that begin at `place`."""
    for near in range(place + 1, min(place + 6, limit, len(words))):
        if words[near].lower == ")":
            return near
    return None


def _names_itself(words: Words, place: int, limit: int) -> bool:
    """Whether a name follows at `place`, with or without a comma: le maire (DVG), X."""
    if place < min(limit, len(words)) and words[place].lower == ",":
        place += 1
    return place < min(limit, len(words)) and _opens_apposition(words, words[place])


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
    if word.pos == "VERB" and word.lower.endswith(("ais", "ois")):
        return True
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
