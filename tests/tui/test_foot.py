"""The last line: what can be done here and now, whole or not at all, and done by a click."""

from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui import ferry
from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import foot, found_count, open_pane, page, press, ready, screen, top
from tui.layout.blocks import View
from tui.layout.wrap import cells
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.widgets.foot import Foot

SIZE = (140, 40)


async def click(pilot: Pilot[Any], label: str) -> None:
    """Click on the label of an act."""
    line = foot(pilot)
    assert label in line
    bar = pilot.app.screen.query_one(Foot)
    await pilot.click(bar, offset=(1 + cells(line[: line.index(label)]) + 1, 0))
    await pilot.pause()


async def test_it_says_what_can_be_done_here(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(200, 40)) as pilot:
        await ready(pilot)
        always = "? Help  q Quit"
        assert foot(pilot).startswith("t FR/EN  1 Summary  2 Quotes  3 Actors  c Copy  / Find")
        assert foot(pilot).endswith(always)
        for absent in ("n Next", "u Undo", "4 Clippings", "Enter Go there"):
            assert absent not in foot(pilot)
        await press(pilot, "c")
        assert "4 Clippings" in foot(pilot)
        places = {
            "1": ["Enter Go there", "+ More", "- Fewer", "Tab Pane", "Esc Back", "< Wider", "> Narrower"],
            "2": ["Enter Go there", "s Speaker", "c Copy", "C Copy as", "Tab Pane"],
            "3": ["Enter Go there", "s Said", "n Next", "N Previous", "Tab Pane"],
            "4": ["Enter Go there", "x Remove", "c Copy", "Tab Pane"],
        }
        for key, labels in places.items():
            await press(pilot, key)
            assert [label for label in labels if label not in foot(pilot)] == []
            assert "/ Find" not in foot(pilot)
            assert foot(pilot).endswith(always)
        await press(pilot, "tab")
        assert foot(pilot).startswith("t FR/EN")
        assert "n Next" in foot(pilot)
        await press(pilot, "/")
        assert foot(pilot).rstrip() == "↓ Next  ↑ Previous  Enter Stay here  Esc Back"
        await press(pilot, *"bac", "enter")
        assert foot(pilot).startswith("n Next  N Previous  Esc Back  t FR/EN")
        await press(pilot, "escape")
        assert foot(pilot).startswith("t FR/EN")
        assert "Esc Close" in foot(pilot)


async def test_labels_are_dropped_whole_and_help_and_quit_stay(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(200, 24)) as pilot:
        await ready(pilot)
        shown_before = foot(pilot).split("  ")
        for columns in (140, 120, 100, 80, 60, 45, 30, 22, 18):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            line = foot(pilot)
            assert cells(line) <= columns - 2
            assert line.endswith("? Help  q Quit")
            shown = line.removesuffix("? Help  q Quit").split("  ")
            labels = [label.strip() for label in shown if label.strip()]
            assert "Ctrl+p More" in labels or columns in (140, 120, 22, 18)
            labels = [label for label in labels if label != "Ctrl+p More"]
            assert labels == shown_before[: len(labels)]


@pytest.mark.parametrize("size", [(12, 10), (5, 5), (1, 1)])
async def test_a_screen_too_small_for_it_breaks_nothing(start_ferry: StartApp, size: tuple[int, int]) -> None:
    async with start_ferry().run_test(size=size) as pilot:
        await press(pilot, "j", "1", "escape")
        assert pilot.app.screen.query_one(Foot).size.height <= 1


async def test_a_click_does_it(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(180, 40)) as pilot:
        await ready(pilot)
        await click(pilot, "t FR/EN")
        assert page(pilot).shown_view is View.FRENCH
        await click(pilot, "v View")
        assert page(pilot).shown_view is View.ENGLISH
        await press(pilot, "t")
        await click(pilot, "c Copy")
        assert pilot.app.clipboard == "Le bac de Malvoisy reprend du service"
        await click(pilot, "1 Summary")
        pane = open_pane(pilot)
        assert pane is not None
        assert pane.has_focus
        await click(pilot, "+ More")
        assert pane.option_count == 4
        await click(pilot, "- Fewer")
        assert pane.option_count == 3
        await click(pilot, "< Wider")
        assert pane.outer_size.width == 46
        await press(pilot, "j")
        await click(pilot, "Enter Go there")
        assert page(pilot).sentence == ferry.BELIEVING
        await click(pilot, "Tab Pane")
        assert page(pilot).has_focus
        await click(pilot, "/ Find")
        await press(pilot, *"odile")
        await click(pilot, "↓ Next")
        assert found_count(pilot) == "4/4"
        await click(pilot, "↑ Previous")
        await click(pilot, "Enter Stay here")
        assert page(pilot).has_focus
        await click(pilot, "n Next")
        assert found_count(pilot) == "4/4"
        await click(pilot, "Esc Back")
        assert not screen(pilot).find_bar.display
        await press(pilot, "2")
        await click(pilot, "s Speaker")
        assert pane is not open_pane(pilot)
        await click(pilot, "Esc Back")
        await click(pilot, "? Help")
        assert top(pilot) is HelpScreen
        await press(pilot, "escape")
        await click(pilot, "q Quit")
        assert pilot.app._exit


async def test_an_act_without_a_key_can_be_clicked(start_ferry: StartApp) -> None:
    settings = replace(WELCOMED, keymap={"copy": ()})
    async with start_ferry(settings).run_test(size=(180, 40)) as pilot:
        await ready(pilot)
        assert "3 Actors  Copy  / Find" in foot(pilot)
        await press(pilot, "c")
        assert pilot.app.clipboard == ""
        await click(pilot, "Copy  /")
        assert pilot.app.clipboard


async def test_where_a_pane_takes_the_screen_the_way_back_is_shown(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        for key in "123":
            await press(pilot, key)
            assert foot(pilot).startswith("Enter Go there  Esc Back")
        assert "Wider" not in foot(pilot)
        await click(pilot, "Esc Back")
        assert open_pane(pilot) is None
        assert page(pilot).has_focus


@pytest.mark.parametrize("width", [60, 80, 100])
async def test_where_keys_are_left_out_the_palette_has_them(start_ferry: StartApp, width: int) -> None:
    async with start_ferry().run_test(size=(width, 24)) as pilot:
        await ready(pilot)
        assert foot(pilot).endswith("Ctrl+p More  ? Help  q Quit")
        await press(pilot, "/", *"bac", "enter")
        assert "Esc Back" in foot(pilot)
        await click(pilot, "Ctrl+p More")
        assert top(pilot) is PaletteScreen
        assert pilot.app.screen_stack[1].query_one(Foot).render().plain.strip() == ""
        await press(pilot, "escape")
        assert foot(pilot).endswith("? Help  q Quit")
    async with start_ferry().run_test(size=(300, 24)) as pilot:
        await ready(pilot)
        assert "More" not in foot(pilot)
