"""The reading of the article that is on the screen: begun, begun anew, ended."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from articles import events
from articles.article import Article
from articles.clippings import Clipping
from tui.background import StartReading

if TYPE_CHECKING:
    from articles.reading import Reading

CLOSING = "closing"
"""The name of threads in which a reading ends; what it was writing is written when they have."""


class Running:
    """Begins the reading of an article, anew with another pack, and ends it; `tell` hears its events.

    What is asked of it before it was begun is passed over.
    """

    def __init__(
        self, article: Article, start_reading: StartReading, tell: Callable[[events.Event], None]
    ) -> None:
        self._article = article
        self._start_reading = start_reading
        self._tell = tell
        self._reading: Reading | None = None

    @property
    def reading(self) -> "Reading | None":
        """The one that runs."""
        return self._reading

    def begin(self) -> None:
        """Begin to translate."""
        self._reading = self._start_reading(self._article, self._tell)
        self._reading.start()

    def begin_anew(self) -> None:
        """Translate again, with another pack."""
        if self._reading is not None:
            self._reading.close(timeout=0)
        self.begin()

    def end(self) -> None:
        """Stop what runs in the background, without waiting for it."""
        if self._reading is not None:
            threading.Thread(target=self._reading.close, name=CLOSING).start()

    def tells(self, event: events.Event) -> bool:
        """Whether the reading that runs now tells this, not one before it."""
        return self._reading is not None and event.job == self._reading.job

    def look_at(self, sentence: int) -> None:
        """What is translated next begins at this sentence."""
        if self._reading is not None:
            self._reading.look_at(sentence)

    def at(self, sentence: int, read_to: int) -> None:
        """The reader is at this sentence, and has read up to another one."""
        if self._reading is not None:
            self._reading.at(sentence, read_to)

    def keep_clipping(self, clipping: Clipping) -> None:
        """Keep what was copied."""
        if self._reading is not None:
            self._reading.keep_clipping(clipping)
