"""Articles by the names that were given: all of them, in order, whatever fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.article import Article
from articles.gathering import Failed, articles_in
from articles.sources import Fetched
from tests.articles.sources.pages import PAGE, TITLE
from tests.articles.translating.loopback import Answer, Server

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Presse</title>
<item><title>Un</title><description>Le maire parle des platanes.</description></item>
<item><title>Deux</title><link>https://presse.example/deux</link></item>
</channel></rss>"""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with a feed of two articles: one has its text in the feed, the other on a page that moved."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server().running() as running:
        feed = FEED.replace("https://presse.example/deux", f"{running.address}/halle")
        running.at("/flux.xml", Answer(feed.encode(), headers={"Content-Type": "application/rss+xml"}))
        running.at("/halle", Answer(status=301, headers={"Location": "/halle-neuve"}))
        running.at(
            "/halle-neuve", Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        )
        yield running


def told(found: Article | Failed) -> str:
    return found.title if isinstance(found, Article) else f"- {found.error}"


def test_files_folders_and_feeds_are_opened_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for name in ("b10", "b9", "a"):
        (folder / f"{name}.txt").write_text(f"Titre {name}\n\nIl pleut sur la ville.")
    (tmp_path / "un.txt").write_text("Seul\n\nIl neige.")
    (tmp_path / "vide.txt").write_text(" ")
    (tmp_path / "fil.xml").write_text(FEED)
    names = [str(tmp_path / name) for name in ("un.txt", "rien.txt", "presse", "vide.txt", "fil.xml")]
    expected: list[int] = []
    found = [told(each) for each in articles_in(names, expected.append)]
    assert found[0] == "Seul"
    assert found[2:5] == ["Titre a", "Titre b9", "Titre b10"]
    assert "rien.txt does not exist" in found[1]
    assert "vide.txt is empty" in found[5]
    assert found[6] == "Un"
    assert "https://presse.example/deux was not fetched" in found[7]
    assert expected == [5, 7, 8]
    assert len(found) == expected[-1]


def test_each_is_opened_when_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("un.txt", "deux.txt"):
        (tmp_path / name).write_text("Il pleut.")
    found = articles_in([str(tmp_path / "un.txt"), str(tmp_path / "deux.txt")])
    assert isinstance(next(found), Article)
    (tmp_path / "deux.txt").unlink()
    assert isinstance(next(found), Failed)


@pytest.mark.loopback
def test_the_pages_of_a_feed_are_not_fetched_for_naming_its_address(server: Server) -> None:
    heard: list[Fetched] = []
    first, second = articles_in([f"{server.address}/flux.xml"], tell=heard.append)
    assert told(first) == "Un"
    assert told(second) == f"- {server.address}/halle was not fetched: give its own address, or use --fetch"
    assert [each.target for each in server.asked] == ["/flux.xml"]
    [feed] = heard
    assert (feed.address, feed.media_type) == (f"{server.address}/flux.xml", "application/rss+xml")


@pytest.mark.loopback
@pytest.mark.parametrize("is_at_an_address", [True, False])
def test_the_pages_of_a_feed_are_fetched_when_asked_for(
    server: Server, tmp_path: Path, is_at_an_address: bool
) -> None:
    (tmp_path / "flux.xml").write_bytes(server.answer("/flux.xml").body)
    name = f"{server.address}/flux.xml" if is_at_an_address else str(tmp_path / "flux.xml")
    heard: list[Fetched] = []
    found = [told(each) for each in articles_in([name], fetches=True, tell=heard.append)]
    assert found == ["Un", TITLE]
    assert heard[-1] == Fetched(f"{server.address}/halle-neuve", "text/html", len(PAGE.encode()))
