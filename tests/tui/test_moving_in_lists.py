"""The keys of the text go through lists and the help too; a colon opens the palette; nothing blinks."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.command import CommandList
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import open_pane, page, press, ready, top, until
from tests.tui.shelves import app_on, fill, in_collection, in_library, many, reading, shelf
from tui.screens.collection import CollectionScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.widgets.choice_list import ChoiceList

SIZE = (100, 30)


async def test_in_the_library(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    fill(file, many(30))
    async with app_on(file).run_test(size=SIZE) as pilot:
        await in_library(pilot, 30)
        places = []
        for key in ("j", "j", "k", "space", "b", "ctrl+d", "ctrl+u", "ctrl+f", "ctrl+b", "G", "g"):
            await press(pilot, key)
            places.append(shelf(pilot).highlighted or 0)
        down, _two, up, page_down, page_up, half, back, forward, backward, last, first = places
        assert (down, up, last, first) == (1, 1, 29, 0)
        assert 1 < half < page_down
        assert page_up < half
        assert back < half
        assert forward > backward
        await press(pilot, "o")
        await reading(pilot)


async def test_in_a_pane_and_in_the_text(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(140, 14)) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+d")
        half = page(pilot).scroll_offset.y
        await press(pilot, "ctrl+u", "ctrl+f")
        assert 0 < half < page(pilot).scroll_offset.y
        await press(pilot, "ctrl+b")
        assert page(pilot).scroll_offset.y == 0
        await press(pilot, "2")
        pane = open_pane(pilot)
        assert pane is not None
        before = page(pilot).sentence
        for key, place in (("G", pane.option_count - 1), ("g", 0), ("j", 1), ("k", 0)):
            await press(pilot, key)
            assert pane.highlighted == place
        await press(pilot, "ctrl+d", "space")
        assert pane.highlighted
        await press(pilot, "ctrl+u", "b")
        assert page(pilot).sentence == before


async def test_in_the_help(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "?")
        assert top(pilot) is HelpScreen
        box = pilot.app.screen.query_one(VerticalScroll)
        before = 0.0
        for key in ("j", "ctrl+d", "space", "ctrl+f", "G"):
            await press(pilot, key)
            assert box.scroll_target_y > before
            before = box.scroll_target_y
        for key in ("k", "ctrl+u", "b", "ctrl+b", "g"):
            await press(pilot, key)
            assert box.scroll_target_y < before
            before = box.scroll_target_y
        assert "enregard config init" in str(pilot.app.screen.query_one("#own").render())


async def test_a_colon_opens_the_palette_and_takes_what_is_typed(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "2", ":", *"help")
        assert top(pilot) is PaletteScreen
        assert pilot.app.screen.query_one(Input).value == "help"
        await press(pilot, "escape")
        await until(pilot, lambda: top(pilot) is not PaletteScreen)


@pytest.mark.parametrize(("typed", "place"), [("5", 5), ("50%", 7), ("0", 1), ("100 %", 14), ("999999", 14)])
async def test_a_place_is_named_in_the_palette(start_ferry: StartApp, typed: str, place: int) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        shown = page(pilot).sentences
        assert len(shown) == 14
        await press(pilot, "j", "j")
        await press(pilot, ":", *typed)
        options = pilot.app.screen.query_one(CommandList)
        await until(
            pilot, lambda: options.option_count == 1 and f"of {len(shown)}" in str(options.options[0].prompt)
        )
        await press(pilot, "enter")
        await until(pilot, lambda: top(pilot) is not PaletteScreen)
        await until(pilot, lambda: page(pilot).sentence == shown[place - 1])


async def test_a_colon_in_the_library_and_a_folder(tmp_path: Path) -> None:
    from articles.sources import Collection, Entry
    from articles.sources.raw import Raw

    raw = Raw("Titre\n\nLe pont est fermé.", "/1", "un")
    opened = Collection("/presse", "presse", (Entry("/1", "un", raw=raw),))
    file = tmp_path / "library.sqlite"
    fill(file)
    async with app_on(file, opened).run_test(size=SIZE) as pilot:
        await in_collection(pilot)
        await press(pilot, ":")
        assert top(pilot) is PaletteScreen
        await press(pilot, "escape")
        assert top(pilot) is CollectionScreen
        await until(pilot, lambda: pilot.app.screen.query_one(ChoiceList).option_count)
        await press(pilot, "l")
        await in_library(pilot, 2)
        await press(pilot, ":", "x")
        assert top(pilot) is PaletteScreen
        await press(pilot, "escape")
        await in_library(pilot, 2)


@pytest.mark.parametrize("key", ["/", "e", "E", ":", "p"])
async def test_no_cursor_blinks(start_ferry: StartApp, key: str) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, key)
        await pilot.pause()
        fields = [*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)]
        assert fields
        assert not any(field.cursor_blink for field in fields)
        assert all(field._cursor_visible for field in fields if isinstance(field, Input) and field.has_focus)


async def test_without_motion_nothing_glides(start_ferry: StartApp) -> None:
    async with start_ferry(replace(WELCOMED, has_motion=False)).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.animation_level == "none"
