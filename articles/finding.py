"""Finding words in a text as a reader types them: accents, case and the kind of an apostrophe do not count.

Both what is typed and the text are folded to plain letters; a table of offsets leads from the folded text
back to the text's own spans.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from itertools import accumulate

from articles.folding import without_accents
from articles.spans import Span

_ALIKE = {
    "'": "’ʼ‘",
    '"': "“”«»„",
    "-": "‐‑–—−",
    "oe": "œ",
    "ae": "æ",
}
"""What stands for characters that a reader types in another way, casefolded."""

_PLAIN = {character: plain for plain, alike in _ALIKE.items() for character in alike}


def pattern(typed: str) -> re.Pattern[str] | None:
    """What finds the words that were typed, in a folded text; None where nothing was."""
    words = ["".join(map(_folded_character, word)) for word in typed.split()]
    wanted = " ".join(filter(None, words)).split()
    return re.compile(r"\s+".join(map(re.escape, wanted))) if wanted else None


def spans(found_by: re.Pattern[str], text: str) -> list[Span]:
    """Where the pattern is found in `text`, in order, never overlapping."""
    folded, ends = _folded(text)
    found: list[Span] = []
    for match in found_by.finditer(folded):
        start, end = match.span()
        if ends is not None:
            start, end = bisect_right(ends, start), bisect_left(ends, end) + 1
            while end < len(ends) and ends[end] == ends[end - 1]:
                end += 1
        if not found or start >= found[-1].end:
            found.append(Span(start, end))
    return found


@lru_cache(maxsize=8_192)
def _folded(text: str) -> tuple[str, list[int] | None]:
    """A text folded, and where each of its characters ends in that; None where all are of one length."""
    table = {ord(character): _folded_character(character) for character in set(text)}
    folded = text.translate(table)
    if all(len(plain) == 1 for plain in table.values()):
        return folded, None
    return folded, list(accumulate(len(table[ord(character)]) for character in text))


@cache
def _folded_character(character: str) -> str:
    """A character without accents and case, ligatures as letters, one kind of apostrophe, mark and hyphen."""
    plain = _PLAIN.get(character.casefold()) or "".join(
        _PLAIN.get(part, part) for part in unicodedata.normalize("NFKD", character).casefold()
    )
    return without_accents(plain)
