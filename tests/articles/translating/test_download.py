"""Downloads from a real server that does what servers do: break off, stall, change, lie."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from articles import connecting
from articles.errors import EnregardError
from articles.translating import download as downloading
from articles.translating.download import Cancelled, Progress, Unavailable, download, page
from tests.articles.translating.loopback import Answer, Server

pytestmark = pytest.mark.loopback

BODY = bytes(range(256)) * 4_000
"""About a megabyte."""

CUT = 300_000
DIGEST = sha256(BODY).hexdigest()
OTHER = BODY[::-1]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy, the usual certificates, no pause between two tries."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setattr(downloading, "_PAUSE_SECONDS", 0)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as running:
        yield running


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "pack.argosmodel"


def stop_when_stalled(server: Server, stop: Event) -> None:
    if server.stalled.wait(10):
        stop.set()


@pytest.fixture
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloading, "_TELL_SECONDS", 0)


def files(target: Path) -> list[str]:
    """What is left in the folder of the download."""
    return sorted(path.name for path in target.parent.iterdir())


def closed_port() -> tuple[socket.socket, int]:
    """A port on which nothing listens, and the socket that keeps it so."""
    keeper = socket.socket()
    keeper.bind(("127.0.0.1", 0))
    return keeper, keeper.getsockname()[1]


def stop_once(wanted: Callable[[Progress], bool]) -> tuple[Event, Callable[[Progress], None]]:
    """An event that is set once the progress is as wanted, and what is to be told of it."""
    stop = Event()

    def tell(progress: Progress) -> None:
        if wanted(progress):
            stop.set()

    return stop, tell


# -- one good server -----------------------------------------------------------------------------------


def test_downloads_the_whole_file(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, etag='"1"'))
    assert download([link], target, size=len(BODY), digest=DIGEST) == target
    assert target.read_bytes() == BODY
    assert files(target) == [target.name]
    assert target.stat().st_mode & 0o077 == 0
    assert target.parent.stat().st_mode & 0o077 == 0


def test_sends_nothing_but_the_request(server: Server, target: Path) -> None:
    page(server.at("/index", Answer(b"[]", headers={"Set-Cookie": "who=me; Path=/"})))
    moved = Answer(status=302, headers={"Location": "/pack", "Set-Cookie": "who=me; Path=/"})
    link = server.at("/moved", moved)
    server.at("/pack", Answer(BODY[:1_000]))
    download([link], target)
    assert [asked.target for asked in server.asked] == ["/index", "/moved", "/pack"]
    for asked in server.asked:
        assert asked.headers == {
            "host": server.address.removeprefix("http://"),
            "user-agent": "enregard",
            "accept": "*/*",
            "accept-encoding": "identity",
            "connection": "keep-alive",
        }


def test_tells_how_far_it_is(server: Server, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloading, "_TELL_SECONDS", 0)
    told: list[Progress] = []
    link = server.at("/pack", Answer(BODY))
    download([link], target, tell=told.append)
    done = [progress.done for progress in told]
    assert len(done) > 5
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, len(BODY))
    assert {progress.total for progress in told} == {len(BODY)}
    assert told[-1].rate > 0
    assert told[-1].in_words.startswith("1.0 of 1.0 MB, ")
    assert told[0].in_words == "0.0 of 1.0 MB, 0.0 MB/s"


def test_a_length_that_nobody_knows_is_not_told(server: Server, target: Path) -> None:
    told: list[Progress] = []
    link = server.at("/pack", Answer(BODY, framing="chunked"))
    download([link], target, tell=told.append)
    assert target.read_bytes() == BODY
    assert {progress.total for progress in told} == {None}
    assert told[0].in_words == "0.0 MB, 0.0 MB/s"


def test_what_is_there_already_is_not_asked_for_again(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY))
    for _ in range(2):
        download([link], target, digest=DIGEST)
    assert len(server.asked) == 1


def test_follows_a_redirection(server: Server, target: Path) -> None:
    link = server.at("/old", Answer(status=301, headers={"Location": "/pack"}))
    server.at("/pack", Answer(BODY))
    download([link], target, digest=DIGEST)
    assert target.read_bytes() == BODY


# -- going on ------------------------------------------------------------------------------------------


def test_goes_on_by_itself_after_an_interruption(server: Server, target: Path) -> None:
    told: list[int] = []
    broken = Answer(BODY, etag='"1"', break_after=CUT)
    link = server.at("/pack", broken, broken, Answer(BODY, etag='"1"'))
    download([link], target, tell=lambda progress: told.append(progress.done))
    assert target.read_bytes() == BODY
    assert [asked.range for asked in server.asked] == [None, f"bytes={CUT}-", f"bytes={2 * CUT}-"]
    assert told == sorted(told)
    assert files(target) == [target.name]


def test_goes_on_after_more_interruptions_than_tries_while_it_gets_further(
    server: Server, target: Path
) -> None:
    link = server.at("/pack", Answer(BODY, etag='"1"', break_after=len(BODY) // 9))
    download([link], target, digest=DIGEST)
    assert target.read_bytes() == BODY
    assert len(server.asked) >= 9


def test_gives_up_when_it_gets_no_further(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, has_ranges=False, break_after=CUT))
    with pytest.raises(Unavailable, match="peer closed connection"):
        download([link], target)
    assert len(server.asked) == 4


def test_ups_and_downs_of_a_server_that_never_ends_are_no_progress(server: Server, target: Path) -> None:
    answers = [Answer(BODY, has_ranges=False, break_after=cut) for cut in (CUT, CUT // 2)] * 20
    link = server.at("/pack", *answers)
    with pytest.raises(Unavailable):
        download([link], target)
    assert len(server.asked) < 5


@pytest.mark.usefixtures("told_at_once")
def test_a_cancelled_download_goes_on_with_the_next_call(server: Server, target: Path) -> None:
    part = target.with_name(target.name + ".part")
    stalling = Answer(BODY, etag='"1"', stall_after=CUT)
    link = server.at("/pack", stalling, Answer(BODY, etag='"1"'))
    stop, tell = stop_once(lambda progress: progress.done == CUT)
    with pytest.raises(Cancelled):
        download([link], target, tell=tell, stop=stop)
    came = part.stat().st_size
    assert came == CUT
    assert not target.exists()
    told: list[Progress] = []
    download([link], target, tell=told.append)
    assert target.read_bytes() == BODY
    assert server.asked[1].range == f"bytes={came}-"
    assert server.asked[1].headers["if-range"] == '"1"'
    assert (told[0].done, told[0].total) == (came, len(BODY))
    assert files(target) == [target.name]


def test_cancelling_does_not_wait_for_a_server_that_says_nothing(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, stall_after=0))
    stop = Event()
    Thread(target=stop_when_stalled, args=(server, stop)).start()
    with pytest.raises(Cancelled):
        download([link], target, stop=stop)
    assert files(target) == []


def test_nothing_is_asked_for_once_it_is_cancelled(server: Server, target: Path) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Cancelled):
        download([server.at("/pack", Answer(BODY))], target, stop=stop)
    with pytest.raises(Cancelled):
        page(server.at("/index", Answer(b"[]")), stop)
    assert server.asked == []


def left_by_a_cancelled_call(link: str, target: Path, size: int = 100_000, **known: str) -> int:
    """Cancel a download after `size` bytes; how many came."""
    stop, tell = stop_once(lambda progress: progress.done >= size)
    with pytest.raises(Cancelled):
        download([link], target, tell=tell, stop=stop, digest=known.get("digest"))
    return target.with_name(target.name + ".part").stat().st_size


@pytest.mark.usefixtures("told_at_once")
@pytest.mark.parametrize(
    ("first", "second"),
    [('"1"', '"2"'), (None, None), ('"1"', None), ('W/"1"', 'W/"1"'), ('"é"', '"é"'), ("1", "1")],
)
def test_without_a_digest_only_a_strong_and_equal_tag_lets_it_go_on(
    server: Server, target: Path, first: str | None, second: str | None
) -> None:
    link = server.at("/pack", Answer(BODY, etag=first), Answer(OTHER, etag=second))
    left_by_a_cancelled_call(link, target)
    download([link], target)
    assert target.read_bytes() == OTHER


@pytest.mark.usefixtures("told_at_once")
def test_a_part_with_another_tag_is_not_joined(server: Server, target: Path) -> None:
    liar = Answer(OTHER, status=206, etag='"2"', headers={"Content-Range": f"bytes {CUT}-/{len(OTHER)}"})
    link = server.at("/pack", Answer(BODY, etag='"1"', break_after=CUT), liar, Answer(OTHER, etag='"2"'))
    download([link], target)
    assert target.read_bytes() == OTHER


@pytest.mark.usefixtures("told_at_once")
def test_without_a_digest_another_link_starts_anew(server: Server, target: Path) -> None:
    first = server.at("/first", Answer(BODY, etag='"1"'))
    second = server.at("/second", Answer(OTHER, etag='"1"'))
    left_by_a_cancelled_call(first, target)
    download([second], target)
    assert target.read_bytes() == OTHER


@pytest.mark.usefixtures("told_at_once")
def test_with_a_digest_another_link_gives_the_rest(server: Server, target: Path) -> None:
    first = server.at("/first", Answer(BODY, etag='"1"'))
    second = server.at("/second", Answer(BODY, etag='"2"'))
    came = left_by_a_cancelled_call(first, target, digest=DIGEST)
    download([second], target, digest=DIGEST)
    assert server.asked[-1].range == f"bytes={came}-"
    assert target.read_bytes() == BODY


@pytest.mark.usefixtures("told_at_once")
def test_with_a_digest_a_rest_that_does_not_fit_is_noticed(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(OTHER), Answer(BODY))
    left_by_a_cancelled_call(link, target, digest=DIGEST)
    download([link], target, size=len(BODY), digest=DIGEST)
    assert target.read_bytes() == BODY
    assert [asked.range is None for asked in server.asked] == [True, False, True]


def test_a_wrong_file_that_breaks_off_again_and_again_ends(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(OTHER, etag='"1"', break_after=CUT))
    with pytest.raises(Unavailable, match="not the file that was expected"):
        download([link], target, size=len(BODY), digest=DIGEST)
    assert files(target) == []


@pytest.mark.parametrize(
    "said",
    ["bytes 0-99/1024000", "bytes 300001-1023999/1024000", "nonsense", "bytes */5", "bytes ²-9/9"],
)
def test_a_wrong_part_is_not_joined(server: Server, target: Path, said: str) -> None:
    answers = [Answer(BODY, etag='"1"', break_after=CUT), Answer(BODY, etag='"1"', says_range=said)]
    link = server.at("/pack", *answers, Answer(BODY, etag='"1"'))
    download([link], target)
    assert target.read_bytes() == BODY
    assert [asked.range for asked in server.asked] == [None, f"bytes={CUT}-", None]


def test_a_part_that_nobody_asked_for_is_refused(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, status=206, headers={"Content-Range": "bytes 5-9/99"}))
    with pytest.raises(Unavailable, match="HTTP 206"):
        download([link], target)


def test_a_whole_file_left_unnamed_is_taken(server: Server, target: Path) -> None:
    target.parent.mkdir()
    target.with_name(target.name + ".part").write_bytes(BODY)
    download([server.at("/pack", Answer(BODY))], target, size=len(BODY), digest=DIGEST)
    assert target.read_bytes() == BODY


@pytest.mark.parametrize("digest", [None, DIGEST])
def test_more_than_there_is_starts_anew(server: Server, target: Path, digest: str | None) -> None:
    target.parent.mkdir()
    link = server.at("/pack", Answer(BODY, etag='"1"'))
    target.with_name(target.name + ".part").write_bytes(BODY + b"x")
    target.with_name(target.name + ".part.etag").write_text(f'{link}\n"1"')
    download([link], target, digest=digest)
    assert target.read_bytes() == BODY


def test_a_note_of_the_tag_that_cannot_be_read_starts_anew(server: Server, target: Path) -> None:
    target.parent.mkdir()
    target.with_name(target.name + ".part").write_bytes(b"old")
    target.with_name(target.name + ".part.etag").write_bytes(b"\xff\xfe\n\0")
    download([server.at("/pack", Answer(BODY))], target)
    assert target.read_bytes() == BODY


@pytest.mark.slow
def test_a_killed_download_is_finished_by_the_next(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, etag='"1"', stall_after=CUT), Answer(BODY, etag='"1"'))
    script = (
        "import sys; from pathlib import Path; from articles.translating.download import download\n"
        "download([sys.argv[1]], Path(sys.argv[2]))"
    )
    part = target.with_name(target.name + ".part")
    child = subprocess.Popen([sys.executable, "-c", script, link, str(target)])
    try:
        assert server.stalled.wait(20)
        deadline = time.monotonic() + 10
        while part.stat().st_size < CUT // 2:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        with pytest.raises(EnregardError, match="by another program"):
            download([link], target)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
    came = part.stat().st_size
    download([link], target)
    assert target.read_bytes() == BODY
    assert server.asked[1].range == f"bytes={came}-"
    assert files(target) == [target.name]


# -- what is refused -----------------------------------------------------------------------------------


def test_the_next_link_is_tried_when_one_gives_something_else(server: Server, target: Path) -> None:
    links = [server.at("/wrong", Answer(OTHER)), server.at("/right", Answer(BODY))]
    download(links, target, size=len(BODY), digest=DIGEST)
    assert target.read_bytes() == BODY


def test_a_wrong_file_never_has_the_name(server: Server, target: Path) -> None:
    link = server.at("/wrong", Answer(OTHER))
    with pytest.raises(Unavailable, match="not the file that was expected"):
        download([link], target, size=len(BODY), digest=DIGEST)
    assert files(target) == []
    assert len(server.asked) == 1


def test_every_link_and_its_reason_are_in_the_one_line(server: Server, target: Path) -> None:
    links = [
        server.at("/missing", Answer(status=404)),
        server.at("/broken", Answer(status=500)),
        server.at("/page", Answer(b"<html>Sign in to the hotel's network</html>")),
        server.at("/empty", Answer()),
        "http://127.0.0.1:nonsense/",
        "http://127.0.0.1:99999/",
        "http://" + "a" * 70 + "/",
        "http://a..b/",
    ]
    with pytest.raises(Unavailable) as caught:
        download(links, target, size=len(BODY), digest=DIGEST)
    said = str(caught.value)
    assert "\n" not in said
    for link, reason in zip(
        links,
        ("HTTP 404", "HTTP 500", "it offers 43 bytes instead of 1,024,000", "it offers 0"),
        strict=False,
    ):
        assert f"{link}: {reason}" in said
    assert all(link in said for link in links)
    assert said.endswith(": try again later")
    assert files(target) == []


@pytest.mark.usefixtures("told_at_once")
def test_a_page_in_its_place_does_not_cost_what_came_before(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY), Answer(b"<html>Sign in</html>", has_ranges=False), Answer(BODY))
    came = left_by_a_cancelled_call(link, target, digest=DIGEST)
    with pytest.raises(Unavailable):
        download([link], target, size=len(BODY), digest=DIGEST)
    download([link], target, size=len(BODY), digest=DIGEST)
    assert server.asked[-1].range == f"bytes={came}-"


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_in_trouble_is_asked_again(server: Server, target: Path, status: int) -> None:
    link = server.at("/pack", Answer(status=status), Answer(status=status), Answer(BODY))
    download([link], target, digest=DIGEST)
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [204, 302, 304, 401, 404, 410, 429])
def test_only_a_whole_answer_is_taken(server: Server, target: Path, status: int) -> None:
    link = server.at("/pack", Answer(status=status))
    with pytest.raises(Unavailable, match=f"HTTP {status}"):
        download([link], target)
    assert len(server.asked) == 1
    assert files(target) == []


@pytest.mark.parametrize("framing", ["chunked", "close"])
def test_more_than_the_known_size_is_refused(server: Server, target: Path, framing: str) -> None:
    link = server.at("/pack", Answer(BODY, framing=framing))  # type: ignore[arg-type]
    with pytest.raises(Unavailable, match="larger than 1,000 bytes"):
        download([link], target, size=1_000)
    assert files(target) == []


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_more_than_anything_may_have_is_refused(
    server: Server, target: Path, framing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "LARGEST", 500_000)
    link = server.at("/pack", Answer(BODY, framing=framing))  # type: ignore[arg-type]
    with pytest.raises(Unavailable, match="larger than 500,000 bytes"):
        download([link], target)
    assert files(target) == []


@pytest.mark.parametrize("answer", [Answer(BODY, declared=1_000), Answer(BODY[:1_000])])
def test_another_length_than_known_is_refused(server: Server, target: Path, answer: Answer) -> None:
    with pytest.raises(Unavailable, match="it offers 1,000 bytes instead of 1,024,000"):
        download([server.at("/pack", answer)], target, size=len(BODY))


def test_less_than_declared_is_not_whole(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, declared=len(BODY) + 1))
    with pytest.raises(Unavailable):
        download([link], target)
    assert not target.exists()


@pytest.mark.parametrize("framing", ["chunked", "close"])
def test_a_file_of_unknown_length_that_breaks_off_is_not_whole(
    server: Server, target: Path, framing: str
) -> None:
    answer = Answer(BODY, framing=framing, break_after=CUT)  # type: ignore[arg-type]
    with pytest.raises(Unavailable):
        download([server.at("/pack", answer)], target, size=len(BODY))
    assert not target.exists()


def test_nothing_is_no_file(server: Server, target: Path) -> None:
    with pytest.raises(Unavailable, match="it is empty"):
        download([server.at("/pack", Answer())], target)
    assert files(target) == []


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/loop", "without end"),
        ("file:///etc/passwd", "unsupported protocol"),
        ("ftp://127.0.0.1/pack", "unsupported protocol"),
        ("http://127.0.0.1:nonsense/", "Invalid URL"),
    ],
)
def test_redirections_lead_to_the_web_and_end(
    server: Server, target: Path, location: str, reason: str
) -> None:
    link = server.at("/loop", Answer(status=302, headers={"Location": location}))
    with pytest.raises(Unavailable, match=reason):
        download([link], target)
    assert len(server.asked) <= 6
    assert files(target) == []


def test_an_endless_redirection_page_is_not_read(server: Server, target: Path) -> None:
    moved = Answer(b"x", status=302, headers={"Location": "/pack"}, declared=2**40, stall_after=1)
    link = server.at("/moved", moved)
    server.at("/pack", Answer(BODY))
    download([link], target)
    assert target.read_bytes() == BODY


def test_a_stalled_server_times_out_and_is_asked_for_the_rest(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_READ_SECONDS", 0.3)
    link = server.at("/pack", Answer(BODY, etag='"1"', stall_after=CUT), Answer(BODY, etag='"1"'))
    download([link], target)
    assert target.read_bytes() == BODY
    assert server.asked[1].range == f"bytes={CUT}-"


# -- this machine --------------------------------------------------------------------------------------


def test_too_little_disk_is_said_before_anything_is_asked(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    with pytest.raises(
        EnregardError, match=r"has 1\.0 MB free and 4\.0 MB are needed: free some space"
    ) as caught:
        download([server.at("/pack", Answer(BODY))], target, size=4_000_000)
    assert not isinstance(caught.value, Unavailable)
    assert server.asked == []


def test_too_little_disk_for_a_size_that_only_the_server_knows(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(EnregardError, match=r"has 0\.0 MB free and 1\.0 MB are needed"):
        download([server.at("/pack", Answer(BODY))], target)
    assert files(target) == []


def test_what_is_there_needs_no_room_again(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.parent.mkdir()
    target.with_name(target.name + ".part").write_bytes(BODY[:-1_000])
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    download([server.at("/pack", Answer(BODY))], target, size=len(BODY), digest=DIGEST)
    assert target.read_bytes() == BODY


def test_a_folder_that_cannot_be_made_is_said_in_one_line(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EnregardError, match="cannot be written"):
        download([server.at("/pack", Answer(BODY))], tmp_path / "file" / "pack")


def test_a_second_download_of_the_same_file_is_told_so(server: Server, target: Path) -> None:
    link = server.at("/pack", Answer(BODY, stall_after=CUT))
    stop = Event()
    ended: list[BaseException] = []

    def first() -> None:
        try:
            download([link], target, stop=stop)
        except EnregardError as error:
            ended.append(error)

    thread = Thread(target=first)
    thread.start()
    assert server.stalled.wait(10)
    with pytest.raises(EnregardError, match=r"pack\.argosmodel is being downloaded by another program"):
        download([link], target)
    stop.set()
    thread.join(10)
    assert [type(error) for error in ended] == [Cancelled]
    assert len(server.asked) == 1


def test_a_download_that_ends_between_opening_and_locking_does_no_harm(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    part = target.with_name(target.name + ".part")
    target.parent.mkdir()
    part.write_bytes(OTHER)
    lock = fcntl.flock

    def finished_meanwhile(file: int, how: int) -> None:
        if not target.exists():
            part.rename(target)
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", finished_meanwhile)
    with pytest.raises(Unavailable):
        download([server.at("/pack", Answer(status=404))], target)
    assert target.read_bytes() == OTHER


# -- no network, proxies, certificates -----------------------------------------------------------------


def test_a_refused_connection_fails_at_once(target: Path) -> None:
    keeper, port = closed_port()
    with keeper, pytest.raises(Unavailable, match="Connection refused"):
        download([f"http://127.0.0.1:{port}/pack"], target)
    assert files(target) == []


def test_a_host_that_does_not_exist_fails_at_once(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def unknown(host: str, *_: object, **__: object) -> None:
        asked.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unavailable, match=r"http://nowhere\.invalid/pack: Name or service not known"):
        download(["http://nowhere.invalid/pack"], target)
    assert asked == ["nowhere.invalid"]


def test_a_proxy_from_the_environment_is_used(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", server.address)
    link = server.at("http://packs.invalid/pack", Answer(BODY))
    download([link], target, digest=DIGEST)
    assert [asked.target for asked in server.asked] == ["http://packs.invalid/pack"]


def test_no_proxy_is_heeded(server: Server, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    download([server.at("/pack", Answer(BODY))], target, digest=DIGEST)
    assert [asked.target for asked in server.asked] == ["/pack"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "gopher://127.0.0.1:1"),
        ("HTTPS_PROXY", "http://127.0.0.1:nonsense"),
        ("SSL_CERT_FILE", "/nowhere/ca.pem"),
        ("SSL_CERT_FILE", os.devnull),
    ],
)
def test_an_environment_that_makes_no_sense_is_named(
    server: Server, target: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(EnregardError, match=f"with this environment .*{name}") as caught:
        download([server.at("/pack", Answer(BODY))], target)
    assert "\n" not in str(caught.value)


def test_an_authority_from_the_environment_is_trusted(
    tls_server: Server, certificate: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tls_server.at("/pack", Answer(BODY))
    with pytest.raises(Unavailable, match="certificate verify failed"):
        download([link], target)
    assert tls_server.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    download([link], target, digest=DIGEST)
    assert target.read_bytes() == BODY


def test_encryption_is_not_given_up_by_a_redirection(
    tls_server: Server, server: Server, certificate: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    plain = server.at("/pack", Answer(BODY))
    link = tls_server.at("/pack", Answer(status=302, headers={"Location": plain}))
    with pytest.raises(Unavailable, match="without encryption"):
        download([link], target)
    assert server.asked == []


# -- pages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_a_page_comes_whole(server: Server, framing: str) -> None:
    link = server.at("/index", Answer(BODY, framing=framing))  # type: ignore[arg-type]
    assert page(link) == BODY


def test_a_page_that_is_too_large_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloading, "_LARGEST_PAGE", 500_000)
    with pytest.raises(EnregardError, match="larger than"):
        page(server.at("/index", Answer(BODY, framing="chunked")))


@pytest.mark.parametrize(
    "answer", [Answer(status=404), Answer(status=500), Answer(BODY, break_after=CUT), Answer(status=302)]
)
def test_a_page_that_cannot_be_had_is_said_in_one_line(server: Server, answer: Answer) -> None:
    link = server.at("/index", answer)
    with pytest.raises(EnregardError) as caught:
        page(link)
    assert str(caught.value).startswith(f"{link} cannot be had (")
    assert "\n" not in str(caught.value)
