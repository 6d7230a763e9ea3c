"""How a quote is attributed: by which cue, and to whose phrase."""

from dataclasses import dataclass
from enum import Enum, auto

from articles.analysis.quotes.phrases import Phrase
from articles.spans import Span


class How(Enum):
    """How a quote is attributed, the surest first."""

    AFTER = auto()
    INCISE = auto()
    SOURCE = auto()
    COLON = auto()
    BEFORE = auto()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quote's cue, as a span where there is one, and its speaker's phrase, where one is given.

    `is_where` says that the phrase is where people speak (à Bercy, on dit), which no town does.
    """

    how: How
    phrase: Phrase | None
    cue: Span | None = None
    is_where: bool = False
