"""`enregard FILE`: the reader at once, without the commands and what they need."""

import sys

from articles.canonical import one_line
from tui.cli import language, outcome


def read(name: str) -> int:
    """Open the reader on one article; the exit code."""
    outcome.make_writable()
    language.choose()
    from tui import reader

    try:
        reader.read([name], _say)
    except Exception as error:
        _say(f"enregard: {outcome.words(error)}")
        return 1
    return 0


def _say(words: str) -> None:
    print(one_line(words), file=sys.stderr, flush=True)
