"""Translation memories of other programs."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import paths
from articles.canonical import canonical, flowed
from articles.errors import EnregardError
from articles.opening import open_article
from articles.store import database, memory
from articles.store.memory import StoredSegment
from articles.translating import tmx
from articles.translating.importing import import_tmx
from articles.translation import BY_HAND, FRENCH_ENGLISH, Segment, Translation


def unit(french: str, english: str, inside: str = "", languages: tuple[str, str] = ("fr", "en")) -> str:
    return (
        f"<tu>{inside}<tuv xml:lang='{languages[0]}'><seg>{french}</seg></tuv>"
        f"<tuv xml:lang='{languages[1]}'><seg>{english}</seg></tuv></tu>"
    )


def written(folder: Path, *units: str, head: str = "") -> Path:
    path = folder / "memory.tmx"
    body = "".join(units)
    path.write_text(
        f"<?xml version='1.0' encoding='UTF-8'?>{head}<tmx version='1.4'><header srclang='fr'/>"
        f"<body>{body}</body></tmx>",
        encoding="utf-8",
    )
    return path


def read(path: Path) -> list[Segment]:
    return list(tmx.segments(path, FRENCH_ENGLISH))


def test_reads_units_with_their_origin(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        unit("Bonjour.", "Hello."),
        unit("Merci.", "Thanks.", "<prop type='origin'>argos fr-en 1.9</prop>"),
    )
    assert read(path) == [
        Segment("Bonjour.", Translation("Hello.", BY_HAND)),
        Segment("Merci.", Translation("Thanks.", "argos fr-en 1.9")),
    ]


@pytest.mark.parametrize("languages", [("FR", "EN-GB"), ("fr-FR", "en-US"), ("fr_CA", "en_CA"), ("en", "fr")])
def test_regional_codes_and_either_order(tmp_path: Path, languages: tuple[str, str]) -> None:
    words = ("Oui", "Yes") if languages[0].lower().startswith("fr") else ("Yes", "Oui")
    assert read(written(tmp_path, unit(*words, languages=languages))) == [
        Segment("Oui", Translation("Yes", BY_HAND))
    ]


def test_inline_markup_goes_and_its_words_stay(tmp_path: Path) -> None:
    french = "Un <bpt i='1'>&lt;b&gt;</bpt>mot<ept i='1'>&lt;/b&gt;</ept> <hi>fort</hi><ph>{1}</ph>."
    assert read(written(tmp_path, unit(french, "A strong word.")))[0].source == "Un mot fort."


def test_units_without_both_languages_are_passed_over(tmp_path: Path) -> None:
    path = written(
        tmp_path, unit("Ja", "Yes", languages=("de", "en")), unit("", "Nothing"), unit("Oui", "Yes")
    )
    assert [segment.source for segment in read(path)] == ["Oui"]


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), max_size=5))
def test_any_words_come_through(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[str, str]]
) -> None:
    allowed = [
        (one, other)
        for one, other in ((canonical(a).strip(), canonical(b).strip()) for a, b in words)
        if one and other and not any(c in "\ufffe\uffff" or c == "\r" for c in one + other)
    ]
    path = written(
        tmp_path_factory.mktemp("tmx"), *(unit(escape(one), escape(other)) for one, other in allowed)
    )
    assert [(found.source, found.translation.english) for found in read(path)] == allowed


@pytest.mark.parametrize(
    "content",
    [
        "",
        "plain words",
        "<html><body/></html>",
        "<tmx><body><tu><tuv>",
        "<?xml version='1.0'?><tmx>\x01</tmx>",
    ],
)
def test_what_is_no_tmx_gets_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(content)
    with pytest.raises(EnregardError, match=r"memory\.tmx is not a TMX file") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    head = f"<!DOCTYPE tmx [<!ENTITY x SYSTEM '{secret.as_uri()}'><!ENTITY y 'yyyyyyyyyy'>]>"
    path = written(tmp_path, unit("Oui &x;", "Yes &y;"), head=head)
    assert "hidden" not in str(read(path))


@pytest.mark.parametrize("sample", sorted(paths.samples().glob("*.txt")), ids=lambda path: path.stem)
def test_every_sentence_of_the_bundled_articles_has_its_english(sample: Path) -> None:
    known = {
        memory.key(segment.source)
        for file in paths.samples().glob("*.tmx")
        for segment in tmx.segments(file, FRENCH_ENGLISH)
    }
    article = open_article(str(sample))
    sentences = [flowed(sentence.span.of(article.text)) for sentence in article.sentences]
    assert [sentence for sentence in sentences if memory.key(sentence) not in known] == []


def test_an_export_imports_as_it_was_and_changes_nothing(tmp_path: Path) -> None:
    segments = [
        Segment("« L’eau » & <le> vent\u202f!", Translation("“Water” & <the> wind!", BY_HAND)),
        Segment("Il pleut.", Translation("It is raining.", "argos fr-en 1.9")),
        Segment("Il pleut.", Translation("It’s raining.", BY_HAND)),
    ]
    path = tmp_path / "out.tmx"
    with database.opened(tmp_path / "library.sqlite") as connection:
        memory.remember(connection, segments)
        with path.open("wb") as file:
            assert tmx.write(memory.segments(connection), file, FRENCH_ENGLISH) == 3
        assert sorted(read(path), key=str) == sorted(segments, key=str)
        assert import_tmx(connection, path) == 0


@given(st.text())
def test_any_english_is_exported(words: str) -> None:
    from lxml import etree

    file = BytesIO()
    stored = StoredSegment(Segment("Oui.", Translation(words, words)), "2025-03-01T12:00:00Z")
    assert tmx.write([stored], file, FRENCH_ENGLISH) == 1
    root = etree.fromstring(file.getvalue())
    for found in (root.findtext(".//tuv[2]/seg"), root.findtext(".//prop")):
        assert found is not None
        assert len(found) == len(words)
        assert all(one in (other, "\ufffd") for one, other in zip(found, words, strict=True))


@pytest.mark.parametrize("count", [0, 1, 1_000])
def test_an_export_that_breaks_off_does_not_look_whole(count: int) -> None:
    from lxml import etree

    def broken() -> Iterator[StoredSegment]:
        for _time in range(count):
            yield StoredSegment(Segment("Oui.", Translation("Yes.", BY_HAND)), "2025-03-01T12:00:00Z")
        raise EnregardError("the library cannot be used")

    file = BytesIO()
    with pytest.raises(EnregardError, match="cannot be used"):
        tmx.write(broken(), file, FRENCH_ENGLISH)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(file.getvalue())


def test_an_export_has_what_other_programs_look_for(tmp_path: Path) -> None:
    from lxml import etree

    path = tmp_path / "out.tmx"
    with database.opened(tmp_path / "library.sqlite") as connection:
        memory.remember(connection, [Segment("Oui.", Translation("Yes.", BY_HAND))])
        with path.open("wb") as file:
            tmx.write(memory.segments(connection), file, FRENCH_ENGLISH)
    root = etree.parse(str(path)).getroot()
    header = root.find("header")
    assert header is not None
    assert root.get("version") == "1.4"
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(header.keys())
    assert (header.get("segtype"), header.get("srclang")) == ("sentence", "fr")
    unit = root.find("body/tu")
    assert unit is not None
    assert len(unit.get("creationdate") or "") == len("20250301T120000Z")
    assert [prop.text for prop in unit.iterfind("prop")] == [BY_HAND]
