"""Copying: what is under the cursor, in six ways; and clippings, which stay until they are removed."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.tui import ferry
from tests.tui.conftest import StartApp
from tests.tui.pilot import open_pane, page, press, ready, said, screen, state, texts, top, translated, until
from tui import clipboard
from tui.layout.wrap import cells
from tui.screens.copying import CopyScreen
from tui.screens.reading import ReadingScreen
from tui.widgets.panes.clippings import ClippingsPane

SIZE = (140, 40)

FRENCH = "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0»"
ENGLISH = "“We never stopped believing in it”"
TITLE = "Le bac de Malvoisy reprend du service"
WAYS = {
    "1": FRENCH,
    "2": ENGLISH,
    "3": f"{FRENCH}\n{ENGLISH}",
    "4": f"{FRENCH}, Odile Tavernay, dans «\u00a0{TITLE}\u00a0», bac.txt, 1er mars 2024",
    "5": f"“We never stopped believing in it,” Odile Tavernay, in “{TITLE}”, bac.txt, 1 March 2024",
    "6": f"> {FRENCH}\n>\n> {ENGLISH}\n>\n> — Odile Tavernay, *{TITLE}*, bac.txt, 1 March 2024",
}
"""What each way of copying the first quote gives."""


async def test_each_way_of_the_menu_copies_exactly_its_words(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "]")
        assert page(pilot).sentence == ferry.BELIEVING
        for number, words in WAYS.items():
            await press(pilot, "C")
            assert top(pilot) is CopyScreen
            await press(pilot, number)
            assert top(pilot) is ReadingScreen
            assert pilot.app.clipboard == words
        await press(pilot, "C", "down", "down", "enter")
        assert pilot.app.clipboard == WAYS["3"]
        await press(pilot, "C")
        await press(pilot, "7", "escape")
        assert top(pilot) is ReadingScreen
        assert pilot.app.clipboard == WAYS["3"]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (60, 20)])
async def test_every_way_of_the_menu_is_seen_and_the_one_under_the_cursor_whole_where_there_is_room(
    start_app: StartApp, size: tuple[int, int]
) -> None:
    async with start_app().run_test(size=size) as pilot:
        await translated(pilot)
        await press(pilot, *"jjjjjj", "C")
        listed = pilot.app.screen.query_one(OptionList)
        for place in range(listed.option_count):
            assert listed.highlighted == place
            assert listed.max_scroll_y == 0
            rows = [str(option.prompt).rstrip("\n").count("\n") + 1 for option in listed.options]
            assert all(count == 2 for at, count in enumerate(rows) if at != place)
            words = listed.options[place].prompt
            assert "…" not in str(words) or size[1] <= 24
            assert all(cells(row) <= listed.size.width for row in str(words).split("\n"))
            await press(pilot, "down")


async def test_a_sentence_without_english_offers_french_alone(start_app: StartApp) -> None:
    async with start_app().run_test(size=SIZE) as pilot:
        await until(pilot, lambda: top(pilot) is ReadingScreen)
        screen(pilot).state.translations.clear()
        await press(pilot, "C")
        listed = pilot.app.screen.query_one(OptionList)
        assert [option.disabled for option in listed.options] == [False, True, True, False, True, False]
        await press(pilot, "2", "5")
        assert top(pilot) is CopyScreen
        await press(pilot, "1")
        assert pilot.app.clipboard == state(pilot).article.title


async def test_c_copies_what_the_cursor_is_on(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "c")
        assert pilot.app.clipboard == "Le bac de Malvoisy a retraversé la rivière lundi."
        await press(pilot, "t", "t", "c")
        assert pilot.app.clipboard == ferry.ENGLISH[ferry.RETURN]
        await press(pilot, "]", "c")
        assert pilot.app.clipboard == ENGLISH
        await press(pilot, "v", "v", "]", "]", "c")
        assert page(pilot).sentence == ferry.EXPENSIVE
        assert pilot.app.clipboard == "«\u00a0On nous criait\u00a0: “Trop cher\u00a0!” tous les jours\u00a0»"
        await press(pilot, "1", "j", "c")
        assert pilot.app.clipboard == f"{FRENCH}, a déclaré Odile Tavernay."
        await press(pilot, "2", "j", "c")
        assert pilot.app.clipboard == "«\u00a0Trop cher\u00a0!\u00a0»"
        await press(pilot, "3", "c")
        assert "On nous criait" in pilot.app.clipboard


async def test_what_is_said_of_where_it_went(start_ferry: StartApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "to_system", lambda text: True)
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "c")
        await until(pilot, lambda: said(pilot))
        assert said(pilot) == [
            "Copied the sentence in French: Le bac de Malvoisy a retraver… "
            "(to the terminal, the system’s clipboard)"
        ]
        pilot.app.clear_notifications()
        monkeypatch.setattr(clipboard, "to_system", lambda text: False)
        pilot.app.copy_to_clipboard("é" * 40_000)
        await until(pilot, lambda: said(pilot))
        assert said(pilot) == ["Too long for the terminal’s clipboard: select less."]


async def test_a_clipping_is_kept_led_to_removed_and_brought_back(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "4")
        assert " ".join(texts(pilot)[0].split()) == "Nothing was copied from this article yet: c copies."
        await press(pilot, "x", "enter", "4")
        await press(pilot, "]", "c", "j", "j", "j", "c")
        await until(pilot, lambda: len(state(pilot).clippings) == 2)
        await press(pilot, "g", "4")
        assert isinstance(open_pane(pilot), ClippingsPane)
        work, believing = texts(pilot)
        assert "Les travaux ont duré quatre ans.\nThe work took four years." in work
        assert believing.split("\n")[0] == "Odile Tavernay"
        flat = believing.replace("\n", " ")
        assert (FRENCH in flat, ENGLISH in flat) == (True, True)
        await press(pilot, "down", "enter")
        assert page(pilot).sentence == ferry.BELIEVING
        await press(pilot, "x")
        await until(pilot, lambda: len(state(pilot).clippings) == 1)
        assert texts(pilot) == [work]
        await press(pilot, "u")
        await until(pilot, lambda: len(state(pilot).clippings) == 2)
        assert sorted(texts(pilot)) == sorted([work, believing])
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await until(pilot, lambda: len(state(pilot).clippings) == 2)
        assert {clipping.span.of(state(pilot).article.text) for clipping in state(pilot).clippings} == {
            "Nous n’avons jamais cessé d’y croire",
            "Les travaux ont duré quatre ans.",
        }
        await press(pilot, "4", "x", "x")
        await until(pilot, lambda: not state(pilot).clippings)
        await press(pilot, "u", "u")
        await until(pilot, lambda: len(state(pilot).clippings) == 2)


async def test_a_copy_from_the_clippings_is_the_same_clipping(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "]", "c", "4", "C", "6")
        assert pilot.app.clipboard == WAYS["6"]
        await pilot.pause()
        assert len(state(pilot).clippings) == 1


async def test_what_was_removed_comes_back_after_another_translation(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "c")
        await until(pilot, lambda: state(pilot).clippings)
        await press(pilot, "4", "x")
        await until(pilot, lambda: not state(pilot).clippings)
        await press(pilot, "p")
        pilot.app.screen.dismiss(True)
        await pilot.pause()
        await ready(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: state(pilot).clippings)


async def test_ctrl_c_copies_what_the_mouse_selected_from_one_column(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+c")
        assert said(pilot) == ["q leaves; so does Ctrl+c once more."]
        await press(pilot, "escape")
        assert pilot.app.clipboard == ""
        row = page(pilot).page.rows_of(ferry.WORK).start
        left = page(pilot).page.row(row)[1].start
        await pilot.mouse_down("#page", offset=(left + 4, row))
        await pilot.hover("#page", offset=(left + 7, row))
        await pilot.mouse_up("#page", offset=(left + 7, row))
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard == "work"
        assert not state(pilot).clippings


@pytest.mark.parametrize(
    ("column", "cells", "above", "words"),
    [
        (0, -2, 0, "Les"),
        (0, -1, 0, "Les"),
        (0, 4, 1, "Les"),
        (1, -2, 0, "The"),
        (1, 4, 1, "The"),
    ],
)
async def test_the_mouse_may_begin_before_the_words(
    start_ferry: StartApp, column: int, cells: int, above: int, words: str
) -> None:
    """In the margin of a column, or in the empty row over a paragraph."""
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        row = page(pilot).page.rows_of(ferry.WORK).start
        left = page(pilot).page.row(row)[column].start
        await pilot.mouse_down("#page", offset=(left + cells, row - above))
        await pilot.hover("#page", offset=(left + 1, row))
        await pilot.hover("#page", offset=(left + 2, row))
        assert screen(pilot).get_selected_text() == words
        await pilot.mouse_up("#page", offset=(left + 2, row))


async def test_where_nothing_can_be_kept_copying_still_copies(tmp_path: Path) -> None:
    async with ferry.app(tmp_path).run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "c")
        assert pilot.app.clipboard == "Le bac de Malvoisy a retraversé la rivière lundi."
        assert any(str(tmp_path) in notice for notice in state(pilot).notices)
