"""Waiting for things to be so, without counting seconds."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from tui.keys import textual_name
from tui.screens.reading import ReadingScreen
from tui.state import ReaderState
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.panes.pane import Pane


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
        await asyncio.sleep(0.01)
    await pilot.pause()


async def translated(pilot: Pilot[Any]) -> None:
    """Wait until the reading has ended."""
    await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ReadingScreen))
    await until(pilot, lambda: not state(pilot).is_translating)


def rows(pilot: Pilot[Any]) -> list[str]:
    """What the page shows, row by row."""
    shown = page(pilot)
    return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]


async def ready(pilot: Pilot[Any]) -> None:
    """Wait for the English and the analysis."""
    await translated(pilot)
    await until(pilot, lambda: state(pilot).analysis is not None)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, given by their characters or names, and wait for what they do."""
    await pilot.press(*(textual_name(key) or key for key in keys))
    await pilot.pause()


def foot(pilot: Pilot[Any]) -> str:
    """What the last line says."""
    return pilot.app.screen.query_one(Foot).render().plain


def said(pilot: Pilot[Any]) -> list[str]:
    """What is said for a moment."""
    return [notice.message for notice in pilot.app._notifications]


def open_pane(pilot: Pilot[Any]) -> Pane | None:
    """The pane that is shown."""
    return next((pane for pane in panes(pilot) if pane.display), None)


def panes(pilot: Pilot[Any]) -> list[Pane]:
    """Every pane that was opened before, or is."""
    return [pane for pane in screen(pilot).query("Pane") if isinstance(pane, Pane)]


def texts(pilot: Pilot[Any]) -> list[str]:
    """What stands in the open pane, option by option."""
    pane = open_pane(pilot)
    assert pane is not None
    return [str(pane.get_option_at_index(place).prompt) for place in range(pane.option_count)]


def found_count(pilot: Pilot[Any]) -> str:
    """The count beside the words that are looked for."""
    from textual.widgets import Static

    return str(screen(pilot).query_one(FindBar).query_one("#count", Static).render())


def drawn(pilot: Pilot[Any], words: str) -> list[Any]:
    """The styles in which words stand on the page, wherever they stand in one stretch."""
    shown = page(pilot)
    return [
        segment.style
        for y in range(shown.size.height)
        for segment in shown.render_line(y)
        if words in segment.text
    ]


def top(pilot: Pilot[Any]) -> type[object]:
    """What kind of screen takes the keys."""
    return type(pilot.app.screen)
