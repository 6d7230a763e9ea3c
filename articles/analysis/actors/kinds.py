"""Whether a name is a person's, an organisation's or a place's: what all its mentions say, weighed."""

import re
from collections import Counter
from collections.abc import Sequence

from articles.analysis.actors import data
from articles.analysis.actors.checks import Found, says
from articles.analysis.actors.vocabulary import is_first_name
from articles.analysis.actors.words import Page
from articles.annotations import ActorKind, Gender

_BY_LABEL = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}

_LOCAL_PAPER = re.compile(r"[^\W\d_]{2,}-(?:matin|soir|presse|hebdo|éco|info|infos|tv)")
_QUARTERS = frozenset("nord sud est ouest".split())
_MEMBERS = frozenset(
    """
    pdg patron patronne entraîneur entraîneuse attaquant attaquante défenseur milieu gardien joueur
    joueuse joueurs capitaine supporters actionnaires actionnaire salariés dirigeants fans public
    porte-parole points pelouse leader match contre
    """.split()
)
"""Words that *de* and the name of a body follow."""


_MINUTE = re.compile(r"\s?\(\d{1,3}(?:e|ème|['’′])(?!\w)")
"""The minute in which somebody has scored."""


def kind_of(found: Sequence[Found]) -> ActorKind:
    """The kind that most of the evidence is for; an organisation where there is none."""
    votes: Counter[ActorKind] = Counter()
    votes[ActorKind.ORGANISATION] += 0
    for name in found:
        if name.label in _BY_LABEL:
            votes[_BY_LABEL[name.label]] += 4
        _weigh_form(name, votes)
        _weigh_context(name, votes)
    if votes[ActorKind.PERSON] == max(votes.values()) and not any(
        _is_surely_a_person(name) for name in found
    ):
        votes[ActorKind.ORGANISATION] += votes.pop(ActorKind.PERSON, 0)
    best = max(votes.values())
    order = (ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.PLACE)
    return next(kind for kind in order if votes[kind] == best)


def _is_surely_a_person(name: Found) -> bool:
    """Whether more than spaCy's word says that a name is a person's: a word alone hardly ever is."""
    words = name.page.words
    if len(name.words) > 1 or name.civility or is_first_name(name.words[0]):
        return not (name.words[-1].plain in data.ORG_WORDS or name.announced in data.ANNOUNCERS)
    before = words[name.first - 1] if name.first else None
    gap = words[name.first].gap.strip()
    if before is not None and gap in ("", ",") and before.plain in data.ROLE_NOUNS:
        return True
    if _behaves_as_a_person(name):
        return True
    after = words[name.end] if name.end < len(words) else None
    return (
        after is not None
        and after.gap.strip() in (",", "(")
        and after.plain in data.ROLE_NOUNS | {"né", "née"}
    )


def _behaves_as_a_person(name: Found) -> bool:
    """Whether a word alone does what only people do, stands among first names, or has scored."""
    page = name.page
    before = page.words[name.first - 1] if name.first and name.words[0].touches else None
    following = page.words[name.end] if name.end < len(page.words) else None
    if before is not None and before.plain in data.HUMAN_VERBS:
        return True
    if following is not None and following.touches and following.plain in data.HUMAN_VERBS:
        return True
    if _MINUTE.match(page.text, name.span.end):
        return True
    return _is_among_first_names(name)


def _is_among_first_names(name: Found) -> bool:
    """Whether a word alone comes after a first name in a list: *Lucien, Bébert et les autres*."""
    words, first = name.page.words, name.first
    if first < 2 or len(name.words) > 1:
        return False
    following = words[name.end] if name.end < len(words) else None
    if words[first].touches and words[first - 1].plain == "et":
        return words[first - 1].touches and is_first_name(words[first - 2]) and words[first - 2].is_capital
    return (
        words[first].gap.strip() == ","
        and words[first - 1].is_capital
        and is_first_name(words[first - 1])
        and following is not None
        and following.touches
        and following.plain == "et"
    )


def _weigh_form(name: Found, votes: Counter[ActorKind]) -> None:
    """What the form of a name says."""
    words = name.words
    first, small = words[0], words[0].plain
    if name.civility:
        votes[ActorKind.PERSON] += 20
    if name.head:
        is_place = name.head in data.PLACE_HEADS and not (name.head == "stade" and first.is_capital)
        kind = ActorKind.PLACE if is_place else ActorKind.ORGANISATION
        votes[kind] += 30
    elif name.announced in data.ANNOUNCERS:
        votes[ActorKind.ORGANISATION] += 16
    elif name.announced in data.PLACE_ANNOUNCERS:
        votes[ActorKind.PLACE] += 16
    if is_first_name(first) or (first.is_initial and len(words) > 1):
        votes[ActorKind.PERSON] += 16 if len(words) > 1 else 8
    whole = " ".join(word.plain for word in words)
    if small in data.LONE_INSTITUTIONS and len(words) == 1:
        votes[ActorKind.ORGANISATION] += 40
    elif whole in data.COUNTRIES:
        votes[ActorKind.PLACE] += 30
    elif first.is_acronym and len(words) == 1:
        votes[ActorKind.ORGANISATION] += 12
    elif small in data.CAPITAL_PLACE_HEADS and len(words) > 1:
        votes[ActorKind.PLACE] += 8
    if any(word.plain in data.ORG_WORDS for word in words) and len(words) > 1:
        votes[ActorKind.ORGANISATION] += 20
    if small in data.COUNTRIES and len(words) > 1 and not name.head and words[-1].plain not in _QUARTERS:
        votes[ActorKind.ORGANISATION] += 12
    if small.startswith(("saint-", "sainte-")) or any(
        f"-{link}-" in small for link in ("sur", "les", "lès", "en", "la")
    ):
        votes[ActorKind.PLACE] += 8
    if first.is_acronym and len(words) > 1:
        votes[ActorKind.ORGANISATION] += 8
    if len(words) == 1 and _LOCAL_PAPER.search(small):
        votes[ActorKind.ORGANISATION] += 16
    if len(words) == 1 and small in data.MEDIA_HEADS and not name.opens and _is_determined(name):
        votes[ActorKind.ORGANISATION] += 10
    if small in data.NETWORKS and len(words) == 1:
        votes[ActorKind.ORGANISATION] += 20
    if small in ("le", "la", "les") and len(words) > 1 and words[1].plain in data.MEDIA_HEADS:
        votes[ActorKind.ORGANISATION] += 16


def _is_a_subject(name: Found) -> bool:
    """Whether the article before a name is not that of a complement."""
    return _is_determined(name) and name.page.words[name.first - 1].plain in ("le", "la", "l'")


def _is_determined(name: Found) -> bool:
    words, first = name.page.words, name.first
    return bool(first) and words[first].touches and words[first - 1].plain in ("le", "la", "l'", "au", "du")


def _weigh_context(name: Found, votes: Counter[ActorKind]) -> None:
    """What stands around a name says."""
    words = name.page.words
    before = words[name.first - 1] if name.first and words[name.first].touches else None
    if stands_where_a_town_does(name.page, name.first) and name.label != "PER":
        votes[ActorKind.PLACE] += 6
    if before is not None:
        if before.plain == "chez":
            votes[ActorKind.ORGANISATION] += 8
        if before.plain in data.ROLE_NOUNS and name.end - name.first < 4:
            votes[ActorKind.PERSON] += 8
        if before.plain in ("la", "le", "l'", "au", "du") and name.label == "PER" and len(name.words) == 1:
            votes[ActorKind.PERSON] -= 5
        if before.plain in ("de", "d'") and name.first > 1 and words[name.first - 2].plain in _MEMBERS:
            votes[ActorKind.ORGANISATION] += 3
    if name.label == "LOC" and len(name.words) == 1 and _is_a_subject(name) and says(name):
        votes[ActorKind.ORGANISATION] += 6
    if words[name.first].gap.strip() == "(" and _is_after_body(name):
        votes[ActorKind.ORGANISATION] += 16
    following = words[name.end] if name.end < len(words) else None
    if following is not None and following.gap.strip() == "," and following.plain in data.ANNOUNCERS:
        votes[ActorKind.ORGANISATION] += 20
    if len(name.words) == 1 and _behaves_as_a_person(name) and name.label != "ORG":
        votes[ActorKind.PERSON] += 6
    after = name.page.text[name.span.end : name.span.end + 10]
    if after[:2] == ", " and " ans" in after:
        votes[ActorKind.PERSON] += 10


def _is_after_body(name: Found) -> bool:
    """Whether a name stands in brackets after a body in small letters: *la communauté de communes (X)*."""
    words = name.page.words
    for index in range(name.first - 1, max(-1, name.first - 8), -1):
        if words[index].is_capital:
            return False
        if words[index].plain in data.BODIES:
            return True
        if not words[index].touches:
            return False
    return False


def stands_where_a_town_does(page: Page, index: int) -> bool:
    """Whether the word before is a preposition of place: `à Sarlac`."""
    words = page.words
    return bool(index) and words[index].touches and words[index - 1].plain in data.TOWN_PREPOSITIONS


def gender_of(found: Sequence[Found]) -> Gender | None:
    """The gender that the civility or the first name of a person says."""
    for name in found:
        civility = name.civility.rstrip(".")
        if civility in data.FEMININE_CIVILITIES:
            return Gender.FEMININE
        if civility in data.MASCULINE_CIVILITIES:
            return Gender.MASCULINE
    words = found[0].words
    return gender_of_first_name(words[0].plain) if words else None


def gender_of_first_name(name: str) -> Gender | None:
    """The gender of a first name, in lower case; of a compound one, that of its first part."""
    for part in (name, name.partition("-")[0]):
        if part in data.FEMININE_NAMES and part not in data.MASCULINE_NAMES:
            return Gender.FEMININE
        if part in data.MASCULINE_NAMES and part not in data.FEMININE_NAMES:
            return Gender.MASCULINE
    return None
