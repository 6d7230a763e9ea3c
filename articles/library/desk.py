"""One thread that does what is asked of the library, in the order of asking."""

import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from articles.errors import EnregardError
from articles.store import database
from articles.wording import _

_Found = TypeVar("_Found")

_Job = Callable[[database.Connection], None]


class Desk:
    """Does work on the library `file` with one connection, and hands on what came of it.

    What is handed on is handed on from the desk's own thread. Work that was asked for before `close` is
    done; work that fails costs no other, nor does who takes what came of it: what is raised there goes to
    `threading.excepthook`. Where the file cannot be opened, the desk works on a library in memory, which ends
    with it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._asked: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="library", daemon=True)
        self._thread.start()

    def do(
        self,
        work: Callable[[database.Connection], _Found],
        then: Callable[[_Found], object] = lambda found: None,
        failed: Callable[[EnregardError], None] = lambda error: None,
    ) -> None:
        """Ask for work; `then` is given what it found, or `failed` the reason why there is nothing."""

        def job(connection: database.Connection) -> None:
            try:
                found = work(connection)
            except EnregardError as error:
                failed(error)
            except Exception as error:
                failed(_unexpected(error))
            else:
                then(found)

        self._asked.put(job)

    def close(self, timeout: float = 2.0) -> None:
        """Do what was asked for, and end; waits at most so many seconds."""
        self._asked.put(None)
        self._thread.join(timeout)

    def _serve(self) -> None:
        with ExitStack() as stack:
            try:
                connection = stack.enter_context(database.opened(self._file))
            except EnregardError:
                connection = stack.enter_context(database.temporary())
            self._serve_with(connection)

    def _serve_with(self, connection: database.Connection) -> None:
        while (job := self._asked.get()) is not None:
            try:
                job(connection)
            except BaseException:
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))


def _unexpected(error: Exception) -> EnregardError:
    reason = f"{type(error).__name__}: {error}"
    return EnregardError(
        _("the library cannot be used ({reason})").format(reason=reason),
        _("enregard library check looks into it"),
    )
