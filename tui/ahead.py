"""Translating ahead while the reader is open: on a thread of its own, and never while an article needs it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from articles.errors import in_words
from articles.library.ahead import NoPack, Progress, translate_ahead
from articles.translation import Translator

_LOOK_AGAIN = 0.05
"""Seconds between looks at whether to go on."""


@dataclass(frozen=True, slots=True)
class AheadState:
    """How far it is; `said` is why it has stopped, where it has and does not lack a language pack."""

    progress: Progress | None = None
    is_running: bool = False
    is_paused: bool = False
    said: str = ""
    lacks_pack: bool = False


class Ahead:
    """Translates what waits in the library `file`; `tell` hears of each change, from any thread."""

    def __init__(
        self,
        file: Path,
        find_translator: Callable[[], Translator | None],
        tell: Callable[[AheadState], object],
    ) -> None:
        self.state = AheadState()
        self._file = file
        self._find_translator = find_translator
        self._tell = tell
        self._stop = threading.Event()
        self._waits = threading.Event()
        self._reasons: set[str] = set()
        self._turns = threading.Lock()
        self._thread: threading.Thread | None = None
        self._again = False

    def begin(self) -> None:
        """Translate whatever waits; what is added meanwhile is taken up too."""
        with self._turns:
            self._again = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="ahead", daemon=True)
                self._thread.start()

    def toggle(self) -> None:
        """Pause, or go on."""
        self._wait_for("reader", not self.state.is_paused)
        self._say(self.state.progress, self.state.is_running)

    def give_way(self, wanted: bool) -> None:
        """Wait while an article that is being read is translated."""
        self._wait_for("article", wanted)

    def close(self, timeout: float = 1.0) -> None:
        """Stop; what was translated is kept."""
        self._stop.set()
        thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def _wait_for(self, reason: str, wanted: bool) -> None:
        (self._reasons.add if wanted else self._reasons.discard)(reason)
        (self._waits.set if self._reasons else self._waits.clear)()

    def _run(self) -> None:
        while self._has_more():
            self._say(None, True)
            while self._waits.is_set() and not self._stop.wait(_LOOK_AGAIN):
                pass
            said, lacks_pack = "", False
            try:
                translate_ahead(self._file, self._find_translator, self._went, self._stop, self._waits)
            except NoPack:
                lacks_pack = True
            except Exception as error:
                said = in_words(error)
            self._say(self.state.progress, False, said, lacks_pack=lacks_pack)

    def _has_more(self) -> bool:
        """Whether there is something to do; where not, the thread ends with this."""
        with self._turns:
            goes_on = self._again and not self._stop.is_set()
            self._again = False
            if not goes_on:
                self._thread = None
            return goes_on

    def _went(self, progress: Progress) -> None:
        self._say(progress, True)

    def _say(
        self, progress: Progress | None, is_running: bool, said: str = "", *, lacks_pack: bool = False
    ) -> None:
        self.state = AheadState(progress, is_running, "reader" in self._reasons, said, lacks_pack)
        if not self._stop.is_set():
            self._tell(self.state)
