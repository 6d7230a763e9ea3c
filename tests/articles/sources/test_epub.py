"""Books: their chapters in the order of reading, and books that mean harm."""

import io
import zipfile
from pathlib import Path

import pytest

from articles import sources
from articles.article import ParagraphKind
from articles.opening import article_from, open_article
from articles.sources import Collection, Raw
from tests.articles.sources import books
from tests.articles.sources.complaints import one_line_about


def chapters(path: Path) -> list[sources.Entry]:
    found = sources.entries(str(path))
    assert found is not None
    return list(found)


def test_chapters_are_in_reading_order_with_the_titles_of_the_contents(tmp_path: Path) -> None:
    path = books.book(tmp_path / "carnets.epub")
    assert [entry.title for entry in chapters(path)] == ["Le quai", "La halle"]
    assert [entry.source for entry in chapters(path)] == [f"{path}#1", f"{path}#2"]
    whole = sources.look(str(path))
    assert isinstance(whole, Collection)
    assert whole.title == "Carnets de Valbrune"


def test_a_chapter_is_an_article(tmp_path: Path) -> None:
    path = books.book(tmp_path / "carnets.epub")
    article = open_article(f"{path}#1")
    assert article.text == "Le quai\n\nIl pleut\u00a0! Elle rit."
    assert [paragraph.kind for paragraph in article.paragraphs] == [ParagraphKind.HEADING, ParagraphKind.BODY]
    assert (article.title, article.source) == ("Le quai", f"{path}#1")
    assert (article.byline, article.published) == ("Odile Garance, Jean Roux", "2021-05-04")
    assert article.site == "Carnets de Valbrune"


def test_a_chapter_without_a_heading_begins_with_its_title(tmp_path: Path) -> None:
    path = books.book(tmp_path / "carnets.epub")
    assert open_article(f"{path}#2").text == "La halle\n\nLa halle est vide.\n\nLe soir tombe."


def test_every_entry_opens_to_what_it_holds(tmp_path: Path) -> None:
    for entry in chapters(books.book(tmp_path / "carnets.epub")):
        assert entry.raw is not None
        assert article_from(entry.raw) == open_article(entry.source)


def test_older_contents_tell_titles_too(tmp_path: Path) -> None:
    content = books.parts() | {"OEBPS/book.opf": books.package(ncx=True), "OEBPS/toc.ncx": books.NCX}
    path = books.book(tmp_path / "x.epub", content)
    assert [entry.title for entry in chapters(path)] == ["Sur le quai", "Carnets de Valbrune, part 2"]


def test_without_contents_headings_are_titles(tmp_path: Path) -> None:
    content = books.parts()
    del content["OEBPS/nav.xhtml"]
    titles = [entry.title for entry in chapters(books.book(tmp_path / "x.epub", content))]
    assert titles == ["Le quai", "Carnets de Valbrune, part 2"]


def test_what_is_not_in_the_reading_order_is_left_out(tmp_path: Path) -> None:
    spine = '<itemref idref="b"/><itemref idref="a" linear="no"/><itemref idref="b"/><itemref idref="none"/>'
    path = books.book(tmp_path / "x.epub", books.parts() | {"OEBPS/book.opf": books.package(spine)})
    assert [entry.title for entry in chapters(path)] == ["Le quai"]
    assert sources.read(str(path)).title == "Le quai"


def test_a_whole_book_is_not_one_article(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub")
    with one_line_about("holds 2 articles", names=f"{path}#1"):
        sources.read(str(path))
    with one_line_about("there is no 3 in it", names=str(path)):
        sources.read(f"{path}#3")


def test_a_real_file_with_a_number_in_its_name_comes_first(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub")
    (tmp_path / "x.epub#1").write_text("Un vrai fichier.")
    assert open_article(f"{path}#1").text == "Un vrai fichier."
    other = path.rename(tmp_path / "tome#2.epub")
    assert open_article(f"{other}#1").title == "Le quai"


def test_a_book_is_known_by_its_content(tmp_path: Path) -> None:
    path = books.book(tmp_path / "sans_nom.txt")
    assert len(chapters(path)) == 2
    assert len(chapters(books.book(tmp_path / "sans_type.zip", has_type=False))) == 2


def test_damaged_markup_costs_little(tmp_path: Path) -> None:
    content = books.parts() | {
        "OEBPS/text/quai.xhtml": "<p>Il pleut & vente.<p>Elle rit &eacute;galement.</b>"
    }
    (quai, _) = chapters(books.book(tmp_path / "x.epub", content))
    assert quai.raw is not None
    assert [block.text for block in quai.raw.blocks] == ["Il pleut & vente.", "Elle rit également."]


def with_encryption(algorithm: str) -> dict[str, str]:
    data = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{algorithm}"/></enc:EncryptedData></encryption>'
    )
    return books.parts() | {"META-INF/encryption.xml": data}


def test_protected_books_are_refused_and_hidden_fonts_are_not(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub", with_encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))
    with one_line_about("is encrypted", names=str(path)):
        sources.look(str(path))
    fonts = books.book(tmp_path / "y.epub", with_encryption("http://www.idpf.org/2008/embedding"))
    assert len(chapters(fonts)) == 2


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub")
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    path.write_bytes(data)
    with one_line_about("is encrypted", names=str(path)):
        sources.look(str(path))


@pytest.mark.parametrize("name", ["../../evil.xhtml", "/etc/passwd", "OEBPS/../../x", "..\\x"])
def test_files_outside_of_the_book_are_refused(tmp_path: Path, name: str) -> None:
    path = books.book(tmp_path / "x.epub", books.parts() | {name: "x"})
    with one_line_about("names files outside of itself", names=str(path)):
        sources.look(str(path))


def test_links_that_lead_outside_are_refused(tmp_path: Path) -> None:
    opf = books.package().replace("text/quai.xhtml", "%2e%2e/%2e%2e/%2e%2e/etc/passwd")
    path = books.book(tmp_path / "x.epub", books.parts() | {"OEBPS/book.opf": opf})
    with one_line_about("names files outside of itself"):
        sources.look(str(path))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub", books.parts() | {"OEBPS/text/quai.xhtml": b" " * (40 * 2**20)})
    assert path.stat().st_size < 100_000
    with one_line_about("is too large once unpacked", names=str(path)):
        sources.look(str(path))


def test_many_large_parts_are_a_bomb_too(tmp_path: Path) -> None:
    names = [f"text/{number}.xhtml" for number in range(12)]
    items = "".join(f'<item id="i{name}" href="{name}"/>' for name in names)
    spine = "".join(f'<itemref idref="i{name}"/>' for name in names)
    opf = books.package(spine).replace("</manifest>", f"{items}</manifest>")
    content: dict[str, str | bytes] = {**books.parts(), "OEBPS/book.opf": opf}
    content |= {f"OEBPS/{name}": b" " * (7 * 2**20) for name in names}
    with one_line_about("is too large once unpacked"):
        sources.look(str(books.book(tmp_path / "x.epub", content)))


def test_sizes_that_an_archive_tells_are_not_believed(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub", books.parts() | {"OEBPS/text/quai.xhtml": b" " * (20 * 2**20)})
    data = path.read_bytes().replace((20 * 2**20).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(data)
    with one_line_about("damaged|unpacks", names=str(path)):
        sources.look(str(path))


def test_a_list_of_files_without_end_is_not_read(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for number in range(20_000):
            archive.writestr(f"{number:0>60}", b"")
    path = tmp_path / "x.epub"
    path.write_bytes(held.getvalue())
    with one_line_about("is damaged", names=str(path)):
        sources.look(str(path))


@pytest.mark.parametrize("part", ["META-INF/container.xml", "OEBPS/book.opf", "OEBPS/nav.xhtml"])
def test_laughs_by_the_billion_are_not_told(tmp_path: Path, part: str) -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    laughs = f"<?xml version='1.0'?><!DOCTYPE x [{lines}]><x a='&l11;'>&l11;</x>"
    path = books.book(tmp_path / "x.epub", books.parts() | {part: laughs})
    with one_line_about("defines entities of its own", names=str(path)):
        sources.look(str(path))


@pytest.mark.parametrize("part", ["META-INF/container.xml", "OEBPS/book.opf"])
def test_a_book_without_a_needed_part_is_damaged(tmp_path: Path, part: str) -> None:
    content = books.parts()
    del content[part]
    with one_line_about("is damaged"):
        sources.look(str(books.book(tmp_path / "x.epub", content)))
    with one_line_about("is damaged"):
        sources.look(str(books.book(tmp_path / "x.epub", {**content, part: "pas du XML"})))


def test_a_book_cut_short_is_damaged(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub")
    path.write_bytes(path.read_bytes()[:-200])
    with one_line_about("is damaged", names=str(path)):
        sources.look(str(path))


def test_a_book_of_pictures_is_empty(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub", books.parts() | {"OEBPS/book.opf": books.package("")})
    with one_line_about("is empty", names=str(path)):
        sources.look(str(path))


def test_nothing_is_written_to_the_disk(tmp_path: Path) -> None:
    path = books.book(tmp_path / "x.epub")
    before = sorted(tmp_path.rglob("*"))
    assert isinstance(sources.read(f"{path}#1"), Raw)
    assert sorted(tmp_path.rglob("*")) == before
