"""A name found, and whether it names somebody or something that acts: no event, title or inhabitant."""

import re
from dataclasses import dataclass

from articles.analysis.actors import data
from articles.analysis.actors.vocabulary import is_demonym, is_demonym_plural, is_first_name, is_function
from articles.analysis.actors.words import Page, Word
from articles.spans import Span

_ROMAN = re.compile(r"(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})(?:e|er|ère|ème)?")
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
    return name.announced in data.EVENT_NOUNS or _is_treaty(name) or _is_portfolio(name)


def _is_single_name(name: Found, word: Word) -> bool:
    """Whether a word alone is a name, and no common word with a capital."""
    small = word.plain
    if small in data.CIVILITIES and not name.civility:
        return False
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
