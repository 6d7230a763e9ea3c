"""What the text says of a person beside the name: the role, verbatim, its head nouns, and the gender."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.analysis.actors import data
from articles.analysis.actors.kinds import gender_of_first_name
from articles.analysis.actors.words import Page, Word
from articles.annotations import Gender
from articles.canonical import flowed
from articles.spans import Span

_LONGEST_ROLE = 14
"""Words."""

_DETERMINERS = frozenset("le la l' un une son sa leur notre votre mon ma du au ce cette".split())
_POSSESSIVES = frozenset("son sa leur notre votre mon ma".split())
_RANKING = frozenset(
    """
    ancien ancienne ex- nouveau nouvel nouvelle jeune futur future premier première actuel actuelle propre
    seul seule célèbre très grand grande principal principale deuxième seconde
    """.split()
)
_RELATIVES = frozenset("qui que qu' dont où lequel laquelle quand lorsque lorsqu' mais car ainsi".split())
_CHILDREN = frozenset("fils fille femme homme".split())
_KINSHIP = frozenset(
    """
    mère père fils fille frère sœur femme homme mari épouse époux voisin voisine habitant habitante ami
    amie collègue confrère consœur victime témoin dauphin dauphine compagnon compagne rival rivale élève
    natif native tante oncle cousin cousine neveu nièce grand-mère grand-père leader numéro membre
    """.split()
)
"""Role nouns that say who somebody is to somebody else: a role only where there is no better one."""


@dataclass(frozen=True, slots=True)
class Role:
    """A description beside a name: its words in the text, its head noun in lower case, and its gender.

    `is_without_whose` where a noun alone says who somebody is to somebody else, and *son* or *ma* stands
    for whom.
    """

    text: str
    noun: str
    gender: Gender | None
    is_without_whose: bool = False

    @property
    def is_weak(self) -> bool:
        """Whether it only says who somebody is to somebody else."""
        return self.noun in _KINSHIP


def roles_beside(page: Page, mention: Span) -> Iterator[Role]:
    """The roles right before and right after a mention."""
    first = page.index(mention.start)
    end = page.index(mention.end - 1) + 1
    before = _role_before(page, first)
    if before:
        yield before
    yield from _roles_after(page, end)


def _is_role_noun(word: Word) -> bool:
    small = word.plain
    return small in data.ROLE_NOUNS or small.removeprefix("ex-") in data.ROLE_NOUNS


def _head(page: Page, index: int, end: int) -> int:
    """The head noun of a role that begins at a word; -1 where none begins there."""
    words = page.words
    last = index
    while last < end - 1 and last - index < 3 and words[last].plain in _RANKING:
        last += 1
    if (
        last < end
        and _is_role_noun(words[last])
        and words[last].plain not in ("premier", "première", "ancien")
    ):
        return last
    return index if index < end and _is_role_noun(words[index]) and words[index].plain == "premier" else -1


def _role_before(page: Page, first: int) -> Role | None:
    """The title before a name, with a comma or without: *le Premier ministre britannique X*."""
    words = page.words
    if first > 1 and _is_party(words[first - 1], words[first]):
        first -= 1
    elif first < 1 or words[first].gap.strip() not in ("", ","):
        return None
    index, best = first - 1, -1
    while index >= 0 and first - index <= _LONGEST_ROLE and _can_be_inside(words[index]):
        is_determined = index > 0 and words[index].touches and words[index - 1].plain in _DETERMINERS
        if (is_determined or words[index].opens) and _head(page, index, first) >= 0:
            best = index
        if words[index].opens or not words[index].touches:
            break
        index -= 1
    if best < 0 or (words[first - 1].pos in ("ADP", "DET") and words[first - 1].plain != "premier"):
        return None
    return _role(page, best, first)


def _can_be_inside(word: Word) -> bool:
    return word.pos not in ("VERB", "AUX", "PRON", "CCONJ", "SCONJ", "ADV") or _is_role_noun(word)


def _roles_after(page: Page, end: int) -> Iterator[Role]:
    """The appositions after a name: *X, 52 ans, présidente de Y,* or *X (entraîneur de Z)*."""
    words = page.words
    index = end
    if index >= len(words) or words[index].gap.strip() not in (",", "(", "–", "—"):
        return
    if words[index].text.isdigit() and index + 2 < len(words) and words[index + 1].plain == "ans":
        index += 2
        if words[index].gap.strip() != ",":
            return
    is_determined = words[index].plain in _DETERMINERS
    index += is_determined
    while index < len(words):
        head = _head(page, index, min(len(words), index + 4))
        if head < 0:
            return
        last = head + 1
        while last < len(words) and last - index < _LONGEST_ROLE:
            if last + 1 < len(words) and _is_party(words[last], words[last + 1], comma=False):
                last += 2
            elif _goes_on(words[last]):
                last += 1
            else:
                break
        while last > head + 1 and words[last - 1].pos in ("ADP", "DET", "CCONJ"):
            last -= 1
        is_of_the_next = last < len(words) and words[last].gap.strip() == "," and words[last].is_capital
        role = _role(page, index, last)
        if role and not (is_determined and is_of_the_next):
            yield role
        if last >= len(words) or words[last].gap.strip() or words[last].plain != "et":
            return
        index = last + 1


def _is_party(word: Word, following: Word, *, comma: bool = True) -> bool:
    """Whether a word is a party in brackets, right before another: *la députée (PCF) du Nord*."""
    closed = (")", "),") if comma else (")",)
    return word.plain in data.PARTIES and word.gap.strip() == "(" and following.gap.strip() in closed


def _goes_on(word: Word) -> bool:
    if not word.touches or word.plain in _RELATIVES or word.plain == "et":
        return False
    return word.pos not in ("AUX", "PRON", "SCONJ", "VERB")


def _role(page: Page, index: int, end: int) -> Role | None:
    """The role in the words `[index, end)`."""
    head = _head(page, index, end)
    if head < 0:
        return None
    words = page.words
    noun = words[head]
    small = noun.plain.removeprefix("ex-")
    if noun.plain == "premier" and head + 1 < end and words[head + 1].plain == "ministre":
        small = "ministre"
    determiner = words[index - 1].plain if index and words[index].touches else ""
    if [word.plain for word in words[end - 2 : end]] == ["en", "question"]:
        end -= 2
    is_without_whose = determiner in _POSSESSIVES and small in _KINSHIP and head == end - 1
    text = flowed(page.text[words[index].start : words[end - 1].end])
    return Role(text, small, _noun_gender(noun, determiner), is_without_whose)


def _noun_gender(noun: Word, determiner: str) -> Gender | None:
    small = noun.plain
    if determiner in ("la", "une", "sa", "ma", "cette"):
        return Gender.FEMININE
    if determiner in ("le", "un", "du", "au", "ce"):
        return Gender.MASCULINE
    if small.endswith(
        ("euse", "trice", "ière", "enne", "esse", "ée", "sœur", "onne", "aine", "teure", "cheffe")
    ):
        return Gender.FEMININE
    if small.endswith(("eur", "ier", "ien", "é", "on", "ain", "ant", "ent")):
        return Gender.MASCULINE
    return None


def best_role(roles: Sequence[Role]) -> str | None:
    """The role to show: the first that says more than kinship, and none that says not to whom."""
    told = (role for role in roles if role.noun not in _CHILDREN and not role.is_without_whose)
    ranked = sorted(told, key=lambda role: role.is_weak)
    return ranked[0].text if ranked else None


def gender_by_context(page: Page, mention: Span) -> Counter[Gender]:
    """What agrees with a name: participles beside it, the pronoun that opens the next sentence."""
    votes: Counter[Gender] = Counter()
    first, last = page.index(mention.start), page.index(mention.end - 1)
    token = page.words[first].token
    for child in token.children:
        if child.dep_ in ("acl", "amod") and child.i > page.words[last].token.i:
            votes.update(_morphological(child.morph.get("Gender", [])))
    if token.dep_ == "nsubj:pass":
        votes.update(_morphological(token.head.morph.get("Gender", [])))
    if token.dep_ in ("nsubj", "nsubj:pass"):
        following = next(
            (word for word in page.words[last + 1 : last + 61] if word.token.is_sent_start), None
        )
        if following is not None and following.plain in ("il", "elle"):
            votes[Gender.FEMININE if following.plain == "elle" else Gender.MASCULINE] += 2
    return votes


def _morphological(values: Sequence[str]) -> list[Gender]:
    known = {"Fem": Gender.FEMININE, "Masc": Gender.MASCULINE}
    return [known[value] for value in values if value in known]


def gender_by_votes(
    civil: Gender | None, first_name: str, roles: Sequence[Role], context: Counter[Gender]
) -> Gender | None:
    """The gender of a person: by civility, else by roles, first name and agreement together."""
    if civil is not None:
        return civil
    votes = Counter(context)
    votes.update({role.gender: 8 for role in roles if role.gender is not None})
    by_name = gender_of_first_name(first_name)
    if by_name is not None:
        votes[by_name] += 6
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
