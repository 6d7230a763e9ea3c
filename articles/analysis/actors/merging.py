"""Who bears the names found: mentions of one actor merged, and all its mentions in the article.

A name seen once is looked for everywhere, in all its forms: surname, first name, initials, the town of a
club, a body's name without what follows. A form that several actors share goes to the one that the
civility allows, then to the one named in full last before it, then to the first in the article.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.actors import data
from articles.analysis.actors.bodies import merged_bodies
from articles.analysis.actors.checks import Found
from articles.analysis.actors.forms import Bearer, Form, capitalised, form_of, key_of, longest_form
from articles.analysis.actors.kinds import gender_of, kind_of, stands_where_a_town_does
from articles.analysis.actors.people import merged_people, without_aliases
from articles.analysis.actors.vocabulary import is_common_opener
from articles.analysis.actors.words import Page
from articles.annotations import ActorKind, Gender
from articles.canonical import flowed
from articles.spans import Span


def bearers(
    text: str, pages: Sequence[Page], names: Sequence[Found], blocked: Sequence[Span]
) -> list[Bearer]:
    """The bearers of the names, each with all its mentions in the pages, blocked spans left out."""
    groups = without_aliases(text, _groups(text, names))
    people = merged_people([group for group in groups if group.kind is ActorKind.PERSON])
    bodies = merged_bodies(text, [group for group in groups if group.kind is not ActorKind.PERSON])
    bodies = _without_namesakes(people, bodies)
    people = _without_clubs(people, bodies)
    _read(pages, [*people, *bodies], blocked)
    return [bearer for bearer in [*people, *bodies] if bearer.mentions]


def _groups(text: str, names: Sequence[Found]) -> list[Bearer]:
    """The names, those of one form together."""
    by_form: dict[Form, list[Found]] = defaultdict(list)
    for name in names:
        by_form[capitalised(form_of(name.words))].append(name)
    groups = []
    for form, found in by_form.items():
        texts = Counter(flowed(name.span.of(text)) for name in found)
        group = Bearer(texts.most_common(1)[0][0], kind_of(found), found, gender=gender_of(found))
        group.forms = {form} | {form_of(name.words) for name in found}
        if form[0] in ("Le", "La", "Les", "L'") and len(form) > 1:
            group.weak.add(form[1:])
        groups.append(group)
    return groups


def _without_namesakes(people: Sequence[Bearer], bodies: Sequence[Bearer]) -> list[Bearer]:
    """The bodies, less the names that are a person's own, mistaken once for that of a place."""
    owned = {form for person in people for form in person.forms if len(longest_form(person)) > 1}
    firsts = {form for person in people for form in person.weak}
    return [body for body in bodies if not _is_persons(body, owned, firsts)]


def _is_persons(body: Bearer, owned: set[Form], firsts: set[Form]) -> bool:
    form = longest_form(body)
    if len(form) > 1 or form[0].lower() in data.COUNTRIES or not (form in owned or form in firsts):
        return False
    if any(name.head or name.announced for name in body.found):
        return False
    towns = sum(stands_where_a_town_does(name.page, name.first) for name in body.found)
    return towns * 2 <= len(body.found)


def _without_clubs(people: Sequence[Bearer], bodies: Sequence[Bearer]) -> list[Bearer]:
    """The people, less the names that are the towns of clubs."""
    towns = {form for body in bodies for form in body.weak if form not in body.forms}
    return [person for person in people if len(longest_form(person)) > 1 or longest_form(person) not in towns]


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms looked for, and whose they are.

    `reach` is the length of the longest form that begins with a word in small letters.
    """

    bearers: dict[Form, list[Bearer]]
    in_small_letters: dict[Form, Form]
    reach: dict[str, int]


def _forms(everyone: Sequence[Bearer]) -> _Forms:
    owners: dict[Form, list[Bearer]] = defaultdict(list)
    for bearer in everyone:
        for form in sorted(bearer.forms | bearer.weak):
            owners[form].append(bearer)
    reach: dict[str, int] = defaultdict(int)
    for form in owners:
        reach[form[0].lower()] = max(reach[form[0].lower()], len(form))
    return _Forms(dict(owners), {tuple(word.lower() for word in form): form for form in owners}, dict(reach))


def _read(pages: Sequence[Page], everyone: Sequence[Bearer], blocked: Sequence[Span]) -> None:
    """Gives each bearer its mentions, in the order of the text."""
    forms = _forms(everyone)
    gaps = sorted(blocked)
    starts = [span.start for span in gaps]
    longest = {id(bearer): longest_form(bearer) for bearer in everyone}
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
    """The longest form that stands at a word; case means nothing on a page in capitals."""
    words = page.words
    reach = forms.reach.get(key_of(words[index].text).lower(), 0)
    end = index + 1
    while end < min(len(words), index + reach) and words[end].touches:
        end += 1
    own = form_of(words[index:end]) if reach else ()
    for length in range(len(own), 0, -1):
        form = own[:length]
        if page.is_in_capitals:
            form = forms.in_small_letters.get(tuple(word.lower() for word in form), form)
        if form in forms.bearers and (form[0] not in ("de", "du", "d'") or _is_after_civility(page, index)):
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
