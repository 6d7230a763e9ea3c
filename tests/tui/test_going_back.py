"""Esc: one step back at a time, to both languages, out of what is open, and at last to the list."""

from pathlib import Path

import pytest

from articles.sources import Collection, Entry, Raw
from tests.tui import ferry
from tests.tui.conftest import StartApp
from tests.tui.pilot import foot, open_pane, page, press, ready, screen, translated
from tests.tui.shelves import RIVER, app_on, fill, in_collection, in_library, reading
from tui.layout.blocks import View
from tui.widgets.heading import TitleBar

SIZE = (160, 40)


@pytest.mark.parametrize("keys", ["t", "tt", "v", "vv", "vvv", "tv"])
async def test_esc_brings_both_languages_back_from_any_view(start_ferry: StartApp, keys: str) -> None:
    async with start_ferry().run_test(size=(100, 14)) as pilot:
        await ready(pilot)
        await press(pilot, *"jjjjjjj")
        assert "Esc" not in foot(pilot)
        await press(pilot, *keys)
        assert page(pilot).shown_view is not View.SIDE_BY_SIDE
        assert foot(pilot).startswith("Esc Both  t FR/EN")
        row = page(pilot).page.rows_of(page(pilot).sentence).start - page(pilot).scroll_offset.y
        await press(pilot, "escape")
        assert page(pilot).shown_view is View.SIDE_BY_SIDE
        now = page(pilot).page.rows_of(page(pilot).sentence).start - page(pilot).scroll_offset.y
        assert now == row
        assert page(pilot).sentence == ferry.EXPENSIVE
        assert "Esc" not in foot(pilot)
        await press(pilot, "t")
        assert page(pilot).shown_view is View.FRENCH


async def test_where_there_is_no_room_for_both_esc_promises_nothing(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        await press(pilot, "t")
        assert page(pilot).shown_view is View.ENGLISH
        assert "Both" not in foot(pilot)
        await press(pilot, "escape")
        assert page(pilot).shown_view is View.ENGLISH
        await press(pilot, "v", "v")
        await pilot.resize_terminal(120, 20)
        await pilot.pause()
        assert "Esc Both" in foot(pilot)


async def test_each_esc_is_one_step(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "3", "tab", "t", "/", *"bac", "enter")
        await press(pilot, "escape")
        assert not screen(pilot).find_bar.display
        assert page(pilot).shown_view is View.FRENCH
        await press(pilot, "escape")
        assert page(pilot).shown_view is View.SIDE_BY_SIDE
        assert foot(pilot).count("Esc") == 1
        assert "Esc Close" in foot(pilot)
        await press(pilot, "escape")
        assert open_pane(pilot) is None
        assert "Esc" not in foot(pilot)
        await press(pilot, "escape")
        assert page(pilot).has_focus


async def test_a_search_that_is_over_leaves_no_next_in_the_foot(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "3", "3")
        assert open_pane(pilot) is None
        assert "n Next" in foot(pilot)
        await press(pilot, "/", *"bac", "enter", "escape")
        assert "n Next" not in foot(pilot)
        assert screen(pilot).actor is None
        await press(pilot, "3", "3")
        assert "n Next" in foot(pilot)
        await press(pilot, "escape")
        assert "n Next" not in foot(pilot)


async def test_plus_and_minus_work_from_the_text_while_the_summary_is_open(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "+", "1", "tab", "+", "+")
        pane = open_pane(pilot)
        assert pane is not None
        assert page(pilot).has_focus
        assert pane.option_count == 5
        await press(pilot, "-")
        assert pane.option_count == 4
        await press(pilot, "2", "tab", "-")
        await press(pilot, "1")
        assert pane.option_count == 4


async def test_enter_on_a_quote_that_names_nobody_chooses_its_speaker(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, *["j"] * ferry.MOVES, "enter")
        assert page(pilot).sentence == ferry.MOVES
        chosen = screen(pilot).actor
        assert chosen is not None
        assert chosen.name == ferry.ODILE


async def test_from_an_article_of_a_list_esc_and_l_lead_to_the_list(tmp_path: Path) -> None:
    entries = tuple(
        Entry("", title, raw=Raw(f"{title}\n\n{RIVER}", f"/presse/{title}", title)) for title in "AB"
    )
    async with app_on(tmp_path / "library.sqlite", Collection("", "presse", entries)).run_test(
        size=SIZE
    ) as pilot:
        await in_collection(pilot)
        assert "Esc" not in foot(pilot)
        for leaves in ("escape", "l"):
            await press(pilot, "enter")
            await reading(pilot, "A")
            assert "l List" in foot(pilot)
            assert "Library" not in foot(pilot)
            await press(pilot, "?")
            listed = [act.help for group in pilot.app.screen._here for act in group.acts]  # type: ignore[attr-defined]
            assert "Back to the list that the article was opened from" in listed
            await press(pilot, "escape")
            assert "Esc List" in foot(pilot)
            await press(pilot, "t")
            assert "Esc Both" in foot(pilot)
            await press(pilot, "escape", leaves)
            await in_collection(pilot)
            assert "Esc Back" in foot(pilot)
        await press(pilot, "l")
        await in_library(pilot, 1)
        assert "Esc Back" in foot(pilot)
        await press(pilot, "enter")
        await reading(pilot, "A")
        assert "l Library" in foot(pilot)
        assert "Esc" not in foot(pilot)


async def test_in_a_library_with_nothing_behind_it_esc_is_not_in_the_foot(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    fill(file)
    async with app_on(file).run_test(size=SIZE) as pilot:
        await in_library(pilot, 2)
        assert "Esc" not in foot(pilot)
        await press(pilot, "enter")
        await reading(pilot)
        await press(pilot, "l")
        await in_library(pilot, 2)
        assert "Esc Back" in foot(pilot)


async def test_without_a_pack_packs_are_in_the_foot_and_their_key_over_the_text(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "gare.txt"
    path.write_text("La gare rouvre.\n\nLe train est revenu.")
    async with start_app(path).run_test(size=(80, 24)) as pilot:
        await translated(pilot)
        assert foot(pilot).startswith("p Packs")
        assert "no language pack (p)" in screen(pilot).query_one(TitleBar).render().plain
