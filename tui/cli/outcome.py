"""What every way into the program says at its end, and where to."""

import os
import sys

from articles.errors import in_words
from articles.wording import _


def make_writable() -> None:
    """Standard output and error that take every character, and go nowhere where they are closed."""
    for name, errors in (("stdout", "replace"), ("stderr", "backslashreplace")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)


def words(error: Exception) -> str:
    """What an error is told as, with how to see more of one that nobody foresaw."""
    return in_words(error, _("run it with --debug to see where"))
