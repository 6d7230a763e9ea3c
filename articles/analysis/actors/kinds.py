"""Whether a name is a person's, an organisation's or a place's: what all its mentions say, weighed."""

from collections import Counter
from collections.abc import Sequence

from articles.analysis.actors import data
from articles.analysis.actors.checks import Found
from articles.analysis.actors.vocabulary import is_first_name
from articles.analysis.actors.words import Page
from articles.annotations import ActorKind, Gender

_BY_LABEL = {"PER": ActorKind.PERSON, "ORG": ActorKind.ORGANISATION, "LOC": ActorKind.PLACE}

_QUARTERS = frozenset("nord sud est ouest".split())
_MEMBERS = frozenset(
    """
    pdg patron patronne entraîneur entraîneuse attaquant attaquante défenseur milieu gardien joueur
    joueuse joueurs capitaine supporters actionnaires actionnaire salariés dirigeants fans public
    porte-parole points pelouse leader match contre
    """.split()
)
"""Words that *de* and the name of a body follow."""


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
    after = words[name.end] if name.end < len(words) else None
    return (
        after is not None
        and after.gap.strip() in (",", "(")
        and after.plain in data.ROLE_NOUNS | {"né", "née"}
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
    if small in ("le", "la", "les") and len(words) > 1 and words[1].plain in data.MEDIA_HEADS:
        votes[ActorKind.ORGANISATION] += 16


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
    after = name.page.text[name.span.end : name.span.end + 10]
    if after[:2] == ", " and " ans" in after:
        votes[ActorKind.PERSON] += 10


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
