"""The first page of an article, painted before the machinery of the screen is loaded: it is read meanwhile.

It stands where Textual will paint the same words, so that nothing moves when Textual takes over.
"""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Self

from articles.article import Article
from articles.choices import Choices
from articles.recalling import Recalled
from tui.colours import DARK, PALETTES
from tui.first_page.rows import PLAIN, rows

OTHER_SCREEN = "\x1b[?1049h"
"""Enters the terminal's second screen, which programs of the whole screen paint on."""

_NO_CURSOR = "\x1b[?25l"
_NO_WRAP, _WRAP = "\x1b[?7l", "\x1b[?7h"
_FIRST_SCREEN = f"{PLAIN}{_WRAP}\x1b[?1049l\x1b[?25h"
"""Undoes also what a page does that a signal cut off."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)

_LEAST_COLUMNS, _LEAST_ROWS = 20, 6
"""Cells; on a smaller terminal only Textual paints."""


class FirstPage:
    """What stands on the terminal until Textual has it. As a context it puts the terminal back, if need be.

    `measure` is the widest a column may be, in cells; `theme` goes before the one that was `chosen`.
    """

    def __init__(self, chosen: Choices, measure: int, theme: str | None) -> None:
        self._chosen = chosen
        self._measure = measure
        self._palette = PALETTES.get(theme or chosen.theme or DARK.name) if _has_all_colours() else None
        self._is_up = False
        self._line_mode: list[int | list[bytes | int]] | None = None
        self._handlers: list[tuple[int, object]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._is_up:
            self._leave()
        for number, handler in self._handlers:
            signal.signal(number, handler)  # type: ignore[arg-type]

    @property
    def is_up(self) -> bool:
        """Whether something was painted that Textual has not taken over."""
        return self._is_up

    def paint(self, article: Article, known: Recalled, note: str = "") -> None:
        """Paint an article where it was left, `note` in the corner; nothing on a terminal unfit for it.

        From then on SIGTERM and SIGHUP raise SystemExit.
        """
        size = _terminal_size()
        if size is None:
            return
        painted = rows(article, known, self._chosen, self._measure, size, self._palette, note)
        self._enter()
        shown = "".join(f"\x1b[{number};1H{row}{PLAIN}" for number, row in enumerate(painted, 1))
        _write(f"{_NO_WRAP}{shown}{_WRAP}")

    def hand_over(self) -> None:
        """Leave the terminal to Textual, as it was but for what is on it."""
        self._put_back_keys()
        self._is_up = False

    def _enter(self) -> None:
        if self._is_up:
            return
        self._is_up = True
        for number in _ENDING:
            self._handlers.append((number, signal.signal(number, self._end)))
        self._keep_keys()
        _write(OTHER_SCREEN + _NO_CURSOR)

    def _leave(self) -> None:
        self._put_back_keys()
        _write(_FIRST_SCREEN)
        self._is_up = False

    def _end(self, number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def _keep_keys(self) -> None:
        """What is typed already is for the reader: it is not shown, and no line is edited with it."""
        import termios

        with suppress(termios.error, OSError):
            self._line_mode = termios.tcgetattr(0)
            kept = termios.tcgetattr(0)
            kept[0] &= ~termios.ICRNL
            kept[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, kept)

    def _put_back_keys(self) -> None:
        import termios

        before, self._line_mode = self._line_mode, None
        if before is not None:
            with suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, before)


def _terminal_size() -> tuple[int, int] | None:
    """Columns and rows of a terminal that can be painted on."""
    stream = sys.__stderr__
    if stream is None or sys.platform == "win32" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    try:
        columns, rows = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return None
    return (columns, rows) if columns >= _LEAST_COLUMNS and rows >= _LEAST_ROWS else None


def _has_all_colours() -> bool:
    has_them = os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return has_them and not os.environ.get("NO_COLOR")


def _write(sequence: str) -> None:
    stream = sys.__stderr__
    if stream is not None:
        with suppress(OSError):
            stream.write(sequence)
            stream.flush()
