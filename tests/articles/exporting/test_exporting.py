"""The formats that other programs read, and which one a file's name asks for."""

import json
from dataclasses import replace as changed
from pathlib import Path

import pytest

from articles import exporting
from articles.document import document
from articles.errors import EnregardError
from articles.exporting import Format
from articles.store import database, memory
from articles.translating import tmx
from articles.translating.importing import import_tmx
from articles.translation import BY_HAND, FRENCH_ENGLISH, Segment, Translation
from tests.articles.exporting import written


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.md", Format.MARKDOWN),
        ("a.MARKDOWN", Format.MARKDOWN),
        ("a.html", Format.HTML),
        ("a.Htm", Format.HTML),
        ("a.json", Format.JSON),
        ("a.b.tmx", Format.TMX),
        ("a.txt", None),
        ("html", None),
        (".md", None),
    ],
)
def test_the_format_that_a_name_asks_for(name: str, format: Format | None) -> None:
    assert exporting.format_of(Path(name)) is format


def test_json_is_the_contract() -> None:
    opened = written.article()
    found, english = written.analysis(opened), written.translations()
    data = exporting.written_as(Format.JSON, opened, found, english, language="fr", summary=1)
    assert json.loads(data) == document(opened, found, english, language="fr", sentences=1)
    assert "marché" in data.decode()
    assert data.startswith(b'{\n  "schema": 1,')


def test_json_takes_a_path_that_is_no_text() -> None:
    source = b"/caf\xe9.txt".decode(errors="surrogateescape")
    opened = changed(written.article(), source=source)
    data = exporting.written_as(Format.JSON, opened, written.analysis(opened), {}, language=None)
    assert json.loads(data)["article"]["source"] == source


@pytest.mark.parametrize("format", [Format.MARKDOWN, Format.HTML])
def test_pages_take_a_path_that_is_no_text(format: Format) -> None:
    opened = changed(written.article(), source=b"/caf\xe9.txt".decode(errors="surrogateescape"))
    assert "caf\ufffd.txt" in exporting.written_as(format, opened, None, {}, language=None).decode()


def test_json_without_an_analysis_is_refused() -> None:
    with pytest.raises(EnregardError, match="no analysis"):
        exporting.written_as(Format.JSON, written.article(), None, {}, language="fr")


def test_a_translation_memory_holds_what_has_english_with_its_origin_and_date(tmp_path: Path) -> None:
    opened = written.article("Il pleut.\n\nIl neige. Il pleut. Il\nvente.")
    english = {
        0: Translation("It is raining.", BY_HAND),
        1: Translation("It is snowing.", written.PACK),
        2: Translation("It is raining.", BY_HAND),
    }
    file = tmp_path / "a.tmx"
    kept = {0: "2023-04-05T06:07:08Z", 1: "2024-05-06T07:08:09Z"}
    file.write_bytes(exporting.written_as(Format.TMX, opened, None, english, language="fr", kept=kept))
    assert list(tmx.segments(file, FRENCH_ENGLISH)) == [
        Segment("Il pleut.", english[0]),
        Segment("Il neige.", english[1]),
    ]
    assert [date in file.read_text() for date in ("20230405T060708Z", "20240506T070809Z")] == [True, True]


def test_a_translation_memory_comes_back_as_it_was(tmp_path: Path) -> None:
    opened = written.article("\n\n".join(f"{words} Fin." for words in written.HOSTILE))
    english = written.everything(opened)
    file = tmp_path / "a.tmx"
    file.write_bytes(exporting.written_as(Format.TMX, opened, None, english, language="fr"))
    with database.opened(tmp_path / "library.sqlite") as connection:
        import_tmx(connection, file)
        texts = [" ".join(sentence.span.of(opened.text).split("\n")) for sentence in opened.sentences]
        assert memory.look_up(connection, texts) == english
