"""What the reader has chosen: themes, the measure, keys of one's own; kept apart from the file's."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles import choices, paths
from articles.choices import Choices
from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import foot, open_pane, page, press, ready, said, top, until
from tui.screens.help import HelpScreen, table
from tui.settings import MEASURE, Settings
from tui.theme import DARK, LIGHT

SIZE = (140, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """What the app remembers in."""
    return tmp_path / "library.sqlite"


async def test_a_theme_that_was_chosen_is_there_the_next_time(start_ferry: StartApp, library: Path) -> None:
    async with start_ferry(Settings(library=library)).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == DARK.name
        assert choices.load(library).theme is None
        pilot.app.theme = LIGHT.name
        await until(pilot, lambda: choices.load(library).theme == LIGHT.name)
        assert said(pilot) == []
    again = Settings(library=library, choices=choices.load(library))
    async with start_ferry(again).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == LIGHT.name
        pilot.app.theme = DARK.name
        await until(pilot, lambda: choices.load(library).theme == DARK.name)


async def test_the_theme_of_the_file_goes_first_and_says_so(start_ferry: StartApp, library: Path) -> None:
    settings = Settings(library=library, theme=LIGHT.name, choices=Choices(theme=DARK.name))
    async with start_ferry(settings).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == LIGHT.name
        assert said(pilot) == []
        pilot.app.theme = DARK.name
        await until(pilot, lambda: said(pilot))
        assert said(pilot) == [
            "For this time only: next time it is the theme of your configuration file again."
        ]
        assert choices.load(library).theme is None


@pytest.mark.parametrize(
    "settings", [Settings(theme="sépia [b]"), Settings(choices=Choices(theme="sépia [b]"))]
)
async def test_a_theme_that_is_not_there_is_said_once(start_ferry: StartApp, settings: Settings) -> None:
    async with start_ferry(settings).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert pilot.app.theme == DARK.name
        [words] = said(pilot)
        assert words.endswith(
            "here is no theme called sépia [b]; there are "
            + ", ".join((DARK.name, LIGHT.name, *list(pilot.app.available_themes)[2:]))
            + "."
        )
        assert words.startswith(f"{paths.config_file()}: there") is (settings.theme is not None)


async def test_a_theme_of_textual_can_be_read_in(start_ferry: StartApp) -> None:
    async with start_ferry(Settings(theme="nord")).run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "2")
        assert pilot.app.theme == "nord"
        assert open_pane(pilot) is not None
        assert said(pilot) == []


@pytest.mark.parametrize(("measure", "widest"), [(MEASURE, 72), (40, 40), (100, 100)])
async def test_no_column_is_wider_than_the_measure(start_ferry: StartApp, measure: int, widest: int) -> None:
    async with start_ferry(replace(WELCOMED, measure=measure)).run_test(size=(240, 30)) as pilot:
        await ready(pilot)
        columns = page(pilot).page.columns
        assert columns.widths == (widest, widest)
        left, right = columns.starts[0] - 2, 240 - columns.starts[1] - widest
        assert abs(left - right) <= 2


OWN = {
    "copy": ("y",),
    "copy_as": ("c",),
    "toggle_language": ("v",),
    "cycle_view": ("t",),
    "find": ("ctrl+f", "f6"),
    "help": ("h",),
    "toggle_marks": (),
    "find-leave": ("f5",),
    "pane-choose": ("o",),
    "summary-more": ("u",),
}


async def presses(pilot: Pilot[Any], *keys: str) -> type[object]:
    """The screen after some keys."""
    await press(pilot, *keys)
    return top(pilot)


async def test_keys_of_ones_own_do_it_and_are_shown_everywhere(start_ferry: StartApp) -> None:
    from tui.layout.blocks import View
    from tui.screens.copying import CopyScreen
    from tui.screens.reading import ReadingScreen

    async with start_ferry(replace(WELCOMED, keymap=OWN)).run_test(size=(160, 40)) as pilot:
        await ready(pilot)
        for shown in ("v FR/EN", "y Copy", "Ctrl+f Find", "t View", "h Help", "c Copy as"):
            assert shown in foot(pilot)
        await press(pilot, "v")
        assert page(pilot).shown_view is View.FRENCH
        await press(pilot, "t")
        assert page(pilot).shown_view is View.ENGLISH
        await press(pilot, "question_mark")
        assert top(pilot) is ReadingScreen
        assert await presses(pilot, "h") is HelpScreen
        await press(pilot, "escape")
        assert await presses(pilot, "c") is CopyScreen
        await press(pilot, "escape", "y")
        assert pilot.app.clipboard
        await press(pilot, "/")
        assert "Stay here" not in foot(pilot)
        await press(pilot, "f6", *"x")
        assert "F5 Back" in foot(pilot)
        await press(pilot, "escape")
        assert page(pilot).has_focus
        await press(pilot, "f6", "f5")
        assert page(pilot).has_focus
        await press(pilot, "1")
        assert "o Go there" in foot(pilot)
        assert "u More" in foot(pilot)
        pane = open_pane(pilot)
        assert pane is not None
        await press(pilot, "u", "plus")
        assert pane.option_count == 4
        await press(pilot, "enter", "j", "o")
        assert page(pilot).sentence == int(str(pane.options[1].id))
        commands = {
            command.title: command.help for command in pilot.app.get_system_commands(pilot.app.screen)
        }
        assert "Copy the quote under the cursor, else the sentence · y" in commands
        assert "Find words in both languages, as they are typed · Ctrl+f  F6" in commands
        assert "Highlights: Show or hide what is highlighted in the text" in commands
        assert set(commands.values()) == {""}


async def test_the_palette_has_both_themes_and_saves_a_picture(
    start_ferry: StartApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)

        def commands() -> dict[str, Callable[[], object]]:
            listed = pilot.app.get_system_commands(pilot.app.screen)
            return {command.title: command.callback for command in listed}

        assert {"Theme: dark ✓", "Theme: light", "Theme: another one"} <= commands().keys()
        commands()["Theme: light"]()
        await until(pilot, lambda: pilot.app.theme == LIGHT.name)
        assert {"Theme: dark", "Theme: light ✓"} <= commands().keys()
        pilot.app.clear_notifications()
        commands()["Save a picture of the screen"]()
        await until(pilot, lambda: said(pilot))
        [picture] = tmp_path.glob("*.svg")
        assert said(pilot) == [f"The picture is in {picture}."]
        assert "Malvoisy" in picture.read_text()


def test_help_shows_the_keys_of_ones_own() -> None:
    from rich.console import Console

    from tui.acts import READING

    console = Console(width=120)
    with console.capture() as shown:
        console.print(table(OWN, READING))
    lines = [" ".join(line.split()) for line in shown.get().splitlines()]
    assert "y Copy the quote under the cursor, else the sentence" in lines
    assert "Ctrl+f F6 Find words in both languages, as they are typed" in lines
    assert "Show or hide what is highlighted in the text" in lines
    assert "n Next place of what was found, or of the chosen actor" in lines
