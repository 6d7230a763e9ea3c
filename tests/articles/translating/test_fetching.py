"""From the index to an installed pack, with a server of our own in place of Argos Translate's."""

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from argostranslate import settings

from articles import paths
from articles.errors import EnregardError
from articles.translating import catalogue, packs
from articles.translating import download as downloading
from articles.translating.catalogue import Offer, digest_of
from articles.translating.download import Cancelled, Progress
from articles.translating.fetching import fetch_and_install
from articles.translation import FRENCH_ENGLISH, Pair
from tests.articles.translating.loopback import Answer, Server

pytestmark = pytest.mark.loopback


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose index is asked; only it can be reached."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(downloading, "_PAUSE_SECONDS", 0)
    with Server().running() as running:
        monkeypatch.setattr(settings, "remote_package_index", running.address + "/index.json")
        yield running


@pytest.fixture
def pin(server: Server, word_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """The pack of words as the pinned pack, which the server has."""
    link = server.at("/pinned", Answer(word_pack.read_bytes(), etag='"1"'))
    data = word_pack.read_bytes()
    pin = Offer(FRENCH_ENGLISH, "1.0", (link,), len(data), digest_of(word_pack))
    monkeypatch.setattr(catalogue, "PINNED", (pin,))
    return pin


def index(*offers: Offer) -> Answer:
    """An index as Argos Translate has it."""
    entries = [
        {
            "type": "translate",
            "from_code": offer.pair.source,
            "to_code": offer.pair.target,
            "package_version": offer.version,
            "links": list(offer.links),
        }
        for offer in offers
    ]
    return Answer(json.dumps(entries).encode())


def asked_for(server: Server) -> list[str]:
    return [asked.target for asked in server.asked]


def waiting() -> list[str]:
    """What is left in the folder of downloads."""
    folder = paths.downloads()
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_pack_that_the_index_lists_is_installed(server: Server, pin: Offer, word_pack: Path) -> None:
    link = server.at("/listed", Answer(word_pack.read_bytes()))
    server.at("/index.json", index(replace(pin, links=(link,))))
    told: list[Progress] = []
    pack = fetch_and_install(FRENCH_ENGLISH, tell=told.append)
    assert packs.pack_for(FRENCH_ENGLISH) == pack
    assert asked_for(server) == ["/index.json", "/listed"]
    assert (told[-1].done, told[-1].total) == (pin.size, pin.size)
    assert waiting() == []


def test_the_link_of_the_pin_is_the_last_resort(server: Server, pin: Offer) -> None:
    wrong = server.at("/wrong", Answer(b"nonsense"))
    server.at("/index.json", index(replace(pin, links=(wrong, server.address + "/missing"))))
    fetch_and_install(FRENCH_ENGLISH)
    assert asked_for(server) == ["/index.json", "/wrong", "/missing", "/pinned"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=404),
        Answer(status=500),
        Answer(b"<html>Sign in</html>"),
        Answer(b"[]"),
        Answer(b"[]", break_after=1),
        Answer(status=302, headers={"Location": "/index.json"}),
    ],
)
@pytest.mark.usefixtures("pin")
def test_without_an_index_the_pinned_pack_is_installed(server: Server, answer: Answer) -> None:
    server.at("/index.json", answer)
    fetch_and_install(FRENCH_ENGLISH)
    assert packs.pack_for(FRENCH_ENGLISH) is not None


@pytest.mark.usefixtures("pin", "server")
def test_an_index_that_cannot_be_reached_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as keeper:
        keeper.bind(("127.0.0.1", 0))
        link = f"http://127.0.0.1:{keeper.getsockname()[1]}/index.json"
        monkeypatch.setattr(settings, "remote_package_index", link)
        fetch_and_install(FRENCH_ENGLISH)
    assert packs.pack_for(FRENCH_ENGLISH) is not None


def test_the_pinned_pack_is_never_asked_about(server: Server, pin: Offer) -> None:
    server.at("/index.json", index(pin))

    def ask(offer: Offer, digest: str) -> bool:
        raise AssertionError

    fetch_and_install(FRENCH_ENGLISH, trust=ask)


@pytest.mark.parametrize("answer", [True, False])
def test_an_unknown_pack_is_asked_about(server: Server, pin: Offer, word_pack: Path, answer: bool) -> None:
    link = server.at("/newer", Answer(word_pack.read_bytes()))
    newer = Offer(FRENCH_ENGLISH, "1.10", (link,))
    server.at("/index.json", index(pin, newer))
    asked: list[tuple[Offer, str]] = []

    def trust(offer: Offer, digest: str) -> bool:
        asked.append((offer, digest))
        return answer

    if answer:
        fetch_and_install(FRENCH_ENGLISH, trust=trust)
    else:
        with pytest.raises(EnregardError, match="translate-fr_en-1_10 was not installed"):
            fetch_and_install(FRENCH_ENGLISH, trust=trust)
    assert asked == [(newer, digest_of(word_pack))]
    assert len(packs.installed()) == answer
    assert waiting() == []


@pytest.mark.usefixtures("pin")
def test_nobody_is_taken_for_a_no(server: Server, word_pack: Path) -> None:
    link = server.at("/newer", Answer(word_pack.read_bytes()))
    server.at("/index.json", index(Offer(FRENCH_ENGLISH, "2.0", (link,))))
    with pytest.raises(EnregardError, match="nobody vouched for it"):
        fetch_and_install(FRENCH_ENGLISH)
    assert packs.installed() == ()


@pytest.mark.usefixtures("pin")
def test_an_unknown_file_that_is_no_pack_does_not_stay(server: Server) -> None:
    fetch_and_install(FRENCH_ENGLISH)
    link = server.at("/newer", Answer(b"nonsense"))
    server.at("/index.json", index(Offer(FRENCH_ENGLISH, "2.0", (link,))))
    with pytest.raises(EnregardError, match="not a sound archive"):
        fetch_and_install(FRENCH_ENGLISH, trust=lambda *_: True)
    assert waiting() == []
    assert [pack.version for pack in packs.installed()] == ["1.0"]


@pytest.mark.usefixtures("server")
def test_without_any_network_it_says_how_to_install_from_a_file(
    pin: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as keeper:
        keeper.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{keeper.getsockname()[1]}/"
        monkeypatch.setattr(settings, "remote_package_index", nowhere)
        monkeypatch.setattr(catalogue, "PINNED", (replace(pin, links=(nowhere,)),))
        with pytest.raises(EnregardError) as caught:
            fetch_and_install(FRENCH_ENGLISH)
    said = str(caught.value)
    assert "\n" not in said
    assert "Connection refused" in said
    assert said.endswith("enregard packs install FILE")


def test_a_direction_that_nobody_offers_is_said(server: Server, pin: Offer) -> None:
    server.at("/index.json", index(pin))
    with pytest.raises(EnregardError, match=r"no pack for fr-nl is known: .*enregard packs install FILE"):
        fetch_and_install(Pair("fr", "nl"))


@pytest.mark.usefixtures("pin")
@pytest.mark.parametrize("stalling", ["/index.json", "/pinned"])
def test_cancelling_holds_wherever_it_is(server: Server, word_pack: Path, stalling: str) -> None:
    server.at(stalling, Answer(word_pack.read_bytes(), stall_after=0))

    class StopWhenStalled(Event):
        """An event that is set as soon as the server stalls."""

        def is_set(self) -> bool:
            return server.stalled.is_set()

    with pytest.raises(Cancelled):
        fetch_and_install(FRENCH_ENGLISH, stop=StopWhenStalled())
    assert packs.installed() == ()


def test_a_cancelled_download_is_gone_on_with(
    server: Server, pin: Offer, word_pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "_TELL_SECONDS", 0)
    data = word_pack.read_bytes()
    half = len(data) // 2
    server.at("/pinned", Answer(data, stall_after=half), Answer(data))
    stop = Event()

    def tell(progress: Progress) -> None:
        if progress.done == half:
            stop.set()

    with pytest.raises(Cancelled):
        fetch_and_install(FRENCH_ENGLISH, tell=tell, stop=stop)
    assert waiting() == [f"{pin.name}.argosmodel.part", f"{pin.name}.argosmodel.part.etag"]
    fetch_and_install(FRENCH_ENGLISH)
    assert server.asked[-1].range == f"bytes={half}-"
    assert waiting() == []
