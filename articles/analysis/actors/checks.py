"""A name found, and whether it names somebody or something that acts: no event, title or inhabitant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.abbreviations import NUMBER_WORDS
from articles.analysis.actors import data
from articles.analysis.actors.vocabulary import (
    are_initials,
    is_demonym,
    is_demonym_plural,
    is_first_name,
    is_function,
)
from articles.analysis.actors.words import Page, Word
from articles.spans import Span

_ROMAN = re.compile(r"(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})(?:e|er|ère|ème)?")
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}ée?s?")
_AFTER_PARTICIPLE = frozenset(
    "à au aux dans de du des d' derrière depuis devant en entre face par pour sous sur à-côté".split()
)
_HAS_INNER_CAPITAL = re.compile(r"^[A-Z][a-z]+[A-Z][a-z]|^[A-Z]{2,}[a-z]{2,}")
_LONGEST_MEANING = 9
"""Words that initials stand for."""
_BEFORE_WORK = frozenset(
    "un une son sa ce cet cette premier deuxième troisième dernier nouveau nouvel".split()
)
_CODE = re.compile(r"\d|[A-Z]\d|[A-Z]{2}\d\d|J\.-C")


@dataclass(frozen=True, slots=True)
class Found:
    """A name found: the words `[first, end)` of a page, and what its form says of the bearer.

    `label` is spaCy's (PER, ORG, LOC, MISC or nothing), `head` the noun that opens the name of a body or a
    place, `announced` the noun in small letters before it that says what it is, `civility` what stands
    before a person's name. All in lower case.
    """

    page: Page
    first: int
    end: int
    label: str
    head: str = ""
    announced: str = ""
    civility: str = ""

    @property
    def words(self) -> list[Word]:
        """The words of the name."""
        return list(self.page.words[self.first : self.end])

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return Span(self.page.words[self.first].start, self.page.words[self.end - 1].end)

    @property
    def opens(self) -> bool:
        """Whether its first capital means nothing."""
        return self.page.words[self.first].opens


def is_name(name: Found) -> bool:
    """Whether a run of words names somebody or something that acts."""
    words = name.words
    first = words[0]
    if name.head and len(words) > 1:
        return True
    if is_thing(name) or _is_inhabitant(name) or [word.plain for word in words] == ["j.", "c"]:
        return False
    if all(len(word.text.rstrip(".")) == 1 for word in words) and not name.civility:
        return False
    smalls = [word.plain for word in words if word.is_capital] or [first.plain]
    if all(small in data.NO_NAMES or small.isdigit() for small in smalls):
        return False
    if len(words) == 1:
        return _is_single_name(name, first)
    if name.civility or not name.opens:
        return "J.-C" not in first.text
    if not any(word.is_capital for word in words[1:]):
        return not is_function(first) and (first.pos == "PROPN" or bool(name.head or name.announced))
    return bool(name.label) or first.pos == "PROPN" or is_first_name(first) or words[1].is_capital


def is_thing(name: Found) -> bool:
    """Whether a name is that of an event, a work or a treaty, or what a minister is in charge of."""
    return (
        name.announced in data.EVENT_NOUNS
        or _is_treaty(name)
        or _is_portfolio(name)
        or _is_named_work(name)
        or _is_counted(name)
        or is_party_label(name)
    )


def things_in_brackets(names: Iterable[Found]) -> set[str]:
    """The initials that stand after what they mean in small letters, and mean no body: *le virus … (VRS)*."""
    return {name.words[0].text for name in names if len(name.words) == 1 and _shortens_a_thing(name)}


def _shortens_a_thing(name: Found) -> bool:
    words, first = name.page.words, name.first
    if not words[first].is_acronym or words[first].gap.strip() != "(":
        return False
    start = first - 1
    while (
        start > 0
        and first - start < _LONGEST_MEANING
        and words[start].touches
        and not words[start].is_capital
    ):
        meaning = [word.text for word in words[start:first]]
        if len(meaning) > 1 and are_initials(words[first].text, meaning):
            return words[start].plain not in data.BODIES
        start -= 1
    return False


def says(name: Found) -> bool:
    """Whether a verb of saying or thinking comes right after a name: *X salue*, *X a estimé*."""
    following = name.page.words[name.end : name.end + 2]
    if not following or not following[0].touches:
        return False
    if following[0].plain in ("a", "ont") and len(following) > 1:
        return following[1].plain in data.SAID
    return following[0].plain in data.SAYS


def is_party_label(name: Found) -> bool:
    """Whether a name is that of a party, in brackets after an office or a person: *le maire (DVG)*."""
    words, first = name.page.words, name.first
    if name.end - first > 1 or not first or words[first].plain not in data.PARTIES:
        return False
    before = words[first - 1]
    closes = name.page.text[name.span.end : name.span.end + 1]
    is_labelled = before.plain in data.ROLE_NOUNS or before.label == "PER" or is_first_name(before)
    return words[first].gap.strip() == "(" and closes in (")", ",", "/", "-") and is_labelled


def _is_named_work(name: Found) -> bool:
    """Whether an apposition says that a name is that of a work: *Marée haute, premier film de*."""
    words = name.page.words[name.end : name.end + 4]
    if not words or words[0].gap.strip() != "," or name.civility:
        return False
    if len(name.words) > 1 and is_first_name(name.words[0]):
        return False
    if words[0].plain in ("de", "d'") and len(words) > 1 and is_first_name(words[1]):
        return len(name.words) > 1 and name.label != "ORG"
    noun = next((word for word in words if word.plain in data.WORK_NOUNS), None)
    before = words[: words.index(noun)] if noun is not None else ()
    return noun is not None and all(
        word.plain in _BEFORE_WORK or word.pos in ("ADJ", "NUM") for word in before
    )


def _is_counted(name: Found) -> bool:
    """Whether a number before a name shows that it is that of a make: *trois Rafale*."""
    words, first = name.page.words, name.first
    return bool(
        first and words[first].touches and words[first - 1].plain in NUMBER_WORDS and name.end - first == 1
    )


def _is_single_name(name: Found, word: Word) -> bool:
    """Whether a word alone is a name, and no common word with a capital."""
    small = word.plain
    if small in data.CIVILITIES and not name.civility:
        return False
    if small in data.SECTIONS and (word.opens or word.is_acronym) and not name.civility:
        return False
    if small in data.NETWORKS:
        return not name.first or name.page.words[name.first - 1].plain != "sur"
    if word.opens and _is_participle(name, word):
        return False
    if _HAS_INNER_CAPITAL.search(word.text):
        return True
    if small in data.RANKS or small in data.PORTFOLIOS or _ROMAN.fullmatch(word.text):
        return bool(name.civility)
    if name.civility:
        return not is_function(word) or not word.opens
    if word.is_acronym:
        return (
            word.text not in data.NO_NAMES_IN_CAPITALS and len(word.text) < 9 and not _CODE.match(word.text)
        )
    if len(word.text) < 2 or word.is_initial or _CODE.match(word.text):
        return False
    if small in data.COUNTRIES or (small in data.LONE_INSTITUTIONS and not word.opens):
        return True
    is_unknown = not word.token.vocab.has_vector(small)
    if word.opens:
        if is_function(word) or small in data.CAPITAL_ORG_HEADS:
            return False
        if name.label == "MISC" and word.pos in ("PROPN", "X") and says(name):
            return True
        if name.label == "ORG" and word.pos == "NOUN":
            return not small.endswith("s")
        return name.label in ("PER", "LOC", "ORG") and (word.pos == "PROPN" or is_unknown)
    if small in data.CAPITAL_ORG_HEADS or is_function(word):
        return False
    if name.announced in data.ANNOUNCERS or name.announced in data.PLACE_ANNOUNCERS:
        return True
    if name.label == "MISC" or not name.label:
        return is_first_name(word) or (is_unknown and word.pos == "PROPN")
    return word.pos == "PROPN" or is_unknown or word.label in ("PER", "LOC", "ORG")


def _is_participle(name: Found, word: Word) -> bool:
    """Whether a word opens a sentence as a participle, with what depends on it: *Assis à*."""
    following = name.page.words[name.end] if name.end < len(name.page.words) else None
    return (
        (word.plain in data.PARTICIPLES or _PARTICIPLE.fullmatch(word.plain) is not None)
        and not is_first_name(word)
        and following is not None
        and following.touches
        and following.plain in _AFTER_PARTICIPLE
    )


def _is_treaty(name: Found) -> bool:
    words = name.page.words
    index = name.first - 1
    return (
        index > 0
        and words[index].plain in ("de", "du", "des", "d'")
        and words[index - 1].plain in data.TREATY_NOUNS
        and words[name.first].touches
    )


def _is_portfolio(name: Found) -> bool:
    """Whether a name is what a minister is in charge of."""
    words = name.page.words
    if words[name.first].plain not in data.PORTFOLIOS:
        return False
    nearby = words[max(0, name.first - 9) : name.first]
    return any(word.plain in data.IN_CHARGE for word in nearby) or name.end - name.first == 1


def _is_inhabitant(name: Found) -> bool:
    """Whether a word alone with a capital says where people come from."""
    words = name.page.words
    if name.end - name.first > 1 or name.civility:
        return False
    word = words[name.first]
    before = words[name.first - 1] if name.first and word.touches else None
    if before is None or (word.opens and word.gap.strip()):
        return word.plain.endswith("s") and is_demonym_plural(word)
    if before.pos == "ADJ" and name.first > 1:
        before = words[name.first - 2]
    if before.plain in (
        "les",
        "des",
        "aux",
        "ces",
        "ses",
        "leurs",
        "nos",
        "plusieurs",
        "quelques",
        "certains",
    ) or (before.pos == "NUM"):
        return word.plain[-1] in "sx" and word.plain not in data.PLURAL_PLACES and not word.is_acronym
    is_definite = before.plain in ("le", "la", "l'", "un", "une", "du", "au", "ce", "cette", "son", "sa")
    return is_definite and is_demonym(word) and word.plain not in data.COUNTRIES
