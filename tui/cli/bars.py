"""A bar on standard error for what takes long."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock, Timer, current_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds without anything printed before a bar is drawn."""


class Bar:
    """A bar that is drawn once there is something to wait for, and is away while anything is printed.

    It may be moved on any thread. One that is not `is_drawn` never shows.
    """

    def __init__(self, *, is_drawn: bool) -> None:
        self._is_drawn = is_drawn
        self._lock = RLock()
        self._at: tuple[str, int, int] | None = None
        self._timer: Timer | None = None
        self._drawn: Progress | None = None
        self._hidings = 0

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Move: what is being done, and how many of how many are."""
        with self._lock:
            self._at = (doing, done, total) if done < total else None
            self._follow()

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """It is away, and waits as long again afterwards."""
        with self._lock:
            self._hidings += 1
            self._follow()
        try:
            yield
        finally:
            with self._lock:
                self._hidings -= 1
                self._follow()

    def close(self) -> None:
        """It is away for good."""
        with self._lock:
            self._is_drawn = False
            self._follow()

    def _follow(self) -> None:
        """Draw, wait or go away, as it is now."""
        if self._at is None or self._hidings or not self._is_drawn:
            self._go_away()
        elif self._drawn is not None:
            self._update()
        elif self._timer is None:
            self._timer = Timer(_PATIENCE, self._appear)
            self._timer.daemon = True
            self._timer.start()

    def _go_away(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        drawn, self._drawn = self._drawn, None
        if drawn is not None:
            drawn.stop()

    def _appear(self) -> None:
        """Draw it, unless it was sent away since the timer on whose thread this is was started."""
        drawn = _drawable()
        with self._lock:
            if self._timer is not current_thread():
                return
            self._drawn = drawn
            self._update()
            drawn.start()

    def _update(self) -> None:
        if self._drawn is not None and self._at is not None:
            doing, done, total = self._at
            self._drawn.update(self._drawn.task_ids[0], description=doing, completed=done, total=total)


def _drawable() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    made = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    made.add_task("", total=None)
    return made
