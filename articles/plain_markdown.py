"""Words in Markdown (CommonMark and its well-known dialects) that are read as just these words."""

import re

_ALWAYS = re.compile(r"[\\`*_\[\]<>&~|#$^={}]")
"""What is markup anywhere, in CommonMark or in its well-known dialects."""

_AT_THE_START = re.compile(r"(\d{1,9})?([-+.):%])")
"""What is markup at the start of a line: lists, and the rules and definitions of dialects."""


def escaped(text: str) -> str:
    """Words as Markdown that shows just these words, at the start of a line or within it."""
    escaped_anywhere = _ALWAYS.sub(r"\\\g<0>", " ".join(text.split("\n")))
    start = _AT_THE_START.match(escaped_anywhere)
    if start is None or (start[1] and start[2] not in ".)"):
        return escaped_anywhere
    return escaped_anywhere[: start.start(2)] + "\\" + escaped_anywhere[start.start(2) :]
