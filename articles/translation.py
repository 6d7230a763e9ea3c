"""A sentence's English: the words, and where they come from."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from articles.wording import _

BY_HAND = "by hand"
"""The origin of a translation that a person made."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one sentence. `origin` is `by hand` or `argos fr-en VERSION`."""

    english: str
    origin: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence and its translation, as translation memories hold them."""

    source: str
    translation: Translation


@dataclass(frozen=True, slots=True)
class Pair:
    """A direction of translation, as ISO 639 codes."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


FRENCH_ENGLISH = Pair("fr", "en")


class Translator(Protocol):
    """Something that turns French sentences into English."""

    @property
    def origin(self) -> str:
        """What its translations are labelled with."""

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """Yield `(index, english)` for each of `sentences`, each as soon as it is ready.

        `focus` tells the index of the sentence being looked at: what stands at it and after it goes
        first, and it is asked again before each batch. Ends early once `stop` is set.
        """


def origin_in_words(origin: str) -> str:
    """Where a translation comes from, for people to read."""
    return _("by hand") if origin == BY_HAND else origin


def preference(origin: str) -> tuple[int, tuple[int, ...]]:
    """How an origin ranks against others for the same sentence: by hand first, then the newest pack."""
    if origin == BY_HAND:
        return (1, ())
    return (0, tuple(map(int, re.findall(r"\d{1,9}", origin.rpartition(" ")[2]))))
