"""The translator of this machine in a process of its own: one, of the pack that there is now."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from articles.engine import Engine
from articles.errors import EnregardError
from articles.translating.client import TranslatorProcess
from articles.translating.installing import install_from_file
from articles.translating.packs import Pack

MANY = [f"Le chat {number} dort." for number in range(600)]


@pytest.fixture
def pack(word_pack: Path) -> Pack:
    return install_from_file(word_pack)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


def translator(engine: Engine) -> TranslatorProcess:
    found = engine.translator()
    assert isinstance(found, TranslatorProcess)
    return found


def translated(by: TranslatorProcess, sentences: list[str]) -> Iterator[tuple[int, str]]:
    return by.translate(sentences, focus=int, stop=Event())


def replace(pack: Pack) -> None:
    """Let the pack look like one that was put in its place."""
    model = pack.model / "model.bin"
    os.utime(model, ns=(0, model.stat().st_mtime_ns + 10**9))


def test_without_a_pack_there_is_none(engine: Engine) -> None:
    assert engine.translator() is None


def test_while_the_pack_stays_there_is_one(engine: Engine, pack: Pack) -> None:
    one = translator(engine)
    assert len(list(translated(one, MANY[:3]))) == 3
    assert translator(engine) is one
    assert one.is_running


def test_the_process_of_a_pack_that_was_replaced_is_let_go(engine: Engine, pack: Pack) -> None:
    former = translator(engine)
    assert len(list(translated(former, MANY[:3]))) == 3
    replace(pack)
    assert translator(engine) is not former
    assert not former.is_running


def test_what_a_pack_that_was_replaced_is_at_work_on_is_done_first(engine: Engine, pack: Pack) -> None:
    former = translator(engine)
    doing = translated(former, MANY)
    next(doing)
    replace(pack)
    assert len(list(translated(translator(engine), MANY[:3]))) == 3
    assert former.is_running
    assert len(list(doing)) == len(MANY) - 1
    deadline = time.monotonic() + 20
    while former.is_running:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_after_the_end_there_is_none_any_more(engine: Engine, pack: Pack) -> None:
    former = translator(engine)
    doing = translated(former, MANY)
    next(doing)
    replace(pack)
    latter = translator(engine)
    next(translated(latter, MANY[:3]))
    engine.close()
    assert not former.is_running
    assert not latter.is_running
    with pytest.raises(EnregardError, match="the translation has stopped"):
        engine.translator()
    with pytest.raises(EnregardError, match="the translation has stopped"):
        list(doing)
