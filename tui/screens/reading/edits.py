"""What was changed in an article by hand, so that it can be taken back, the last change first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.clippings import Clipping
from articles.translation import Translation

if TYPE_CHECKING:
    from articles.reading import Reading


class Edits:
    """Changes English and drops clippings, in the reading that runs, and takes both back."""

    def __init__(self) -> None:
        self._changes: list[tuple[int | None, Callable[[Reading], None]]] = []

    def __bool__(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._changes)

    def drop_clipping(self, reading: "Reading", clipping: Clipping) -> None:
        """Drop what was copied."""
        reading.drop_clipping(clipping)
        self._changes.append((None, lambda reading: reading.keep_clipping(clipping)))

    def keep_by_hand(
        self, reading: "Reading", sentence: int, english: str, before: Translation | None
    ) -> None:
        """Give a sentence this English in place of what it had `before`; the empty one is the machine's."""
        if english:
            reading.keep_by_hand(sentence, english)
        else:
            reading.take_back(sentence, None)
        self._changes.append((sentence, lambda reading: reading.take_back(sentence, before)))

    def take_back(self, reading: "Reading") -> int | None:
        """Take the last change back; the sentence that it was of, None where it was of none."""
        sentence, undo = self._changes.pop()
        undo(reading)
        return sentence
