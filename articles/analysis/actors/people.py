"""People: names of one person made one, and the forms by which the text may call each of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.analysis.actors import data
from articles.analysis.actors.forms import Bearer, Form, key_of, longest_form
from articles.annotations import ActorKind

_NAMESAKES = 20
"""People of one surname that are compared with the next one."""
_ALIAS = re.compile(r",? (?:dite?|alias|(?:de son|sous le) nom de (?:scène|plume))\s\Z")
_ROMAN = re.compile(r"[IVX]+(?:er)?", re.IGNORECASE)


def merged_people(groups: Sequence[Bearer]) -> list[Bearer]:
    """The people: those named in full with the other forms of their names, then those never so named."""
    full: list[Bearer] = []
    by_surname: dict[str, list[Bearer]] = defaultdict(list)
    surnames = {rest for group in groups for rest in _surnames(longest_form(group))}
    for group in groups:
        form = longest_form(group)
        if len(form) > 1 and not _is_surname_alone(form) and form not in surnames:
            same = next(
                (
                    each
                    for each in by_surname[form[-1]][-_NAMESAKES:]
                    if _are_variants(longest_form(each), form)
                ),
                None,
            )
            if same is None:
                full.append(group)
                by_surname[form[-1]].append(group)
            else:
                if len("".join(form)) > len("".join(longest_form(same))):
                    same.name = group.name
                same.takes(group)
    for person in full:
        for form in list(person.forms):
            person.forms |= set(_surnames(form))
            person.weak |= set(_first_names(form))
    known = {form for person in full for form in person.forms | person.weak}
    named = {id(person) for person in full}
    alone = [group for group in groups if id(group) not in named and known.isdisjoint(group.forms)]
    return full + alone


def without_aliases(text: str, groups: Sequence[Bearer]) -> list[Bearer]:
    """The names, those that the text says somebody goes by as forms of that person's: *X, dit Y*."""
    people = [group for group in groups if group.kind is ActorKind.PERSON and len(longest_form(group)) > 1]
    ends = {name.span.end: person for person in people for name in person.found}
    kept = []
    for group in groups:
        links = (
            (name, _ALIAS.search(text, max(0, name.span.start - 30), name.span.start)) for name in group.found
        )
        owners = (ends.get(name.span.start - len(link[0])) for name, link in links if link)
        owner = next((each for each in owners if each is not None), None)
        if owner is None or owner is group:
            kept.append(group)
        else:
            owner.forms |= group.forms
    return kept


def _is_surname_alone(form: Form) -> bool:
    """Whether a form is a particle and a surname: `Le Bihan`, `de Villepin`, `van Dijk`."""
    small = data.PARTICLES | {"le", "la", "de", "du", "d'", "des", "l'"}
    return all(word.lower() in small for word in form[:-1])


def _are_variants(one: Form, other: Form) -> bool:
    """Whether two full names of one surname differ by initials or by what stands in the middle."""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if one[-1] != other[-1]:
        return False
    if first == second:
        return len(one) == len(other) or min(len(one), len(other)) == 2
    parts, others = re.split(r"[-.]+", first), re.split(r"[-.]+", second)
    is_short = one[0].endswith(".") or other[0].endswith(".")
    return (
        is_short
        and len(parts) == len(others)
        and all(
            part.lower().startswith(each.lower()) or each.lower().startswith(part.lower())
            for part, each in zip(parts, others, strict=True)
        )
    )


def _surnames(form: Form) -> Iterator[Form]:
    for start in range(1, len(form)):
        rest = form[start:]
        is_roman = _ROMAN.fullmatch(rest[-1]) is not None and len(rest) == 1
        if (rest[0][0].isupper() or rest[0] in data.PARTICLES | {"de", "du", "d'", "des"}) and not is_roman:
            yield rest
            if len(rest) > 1:
                yield (rest[0].capitalize(), *rest[1:])
    tail = form[-1].partition("-")
    if tail[0] in ("al", "el") and tail[2]:
        yield (key_of(tail[2].capitalize()),)


def _first_names(form: Form) -> Iterator[Form]:
    if form[0].endswith(".") or form[0].lower() in data.COUNTRIES:
        return
    if form[0].lower() not in ("le", "la", "de", "el", "al"):
        yield form[:1]
    if len(form) > 2 and form[1].lower() in data.FEMININE_NAMES | data.MASCULINE_NAMES:
        yield form[:2]
    elif len(form) == 3 and form[1][0].isupper() and len(form[1]) > 3:
        yield form[1:2]
