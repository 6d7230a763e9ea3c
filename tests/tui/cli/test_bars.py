"""The bar on standard error: one at a time, and none once it is closed."""

from queue import Queue
from threading import Event, current_thread

import pytest
import rich.progress

from tui.cli import bars
from tui.cli.bars import Bar


class Drawing:
    """What Rich draws, once it `may_begin`."""

    def __init__(self) -> None:
        self.may_begin = Event()
        self.is_begun = Event()
        self.is_on_the_terminal = False
        self.thread = current_thread()
        self.task_ids = [0]

    def add_task(self, *_words: object, **_options: object) -> None:
        return None

    def update(self, *_task: object, **_options: object) -> None:
        return None

    def start(self) -> None:
        self.is_on_the_terminal = True
        self.is_begun.set()

    def stop(self) -> None:
        self.is_on_the_terminal = False


def test_a_bar_that_is_hidden_while_rich_is_loaded_for_it_is_drawn_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loading: Queue[Drawing] = Queue()

    def load(*_columns: object, **_options: object) -> Drawing:
        made = Drawing()
        loading.put(made)
        assert made.may_begin.wait(20)
        return made

    monkeypatch.setattr(bars, "_PATIENCE", 0.0)
    monkeypatch.setattr(rich.progress, "Progress", load)
    bar = Bar(is_drawn=True)
    bar("Translating", 0, 2)
    first = loading.get(timeout=20)
    with bar.hidden():
        pass
    second = loading.get(timeout=20)
    second.may_begin.set()
    assert second.is_begun.wait(20)
    first.may_begin.set()
    first.thread.join(20)
    assert (first.is_on_the_terminal, second.is_on_the_terminal) == (False, True)
    bar.close()
    assert (first.is_on_the_terminal, second.is_on_the_terminal) == (False, False)
