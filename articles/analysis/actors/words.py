"""The words of a parsed paragraph, as names are read: hyphens and initials kept together, elisions apart."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from articles.analysis.parsing import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽĆČŁŚĞİŞ]"

_WORD = re.compile(
    rf"""
    [OMN]['’](?={_CAPITAL})[^\W_]+(?:[-‑][^\W_]+)*
    |\b(?:[CDJLMNSTcdjlmnst]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=[^\W_])
    |\b(?:ex|anti|pro|vice|néo|post|non|inter|supra)[-‑](?={_CAPITAL})
    |(?:{_CAPITAL}\.){{2,}}(?!\w)
    |{_CAPITAL}[a-z]?\.(?:[-‑]{_CAPITAL}\.)*(?=[\s‑-]?{_CAPITAL}|\sd[eu]\s)
    |[^\W_]+(?:(?:[-‑](?:[dl]['’])?|&(?={_CAPITAL})|['’](?!{_CAPITAL}))[^\W_]+)*\+?
    """,
    re.VERBOSE,
)

_BREAKS_BEFORE_A_START = frozenset('«“"‹„:(–—[•*…-')


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word: its characters `[start, end)` in the canonical text and what spaCy says of its first token.

    `opens` is whether it opens a sentence, a quotation or what a colon or a dash announces, so that its
    capital means nothing. `gap` is what stands between the word before and this one.
    """

    text: str
    start: int
    end: int
    gap: str
    opens: bool
    token: "Token"

    @property
    def plain(self) -> str:
        """The word in lower case, with straight apostrophes and hyphens."""
        return plain(self.text)

    @property
    def pos(self) -> str:
        """Its part of speech."""
        return self.token.pos_

    @property
    def label(self) -> str:
        """The kind of spaCy's entity that it stands in, or nothing."""
        return self.token.ent_type_

    @property
    def is_capital(self) -> bool:
        """Whether its first letter is a capital."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals: `SNCF`, `S.N.C.F.`, `TF1`."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 1 and all(character.isupper() for character in letters)

    @property
    def is_initial(self) -> bool:
        """Whether it is the initial of a first name: `J.`, `J.-M.`, `Ch.`"""
        return self.text.endswith(".") and len(self.text) <= 5 and not self.is_acronym_with_points

    @property
    def is_acronym_with_points(self) -> bool:
        """Whether it is an acronym with points: `S.N.C.F.`"""
        return self.text.count(".") > 1 and "-" not in self.text and "‑" not in self.text

    @property
    def touches(self) -> bool:
        """Whether nothing but white space stands between the word before and this one."""
        return not self.gap or self.gap.isspace() or self.gap.strip() in ("-", "‑", "&")


@dataclass(frozen=True)
class Page:
    """The words of a part of a paragraph; `text` is the whole canonical text."""

    words: Sequence[Word]
    parsed: Parsed
    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return [word.start for word in self.words]

    @cached_property
    def is_in_capitals(self) -> bool:
        """Whether nearly all of it is in capitals, so that a capital means nothing."""
        long = [word for word in self.words if len(word.text) > 3]
        return len(long) > 1 and sum(word.text.isupper() for word in long) * 10 > len(long) * 7

    def index(self, offset: int) -> int:
        """The index of the last word that starts at or before an offset; -1 where there is none."""
        return bisect_right(self.starts, offset) - 1


def plain(text: str) -> str:
    """A name in lower case, with straight apostrophes and hyphens and single spaces."""
    return " ".join(text.lower().replace("’", "'").replace("‑", "-").split())


def page(text: str, parsed: Parsed) -> Page:
    """The words of a part of a paragraph. Linear time."""
    tokens = list(parsed.doc)
    part = text[parsed.base : parsed.end]
    words: list[Word] = []
    index = end = 0
    for found in _WORD.finditer(part):
        start = parsed.base + found.start()
        while index + 1 < len(tokens) and parsed.span(tokens[index]).end <= start:
            index += 1
        token = tokens[index]
        gap = part[end : found.start()]
        opens = not words or _starts_sentence(tokens, index, words[-1]) or _announces(gap)
        words.append(Word(found[0], start, start + len(found[0]), gap, opens, token))
        end = found.end()
    return Page(words, parsed, text)


def _announces(gap: str) -> bool:
    return any(mark in _BREAKS_BEFORE_A_START and not (mark == "-" and gap == "-") for mark in gap)


def _starts_sentence(tokens: Sequence["Token"], index: int, before: Word) -> bool:
    """Whether a sentence starts at this token, or at a mark between it and the word before."""
    while index > before.token.i:
        if tokens[index].is_sent_start:
            return True
        index -= 1
    return False
