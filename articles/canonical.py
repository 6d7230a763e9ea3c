"""From decoded text to the canonical text. The only place where characters of an article change."""

import re
import unicodedata
from collections.abc import Iterator

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_LINE_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*")

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI_CONTROLS}\ud800-\udfff]")

_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_TALLEST = 30
"""Combining marks in a row, as in the stream-safe text format (UAX #15)."""

_MAYBE_TOWER = re.compile(rf"[^\w\x00-\u02ff]{{{_TALLEST + 1},}}")
"""Combining marks are no word characters and come after U+02FF."""


def canonical(text: str) -> str:
    """The canonical form of a decoded text, on which every span of an article stands.

    NFC; every line end (Unicode's mandatory breaks, UAX #14) is one newline; each control, bidirectional
    control or lone surrogate is one U+FFFD, and so is each combining mark after thirty in a row. Nothing
    else is touched: no-break spaces, tabs, double blank lines and hard-wrapped lines stay as they are.
    Canonical text is its own canonical form. Linear time: the marks are cut down before they are put in
    order, and once more after, as composing can free a mark from its letter.
    """
    return _without_towers(unicodedata.normalize("NFC", _without_towers(harmless(text))))


def harmless(text: str) -> str:
    """A text that drives no terminal: line ends and controls as in canonical text, the rest as it is."""
    return _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def _without_towers(text: str) -> str:
    return _MAYBE_TOWER.sub(lambda match: "".join(_cut_down(match[0])), text)


def _cut_down(characters: str) -> Iterator[str]:
    height = 0
    for character in characters:
        height = height + 1 if _is_mark(character) else 0
        yield character if height <= _TALLEST else "\ufffd"


def _is_mark(character: str) -> bool:
    """Whether the character decomposes to combining marks alone; three of those are starters themselves."""
    return unicodedata.combining(unicodedata.normalize("NFD", character)[0]) != 0


def one_line(text: str) -> str:
    """What somebody else wrote, fit for one line of a terminal: canonical, with single spaces."""
    return " ".join(canonical(text).split())


def for_xml(text: str) -> str:
    """A text with one U+FFFD for each character that XML 1.0 has no place for."""
    return _NOT_IN_XML.sub("\ufffd", text)


def flowed(text: str) -> str:
    """A stretch of canonical text on one line: each run of white space around a newline is one space."""
    return _LINE_BREAK.sub(" ", text) if "\n" in text else text
