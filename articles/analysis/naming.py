"""Who bears the names found: mentions of one actor merged, and all its mentions in the article.

A name seen once is looked for everywhere, in all its forms: surname, first name, initials, the town of a
club, a body's name without what follows. A form that several actors share goes to the one that the
civility allows, then to the one named in full last before it, then to the first in the article.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from articles.analysis import name_data as data
from articles.analysis.kinds import gender_of, kind_of, stands_where_a_town_does
from articles.analysis.name_checks import Found
from articles.analysis.name_words import all_initials, are_initials, is_common_opener
from articles.analysis.words import Page, Word, plain
from articles.annotations import ActorKind, Gender
from articles.canonical import flowed
from articles.spans import Span

Form = tuple[str, ...]
"""The words of a name as they are looked for: in lower case but for a capital first letter."""

_NAMESAKES = 20
"""People of one surname that are compared with the next one."""

_ALIAS = re.compile(r",? (?:dite?|alias|(?:de son|sous le) nom de (?:scène|plume))\s\Z")
_ROMAN = re.compile(r"[IVX]+(?:er)?", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Bearer:
    """An actor in the making.

    `forms` name it; those in `weak` (a first name, the town of a club) yield to another's own. `full` is
    where it was last named by its longest form while the text is read through.
    """

    name: str
    kind: ActorKind
    found: list[Found] = field(default_factory=list)
    forms: set[Form] = field(default_factory=set)
    weak: set[Form] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    gender: Gender | None = None
    full: int = -1

    def takes(self, other: "Bearer") -> None:
        """Makes the other's name another form of this one's."""
        self.found += other.found
        self.forms |= other.forms
        self.weak |= other.weak
        if self.found and self.kind is not ActorKind.PERSON:
            self.kind = kind_of(self.found)
            self.kind = ActorKind.ORGANISATION if self.kind is ActorKind.PERSON else self.kind


def bearers(
    text: str, pages: Sequence[Page], names: Sequence[Found], blocked: Sequence[Span]
) -> list[Bearer]:
    """The bearers of the names, each with all its mentions in the pages, blocked spans left out."""
    groups = _without_aliases(text, _groups(text, names))
    people = _people([group for group in groups if group.kind is ActorKind.PERSON])
    bodies = _bodies(text, [group for group in groups if group.kind is not ActorKind.PERSON])
    bodies = _without_namesakes(people, bodies)
    people = _without_clubs(people, bodies)
    _read(pages, [*people, *bodies], blocked)
    return [bearer for bearer in [*people, *bodies] if bearer.mentions]


def form_of(words: Iterable[Word]) -> Form:
    """The form of a name."""
    return tuple(_key(word.text) for word in words)


def _key(word: str) -> str:
    small = plain(word)
    return data.unaccented(small[:1]).upper() + small[1:] if word[:1].isupper() else small


def _groups(text: str, names: Sequence[Found]) -> list[Bearer]:
    """The names, those of one form together."""
    by_form: dict[Form, list[Found]] = defaultdict(list)
    for name in names:
        by_form[_capitalised(form_of(name.words))].append(name)
    groups = []
    for form, found in by_form.items():
        texts = Counter(flowed(name.span.of(text)) for name in found)
        group = Bearer(texts.most_common(1)[0][0], kind_of(found), found, gender=gender_of(found))
        group.forms = {form} | {form_of(name.words) for name in found}
        if form[0] in ("Le", "La", "Les", "L'") and len(form) > 1:
            group.weak.add(form[1:])
        groups.append(group)
    return groups


def _capitalised(form: Form) -> Form:
    first = form[0] if form[0] in ("de", "du", "d'") else form[0][:1].upper() + form[0][1:]
    return (first, *form[1:])


def _longest(bearer: Bearer) -> Form:
    return max(bearer.forms, key=lambda form: (len(form), form))


# People


def _without_aliases(text: str, groups: Sequence[Bearer]) -> list[Bearer]:
    """The names, those that the text says somebody goes by as forms of that person's: *X, dit Y*."""
    people = [group for group in groups if group.kind is ActorKind.PERSON and len(_longest(group)) > 1]
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


def _people(groups: Sequence[Bearer]) -> list[Bearer]:
    """The people: those named in full with the other forms of their names, then those never so named."""
    full: list[Bearer] = []
    by_surname: dict[str, list[Bearer]] = defaultdict(list)
    for group in groups:
        form = _longest(group)
        if len(form) > 1 and not _is_surname_alone(form):
            same = next(
                (each for each in by_surname[form[-1]][-_NAMESAKES:] if _are_variants(_longest(each), form)),
                None,
            )
            if same is None:
                full.append(group)
                by_surname[form[-1]].append(group)
            else:
                if len("".join(form)) > len("".join(_longest(same))):
                    same.name = group.name
                same.takes(group)
    for person in full:
        for form in list(person.forms):
            person.forms |= set(_surnames(form))
            person.weak |= set(_first_names(form))
    known = {form for person in full for form in person.forms | person.weak}
    alone = [
        group
        for group in groups
        if (len(_longest(group)) == 1 or _is_surname_alone(_longest(group))) and known.isdisjoint(group.forms)
    ]
    return full + alone


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
        yield (_key(tail[2].capitalize()),)


def _first_names(form: Form) -> Iterator[Form]:
    if form[0].endswith(".") or form[0].lower() in data.COUNTRIES:
        return
    if form[0].lower() not in ("le", "la", "de", "el", "al"):
        yield form[:1]
    if len(form) > 2 and form[1].lower() in data.FEMININE_NAMES | data.MASCULINE_NAMES:
        yield form[:2]


# Bodies and places


def _bodies(text: str, groups: Sequence[Bearer]) -> list[Bearer]:
    """Organisations and places, those of one body merged."""
    merged = {id(group): group for group in groups}
    for short, whole in _equations(text, groups):
        one, other = merged[id(short)], merged[id(whole)]
        if one is not other:
            other.takes(one)
            for key, value in merged.items():
                if value is one:
                    merged[key] = other
    kept = list({id(group): group for group in merged.values()}.values())
    openers = Counter(_longest(body)[0] for body in kept)
    for body in kept:
        opener = _longest(body)[:1]
        if openers[opener[0]] == 1 and _names_alone(body):
            body.weak.add(opener)
        body.weak |= set(_towns(_longest(body)))
        body.forms |= {
            (form[0][:1].lower() + form[0][1:], *form[1:])
            for form in body.forms
            if len(form) > 1 and form[0].lower() in data.DE_HEADS | data.BARE_HEADS
        }
    return kept


def _names_alone(body: Bearer) -> bool:
    """Whether the noun that opens a body's name may stand for it with its capital: *le Collectif*."""
    form = _longest(body)
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
        form = _capitalised(_longest(group))
        for end in range(1, min(len(form), 8)):
            longer[form[:end]].append(group)
    for group in groups:
        form = _capitalised(_longest(group))
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


def _without_namesakes(people: Sequence[Bearer], bodies: Sequence[Bearer]) -> list[Bearer]:
    """The bodies, less the names that are a person's own, mistaken once for that of a place."""
    owned = {form for person in people for form in person.forms if len(_longest(person)) > 1}
    firsts = {form for person in people for form in person.weak}
    return [body for body in bodies if not _is_persons(body, owned, firsts)]


def _is_persons(body: Bearer, owned: set[Form], firsts: set[Form]) -> bool:
    form = _longest(body)
    if len(form) > 1 or form[0].lower() in data.COUNTRIES or not (form in owned or form in firsts):
        return False
    if any(name.head or name.announced for name in body.found):
        return False
    towns = sum(stands_where_a_town_does(name.page, name.first) for name in body.found)
    return towns * 2 <= len(body.found)


def _without_clubs(people: Sequence[Bearer], bodies: Sequence[Bearer]) -> list[Bearer]:
    """The people, less the names that are the towns of clubs."""
    towns = {form for body in bodies for form in body.weak if form not in body.forms}
    return [person for person in people if len(_longest(person)) > 1 or _longest(person) not in towns]


# Reading the text through


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms looked for: their bearers, and by first word the forms that begin with it, longest first."""

    bearers: dict[Form, list[Bearer]]
    by_word: dict[str, list[Form]]


def _forms(everyone: Sequence[Bearer]) -> _Forms:
    owners: dict[Form, list[Bearer]] = defaultdict(list)
    for bearer in everyone:
        for form in bearer.forms | bearer.weak:
            owners[form].append(bearer)
    by_word: dict[str, list[Form]] = defaultdict(list)
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        by_word[form[0]].append(form)
    return _Forms(dict(owners), dict(by_word))


def _read(pages: Sequence[Page], everyone: Sequence[Bearer], blocked: Sequence[Span]) -> None:
    """Gives each bearer its mentions, in the order of the text."""
    forms = _forms(everyone)
    gaps = sorted(blocked)
    starts = [span.start for span in gaps]
    longest = {id(bearer): _longest(bearer) for bearer in everyone}
    for page in pages:
        index = 0
        while index < len(page.words):
            form = _form_at(page, index, forms)
            if form is None:
                index += 1
                continue
            span = Span(page.words[index].start, page.words[index + len(form) - 1].end)
            nearest = bisect_right(starts, span.end - 1) - 1
            is_blocked = nearest >= 0 and gaps[nearest].overlaps(span)
            bearer = None if is_blocked else _chosen(page, index, form, forms.bearers[form])
            if bearer is not None:
                bearer.mentions.append(span)
                if form == longest[id(bearer)]:
                    bearer.full = span.start
            index += len(form) if bearer is not None or is_blocked else 1


def _form_at(page: Page, index: int, forms: _Forms) -> Form | None:
    """The longest form that stands at a word."""
    words = page.words
    capitals = page.is_in_capitals
    for form in forms.by_word.get(_key(words[index].text), ()):
        end = index + len(form)
        if end > len(words) or not all(word.touches for word in words[index + 1 : end]):
            continue
        if form[0] in ("de", "du", "d'") and not _is_after_civility(page, index):
            continue
        own = form_of(words[index:end])
        if own == form or (capitals and [each.lower() for each in own] == [each.lower() for each in form]):
            return form
    return None


def _is_after_civility(page: Page, index: int) -> bool:
    before = page.words[index - 1].plain if index and page.words[index].touches else ""
    return before in data.CIVILITIES or before.rstrip(".") in data.CIVILITIES


def _chosen(page: Page, index: int, form: Form, owners: Sequence[Bearer]) -> Bearer | None:
    """Whose mention a form is here; None where it is a common word that opens a sentence."""
    word = page.words[index]
    if len(form) == 1 and is_common_opener(word) and not _is_after_civility(page, index):
        return None
    strong = [owner for owner in owners if form in owner.forms]
    if strong and len(strong) < len(owners) and len(form) == 1:
        clubs = [
            owner for owner in owners if owner.kind is ActorKind.ORGANISATION and form not in owner.forms
        ]
        if clubs and all(owner.kind is not ActorKind.PERSON for owner in strong):
            is_town = stands_where_a_town_does(page, index)
            return (strong if is_town else clubs)[0]
    candidates = strong or list(owners)
    if len(candidates) > 1 and index:
        civility = page.words[index - 1].plain
        wanted = (
            Gender.FEMININE
            if civility in data.FEMININE_CIVILITIES
            else Gender.MASCULINE
            if civility in data.MASCULINE_CIVILITIES
            else None
        )
        fitting = [each for each in candidates if wanted is None or each.gender in (wanted, None)]
        candidates = fitting or candidates
    return max(candidates, key=lambda bearer: bearer.full)
