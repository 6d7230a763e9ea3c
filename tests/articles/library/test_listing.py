"""What a list of the library shows: by order, state, words and tags."""

from collections.abc import Iterator

import pytest

from articles.library.listing import Wanted, look_up
from articles.opening import article_of
from articles.store import database, shelves
from articles.store.shelves import Sort, State


@pytest.fixture
def connection() -> Iterator[database.Connection]:
    with database.temporary() as opened:
        yield opened


@pytest.fixture
def ids(connection: database.Connection) -> list[str]:
    """Ten articles; the even ones are read, every third is tagged."""
    added = []
    for n in range(10):
        one = article_of(f"Titre {n}\n\nLe pont est fermé. On passe {n}.", source=f"{n}.txt", name=str(n))
        shelves.add(connection, one)
        if n % 2 == 0:
            shelves.set_state(connection, one.id, State.READ)
        if n % 3 == 0:
            shelves.set_tags(connection, one.id, ["À relire", "presse"])
        added.append(one.id)
    return added


def listed(connection: database.Connection, wanted: Wanted) -> list[int]:
    return [int(row.entry.title.split()[1]) for row in look_up(connection, wanted).rows]


def test_a_list_without_words_is_in_its_order_and_as_long_as_wanted(
    connection: database.Connection, ids: list[str]
) -> None:
    assert listed(connection, Wanted(limit=3)) == [9, 8, 7]
    assert look_up(connection, Wanted(limit=3)).total == 10
    assert listed(connection, Wanted(sort=Sort.TITLE, limit=3)) == [0, 1, 2]
    assert listed(connection, Wanted(state=State.READ, sort=Sort.TITLE)) == [0, 2, 4, 6, 8]


def test_words_and_a_filter_go_together(connection: database.Connection, ids: list[str]) -> None:
    found = look_up(connection, Wanted(words="pont", state=State.NEW, limit=2))
    assert (len(found.rows), found.total) == (2, 5)
    assert all(row.entry.state is State.NEW and row.hit is not None for row in found.rows)
    every = look_up(connection, Wanted(words="pont", state=State.NEW))
    assert len(every.rows) == 5


@pytest.mark.parametrize("words", ["#à", "#A", "#relire", "#pre", "#presse #à"])
def test_tags_are_found_by_how_they_begin(
    connection: database.Connection, ids: list[str], words: str
) -> None:
    expected = [] if words == "#relire" else [0, 3, 6, 9]
    assert listed(connection, Wanted(words=words, sort=Sort.TITLE)) == expected


def test_tags_and_words_go_together(connection: database.Connection, ids: list[str]) -> None:
    found = look_up(connection, Wanted(words="pont #presse", state=State.READ, limit=1))
    assert (len(found.rows), found.total) == (1, 2)


@pytest.mark.parametrize("words", ["#", "", "   ", "# #"])
def test_nothing_that_is_looked_for_lists_everything(
    connection: database.Connection, ids: list[str], words: str
) -> None:
    assert look_up(connection, Wanted(words=words)).total == 10


@pytest.mark.parametrize("words", ["montagne", "?", '"', "pont AND", "#absent", "*"])
def test_what_is_nowhere_is_not_found(connection: database.Connection, ids: list[str], words: str) -> None:
    expected = 0
    assert look_up(connection, Wanted(words=words)).total == expected
