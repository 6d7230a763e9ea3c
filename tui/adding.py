"""Adding to the library while the reader is open: on a thread of its own, which can be stopped."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from articles.errors import EnregardError, in_words
from articles.gathering import Failed
from articles.library.adding import Added, add_all
from articles.opening import article_from
from articles.sources import Raw
from articles.store import database, shelves
from articles.wording import _

_TELL_EVERY = 0.1
"""Seconds."""

Given = str | Raw
"""What is added: a path, an address, or an article whose text is in hand."""


@dataclass(frozen=True, slots=True)
class AddState:
    """How many articles came, how many were there already, what failed; `last` is the id of the last one."""

    added: int = 0
    known: int = 0
    failed: tuple[str, ...] = ()
    last: str | None = None
    is_over: bool = False


class Adder:
    """Adds things to the library `file`; `tell` hears how far it is, from its thread."""

    def __init__(self, file: Path, tell: Callable[[AddState], None]) -> None:
        self._file = file
        self._tell = tell
        self._stop: threading.Event | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being added."""
        return self._stop is not None

    def add(self, given: Sequence[Given]) -> None:
        """Add these, one after the other."""
        self.stop()
        self._stop = threading.Event()
        work = partial(self._add, tuple(given), self._stop)
        threading.Thread(target=work, name="adding", daemon=True).start()

    def stop(self) -> None:
        """Add nothing more, and tell nothing more; what was added stays."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None

    def ended(self) -> None:
        """Take note that it was heard that all is added."""
        self._stop = None

    def _add(self, given: tuple[Given, ...], stop: threading.Event) -> None:
        added = known = 0
        failed: list[str] = []
        last: str | None = None
        told = 0.0
        try:
            with database.opened(self._file) as connection:
                for became in _became(connection, given):
                    if isinstance(became, Failed):
                        failed.append(str(became.error))
                    else:
                        added, known = added + became.is_new, known + (not became.is_new)
                        last = became.article.id
                    if stop.is_set():
                        return
                    if time.monotonic() - told > _TELL_EVERY:
                        told = time.monotonic()
                        self._tell(AddState(added, known))
        except Exception as error:
            failed.append(in_words(error))
        if not stop.is_set():
            self._tell(AddState(added, known, tuple(failed), last, is_over=True))


def _became(connection: database.Connection, given: Sequence[Given]) -> Iterator[Added | Failed]:
    for each in given:
        if isinstance(each, str):
            yield from add_all(connection, [each])
            continue
        try:
            article = article_from(each)
        except EnregardError as error:
            yield Failed(each.source, error)
        else:
            yield Added(article, shelves.add(connection, article))


def written(state: AddState) -> str:
    """How adding went, in a line or two for the reader."""
    from articles.wording import ngettext, number

    lines: list[str] = []
    if state.added or not (state.known or state.failed):
        added = ngettext("{count} article was added.", "{count} articles were added.", state.added)
        lines.append(added.format(count=number(state.added)))
    if state.known:
        known = ngettext("{count} was there already.", "{count} were there already.", state.known)
        lines.append(known.format(count=number(state.known)))
    lines = [" ".join(lines)] if lines else []
    if state.failed:
        more = len(state.failed) - 1
        and_more = ngettext("(and {count} more that failed)", "(and {count} more that failed)", more)
        lines.append(" ".join([state.failed[0], *([and_more.format(count=number(more))] if more else [])]))
    return "\n".join(lines)


def going_on(state: AddState) -> str:
    """How far adding is."""
    return _("Adding… {count}").format(count=state.added + state.known)
