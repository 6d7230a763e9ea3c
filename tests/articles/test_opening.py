"""From what the reader named to an article."""

import codecs
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import paths
from articles.article import ParagraphKind
from articles.canonical import canonical, flowed
from articles.errors import EnregardError
from articles.language import detected_language
from articles.opening import article_from, article_of, open_article
from articles.sources import Block, Raw

TEXT = (
    "L’été à Saint-Clément\n\n« Ça coûte 5 € », dit Zoé, près de l’église. Elle rêve… Où va-t-elle ?\n\n"
    "Le garçon répète : « Déjà ! » Il a raison."
)


def written(folder: Path, data: bytes, name: str = "article.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    assert open_article(written(tmp_path, data)).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "line"), [("latin-1", "Été à la mer."), ("iso8859_15", "Déjà Noël à l'école.")]
)
def test_one_line_in_an_old_encoding(tmp_path: Path, encoding: str, line: str) -> None:
    assert open_article(written(tmp_path, line.encode(encoding))).text == line


@pytest.mark.parametrize(("bom", "encoding"), [("le", "utf-32-le"), ("be", "utf-32-be")])
def test_utf_32_is_told_by_its_mark(tmp_path: Path, bom: str, encoding: str) -> None:
    marks = {"le": codecs.BOM_UTF32_LE, "be": codecs.BOM_UTF32_BE}
    assert open_article(written(tmp_path, marks[bom] + TEXT.encode(encoding))).text == TEXT


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["bare", "marked"])
@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        (TEXT.encode() + "…".encode()[:2], f"{TEXT}\ufffd"),
        (TEXT.encode() + "é".encode()[:1], f"{TEXT}\ufffd"),
        (TEXT.encode() + b"\xff" + TEXT.encode(), f"{TEXT}\ufffd{TEXT}"),
        (TEXT.encode() + "\nL'été déjà.".encode("latin-1"), f"{TEXT}\nL'\ufffdt\ufffd d\ufffdj\ufffd."),
    ],
    ids=["cut in an ellipsis", "cut in an accent", "stray byte", "Latin-1 line"],
)
def test_damage_in_utf_8_costs_only_the_damaged_characters(
    tmp_path: Path, mark: bytes, damaged: bytes, text: str
) -> None:
    assert open_article(written(tmp_path, mark + damaged)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "iso8859_15"])
def test_an_old_encoding_is_not_taken_for_damaged_utf_8(tmp_path: Path, encoding: str) -> None:
    line = "« L’été », c’est déjà ça." if encoding != "iso8859_15" else "L'été à Noël, c'est déjà ça."
    assert open_article(written(tmp_path, line.encode(encoding))).text == line


@pytest.mark.parametrize("source", ["-", "--paste"])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Il pleut. Il neige.", "Il pleut. Il neige."),
        ("Titre\n\nIl pleut sur la ville depuis ce matin.", "Titre"),
        (
            "Il pleut depuis ce matin sur la ville et sur la plaine, cependant on n’y croit plus.",
            "Il pleut depuis ce matin sur la ville et sur la plaine…",
        ),
        (
            "Il pleut depuis ce matin sur la ville et sur la plaine\u00a0; personne n’y croit.",
            "Il pleut depuis ce matin sur la ville et sur la plaine…",
        ),
        ("a" * 200 + ".", "a" * 60 + "…"),
    ],
    ids=["short", "heading", "cut at a word", "cut after a comma", "no spaces"],
)
def test_what_was_piped_or_pasted_is_called_by_its_first_words(source: str, text: str, title: str) -> None:
    assert article_of(text, source=source, name="name").title == title


def test_a_stray_nul_is_one_replaced_character(tmp_path: Path) -> None:
    text = TEXT.replace("garçon", "gar\0çon")
    assert open_article(written(tmp_path, text.encode())).text == text.replace("\0", "\ufffd")


def test_closed_standard_input_gets_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(EnregardError, match="standard input is closed") as caught:
        open_article("-")
    assert "\n" not in str(caught.value)


def test_a_title_from_a_file_name_is_on_one_line(tmp_path: Path) -> None:
    name = "un\nété\t\tà la  mer.txt"
    assert open_article(written(tmp_path, b"Il fait beau.", name)).title == "un été à la mer"


def test_bom_and_line_ends_leave_no_trace(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert open_article(written(tmp_path, data)).text == TEXT


def test_title_is_the_first_heading(tmp_path: Path) -> None:
    assert open_article(written(tmp_path, TEXT.encode())).title == "L’été à Saint-Clément"


def test_title_is_the_file_name_where_the_article_begins_at_once(tmp_path: Path) -> None:
    text = TEXT.partition("\n\n")[2] + "\n\nUn intertitre\n\nEt la suite, qui est une phrase."
    assert open_article(written(tmp_path, text.encode(), "l'été.txt")).title == "l'été"


def test_id_is_the_digest_of_the_canonical_text(tmp_path: Path) -> None:
    article = open_article(written(tmp_path, TEXT.encode("utf-16")))
    assert article.id == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06", "is not a text"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(1, 256)), "is not a text"),
        (b"\xef\xbb\xbfabc\xff\xfe\xfd", "damaged"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_text_gets_one_line(tmp_path: Path, data: bytes, complaint: str) -> None:
    with pytest.raises(EnregardError, match=complaint) as caught:
        open_article(written(tmp_path, data))
    assert "\n" not in str(caught.value)
    assert "article.txt" in str(caught.value)


def test_missing_file_folder_and_forbidden_file(tmp_path: Path) -> None:
    with pytest.raises(EnregardError, match="does not exist"):
        open_article(str(tmp_path / "nothing.txt"))
    with pytest.raises(EnregardError, match="is a folder"):
        open_article(str(tmp_path))
    with pytest.raises(EnregardError, match="cannot be read"):
        open_article("nul\0byte")
    if os.geteuid() != 0:
        path = Path(written(tmp_path, b"Bonjour."))
        path.chmod(0)
        with pytest.raises(EnregardError, match="may not be read"):
            open_article(str(path))


def test_too_large_a_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
        file.write(b"x")
    with pytest.raises(EnregardError, match="larger than 64 MB"):
        open_article(str(path))


@given(st.text().filter(str.strip))
def test_any_text_opens_and_its_spans_lie_in_it(text: str) -> None:
    article = article_of(text, source="x", name="x")
    assert article.sentences
    for sentence in article.sentences:
        assert article.paragraphs[sentence.paragraph].span.covers(sentence.span)


def structured(*blocks: Block, title: str | None = None) -> Raw:
    return Raw("", "x.html", "x", title=title, blocks=blocks)


@given(
    st.lists(st.builds(Block, st.text(), st.booleans()), min_size=1).filter(
        lambda blocks: any(block.text.strip() for block in blocks)
    ),
    st.none() | st.text(max_size=10),
)
def test_any_blocks_open_and_their_spans_lie_in_the_text(blocks: list[Block], title: str | None) -> None:
    article = article_from(structured(*blocks, title=title))
    assert article.text == canonical(article.text)
    assert "\n\n".join(paragraph.span.of(article.text) for paragraph in article.paragraphs) == article.text
    assert not any("\n" in paragraph.span.of(article.text) for paragraph in article.paragraphs)
    again = article_of(article.text, source="x", name="x")
    assert [paragraph.span for paragraph in again.paragraphs] == [p.span for p in article.paragraphs]
    assert (again.id, again.sentences) == (article.id, article.sentences)


def test_paragraphs_of_structured_sources_are_of_the_kind_that_the_source_says() -> None:
    blocks = (Block("Une phrase.", True), Block("Un intertitre"), Block("Avec AFP"), Block("Avec AFP", True))
    kinds = [paragraph.kind for paragraph in article_from(structured(*blocks)).paragraphs]
    body, heading, remnant = ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.BOILERPLATE
    assert kinds == [heading, body, remnant, remnant]


def test_blocks_keep_their_no_break_spaces_and_lose_their_lines() -> None:
    article = article_from(
        structured(Block(" «\u00a0Ça\r\n  va\u202f!\u00a0»\t\n"), Block(" \n "), Block("Oui."))
    )
    assert article.text == "«\u00a0Ça va\u202f!\u00a0»\n\nOui."


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([Block("Il pleut.")], "La halle\n\nIl pleut."),
        ([Block("LA  HALLE", True), Block("Il pleut.")], "LA HALLE\n\nIl pleut."),
        ([Block("La halle"), Block("Il pleut.")], "La halle\n\nIl pleut."),
        ([Block("La halle", True), Block("La halle", True), Block("Oui.")], "La halle\n\nOui."),
        ([Block("Local"), Block("La halle", True), Block("Oui.")], "Local\n\nLa halle\n\nOui."),
        (
            [Block("Oui."), Block("Le quai", True), Block("La halle", True)],
            "La halle\n\nOui.\n\nLe quai\n\nLa halle",
        ),
    ],
)
def test_the_title_of_a_structured_source_is_its_first_heading_once(blocks: list[Block], text: str) -> None:
    article = article_from(structured(*blocks, title="La halle"))
    assert article.text == text
    assert article.title.casefold() == "la halle"
    title = next(p for p in article.paragraphs if p.span.of(text).casefold() == "la halle")
    assert title.kind is ParagraphKind.HEADING


def test_what_a_source_says_of_an_article_is_kept_on_one_line() -> None:
    raw = Raw("Oui.", "x", "x", byline=" Odile\n Garance ", published="2024-03-12", site="Le\x1b Courrier")
    article = article_from(raw)
    assert (article.byline, article.published, article.site) == (
        "Odile Garance",
        "2024-03-12",
        "Le\ufffd Courrier",
    )


def test_blocks_without_a_word_are_nothing_to_read() -> None:
    with pytest.raises(EnregardError, match="is empty"):
        article_from(structured(Block(" \u00a0\n"), title="La halle"))


def test_languages_are_told_apart() -> None:
    assert detected_language(TEXT) == "fr"
    english = "The mayor opened the station on Monday morning, and everybody who lives there came along."
    assert detected_language(english) == "en"
    assert detected_language("Oui.") is None


@pytest.mark.parametrize("sample", sorted(paths.samples().glob("*.txt")), ids=lambda path: path.stem)
def test_bundled_articles_are_whole(sample: Path) -> None:
    article = open_article(str(sample))
    words = len(article.text.split())
    assert 400 <= words <= 800
    assert article.title == flowed(article.paragraphs[0].span.of(article.text))
    assert article.paragraphs[0].kind is ParagraphKind.HEADING
    assert "\ufffd" not in article.text
