"""Keys that come together: each is heard by what the one before it brought."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual import events as textual_events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.end_to_end import emitted
from tests.tui.pilot import page, until
from tests.tui.shelves import RIVER, app_on, article, field, fill, in_library, reading, titles
from tui.screens.prompt import PromptScreen
from tui.widgets.find_bar import FindBar


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def burst(pilot: Pilot[Any], *keys: str) -> None:
    """Keys as they come over a slow line: all at once."""
    for key in keys:
        character = key if len(key) == 1 else {"slash": "/", "space": " "}.get(key)
        pilot.app.post_message(textual_events.Key(key, character))


async def test_words_typed_with_the_slash_are_looked_for_and_do_nothing_else(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        burst(pilot, "slash", *"xaqpoutres")
        await until(pilot, lambda: field(pilot).value == "xaqpoutres")
        await until(pilot, lambda: titles(pilot) == [])
        burst(pilot, "escape", "slash", *"toit", "enter")
        await reading(pilot, "La halle")


async def test_what_is_typed_with_the_key_of_a_question_is_its_answer(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "q.txt"
    path.write_text("Le chat\n\nIl dort.")
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        burst(pilot, "t", *"eaux", "enter")
        await until(pilot, lambda: [row.entry.tags for row in _rows(pilot)][:1] == [("eaux",)])
        burst(pilot, "a")
        pilot.app.post_message(textual_events.Paste(str(path)))
        burst(pilot, "enter")
        await in_library(pilot, 3)


def _rows(pilot: Pilot[Any]) -> Any:
    from textual.css.query import NoMatches

    from tests.tui.shelves import shelf

    try:
        return shelf(pilot).rows
    except NoMatches:
        return ()


async def test_words_are_found_in_an_article_when_they_come_with_the_slash(file: Path) -> None:
    async with app_on(file, article(RIVER)).run_test(size=(140, 40)) as pilot:
        await reading(pilot)
        burst(pilot, "slash", *"pluie", "enter")
        bar = pilot.app.screen.query_one(FindBar)
        await until(pilot, lambda: field(pilot).value == "pluie" and not bar.is_typing)


async def test_many_keys_at_once_are_all_done_in_order(file: Path) -> None:
    async with app_on(file, article(RIVER)).run_test(size=(140, 40)) as pilot:
        await reading(pilot)
        burst(pilot, *"jjjjjk" * 10, "g", *"jj")
        app = pilot.app
        await until(pilot, lambda: not app._waiting and not app._is_settling)  # type: ignore[attr-defined]
        await until(pilot, lambda: page(pilot).sentence == 2)


async def test_a_key_whose_work_takes_long_does_not_hold_up_the_others(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(_self: object) -> None:
        await asyncio.sleep(30)

    async with app_on(file, article(RIVER)).run_test(size=(140, 40)) as pilot:
        screen = await reading(pilot)
        monkeypatch.setattr(type(screen), "on_descendant_blur", slow, raising=False)
        burst(pilot, "E", "escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, PromptScreen))


@pytest.mark.parametrize("opens", ["e", "slash", "E"])
async def test_what_is_pasted_or_typed_drives_no_terminal(file: Path, opens: str) -> None:
    async with app_on(file, article(RIVER)).run_test(size=(140, 40)) as pilot:
        await reading(pilot)
        await pilot.press(opens)
        await until(pilot, lambda: isinstance(pilot.app.focused, Input | TextArea))
        pilot.app.post_message(textual_events.Paste("le\tchat\x9b5mPRIS\x07\x08\u202e\x1b]0;x\x07 dort"))
        burst(pilot, "\x9b", "\x90", "\u202e", "z")
        await until(pilot, lambda: typed(pilot).endswith("z"))
        assert "PRIS" in typed(pilot)
        assert emitted.controls(typed(pilot)) == set()


def typed(pilot: Pilot[Any]) -> str:
    """What stands in the field that has the keys."""
    field = pilot.app.focused
    assert isinstance(field, Input | TextArea)
    return field.value if isinstance(field, Input) else field.text
