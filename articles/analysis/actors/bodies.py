"""Organisations and places: the names of one body made one, by initials, second names and shorter forms."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from articles.analysis.actors import data
from articles.analysis.actors.forms import Bearer, Form, capitalised, longest_form
from articles.analysis.actors.vocabulary import all_initials, are_initials
from articles.analysis.actors.words import plain
from articles.annotations import ActorKind


def merged_bodies(text: str, groups: Sequence[Bearer]) -> list[Bearer]:
    """Organisations and places, those of one body merged."""
    merged_into: dict[int, Bearer] = {}
    for short, whole in _equations(text, groups):
        one, other = _final(short, merged_into), _final(whole, merged_into)
        if one is not other:
            other.takes(one)
            merged_into[id(one)] = other
    kept = [group for group in groups if id(group) not in merged_into]
    openers = Counter(longest_form(body)[0] for body in kept)
    for body in kept:
        opener = longest_form(body)[:1]
        if openers[opener[0]] == 1 and _names_alone(body):
            body.weak.add(opener)
        body.weak |= set(_towns(longest_form(body)))
        body.forms |= {
            (form[0][:1].lower() + form[0][1:], *form[1:])
            for form in body.forms
            if len(form) > 1 and form[0].lower() in data.DE_HEADS | data.BARE_HEADS
        }
    return kept


def _final(body: Bearer, merged_into: Mapping[int, Bearer]) -> Bearer:
    """The body that a name was merged into, step by step; itself where it was not."""
    while id(body) in merged_into:
        body = merged_into[id(body)]
    return body


def _names_alone(body: Bearer) -> bool:
    """Whether the noun that opens a body's name may stand for it with its capital: *le Collectif*."""
    form = longest_form(body)
    small = form[0].lower()
    is_noun = small in data.CAPITAL_ORG_HEADS and small not in data.CLUB_HEADS | data.BARE_HEADS
    return is_noun and len(form) > 1 and body.kind is ActorKind.ORGANISATION and body.name[0].isupper()


def _equations(text: str, groups: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Pairs of a name and a fuller or more usual name of the same body."""
    yield from _second_names(groups)
    yield from _acronyms(text, groups)
    yield from _shortened(groups)


def _second_names(groups: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    by_name = {plain(group.name): group for group in groups}
    for name, group in by_name.items():
        usual = by_name.get(data.SECOND_NAMES.get(name, ""))
        if usual is not None:
            yield group, usual


def _acronyms(text: str, groups: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Initials, with the only name they fit or the one they stand beside in brackets."""
    long = [group for group in groups if " " in group.name]
    ends = {name.span.end: group for group in long for name in group.found}
    starts = {name.span.start: group for group in long for name in group.found}
    fitting: dict[str, list[Bearer]] = defaultdict(list)
    for group in long:
        for initials in all_initials(group.name.split()):
            fitting[initials].append(group)
    for group in groups:
        if " " in group.name:
            continue
        beside = next((whole for whole in _beside(text, group, ends, starts)), None)
        letters = data.unaccented("".join(each for each in plain(group.name) if each.isalpha()))
        alike = fitting.get(letters, [])
        if beside is not None:
            yield group, beside
        elif len(alike) == 1 and any(name.words[0].is_acronym for name in group.found):
            yield group, alike[0]


def _initial(name: str) -> str:
    return data.unaccented(plain(name)[0])


def _beside(text: str, short: Bearer, ends: dict[int, Bearer], starts: dict[int, Bearer]) -> Iterator[Bearer]:
    """The names that stand right before the initials in brackets, or in brackets right after them."""
    for name in short.found:
        opening = re.search(
            r"\s?\((?:l['’]|la |le |les |ou |dite? )?\Z", text[max(0, name.span.start - 12) : name.span.start]
        )
        if opening:
            whole = ends.get(name.span.start - len(opening[0]))
            if whole is not None and _is_shortened_to(whole.name, short):
                yield whole
        closing = re.match(r"\s?\((?:l['’]|la |le |les )?", text[name.span.end : name.span.end + 12])
        if closing:
            whole = starts.get(name.span.end + len(closing[0]))
            if whole is not None and are_initials(short.name, whole.name.split()):
                yield whole


def _is_shortened_to(whole: str, short: Bearer) -> bool:
    """Whether letters of a name, in order, make the word in brackets after it, or its initials do."""
    letters = data.unaccented(plain(short.name))
    if sorted(letters) == sorted(data.unaccented(plain(word))[0] for word in whole.split()):
        return True
    if _initial(whole) != letters[0]:
        return False
    remaining = iter(data.unaccented(plain(whole)))
    return short.found[0].words[0].is_acronym or all(letter in remaining for letter in letters)


def _shortened(groups: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Names with the only longer name that goes on where they end: *Commission*, *Commission européenne*."""
    longer: dict[Form, list[Bearer]] = defaultdict(list)
    for group in groups:
        form = capitalised(longest_form(group))
        for end in range(1, min(len(form), 8)):
            longer[form[:end]].append(group)
    for group in groups:
        form = capitalised(longest_form(group))
        whole = longer.get(form, [])
        if len(whole) == 1 and whole[0].kind is group.kind and _can_be_short(group, form):
            yield group, whole[0]


def _can_be_short(group: Bearer, form: Form) -> bool:
    if len(form) > 1:
        return form[-1] not in data.LINKS
    small = form[0].lower()
    return (
        small not in data.COUNTRIES
        and group.kind is ActorKind.ORGANISATION
        and not group.found[0].words[0].is_acronym
    )


def _towns(form: Form) -> Iterator[Form]:
    """The town or the word by which a club goes: `Valmont` for `FC Valmont`."""
    start = 0
    while start < len(form) - 1 and form[start].lower() in data.CLUB_HEADS | {"de", "du", "d'", "des"}:
        start += 1
    if start and form[start][0].isupper():
        yield form[start:]
