"""Pages of the web, from a real server that does what servers do, and what they should not."""

import gzip
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from articles import connecting, sources
from articles.opening import article_from, open_article
from articles.sources import Collection, Fetched, Raw, web
from tests.articles.sources.complaints import one_line_about
from tests.articles.sources.pages import PAGE, TEXT, TITLE
from tests.articles.sources.test_feed import RSS
from tests.articles.translating.loopback import Answer, Server

pytestmark = pytest.mark.loopback

HTML = {"Content-Type": "text/html; charset=utf-8"}
PLAIN = {"Content-Type": "text/plain"}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy, the usual certificates."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server().running() as running:
        yield running


def page(server: Server, target: str = "/halle") -> str:
    return server.at(target, Answer(PAGE.encode(), headers=HTML))


def asked(server: Server) -> list[str]:
    return [each.target for each in server.asked]


def test_a_page_is_an_article(server: Server) -> None:
    link = page(server)
    raw = sources.read(link)
    assert raw.fetched == Fetched(link, "text/html", len(PAGE.encode()))
    article = article_from(raw)
    assert article.text.split("\n\n") == TEXT
    assert (article.title, article.source, article.published) == (TITLE, link, "2024-03-12")


def test_nothing_but_the_page_is_asked_for_and_nothing_is_told(server: Server) -> None:
    server.at("/old", Answer(status=302, headers={"Location": "/halle", "Set-Cookie": "who=me; Path=/"}))
    page(server)
    sources.read(f"{server.address}/old#place")
    assert asked(server) == ["/old", "/halle"]
    for request in server.asked:
        assert request.headers == {
            "host": server.address.removeprefix("http://"),
            "user-agent": "enregard",
            "accept": "text/html, application/xhtml+xml, text/*, application/xml, */*;q=0.1",
            "accept-encoding": "gzip",
            "connection": "close",
        }


def test_the_address_that_answered_is_the_source(server: Server) -> None:
    link = page(server)
    raw = sources.read(server.at("/old", Answer(status=301, headers={"Location": "/halle"})))
    assert raw.source == link
    assert raw.fetched is not None
    assert raw.fetched.address == link


def test_plain_text_markdown_and_text_of_no_type(server: Server) -> None:
    words = "L’été à Valbrune.\n\nIl pleut."
    link = server.at("/l%27%C3%A9t%C3%A9.txt", Answer(words.encode(), headers=PLAIN))
    assert open_article(link).text == words
    assert sources.read(link).name == "l'été.txt"
    assert open_article(server.at("/x", Answer(words.encode()))).text == words
    markdown = Answer(b"# Oui\n\n*Non.*", headers=PLAIN)
    assert open_article(server.at("/x.md", markdown)).text == "Oui\n\nNon."
    typed = Answer(b"# Oui\n\n*Non.*", headers={"Content-Type": "text/markdown"})
    assert open_article(server.at("/x.php", typed)).text == "Oui\n\nNon."


def test_content_decides_before_the_declared_type_does(server: Server) -> None:
    assert open_article(server.at("/a", Answer(PAGE.encode(), headers=PLAIN))).title == TITLE
    assert open_article(server.at("/b", Answer(b"Il pleut.", headers=HTML))).text == "Il pleut."


def test_a_wrong_charset_from_the_server_is_survived(server: Server) -> None:
    wrong = {"Content-Type": "text/html; charset=iso-8859-1"}
    assert open_article(server.at("/a", Answer(PAGE.encode(), headers=wrong))).title == TITLE
    right = {"Content-Type": "text/html; charset=windows-1252"}
    old = PAGE.replace("&#8239;", "").encode("cp1252")
    assert open_article(server.at("/b", Answer(old, headers=right))).title == TITLE


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
def test_packed_and_framed_as_servers_do(server: Server, framing: str) -> None:
    packed = Answer(
        gzip.compress(PAGE.encode()),
        headers={**HTML, "Content-Encoding": "gzip"},
        framing=framing,  # type: ignore[arg-type]
    )
    raw = sources.read(server.at("/halle", packed))
    assert raw.title == TITLE
    assert raw.fetched is not None
    assert raw.fetched.size == len(PAGE.encode())


def test_a_feed_is_a_collection(server: Server) -> None:
    link = server.at("/flux", Answer(RSS.encode(), headers={"Content-Type": "application/rss+xml"}))
    found = sources.look(link)
    assert isinstance(found, Collection)
    assert found.fetched == Fetched(link, "application/rss+xml", len(RSS.encode()))
    assert [entry.source for entry in found.entries] == [
        "https://courrier.example/halle",
        f"{server.address}/quai",
        "https://courrier.example/guide",
    ]
    assert asked(server) == ["/flux"]


def test_an_entry_is_fetched_only_when_it_is_opened(server: Server) -> None:
    page(server, "/quai")
    link = server.at("/flux", Answer(RSS.encode()))
    entries = sources.entries(link)
    assert entries is not None
    assert asked(server) == ["/flux"]
    assert sources.read(entries[1].source).title == TITLE
    assert sources.read(f"{link}#2").title == TITLE
    assert asked(server) == ["/flux", "/quai", "/flux", "/quai"]


def test_a_page_is_no_collection(server: Server) -> None:
    assert sources.entries(page(server)) is None


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/x", "data:text/html,x", "gopher://a/"],
)
def test_redirections_out_of_the_web_are_refused(server: Server, location: str) -> None:
    link = server.at("/old", Answer(status=302, headers={"Location": location}))
    with one_line_about("redirects to|cannot be reached", names=link):
        sources.read(link)


@pytest.mark.parametrize("location", ["http://[::1", "http://", "https:///x", "http://a:b@127.0.0.1/"])
def test_redirections_to_nowhere_are_refused(server: Server, location: str) -> None:
    link = server.at("/old", Answer(status=302, headers={"Location": location}))
    with one_line_about("no address of a page|password|cannot be reached|redirects without end"):
        sources.read(link)


def test_encryption_is_not_given_up_by_a_redirection(
    tls_server: Server, server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    plain = page(server)
    link = tls_server.at("/halle", Answer(status=302, headers={"Location": plain}))
    with one_line_about(f"redirects to {plain}, which comes without encryption", names=link):
        sources.read(link)
    assert server.asked == []
    safe = tls_server.at("/halle", Answer(PAGE.encode(), headers=HTML))
    assert open_article(tls_server.at("/old", Answer(status=302, headers={"Location": safe}))).title == TITLE


def test_circles_end(server: Server) -> None:
    link = server.at("/a", Answer(status=302, headers={"Location": "/b"}))
    server.at("/b", Answer(status=307, headers={"Location": "/a"}))
    with one_line_about("redirects without end", names=link):
        sources.read(link)
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (Answer(status=404), "answered 404 Not Found"),
        (Answer(status=500, body=b"x"), "answered 500"),
        (Answer(status=599), "answered 599"),
        (Answer(status=304), "answered 304"),
        (Answer(status=403), "answered 403 Forbidden: save the page"),
        (Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "is a PDF.*pdftotext"),
        (Answer(b"%PDF-1.7 x", headers=HTML), "is a PDF.*pdftotext"),
        (Answer(b"\x89PNG", headers={"Content-Type": "image/png"}), r"is no article \(image/png\)"),
        (Answer(b"{}", headers={"Content-Type": "application/json"}), r"is no article \(application/json\)"),
        (Answer(b"PK\x03\x04" + b"application/epub+zip" * 9), "is a book"),
        (Answer(bytes(range(256)) * 9, headers=HTML), "is not a text"),
        (Answer(b"", headers=HTML), "is empty"),
        (Answer(b"<html></html>", headers=HTML), "no article was found"),
        (Answer(b"abc", headers={**HTML, "Content-Encoding": "gzip"}), "damaged page"),
        (Answer(gzip.compress(b"abc" * 999)[:-9], headers={"Content-Encoding": "gzip"}), "damaged page"),
        (Answer(b"abc", headers={**HTML, "Content-Encoding": "br"}), "packed in a way"),
        (Answer(b"abc" * 9_999, headers=HTML, break_after=5_000), "cannot be reached"),
        (Answer(b"abc", headers=HTML, declared=17 * 2**20), "larger than 16 MB"),
        (Answer(b"abc" * (6 * 2**20), headers=HTML, framing="chunked"), "larger than 16 MB"),
        (
            Answer(gzip.compress(b" " * (64 * 2**20)), headers={**HTML, "Content-Encoding": "gzip"}),
            "larger than 16 MB",
        ),
        (Answer(b"abc", headers={"Content-Type": "image/\x1b[31m"}), "is no article"),
    ],
)
def test_what_cannot_be_read_gets_one_line(server: Server, answer: Answer, complaint: str) -> None:
    link = server.at("/x", answer)
    with one_line_about(complaint, names=link):
        sources.read(link)


def test_a_server_that_stalls_is_not_waited_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_READ_SECONDS", 0.2)
    link = server.at("/x", Answer(b"abc" * 999, headers=HTML, stall_after=10))
    with one_line_about("does not answer in time", names=link):
        sources.read(link)


def test_a_server_that_answers_byte_by_byte_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_ALL_SECONDS", 0.5)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                with suppress(OSError):
                    while not is_over.wait(0.02):
                        connection.sendall(b"X: y\r\n")

        is_over = Event()
        thread = Thread(target=drip)
        thread.start()
        link = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        try:
            with one_line_about("does not answer in time", names=link):
                sources.read(link)
        finally:
            is_over.set()
            thread.join()


def test_a_port_on_which_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as keeper:
        keeper.bind(("127.0.0.1", 0))
        link = f"http://127.0.0.1:{keeper.getsockname()[1]}/"
        with one_line_about("cannot be reached", names=link):
            sources.read(link)


def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with one_line_about("cannot be reached", names="nulle-part.example"):
        sources.read("https://nulle-part.example/x")


def test_a_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    server.at("http://courrier.example/halle", Answer(PAGE.encode(), headers=HTML))
    raw = sources.read("http://courrier.example/halle")
    assert isinstance(raw, Raw)
    assert (raw.title, raw.source) == (TITLE, "http://courrier.example/halle")


def test_a_proxy_that_makes_no_sense_gets_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "ftp://x:1")
    with one_line_about("no connection can be made with this environment .*ALL_PROXY"):
        sources.read("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "file:///etc/passwd",
        "gemini://example.org",
        "http://",
        "https:///x",
        "http://[::1",
        "http://a:999999/",
        "http://me:secret@example.org/",
        "https://me@example.org/",
        "https://" + "a" * 9_000,
        "http://\x1b[31m/",
    ],
)
def test_what_is_no_address_of_a_page_gets_one_line(address: str) -> None:
    with one_line_about("no address of a page|password|cannot be reached"):
        sources.read(address)
