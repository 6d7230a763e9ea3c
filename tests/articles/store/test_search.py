"""Search: accents, case and apostrophes do not count, anything can be typed, English counts as French."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.spans import Span
from articles.store import database, memory, passages, shelves
from articles.store.search import Hit, index_english, rebuild, search
from articles.store.words import expression
from articles.translation import BY_HAND, Segment, Translation
from tests.articles.store.shelf import article


@pytest.fixture
def connection() -> Iterator[database.Connection]:
    with database.temporary() as opened:
        shelves.add(opened, article())
        yield opened


def the_one(connection: database.Connection, words: str) -> Hit:
    [hit] = search(connection, words)
    return hit


def found(connection: database.Connection, words: str) -> int | None:
    return the_one(connection, words).sentence


def is_sound(connection: database.Connection) -> bool:
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    return True


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("ete", 0),
        ("ÉTÉ", 0),
        ("e\u0301te\u0301", 0),
        ("l'eau", 1),
        ("l’eau", 1),
        ("L'EAU", 1),
        ("eau", 1),
        ("a paris", 1),
        ("par", 1),
        ("coeur", 2),
        ("cœur", 2),
        ("COEU", 2),
        ("pluie", 3),
        ("attend plui", 3),
        ("  maire   monte ", 1),
    ],
)
def test_finds_the_sentence(connection: database.Connection, typed: str, sentence: int) -> None:
    assert found(connection, typed) == sentence


@pytest.mark.parametrize("typed", ["", "  ", "'", "\"'*-()", "😀", "\0", "\ud800", "_", "{}^:+"])
def test_what_holds_no_word_finds_nothing(connection: database.Connection, typed: str) -> None:
    assert search(connection, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '"eau',
        "eau*",
        "*eau",
        "(eau",
        "french:eau -",
        "eau AND",
        "-eau",
        "😀 eau",
        "eau\0",
        "^eau",
        "eau\ud800",
    ],
)
def test_what_search_languages_know_is_only_words_here(connection: database.Connection, typed: str) -> None:
    search(connection, typed)
    assert (typed in {"eau AND", "french:eau -"}) == (search(connection, typed) == [])


@pytest.mark.parametrize("typed", ["x" * 10_000, "eau " * 2_500, "l'" * 5_000, '"' * 10_000, "é" * 10_000])
def test_ten_thousand_characters_are_borne(connection: database.Connection, typed: str) -> None:
    assert len(search(connection, typed)) == typed.startswith("eau")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.text("\"*()-+^:{}, NEARANDOT'’eau", max_size=40))
def test_nothing_that_is_typed_raises(typed: str) -> None:
    with database.temporary() as connection:
        shelves.add(connection, article())
        search(connection, typed)
        shelves.entries(connection, query=typed)
        shelves.called(connection, typed)


def test_only_the_words_that_all_are_there_are_found(connection: database.Connection) -> None:
    assert search(connection, "eau montagne") == []
    assert the_one(connection, "paris pluie").count == 2


def test_words_in_the_middle_of_others_are_not_found(connection: database.Connection) -> None:
    assert search(connection, "aris") == []


def test_a_word_that_is_done_is_not_a_beginning_when_it_is_short(connection: database.Connection) -> None:
    assert search(connection, "mai paris") == []
    assert len(search(connection, "paris mai")) == 1


def test_what_was_found_is_marked_in_the_sentence(connection: database.Connection) -> None:
    hit = the_one(connection, "l'eau pari")
    assert hit.french == "L’eau monte à Paris, dit le maire."
    assert [span.of(hit.french) for span in hit.french_spans] == ["L’eau", "Paris"]


def test_a_sentence_over_two_lines_is_shown_on_one(connection: database.Connection) -> None:
    shelves.add(connection, article(f"{'Un jour de mars, ' * 4}le vieux moulin\ntourne encore au vent."))
    hit = the_one(connection, "moulin tourne")
    assert hit.french.endswith("le vieux moulin tourne encore au vent.")
    assert [span.of(hit.french) for span in hit.french_spans] == ["moulin", "tourne"]


def test_title_and_note_are_searched(connection: database.Connection) -> None:
    given = article("Un texte.", name="Carnet de route")
    shelves.add(connection, given)
    hit = the_one(connection, "carnet")
    assert (hit.sentence, hit.french, hit.in_title, hit.in_note) == (None, "", True, False)
    shelves.set_note(connection, given.id, "Pour Maëlle, à relire")
    hit = the_one(connection, "maelle")
    assert (hit.sentence, hit.in_title, hit.in_note) == (None, False, True)
    shelves.set_note(connection, given.id, "")
    assert search(connection, "maelle") == []
    assert is_sound(connection)


def test_english_that_comes_later_is_found_and_shown_with_its_french(connection: database.Connection) -> None:
    assert search(connection, "heart") == []
    index_english(
        connection, article().id, {2: Translation("The heart of the town\nstill beats.", "argos fr-en 1.9")}
    )
    hit = the_one(connection, "hear")
    assert (hit.sentence, hit.french) == (2, "Le cœur de la ville bat encore.")
    assert hit.english == "The heart of the town still beats."
    assert hit.english_spans == (Span(4, 9),)
    assert hit.french_spans == ()
    assert the_one(connection, "coeur").english == hit.english


def test_english_that_is_changed_or_taken_back_is_no_longer_found(connection: database.Connection) -> None:
    index_english(connection, article().id, {1: Translation("Water rises.", "argos fr-en 1.9")})
    index_english(connection, article().id, {1: Translation("The flood comes.", BY_HAND)})
    assert search(connection, "rises") == []
    assert found(connection, "flood") == 1
    index_english(connection, article().id, {1: None})
    assert search(connection, "flood") == []
    assert is_sound(connection)


def test_english_that_is_known_is_found_as_soon_as_an_article_is_added() -> None:
    with database.temporary() as connection:
        memory.remember(
            connection, [Segment("On attend la pluie.", Translation("Rain is awaited.", BY_HAND))]
        )
        shelves.add(connection, article())
        assert found(connection, "awaited") == 3
        memory.remember(connection, [Segment("L’été des fleuves", Translation("Summer of rivers", BY_HAND))])
        shelves.add(connection, article())
        assert found(connection, "summer") == 0


def test_english_of_what_is_not_there_is_passed_over(connection: database.Connection) -> None:
    index_english(connection, "0" * 64, {0: Translation("Nothing", BY_HAND)})
    index_english(connection, article().id, {400: Translation("Nothing", BY_HAND)})
    assert search(connection, "nothing") == []


def test_words_of_both_languages_can_be_mixed(connection: database.Connection) -> None:
    index_english(connection, article().id, {3: Translation("Rain is awaited.", BY_HAND)})
    assert len(search(connection, "paris awaited")) == 1


def test_the_best_article_comes_first_and_each_once(connection: database.Connection) -> None:
    shelves.add(connection, article("Un pont.\n\nLa pluie, la pluie, toujours la pluie. Encore la pluie."))
    shelves.add(connection, article("Pluie\n\nUn texte long sur autre chose, le vent et les champs de blé."))
    hits = search(connection, "pluie")
    assert hits[0].entry.title == "Pluie"
    assert len(hits) == 3
    assert len(search(connection, "pluie", 2)) == 2
    assert {hit.entry.title: hit.count for hit in hits}["Pluie"] == 1


def test_a_book_is_found_once_and_by_the_passage_that_has_the_words(
    connection: database.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "SENTENCES", 10)
    book = article("\n\n".join(f"Le chapitre {n} parle de vendange{n}. Voilà tout." for n in range(40)))
    shelves.add(connection, book)
    hit = the_one(connection, "vendange33")
    assert hit.sentence is not None
    assert "vendange33" in book.sentences[hit.sentence].span.of(book.text)
    assert len(search(connection, "chapitre parle")) == 1
    index_english(connection, book.id, {hit.sentence: Translation("About grapes.", BY_HAND)})
    assert found(connection, "grapes") == hit.sentence


def test_the_index_can_be_made_anew(connection: database.Connection) -> None:
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    assert search(connection, "eau") == []
    rebuild(connection)
    assert found(connection, "eau") == 1


def test_no_word_is_no_expression() -> None:
    assert expression(" « » ") is None
