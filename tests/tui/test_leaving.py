"""Ctrl+C says how one leaves, wherever it is pressed; at once again it leaves."""

from collections.abc import Iterator

import pytest
from textual.widgets import Input, TextArea

from articles import wording
from tests.tui.conftest import StartApp
from tests.tui.pilot import page, press, ready, said, screen, until
from tui import commands
from tui.screens.confirm import ConfirmScreen
from tui.settings import Settings

SIZE = (140, 40)
PLAIN = "q leaves; so does Ctrl+c once more."
IN_DIALOG = "Esc, then q leaves; so does Ctrl+c once more."


async def test_it_says_how_and_the_second_one_leaves(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+c")
        assert said(pilot) == [PLAIN]
        assert not pilot.app._exit
        await press(pilot, "ctrl+c")
        assert pilot.app._exit


async def test_the_second_one_later_says_it_again(
    start_ferry: StartApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "_SOON", 0.0)
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+c")
        await press(pilot, "ctrl+c")
        assert not pilot.app._exit


@pytest.mark.parametrize("key", ["?", "C", "p", "e", "/", "E", ":"])
async def test_it_says_so_in_fields_and_dialogs_too(start_ferry: StartApp, key: str) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, key)
        await until(pilot, lambda: pilot.app.screen.is_modal or isinstance(pilot.app.focused, Input))
        await press(pilot, "ctrl+c")
        assert said(pilot) == [IN_DIALOG]


async def test_selected_words_are_copied(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.mouse_down("#page", offset=(2, 2))
        await pilot.hover("#page", offset=(30, 3))
        await pilot.mouse_up("#page", offset=(30, 3))
        selected = screen(pilot).get_selected_text()
        assert selected
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard == selected
        assert PLAIN not in said(pilot)
        await press(pilot, "c")
        assert pilot.app.clipboard == selected
        assert not screen(pilot).get_selected_text()
        await press(pilot, "c")
        assert pilot.app.clipboard == state_words(pilot)
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.focused, TextArea))
        area = pilot.app.focused
        assert isinstance(area, TextArea)
        area.select_all()
        await press(pilot, "ctrl+c")
        assert pilot.app.clipboard == area.text


def state_words(pilot: object) -> str:
    """The French of the current sentence."""
    shown = screen(pilot)  # type: ignore[arg-type]
    return shown.state.french(shown.page.sentence)


async def test_a_key_that_was_given_to_something_else_is_left_to_it(start_ferry: StartApp) -> None:
    from dataclasses import replace

    from tests.tui.conftest import WELCOMED

    settings = replace(WELCOMED, keymap={"next_sentence": ("ctrl+c",), "copy_text": ()})
    async with start_ferry(settings).run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+c")
        assert page(pilot).sentence == 1


@pytest.fixture
def in_french() -> Iterator[None]:
    """The program speaks French."""
    wording.use("fr")
    yield
    wording.use("en")


@pytest.mark.usefixtures("in_french")
async def test_in_french(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "ctrl+c")
        assert len(said(pilot)) == 1
        assert "Press" not in said(pilot)[0]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (("enter",), False),
        (("left", "enter"), True),
        (("tab", "enter"), True),
        (("left", "right", "enter"), False),
        (("k", "space"), True),
        (("y",), True),
        (("o",), True),
        (("n",), False),
        (("escape",), False),
    ],
)
async def test_a_question_is_answered_by_arrows_and_enter(
    start_ferry: StartApp, keys: tuple[str, ...], answer: bool
) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        answers: list[bool | None] = []
        pilot.app.push_screen(ConfirmScreen("Vraiment [b]?"), answers.append)
        await pilot.pause()
        await press(pilot, *keys)
        await until(pilot, lambda: answers)
        assert answers == [answer]


@pytest.mark.parametrize(("place", "answer"), [(0, True), (1, False)])
async def test_a_question_is_answered_by_a_click(start_ferry: StartApp, place: int, answer: bool) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        answers: list[bool | None] = []
        pilot.app.push_screen(ConfirmScreen("Vraiment ?"), answers.append)
        await pilot.pause()
        await pilot.click(pilot.app.screen.query("Answer")[place])
        await until(pilot, lambda: answers)
        assert answers == [answer]


async def test_what_is_said_stands_over_the_lines_under_the_text(start_ferry: StartApp) -> None:
    async with start_ferry(Settings()).run_test(size=SIZE, notifications=True) as pilot:
        await ready(pilot)
        for key in ("ctrl+c", "/", "ctrl+c"):
            await press(pilot, key)
            if key == "/":
                continue
            shown = screen(pilot)
            await until(pilot, lambda shown=shown: any(one.region for one in shown.query("Toast")))  # type: ignore[misc]
            toast = shown.query("Toast").last()
            lines = [line for line in (shown.welcome, shown.find_bar) if line.display]
            assert lines
            assert all(not toast.region.overlaps(line.region) for line in lines)
            assert toast.region.height == 1
            pilot.app._told_at = 0.0  # type: ignore[attr-defined]
