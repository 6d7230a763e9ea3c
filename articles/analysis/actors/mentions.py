"""Where names stand in a page: capitalised words and what belongs to them, checked against spaCy's view.

A name found here is a run of words; who bears it, and where else it stands, is for `merging` to tell.
"""

import re
from collections.abc import Iterator

from articles.analysis.actors import data
from articles.analysis.actors.checks import Found, is_name, is_thing
from articles.analysis.actors.extents import (
    acronym_end,
    announcer,
    entity_end,
    group_end,
    is_event,
    is_one_entity,
    is_organisation_head,
    joined,
    left_head,
    tail,
)
from articles.analysis.actors.vocabulary import CAPITAL_ARTICLES, is_first_name, is_function, is_stripped
from articles.analysis.actors.words import Page, Word
from articles.spans import Span

_QUOTED = re.compile(r"«\s*([^«»“”\"]{1,70}?)\s*»|“\s*([^«»“”\"]{1,70}?)\s*”|\"\s*([^«»“”\"]{1,70}?)\s*\"")
_EVENT = "coupe"
_LINKING = data.LINKS | data.PARTICLES
_MOST_BEFORE_PLACE = 6
"""Words from an office to its place: *présidente du conseil régional de*."""


def find_names(page: Page) -> tuple[list[Found], list[Span]]:
    """The names in a page, in order, never overlapping, and the spans where no name is to be looked for.

    Those are titles of works, events, treaties, what a minister is in charge of. Linear time.
    """
    if page.is_in_capitals:
        return [], []
    titles, named = _quoted_names(page)
    taken = {
        index
        for span in [*titles, *(name.span for name in named)]
        for index in range(page.index(span.start), page.index(span.end - 1) + 1)
    }
    found, blocked = [*named, *_ministries(page)], titles
    for first, end in _runs(page):
        for name in _names_of_run(page, first, end):
            if taken.isdisjoint(range(name.first, name.end)):
                if is_name(name):
                    found.append(name)
                elif is_thing(name):
                    blocked.append(name.span)
    return _apart(found), blocked


def _apart(found: list[Found]) -> list[Found]:
    """The longer of the names that overlap, in order."""
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (name.first, -name.end)):
        if not kept or kept[-1].end <= name.first:
            kept.append(name)
    return kept


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the small words that join them."""
    words = page.words
    index = 0
    while index < len(words):
        if not _is_capital(words[index]):
            index += 1
            continue
        end = index + 1
        while further := joined(page, index, end):
            end = further
        yield index, end
        index = end


def _is_capital(word: Word) -> bool:
    return word.is_capital and (word.text[-1] not in "'’" or word.plain == "l'")


def _names_of_run(page: Page, first: int, end: int) -> Iterator[Found]:
    """The name in a run, if there is one: what is no part of it left out, what belongs to it taken in."""
    words = page.words
    civility = ""
    while first < end - 1 and (
        is_stripped(words[first], words[first + 1])
        or (words[first].opens and is_function(words[first]) and not _article_belongs(page, first, end))
    ):
        if words[first].plain.rstrip(".") in data.CIVILITIES or words[first].plain in data.CIVILITIES:
            civility = words[first].plain
        first += 1
    for index in range(first + 1, end - 1):
        if words[index].plain in data.CIVILITIES and words[index].pos != "PROPN":
            yield from _names_of_run(page, first, index)
            yield from _names_of_run(page, index, end)
            return
    if person := _after_the_place_of_an_office(page, first, end):
        yield from _names_of_run(page, first, person)
        yield from _names_of_run(page, person, end)
        return
    if (
        words[first].plain in CAPITAL_ARTICLES
        and words[first].opens
        and not _article_belongs(page, first, end)
    ):
        first += 1
    if first >= end:
        return
    if (
        not civility
        and first
        and words[first - 1].plain.rstrip(".") in data.CIVILITIES
        and words[first].touches
    ):
        civility = words[first - 1].plain
    if civility and words[first].opens and words[first].gap.strip():
        civility = ""
    if first > 1 and words[first].touches and words[first - 1].plain in ("de", "d'", "du"):
        titled = words[first - 2].plain.rstrip(".")
        if (
            titled in data.CIVILITIES
            and titled in ("m", "mm", "mme", "mmes", "mlle")
            and words[first - 1].touches
        ):
            civility, first = titled, first - 1
    name = _extended(page, first, end, civility)
    yield name


def _after_the_place_of_an_office(page: Page, first: int, end: int) -> int:
    """Where a name begins after an office's place, *le maire de Lyon Paul Durand*; 0 where none does."""
    words = page.words
    office = first
    while office and first - office < _MOST_BEFORE_PLACE and words[office].touches:
        office -= 1
        if words[office].is_capital:
            return 0
        if words[office].plain in data.ROLE_NOUNS:
            break
    if words[office].plain not in data.ROLE_NOUNS or is_first_name(words[first]) or first - office < 2:
        return 0
    for index in range(first + 1, end - 1):
        word, before = words[index], words[index - 1].plain
        is_saint = before in ("saint", "sainte") or before in _LINKING
        if is_first_name(word) and word.plain not in data.COUNTRIES and not is_saint:
            return index
    return 0


def _article_belongs(page: Page, first: int, end: int) -> bool:
    """Whether an article that opens a sentence is the first word of a name: `La Lanterne`, `Le Havre`."""
    words = page.words
    if words[first].plain not in CAPITAL_ARTICLES or first + 1 >= end:
        return False
    following = words[first + 1]
    if following.plain in data.MEDIA_HEADS and not following.is_acronym:
        return words[first].plain != "l'" or following.plain not in data.CAPITAL_ORG_HEADS
    return is_one_entity(words[first], following) and words[first].label in ("PER", "LOC", "MISC")


def _label(page: Page, first: int, end: int) -> str:
    """The label of most of the words, those in small letters left out."""
    labels = [word.label for word in page.words[first:end] if word.is_capital]
    labelled = [label for label in labels if label]
    return max(labelled, key=labelled.count) if labelled else ""


def _extended(page: Page, first: int, end: int, civility: str) -> Found:
    """The name with the words in small letters before and after that belong to it."""
    words = page.words
    label = _label(page, first, end)
    head = ""
    core = first + (words[first].plain in CAPITAL_ARTICLES and first + 1 < end)
    opener = words[core].plain
    start = left_head(page, first, label, civility)
    if start < first:
        head = words[start].plain
        end = tail(page, first, end, most=0) if head in ("ministère", "direction", "département") else end
        return Found(page, start, end, label, head=head)
    if is_event(page, core, end):
        return Found(page, first, tail(page, core, end, most=1), label, announced=_EVENT)
    announced = announcer(page, first)
    if is_organisation_head(page, core, end):
        head = opener
        end = acronym_end(page, core, end) or tail(page, core, end, most=2)
    elif opener in data.CAPITAL_PLACE_HEADS and end - first > 1:
        head = opener if opener in data.PLACE_HEADS else ""
    elif announced and end - first == 1 and words[first].pos in ("NOUN", "ADJ", "ADP", "VERB"):
        end = tail(page, first, end, most=1, nouns=True)
    if not head and not civility:
        end = acronym_end(page, core, end) or acronym_end(page, first, end) or entity_end(page, core, end)
    return Found(page, first, end, label, head=head, announced=announced, civility=civility)


def _quoted_names(page: Page) -> tuple[list[Span], list[Found]]:
    """The short quotations of a page that are titles of works, and those that name a body."""
    titles: list[Span] = []
    named: list[Found] = []
    base = page.parsed.base
    source = page.text[base : page.parsed.end]
    for quoted in _QUOTED.finditer(source):
        group = next(index for index in (1, 2, 3) if quoted[index] is not None)
        span = Span(base + quoted.start(group), base + quoted.end(group))
        first, end = page.index(span.start), page.index(span.end - 1) + 1
        if first < 0 or first >= end or page.words[first].start < span.start or end - first > 8:
            continue
        inside = page.words[first:end]
        opener = inside[inside[0].plain in CAPITAL_ARTICLES and end - first > 1]
        if not opener.is_capital or is_first_name(opener):
            continue
        announced = _noun_before(page, first) if inside[0].is_capital else ""
        has_verb = any(
            word.pos in ("VERB", "AUX") and "Fin" in word.token.morph.get("VerbForm", []) for word in inside
        )
        if announced in data.ANNOUNCERS and not has_verb and "," not in quoted[group]:
            named.append(Found(page, first, end, "ORG", announced=announced))
        elif (
            announced in data.WORK_NOUNS
            or announced in data.EVENT_NOUNS
            or (
                not has_verb
                and not is_function(inside[-1])
                and ":" not in inside[0].gap
                and quoted[group][-1] not in "!?.…,"
            )
        ):
            titles.append(span)
    return titles, named


def _noun_before(page: Page, first: int) -> str:
    """The noun that announces a quotation, a participle such as *baptisé* left out."""
    for word in reversed(page.words[max(0, first - 4) : first]):
        small = word.plain
        if small in data.ANNOUNCERS or small in data.WORK_NOUNS or small in data.EVENT_NOUNS:
            return small
        if word.pos not in ("ADJ", "VERB", "ADP", "NOUN") and small not in ("de", "dit", "intitulé"):
            return ""
    return ""


def _ministries(page: Page) -> Iterator[Found]:
    """Ministries whose name is in small letters: *le ministère de la santé*."""
    words = page.words
    for index, word in enumerate(words):
        if word.plain != "ministère":
            continue
        end = index + 1
        while (
            end < len(words) and words[end].touches and words[end].pos == "ADJ" and not words[end].is_capital
        ):
            end += 1
        target = group_end(page, end) if end < len(words) and words[end].touches else 0
        if target and words[target - 1].plain in data.PORTFOLIOS:
            yield Found(page, index, tail(page, end, target, most=0), "ORG", head="ministère")
