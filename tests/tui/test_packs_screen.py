"""Language packs from within the reader."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.widgets import DataTable, Input, Static

from articles.errors import EnregardError
from articles.translating import fetching, installing, packs, verifying
from articles.translating.download import Cancelled, Progress
from articles.translating.installing import install_from_file
from tests.tui.conftest import WELCOMED, StartApp
from tests.tui.pilot import rows, state, translated, until
from tui.app import EnregardApp
from tui.layout.wrap import cells
from tui.screens.confirm import ConfirmScreen
from tui.screens.packs import PacksScreen
from tui.screens.reading import ReadingScreen
from tui.widgets.foot import Foot


def said(pilot: Pilot[Any]) -> str:
    """What the screen of packs says."""
    screen = next(found for found in pilot.app.screen_stack if isinstance(found, PacksScreen))
    return str(screen.query_one("#said", Static).render())


def keys(pilot: Pilot[Any]) -> str:
    """What can be done now, under the box."""
    return str(pilot.app.screen.query_one(Vertical).border_subtitle)


async def opened(pilot: Pilot[Any]) -> None:
    """Open the screen of packs and wait until it has looked."""
    await translated(pilot)
    await pilot.press("p")
    await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], PacksScreen))
    await until(pilot, lambda: pilot.app.screen_stack[-1].query_one(DataTable).row_count)
    await until(pilot, lambda: "Looking" not in said(pilot))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "chat.txt"
    path.write_text("Le chat dort.\n\nLe maire parle.")
    return path


async def test_installs_from_a_file_after_showing_its_digest_and_translates(
    article: Path, word_pack: Path
) -> None:
    from articles.opening import open_article
    from articles.translating.catalogue import digest_of

    async with EnregardApp(open_article(str(article))).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("f")
        await pilot.press(*str(word_pack), "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ConfirmScreen))
        assert digest_of(word_pack) in pilot.app.screen_stack[-1]._question  # type: ignore[attr-defined]
        await pilot.press("y")
        await until(pilot, lambda: "Installed" in said(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ReadingScreen))
        await until(pilot, lambda: len(state(pilot).translations) == 2)
        assert "The cat sleeps." in "".join(rows(pilot))


async def test_the_keys_of_lists_move_in_it_and_q_leaves(
    start_app: StartApp, article: Path, word_pack: Path
) -> None:
    install_from_file(word_pack)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        table = pilot.app.screen.query_one(DataTable)
        last = table.row_count - 1
        assert last > 0
        for key, row in (("j", 1), ("k", 0), ("G", last), ("g", 0), ("ctrl+d", last), ("ctrl+u", 0)):
            await pilot.press(key)
            assert table.cursor_row == row
        for key, row in (("space", last), ("b", 0), ("end", last), ("home", 0)):
            await pilot.press(key)
            assert table.cursor_row == row
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ReadingScreen))


async def test_no_is_no(start_app: StartApp, article: Path, word_pack: Path) -> None:
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("f")
        await pilot.press(*str(word_pack), "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ConfirmScreen))
        await pilot.press("n")
        await until(pilot, lambda: "was not installed" in said(pilot))
        assert packs.installed() == ()


async def test_a_bad_file_gets_its_line_and_what_was_typed_stays(
    start_app: StartApp, article: Path, tmp_path: Path, word_pack: Path
) -> None:
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(b"no pack")
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("f")
        await pilot.press(*"/nowhere/at-all.argosmodel", "enter")
        await until(pilot, lambda: "does not exist" in said(pilot))
        field = pilot.app.screen.query_one(Input)
        assert field.has_focus
        assert field.value == "/nowhere/at-all.argosmodel"
        field.value = str(bad)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "bad.argosmodel" in said(pilot) and field.has_focus)
        assert field.value == str(bad)
        assert "Installing" not in said(pilot)
        await pilot.press("escape")
        assert said(pilot) == ""
        assert not field.display
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ReadingScreen))


async def test_the_keys_are_those_that_do_something_now(
    start_app: StartApp, article: Path, word_pack: Path
) -> None:
    install_from_file(word_pack)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        table = pilot.app.screen.query_one(DataTable)
        assert table.row_count == 2
        assert keys(pilot) == "Enter install · f from a file · v verify · r remove · Esc close"
        await pilot.press("v")
        await until(pilot, lambda: "is whole" in said(pilot) and "v verify" in keys(pilot))
        await pilot.press("down")
        await until(pilot, lambda: keys(pilot) == "Enter install · f from a file · Esc close")
        assert said(pilot) == ""
        await pilot.press("r")
        assert said(pilot) == "This pack is not installed: Enter downloads it."
        await pilot.press("f")
        assert keys(pilot) == "Enter install · Esc leave"
        assert said(pilot) == ""
        await pilot.press("escape")
        assert keys(pilot) == "Enter install · f from a file · Esc close"


async def test_a_download_that_failed_says_that_a_file_can_be_installed(
    start_app: StartApp, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(*_given: object, **_asked: Any) -> None:
        raise EnregardError("the index cannot be reached", "check the network")

    monkeypatch.setattr(fetching, "fetch_and_install", fetch)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        assert said(pilot) == "No pack is installed: Enter downloads one."
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "cannot be reached" in said(pilot))
        assert "f installs a pack from a file." in said(pilot)


async def test_download_shows_progress_and_escape_cancels_it(
    start_app: StartApp, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(_: object, **asked: Any) -> None:
        asked["tell"](Progress(10_000_000, 66_000_000, 2_000_000.0))
        assert asked["stop"].wait(20)
        raise Cancelled

    monkeypatch.setattr(fetching, "fetch_and_install", fetch)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "10.0 of 66.0 MB, 2.0 MB/s" in said(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "cancelled" in said(pilot))
        assert isinstance(pilot.app.screen_stack[-1], PacksScreen)


async def test_verifies_and_removes(start_app: StartApp, article: Path, word_pack: Path) -> None:
    pack = install_from_file(word_pack)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("v")
        await until(pilot, lambda: "is whole" in said(pilot))
        (pack.path / "sentencepiece.model").write_bytes(b"damaged")
        await pilot.press("v")
        await until(pilot, lambda: "sentencepiece.model" in said(pilot))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen_stack[-1], ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "Removed" in said(pilot))
        assert packs.installed() == ()


@pytest.mark.parametrize(("kind", "saying"), [("file", "Installing"), ("remove", "Removing")])
async def test_what_changes_packs_is_done_before_the_screen_closes(
    start_app: StartApp,
    article: Path,
    word_pack: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    saying: str,
) -> None:
    go = threading.Event()
    name = "install_from_file" if kind == "file" else "remove"
    real = getattr(installing, name)

    def held(*given: Any) -> Any:
        assert go.wait(20)
        return real(*given)

    if kind == "remove":
        install_from_file(word_pack)
    monkeypatch.setattr(installing, name, held)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        if kind == "file":
            await pilot.press("f", *str(word_pack), "enter")
        else:
            await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, PacksScreen))
        await until(pilot, lambda: saying in said(pilot))
        assert keys(pilot) == "Esc close"
        await pilot.press("escape")
        await until(pilot, lambda: said(pilot) == "This closes as soon as that is done.")
        go.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    assert bool(packs.installed()) is (kind == "file")


async def test_a_failure_is_read_before_the_screen_closes(
    start_app: StartApp, article: Path, word_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def fail(_pack: object) -> None:
        assert go.wait(20)
        raise OSError(30, "Read-only file system")

    install_from_file(word_pack)
    monkeypatch.setattr(installing, "remove", fail)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(pilot, lambda: "Removing" in said(pilot))
        await pilot.press("escape")
        go.set()
        await until(pilot, lambda: "Read-only file system" in said(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))


async def test_verifying_is_left_at_once(
    start_app: StartApp, article: Path, word_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    monkeypatch.setattr(verifying, "damage", lambda _pack: go.wait(20))
    install_from_file(word_pack)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("v")
        await until(pilot, lambda: "Verifying" in said(pilot))
        assert keys(pilot) == "Esc close"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        go.set()


async def test_what_is_said_names_the_keys_that_the_reader_has(
    start_app: StartApp, article: Path, word_pack: Path
) -> None:
    install_from_file(word_pack)
    settings = replace(WELCOMED, keymap={"packs-install": ("f5",)})
    async with start_app(article, settings=settings).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("down", "v")
        assert said(pilot) == "This pack is not installed: F5 downloads it."
        await pilot.press("f")
        assert keys(pilot) == "Enter install · Esc leave"


def asked(pilot: Pilot[Any]) -> str:
    """The question that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, ConfirmScreen)
    return str(screen.query(Static).first().render())


async def test_nothing_is_fetched_before_it_was_asked(
    start_app: StartApp, article: Path, word_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(fetching, "fetch_and_install", lambda pair, **_asked: begun.append(pair))
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        assert asked(pilot) == "Download 66.6 MB from argos-net.com?"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PacksScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    install_from_file(word_pack)
    async with start_app(article).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        assert "Look for an update? This asks " in asked(pilot)
    assert begun == []


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 20)])
async def test_the_way_out_is_shown_on_any_screen(
    start_app: StartApp, article: Path, size: tuple[int, int]
) -> None:
    async with start_app(article).run_test(size=size) as pilot:
        await opened(pilot)
        box = pilot.app.screen.query_one(Vertical)
        await until(pilot, lambda: box.border_subtitle)
        assert str(box.border_subtitle).endswith("Esc close")
        assert cells(str(box.border_subtitle)) <= box.size.width - 2
        assert pilot.app.screen_stack[1].query_one(Foot).render().plain.strip() == ""
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen.query_one(Foot).render().plain.strip())
