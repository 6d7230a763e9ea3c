"""A folder, a book or a feed in the reader: its articles are listed, read, fetched, and added."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from articles import sources
from articles.opening import article_from
from articles.sources import Collection, Entry, Raw
from articles.store import database, shelves
from tests.articles.sources.books import book
from tests.articles.sources.pages import PAGE, TITLE
from tests.articles.translating.loopback import Answer, Server
from tests.tui.pilot import page, until
from tests.tui.pilot import said as notices
from tests.tui.shelves import RIVER, app_on, foot, in_collection, in_library, kept, reading, said, titles
from tui.screens.collection import CollectionScreen, in_hand

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, a text in a folder, and a book of two chapters."""
    path = tmp_path / "presse"
    (path / "mars").mkdir(parents=True)
    (path / "1 halle.txt").write_text("La halle\n\nElle rouvre. Les étals sont prêts. On y va.")
    (path / "2 pont.txt").write_text("Le pont\n\nIl est fermé. On attend. On passe à gué.")
    (path / "mars" / "quai.txt").write_text("Le quai\n\nIl pleut.")
    book(path / "livre.epub")
    return path


def look(path: Path) -> Collection:
    found = sources.look(str(path))
    assert isinstance(found, Collection)
    return found


def lines(pilot: Pilot[Any]) -> list[str]:
    """What is listed."""
    listed = pilot.app.screen.query_one(OptionList)
    return [" ".join(str(listed.get_option_at_index(n).prompt).split()) for n in range(listed.option_count)]


def is_list(pilot: Pilot[Any]) -> bool:
    return isinstance(pilot.app.screen, CollectionScreen) and pilot.app.screen.is_mounted


def heading(pilot: Pilot[Any]) -> str:
    return str(pilot.app.screen.query_one("#head", Static).content)


async def test_a_folder_lists_its_articles_in_order(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await until(pilot, lambda: len(lines(pilot)) == 4)
        assert heading(pilot) == "presse  ·  4 articles"
        await until(
            pilot,
            lambda: (
                lines(pilot) == ["1 La halle 1 halle", "2 Le pont 2 pont", "3 livre", "4 Le quai mars/quai"]
            ),
        )
        assert "a Add all" in foot(pilot)


async def test_what_was_read_is_marked_and_how_far_what_was_begun(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await reading(pilot, "La halle")
        await pilot.press("j", "j", "j", "l")
        await in_collection(pilot)
        await until(pilot, lambda: lines(pilot)[0].startswith("1 ✓ La halle"))
        await pilot.press("down", "enter")
        await reading(pilot, "Le pont")
        await pilot.press("j", "l")
        await in_collection(pilot)
        await until(pilot, lambda: lines(pilot)[1] == "2 Le pont 33% read · 2 pont")
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await until(pilot, lambda: lines(pilot)[0].startswith("1 ✓ La halle"))
        assert "33% read" in lines(pilot)[1]


async def test_one_goes_from_article_to_article_of_the_list(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await reading(pilot, "La halle")
        await pilot.press("K")
        await until(pilot, lambda: notices(pilot) == ["That is the first article of the list."])
        await pilot.press("j", "J")
        await reading(pilot, "Le pont")
        await pilot.press("K")
        assert (await reading(pilot, "La halle")).page.sentence == 1
        await pilot.press("J")
        await reading(pilot, "Le pont")
        await pilot.press("J")
        await until(pilot, lambda: "2 articles" in heading(pilot) if is_list(pilot) else False)


async def test_enter_reads_l_comes_back_to_the_place_and_goes_on_to_the_library(
    file: Path, folder: Path
) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("down", "enter")
        await reading(pilot, "Le pont")
        await pilot.press("j", "j", "l")
        await in_collection(pilot)
        assert pilot.app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("l")
        await in_library(pilot, 1)
        assert titles(pilot) == ["Le pont"]
        await pilot.press("enter")
        await reading(pilot, "Le pont")
        assert page(pilot).sentence == 2
        await pilot.press("l")
        await in_library(pilot, 1)
        await pilot.press("escape")
        await in_collection(pilot)
        await pilot.press("escape")
        await reading(pilot, "Le pont")


async def test_an_article_opens_where_it_was_left(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await reading(pilot, "La halle")
        await pilot.press("j", "j", "l")
        await in_collection(pilot)
        await pilot.press("enter")
        await reading(pilot, "La halle")
        assert page(pilot).sentence == 2


async def test_a_book_in_a_folder_is_entered_and_left_again(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("down", "down", "enter")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, CollectionScreen) and "Carnets" in heading(pilot)
        )
        assert lines(pilot)[0].startswith("1 Le quai")
        await pilot.press("down", "enter")
        await reading(pilot, "La halle")
        await pilot.press("l")
        await in_collection(pilot)
        assert "Carnets" in heading(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "presse" in heading(pilot))
        assert pilot.app.screen.query_one(OptionList).highlighted == 2


async def test_everything_is_added_and_what_fails_is_told(file: Path, folder: Path) -> None:
    (folder / "9 faux.epub").write_bytes(b"PK\x03\x04 broken")
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("a")
        await in_library(pilot, 5)
        await until(pilot, lambda: said(pilot).startswith("5 articles were added."))
        assert "faux.epub" in said(pilot)
        await pilot.press("escape")
        await in_collection(pilot)


async def test_what_cannot_be_opened_is_told_and_the_list_stays(file: Path, folder: Path) -> None:
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        (folder / "1 halle.txt").unlink()
        await pilot.press("enter")
        await until(pilot, lambda: "does not exist" in said(pilot))
        await pilot.press("down", "enter")
        await reading(pilot, "Le pont")


async def test_several_that_were_named_are_listed_and_added_by_name(file: Path, folder: Path) -> None:
    raw = Raw("Le chat dort.", "-", "standard input")
    entries = (
        Entry(str(folder / "1 halle.txt"), "1 halle.txt"),
        Entry(str(folder / "mars"), "mars"),
        Entry("-", "standard input", raw=raw),
        Entry(str(folder / "rien.txt"), "rien.txt"),
    )
    async with app_on(file, Collection("", "What was given", entries)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("down", "down", "enter")
        await reading(pilot, "Le chat dort.")
        await pilot.press("l")
        await in_collection(pilot)
        await pilot.press("a")
        await in_library(pilot, 3)
        await until(pilot, lambda: said(pilot).startswith("2 articles were added. 1 was there already."))
        assert "rien.txt does not exist" in said(pilot)


def test_what_came_through_standard_input_is_not_read_again_and_its_addresses_not_fetched() -> None:
    raw = Raw("Le chat dort.", "https://exemple.test/chat", "chat")
    entries = (
        Entry("https://exemple.test/chat", "chat", raw=raw),
        Entry("https://exemple.test/pont", "pont"),
    )
    assert in_hand(Collection("-", "flux", entries)) == (raw,)
    assert in_hand(Collection("/presse/flux.xml", "flux", entries)) == ("/presse/flux.xml",)


@pytest.mark.parametrize("size", [(140, 40), (60, 20), (30, 10), (1, 1)])
async def test_titles_that_mean_harm_are_words(file: Path, size: tuple[int, int]) -> None:
    bad = ["[red]Rouge[/red]", "É" * 10_000, "a\x1b[31mb\nc", "  ", ""]
    entries = tuple(
        Entry(
            f"https://exemple.test/{n}",
            title,
            published="[b]\x1b[31m" if n else "2024-02-30",
            raw=Raw("Oui.", "-", "x"),
        )
        for n, title in enumerate(bad)
    )
    shown = Collection("[blink]\x1b", "[red]\x1b[31m" + "T" * 5_000, entries)
    async with app_on(file, shown).run_test(size=size) as pilot:
        await in_collection(pilot)
        await until(pilot, lambda: len(lines(pilot)) == len(bad))
        assert "\x1b" not in "".join(lines(pilot)) + heading(pilot)
        if size[0] > 40:
            assert "[red]Rouge[/red]" in lines(pilot)[0]
        for key in ("end", "home", "down", "question_mark", "escape", "enter"):
            await pilot.press(key)
        await reading(pilot)


async def test_nothing_in_it_is_said(file: Path) -> None:
    async with app_on(file, Collection("/presse/flux.xml", "Flux", ())).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        for key in ("enter", "down", "end"):
            await pilot.press(key)
        assert heading(pilot) == "Flux  ·  0 articles"


async def test_resizing_keeps_the_place(file: Path, folder: Path) -> None:
    for n in range(60):
        (folder / f"3 numéro {n}.txt").write_text(f"Le chat {n} dort.")
    async with app_on(file, look(folder)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press(*["down"] * 40)
        for size in ((60, 20), (30, 10), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert pilot.app.screen.query_one(OptionList).highlighted == 40


# -- over the network --------------------------------------------------------------------------------------


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server().running() as running:
        yield running


def feed(server: Server, *targets: str, teaser: str = "") -> Collection:
    """A feed whose entries have no text of their own, but for a teaser."""
    told = f"<description>{teaser}</description>" if teaser else ""
    items = "".join(
        f"<item><title>{target[1:]}</title><link>{server.address}{target}</link>{told}</item>"
        for target in targets
    )
    body = f"<rss version='2.0'><channel><title>Flux</title>{items}</channel></rss>"
    address = server.at("/flux.xml", Answer(body.encode(), headers={"Content-Type": "application/rss+xml"}))
    found = sources.look(address)
    assert isinstance(found, Collection)
    server.asked.clear()
    return found


@pytest.mark.loopback
async def test_an_entry_on_the_web_is_fetched_when_it_is_chosen_and_not_before(
    file: Path, server: Server
) -> None:
    server.at("/halle", Answer(PAGE.encode(), headers=HTML))
    opened = feed(server, "/halle", "/pont")
    async with app_on(file, opened).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        assert lines(pilot)[0] == "1 halle on the web"
        assert server.asked == []
        await pilot.press("enter")
        await reading(pilot, TITLE)
        assert [each.target for each in server.asked] == ["/halle"]
        await until(pilot, lambda: any("fetched" in each and "/halle" in each for each in notices(pilot)))
        await pilot.press("l")
        await in_collection(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: "404" in said(pilot))


@pytest.mark.loopback
async def test_where_a_page_cannot_be_had_what_the_feed_says_of_it_is_read(
    file: Path, server: Server
) -> None:
    opened = feed(server, "/pont", teaser="Le pont est fermé. « On attend », dit la maire.")
    async with app_on(file, opened).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        assert lines(pilot)[0] == "1 pont on the web · Le pont est fermé. « On attend », dit la maire."
        await pilot.press("enter")
        screen = await reading(pilot, "pont")
        assert screen.state.article.text == "pont\n\nLe pont est fermé. « On attend », dit la maire."
        assert screen.state.article.source == f"{server.address}/pont"
        await until(
            pilot, lambda: any("only what the feed says" in each and "404" in each for each in notices(pilot))
        )


async def test_whatever_goes_wrong_is_told_and_another_article_can_be_opened(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_source: str) -> Raw:
        raise RuntimeError("rien ne va")

    monkeypatch.setattr(sources, "look", fail)
    entries = (Entry("nulle-part.txt", "nulle part"), Entry("", "texte", raw=Raw(RIVER, "-", "texte")))
    async with app_on(file, Collection("", "presse", entries)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "rien ne va" in said(pilot))
        await pilot.press("down", "enter")
        await reading(pilot, "Le fleuve")


@pytest.mark.loopback
async def test_escape_stops_waiting_for_a_page_and_what_comes_late_is_not_shown(
    file: Path, server: Server
) -> None:
    server.at("/lent", Answer(PAGE.encode(), headers=HTML, stall_after=100))
    server.at("/halle", Answer(PAGE.encode(), headers=HTML))
    async with app_on(file, feed(server, "/lent", "/halle")).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot).startswith("Fetching"))
        await until(pilot, server.stalled.is_set)
        await pilot.press("escape")
        await until(pilot, lambda: said(pilot) == "Stopped.")
        await pilot.press("down", "enter")
        await reading(pilot, TITLE)


@pytest.mark.loopback
async def test_going_to_the_library_while_a_page_is_fetched_stays_there(file: Path, server: Server) -> None:
    server.at("/lent", Answer(PAGE.encode(), headers=HTML, stall_after=100))
    app = app_on(file, feed(server, "/lent"))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await in_collection(pilot)
        await pilot.press("enter")
        await until(pilot, server.stalled.is_set)
        await pilot.press("l")
        await in_library(pilot, 0)
        late = CollectionScreen.Came(article_from(Raw("Trop tard.", "-", "tard")), 1)
        screen.post_message(late)
        await pilot.pause(0.2)
        await in_library(pilot, 0)


@pytest.mark.loopback
async def test_a_feed_at_an_address_is_added_without_the_pages_it_leads_to(
    file: Path, server: Server
) -> None:
    server.at("/halle", Answer(PAGE.encode(), headers=HTML))
    async with app_on(file, feed(server, "/halle", "/pont")).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("a")
        await in_library(pilot, 0)
        await until(pilot, lambda: "/halle was not fetched" in said(pilot))
        assert "(and 1 more that failed)" in said(pilot)
        assert {each.target for each in server.asked} == {"/flux.xml"}


@pytest.mark.loopback
async def test_a_page_is_fetched_and_added_where_its_own_address_is_given(file: Path, server: Server) -> None:
    address = server.at("/halle", Answer(PAGE.encode(), headers=HTML))
    given = (Entry(address, "halle"), Entry(f"{server.address}/rien", "rien"))
    async with app_on(file, Collection("", "What was given", given)).run_test(size=(100, 30)) as pilot:
        await in_collection(pilot)
        await pilot.press("a")
        await in_library(pilot, 1)
        await until(pilot, lambda: said(pilot).startswith("1 article was added."))
        assert "404" in said(pilot)
    with database.opened(file) as connection:
        [entry] = shelves.entries(connection)
    assert kept(file, entry.id).title == TITLE
