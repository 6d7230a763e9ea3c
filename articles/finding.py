"""Finding words in a text as a reader types them: accents, case and the kind of an apostrophe do not count.

What is typed becomes a regular expression that runs over the text itself, so that what it finds are the
text's own spans.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache

from articles.spans import Span

_ALIKE = {
    "'": "['’ʼ‘]",
    '"': '["“”«»]',
    "-": "[-‐‑–—]",
}
_LIGATURES = {"oe": "œŒ", "ae": "æÆ"}
_LETTERS = range(0x41, 0x250), range(0x1E00, 0x1F00)


def pattern(typed: str) -> re.Pattern[str] | None:
    """What finds the words that were typed; None where nothing was."""
    wanted = _plain(" ".join(typed.split()))
    if not wanted:
        return None
    parts: list[str] = []
    place = 0
    while place < len(wanted):
        pair = wanted[place : place + 2]
        if pair in _LIGATURES:
            parts.append(f"(?:[{_LIGATURES[pair]}]|{_one(pair[0])}{_one(pair[1])})")
            place += 2
        else:
            parts.append(_one(wanted[place]))
            place += 1
    return re.compile("".join(parts))


def spans(found_by: re.Pattern[str], text: str) -> list[Span]:
    """Where the pattern is found in `text`, in order, never overlapping."""
    return [Span(*match.span()) for match in found_by.finditer(text)]


def _plain(words: str) -> str:
    """Words without accents, ligatures and case, with one kind of apostrophe, quotation mark and hyphen."""
    simple = words.casefold().replace("œ", "oe").replace("æ", "ae")
    for plain, alike in _ALIKE.items():
        simple = re.sub(alike, plain, simple)
    decomposed = unicodedata.normalize("NFKD", simple)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _one(character: str) -> str:
    if character == " ":
        return r"\s+"
    if character in _ALIKE:
        return _ALIKE[character]
    return f"[{re.escape(character + _accented().get(character, character.upper()))}]"


@cache
def _accented() -> dict[str, str]:
    """The Latin letters that are a plain one but for accents and case."""
    found: dict[str, str] = defaultdict(str)
    for letters in _LETTERS:
        for code in letters:
            letter = chr(code)
            plain = _plain(letter)
            if letter.isalpha() and len(plain) == 1:
                found[plain] += letter
    return dict(found)
