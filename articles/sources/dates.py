"""Dates as files, feeds and pages write them, as ISO dates."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


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
