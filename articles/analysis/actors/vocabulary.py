"""What a word may be to a name: a first name, an inhabitant, a title before it, the opening of a sentence."""

import re

from articles.abbreviations import INVERTED_PRONOUNS, STARTERS
from articles.analysis.actors import data
from articles.analysis.actors.words import Word, plain

CAPITAL_ARTICLES = frozenset({"le", "la", "les", "l'"})
_FUNCTION_TAGS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "NUM", "INTJ", "PUNCT"})
_IMPERATIVE_PRONOUNS = frozenset("moi toi le la les lui leur en y".split())
_BARE_PREPOSITIONS = frozenset({"a"})
"""Prepositions that lost their accent with their small letter: *A Lyon*."""
_CREDITS = frozenset("reportage propos texte récit entretien interview photo photos".split())
"""What a line at an end of the article says that somebody has made of it."""
ANNOUNCING_INITIALS = frozenset({"ong", "pme", "asbl", "sarl"})


def is_first_name(word: Word) -> bool:
    """Whether a word is a common first name, alone or with others after a hyphen."""
    parts = word.plain.split("-")
    names = data.FEMININE_NAMES | data.MASCULINE_NAMES
    return word.plain in names or (len(parts) > 1 and parts[0] in names)


def is_function(word: Word) -> bool:
    """Whether a word has a capital only because it opens a sentence."""
    small = word.plain
    last_part = small.rpartition("-")[2] if "-" in small else ""
    if small in STARTERS or last_part in INVERTED_PRONOUNS:
        return True
    if word.opens and (last_part in _IMPERATIVE_PRONOUNS or small in _BARE_PREPOSITIONS):
        return True
    return word.pos in _FUNCTION_TAGS and not word.label and not word.is_acronym and not word.is_initial


def is_common_opener(word: Word) -> bool:
    """Whether a word that is somebody's name stands here as a common word that opens a sentence."""
    if not word.opens or word.is_acronym or not word.token.vocab.has_vector(word.plain):
        return False
    return is_function(word) or (word.pos not in ("PROPN", "NOUN") and not word.label)


def is_demonym(word: Word) -> bool:
    small = word.plain
    if "-" in small:
        return False
    return (
        small in data.DEMONYMS
        or re.fullmatch(r".{2,}(?:ais|aise|ois|oise|ien|ienne|éen|éenne)", small) is not None
    )


def is_demonym_plural(word: Word) -> bool:
    small = word.plain
    return small not in data.PLURAL_PLACES and (
        small[:-1] in data.DEMONYMS
        or re.fullmatch(r".{2,}(?:aises|oises|iens|iennes|éens|éennes)", small) is not None
    )


def is_stripped(word: Word, following: Word) -> bool:
    """Whether a capitalised word before a name is no part of it."""
    small = word.plain
    if small in data.CIVILITIES or small.rstrip(".") in data.CIVILITIES:
        return True
    if small in ANNOUNCING_INITIALS or (word.opens and small in _CREDITS and following.label != "ORG"):
        return True
    if word.opens and small in _BARE_PREPOSITIONS:
        return True
    if small in data.AGENCIES and is_first_name(following):
        return True
    if word.is_initial and word.opens and is_function(following):
        return True
    if small in CAPITAL_ARTICLES or is_first_name(word) or word.is_initial or word.is_acronym:
        return False
    if small in data.PARTICLES and following.is_capital:
        return False
    if small in data.RANKS:
        return following.label in ("PER", "") or is_first_name(following)
    if is_demonym(word) and small not in data.MEDIA_HEADS and following.plain not in data.ORG_WORDS:
        return True
    if word.opens and small not in data.CAPITAL_ORG_HEADS | data.CAPITAL_PLACE_HEADS | data.EVENT_HEADS:
        return is_function(word) or (not word.label and word.pos in ("VERB", "NOUN", "ADJ"))
    return False


def all_initials(words: list[str]) -> set[str]:
    """The initials of a name's words, without accents: of those that count, and of all."""
    parts = [part for word in words for part in re.split(r"[-' ]", plain(word)) if part]
    full = [part for part in parts if part not in data.LINKS | {"l", "d", "et"}]
    return {data.unaccented("".join(part[0] for part in each)) for each in (full, parts)}


def are_initials(acronym: str, words: list[str]) -> bool:
    """Whether capitals are a name's initials; a word may be left out, or two letters taken from one."""
    letters = data.unaccented("".join(letter for letter in plain(acronym) if letter.isalpha()))
    initials = all_initials(words)
    if letters in initials:
        return True
    longest, shortest = max(initials, key=len), min(initials, key=len)
    remaining = iter(longest)
    is_subsequence = all(letter in remaining for letter in letters)
    is_first = shortest[:1] == letters[:1]
    return len(letters) > 2 and is_subsequence and is_first and len(shortest) <= len(letters) + 1
