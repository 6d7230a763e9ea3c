"""The translation memory: what it finds, what it prefers, and that it keeps it."""

import sqlite3
from pathlib import Path

import pytest

from articles.errors import EnregardError
from articles.store import database, memory
from articles.translation import BY_HAND, Pair, Segment, Translation, preference


def segment(french: str, english: str, origin: str = BY_HAND) -> Segment:
    return Segment(french, Translation(english, origin))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.sqlite"


def test_finds_sentences_by_their_words_whatever_their_spaces_and_apostrophes(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(connection, [segment("L’eau\u00a0monte\u202f!", "The water is rising!")])
        found = memory.look_up(connection, ["L'eau monte !", "Autre chose.", "L’eau  monte\n!"])
    assert found == {
        0: Translation("The water is rising!", BY_HAND),
        2: Translation("The water is rising!", BY_HAND),
    }


def test_by_hand_beats_a_pack_and_a_newer_pack_an_older(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(
            connection, [segment("Oui.", "a", "argos fr-en 1.10"), segment("Oui.", "b", "argos fr-en 1.9")]
        )
        assert memory.look_up(connection, ["Oui."])[0].english == "a"
        memory.remember(connection, [segment("Oui.", "c")])
        assert memory.look_up(connection, ["Oui."])[0] == Translation("c", BY_HAND)


def test_preference_orders_origins() -> None:
    origins = [BY_HAND, "argos fr-en 1.9", "argos fr-en 1.10", "argos fr-en 2"]
    assert sorted(origins, key=preference) == [
        "argos fr-en 1.9",
        "argos fr-en 1.10",
        "argos fr-en 2",
        BY_HAND,
    ]


def test_directions_do_not_mix(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(connection, [segment("Pain", "bread")])
        assert memory.look_up(connection, ["Pain"], Pair("en", "fr")) == {}


def test_counts_only_what_is_new_or_changed(file: Path) -> None:
    with database.opened(file) as connection:
        assert memory.remember(connection, [segment("Un", "one"), segment("Deux", "two")]) == 2
        assert memory.remember(connection, [segment("Un", "one"), segment("Deux", "Two")]) == 1
        assert memory.look_up(connection, ["Deux"])[0].english == "Two"


def test_finds_thousands_at_once(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(connection, (segment(f"Phrase {i}", f"Sentence {i}") for i in range(3_000)))
        found = memory.look_up(connection, [f"Phrase {i}" for i in range(3_000)])
    assert [found[i].english for i in range(3_000)] == [f"Sentence {i}" for i in range(3_000)]


def test_all_or_nothing(file: Path) -> None:
    def broken() -> object:
        yield segment("Un", "one")
        raise EnregardError("the source broke off")

    with database.opened(file) as connection:
        with pytest.raises(EnregardError):
            memory.remember(connection, broken())  # type: ignore[arg-type]
        assert memory.look_up(connection, ["Un"]) == {}


def test_what_cannot_be_read_gets_one_line_and_costs_nothing_else(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(connection, [segment("Un", "one"), segment("Deux", "two")])
        connection.execute("UPDATE segments SET source = CAST(x'ff' AS TEXT) WHERE key = 'Un'")
        with pytest.raises(EnregardError, match="the library cannot be used"):
            list(memory.segments(connection))
        assert list(memory.created(connection, {5: segment("Deux", "two")})) == [5]


def test_tells_when_a_segment_was_first_kept_whatever_its_english_was(file: Path) -> None:
    with database.opened(file) as connection:
        memory.remember(connection, [segment("Un", "one"), segment("Deux", "two", "argos fr-en 1.9")])
        connection.execute("UPDATE segments SET created = '2025-03-01T12:00:00Z'")
        memory.remember(connection, [segment("Un", "a")])
        asked = {1: segment("Un", "one"), 2: segment("Deux", "two"), 7: segment("Trois", "three")}
        assert memory.created(connection, asked) == {1: "2025-03-01T12:00:00Z"}


def test_survives_closing_and_serves_two_at_once(file: Path) -> None:
    with database.opened(file) as one, database.opened(file) as other:
        memory.remember(one, [segment("Un", "one")])
        memory.remember(other, [segment("Deux", "two")])
    with database.opened(file) as again:
        assert set(memory.look_up(again, ["Un", "Deux"])) == {0, 1}
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_newer_library_is_left_alone(file: Path) -> None:
    with database.opened(file):
        pass
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(EnregardError, match="newer version"), database.opened(file):
        pass


def test_a_place_that_cannot_be_written_gets_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(EnregardError, match="cannot be opened"),
        database.opened(tmp_path / "file" / "library.sqlite"),
    ):
        pass
