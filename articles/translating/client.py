"""The process that translates, seen from the reader: started when needed, started again when it dies."""

import itertools
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any

from articles.config import TranslationOptions
from articles.errors import EnregardError
from articles.translating.packs import Pack
from articles.wording import _
from articles.worker_process import WorkerProcess, heard, say

_LOOK_AGAIN = 0.1
"""Seconds between looks at where the reader is, and at whether to stop."""

_Replies = SimpleQueue[dict[str, Any] | None]
"""What a process says of a job; None where it has ended."""


class TranslatorProcess:
    """The `Translator` of an installed pack in a process of its own, for any number of threads at once.

    After so many seconds without work the process ends, and its model is let go; None keeps it.
    """

    def __init__(
        self,
        pack: Pack,
        options: TranslationOptions,
        *,
        idle_seconds: float | None = None,
        worker: WorkerProcess | None = None,
    ) -> None:
        self._pack = pack
        self._options = options
        self._worker = worker or WorkerProcess.module("articles.translating.worker", idle_seconds)
        self._jobs = itertools.count(1)
        self._hearing = threading.Lock()
        self._waiting: dict[subprocess.Popen[str], dict[int, _Replies]] = {}

    @property
    def origin(self) -> str:
        """What its translations are labelled with."""
        return self._pack.origin

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._worker.is_running

    def let_go(self) -> None:
        """End the process once the translations under way are done."""
        self._worker.let_go()

    def close(self) -> None:
        """End the process; translations under way are given up."""
        self._worker.close()

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """Yield `(index, english)` as sentences are done, those at `focus` and after it first.

        A process that dies is started again, once, with what was not done. Raises EnregardError when that
        dies too, or when the engine fails.
        """
        left = dict(enumerate(sentences))
        with self._worker.at_work():
            for _try in range(2):
                try:
                    for index, english in self._asked(left, focus, stop):
                        del left[index]
                        yield index, english
                except (OSError, EOFError):
                    if stop.is_set():
                        return
                else:
                    return
        raise stopped(_("its process has ended"))

    def _asked(
        self, left: dict[int, str], focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """One job: what the process makes of the sentences that are left, by their indices."""
        indices = list(left)
        place_of = {index: place for place, index in enumerate(indices)}
        job, replies = next(self._jobs), _Replies()
        process = self._started(job, replies)
        try:
            at = place_of.get(focus(), 0)
            say(
                process,
                {
                    "job": job,
                    "pack": str(self._pack.path),
                    "options": asdict(self._options),
                    "sentences": [left[index] for index in indices],
                    "focus": at,
                },
            )
            while not stop.is_set():
                if (here := place_of.get(focus(), at)) != at:
                    at = here
                    say(process, {"job": job, "focus": at})
                try:
                    reply = replies.get(timeout=_LOOK_AGAIN)
                except Empty:
                    continue
                if reply is None:
                    raise EOFError
                if "error" in reply:
                    raise stopped(reply["error"])
                if "done" not in reply:
                    return
                for place, english in reply["done"]:
                    yield indices[place], english
                say(process, {"job": job, "taken": len(reply["done"])})
        except (OSError, EOFError):
            self._worker.end(process)
            raise
        finally:
            self._waiting.get(process, {}).pop(job, None)
            if process.poll() is None:
                try:
                    say(process, {"job": job, "stop": True})
                except OSError:
                    self._worker.end(process)

    def _started(self, job: int, replies: _Replies) -> "subprocess.Popen[str]":
        """The process, with somebody who hears what it says."""
        with self._hearing:
            process = self._worker.start()
            if process is None:
                raise EOFError
            is_heard = process in self._waiting
            self._waiting.setdefault(process, {})[job] = replies
            if not is_heard:
                hearing = threading.Thread(target=self._hear, args=(process,), name="hearing", daemon=True)
                hearing.start()
        return process

    def _hear(self, process: "subprocess.Popen[str]") -> None:
        """Give each reply to the job that waits for it; at the end, tell all of them that it is the end."""
        try:
            while True:
                reply = heard(process)
                waiting = self._waiting[process].get(reply["job"])
                if waiting is not None:
                    waiting.put(reply)
        except (EOFError, LookupError, TypeError):
            self._worker.end(process)
            with self._hearing:
                jobs = self._waiting.pop(process)
            for waiting in list(jobs.values()):
                waiting.put(None)


def stopped(reason: str) -> EnregardError:
    """The error of a translation that cannot go on."""
    return EnregardError(
        _("the translation has stopped ({reason})").format(reason=reason),
        _("enregard packs verify says whether the language pack is whole"),
    )
