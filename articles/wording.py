"""The language in which the program speaks: English as it is in the code, or French from the catalogue.

It is chosen once a process, before anything is said: words that are looked up while a module is imported
stay as they are.
"""

import gettext
import os
from pathlib import Path

DOMAIN = "enregard"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("en", "fr")
"""The languages in which the program can speak."""


def language_of_the_locale() -> str:
    """The language that the environment asks for, where the program speaks it; English where not."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    wanted = [named]
    if named.partition(".")[0] not in ("", "C", "POSIX"):
        wanted = [*os.environ.get("LANGUAGE", "").split(":"), named]
    return next((code[:2] for code in wanted if code[:2] in LANGUAGES), "en")


def use(language: str | None) -> None:
    """Speak `language` ("en", "fr") from now on; None is that of the locale."""
    global _catalogue
    _catalogue = gettext.translation(DOMAIN, LOCALE, [language or language_of_the_locale()], fallback=True)


_catalogue: gettext.NullTranslations | None = None


def _spoken() -> gettext.NullTranslations:
    if _catalogue is None:
        use(None)
    assert _catalogue is not None
    return _catalogue


def _(message: str) -> str:
    """`message` in the language in use; what varies is filled in afterwards, with `format`."""
    return _spoken().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many`, as `count` asks, in the language in use."""
    return _spoken().ngettext(one, many, count)
