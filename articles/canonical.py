"""From decoded text to the canonical text. The only place where characters of an article change."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

_LINE_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*+\n\s*")

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_REPLACED = [
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"),
    *_BIDI_CONTROLS,
    *map(chr, range(0xD800, 0xE000)),
]

_CONTROLS = str.maketrans(dict.fromkeys(_REPLACED, "\ufffd"))


def canonical(text: str) -> str:
    """The canonical form of a decoded text, on which every span of an article stands.

    NFC; every line end (Unicode's mandatory breaks, UAX #14) is one newline; each control, bidirectional
    control or lone surrogate is one U+FFFD. Nothing else is touched: no-break spaces, tabs, double blank
    lines and hard-wrapped lines stay as they are.
    """
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).translate(_CONTROLS))


def one_line(text: str) -> str:
    """What somebody else wrote, fit for one line of a terminal: canonical, with single spaces."""
    return " ".join(canonical(text).split())


def flowed(text: str) -> str:
    """A stretch of canonical text on one line: each run of white space around a newline is one space."""
    return _LINE_BREAK.sub(" ", text) if "\n" in text else text
