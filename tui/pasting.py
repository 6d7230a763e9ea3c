"""What is pasted into the reader: what it is, and making an article of it on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from textual.message import Message

from articles.article import Article
from articles.canonical import one_line
from articles.errors import in_words
from articles.opening import article_of
from articles.sources import kinds
from articles.sources.raw import PASTED
from articles.wording import _
from tui.typed import expanded, is_there

_LONGEST_NAME = 2_000
_SHORTEST_TEXT = 40
"""Characters."""


class Kind(Enum):
    """What was pasted: nothing, a path or an address, less than a sentence, or a text."""

    NOTHING = auto()
    NAME = auto()
    FEW_WORDS = auto()
    TEXT = auto()


def kind_of(pasted: str) -> Kind:
    """What was pasted, or dropped on the terminal; few words were rather pasted by mistake."""
    words = pasted.strip()
    if not words:
        return Kind.NOTHING
    if _is_name(words):
        return Kind.NAME
    is_short = len(words) < _SHORTEST_TEXT and any(map(str.isalnum, words))
    return Kind.FEW_WORDS if is_short and not any(sign in words for sign in ".!?…") else Kind.TEXT


def _is_name(line: str) -> bool:
    if len(line) > _LONGEST_NAME or "\n" in line or "\r" in line:
        return False
    return (kinds.is_address(line) and " " not in line) or is_there(expanded(line))


def question(pasted: str) -> str:
    """What is asked of a few words."""
    return _("“{words}” was pasted.\n\nRead it as an article?").format(words=one_line(pasted))


def being_read(library_key: str, *, is_of_list: bool) -> str:
    """What is said while an article that was pasted is read, and how one gets back from it."""
    if is_of_list:
        said = _("What was pasted is being read. {key} leads back to the list; the library keeps it.")
    else:
        said = _("What was pasted is being read. {key}: the library, with what you read before.")
    return said.format(key=library_key)


@dataclass
class Read(Message):
    """What was pasted is an article, or why it is none; `number` tells which paste it was."""

    number: int
    article: Article | str


class Pasting:
    """Makes articles of what is pasted; `tell` hears of each, from its thread."""

    def __init__(self, tell: Callable[[Read], object]) -> None:
        self._tell = tell
        self._number = 0

    def read(self, pasted: str) -> None:
        """Make an article of a text; what was pasted before is no longer wanted."""
        self._number += 1
        work = partial(self._read, pasted, self._number)
        threading.Thread(target=work, name="pasting", daemon=True).start()

    def is_wanted(self, read: Read) -> bool:
        """Whether nothing was pasted since."""
        return read.number == self._number

    def _read(self, pasted: str, number: int) -> None:
        came: Article | str
        try:
            came = article_of(pasted, source=PASTED, name="")
        except Exception as error:
            came = in_words(error)
        self._tell(Read(number, came))
