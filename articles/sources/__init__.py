"""Where articles come from: each module turns one kind of source into raw text."""

import sys
from dataclasses import dataclass
from pathlib import Path

from articles.errors import EnregardError
from articles.sources import decoding, plain


@dataclass(frozen=True, slots=True)
class Raw:
    """What a source gave, before anything was made of it.

    `source` names where it came from, `name` is a title to fall back on.
    """

    text: str
    source: str
    name: str


def read(given: str) -> Raw:
    """Read what the reader named: a path, or `-` for standard input.

    Raises EnregardError when there is nothing there that can be read as text.
    """
    if given == "-":
        data = plain.checked(_standard_input(), "standard input")
        return Raw(decoding.decoded(data, "standard input"), "-", "standard input")
    path = Path(given)
    return Raw(decoding.decoded(plain.read_bytes(path), str(path)), str(path.resolve()), path.stem)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise EnregardError("standard input is closed", "name a file, or pipe a text in")
    return sys.stdin.buffer.read(plain.LARGEST + 1)
