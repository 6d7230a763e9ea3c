"""A process of our own in which a model works, so that whoever waits at the screen never waits for it."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any


class WorkerProcess:
    """A process that takes and gives JSON lines, started when it is needed and again after it died.

    After so many seconds without work it ends, and what it had loaded is let go; None keeps it. Nothing of an
    article goes to any log.
    """

    def __init__(self, command: Sequence[str], idle_seconds: float | None = None) -> None:
        self._command = list(command)
        self._idle_seconds = idle_seconds
        self._idle: threading.Timer | None = None
        self._users = 0
        self._changing = threading.RLock()
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    @classmethod
    def module(cls, name: str, idle_seconds: float | None = None) -> "WorkerProcess":
        """A process that runs a module of ours; nothing is imported from the folder one happens to be in."""
        return cls((sys.executable, "-P", "-m", name), idle_seconds)

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def is_closed(self) -> bool:
        """Whether it was ended for good."""
        return self._closed

    def start(self) -> "subprocess.Popen[str] | None":
        """The process, started where there is none; None once it was closed."""
        with self._changing:
            if self._process is None and not self._closed:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    encoding="utf-8",
                    env={**os.environ, "PYTHONUTF8": "1"},
                    start_new_session=True,
                )
            return self._process

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While it is used the process does not count as idle; by several at once, if they like."""
        with self._changing:
            self._users += 1
            self._forget_idleness()
        try:
            yield
        finally:
            with self._changing:
                self._users -= 1
                if self._users == 0:
                    self._count_idleness()

    def end(self, process: "subprocess.Popen[str] | None" = None) -> None:
        """End the process, or this one of it: where another was started meanwhile, that works on."""
        with self._changing:
            ended = self._process
            if ended is None or (process is not None and process is not ended):
                return
            self._process = None
        ended.kill()
        ended.wait()
        for pipe in (ended.stdin, ended.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def let_go(self) -> None:
        """End the process once nobody uses it; where it is started again, it ends with that work."""
        with self._changing:
            self._idle_seconds = 0
            if self._users == 0:
                self._forget_idleness()
                self.end()

    def close(self) -> None:
        """End the process for good."""
        with self._changing:
            self._closed = True
            self._forget_idleness()
        self.end()

    def _count_idleness(self) -> None:
        if self._idle_seconds is not None and not self._closed:
            self._idle = threading.Timer(self._idle_seconds, self._rest)
            self._idle.daemon = True
            self._idle.start()

    def _forget_idleness(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        with self._changing:
            if self._users == 0:
                self.end()


def say(process: "subprocess.Popen[str]", message: dict[str, Any]) -> None:
    """Send a process a JSON line; raises OSError where it is gone."""
    if process.stdin is None:
        raise BrokenPipeError
    try:
        process.stdin.write(json.dumps(message) + "\n")
        process.stdin.flush()
    except ValueError as error:
        raise BrokenPipeError from error


def heard(process: "subprocess.Popen[str]") -> dict[str, Any]:
    """The next JSON object of a process; raises EOFError where it is gone, or says what is none."""
    try:
        line = process.stdout.readline() if process.stdout is not None else ""
    except (OSError, ValueError) as error:
        raise EOFError from error
    if not line.endswith("\n"):
        raise EOFError
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise EOFError from error
    if not isinstance(found, dict):
        raise EOFError
    return found
