"""What is fetched from the command line: what was asked for, and that is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles.sources.pages import PAGE, TITLE
from tests.articles.translating.loopback import Answer, Server
from tests.end_to_end.command import Command, home_at

pytestmark = [pytest.mark.slow, pytest.mark.loopback]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with a page that moved, and a feed that leads to it and to one that is not there."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Server().running() as running:
        running.at("/halle", Answer(status=301, headers={"Location": "/halle-neuve"}))
        running.at(
            "/halle-neuve", Answer(PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        )
        links = [f"<link>{running.address}{target}</link>" for target in ("/halle", "/rien")]
        items = "".join(f"<item><title>Un titre</title>{link}</item>" for link in links)
        feed = f"<rss version='2.0'><channel><title>Presse</title>{items}</channel></rss>"
        running.at("/flux", Answer(feed.encode(), headers={"Content-Type": "application/rss+xml"}))
        yield running


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """The command in a home that knows the page."""
    page = tmp_path / "halle.html"
    page.write_text(PAGE, encoding="utf-8")
    made = Command(home_at(tmp_path / "own"), tmp_path)
    made.knows(page)
    return made


@pytest.mark.parametrize(
    "words",
    [["library", "add"], ["show", "--lang", "fr"], ["quotes"], ["export", "--to", "md"]],
    ids=lambda words: words[0],
)
def test_the_final_address_of_a_page_its_kind_and_size_are_told(
    server: Server, command: Command, words: list[str]
) -> None:
    told = f"fetched {server.address}/halle-neuve (text/html, 2 KB)\n"
    done = command(*words, f"{server.address}/halle")
    assert done.returncode == 0
    assert done.stderr.startswith(told)
    assert [each.target for each in server.asked] == ["/halle", "/halle-neuve"]
    assert "fetched" not in command("--quiet", *words, f"{server.address}/halle").stderr


@pytest.mark.parametrize("words", [["library", "add"], ["quotes"], ["translate"]], ids=lambda words: words[0])
def test_the_pages_of_a_feed_are_fetched_with_fetch_alone(
    server: Server, command: Command, words: list[str]
) -> None:
    done = command(*words, f"{server.address}/flux")
    assert done.returncode == 1
    assert done.stderr.count("was not fetched: give its own address, or use --fetch\n") == 2
    assert [each.target for each in server.asked] == ["/flux"]
    done = command(*words, "--fetch", f"{server.address}/flux")
    assert f"fetched {server.address}/halle-neuve (text/html, 2 KB)\n" in done.stderr
    assert f"{server.address}/rien answered 404" in done.stderr
    assert {each.target for each in server.asked} == {"/flux", "/halle", "/halle-neuve", "/rien"}


def test_what_was_fetched_is_in_the_library_under_its_final_address(server: Server, command: Command) -> None:
    command("library", "add", "--fetch", f"{server.address}/flux")
    [document] = command.documents("library", "list")
    [row] = document["library"]
    assert (row["title"], row["source"]) == (TITLE, f"{server.address}/halle-neuve")
