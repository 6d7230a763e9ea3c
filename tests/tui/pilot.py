"""Waiting for things to be so, without counting seconds."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from tui.screens.reading import ReadingScreen
from tui.state import ReaderState
from tui.widgets.article_page import ArticlePage


def page(pilot: Pilot[Any]) -> ArticlePage:
    """The article's page."""
    return screen(pilot).page


def screen(pilot: Pilot[Any]) -> ReadingScreen:
    """The reading screen, under whatever lies over it."""
    return next(found for found in pilot.app.screen_stack if isinstance(found, ReadingScreen))


def state(pilot: Pilot[Any]) -> ReaderState:
    """What the reader knows."""
    return screen(pilot).state


async def until(pilot: Pilot[Any], condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until `condition` holds; fails after `seconds`."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, "it never came to be so"
        await pilot.pause(0.01)
    await pilot.pause()


async def translated(pilot: Pilot[Any]) -> None:
    """Wait until the reading has ended."""
    await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ReadingScreen))
    await until(pilot, lambda: not state(pilot).is_translating)


def rows(pilot: Pilot[Any]) -> list[str]:
    """What the page shows, row by row."""
    shown = page(pilot)
    return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]
