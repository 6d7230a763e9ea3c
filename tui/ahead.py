"""Translating ahead while the reader is open: on a thread of its own, and never while an article needs it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from articles.errors import EnregardError
from articles.library.ahead import Progress, translate_ahead
from articles.translation import Translator


@dataclass(frozen=True, slots=True)
class AheadState:
    """How far it is; `said` is why it has stopped, where it has."""

    progress: Progress | None = None
    is_running: bool = False
    is_paused: bool = False
    said: str = ""


class Ahead:
    """Translates what waits in the library `file`; `tell` hears of each change, from any thread."""

    def __init__(
        self,
        file: Path,
        find_translator: Callable[[], Translator | None],
        tell: Callable[[AheadState], None],
    ) -> None:
        self.state = AheadState()
        self._file = file
        self._find_translator = find_translator
        self._tell = tell
        self._stop = threading.Event()
        self._waits = threading.Event()
        self._reasons: set[str] = set()
        self._thread: threading.Thread | None = None
        self._again = False

    def begin(self) -> None:
        """Translate whatever waits; what is added meanwhile is taken up too."""
        if self._thread is not None and self._thread.is_alive():
            self._again = True
            return
        self._thread = threading.Thread(target=self._run, name="ahead", daemon=True)
        self._thread.start()

    def toggle(self) -> None:
        """Pause, or go on."""
        self._wait_for("reader", not self.state.is_paused)

    def give_way(self, wanted: bool) -> None:
        """Wait while an article that is being read is translated."""
        if wanted:
            self._reasons.add("article")
        else:
            self._reasons.discard("article")
        self._heed()

    def close(self, timeout: float = 1.0) -> None:
        """Stop; what was translated is kept."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout)

    def _wait_for(self, reason: str, wanted: bool) -> None:
        (self._reasons.add if wanted else self._reasons.discard)(reason)
        self._heed()
        self._say(self.state.progress, self.state.is_running)

    def _heed(self) -> None:
        if self._reasons:
            self._waits.set()
        else:
            self._waits.clear()

    def _run(self) -> None:
        said = ""
        self._again = True
        while self._again and not self._stop.is_set():
            self._again = False
            try:
                translate_ahead(self._file, self._find_translator, self._went, self._stop, self._waits)
            except EnregardError as error:
                said = str(error)
        self._say(self.state.progress, False, said)

    def _went(self, progress: Progress) -> None:
        self._say(progress, progress.done < progress.total)

    def _say(self, progress: Progress | None, is_running: bool, said: str = "") -> None:
        self.state = AheadState(progress, is_running, "reader" in self._reasons, said)
        if not self._stop.is_set():
            self._tell(self.state)
