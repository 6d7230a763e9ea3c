"""The title of a file that was not opened yet."""

from pathlib import Path

import pytest

from articles.titles import title_at
from tests.articles.sources.books import book
from tests.articles.sources.pages import PAGE


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("a.txt", "La halle\n\nElle rouvre. Les étals sont prêts, et l’on y va.".encode(), "La halle"),
        ("a.txt", "L’été\n\nIl pleut sur la ville, et les étals sont vides.".encode("cp1252"), "L’été"),
        ("a.txt", b"\xef\xbb\xbf" + b"La halle\n\n" + b"Elle rouvre. " * 20_000, "La halle"),
        ("a.txt", "Elle rouvre, et les étals sont prêts depuis la veille.".encode(), None),
        ("a.md", b"---\ntitle: Le pont\n---\n\nIl est ouvert.", "Le pont"),
        ("a.md", b"# Le pont\n\nIl est ouvert.", "Le pont"),
        (
            "a.html",
            b"<html><title>Le pont - Le Courrier</title><body><h1>Le pont</h1>",
            "Le pont",
        ),
        ("a.html", b"<html><head><title>Le quai</title></head><body><p>Il pleut.", "Le quai"),
        (
            "a.html",
            b"<html><head><meta property='og:title' content='Le \x1b[31mbac'></head>",
            "Le [31mbac",
        ),
        ("a.html", b"<html><body><p>Il pleut.", None),
        ("a.txt", b"\x00\x01\x02" * 400, None),
        ("a.txt", b"", None),
    ],
)
def test_it_stands_at_the_beginning(tmp_path: Path, name: str, data: bytes, title: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = title_at(path)
    assert (found or "").replace("\ufffd", "") == (title or "")


def test_a_saved_page_has_that_of_its_headline(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    assert title_at(path)


def test_what_is_no_article_of_its_own_has_none(tmp_path: Path) -> None:
    assert title_at(book(tmp_path / "livre.epub")) is None
    assert title_at(tmp_path) is None
    assert title_at(tmp_path / "nulle part.txt") is None
