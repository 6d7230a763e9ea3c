"""The library in the reader: what is listed, found, changed, added and taken back."""

import os
import threading
from pathlib import Path

import pytest
from textual.widgets import Static

from articles import paths
from articles.choices import Choices
from articles.store import database, removals, shelves
from articles.store.shelves import State
from tests.tui.pilot import page, screen, until
from tests.tui.pilot import said as notices
from tests.tui.shelves import (
    RIVER,
    app_on,
    article,
    asks,
    field,
    fill,
    foot,
    head,
    in_library,
    kept,
    line,
    many,
    reading,
    said,
    shelf,
    titles,
)
from tui.pasting import Kind, kind_of
from tui.screens.library import LibraryScreen
from tui.typed import expanded, tags_in
from tui.widgets.shelf import Shelf, excerpt

RIVER_TITLE, HALL_TITLE = "Le fleuve est bas", "La halle aux grains rouvre"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


# -- listing -----------------------------------------------------------------------------------------------


async def test_without_an_article_the_library_opens_with_the_bundled_ones_whose_english_is_found(
    file: Path,
) -> None:
    async with app_on(file, choices=Choices(is_welcomed=True)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, len(list(paths.samples().glob("*.txt"))))
        assert "comes with En regard" in line(pilot)
        await pilot.press("slash", *"bats")
        await until(pilot, lambda: head(pilot).startswith("Library  1 article · best first"))
        assert "bats" in line(pilot)
        assert "chauves-souris" in line(pilot)


async def test_the_bundled_articles_stand_after_what_was_read(file: Path) -> None:
    with database.opened(file) as connection:
        shelves.add_opened(connection, article(RIVER, "fleuve"))
    async with app_on(file, choices=Choices(is_welcomed=True)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 1 + len(list(paths.samples().glob("*.txt"))))
        assert titles(pilot)[0] == RIVER_TITLE
        assert titles(pilot)[1].startswith("Fleuves partagés")


async def test_the_bundled_articles_are_offered_once(file: Path) -> None:
    async with app_on(file, choices=Choices(is_welcomed=True)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
        for _ in range(3):
            await pilot.press("x")
            await pilot.pause(0.1)
        await in_library(pilot, 0)
    from articles.choices import load

    async with app_on(file, choices=load(file)).run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "0 articles" in head(pilot))
        assert "Press a to add" in line(pilot)


async def test_an_article_shows_where_it_is_from_how_far_it_was_read_and_what_was_noted(file: Path) -> None:
    [hall, river] = fill(file)
    with database.opened(file) as connection:
        shelves.keep_position(connection, river.id, 3)
        shelves.set_tags(connection, river.id, ["eau"])
        shelves.set_note(connection, river.id, "À montrer\nà Léa.")
        shelves.set_state(connection, hall.id, State.READ)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        shown = line(pilot)
        assert "▓▓▓▓░░░░  50%" in shown
        assert "fleuve.txt · added " in shown
        assert "#eau · ✎ À montrer à Léa." in shown
        assert line(pilot, 1).startswith(f"✓ {HALL_TITLE}")


async def test_titles_that_mean_harm_are_words(file: Path) -> None:
    texts = ["[red]Rouge[/red]", "É" * 10_000, "a\x1b[31mb\nc", "  "]
    fill(file, [article(f"Texte {n}. On lit.", text) for n, text in enumerate(texts)])
    with database.opened(file) as connection:
        for entry in shelves.entries(connection):
            shelves.set_note(connection, entry.id, f"[bold]{entry.title}")
    for size in ((140, 40), (60, 20), (30, 10), (1, 1)):
        async with app_on(file).run_test(size=size) as pilot:
            await in_library(pilot, 4)
            every = "".join(line(pilot, place) for place in range(4))
            assert "\x1b" not in every
            if size[0] > 30:
                assert "[red]Rouge[/red]" in every
                assert "untitled" in every
                assert all(len(line(pilot, place).split("\n")) == 3 for place in range(4))
            for key in ("x", "t", "escape", "n", "escape", "question_mark", "escape", "end", "home"):
                await pilot.press(key)
            await until(pilot, lambda: not pilot.app.screen.is_modal)
            await pilot.press("u")
            await in_library(pilot, 4)


@pytest.mark.parametrize("count", [0, 1])
async def test_a_library_of_few(file: Path, count: int) -> None:
    fill(file, many(1))
    if not count:
        with database.opened(file) as connection:
            removals.remove(connection, shelves.entries(connection)[0].id)
    async with app_on(file).run_test(size=(60, 20)) as pilot:
        await in_library(pilot, count)
        for key in "x u s f m j G".split():
            await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen.query_one(Shelf))
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_thousand_articles_are_listed_as_one_goes_and_each_is_laid_out_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(file, many(1_000))
    laid_out: list[str] = []
    real = Shelf._line

    def counted(self: Shelf, row: object) -> object:
        laid_out.append(row.entry.title)  # type: ignore[attr-defined]
        return real(self, row)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "_line", counted)
    async with app_on(file).run_test(size=(100, 30)) as pilot:
        await in_library(pilot, 100)
        assert "1,000 articles" in head(pilot)
        assert len(laid_out) == 100
        await pilot.press(*["down"] * 70)
        assert len(laid_out) == 100
        await pilot.press(*["down"] * 15)
        await in_library(pilot, 200)
        assert len(laid_out) == 200
        assert shelf(pilot).highlighted == 85
        await pilot.press("end")
        await in_library(pilot, 1_000)
        await until(pilot, lambda: shelf(pilot).highlighted == 999)
        assert len(laid_out) == len(set(laid_out)) == 1_000


async def test_orders_and_filters_follow_each_other(file: Path) -> None:
    [hall, _river] = fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        seen = [head(pilot)]
        for _ in range(5):
            await pilot.press("s")
            await until(pilot, lambda: head(pilot) != seen[-1])
            seen.append(head(pilot))
        assert seen[0] == seen[5]
        assert len(set(seen)) == 5
        await pilot.press("s", "s")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE, RIVER_TITLE])
        assert "by title" in head(pilot)
        await pilot.press("down", "home", "m")
        await until(pilot, lambda: kept(file, hall.id).state is State.READ)
        await pilot.press("f")
        await until(pilot, lambda: titles(pilot) == [RIVER_TITLE])
        await pilot.press("f")
        await until(pilot, lambda: "filter" in line(pilot))
        await pilot.press("f")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])


async def test_the_list_has_the_keys_at_first_and_again_after_reading(file: Path) -> None:
    fill(file)
    for _ in range(5):
        async with app_on(file).run_test(size=(140, 40)) as pilot:
            await in_library(pilot, 2)
            assert shelf(pilot).has_focus
            assert "? Help" in foot(pilot)
            await pilot.press("slash", *"toit", "enter")
            await reading(pilot)
            await pilot.press("l")
            await in_library(pilot, 1)
            assert shelf(pilot).has_focus
            assert "? Help" in foot(pilot)


async def test_what_is_typed_at_a_question_can_be_seen(file: Path) -> None:
    fill(file)
    for size in ((140, 40), (60, 20), (30, 10)):
        async with app_on(file).run_test(size=size) as pilot:
            await in_library(pilot, 2)
            await pilot.press("a", *"abc")
            await until(pilot, lambda: pilot.app.screen.is_modal and field(pilot).value == "abc")
            assert "abc" in field(pilot).render_line(0).text


# -- searching ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        ("fleuve juin", "Le fleuve est bas depuis le mois de juin.", "The river has been low since June."),
        ("rive", "Le fleuve est bas depuis le mois de juin.", "The river has been low since June."),
        ("ete ferm", "L’été dernier, la fontaine du village avait déjà été fermée.", ""),
    ],
)
async def test_what_is_typed_is_found_in_both_languages_and_marked(
    file: Path, typed: str, french: str, english: str
) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", *("space" if letter == " " else letter for letter in typed))
        await until(pilot, lambda: head(pilot).startswith("Library  1 article"))
        assert french in line(pilot)
        assert english in line(pilot)
        prompt = shelf(pilot).get_option_at_index(0).prompt
        marked = {
            prompt.plain[span.start : span.end].lower()  # type: ignore[union-attr]
            for span in prompt.spans  # type: ignore[union-attr]
            if getattr(span.style, "underline", False)
        }
        words = set(prompt.plain.lower().split())  # type: ignore[union-attr]
        assert marked
        assert marked <= {word.strip(".,") for word in words}


async def test_notes_are_found(file: Path) -> None:
    [hall, _river] = fill(file)
    with database.opened(file) as connection:
        shelves.set_note(connection, hall.id, "À revoir avec l’échevin.")
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", *"echev")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])
        assert "note: À revoir avec l’échevin." in line(pilot)


async def test_the_latest_typing_wins(file: Path) -> None:
    fill(file)
    app = app_on(file)
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        held, go = threading.Event(), threading.Event()

        def hold(_connection: object) -> None:
            held.set()
            go.wait(20)

        app.background.desk.do(hold)
        assert held.wait(20)
        await pilot.press("slash", *"fleuve")
        field(pilot).value = "poutres"
        await pilot.pause()
        assert titles(pilot) == [RIVER_TITLE, HALL_TITLE]
        go.set()
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])


async def test_enter_opens_the_best_at_the_sentence_that_was_found(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", *"fontaine", "enter")
        screen = await reading(pilot, RIVER_TITLE)
        found = page(pilot).sentence
        assert "fontaine" in screen.state.french(found)


async def test_enter_waits_for_what_was_typed_last(file: Path) -> None:
    fill(file)
    app = app_on(file)
    async with app.run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        go = threading.Event()
        app.background.desk.do(lambda _connection: go.wait(20))
        await pilot.press("slash", *"poutres", "enter")
        go.set()
        screen = await reading(pilot, HALL_TITLE)
        assert "poutres" in screen.state.french(page(pilot).sentence)


async def test_down_goes_to_the_list_and_escape_ends_the_finding(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", *"toit")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])
        assert foot(pilot).split() == ["Enter", "Read", "Esc", "Back"]
        await pilot.press("down")
        assert shelf(pilot).has_focus
        await pilot.press("escape")
        await in_library(pilot, 2)
        assert field(pilot).value == ""


async def test_what_was_found_is_still_there_after_reading(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", *"le", "down", "down", "enter")
        await reading(pilot)
        await pilot.press("l")
        await in_library(pilot, 2)
        assert field(pilot).value == "le"
        assert shelf(pilot).highlighted == 1
        assert "best first" in head(pilot)


async def test_tags_are_found_by_typing_them(file: Path) -> None:
    [hall, _river] = fill(file)
    with database.opened(file) as connection:
        shelves.set_tags(connection, hall.id, ["Marché"])
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("slash", "number_sign", *"mar")
        await until(pilot, lambda: titles(pilot) == [HALL_TITLE])


async def test_a_long_sentence_that_is_found_is_shown_around_what_was_found(file: Path) -> None:
    fill(file, [article(f"{'rien ' * 2_000}aiguille {'rien ' * 2_000}", "foin")])
    async with app_on(file).run_test(size=(80, 24)) as pilot:
        await in_library(pilot, 1)
        await pilot.press("slash", *"aiguille")
        await until(pilot, lambda: "aiguille" in line(pilot))
        assert len(line(pilot).split("\n")) <= 7


# -- changing ----------------------------------------------------------------------------------------------


async def test_marking_tagging_and_noting_are_kept_and_seen(file: Path) -> None:
    [_hall, river] = fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("m")
        await until(pilot, lambda: line(pilot).startswith("✓"))
        assert kept(file, river.id).state is State.READ
        await pilot.press("m")
        await until(pilot, lambda: line(pilot).split("\n")[0].endswith("new"))
        await pilot.press("t")
        await asks(pilot, "eau, à relire")
        await until(pilot, lambda: "#à relire #eau" in line(pilot))
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen.is_modal and field(pilot).value == "à relire, eau")
        await pilot.press("escape")
        await pilot.press("n")
        await asks(pilot, "Pour Léa [red]")
        await until(pilot, lambda: "✎ Pour Léa [red]" in line(pilot))
        assert kept(file, river.id).note == "Pour Léa [red]"
        assert shelf(pilot).highlighted == 0


async def test_leaving_a_question_changes_nothing(file: Path) -> None:
    [_hall, river] = fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        before = kept(file, river.id)
        for key in ("t", "n", "a"):
            await pilot.press(key)
            await until(pilot, lambda: pilot.app.screen.is_modal)
            await pilot.press(*"abc", "escape")
            await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert kept(file, river.id) == before
        assert titles(pilot) == [RIVER_TITLE, HALL_TITLE]


async def test_what_is_removed_can_be_taken_back_one_by_one_also_after_reading(file: Path) -> None:
    [hall, river] = fill(file)
    with database.opened(file) as connection:
        shelves.keep_position(connection, river.id, 3)
        shelves.set_tags(connection, river.id, ["eau"])
    before = kept(file, river.id)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("x")
        await in_library(pilot, 1)
        assert said(pilot).startswith("Removed “Le fleuve est bas”")
        assert "u takes it back" in said(pilot)
        assert "u Undo" in foot(pilot)
        await pilot.press("enter")
        await reading(pilot, HALL_TITLE)
        await pilot.press("l")
        await in_library(pilot, 1)
        await pilot.press("x")
        await in_library(pilot, 0)
        await pilot.press("u")
        await in_library(pilot, 1)
        assert titles(pilot) == [HALL_TITLE]
        await pilot.press("u")
        await in_library(pilot, 2)
        assert kept(file, river.id) == before
        assert shelf(pilot).row is not None
        assert titles(pilot)[shelf(pilot).highlighted or 0] == RIVER_TITLE
        await pilot.press("u")
        await until(pilot, lambda: said(pilot) == "Nothing was removed in the last 30 days.")
    assert kept(file, hall.id)


async def test_what_was_removed_in_an_earlier_run_is_brought_back_too(file: Path) -> None:
    [_hall, river] = fill(file)
    async with app_on(file).run_test(size=(180, 40)) as pilot:
        await in_library(pilot, 2)
        assert "Undo" not in foot(pilot)
        await pilot.press("x")
        await in_library(pilot, 1)
    async with app_on(file).run_test(size=(180, 40)) as pilot:
        await in_library(pilot, 1)
        assert "u Undo" in foot(pilot)
        await pilot.press("u")
        await in_library(pilot, 2)
        assert said(pilot) == f"“{RIVER_TITLE}” is back."
        assert "Undo" not in foot(pilot)
    assert kept(file, river.id)


async def test_the_cursor_stays_near_what_was_removed(file: Path) -> None:
    fill(file, many(30))
    async with app_on(file).run_test(size=(100, 30)) as pilot:
        await in_library(pilot, 30)
        await pilot.press(*["down"] * 20)
        top = shelf(pilot).scroll_offset.y
        await pilot.press("x")
        await in_library(pilot, 29)
        assert shelf(pilot).highlighted == 20
        assert 0 <= shelf(pilot).scroll_offset.y - top <= len(said(pilot).splitlines())
        top = shelf(pilot).scroll_offset.y
        await pilot.press("m")
        await until(pilot, lambda: line(pilot, 20).startswith("✓"))
        assert 0 <= top - shelf(pilot).scroll_offset.y <= 1


async def test_an_article_that_another_program_removed_is_said_to_be_gone(file: Path) -> None:
    [_hall, river] = fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        with database.opened(file) as connection:
            removals.remove(connection, river.id)
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot) == "This article is no longer in the library.")
        await in_library(pilot, 1)


async def test_what_another_program_adds_is_there_after_a_question(file: Path) -> None:
    fill(file)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        fill(file, many(1))
        await pilot.press("question_mark", "escape")
        await in_library(pilot, 3)
        assert shelf(pilot).highlighted == 1


async def test_one_goes_from_article_to_article_as_they_were_listed(file: Path) -> None:
    fill(file, many(3))
    async with app_on(file).run_test(size=(100, 30)) as pilot:
        await in_library(pilot, 3)
        await pilot.press("down", "enter")
        await reading(pilot, "Titre 1")
        for key, title in (("J", "Titre 0"), ("K", "Titre 1"), ("K", "Titre 2"), ("J", "Titre 1")):
            await pilot.press(key)
            await reading(pilot, title)
        await pilot.press("J")
        await reading(pilot, "Titre 0")
        await pilot.press("J")
        await until(pilot, lambda: notices(pilot) == ["That was the last article of the list."])
        assert "Titre 0" in screen(pilot).state.article.title


# -- adding ------------------------------------------------------------------------------------------------


async def test_a_path_is_added_and_the_cursor_is_on_it(file: Path, tmp_path: Path) -> None:
    fill(file)
    path = tmp_path / "le chat.txt"
    path.write_text("Le chat\n\nLe chat dort.")
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("down", "a")
        await asks(pilot, f"'{path}'")
        await in_library(pilot, 3)
        await until(pilot, lambda: said(pilot) == "1 article was added.")
        assert shelf(pilot).highlighted == 0
        assert titles(pilot)[0] == "Le chat"
        await pilot.press("a")
        await asks(pilot, str(path))
        await until(pilot, lambda: said(pilot) == "1 was there already.")


async def test_a_folder_is_added_and_what_fails_in_it_is_told(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_text("Un\n\nLe chat dort.")
    (folder / "deux.txt").write_text("Deux\n\nLe chien mange.")
    (folder / "livre.epub").write_bytes(b"PK\x03\x04 broken")
    (folder / "autre.epub").write_bytes(b"PK\x03\x04 broken")
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.press("a")
        await asks(pilot, str(folder))
        await in_library(pilot, 2)
        await until(pilot, lambda: said(pilot).startswith("2 articles were added."))
        first, second = said(pilot).splitlines()
        assert first == "2 articles were added."
        assert "autre.epub" in second
        assert "(and 1 more that failed)" in second


@pytest.mark.parametrize("given", ["/nowhere/at all.txt", "[red]", "a\x00b", "~nobody-here/x.txt"])
async def test_a_name_that_leads_nowhere_is_told_where_it_is_typed(file: Path, given: str) -> None:
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        field(pilot).value = given
        await pilot.press("enter")
        fault = pilot.app.screen.query_one("#fault", Static)
        await until(pilot, lambda: "does not exist" in str(fault.content))
        assert field(pilot).value == given
        await pilot.press("escape")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert said(pilot) == ""


@pytest.mark.parametrize("given", [".", "tonneau"])
async def test_what_cannot_be_added_is_told(
    file: Path, given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "tonneau")
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.press("a")
        await asks(pilot, given)
        await until(pilot, lambda: said(pilot) and not said(pilot).startswith("Adding"))
        assert "added" not in said(pilot)
        assert len(said(pilot).splitlines()) == 1


async def test_escape_stops_adding_and_what_came_stays(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text(f"Numéro {n}\n\nLe chat dort.")
    held, go = threading.Event(), threading.Event()
    real = shelves.add

    def slow(connection: database.Connection, added: object) -> bool:
        if "Numéro 2" in added.title:  # type: ignore[attr-defined]
            held.set()
            go.wait(20)
        return real(connection, added)  # type: ignore[arg-type]

    monkeypatch.setattr(shelves, "add", slow)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.press("a")
        await asks(pilot, str(folder))
        await until(pilot, held.is_set)
        await until(pilot, lambda: "Esc stops it" in said(pilot))
        await pilot.press("a")
        await asks(pilot, str(folder))
        await until(pilot, lambda: said(pilot).startswith("Something is being added already"))
        await pilot.press("escape")
        await until(pilot, lambda: said(pilot).startswith("Stopped."))
        await in_library(pilot, 2)
        go.set()
        await until(pilot, lambda: not [t for t in threading.enumerate() if t.name == "adding"])
        assert said(pilot).startswith("Stopped.")
    with database.opened(file) as connection:
        assert shelves.count(connection) <= 3


async def test_adding_goes_on_while_an_article_is_read(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(file)
    (tmp_path / "chat.txt").write_text("Le chat dort.")
    go = threading.Event()
    real = shelves.add

    def slow(connection: database.Connection, added: object) -> bool:
        if threading.current_thread().name == "adding":
            go.wait(20)
        return real(connection, added)  # type: ignore[arg-type]

    monkeypatch.setattr(shelves, "add", slow)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        await pilot.press("a")
        await asks(pilot, str(tmp_path / "chat.txt"))
        await pilot.press("enter")
        await reading(pilot, RIVER_TITLE)
        go.set()
        await until(pilot, lambda: not [t for t in threading.enumerate() if t.name == "adding"])
        await pilot.press("l")
        await in_library(pilot, 3)


# -- the library itself ------------------------------------------------------------------------------------


async def test_a_damaged_library_is_told_and_a_new_one_is_there(file: Path) -> None:
    fill(file)
    file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5_000)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await until(pilot, lambda: "the library was damaged" in said(pilot))
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.pause(0.2)
        assert said(pilot) == ""


async def test_without_a_place_for_the_library_it_is_said_and_articles_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    file = tmp_path / "taken" / "library.sqlite"
    async with app_on(file, choices=Choices(is_welcomed=True)).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 3)
        await until(pilot, lambda: said(pilot))
        assert str(file.parent) in said(pilot) or str(file) in said(pilot)
        await pilot.press("enter")
        screen = await reading(pilot)
        await until(pilot, lambda: not screen.state.is_translating and screen.state.notices)
        assert len(screen.state.notices) == 1


async def test_another_theme_colours_the_list_too(file: Path) -> None:
    [_hall, river] = fill(file)
    with database.opened(file) as connection:
        shelves.keep_position(connection, river.id, 3)
    async with app_on(file).run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 2)
        before = repr(shelf(pilot).get_option_at_index(0).prompt.spans)  # type: ignore[union-attr]
        pilot.app.theme = next(
            name for name in ("enregard-light", "textual-light") if name in pilot.app.available_themes
        )
        await until(
            pilot,
            lambda: repr(shelf(pilot).get_option_at_index(0).prompt.spans) != before,  # type: ignore[union-attr]
        )


# -- what is typed -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("eau, à relire", ["eau", "à relire"]),
        ("à relire", ["à relire"]),
        ("#eau #pont", ["eau", "pont"]),
        (" , #, ", []),
        ("", []),
    ],
)
def test_tags_are_between_commas(typed: str, tags: list[str]) -> None:
    assert tags_in(typed) == tags


def test_names_are_taken_as_they_are_typed_or_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "le chat d’ici.txt"
    path.write_text("Le chat dort.")
    escaped = str(path).replace(" ", "\\ ")
    for given in (str(path), f" {path}\n", f"'{path}'", f'"{path}"', escaped, path.as_uri()):
        assert expanded(given) == str(path)
        assert kind_of(given) is Kind.NAME
    monkeypatch.setenv("HOME", str(tmp_path))
    assert expanded("~/le chat d’ici.txt") == str(path)
    assert expanded("~nobody-here/x") == "~nobody-here/x"


@pytest.mark.parametrize("place", [0, 40, 400, 990])
def test_an_excerpt_holds_what_was_found(place: int) -> None:
    from articles.spans import Span

    words = ("mot " * 250)[:1000]
    shown, spans = excerpt(words, [Span(place, place + 3)], 100)
    assert len(shown) <= 103
    assert spans[0].of(shown) == words[place : place + 3]
    assert shown.strip("… ") in words
