"""The process that analyses, seen from the reader: started when needed, started again when it dies."""

import contextlib
import itertools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import Any

from articles.analysis.encoding import decoded
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.wording import _

_COMMAND = (sys.executable, "-P", "-m", "articles.analysis.worker")
"""With -P nothing is imported from the folder one happens to be in."""


class Analyser:
    """One worker process, used by one thread at a time. Nothing of the article goes to any log.

    `command` starts the worker. After so many seconds without work its process ends, and its model is let
    go; None keeps it. `close` may be called from any thread and ends an analysis under way.
    """

    def __init__(self, command: Sequence[str] = _COMMAND, *, idle_seconds: float | None = None) -> None:
        self._command = list(command)
        self._idle_seconds = idle_seconds
        self._idle: threading.Timer | None = None
        self._process: subprocess.Popen[str] | None = None
        self._jobs = itertools.count(1)
        self._busy = threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Start the process, so that its model is loaded when it is asked."""
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

    def analyse(self, article: Article) -> Analysis:
        """The analysis of an article; waits for it. A process that dies is started again, once.

        Raises EnregardError when it cannot be had.
        """
        with self._busy:
            self._forget_idleness()
            try:
                for _try in range(2):
                    try:
                        return self._asked(article)
                    except (OSError, EOFError):
                        self._end()
                        if self._closed:
                            break
            finally:
                self._count_idleness()
        raise EnregardError(
            _("the analysis has stopped"),
            _("summary, quotes and actors are missing; open the article again"),
        )

    def close(self) -> None:
        """End the process; an analysis under way is given up."""
        self._closed = True
        self._forget_idleness()
        self._end()

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

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
        if self._busy.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._busy.release()

    def _asked(self, article: Article) -> Analysis:
        self.start()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise EOFError
        job = next(self._jobs)
        kinds = [str(paragraph.kind) for paragraph in article.paragraphs]
        process.stdin.write(json.dumps({"job": job, "text": article.text, "kinds": kinds}) + "\n")
        process.stdin.flush()
        reply: dict[str, Any] = {}
        while reply.get("job") != job:
            line = process.stdout.readline()
            if not line.endswith("\n"):
                raise EOFError
            reply = json.loads(line)
        if "error" in reply:
            what = _("the analysis failed ({reason})").format(reason=reply["error"])
            raise EnregardError(what, _("summary, quotes and actors are missing"))
        return decoded(reply["analysis"], article)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
