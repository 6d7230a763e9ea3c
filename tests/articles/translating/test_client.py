"""Translation in a process of its own: the same words, in the same order of interest, whatever befalls it."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen
from threading import Event, Thread
from typing import Any

import pytest

from articles.config import TranslationOptions
from articles.errors import EnregardError
from articles.translating import client
from articles.translating.argos import ArgosTranslator
from articles.translating.client import TranslatorProcess
from articles.translating.installing import install_from_file
from articles.translating.packs import Pack
from articles.worker_process import WorkerProcess, heard
from tests.processes import is_alive

FEW = ["Le chat dort.", "La ville dort.", "Le chat dort.", "12"]


@pytest.fixture
def pack(word_pack: Path) -> Pack:
    return install_from_file(word_pack)


@pytest.fixture
def apart(pack: Pack) -> Iterator[TranslatorProcess]:
    translator = TranslatorProcess(pack, TranslationOptions())
    yield translator
    translator.close()


def english(
    translator: TranslatorProcess | ArgosTranslator,
    sentences: list[str],
    focus: Callable[[], int] = int,
) -> list[tuple[int, str]]:
    return list(translator.translate(sentences, focus=focus, stop=Event()))


def many(count: int) -> list[str]:
    return [f"Le chat {number} dort." for number in range(count)]


def scripted(pack: Pack, answers: str) -> TranslatorProcess:
    """A translator whose process is this script; `job` is the number of the job it was given."""
    script = f"import json, time; job = json.loads(input())['job']; {answers}"
    return TranslatorProcess(pack, TranslationOptions(), worker=WorkerProcess([sys.executable, "-c", script]))


def test_it_says_what_the_engine_says(apart: TranslatorProcess, pack: Pack) -> None:
    assert sorted(english(apart, FEW)) == sorted(english(ArgosTranslator(pack), FEW))
    assert apart.origin == pack.origin


@pytest.mark.slow
def test_what_is_looked_at_comes_first_and_scrolling_reorders_what_waits(apart: TranslatorProcess) -> None:
    sentences = many(3_000)
    place = [2_000]
    order: list[int] = []
    for index, _english in apart.translate(sentences, focus=lambda: place[0], stop=Event()):
        order.append(index)
        if len(order) == 50:
            place[0] = 400
    assert sorted(order) == list(range(3_000))
    assert all(index > 1_999 for index in order[:20])
    assert order.index(400) < order.index(0)


def test_two_articles_at_once_have_each_their_own(apart: TranslatorProcess) -> None:
    found: dict[str, list[tuple[int, str]]] = {}

    def ask(name: str, sentences: list[str]) -> None:
        found[name] = english(apart, sentences)

    asking = [Thread(target=ask, args=("one", many(300))), Thread(target=ask, args=("other", FEW))]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert len(dict(found["one"])) == 300
    assert sorted(dict(found["other"])) == [0, 1, 2, 3]


@pytest.mark.slow
def test_a_process_that_is_killed_is_started_again_and_nothing_is_said_twice(
    apart: TranslatorProcess,
) -> None:
    sentences = many(2_000)
    found: list[int] = []
    for index, _english in apart.translate(sentences, focus=int, stop=Event()):
        found.append(index)
        if len(found) == 100:
            process = apart._worker.start()
            assert process is not None
            os.kill(process.pid, signal.SIGKILL)
    assert sorted(found) == list(range(2_000))


def test_a_process_whose_end_is_noticed_late_costs_no_translation(
    apart: TranslatorProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    noticed = Event()

    def heard_late(process: "Popen[str]") -> dict[str, Any]:
        try:
            return heard(process)
        except EOFError:
            noticed.wait(20)
            raise

    monkeypatch.setattr(client, "heard", heard_late)
    english(apart, FEW)
    process = apart._worker.start()
    assert process is not None
    process.kill()
    process.wait()
    found: list[int] = []
    for index, _english in apart.translate(many(1_000), focus=int, stop=Event()):
        found.append(index)
        noticed.set()
    assert sorted(found) == list(range(1_000))


def test_a_process_that_always_dies_is_one_line(pack: Pack) -> None:
    translator = scripted(pack, "raise SystemExit(3)")
    with pytest.raises(EnregardError, match=r"the translation has stopped \(its process has ended\)"):
        english(translator, FEW)
    translator.close()


def test_an_engine_that_fails_says_why(pack: Pack) -> None:
    translator = scripted(
        pack, "print(json.dumps({'job': job, 'error': 'MemoryError'}), flush=True); input()"
    )
    with pytest.raises(EnregardError, match="MemoryError"):
        english(translator, FEW)
    translator.close()


def test_a_pack_that_is_gone_is_said(apart: TranslatorProcess, pack: Pack) -> None:
    (pack.path / "model" / "model.bin").unlink()
    with pytest.raises(EnregardError, match="FileNotFoundError"):
        english(apart, FEW)


def test_stopping_ends_it_at_once(pack: Pack) -> None:
    translator = scripted(pack, "time.sleep(60)")
    stop = Event()
    asking = Thread(target=lambda: list(translator.translate(FEW, focus=int, stop=stop)))
    asking.start()
    stop.set()
    asking.join(20)
    assert not asking.is_alive()
    translator.close()


def test_who_takes_nothing_is_not_worked_for_without_end(apart: TranslatorProcess) -> None:
    taking = apart.translate(many(3_000), focus=int, stop=Event())
    assert next(taking)
    (jobs,) = apart._waiting.values()
    (replies,) = jobs.values()
    time.sleep(0.5)
    waiting = 0
    while not replies.empty():
        reply = replies.get()
        waiting += len(reply["done"]) if reply else 0
    assert waiting <= 256
    taking.close()  # type: ignore[attr-defined]


def test_without_work_the_process_ends_and_is_started_again(pack: Pack) -> None:
    translator = TranslatorProcess(pack, TranslationOptions(), idle_seconds=0.05)
    try:
        once = english(translator, FEW)
        deadline = time.monotonic() + 20
        while translator.is_running:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert english(translator, FEW) == once
    finally:
        translator.close()


def test_its_process_ends_with_who_started_it(pack: Pack, tmp_path: Path) -> None:
    import subprocess

    script = tmp_path / "reader.py"
    given = json.dumps(str(pack.path))
    script.write_text(
        "import os, sys\nfrom pathlib import Path\nfrom threading import Event\n"
        "from articles.config import TranslationOptions\n"
        "from articles.translating.client import TranslatorProcess\n"
        "from articles.translating.packs import pack_in\n"
        f"translator = TranslatorProcess(pack_in(Path({given})), TranslationOptions())\n"
        "for _ in translator.translate(['Le chat dort.'] * 3, focus=int, stop=Event()): pass\n"
        "print(translator._worker.start().pid, flush=True)\nos._exit(0)\n"
    )
    done = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True)
    worker = int(done.stdout)
    deadline = time.monotonic() + 20
    while is_alive(worker):
        assert time.monotonic() < deadline, "it works on for nobody"
        time.sleep(0.02)
