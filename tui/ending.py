"""Leaving because the system says so: what there is to keep is kept, and the terminal is put back."""

import asyncio
import os
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)

_PATIENCE_SECONDS = 3.0
"""After that the reader ends as it is: where the terminal is gone, what it still writes has nowhere to go."""


@contextmanager
def ended_from_outside(app: "App[None]") -> Iterator[None]:
    """While `app` runs, SIGTERM, SIGHUP and the loss of the terminal end it as its own key does.

    On the main thread. What was ended so leaves with 128 and the number of the signal, as in a shell.
    """
    received: list[int] = []

    def leave(number: int, _frame: FrameType | None) -> None:
        if not received:
            last = threading.Timer(_PATIENCE_SECONDS, os._exit, [128 + number])
            last.daemon = True
            last.start()
        received.append(number)
        with suppress(RuntimeError):
            asyncio.get_running_loop().call_soon_threadsafe(app.exit)

    before = [(each, signal.signal(each, leave)) for each in _SIGNALS]
    threading.Thread(target=_watch_terminal, name="terminal", daemon=True).start()
    try:
        yield
    finally:
        for each, handler in before:
            signal.signal(each, handler)
        if received:
            raise SystemExit(128 + received[0])


def _watch_terminal() -> None:
    """Hang up when the terminal is gone: a reader that ignores hang-ups, as under nohup, would read it on."""
    poll = select.poll()
    poll.register(0, 0)
    with suppress(OSError):
        poll.poll()
        os.kill(os.getpid(), signal.SIGHUP)
