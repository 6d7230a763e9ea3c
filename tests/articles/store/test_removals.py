"""What was removed is kept for some time, over programs and backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.article import Article
from articles.opening import article_of
from articles.store import REMOVED_DAYS, database, queue, removals, shelves, upkeep
from articles.store.shelves import State


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def connection(file: Path) -> Iterator[database.Connection]:
    with database.opened(file) as connection:
        yield connection


def added(connection: database.Connection, title: str) -> Article:
    """An article in the library, with everything that one may have."""
    text = f"{title}\n\n«\u00a0Le pont est fermé\u00a0», dit le maire. Il pleut.\n\nUn titre\n\nLa fin."
    article = article_of(text, source=f"/presse/{title}.txt", name=title)
    shelves.add(connection, article)
    shelves.mark_opened(connection, article.id)
    shelves.keep_position(connection, article.id, 2)
    shelves.set_state(connection, article.id, State.READING)
    shelves.set_tags(connection, article.id, ["Presse", "à relire"])
    shelves.set_note(connection, article.id, "d’après Léa")
    queue.enqueue(connection, [article.id])
    return article


def test_comes_back_as_it_was_in_another_run(file: Path) -> None:
    with database.opened(file) as connection:
        one, two = added(connection, "Un"), added(connection, "Deux")
        before = shelves.entry(connection, one.id)
        assert not removals.are_there(connection)
        assert removals.remove(connection, one.id) == before
        assert removals.remove(connection, one.id) is None
        removals.remove(connection, two.id)
        assert shelves.count(connection) == 0
    with database.opened(file) as connection:
        assert [entry.title for entry in removals.entries(connection)] == ["Deux", "Un"]
        back = removals.bring_back(connection)
        assert back is not None
        assert back.title == "Deux"
        assert removals.bring_back(connection) == before
        assert removals.bring_back(connection) is None
        assert shelves.entry(connection, one.id) == before
        assert shelves.article(connection, one.id) == one
        assert queue.length(connection) == 2


def test_one_of_several_is_found_by_its_title_or_id(connection: database.Connection) -> None:
    one, two = added(connection, "Le pont fermé"), added(connection, "Le pont ouvert")
    for each in (one, two):
        removals.remove(connection, each.id)
    assert [entry.id for entry in removals.entries(connection, "ferme")] == [one.id]
    assert [entry.id for entry in removals.entries(connection, two.id[:6])] == [two.id]
    assert len(removals.entries(connection, "pont")) == 2
    assert removals.entries(connection, "canal") == []
    back = removals.bring_back(connection, one.id)
    assert back is not None
    assert back.id == one.id


def test_what_is_there_again_is_not_brought_back(connection: database.Connection) -> None:
    article = added(connection, "Un")
    removals.remove(connection, article.id)
    shelves.add(connection, article)
    assert not removals.are_there(connection)
    assert removals.bring_back(connection) is None
    removals.remove(connection, article.id)
    assert removals.bring_back(connection) is not None


def test_after_thirty_days_it_is_gone(connection: database.Connection) -> None:
    old, new = added(connection, "Un"), added(connection, "Deux")
    for each, days in ((old, REMOVED_DAYS + 1), (new, REMOVED_DAYS - 1)):
        removals.remove(connection, each.id)
        connection.execute(
            "UPDATE removed SET at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?) WHERE article = ?",
            (f"-{days} days", each.id),
        )
    assert [entry.id for entry in removals.entries(connection)] == [new.id]
    removals.forget_old(connection)
    assert connection.execute("SELECT article FROM removed").fetchall() == [(new.id,)]


def test_a_backup_has_it_too(file: Path, tmp_path: Path) -> None:
    with database.opened(file) as connection:
        article = added(connection, "Un")
        removals.remove(connection, article.id)
        upkeep.back_up(connection, tmp_path / "copy.sqlite")
        removals.bring_back(connection)
    upkeep.restore(file, tmp_path / "copy.sqlite")
    assert upkeep.check(file).problems == ()
    with database.opened(file) as connection:
        assert shelves.count(connection) == 0
        assert removals.bring_back(connection) is not None
