"""Folders: the articles in them, as people would count them."""

import os
from pathlib import Path

from articles import sources
from articles.opening import open_article
from tests.articles.sources import books
from tests.articles.sources.complaints import one_line_about


def put(path: Path, data: bytes = "Il pleut à Valbrune.".encode()) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def titles(folder: Path) -> list[str]:
    found = sources.entries(str(folder))
    assert found is not None
    return [entry.title for entry in found]


def test_articles_are_in_natural_order(tmp_path: Path) -> None:
    for name in (
        "10.txt",
        "9.txt",
        "Étoile.md",
        "etage.txt",
        "Fin.html",
        "chapitre 2.txt",
        "chapitre 10.txt",
    ):
        put(tmp_path / "x" / name)
    assert titles(tmp_path / "x") == ["9", "10", "chapitre 2", "chapitre 10", "etage", "Étoile", "Fin"]


def test_every_entry_opens(tmp_path: Path) -> None:
    put(tmp_path / "x" / "a.txt")
    put(tmp_path / "x" / "b" / "c.md", b"# Oui\n\nNon.")
    found = sources.entries(str(tmp_path / "x"))
    assert found is not None
    assert [open_article(entry.source).source for entry in found] == [entry.source for entry in found]
    assert [entry.title for entry in found] == ["a", "b/c"]


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    put(folder / "article.txt")
    put(folder / "sans suffixe")
    books.book(folder / "livre.epub")
    for name in (
        ".cache.txt",
        ".git/a.txt",
        "page_files/cadre.html",
        "page_fichiers/a.html",
        "code.py",
        "x.json",
    ):
        put(folder / name)
    put(folder / "image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0")
    put(folder / "vide.txt", b" \n")
    put(folder / "papier.txt", b"%PDF-1.7\n")
    put(folder / "paquet.epub.txt", b"PK\x03\x04")
    put(folder / "flux.html", b"<rss><channel/></rss>")
    os.mkfifo(folder / "tuyau.txt")
    (folder / "nulle part.txt").symlink_to(folder / "rien")
    assert titles(folder) == ["article", "livre", "sans suffixe"]


def test_a_long_text_that_is_cut_in_a_character_is_an_article(tmp_path: Path) -> None:
    put(tmp_path / "x" / "a.txt", b"a" + "é".encode() * 100_000)
    put(tmp_path / "x" / "b.txt", ("é" * 100_000).encode("utf-16"))
    assert titles(tmp_path / "x") == ["a", "b"]


def test_not_deeper_than_three_folders_and_not_in_circles(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    put(folder / "1.txt")
    put(folder / "a" / "2.txt")
    put(folder / "a" / "b" / "3.txt")
    put(folder / "a" / "b" / "c" / "4.txt")
    (folder / "a" / "cercle").symlink_to(folder)
    assert titles(folder) == ["1", "a/2", "a/b/3"]


def test_a_folder_without_articles_gets_one_line(tmp_path: Path) -> None:
    put(tmp_path / "x" / "code.py")
    with one_line_about("is a folder without articles", names=str(tmp_path / "x")):
        sources.entries(str(tmp_path / "x"))


def test_a_folder_is_not_one_article(tmp_path: Path) -> None:
    put(tmp_path / "x" / "a.txt")
    with one_line_about("is a folder", names=str(tmp_path / "x")):
        sources.read(str(tmp_path / "x"))


def test_a_book_in_a_folder_has_its_own_entries(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    books.book(tmp_path / "x" / "livre.epub")
    found = sources.entries(str(tmp_path / "x"))
    assert found is not None
    inside = sources.entries(found[0].source)
    assert inside is not None
    assert len(inside) == 2


def test_names_cannot_drive_the_terminal(tmp_path: Path) -> None:
    put(tmp_path / "x" / "a\x1b[31m\nb.txt")
    assert titles(tmp_path / "x") == ["a\ufffd[31m b"]


def test_a_folder_that_may_not_be_read_gets_one_line(tmp_path: Path) -> None:
    put(tmp_path / "x" / "a.txt")
    if os.geteuid() != 0:
        (tmp_path / "x").chmod(0)
        with one_line_about("cannot be read", names=str(tmp_path / "x")):
            sources.entries(str(tmp_path / "x"))
        (tmp_path / "x").chmod(0o700)
