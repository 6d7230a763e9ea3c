"""What reaches a terminal: what drives it on purpose, told apart from what does so unasked."""

import base64
import re

_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^X].*?\x1b\\|\x1b.|\x1b\Z", re.DOTALL
)
_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")

_PAINTS = re.compile(rb"\x1b\[[\d;:]*m|\x1b\[\d+;\d+H|\x1b\[6n")
"""Colours, places on the screen, the question where the cursor is."""

_MODES = re.compile(
    rb"\x1b\[\?(?:1049|25|1004|2004|1000|1003|1015|1006|1016|7|2026|2048)[hl]|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u"
    rb"|\x1b\]22;[a-z-]+\x07"
)
"""The modes of a full screen, and the shape of the mouse pointer."""

_LEFT = {
    b"1049": b"l",
    b"25": b"h",
    b"1000": b"l",
    b"1003": b"l",
    b"1006": b"l",
    b"1004": b"l",
    b"2004": b"l",
    b"7": b"h",
}
"""How each mode is left."""

_DRIVING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def unasked(raw: bytes) -> set[bytes]:
    """The sequences and controls in what a terminal got that the reader itself never sends."""
    odd = {
        found
        for found in _SEQUENCE.findall(raw)
        if not any(known.fullmatch(found) for known in (_PAINTS, _MODES, _CLIPBOARD))
    }
    return odd | {each.encode() for each in controls(_SEQUENCE.sub(b"", raw).decode(errors="replace"))}


def controls(text: str) -> set[str]:
    """The characters in a text, line ends and tabs left out, that drive a terminal."""
    return set(_DRIVING.findall(text))


def copied(raw: bytes) -> list[str]:
    """What the terminal's clipboard was given."""
    return [base64.b64decode(found).decode() for found in _CLIPBOARD.findall(raw)]


def restored(raw: bytes) -> bool:
    """Whether the last word on each mode is the shell's: no full screen, no mouse, a cursor."""
    return all(
        re.findall(rb"\x1b\[\?" + mode + rb"([hl])", raw)[-1:] in ([], [wanted])
        for mode, wanted in _LEFT.items()
    )
