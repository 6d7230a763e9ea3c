"""A program in a pseudo-terminal, timed by the bytes that it paints."""

import os
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


class Screen:
    """`command` on a terminal of 140 columns and 40 rows; seconds count from just before it starts."""

    def __init__(self, command: Sequence[str], home: Path, **env: str) -> None:
        self._painted = b""
        self.started = time.perf_counter()
        self.pid, self._terminal = os.forkpty()
        if self.pid == 0:
            home_env = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
            os.execvpe(command[0], list(command), {**os.environ, **_TERMINAL, **home_env, **env})
        self.resize(140, 40)

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type; what was painted before does not count any more."""
        self._painted = b""
        os.write(self._terminal, keys.encode())

    def until(self, *words: str, seconds: float = 60) -> float:
        """When all of `words` have been painted, in seconds since the start; raises TimeoutError."""
        wanted = [word.encode() for word in words]
        while not all(word in self._painted for word in wanted):
            left = self.started + seconds - time.perf_counter()
            ready, _, _ = select.select([self._terminal], [], [], max(0.0, left))
            if not ready:
                raise TimeoutError(f"not painted within {seconds} s: {words}")
            try:
                self._painted += os.read(self._terminal, 1 << 16)
            except OSError as ended:
                raise TimeoutError(f"it ended before it painted {words}") from ended
        return time.perf_counter() - self.started

    def settle(self, seconds: float = 0.3) -> None:
        """Read until nothing was painted for so long."""
        with suppress(OSError):  # it has ended
            while select.select([self._terminal], [], [], seconds)[0]:
                self._painted += os.read(self._terminal, 1 << 16)

    def changing(self, seconds: float = 0.25) -> float:
        """For how many seconds the screen goes on changing: to the last bytes before such a pause."""
        begun = last = time.perf_counter()
        while select.select([self._terminal], [], [], seconds)[0]:
            os.read(self._terminal, 1 << 16)
            last = time.perf_counter()
        return last - begun

    @property
    def painted(self) -> str:
        """What was painted since the last key."""
        return self._painted.decode(errors="replace")

    def memory(self, *, with_children: bool = False) -> float:
        """MiB that the process, or it and those it started, would give back: proportional set size."""
        pids = [self.pid, *(_children(self.pid) if with_children else ())]
        return sum(_proportional(pid) for pid in pids) / 1024


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += [int(child), *_children(int(child))]
    return found


def _proportional(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
