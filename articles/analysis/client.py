"""The process that analyses, seen from the reader: started when needed, started again when it dies."""

import itertools
import subprocess
import threading
from collections.abc import Sequence
from typing import Any

from articles.analysis.encoding import decoded
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.wording import _
from articles.worker_process import WorkerProcess, heard, say


class Analyser:
    """One worker process, used by one thread at a time. Nothing of the article goes to any log.

    `command` starts another worker than ours. After so many seconds without work its process ends, and its
    model is let go; None keeps it. `close` may be called from any thread and ends an analysis under way.
    """

    def __init__(self, command: Sequence[str] | None = None, *, idle_seconds: float | None = None) -> None:
        ours = WorkerProcess.module("articles.analysis.worker", idle_seconds)
        self._worker = ours if command is None else WorkerProcess(command, idle_seconds)
        self._jobs = itertools.count(1)
        self._busy = threading.Lock()

    def start(self) -> None:
        """Start the process, so that its model is loaded when it is asked."""
        self._worker.start()

    def analyse(self, article: Article) -> Analysis:
        """The analysis of an article; waits for it. A process that dies is started again, once.

        Raises EnregardError when it cannot be had.
        """
        with self._busy, self._worker.at_work():
            for _try in range(2):
                process = self._worker.start()
                if process is None:
                    break
                try:
                    return self._asked(process, article)
                except (OSError, EOFError):
                    self._worker.end(process)
        raise EnregardError(
            _("the analysis has stopped"),
            _("summary, quotes and actors are missing; open the article again"),
        )

    def close(self) -> None:
        """End the process; an analysis under way is given up."""
        self._worker.close()

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._worker.is_running

    def _asked(self, process: "subprocess.Popen[str]", article: Article) -> Analysis:
        job = next(self._jobs)
        kinds = [str(paragraph.kind) for paragraph in article.paragraphs]
        say(process, {"job": job, "text": article.text, "kinds": kinds})
        reply: dict[str, Any] = {}
        while reply.get("job") != job:
            reply = heard(process)
        if "error" in reply:
            raise _failed(reply["error"])
        try:
            return decoded(reply["analysis"], article)
        except (ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise _failed(f"{type(error).__name__}: {error}") from error


def _failed(reason: str) -> EnregardError:
    what = _("the analysis failed ({reason})").format(reason=reason)
    return EnregardError(what, _("summary, quotes and actors are missing"))
