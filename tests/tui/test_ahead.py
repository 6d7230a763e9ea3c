"""Translating ahead in the reader: seen, paused, gone on with, and never in the way of what is read."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles.article import Article
from articles.store import database, memory, queue
from articles.translation import Translator
from tests.tui.pilot import until
from tests.tui.shelves import app_on, fill, foot, head, in_library, many, reading, said
from tui.ahead import Ahead, AheadState

WAIT = 20


class Engine:
    """Shouts; `steps`, where given, lets a sentence at a time go. Counts who is at work at once."""

    origin = "argos fr-en 1.9"

    def __init__(self, steps: threading.Semaphore | None = None) -> None:
        self.said: list[str] = []
        self.most_at_once = 0
        self._at_work = 0
        self._steps = steps
        self._lock = threading.Lock()

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        """Shout."""
        for index, sentence in enumerate(sentences):
            with self._lock:
                self._at_work += 1
                self.most_at_once = max(self.most_at_once, self._at_work)
            try:
                while self._steps is not None and not self._steps.acquire(timeout=0.02):
                    if stop.is_set():
                        return
            finally:
                with self._lock:
                    self._at_work -= 1
            self.said.append(sentence)
            yield index, sentence.upper()


class Heard:
    """What is told of translating ahead."""

    def __init__(self) -> None:
        self.states: list[AheadState] = []
        self._changed = threading.Condition()

    def __call__(self, state: AheadState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def until(self, condition: Callable[[AheadState], object]) -> AheadState:
        """Wait for a state that is told after all that were waited for before."""
        with self._changed:
            assert self._changed.wait_for(lambda: any(map(condition, self.states)), timeout=WAIT)
            place = next(place for place, state in enumerate(self.states) if condition(state))
            found = self.states[place]
            del self.states[: place + 1]
            return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def waits(file: Path, count: int) -> list[Article]:
    """Articles that wait to be translated."""
    articles = fill(file, many(count))
    with database.opened(file) as connection:
        queue.enqueue(connection, [each.id for each in articles])
    return articles


def waiting(file: Path) -> int:
    with database.opened(file) as connection:
        return queue.length(connection)


def is_over(state: AheadState) -> bool:
    return not state.is_running


# -- by itself ---------------------------------------------------------------------------------------------


def test_what_waits_is_translated_and_told(file: Path) -> None:
    waits(file, 3)
    heard = Heard()
    ahead = Ahead(file, Engine, heard)
    ahead.begin()
    state = heard.until(is_over)
    assert state.progress is not None
    assert (state.progress.done, state.progress.total, state.said) == (3, 3, "")
    assert waiting(file) == 0


def test_what_comes_meanwhile_is_taken_up_and_one_engine_is_at_work(file: Path) -> None:
    waits(file, 2)
    heard, steps = Heard(), threading.Semaphore(0)
    engine = Engine(steps)
    ahead = Ahead(file, lambda: engine, heard)
    ahead.begin()
    heard.until(lambda state: state.progress is not None)
    fill(file, many(4))
    with database.opened(file) as connection:
        queue.enqueue(connection, [each.id for each in many(4)])
    for _ in range(5):
        ahead.begin()
    steps.release(100)
    heard.until(lambda state: is_over(state) and waiting(file) == 0)
    ahead.close(WAIT)
    assert engine.most_at_once == 1
    assert len([thread for thread in threading.enumerate() if thread.name == "ahead"]) == 0


def test_after_its_end_it_begins_again(file: Path) -> None:
    heard = Heard()
    ahead = Ahead(file, Engine, heard)
    for _ in range(20):
        waits(file, 2)
        ahead.begin()
        heard.until(lambda state: is_over(state) and not waiting(file))
    ahead.close()


def test_paused_it_does_not_even_ask_for_a_translator(file: Path) -> None:
    waits(file, 2)
    heard, asked = Heard(), threading.Event()

    def find() -> Translator:
        asked.set()
        return Engine()

    ahead = Ahead(file, find, heard)
    ahead.give_way(True)
    ahead.toggle()
    ahead.begin()
    assert heard.until(lambda state: state.is_running).is_paused
    ahead.give_way(False)
    assert not asked.wait(0.3)
    ahead.toggle()
    heard.until(is_over)
    assert asked.is_set()
    assert waiting(file) == 0


@pytest.mark.parametrize("error", [RuntimeError("out of memory"), OSError("gone")])
def test_whatever_fails_is_told_and_it_can_begin_again(file: Path, error: Exception) -> None:
    waits(file, 2)
    heard = Heard()
    engines: list[Translator | Exception] = [error, Engine()]

    def find() -> Translator:
        found = engines.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    ahead = Ahead(file, find, heard)
    ahead.begin()
    assert str(error) in heard.until(is_over).said
    assert waiting(file) == 2
    ahead.begin()
    heard.until(lambda state: is_over(state) and not waiting(file))


def test_it_stops_at_once_and_goes_on_from_there(file: Path) -> None:
    waits(file, 3)
    heard, steps = Heard(), threading.Semaphore(3)
    ahead = Ahead(file, lambda: Engine(steps), heard)
    ahead.begin()
    heard.until(lambda state: state.progress is not None and state.progress.sentences)
    ahead.close(WAIT)
    left = waiting(file)
    assert 0 < left <= 3
    with database.opened(file) as connection:
        done = len(memory.look_up(connection, [f"Le pont {n} est fermé." for n in range(3)]))
    rest = Engine()
    again = Ahead(file, lambda: rest, heard)
    again.begin()
    heard.until(lambda state: is_over(state) and not waiting(file))
    assert done >= 1
    assert len(rest.said) <= 9 - 3


# -- in the reader -----------------------------------------------------------------------------------------


async def run_until(pilot: Pilot[Any], words: str) -> None:
    await until(pilot, lambda: words in head(pilot))


async def test_progress_is_shown_paused_and_goes_on(file: Path) -> None:
    fill(file, many(3))
    steps = threading.Semaphore(0)
    async with app_on(file, engine=Engine(steps)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
        assert "Pause" not in foot(pilot)
        await pilot.press("P")
        await until(pilot, lambda: said(pilot) == "Nothing is being translated ahead.")
        await pilot.press("T")
        await run_until(pilot, "translating ahead  ░░░░░░░░░░  0 of 1")
        await pilot.press("down", "T", "down", "T")
        await until(pilot, lambda: said(pilot) == "“Titre 0” will be translated in its turn.")
        assert "P Pause" in foot(pilot)
        await pilot.press("P")
        await run_until(pilot, "translating ahead is paused")
        assert "P Go on" in foot(pilot)
        steps.release(4)
        await pilot.press("P")
        await run_until(pilot, "translating ahead  ▓▓▓░░░░░░░  1 of 3")
        assert "P Pause" in foot(pilot)
        await pilot.press("x")
        await until(pilot, lambda: said(pilot).startswith("Removed"))
        steps.release(100)
        await until(pilot, lambda: "translating" not in head(pilot))
        assert "translated." in said(pilot)
        assert waiting(file) == 0


@pytest.mark.parametrize("size", [(60, 20), (30, 10), (1, 1)])
async def test_progress_fits_a_narrow_terminal(file: Path, size: tuple[int, int]) -> None:
    waits(file, 3)
    async with app_on(file, engine=Engine(threading.Semaphore(0))).run_test(size=size) as pilot:
        await in_library(pilot, 3)
        await until(pilot, lambda: pilot.app.background.ahead.state.progress is not None)  # type: ignore[attr-defined]
        if size[0] > 1:
            await run_until(pilot, "0 of 3" if size[0] < 60 else "░  0 of 3")


async def test_what_was_left_waiting_goes_on_when_the_reader_is_opened_again(file: Path) -> None:
    waits(file, 3)
    steps = threading.Semaphore(4)
    first = Engine(steps)
    async with app_on(file, engine=first).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
        await run_until(pilot, "1 of 3")
    second = Engine()
    async with app_on(file, engine=second).run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: waiting(file) == 0)
    assert not set(first.said[:3]) & set(second.said)


async def test_without_a_pack_it_is_said_where_to_get_one(file: Path) -> None:
    fill(file, many(2))
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("T")
        await until(pilot, lambda: "enregard packs install" in said(pilot))
        await pilot.press("m", "T")
        await until(pilot, lambda: "enregard packs install" in said(pilot))
        assert waiting(file) == 1


async def test_it_gives_way_to_the_article_that_is_read_and_goes_on_after_it(file: Path) -> None:
    articles = waits(file, 4)
    steps = threading.Semaphore(0)
    engine = Engine(steps)
    async with app_on(file, articles[3], engine).run_test(size=(140, 40)) as pilot:
        screen = await reading(pilot, "Titre 3")
        await until(pilot, lambda: engine.most_at_once)
        steps.release(3)
        await until(pilot, lambda: not screen.state.is_translating)
        assert engine.said[:3] == ["Titre 3", "Le pont 3 est fermé.", "Le maire parle."]
        assert engine.most_at_once == 1
        steps.release(100)
        await until(pilot, lambda: waiting(file) == 0)
        assert sorted(engine.said).count("Le pont 3 est fermé.") == 1


async def test_it_goes_on_when_an_article_is_left_before_it_has_its_english(file: Path) -> None:
    articles = waits(file, 2)
    steps = threading.Semaphore(0)
    engine = Engine(steps)
    async with app_on(file, articles[0], engine).run_test(size=(140, 40)) as pilot:
        await reading(pilot)
        await pilot.press("l")
        await in_library(pilot, 2)
        steps.release(100)
        await until(pilot, lambda: waiting(file) == 0)


async def test_two_articles_in_a_row_do_not_let_it_go_between_them(file: Path) -> None:
    waits(file, 3)
    steps = threading.Semaphore(0)
    engine = Engine(steps)
    async with app_on(file, engine=engine).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
        await pilot.press("enter")
        await reading(pilot, "Titre 2")
        await pilot.press("l")
        await in_library(pilot, 3)
        await pilot.press("down", "enter")
        screen = await reading(pilot, "Titre 1")
        steps.release(100)
        await until(pilot, lambda: not screen.state.is_translating)
        await until(pilot, lambda: waiting(file) == 0)
