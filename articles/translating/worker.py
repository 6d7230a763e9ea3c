"""Translation in a process of its own: JSON lines in, JSON lines out.

`python -m articles.translating.worker` takes jobs `{"job", "pack", "options", "sentences", "focus"}`, each of
which runs beside the others, and says `{"job", "done": [[index, english], …]}` as sentences are done, then
`{"job", "end"}` or `{"job", "error"}`. While a job runs it takes `{"job", "focus"}` for where the reader is,
`{"job", "taken"}` for how many sentences were taken, and `{"job", "stop"}`. It ends with its input.
"""

import json
import os
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Semaphore
from typing import IO, Any

from articles.config import TranslationOptions
from articles.priority import stand_back
from articles.translating import packs
from articles.translating.argos import ArgosTranslator

_AHEAD = 256
"""Sentences that may be done and not taken: who reads pauses so the engine."""

_GATHER_FOR = 0.02
"""Seconds in which sentences that come together are told together."""


@dataclass
class _Job:
    """A job that runs; what is said of it meanwhile changes it."""

    focus: int
    stop: Event = field(default_factory=Event)
    room: Semaphore = field(default_factory=lambda: Semaphore(_AHEAD))

    def hear(self, message: dict[str, Any]) -> None:
        """Take up what is said of it."""
        match message:
            case {"focus": focus}:
                self.focus = focus
            case {"taken": taken}:
                self.room.release(taken)
            case {"stop": _}:
                self.stop.set()
                self.room.release()


class Worker:
    """Jobs, and the translators they share: one for each pack, whose model is loaded once."""

    def __init__(self, replies: IO[str]) -> None:
        self._replies = replies
        self._saying = Lock()
        self._finding = Lock()
        self._jobs: dict[int, _Job] = {}
        self._translators: dict[tuple[str, TranslationOptions], ArgosTranslator] = {}

    def hear(self, message: dict[str, Any]) -> None:
        """Do what a line says."""
        number = message["job"]
        if "sentences" in message:
            job = self._jobs[number] = _Job(message["focus"])
            threading.Thread(target=self._run, args=(number, job, message), daemon=True).start()
        elif number in self._jobs:
            self._jobs[number].hear(message)

    def _run(self, number: int, job: _Job, message: dict[str, Any]) -> None:
        done: SimpleQueue[tuple[int, str] | None] = SimpleQueue()
        telling = threading.Thread(target=self._tell, args=(number, done), daemon=True)
        telling.start()
        end: dict[str, Any] = {"job": number, "end": True}
        try:
            translator = self._translator(message)
            for found in translator.translate(message["sentences"], focus=lambda: job.focus, stop=job.stop):
                job.room.acquire()
                if job.stop.is_set():
                    break
                done.put(found)
        except Exception as error:
            end = {"job": number, "error": f"{type(error).__name__}: {error}"}
        done.put(None)
        telling.join()
        self._jobs.pop(number, None)
        self._say(end)

    def _translator(self, message: dict[str, Any]) -> ArgosTranslator:
        options = TranslationOptions(**message["options"])
        key = (message["pack"], options)
        with self._finding:
            known = self._translators.get(key)
            if known is None:
                pack = packs.pack_in(Path(message["pack"]))
                if pack is None:
                    raise FileNotFoundError(message["pack"])
                known = self._translators[key] = ArgosTranslator(pack, options)
        return known

    def _tell(self, number: int, done: "SimpleQueue[tuple[int, str] | None]") -> None:
        """Tell what is done, as much as comes together at once."""
        is_over = False
        while not is_over:
            together = [done.get()]
            time.sleep(_GATHER_FOR)
            try:
                while True:
                    together.append(done.get_nowait())
            except Empty:
                pass
            is_over = None in together
            found = [each for each in together if each is not None]
            if found:
                self._say({"job": number, "done": found})

    def _say(self, reply: dict[str, Any]) -> None:
        with self._saying:
            self._replies.write(json.dumps(reply) + "\n")
            self._replies.flush()


def serve(requests: IO[str], replies: IO[str]) -> None:
    """Hear each line of `requests`, until they end."""
    worker = Worker(replies)
    for line in requests:
        worker.hear(json.loads(line))


if __name__ == "__main__":
    stand_back()
    answers = sys.stdout
    sys.stdout = sys.stderr
    try:
        serve(sys.stdin, answers)
    finally:
        os._exit(0)
