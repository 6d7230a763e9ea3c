"""The five keys that a first reader is told, once."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles import choices
from articles.choices import Choices
from tests.tui.conftest import StartApp
from tests.tui.pilot import page, press, screen, state, translated, until
from tui.layout.blocks import View
from tui.settings import Settings

SIZE = (140, 40)
FIVE = ("j", "t", "2", "c", "?")


def ticks(pilot: Pilot[Any]) -> list[str]:
    """The keys that are ticked off."""
    lines = screen(pilot).welcome.render().plain.split("\n")[1:]
    return [line.split()[1] for line in lines if line.startswith("✓")]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """What the app remembers in."""
    return tmp_path / "library.sqlite"


async def test_it_teaches_five_keys_and_ticks_them_off(start_app: StartApp, library: Path) -> None:
    async with start_app(settings=Settings(library=library)).run_test(size=SIZE) as pilot:
        await translated(pilot)
        assert screen(pilot).welcome.display
        lines = screen(pilot).welcome.render().plain.split("\n")
        assert [line.split()[0] for line in lines[1:]] == ["↓", "t", "2", "c", "?"]
        assert ticks(pilot) == []
        await press(pilot, "k", "v")
        assert ticks(pilot) == []
        for number, key in enumerate(FIVE[:-1], 1):
            await press(pilot, key)
            assert len(ticks(pilot)) == number
        await press(pilot, FIVE[0], FIVE[3])
        assert len(ticks(pilot)) == 4
        await press(pilot, FIVE[4], "escape")
        assert not screen(pilot).welcome.display
        await until(pilot, lambda: choices.load(library).is_welcomed)
    again = Settings(library=library, choices=choices.load(library))
    async with start_app(settings=again).run_test(size=SIZE) as pilot:
        await translated(pilot)
        assert not screen(pilot).welcome.display


async def test_esc_closes_it_for_good_also_on_the_way_through_the_library(
    start_app: StartApp, library: Path
) -> None:
    async with start_app(settings=Settings(library=library)).run_test(size=SIZE) as pilot:
        await translated(pilot)
        await press(pilot, "2", "escape")
        assert screen(pilot).welcome.display
        await press(pilot, "escape")
        assert not screen(pilot).welcome.display
        await until(pilot, lambda: choices.load(library).is_welcomed)
        await press(pilot, "l")
        await press(pilot, "escape")
        await translated(pilot)
        assert not screen(pilot).welcome.display


async def test_it_is_on_the_first_article_that_is_opened_also_on_ones_own(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "bac.txt"
    path.write_text("Le bac repart.\n\nIl est parti.")
    async with start_app(path, settings=Settings()).run_test(size=SIZE) as pilot:
        await translated(pilot)
        assert screen(pilot).welcome.display
        assert state(pilot).total == 2


async def test_it_says_how_both_languages_come_back(start_app: StartApp) -> None:
    async with start_app(settings=Settings()).run_test(size=SIZE) as pilot:
        await translated(pilot)
        assert "French alone, then English alone; Esc: both again" in screen(pilot).welcome.render().plain
        await press(pilot, "t", "escape")
        assert page(pilot).shown_view is View.SIDE_BY_SIDE
        assert screen(pilot).welcome.display


async def test_it_shows_the_keys_of_ones_own(start_app: StartApp) -> None:
    settings = Settings(keymap={"copy": ("y",), "help": (), "next_sentence": ("f5",), "dismiss": ("f6",)})
    async with start_app(settings=settings).run_test(size=SIZE) as pilot:
        await translated(pilot)
        lines = screen(pilot).welcome.render().plain.split("\n")
        assert [line.split()[0] for line in lines[1:5]] == ["F5", "t", "2", "y"]
        assert "F6" in lines[0]
        await press(pilot, "escape")
        assert screen(pilot).welcome.display
        await press(pilot, "f6")
        assert not screen(pilot).welcome.display


@pytest.mark.parametrize("size", [(100, 16), (60, 12), (80, 10), (40, 8)])
async def test_on_a_low_screen_the_text_goes_first(start_app: StartApp, size: tuple[int, int]) -> None:
    async with start_app(settings=Settings()).run_test(size=size) as pilot:
        await translated(pilot)
        assert page(pilot).size.height >= min(6, size[1] - 4)
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert screen(pilot).welcome.display
        assert screen(pilot).welcome.size.height >= 6


async def test_a_pane_is_not_opened_under_it(start_app: StartApp) -> None:
    settings = Settings(choices=Choices(pane="summary"))
    async with start_app(settings=settings).run_test(size=SIZE) as pilot:
        await translated(pilot)
        assert screen(pilot).deck.pane is None
