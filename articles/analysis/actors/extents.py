"""How far a name reaches: what joins its capitals, and the words in small letters before and after them."""

import re

from articles.analysis.actors import data
from articles.analysis.actors.vocabulary import (
    ANNOUNCING_INITIALS,
    CAPITAL_ARTICLES,
    are_initials,
    is_first_name,
    is_function,
    is_stripped,
)
from articles.analysis.actors.words import Page, Word

_LEAGUES = re.compile(r"\s(?:des (?:champions|nations)|Europa|Conf[ée]rence)\b")
_TIMES = frozenset(
    """
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre matin soir semaine année mois hier
    """.split()
)
_NUMBERED_NAMES = frozenset({"france", "europe", "radio", "ligue", "division", "top"})
_HYPHENATED_PARTICLE = re.compile(r"(?:al|el|ben|bin|as|ad|ar|ash)[-‑][A-ZÀ-Þ]")
_LINKING = data.LINKS | data.PARTICLES | data.ENGLISH_LINKS | {"et"}
_LONGEST_RUN = 12
"""Words of a name that has capitals all along; a list without commas is no name."""
_LONGEST_TAIL = 10
"""Words in small letters that the name of a body may have after its capitalised ones."""


def joined(page: Page, first: int, end: int) -> int:
    """Where a run `[first, end)` ends with what joins it next; 0 where nothing does."""
    words = page.words
    if end >= len(words) or not words[end].touches or end - first >= _LONGEST_RUN:
        return 0
    before, word = words[end - 1], words[end]
    if word.is_capital and not (word.opens and word.gap.strip() == "" and is_function(word)):
        return 0 if word.opens else end + 1
    if word.text.isdigit():
        return end + 1 if before.plain in _NUMBERED_NAMES and len(word.text) < 3 else 0
    if _HYPHENATED_PARTICLE.match(word.text) and not before.is_acronym:
        return end + 1
    after = end
    while after < len(words) and after - end < 3 and words[after].touches and _links(words[after]):
        after += 1
    if after == end or after >= len(words):
        return 0
    target = words[after]
    if not (target.touches and target.is_capital and not target.opens):
        return 0
    if all(link.plain in data.ENGLISH_LINKS for link in words[end:after]):
        return after + 1
    if all(link.plain in data.PARTICLES for link in words[end:after]):
        return after + 1 if not before.is_acronym and not is_function(before) else 0
    return after + 1 if _links_names(page, first, end, after) else 0


def _links(word: Word) -> bool:
    return not word.is_capital and word.plain in _LINKING


def _links_names(page: Page, first: int, end: int, after: int) -> bool:
    """Whether small words between two capitals belong to one name."""
    words = page.words
    announced = announcer(page, first) in data.ANNOUNCERS
    while first < end - 1 and is_stripped(words[first], words[first + 1]):
        first += 1
    if words[first].plain in CAPITAL_ARTICLES and first < end - 1:
        first += 1
    head, link = words[first], words[end].plain
    if head.plain == "république" and any(
        word.plain.startswith("procureur") for word in words[max(0, first - 3) : first]
    ):
        return False
    if is_one_entity(words[first], words[after]):
        return end - first < 2 or head.label != "PER" or link in ("d'", "la")
    if link not in ("de", "du", "des", "d'") or is_function(head):
        return False
    if head.pos in ("NOUN", "ADJ") and announced:
        return True
    if head.plain in data.CAPITAL_ORG_HEADS or head.plain in data.EVENT_HEADS:
        return not is_first_name(words[after])
    last_part = head.plain.rpartition("-")[2]
    if head.plain in data.CAPITAL_PLACE_HEADS or last_part in ("côte", "val"):
        return True
    if end - first == 1 and is_first_name(head) and link in ("de", "d'", "du"):
        return True
    before = words[first - 1] if first and head.touches else None
    is_common = before is not None and before.plain in ("le", "la", "l'", "au", "du")
    return (
        is_common
        and link in ("des", "du")
        and not head.is_acronym
        and head.plain not in data.COUNTRIES | data.LONE_INSTITUTIONS | data.NO_NAMES
        and not is_first_name(words[after])
        and words[after].label != "PER"
    )


def is_one_entity(first: Word, last: Word) -> bool:
    tokens = first.token.doc
    return bool(first.label) and all(
        tokens[index].ent_iob_ == "I" for index in range(first.token.i + 1, last.token.i + 1)
    )


def announcer(page: Page, first: int) -> str:
    """The noun right before a name that says what it is the name of: `ong`, `ville`; else nothing."""
    words = page.words
    for index in range(first - 1, max(-1, first - 3), -1):
        is_noun = words[index].plain in ANNOUNCING_INITIALS or not words[index].is_capital
        if not words[index + 1].touches or not is_noun:
            return ""
        if words[index].plain in data.ANNOUNCERS | data.PLACE_ANNOUNCERS | data.EVENT_NOUNS:
            return words[index].plain
        if words[index].pos != "ADJ":
            return ""
    return ""


def left_head(page: Page, first: int, label: str, civility: str) -> int:
    """Where the noun in small letters stands that names a body or a place with the name; else `first`."""
    words = page.words
    if not words[first].touches or first == 0 or civility:
        return first
    before = words[first - 1]
    small = before.plain
    if small in data.BARE_HEADS and not before.is_capital:
        return first - 1
    index = first - 1
    while (
        index >= 0 and words[index].plain in ("de", "la", "le", "l'", "du", "des", "d'") and first - index < 4
    ):
        if not words[index].touches:
            return first
        index -= 1
    if index < 0 or index == first - 1 or words[index + 1].plain in ("la", "le", "l'"):
        return first
    if label == "PER" and words[index].plain not in data.PLACE_HEADS and is_first_name(words[first]):
        return first
    if words[index].plain == "département" and words[first].plain == "état":
        return index
    adjectives = 0
    while index >= 0 and first - index < 8:
        word = words[index]
        if word.plain in data.DE_HEADS and (not word.is_capital or word.plain == "chu"):
            return index
        if word.plain in data.DE_HEADS_WITH_ADJECTIVE and adjectives and not word.is_capital:
            return index
        is_inner = word.pos == "NOUN" and index > 1 and words[index - 1].plain in ("d'", "de")
        if is_inner and words[index - 1].plain == "de":
            is_inner = words[index - 2].plain in data.HEADS_WITH_NOUN
        if not word.touches or word.is_capital or not (word.pos == "ADJ" or is_inner):
            return first
        adjectives += 1
        index -= 1 + bool(is_inner)
    return first


def is_event(page: Page, core: int, end: int) -> bool:
    word, following = page.words[core], page.words[min(core + 1, len(page.words) - 1)]
    if word.plain in ("ligue", "top", "grand", "super"):
        return following.touches and (
            following.text.isdigit()
            or following.plain in ("prix", "chelem", "europa", "bowl")
            or (word.plain == "ligue" and _LEAGUES.match(page.text, word.end) is not None)
        )
    if word.plain not in data.EVENT_HEADS or (word.opens and not word.label and end - core == 1):
        return False
    return not (
        word.plain in ("tour", "route", "accord")
        and end - core == 2
        and core + 1 < end
        and following.is_capital
    )


def is_organisation_head(page: Page, core: int, end: int) -> bool:
    word = page.words[core]
    if word.plain not in data.CAPITAL_ORG_HEADS:
        return False
    if end - core > 1 or not word.opens:
        return True
    return tail(page, core, end, most=1) > end


def entity_end(page: Page, core: int, end: int) -> int:
    """The end of spaCy's entity where it goes on with adjectives or nouns in small letters."""
    words = page.words
    last = end
    while (
        last < len(words)
        and last - end < 6
        and words[last].touches
        and not words[last].is_capital
        and words[last].token.ent_iob_ == "I"
        and words[last].pos in ("ADJ", "NOUN", "ADP", "DET", "PROPN")
    ):
        last += 1
    while last > end and words[last - 1].pos in ("ADP", "DET"):
        last -= 1
    is_person = words[core].label == "PER"
    return end if is_person and end - core > 1 else last


def acronym_end(page: Page, core: int, end: int) -> int:
    """Where a name ends that its initials in brackets confirm; 0 where none do."""
    words = page.words
    for index in range(end, min(len(words), end + _LONGEST_TAIL)):
        word = words[index]
        if word.is_acronym and "(" in word.gap and word.gap.strip() == "(":
            name = [each.text for each in words[core:index]]
            return index if are_initials(word.text, name) else 0
        if not word.touches:
            return 0
    return 0


def tail(page: Page, core: int, end: int, *, most: int, nouns: bool = False) -> int:
    """Where the words in small letters end that go on the name of a body.

    They are adjectives and, `most` times or as long as spaCy says so, a preposition with its noun.
    """
    words = page.words
    groups = sum(word.plain in ("de", "du", "des", "d'") for word in words[core:end])
    index = end
    while index < len(words) and index - end < _LONGEST_TAIL and words[index].touches:
        word = words[index]
        is_inside = word.token.ent_iob_ == "I"
        if word.is_capital or word.plain in _TIMES:
            break
        if word.pos == "ADJ" or (
            is_inside and word.pos in ("ADJ", "NOUN", "VERB", "PROPN") and index > end - 1
        ):
            index += 1
            continue
        if nouns and index == end and word.pos == "NOUN":
            index += 1
            continue
        target = group_end(page, index)
        if not target:
            break
        if groups >= most and words[target - 1].token.ent_iob_ != "I" and words[index].plain != "et":
            break
        groups += 1
        index = target
    return index


def group_end(page: Page, index: int) -> int:
    """Where a preposition's group ends that starts here, its adjectives left out; 0 where none does."""
    words = page.words
    allowed = {"de", "du", "des", "d'", "pour", "sur", "contre"}
    if words[index].plain == "et":
        index += 1
        if index < len(words) and words[index].plain not in allowed:
            return 0
    elif words[index].plain not in allowed:
        return 0
    index += 1
    while index < len(words) and words[index].touches and words[index].plain in ("la", "le", "les", "l'"):
        index += 1
    if index >= len(words) or not words[index].touches or words[index].plain in _TIMES:
        return 0
    if words[index].pos == "NUM" and index + 1 < len(words) and words[index + 1].touches:
        index += 1
    word = words[index]
    is_noun = word.pos in ("NOUN", "PROPN", "ADJ") and not word.text[0].isdigit()
    return index + 1 if is_noun else 0
