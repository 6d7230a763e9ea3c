"""The chosen row of every list can be seen: by a sign, whatever the colours, and by a ground under it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.widget import Widget

from articles.choices import Choices
from articles.sources import Collection, Entry
from articles.sources.raw import Raw
from tests.tui import shelves
from tests.tui.conftest import StartApp
from tests.tui.pilot import drawn, open_pane, press, ready, until
from tui.layout.painting import CURRENT_SIGN
from tui.screens.copying import CopyScreen
from tui.settings import Settings
from tui.theme import DARK, LIGHT, offered
from tui.themes import Themes
from tui.widgets.choice_list import ChoiceList

SIZE = (140, 40)
THEMES = pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])


def marks(shown: Widget) -> list[tuple[int, Style]]:
    """The lines of a list that begin with the sign, and how it is drawn."""
    lines = ((y, next(iter(shown.render_line(y)), None)) for y in range(shown.content_size.height))
    return [(y, first.style) for y, first in lines if first and first.text == CURRENT_SIGN and first.style]


def segments(shown: Widget, y: int) -> Iterator[Any]:
    """What a line is made of, past its sign."""
    return iter(list(shown.render_line(y))[1:])


def strength(ground: Any, base: Any) -> int:
    """How far a ground is from what lies around it."""
    return sum(abs(a - b) for a, b in zip(ground.get_truecolor(), base.get_truecolor(), strict=True))


@THEMES
@pytest.mark.parametrize("key", "123")
async def test_in_a_pane(start_ferry: StartApp, theme: str, key: str) -> None:
    async with start_ferry(Settings(theme=theme)).run_test(size=SIZE) as pilot:
        await ready(pilot)
        current = next(style for style in drawn(pilot, "Malvoisy") if style.bgcolor)
        await press(pilot, key)
        pane = open_pane(pilot)
        assert pane is not None
        chosen = marks(pane)
        assert chosen
        below = pane.rich_style.bgcolor
        assert strength(chosen[0][1].bgcolor, below) >= strength(
            current.bgcolor, pilot.app.screen.rich_style.bgcolor
        )
        assert all(style.bold for _y, style in chosen)
        await press(pilot, "tab")
        fainter = marks(pane)
        assert [y for y, _style in fainter] == [y for y, _style in chosen]
        assert fainter[0][1].color != chosen[0][1].color
        assert strength(fainter[0][1].bgcolor, below) < strength(chosen[0][1].bgcolor, below)


@THEMES
async def test_in_the_library(tmp_path: Path, theme: str) -> None:
    file = tmp_path / "library.sqlite"
    shelves.fill(file)
    async with shelves.app_on(file, theme=theme).run_test(size=SIZE) as pilot:
        await shelves.in_library(pilot, 2)
        shelf = shelves.shelf(pilot)
        assert marks(shelf)[0][0] == 0
        assert any(part.style.bold and "fleuve" in part.text for part in segments(shelf, 0))
        await press(pilot, "down")
        assert marks(shelf)[0][0] > 0
        await press(pilot, "m")
        await until(pilot, lambda: "✓" in shelves.line(pilot, 1))
        title = marks(shelf)[0][0]
        assert any(part.style.bold and "halle" in part.text for part in segments(shelf, title))


async def test_in_a_folder_and_while_copying(tmp_path: Path, start_ferry: StartApp) -> None:
    texts = [Raw(f"Titre {n}\n\nLe pont {n} est fermé.", f"/{n}", f"{n}") for n in range(3)]
    opened = Collection("/presse", "presse", tuple(Entry(each.source, each.name, raw=each) for each in texts))
    async with shelves.app_on(tmp_path / "other.sqlite", opened).run_test(size=SIZE) as pilot:
        folder = await shelves.in_collection(pilot)
        await until(pilot, lambda: folder.query_one(ChoiceList).option_count == 3)
        assert [y for y, _style in marks(folder.query_one(ChoiceList))] == [0]
        await press(pilot, "down")
        assert [y for y, _style in marks(folder.query_one(ChoiceList))] == [1]
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "C")
        await until(pilot, lambda: isinstance(pilot.app.screen, CopyScreen))
        await until(pilot, lambda: pilot.app.screen.query_one(ChoiceList).option_count)
        assert marks(pilot.app.screen.query_one(ChoiceList))


async def test_an_open_pane_has_the_colours_of_another_theme_at_once(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "2")
        pane = open_pane(pilot)
        assert pane is not None
        before = colours(pane)
        pilot.app.theme = LIGHT.name
        await pilot.pause()
        await until(pilot, lambda: not colours(pane) & before)


def colours(pane: ChoiceList) -> set[str]:
    """The colours that words in a pane have of their own."""
    prompts = (pane.get_option_at_index(place).prompt for place in range(pane.option_count))
    spans = (span for prompt in prompts for span in getattr(prompt, "spans", ()))
    return {str(span.style.color) for span in spans if isinstance(span.style, Style) and span.style.color}


async def test_what_another_theme_does_to_a_library_that_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    shelves.fill(file)
    async with shelves.app_on(file).run_test(size=SIZE) as pilot:
        await shelves.in_library(pilot, 2)
        before = colours(shelves.shelf(pilot))
        await press(pilot, "enter")
        await shelves.reading(pilot)
        pilot.app.theme = LIGHT.name
        await pilot.pause()
        await press(pilot, "l")
        await shelves.in_library(pilot, 2)
        await until(pilot, lambda: not colours(shelves.shelf(pilot)) & before)


async def test_the_themes_to_choose_from(start_ferry: StartApp) -> None:
    async with start_ferry(Settings(choices=Choices(theme="ansi-dark"))).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == DARK.name
        names = [name for name, _choose in Themes(pilot.app.screen).commands]
        assert names[:2] == [DARK.name, LIGHT.name]
        assert "nord" in names
        assert not {"ansi-dark", "ansi-light", "textual-ansi"} & set(names)
        dict(Themes(pilot.app.screen).commands)[LIGHT.name]()
        assert pilot.app.theme == LIGHT.name


def test_themes_that_are_not_there_are_not_offered() -> None:
    assert offered({}) == {}
