"""Dates as files, feeds and pages write them, as ISO dates."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


_MONTHS = ("jan", "fév fev", "mar", "avr", "mai", "juin", "juil", "aoû aou", "sep", "oct", "nov", "déc dec")

_FRENCH = re.compile(
    r"\b(?:(1(?=er)|\d{1,2})(?:er)? ([a-zéû]{3,9})\.?|(\d{1,2})[/.-](\d{1,2})(?=[/.-]))[ /.-](\d{4})\b",
    re.IGNORECASE,
)


def french_date(words: str) -> str | None:
    """The first day that French words name with its year, as YYYY-MM-DD; None where there is none."""
    for found in _FRENCH.finditer(words):
        month = int(found[4]) if found[4] else _month(found[2].lower())
        try:
            return date(int(found[5]), month, int(found[1] or found[3])).isoformat()
        except ValueError:
            continue
    return None


def _month(name: str) -> int:
    """The number of a month, by the beginning of its name; 0 where it is none."""
    return next((n for n, known in enumerate(_MONTHS, 1) if name.startswith(tuple(known.split()))), 0)


def iso_date(written: str | None) -> str | None:
    """The day in an ISO 8601 date or an e-mail's date, as YYYY-MM-DD; None where there is none.

    The day is that of the time zone in which it is written.
    """
    if written is None:
        return None
    try:
        if found := _ISO.match(written):
            return date(*map(int, found.groups())).isoformat()
        return parsedate_to_datetime(written[:100]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
