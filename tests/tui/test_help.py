"""The help: every act under its place, where one is first, and a way out by every key that one may try."""

from rich.console import Console
from textual.containers import VerticalScroll

from tests.tui.conftest import StartApp
from tests.tui.pilot import page, press, ready, top
from tui.acts import IN_LIBRARY, IN_PANES, IN_QUOTES, READING, Group, first_key, groups
from tui.screens.help import HelpScreen, table
from tui.screens.reading import ReadingScreen


def lines(here: tuple[Group, ...], width: int = 120) -> list[str]:
    """The table as it is read, line by line."""
    console = Console(width=width)
    with console.capture() as shown:
        console.print(table({}, here))
    return [" ".join(line.split()) for line in shown.get().splitlines()]


def test_every_place_is_a_heading_over_its_acts() -> None:
    shown = lines(READING)
    titles = [line for line in shown if line in {group.title for group in groups()}]
    assert titles == [group.title for group in groups()]
    for group in groups():
        start = shown.index(group.title)
        own = shown[start + 1 : start + 1 + len(group.acts)]
        for act, line in zip(group.acts, own, strict=True):
            assert line.startswith(first_key(act, {}))
            assert line.endswith(act.help)


def test_it_begins_with_where_one_is() -> None:
    assert lines((IN_LIBRARY,))[0] == IN_LIBRARY.title
    assert sorted(lines((IN_LIBRARY,))) == sorted(lines(READING))


def test_a_title_is_underlined_as_far_as_it_goes_and_no_help_is_broken_at_a_hundred() -> None:
    console = Console(width=90, force_terminal=True, color_system=None)
    with console.capture() as shown:
        console.print(table({}, READING))
    printed = shown.get().splitlines()
    assert all(line.rstrip() == line for line in printed if "\x1b[1;4m" in line)
    assert len(printed) == sum(len(group.acts) + 2 for group in groups()) - 1


async def test_in_a_pane_its_keys_come_first(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await press(pilot, "2", "?")
        first = pilot.app.screen._here[0]  # type: ignore[attr-defined]
        assert first is IN_PANES
        assert IN_QUOTES in pilot.app.screen._here  # type: ignore[attr-defined]
        await press(pilot, "escape", "tab", "?")
        assert pilot.app.screen._here[0] is READING[0]  # type: ignore[attr-defined]


async def test_it_scrolls_and_every_way_out_leads_out(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(60, 20)) as pilot:
        await ready(pilot)
        for opens, closes in (("?", "escape"), ("f1", "?"), ("?", "f1"), ("?", "q"), ("?", "enter")):
            await press(pilot, opens)
            assert top(pilot) is HelpScreen
            box = pilot.app.screen.query_one(VerticalScroll)
            assert box.max_scroll_y > 0
            await press(pilot, "end")
            assert box.scroll_target_y == box.max_scroll_y
            await press(pilot, closes)
            assert top(pilot) is ReadingScreen
        assert page(pilot).has_focus
        assert page(pilot).sentence == 0
        assert not pilot.app._exit
