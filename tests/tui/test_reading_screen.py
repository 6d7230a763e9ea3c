"""Reading: every key, the mouse, and how the English comes in."""

import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual.containers import Vertical
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widgets import Static

from articles.translation import BY_HAND, Translation
from tests.tui.conftest import FakeEngine, StartApp
from tests.tui.pilot import page, panes, press, ready, rows, screen, state, translated, until
from tests.tui.shelves import kept
from tui.layout.blocks import View
from tui.screens.help import HelpScreen
from tui.screens.reading import ReadingScreen
from tui.screens.reading.running import CLOSING
from tui.widgets.heading import TitleBar
from tui.widgets.panes.deck import CLIPPINGS, SUMMARY


async def test_opens_with_french_beside_its_english(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        first = next(row for row in rows(pilot) if "Après quatre jours" in row)
        assert "After four days" in first
        assert all(found.origin == BY_HAND for found in state(pilot).translations.values())
        assert len(state(pilot).translations) == state(pilot).total


@pytest.mark.parametrize(("forth", "back"), [("down", "up"), ("j", "k")])
async def test_moves_by_sentence(start_app: StartApp, forth: str, back: str) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        assert page(pilot).sentence == 0
        await pilot.press(forth, forth, forth)
        assert page(pilot).sentence == 3
        await pilot.press(back)
        assert page(pilot).sentence == 2
        await pilot.press(back, back, back, back)
        assert page(pilot).sentence == 0


async def test_the_current_sentence_is_marked_on_both_sides(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press("j", "j")
        marked = [row for row in rows(pilot) if "▌" in row]
        assert "▌ Après quatre jours" in marked[0]
        assert "▌ After four days" in marked[0]


@pytest.mark.parametrize(("end", "top"), [("G", "g"), ("end", "home")])
async def test_goes_to_both_ends(start_app: StartApp, end: str, top: str) -> None:
    async with start_app().run_test(size=(100, 30)) as pilot:
        await translated(pilot)
        await pilot.press(end)
        assert page(pilot).sentence == page(pilot).page.sentences[-1]
        assert "en 2028" in "".join(rows(pilot))
        await pilot.press(top)
        assert page(pilot).sentence == 0
        assert page(pilot).scroll_offset.y == 0


@pytest.mark.parametrize(("forth", "back"), [("pagedown", "pageup"), ("space", "b")])
async def test_turns_pages(start_app: StartApp, forth: str, back: str) -> None:
    async with start_app().run_test(size=(100, 30)) as pilot:
        await translated(pilot)
        height = page(pilot).size.height
        last_rows = rows(pilot)[-2:]
        await pilot.press(forth)
        assert page(pilot).scroll_offset.y == height - 2
        assert [row.replace("▌", " ") for row in rows(pilot)[:2]] == last_rows
        current = page(pilot).page.rows_of(page(pilot).sentence)
        assert height - 2 <= current.start < 2 * height - 2
        await pilot.press(back)
        assert page(pilot).scroll_offset.y == 0
        for _ in range(20):
            await pilot.press(forth)
        assert page(pilot).sentence == page(pilot).page.sentences[-1]
        for _ in range(20):
            await pilot.press(back)
        assert page(pilot).sentence == 0


async def test_t_toggles_the_language_and_keeps_the_sentence_on_its_row(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 30)) as pilot:
        await translated(pilot)
        await pilot.press(*["j"] * 12)
        for view in (View.FRENCH, View.ENGLISH, View.FRENCH, View.ENGLISH):
            row = page(pilot).page.rows_of(12).start - page(pilot).scroll_offset.y
            await pilot.press("t")
            assert page(pilot).shown_view is view
            assert page(pilot).sentence == 12
            assert page(pilot).page.rows_of(12).start - page(pilot).scroll_offset.y == row


async def test_v_cycles_the_views(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 30)) as pilot:
        await translated(pilot)
        seen = [page(pilot).shown_view]
        for _ in range(4):
            await pilot.press("v")
            seen.append(page(pilot).shown_view)
        assert seen == [View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR, View.SIDE_BY_SIDE]


async def test_interlinear_puts_each_sentence_over_its_english(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press("v", "v", "v")
        shown = rows(pilot)
        french = next(y for y, row in enumerate(shown) if "Après quatre jours" in row)
        assert "After four days" in "".join(shown[french + 2 : french + 5])


async def test_too_narrow_for_two_columns_shows_one_and_t_toggles_it(start_app: StartApp) -> None:
    async with start_app().run_test(size=(60, 20)) as pilot:
        await translated(pilot)
        assert page(pilot).shown_view is View.FRENCH
        await pilot.press("t")
        assert page(pilot).shown_view is View.ENGLISH
        await pilot.press("t")
        assert page(pilot).shown_view is View.FRENCH
        await pilot.resize_terminal(120, 30)
        await until(pilot, lambda: page(pilot).shown_view is View.SIDE_BY_SIDE)


async def test_v_in_a_narrow_terminal_never_shows_the_same_view_twice(start_app: StartApp) -> None:
    async with start_app().run_test(size=(60, 20)) as pilot:
        await translated(pilot)
        seen = [page(pilot).shown_view]
        for _ in range(6):
            await pilot.press("v")
            seen.append(page(pilot).shown_view)
        assert all(one is not other for one, other in pairwise(seen))
        assert set(seen) == {View.FRENCH, View.ENGLISH, View.INTERLINEAR}


async def test_resizing_keeps_the_sentence_on_the_screen(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press(*["j"] * 20)
        for size in ((80, 24), (60, 20), (30, 10), (200, 50), (1, 1), (140, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page(pilot).sentence == 20
            if size != (1, 1):
                top = page(pilot).scroll_offset.y
                assert top <= page(pilot).page.rows_of(20).start < top + page(pilot).size.height


@pytest.mark.parametrize("column", [10, 85])
async def test_a_click_on_either_side_chooses_the_sentence(start_app: StartApp, column: int) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        y = page(pilot).page.rows_of(5).start
        await pilot.click("#page", offset=(column, y))
        assert page(pilot).sentence == 5


@pytest.mark.parametrize(
    ("column", "words"),
    [(2, "Après quatre jours de"), (72, "After four days of ne")],
)
async def test_the_mouse_selects_in_one_column_only(start_app: StartApp, column: int, words: str) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        start = page(pilot).page.rows_of(2).start
        left = page(pilot).page.row(start)[0 if column == 2 else 1].start
        await pilot.mouse_down("#page", offset=(left, start))
        await pilot.hover("#page", offset=(left + len(words) - 1, start))
        assert pilot.app.screen.get_selected_text() == words
        await pilot.hover("#page", offset=(left + 5, start + 1))
        selected = pilot.app.screen.get_selected_text()
        assert selected is not None
        assert selected.startswith(words)
        assert ("Après" in selected) != ("After" in selected)
        await pilot.mouse_up("#page", offset=(left + 5, start + 1))
        assert page(pilot).sentence == 0


async def test_a_french_selection_is_a_stretch_of_the_canonical_text(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        shown = page(pilot)
        start = shown.page.rows_of(3).start
        left = shown.page.row(start)[0].start
        await pilot.mouse_down("#page", offset=(left, start))
        await pilot.hover("#page", offset=(left + 3, start + 2))
        await pilot.mouse_up("#page", offset=(left + 3, start + 2))
        assert shown.text_selection is not None
        first, last = shown.selected(shown.text_selection)
        text = state(pilot).article.text
        assert pilot.app.screen.get_selected_text() == text[first.offset : last.offset]
        assert first.offset in shown.page.row(start)[0].span
        assert last.offset == shown.page.row(start + 2)[0].span.start + 4


async def test_a_selection_that_strays_into_the_other_column_stays_in_its_own(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        start = page(pilot).page.rows_of(2).start
        await pilot.mouse_down("#page", offset=(2, start))
        await pilot.hover("#page", offset=(100, start + 1))
        selected = pilot.app.screen.get_selected_text()
        assert selected is not None
        assert "Après" in selected
        assert "four" not in selected


async def test_placeholders_fill_in_without_moving_the_page(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        "\n\n".join(f"Voici la phrase numéro {n} de ce texte. Puis une autre." for n in range(80))
    )
    release = threading.Semaphore(0)
    async with start_app(path, FakeEngine(release)).run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "┈┈┈" in "".join(rows(pilot)))
        await pilot.press(*["j"] * 30)
        row = page(pilot).page.rows_of(30).start - page(pilot).scroll_offset.y
        for _ in range(40):
            release.release()
        await translated(pilot)
        assert page(pilot).page.rows_of(30).start - page(pilot).scroll_offset.y == row
        assert "┈" not in "".join(rows(pilot))
        assert "English of sentence 30" in "".join(rows(pilot))


async def test_progress_is_shown_while_it_translates(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("\n\n".join(f"Voici la phrase numéro {n}." for n in range(20)))
    release = threading.Semaphore(2)
    async with start_app(path, FakeEngine(release)).run_test(size=(120, 30)) as pilot:
        title = pilot.app.screen.query_one("#title")
        await until(pilot, lambda: len(state(pilot).translations) >= 5)
        assert "%" in title.render().plain  # type: ignore[union-attr]
        release.release(10)
        await translated(pilot)
        assert "%" not in title.render().plain  # type: ignore[union-attr]


async def test_without_a_pack_the_english_column_says_how_to_get_one(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.\n\nLe chien mange.")
    async with start_app(path).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        shown = " ".join(" ".join(row[60:].strip(" ▌") for row in rows(pilot)).split())
        assert "no French → English language pack is installed" in shown
        assert "enregard packs install" in shown
        assert "┈" not in shown
        await pilot.press("j")
        assert page(pilot).sentence == 1


async def test_the_origin_of_the_current_sentence_is_shown(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.\n\nLe chien mange.")
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        heads = pilot.app.screen.query_one("#heads")
        assert "argos fr-en 1.9" in heads.render().plain  # type: ignore[union-attr]
    async with start_app().run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        heads = pilot.app.screen.query_one("#heads")
        assert "by hand" in heads.render().plain  # type: ignore[union-attr]


async def test_a_text_in_another_language_opens_under_a_notice(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(
        "The mayor opened the station on Monday, and everybody who lives there came along to see it."
    )
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        notice = pilot.app.screen.query_one("#notice", Static)
        await until(pilot, lambda: notice.display)
        assert "another language than French (en)" in str(notice.render())
        assert "The mayor opened" in "".join(rows(pilot))
        await pilot.press("escape")
        assert not notice.display


async def test_boilerplate_is_not_shown(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press("G")
        assert "Avec agences" in state(pilot).article.text
        assert "Avec agences" not in "".join(rows(pilot))


async def test_help_lists_every_key_and_closes(start_app: StartApp) -> None:
    from tui.acts import acts

    async with start_app().run_test(size=(140, 260)) as pilot:
        await translated(pilot)
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        shown = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in pilot.app.screen._compositor.render_strips()
        )
        assert [act.help for act in acts().values() if act.help not in shown] == []
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen_stack[-1], HelpScreen)


async def test_the_palette_finds_acts_by_name(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"last sentence")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: page(pilot).sentence == page(pilot).page.sentences[-1])


@pytest.mark.parametrize(
    ("typed", "pane"), [("summary", SUMMARY), ("clippings", CLIPPINGS), ("one sentence more", SUMMARY)]
)
async def test_the_palette_finds_panes_and_what_is_done_in_them(
    start_ferry: StartApp, typed: str, pane: str
) -> None:
    async with start_ferry().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*typed)
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: screen(pilot).deck.name_of_pane == pane)
        if typed == "one sentence more":
            await until(pilot, lambda: len(panes(pilot)[0]._entries) == 4)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_leaves(start_app: StartApp, key: str) -> None:
    app = start_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert app._exit


async def test_the_wheel_scrolls_both_sides_and_leaves_the_sentence(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 30)) as pilot:
        await translated(pilot)
        for _ in range(2):
            turn = MouseScrollDown(page(pilot), 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False)
            page(pilot).post_message(turn)
        await until(pilot, lambda: page(pilot).scroll_offset.y > 0)
        assert page(pilot).sentence == 0


async def wheel(pilot: Pilot[Any], turns: int) -> None:
    """Turn the wheel, down or, where `turns` is negative, up."""
    kind = MouseScrollDown if turns > 0 else MouseScrollUp
    for _ in range(abs(turns)):
        before = page(pilot).scroll_offset.y
        page(pilot).post_message(kind(page(pilot), 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False))
        await until(pilot, lambda before=before: page(pilot).scroll_offset.y != before)  # type: ignore[misc]


async def test_what_was_read_with_the_wheel_is_read_on_there(start_app: StartApp, tmp_path: Path) -> None:
    async with start_app().run_test(size=(140, 20)) as pilot:
        await translated(pilot)
        shown = page(pilot)
        await wheel(pilot, 12)
        here = shown.here
        assert shown.is_away
        assert here > 3
        assert shown.page.rows_of(here).start >= shown.scroll_offset.y
        assert shown.place.startswith(f"{here + 1}/")
        title = screen(pilot).query_one(TitleBar)
        await until(pilot, lambda: title.render().plain.endswith(shown.place))
        await pilot.press("j")
        assert shown.sentence == here
        await pilot.press("j")
        assert shown.sentence == here + 1
        await wheel(pilot, -9)
        await until(pilot, lambda: shown.is_away)
        here = shown.here
        await pilot.press("k")
        assert shown.sentence == here
        await wheel(pilot, 12)
        left, article = shown.here, state(pilot).article.id
        assert left > here
        await until(pilot, lambda: screen(pilot).trail.here == left)
    for thread in threading.enumerate():
        if thread.name == CLOSING:
            thread.join(20)
    assert kept(tmp_path / "library.sqlite", article).sentence == left


async def test_another_view_begins_where_the_wheel_went(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 20)) as pilot:
        await translated(pilot)
        await wheel(pilot, 12)
        here = page(pilot).here
        await pilot.press("t")
        assert page(pilot).sentence == here
        assert not page(pilot).is_away


async def test_e_changes_the_english_by_hand_and_u_takes_it_back(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.\n\nLe chien mange.")
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        before = state(pilot).translations[1]
        await pilot.press("j", "e")
        await pilot.pause()
        await pilot.press("ctrl+u", *"The dog eats!", "enter")
        await until(pilot, lambda: state(pilot).translations[1] == Translation("The dog eats!", BY_HAND))
        assert "The dog eats!" in "".join(rows(pilot))
        await pilot.press("u")
        await until(pilot, lambda: state(pilot).translations[1] == before)
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        assert state(pilot).translations[1] == before


async def edit(pilot: Pilot[Any], english: str) -> None:
    """Give the current sentence this English by hand."""
    await press(pilot, "e")
    await press(pilot, "ctrl+u", *english)
    await press(pilot, "enter")


async def test_an_edit_is_there_the_next_time(start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.")
    async with start_app(path).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"A cat, asleep.", "enter")
        await until(pilot, lambda: state(pilot).translations)
    async with start_app(path).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        assert state(pilot).translations[0] == Translation("A cat, asleep.", BY_HAND)


async def test_an_emptied_edit_gives_the_machines_english_back_also_later(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.\n\nLe chien mange.")
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        before = state(pilot).translations[0]
        await edit(pilot, "A cat, asleep.")
        await until(pilot, lambda: state(pilot).translations[0].origin == BY_HAND)
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        assert state(pilot).translations[0] == Translation("A cat, asleep.", BY_HAND)
        await press(pilot, "e")
        subtitle = pilot.app.screen.query_one(Vertical).border_subtitle
        assert subtitle == "Enter keep · Esc leave · Empty: the machine’s English again"
        await press(pilot, "ctrl+u", "enter")
        await until(pilot, lambda: state(pilot).translations[0] == before)
        await press(pilot, "u")
        await until(pilot, lambda: state(pilot).translations[0] == Translation("A cat, asleep.", BY_HAND))
        await edit(pilot, "")
        await until(pilot, lambda: state(pilot).translations[0] == before)
        await press(pilot, "e")
        assert "machine" not in str(pilot.app.screen.query_one(Vertical).border_subtitle)
        await press(pilot, "ctrl+u", "enter")
        assert state(pilot).translations[0] == before
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_what_the_memory_has_from_no_pack_is_translated_anew(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.")
    async with start_app(path).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        await edit(pilot, "A cat, asleep.")
        await until(pilot, lambda: state(pilot).translations)
        await edit(pilot, "")
        await until(pilot, lambda: not state(pilot).translations and state(pilot).pack_missing)
        await press(pilot, "u")
        await until(pilot, lambda: state(pilot).translations)
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        assert state(pilot).translations[0].origin == BY_HAND
        await edit(pilot, "")
        await until(pilot, lambda: state(pilot).translations and not state(pilot).is_translating)
        assert state(pilot).translations[0].origin == FakeEngine.origin


async def test_the_edit_lies_over_the_text_and_not_over_the_foot(start_app: StartApp) -> None:
    async with start_app().run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await press(pilot, "e")
        assert pilot.app.screen.query_one(Vertical).region.bottom == 39


async def test_leaving_the_edit_changes_nothing(start_app: StartApp) -> None:
    async with start_app().run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        before = state(pilot).translations
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*"nonsense", "escape")
        await pilot.pause()
        assert state(pilot).translations == before
        await pilot.press("u")
        await pilot.pause()
        assert state(pilot).translations == before


async def test_a_selection_leaves_out_what_is_not_shown_and_parts_paragraphs(
    start_app: StartApp, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Le chat dort.\n\nLire aussi : Un autre chat\n\nLe chien mange.")
    async with start_app(path, FakeEngine()).run_test(size=(120, 30)) as pilot:
        await translated(pilot)
        await pilot.mouse_down("#page", offset=(2, 0))
        await pilot.hover("#page", offset=(40, 2))
        assert pilot.app.screen.get_selected_text() == "Le chat dort.\n\nLe chien mange."


async def test_a_failure_in_the_reader_is_kept_for_the_command_line(
    start_app: StartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start_app()

    async def read() -> None:
        async with app.run_test(size=(120, 30)) as pilot:
            await translated(pilot)
            monkeypatch.setattr(page(pilot), "move_by", lambda _: 1 // 0)
            await pilot.press("j")

    with pytest.raises(ZeroDivisionError):
        await read()
    assert isinstance(app.failure, ZeroDivisionError)
