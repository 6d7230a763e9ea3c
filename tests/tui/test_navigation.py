"""Going between the library, collections and articles: where one was is where one comes back to."""

import asyncio
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual import events as textual_events
from textual.pilot import Pilot

from articles.choices import Choices, load
from articles.store import database, queue, shelves
from articles.store.shelves import State
from tests.tui.pilot import page, press, until
from tests.tui.pilot import said as notices
from tests.tui.shelves import (
    HALL,
    RIVER,
    app_on,
    article,
    asks,
    field,
    fill,
    in_collection,
    in_library,
    kept,
    line,
    reading,
    said,
    shelf,
    titles,
)
from tui.screens.confirm import ConfirmScreen
from tui.screens.help import HelpScreen
from tui.screens.library import LibraryScreen
from tui.screens.reading import ReadingScreen

RIVER_TITLE, HALL_TITLE = "Le fleuve est bas", "La halle aux grains rouvre"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


async def paste(pilot: Pilot[Any], text: str) -> None:
    """What a terminal sends for a paste."""
    pilot.app.post_message(textual_events.Paste(text))
    await pilot.pause()


def is_in_line(pilot: Pilot[Any], words: str) -> bool:
    return words in line(pilot)


def alive(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


# -- where an article is left ------------------------------------------------------------------------------


async def test_leaving_by_q_keeps_the_place(file: Path) -> None:
    opened = article(RIVER, "fleuve")
    async with app_on(file, opened).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("j", "j", "j", "q")
    for thread in alive("closing"):
        thread.join(20)
    assert kept(file, opened.id).sentence == 3
    assert kept(file, opened.id).state is State.READING


async def test_l_and_back_keeps_the_place_and_the_list_knows_it(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        for number in range(1, 4):
            await pilot.press("enter")
            await reading(pilot, RIVER_TITLE)
            assert page(pilot).sentence == number - 1
            await pilot.press("j", "l")
            await in_library(pilot, 2)
            percent = f"{number / 6:4.0%}"
            await until(pilot, partial(is_in_line, pilot, percent))
        await pilot.press("escape")
        await reading(pilot, RIVER_TITLE)
        assert page(pilot).sentence == 3


async def test_a_look_at_the_end_is_no_reading_and_reading_on_from_there_is(file: Path) -> None:
    opened = article("\n\n".join(f"Le pont {n} est fermé. Le maire en parle." for n in range(60)), "ponts")
    last = len(opened.sentences) - 1
    async with app_on(file, opened).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await press(pilot, "j", "G")
        await until(pilot, lambda: kept(file, opened.id).sentence == last)
        assert (kept(file, opened.id).furthest, kept(file, opened.id).state) == (1, State.READING)
        await press(pilot, "g", "space", "space")
        await until(pilot, lambda: kept(file, opened.id).sentence == page(pilot).sentence)
        there = page(pilot).sentence
        assert kept(file, opened.id).furthest == there > 10
        await press(pilot, "G", "k", "k", "j", "j")
        await until(pilot, lambda: kept(file, opened.id).state is State.READ)


async def test_one_comes_back_from_jumps(file: Path) -> None:
    opened = article("\n\n".join(f"Le pont {n} est fermé. Le maire en parle." for n in range(60)), "ponts")
    async with app_on(file, opened).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await press(pilot, "j", "j", "G", "'")
        assert page(pilot).sentence == 2
        await press(pilot, "slash", *"pont 40", "enter", "ctrl+o")
        assert page(pilot).sentence == 2
        await press(pilot, "'")
        assert notices(pilot) == ["There was no jump to go back over."]


async def test_reading_to_the_end_makes_it_read(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("enter")
        await reading(pilot)
        await pilot.press("G", "l")
        await in_library(pilot, 2)
        await until(pilot, lambda: line(pilot).startswith("✓"))


async def test_a_question_that_lies_over_the_library_does_not_stay_over_the_article(file: Path) -> None:
    fill(file)
    app = app_on(file)
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        go = threading.Event()
        app.background.desk.do(lambda _connection: go.wait(20))
        await pilot.press("enter", "enter", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        go.set()
        await reading(pilot, RIVER_TITLE)
        await pilot.pause(0.2)
        assert len(app.screen_stack) == 2
        await pilot.press("l")
        await in_library(pilot, 2)
        assert len(app.screen_stack) == 2
        assert sum(isinstance(screen, LibraryScreen) for screen in app.screen_stack) == 1


async def test_going_to_and_fro_leaves_nothing_behind(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        for _ in range(8):
            await pilot.press("enter")
            await reading(pilot)
            await pilot.press("l")
            await in_library(pilot, 2)
        await until(pilot, lambda: not alive("closing"))
        await until(pilot, lambda: len(alive("library")) == 1)


async def test_escape_in_a_library_that_was_opened_first_does_nothing(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("escape", "escape")
        await in_library(pilot, 2)


async def test_an_article_given_on_the_command_line_is_in_the_library_behind_it(file: Path) -> None:
    fill(file)
    opened = article("Le chat\n\nLe chat dort.", "chat")
    async with app_on(file, opened).run_test(size=(140, 40)) as pilot:
        await reading(pilot, "Le chat")
        await pilot.press("l")
        await in_library(pilot, 3)
        assert titles(pilot)[0] == "Le chat"


async def test_an_article_can_be_read_when_the_library_cannot(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    opened = article(RIVER)
    async with app_on(tmp_path / "taken" / "x.sqlite", opened).run_test(size=(140, 40)) as pilot:
        screen = await reading(pilot)
        await until(pilot, lambda: not screen.state.is_translating and screen.state.notices)
        await pilot.pause(0.3)
        assert len(screen.state.notices) == 1
        await pilot.press("j", "j", "l")
        await in_library(pilot, 1)
        await until(pilot, lambda: said(pilot))
        await pilot.press("escape")
        await reading(pilot)
        assert page(pilot).sentence == 2


async def test_two_readers_share_a_library(file: Path) -> None:
    [_hall, river] = fill(file)
    async with app_on(file, river).run_test(size=(140, 40)) as first:
        await reading(first)
        await first.press("j", "j")
        await until(first, lambda: kept(file, river.id).sentence == 2)
        async with app_on(file).run_test(size=(140, 40)) as second:
            await in_library(second, 2)
            assert "33%" in line(second)
            await second.press("t")
            await asks(second, "eau")
            await until(second, lambda: kept(file, river.id).tags == ("eau",))
            await second.press("x")
            await in_library(second, 1)
        await first.press("j", "l")
        await in_library(first, 1)


# -- pasting -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["library", "article", "collection"])
async def test_a_pasted_text_is_read(file: Path, where: str, tmp_path: Path) -> None:
    from articles import sources

    fill(file)
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_text("Un.")
    holds = sources.look(str(folder))
    assert isinstance(holds, sources.Collection)
    opened = {"library": None, "article": article(HALL), "collection": holds}[where]
    async with app_on(file, opened).run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: len(pilot.app.screen_stack) > 1 and pilot.app.screen.is_mounted)
        await paste(pilot, "Le chat\n\nLe chat dort. qqq Il rêve.")
        await reading(pilot, "Le chat")
        await pilot.press("l")
        await (in_collection(pilot) if where == "collection" else in_library(pilot))


async def test_what_was_pasted_is_told_and_how_one_gets_back(file: Path) -> None:
    fill(file)
    async with app_on(file, article(HALL)).run_test(size=(140, 40)) as pilot:
        await reading(pilot, HALL_TITLE)
        await paste(pilot, "Le chat dort dans la cuisine, sur le poêle qui est encore tiède. Il rêve.")
        await reading(pilot, "Le chat dort dans la cuisine, sur le poêle qui est encore…")
        await until(pilot, lambda: notices(pilot))
        assert notices(pilot) == ["What was pasted is being read. l: the library, with what you read before."]
        await paste(pilot, "Le chien dort.")
        await reading(pilot, "Le chien dort.")
        await pilot.press("l")
        await in_library(pilot, 4)
        assert titles(pilot)[:3] == [
            "Le chien dort.",
            "Le chat dort dans la cuisine, sur le poêle qui est encore…",
            HALL_TITLE,
        ]


@pytest.mark.parametrize("answer", ["y", "n", "escape"])
async def test_a_few_pasted_words_are_asked_about_first(file: Path, answer: str) -> None:
    async with app_on(file, article(HALL)).run_test(size=(140, 40)) as pilot:
        await reading(pilot, HALL_TITLE)
        await paste(pilot, "le toit est neuf")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press(answer)
        await reading(pilot, "le toit est neuf" if answer == "y" else HALL_TITLE)


async def test_a_paste_full_of_keys_and_controls_is_a_text(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await paste(pilot, "q\x1b[201~\x1bx\x03\x04\r\nq\x1b]52;c;eA==\x07\x00Le chat dort.\r\n")
        screen = await reading(pilot)
        assert "\x1b" not in screen.state.article.text
        assert "Le chat dort." in screen.state.article.text
    with database.opened(file) as connection:
        assert shelves.count(connection) == 3


@pytest.mark.parametrize("text", ["", "  \n\t ", "\x00", "\x1b"])
async def test_a_paste_of_nothing_changes_nothing(file: Path, text: str) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await paste(pilot, text)
        await pilot.pause(0.2)
        assert len(pilot.app.screen_stack) == 2


async def test_pasting_into_a_field_writes_there(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash")
        await paste(pilot, "poutres\nq")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])
        assert field(pilot).value == "poutres"
        await pilot.press("escape", "a")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        await paste(pilot, "/presse/x.txt")
        await until(pilot, lambda: field(pilot).value == "/presse/x.txt")


async def test_a_paste_over_a_question_is_no_article(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("question_mark")
        await paste(pilot, "Le chat dort.")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_the_last_of_two_pastes_is_read(file: Path) -> None:
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        pilot.app.post_message(textual_events.Paste("Le chien\n\n" + "Il mange. " * 20_000))
        await paste(pilot, "Le chat\n\nIl dort.")
        await reading(pilot, "Le chat")
        await until(pilot, lambda: not alive("pasting"))
        await pilot.pause(0.2)
        await reading(pilot, "Le chat")


async def test_a_file_dropped_on_the_terminal_is_asked_about_and_added(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "le chat.txt"
    path.write_text("Le chat\n\nIl dort.")
    async with app_on(file, article(HALL)).run_test(size=(140, 40)) as pilot:
        await reading(pilot)
        await paste(pilot, f"'{path}' ")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        assert field(pilot).value == str(path)
        await pilot.press("enter")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        await in_library(pilot, 2)
        assert titles(pilot)[0] == "Le chat"


async def test_a_pasted_address_is_asked_about_and_not_fetched(file: Path) -> None:
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await paste(pilot, "https://exemple.test/halle\n")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        assert field(pilot).value == "https://exemple.test/halle"
        await pilot.press("escape")
        await in_library(pilot, 0)
        assert not alive("adding")


# -- leaving -----------------------------------------------------------------------------------------------


async def test_leaving_while_something_is_added_translated_and_listed_ends(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.tui.test_ahead import Engine

    fill(file)
    folder = tmp_path / "presse"
    folder.mkdir()
    for n in range(50):
        (folder / f"{n}.txt").write_text(f"Le chat {n} dort.")
    go = threading.Event()
    real = shelves.add

    def slow(connection: database.Connection, added: Any) -> bool:
        done = real(connection, added)
        if threading.current_thread().name == "adding":
            go.wait(20)
        return done

    monkeypatch.setattr(shelves, "add", slow)
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    app = app_on(file, engine=Engine(threading.Semaphore(0)))
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("T", "a")
        await asks(pilot, str(folder))
        await until(pilot, lambda: alive("adding") and alive("ahead"))
        await pilot.press("slash", *"le", "down", "q")
    assert app.return_code == 0
    go.set()
    for thread in [*alive("adding"), *alive("ahead"), *alive("library")]:
        thread.join(20)
        assert not thread.is_alive()
    assert raised == []
    assert capsys.readouterr().err == ""
    with database.opened(file) as connection:
        assert shelves.count(connection) == 3


async def test_leaving_while_an_article_is_looked_up_ends(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(file)
    app = app_on(file)
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    go = threading.Event()
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await paste(pilot, "Le chat dort.")
        app.background.desk.do(lambda _connection: go.wait(1))
        await pilot.press("enter", "s", "q")
    go.set()
    for thread in alive("library"):
        thread.join(20)
    assert raised == []


# -- choices -----------------------------------------------------------------------------------------------


async def test_that_the_bundled_articles_were_offered_is_kept(file: Path) -> None:
    async with app_on(file, choices=Choices(is_welcomed=True)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
    assert load(file).has_samples


async def test_the_palette_does_what_the_library_does(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        commands = {each.title: each for each in pilot.app.get_system_commands(pilot.app.screen)}
        assert "Sort: Next order: last opened, added, title, date, progress · s" in commands
        commands["Remove it; u takes it back · x  Del"].callback()
        await in_library(pilot, 1)
        assert shelf(pilot).highlighted == 0


async def test_articles_that_are_left_before_they_begin_leave_nothing_behind(file: Path) -> None:
    from tests.tui.test_ahead import Engine

    fill(file)
    with database.opened(file) as connection:
        queue.enqueue(connection, [entry.id for entry in shelves.entries(connection)])
    steps = threading.Semaphore(0)
    app = app_on(file, engine=Engine(steps))
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        for wait in [0.0, 0.001, 0.003, 0.01, 0.02] * 4:
            await pilot.press("enter")
            while not isinstance(app.screen, ReadingScreen):
                await asyncio.sleep(0)
            await asyncio.sleep(wait)
            app.post_message(ReadingScreen.LibraryWanted(app.screen.state.article, 0))
            await in_library(pilot, 2)
        steps.release(1_000)
        await until(pilot, lambda: len(alive("library")) == 1)
        with database.opened(file) as connection:
            await until(pilot, lambda: queue.length(connection) == 0)
