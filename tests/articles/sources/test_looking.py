"""Which kind of source something is, and the kinds that are not read."""

import io
import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from articles import sources
from articles.opening import article_from, open_article
from articles.sources import Collection, Raw
from tests.articles.sources import books
from tests.articles.sources.complaints import one_line_about
from tests.articles.sources.pages import PAGE, TITLE
from tests.articles.sources.test_feed import RSS


class Piped:
    """A standard input that holds bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def zipped(**content: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return held.getvalue()


REFUSED = {
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, which is not supported: try pdftotext FILE"),
    "docx": (zipped(**{"[Content_Types].xml": "", "word/document.xml": "<x/>"}), "is a Word document"),
    "odt": (zipped(mimetype="application/vnd.oasis.opendocument.text"), "is an OpenDocument file"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a Word document"),
    "rtf": (rb"{\rtf1\ansi Il pleut.}", "is an RTF document"),
    "mobi": (b"Carnets".ljust(60, b"\0") + b"BOOKMOBI" + bytes(60), "is a Kindle book"),
    "zip": (zipped(a="b"), "is an archive"),
    "gz": (b"\x1f\x8b\x08\0abc", "is an archive"),
    "mht": (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>",
        "is a web archive",
    ),
    "webarchive": (b"bplist00\xd1\x01", "is a web archive"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06", "is not a text"),
    "bin": (bytes(range(256)) * 20, "is not a text"),
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "is empty"),
}


@pytest.mark.parametrize(("data", "complaint"), REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("name", ["article.txt", "article.html", "article.md", "article"])
def test_what_is_not_read_gets_one_line(tmp_path: Path, data: bytes, complaint: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with one_line_about(complaint, names=str(path)):
        sources.look(str(path))


@pytest.mark.parametrize(("data", "complaint"), REFUSED.values(), ids=REFUSED.keys())
def test_nor_is_it_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, data: bytes, complaint: str
) -> None:
    monkeypatch.setattr("sys.stdin", Piped(data))
    with one_line_about(complaint, names="standard input"):
        sources.look("-")


def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Piped("Il pleut.\n\nElle rit.".encode("utf-16")))
    assert open_article("-").text == "Il pleut.\n\nElle rit."
    monkeypatch.setattr("sys.stdin", Piped(PAGE.encode()))
    article = open_article("-")
    assert (article.title, article.source) == (TITLE, "-")
    monkeypatch.setattr("sys.stdin", Piped(RSS.encode()))
    found = sources.look("-")
    assert isinstance(found, Collection)
    assert len(found.entries) == 3


def test_standard_input_is_not_taken_to_see_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Piped(b"Il pleut."))
    assert sources.entries("-") is None
    assert sources.read("-") == Raw("Il pleut.", "-", "standard input")


def test_a_book_through_a_pipe_gets_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Piped(books.book(tmp_path / "x.epub").read_bytes()))
    with one_line_about("is a book: name its file", names="standard input"):
        sources.look("-")


def test_one_article_has_no_entries(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Il pleut.")
    assert sources.entries(str(tmp_path / "a.txt")) is None


def test_pipes_devices_and_sockets_get_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tuyau")
    for path in (str(tmp_path / "tuyau"), "/dev/zero", "/dev/null"):
        with one_line_about("is a pipe or a device", names=path):
            sources.look(path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "prise"))
        with one_line_about("is a pipe or a device"):
            sources.look(str(tmp_path / "prise"))


@pytest.mark.parametrize(
    "start", [b"Il pleut.", b"<html>", b"<rss>", b"# Oui", b"PK\x03\x04application/epub+zip"]
)
def test_huge_files_are_not_read(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "x.md"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(3 * 2**30)
    with one_line_about("larger than", names=str(path)):
        sources.look(str(path))


@pytest.mark.parametrize(
    "given", ["", "nulle part.txt", "a" * 5_000, "nul\0byte", "rien#3", "\udc80", "~nobody"]
)
def test_what_is_not_there_gets_one_line(given: str) -> None:
    with one_line_about("does not exist|cannot be read|is a folder"):
        sources.read(given)


def test_an_address_without_its_beginning_is_told_from_a_missing_file() -> None:
    with one_line_about("does not exist: the address of a page begins with https://"):
        sources.look("www.courrier.example/halle")


def test_a_message_cannot_drive_the_terminal(tmp_path: Path) -> None:
    with one_line_about("does not exist"):
        sources.look(str(tmp_path / "a\x1b[31m\nb\u202e.txt"))


def test_a_file_that_may_not_be_read_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Il pleut.")
    if os.geteuid() != 0:
        path.chmod(0)
        with one_line_about("may not be read", names=str(path)):
            sources.look(str(path))


def test_a_plain_text_is_as_it_was(tmp_path: Path) -> None:
    text = "<Il pleut>\n\n# Oui\n\n&eacute; * *"
    (tmp_path / "a.txt").write_text(text)
    raw = sources.read(str(tmp_path / "a.txt"))
    assert raw == Raw(text, str(tmp_path / "a.txt"), "a")
    assert article_from(raw).text == text


OPENS = "from articles.opening import open_article; open_article({path!r})"


@pytest.mark.parametrize(
    ("name", "content", "heavy"),
    [
        ("a.txt", "Il pleut.", set()),
        ("a.md", "Il pleut.", {"markdown_it"}),
        ("a.html", "<html><p>Il pleut.", {"lxml", "trafilatura"}),
    ],
)
def test_what_is_heavy_waits_until_it_is_needed(
    tmp_path: Path, name: str, content: str, heavy: set[str]
) -> None:
    (tmp_path / name).write_text(content)
    code = OPENS.format(path=str(tmp_path / name)) + "; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    watched = {"lxml", "trafilatura", "httpx", "markdown_it", "zipfile"}
    found = watched & set(done.stdout.split())
    assert found - {"httpx", "zipfile"} == heavy
    if name == "a.txt":
        assert not found
