"""What works in the background leaves the processors to whoever waits at the screen."""

import os
import sys
import threading

import pytest

from articles.priority import stand_back


@pytest.mark.skipif(sys.platform != "linux", reason="threads have priorities of their own on Linux alone")
def test_a_thread_that_stands_back_takes_those_it_starts_with_it_and_no_other() -> None:
    found: list[int] = []

    def note() -> None:
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def work() -> None:
        stand_back()
        note()
        inner = threading.Thread(target=note)
        inner.start()
        inner.join()

    before = os.getpriority(os.PRIO_PROCESS, 0)
    outer = threading.Thread(target=work)
    outer.start()
    outer.join()
    assert found == [10, 10]
    assert os.getpriority(os.PRIO_PROCESS, 0) == before
