"""What is said names the keys that the reader has, whichever those are."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.binding import BindingsMap
from textual.screen import Screen
from textual.widgets import Static

from articles import events
from articles.sources import Collection, Entry
from articles.store import database, queue
from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import open_pane, press, ready, rows, said, screen, texts, top, translated, until
from tests.tui.shelves import app_on, fill, in_collection, in_library
from tests.tui.shelves import said as said_under
from tui.acts import Keymap
from tui.keys import either
from tui.screens.confirm import ConfirmScreen
from tui.screens.help import HelpScreen
from tui.screens.prompt import PromptScreen
from tui.screens.reading import ReadingScreen

OWN = {
    "copy": ("f2",),
    "copy_text": ("f10",),
    "packs": ("f3",),
    "actors": ("f5",),
    "find": ("f6",),
    "summary": ("A",),
    "quotes": ("B",),
    "clippings": ("D",),
    "dismiss": ("f7",),
    "help": ("H",),
    "library-packs": ("f8",),
    "collection-back": ("f9",),
}
SETTINGS = replace(WELCOMED, keymap=OWN)


async def test_over_the_text_and_in_the_panes(start_ferry: StartApp) -> None:
    async with start_ferry(SETTINGS).run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "tab")
        assert said(pilot) == ["No pane is open: A, B, F5 or D opens one."]
        await press(pilot, "n")
        assert said(pilot) == ["Choose an actor first (F5), or find words (F6)."]
        await press(pilot, "f10")
        assert said(pilot) == ["Nothing is selected: drag with the mouse, or press F2 to copy the sentence."]
        for key, title in (("A", "A Summary"), ("f5", "F5 Actors"), ("D", "D Clippings"), ("B", "B Quotes")):
            await press(pilot, key)
            pane = open_pane(pilot)
            assert pane is not None
            assert pane.border_title == title
            if key == "D":
                assert texts(pilot) == ["Nothing was copied from this article\nyet: F2 copies."]
        await press(pilot, "s")
        assert pane is not None
        assert str(pane.border_subtitle).endswith("· F7 all")
        reading = screen(pilot).running.reading
        assert reading is not None
        reading._tell(events.JobFailed(reading.job, "c’est la vie"))
        notice = screen(pilot).query_one("#notice", Static)
        await until(pilot, lambda: str(notice.render()) == "c’est la vie  (F7 closes)")


@pytest.mark.parametrize("keys", [OWN, {**OWN, "packs": ()}])
async def test_where_no_pack_is_installed(start_app: StartApp, tmp_path: Path, keys: Keymap) -> None:
    path = tmp_path / "gare.txt"
    path.write_text("La gare rouvre.")
    async with start_app(path, settings=replace(WELCOMED, keymap=keys)).run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        shown = " ".join("".join(row[60:] for row in rows(pilot)).split())
        assert ("F3" in shown) is bool(keys["packs"])
        assert "enregard packs install" in shown


async def test_of_translating_ahead_without_a_pack(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    [first, *_] = fill(file)
    with database.opened(file) as connection:
        queue.enqueue(connection, [first.id])
    async with app_on(file, keymap=OWN).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await until(pilot, lambda: "F8 installs one" in said_under(pilot))


async def test_while_a_page_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Collection("", "presse", (Entry("https://presse.example/halle", "halle"),))
    app = app_on(tmp_path / "library.sqlite", opened, keymap=OWN)
    monkeypatch.setattr("tui.screens.collection.CollectionScreen._open", lambda *_given: None)
    async with app.run_test(size=(140, 40)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "F9 stops waiting." in said_under(pilot))


async def test_the_key_that_opens_the_help_closes_it(start_ferry: StartApp) -> None:
    async with start_ferry(SETTINGS).run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "H")
        assert top(pilot) is HelpScreen
        await press(pilot, "H")
        assert top(pilot) is ReadingScreen


@pytest.mark.parametrize("dialog", [ConfirmScreen, HelpScreen, PromptScreen])
def test_the_keys_of_dialogs_have_no_words_of_their_own(dialog: type[Screen[object]]) -> None:
    bound = [each for some in BindingsMap(dialog.BINDINGS).key_to_bindings.values() for each in some]
    assert bound
    assert {each.description for each in bound} == {""}


@pytest.mark.parametrize(
    ("shown", "said_as"),
    [(["1", "2", "3"], "1, 2 or 3"), (["1", "", "3"], "1 or 3"), (["1", ""], "1"), (["", ""], ""), ([], "")],
)
def test_any_of_some_keys(shown: list[str], said_as: str) -> None:
    assert either(shown) == said_as
