"""The language in which the program speaks: English as it is in the code, or French from the catalogue.

It is chosen once a process, before anything is said: words that are looked up while a module is imported
stay as they are.
"""

import gettext
import os
import re
from pathlib import Path

DOMAIN = "enregard"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "fr")
"""The languages in which the program can speak."""

_FRENCH_MARKS = str.maketrans({",": "\u202f", ".": ","})


def language_of_the_locale() -> str:
    """The language that the environment asks for, where the program speaks it; English where not."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    wanted = [named]
    if _code(named) not in ("", "c", "posix"):
        wanted = [*os.environ.get("LANGUAGE", "").split(":"), named]
    return next((code for code in map(_code, wanted) if code in LANGUAGES), "en")


def _code(locale: str) -> str:
    return re.split(r"[_.@-]", locale, maxsplit=1)[0].lower()


def use(language: str | None) -> None:
    """Speak `language` ("en", "fr") from now on; None and "" are that of the locale."""
    global _catalogue, _language
    _language = language or language_of_the_locale()
    _catalogue = gettext.translation(DOMAIN, LOCALE, [_language], fallback=True)


_catalogue: gettext.NullTranslations | None = None
_language = ""


def _spoken() -> gettext.NullTranslations:
    if _catalogue is None:
        use(None)
    assert _catalogue is not None
    return _catalogue


def language_in_use() -> str:
    """The code of the language that is spoken: "en" or "fr"."""
    _spoken()
    return _language


def _(message: str) -> str:
    """`message` in the language in use; what varies is filled in afterwards, with `format`."""
    return _spoken().gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, as `count` asks, in the language in use."""
    return _spoken().ngettext(one, many, count)


def number(value: float, digits: int = 0) -> str:
    """A number with so many digits after the mark, written as in the language in use: 1,234.5 or 1 234,5."""
    written = f"{value:,.{digits}f}"
    return written.translate(_FRENCH_MARKS) if language_in_use() == "fr" else written


def megabytes(size: float, digits: int = 1) -> str:
    """So many bytes in millions of them, written as in the language in use."""
    return _("{size} MB").format(size=number(size / 1e6, digits))


def percent(whole: int) -> str:
    """A share in hundredths, written as in the language in use: 50% or 50 %."""
    return _("{number}%").format(number=whole)


def reason(error: Exception) -> str:
    """Why the system or a library would not: in the language in use where its words are known."""
    return _(getattr(error, "strerror", None) or str(error)) or type(error).__name__
