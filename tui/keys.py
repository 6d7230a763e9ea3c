"""What keys are called: as a reader writes them, as Textual has them, as they are shown."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from articles.wording import _

_OWN_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Characters that Textual calls otherwise than Unicode."""

_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": _("PgDn"),
    "pageup": _("PgUp"),
    "home": _("Home"),
    "end": _("End"),
    "space": _("Space"),
    "escape": _("Esc"),
    "enter": _("Enter"),
    "tab": _("Tab"),
    "delete": _("Del"),
}

_WITHOUT_CHARACTER = {*_SHOWN, "backspace", "insert", *(f"f{number}" for number in range(1, 25))}

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}


def textual_name(written: str) -> str | None:
    """The name that Textual has for a key; None where there is no such key."""
    *modifiers, last = [written] if len(written) == 1 else written.split("+")
    modifiers = [modifier.lower() for modifier in modifiers]
    if len(last) == 1:
        last = _name(last)
    elif last.lower() in _WITHOUT_CHARACTER:
        last = last.lower()
    elif last not in _characters():
        return None
    return "+".join([*modifiers, last]) if _MODIFIERS.issuperset(modifiers) else None


def writes(key: str) -> bool:
    """Whether a key, by its name in Textual, writes something into a field."""
    return key == "space" or key in _characters() or len(key) == 1


def key_name(key: str) -> str:
    """A key, by its name in Textual, as a reader knows it."""
    *modifiers, last = key.split("+")
    shown = _SHOWN.get(last) or _characters().get(last, last)
    named = shown.upper() if shown in _WITHOUT_CHARACTER and shown[1:].isdecimal() else shown
    return "+".join([*map(str.capitalize, modifiers), named])


def either(shown: Iterable[str]) -> str:
    """Keys as they are shown, any of which does something; those that are none are left out."""
    *some, last = [key for key in shown if key] or [""]
    return _("{some} or {last}").format(some=", ".join(some), last=last) if some else last


def _name(character: str) -> str:
    """The name that Textual has for a character."""
    if character.isalnum():
        return character
    try:
        name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    except ValueError:
        return character
    return _OWN_NAMES.get(name, name)


@cache
def _characters() -> dict[str, str]:
    """The marks and signs that a keyboard may have, by the names that Textual has for them."""
    codes = (*range(0x21, 0x7F), *range(0xA1, 0x250), *range(0x2010, 0x2060), *range(0x20A0, 0x20C0))
    return {_name(chr(code)): chr(code) for code in codes if not chr(code).isalnum()}
