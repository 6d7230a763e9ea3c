"""Who goes first where processors are few: whoever waits at the screen, then what works behind it."""

import os
import sys
import threading
from contextlib import suppress

_BACKGROUND = 10
"""Niceness, as in setpriority(2)."""


def stand_back() -> None:
    """Give this thread, and those that it starts, the time that others leave; on Linux alone."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _BACKGROUND)
