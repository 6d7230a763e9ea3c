"""A real terminal: the installed command in a pseudo-terminal, and the screen that it paints."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from types import TracebackType

import pexpect
import pyte

COMMAND = Path(sys.executable).with_name("enregard")


class Terminal:
    """The installed `enregard` in a pseudo-terminal of so many columns and rows."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        command: Path = COMMAND,
    ) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self._child = pexpect.spawn(
            str(command),
            list(arguments),
            dimensions=(rows, columns),
            env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})},
            timeout=20,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._child.close(force=True)

    @property
    def shown(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def background(self) -> str:
        """The colour under the middle of the screen, in hexadecimal."""
        screen = self._screen
        return str(screen.buffer[screen.lines // 2][screen.columns // 2].bg)

    @property
    def exit_code(self) -> int | None:
        """The exit code, once it has ended."""
        code: int | None = self._child.exitstatus
        return code

    def press(self, keys: str) -> None:
        """Type."""
        self._child.send(keys)

    @property
    def pid(self) -> int:
        """The process in it."""
        number: int = self._child.pid
        return number

    @property
    def foreground(self) -> int:
        """The process group that has the terminal."""
        return os.tcgetpgrp(self._child.child_fd)

    @property
    def has_ended(self) -> bool:
        """Whether the process in it has ended; also where nothing can be read any more."""
        return not self._child.isalive()

    def kill(self, signal: int = SIGKILL) -> None:
        """Send a signal."""
        self._child.kill(signal)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._child.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        os.close(self._child.child_fd)

    def read(self, seconds: float) -> bool:
        """Take in what is painted within `seconds`; whether it still runs."""
        try:
            data = self._child.read_nonblocking(65_536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            self._child.close()
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def until(self, condition: Callable[[str], object], seconds: float = 30) -> str:
        """Read until the screen is as `condition` wants; fails after `seconds`."""
        deadline = time.monotonic() + seconds
        while not condition(self.shown):
            assert time.monotonic() < deadline, f"it never came to be so:\n{self.shown}"
            assert self.read(0.1), f"it ended ({self.exit_code}):\n{self.shown}"
        return self.shown

    def wait(self, seconds: float = 20) -> int | None:
        """Read until it ends; its exit code."""
        deadline = time.monotonic() + seconds
        while self.read(0.1):
            assert time.monotonic() < deadline, f"it did not end:\n{self.shown}"
        return self.exit_code
