"""The panes: how wide they are, what their cursor does to the text, and that they are there again."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from articles import choices
from articles.choices import Choices
from tests.tui import ferry
from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import (
    drawn,
    open_pane,
    page,
    panes,
    press,
    ready,
    rows,
    said,
    screen,
    state,
    texts,
    until,
)
from tui.settings import Settings
from tui.widgets.panes.actors import ActorsPane
from tui.widgets.panes.clippings import ClippingsPane
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane

SIZE = (140, 40)


def width(pilot: Pilot[Any]) -> int:
    """Cells of the open pane."""
    pane = open_pane(pilot)
    assert pane is not None
    return pane.outer_size.width


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """What the app remembers in."""
    return tmp_path / "library.sqlite"


async def chosen(pilot: Pilot[Any], library: Path, wanted: Choices) -> None:
    """Wait until these choices are in the library."""
    await until(pilot, lambda: choices.load(library) == wanted)


async def test_each_pane_has_a_key_and_gives_way_to_the_next(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        for key, kind in {"1": SummaryPane, "2": QuotesPane, "3": ActorsPane, "4": ClippingsPane}.items():
            await press(pilot, key)
            assert type(open_pane(pilot)) is kind
            assert len([pane for pane in panes(pilot) if pane.display]) == 1
            assert pilot.app.focused is open_pane(pilot)
        await press(pilot, "escape")
        assert (page(pilot).has_focus, type(open_pane(pilot))) == (True, ClippingsPane)
        await press(pilot, "4")
        assert open_pane(pilot) is None
        await press(pilot, "tab")
        assert said(pilot) == ["No pane is open: 1, 2, 3 or 4 opens one."]


async def test_width_by_keys_and_by_the_mouse_is_kept(start_ferry: StartApp, library: Path) -> None:
    async with start_ferry(Settings(library=library, choices=Choices(is_welcomed=True))).run_test(
        size=SIZE
    ) as pilot:
        await ready(pilot)
        await press(pilot, "2")
        first = width(pilot)
        text = page(pilot).size.width
        await press(pilot, "<")
        assert width(pilot) == first + 4
        assert page(pilot).size.width == text - 4
        await press(pilot, ">", ">")
        assert width(pilot) == first - 4
        pane = open_pane(pilot)
        assert pane is not None
        await pilot.mouse_down(pane, offset=(0, 5))
        await pilot.hover(screen(pilot), offset=(80, 10))
        assert width(pilot) == 60
        await pilot.hover(screen(pilot), offset=(3, 12))
        assert width(pilot) == 140 * 2 // 3
        await pilot.hover(screen(pilot), offset=(139, 12))
        assert width(pilot) == 24
        await pilot.hover(screen(pilot), offset=(90, 12))
        await pilot.mouse_up(screen(pilot), offset=(90, 12))
        assert width(pilot) == 50
        await pilot.hover(screen(pilot), offset=(70, 12))
        assert width(pilot) == 50
        assert screen(pilot).get_selected_text() is None
        await chosen(pilot, library, Choices(pane="quotes", pane_width=50))
    again = Settings(library=library, choices=replace(choices.load(library), is_welcomed=True))
    async with start_ferry(again).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert type(open_pane(pilot)) is QuotesPane
        assert width(pilot) == 50
        assert page(pilot).has_focus
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert width(pilot) == 60
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert width(pilot) == 50
        await press(pilot, "2")
        assert open_pane(pilot) is None
        await chosen(pilot, library, Choices(pane=None, pane_width=50))


@pytest.mark.parametrize("size", [(100, 30), (60, 20)])
async def test_a_pane_that_would_hide_the_text_is_not_opened_by_itself(
    start_ferry: StartApp, library: Path, size: tuple[int, int]
) -> None:
    settings = Settings(library=library, choices=Choices(pane="summary", is_welcomed=True))
    async with start_ferry(settings).run_test(size=size) as pilot:
        await ready(pilot)
        assert open_pane(pilot) is None


@pytest.mark.parametrize(
    ("wrong", "least", "most"), [(0, 24, 60), (-7, 24, 60), (1, 24, 60), (10_000, 24, 93)]
)
async def test_a_width_that_cannot_be_is_mended(
    start_ferry: StartApp, wrong: int, least: int, most: int
) -> None:
    settings = Settings(choices=Choices(pane="actors", pane_width=wrong, is_welcomed=True))
    async with start_ferry(settings).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert least <= width(pilot) <= most
        assert page(pilot).size.width >= 40


async def test_a_pane_of_another_version_is_none(start_ferry: StartApp) -> None:
    settings = Settings(choices=Choices(pane="footnotes", is_welcomed=True))
    async with start_ferry(settings).run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert open_pane(pilot) is None


async def test_the_summary(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "1")
        pane = open_pane(pilot)
        assert pane is not None

        def sentences() -> list[int]:
            assert pane is not None
            return [int(str(option.id)) for option in pane.options]

        assert sentences() == [ferry.RETURN, ferry.BELIEVING, ferry.COMPANY]
        assert pane.border_subtitle == "− 3 of 14 sentences +"
        await press(pilot, "+", "=")
        assert sentences() == [ferry.RETURN, ferry.BELIEVING, ferry.RELIEVED, ferry.WORK, ferry.COMPANY]
        signs = [row for row in rows(pilot) if row.startswith("◆")]
        assert len(signs) == 5
        await press(pilot, *["-"] * 6)
        assert sentences() == [ferry.RETURN]
        await press(pilot, *["+"] * 9)
        assert len(sentences()) == 6
        await press(pilot, "j", "j", "enter")
        assert page(pilot).sentence == ferry.RELIEVED
        await press(pilot, "k", "enter")
        assert page(pilot).sentence == ferry.BELIEVING
        assert "never stopped believing" in " ".join(texts(pilot)[1].split())
        await press(pilot, "v")
        assert "never stopped" not in " ".join(texts(pilot)[1].split())
        await press(pilot, "v")
        shown = " ".join(texts(pilot)[1].split())
        assert ("never stopped" in shown, "jamais cessé" in shown) == (True, False)


async def test_the_quotes_of_one_speaker_keep_the_cursor_on_its_quote(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "2")
        pane = open_pane(pilot)
        assert isinstance(pane, QuotesPane)
        speakers = [text.split("\n")[0].split("  ")[0] for text in texts(pilot)]
        nobody = "unattributed"
        assert speakers == [ferry.ODILE, ferry.GASPARD, ferry.GASPARD, nobody, nobody, ferry.ODILE]
        await press(pilot, "j", "j", "s")
        assert [text.split("  ")[0] for text in texts(pilot)] == [ferry.GASPARD] * 2
        assert pane.chosen == 2
        assert pane.border_title == f"2 Quotes of {ferry.GASPARD}"
        assert pane.border_subtitle == "2 of 6 · Esc all"
        await press(pilot, "enter")
        assert page(pilot).sentence == ferry.EXPENSIVE
        await press(pilot, "s")
        assert (len(texts(pilot)), pane.chosen) == (6, 2)
        await press(pilot, "s", "escape")
        assert (len(texts(pilot)), pane.chosen, pane.has_focus) == (6, 2, True)
        await press(pilot, "j", "s")
        assert len(texts(pilot)) == 6
        assert said(pilot) == ["Nobody is named for this quote."]
        await press(pilot, "escape")
        assert page(pilot).has_focus


async def test_the_actors_lead_through_the_text(start_ferry: StartApp) -> None:
    """Also where one is named in what is not shown, as here: "Lire aussi"."""
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "j", "3")
        pane = open_pane(pilot)
        assert isinstance(pane, ActorsPane)
        shown = texts(pilot)
        headings = ("People", "Organisations", "Places")
        assert [text for text in shown if text in headings] == list(headings)
        odile = next(text for text in shown if text.startswith(ferry.ODILE))
        assert odile.split("\n")[:2] == [ferry.ODILE, "la nouvelle passeuse"]
        assert "■■■■■■■■ named 3×, quoted 2×" in odile
        walked = []
        for key in ("enter", "enter", "N", "n", "n"):
            await press(pilot, key)
            walked.append((page(pilot).sentence, said(pilot)[-1].removeprefix(ferry.ODILE)))
        greets, believing = (ferry.GREETS, "  1/2"), (ferry.BELIEVING, "  2/2")
        assert walked == [believing, greets, believing, greets, believing]
        assert [style for style in drawn(pilot, ferry.ODILE) if style.underline]
        await press(pilot, "s")
        assert isinstance(open_pane(pilot), QuotesPane)
        assert len(texts(pilot)) == 2
        await press(pilot, "3", "j", "j", "j", "s")
        assert said(pilot)[-1] == f"{ferry.PLACE} is not quoted."
        assert isinstance(open_pane(pilot), ActorsPane)
        await press(pilot, "escape", "n")
        assert said(pilot)[-1].startswith(ferry.PLACE)


async def test_enter_in_the_text_walks_the_actors_of_the_sentence(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, *["j"] * ferry.WORK, "enter")
        assert said(pilot) == ["Nobody is named in this sentence."]
        await press(pilot, "g", "j", "j", "enter")
        pane = open_pane(pilot)
        assert isinstance(pane, ActorsPane)
        assert page(pilot).has_focus
        assert str(pane.get_option_at_index(pane.highlighted or 0).prompt).startswith(ferry.ODILE)
        assert [style for style in drawn(pilot, ferry.ODILE) if style.underline]
        await press(pilot, "j", "j")
        assert str(pane.get_option_at_index(pane.highlighted or 0).prompt).startswith(ferry.GASPARD)
        await press(pilot, "n")
        assert said(pilot)[-1].startswith(f"{ferry.GASPARD}  ")


async def test_enter_walks_on_where_a_sentence_names_several(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        await press(pilot, "j", "j", "j", "enter")
        assert said(pilot) == [f"{ferry.ODILE} · la nouvelle passeuse · named 3×, quoted 2×"]
        assert open_pane(pilot) is None


async def test_the_mouse_on_a_name_says_who_it_is_and_a_click_chooses(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        shown = page(pilot)
        row = shown.page.rows_of(ferry.BELIEVING).start
        run = shown.page.row(row)[0]
        text = state(pilot).article.text
        column = run.start + text.index(ferry.ODILE, run.span.start) - run.span.start
        await pilot.hover("#page", offset=(column + 3, row))
        assert str(shown.tooltip) == f"{ferry.ODILE} · la nouvelle passeuse · named 3×, quoted 2×"
        await pilot.hover("#page", offset=(column - 3, row))
        assert shown.tooltip is None
        await pilot.click("#page", offset=(column + 3, row))
        await pilot.pause()
        assert shown.sentence == ferry.BELIEVING
        assert len([style for style in drawn(pilot, "Odile") if style.underline]) == 4
        await press(pilot, "3")
        pane = open_pane(pilot)
        assert pane is not None
        assert str(pane.get_option_at_index(pane.highlighted or 0).prompt).startswith(ferry.ODILE)


async def test_the_empty_cells_after_a_name_name_nobody(start_ferry: StartApp) -> None:
    async with start_ferry(replace(WELCOMED, measure=52)).run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "v")
        shown = page(pilot)
        row = next(y for y, row in enumerate(rows(pilot)) if row.endswith("Gaspard"))
        end = len(rows(pilot)[row])
        await pilot.hover("#page", offset=(end - 1, row))
        assert str(shown.tooltip).startswith(ferry.GASPARD)
        await pilot.hover("#page", offset=(end, row))
        assert shown.tooltip is None


async def test_marks_of_the_text_can_be_hidden_and_shown(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "j", "enter")

        def marked() -> tuple[bool, bool, bool]:
            quote = drawn(pilot, "jamais cessé")[0]
            named = any(style.underline for style in drawn(pilot, ferry.ODILE))
            return bool(quote.italic), named, any("◆" in row for row in rows(pilot))

        assert marked() == (True, True, True)
        await press(pilot, "h")
        assert marked() == (False, False, False)
        await press(pilot, "h")
        assert marked() == (True, True, True)


async def test_from_quote_to_quote_and_heading_to_heading(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        walked = []
        for key in "]]]]]]":
            await press(pilot, key)
            walked.append(page(pilot).sentence)
        quotes = [ferry.BELIEVING, ferry.RELIEVED, ferry.EXPENSIVE, ferry.LONG, ferry.BRIDGE, ferry.BRIDGE]
        assert walked == quotes
        assert said(pilot)[-1] == "No more quotes."
        walked = []
        for key in "[[[[[":
            await press(pilot, key)
            walked.append(page(pilot).sentence)
        assert walked == [*reversed(quotes[:4]), ferry.BELIEVING]
        walked = []
        for key in "}}}{{{":
            await press(pilot, key)
            walked.append(page(pilot).sentence)
        assert walked == [ferry.SITE, ferry.NEXT, ferry.NEXT, ferry.SITE, ferry.TITLE, ferry.TITLE]
        assert said(pilot)[-1] == "No more headings."


async def test_a_pane_answers_to_the_mouse(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "2", "tab")
        pane = open_pane(pilot)
        assert isinstance(pane, OptionList)
        await pilot.click(pane, offset=(4, 6))
        await pilot.pause()
        assert page(pilot).sentence == ferry.RELIEVED
