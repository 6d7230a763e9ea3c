"""Adding: everything that can be opened is, and what cannot costs nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.article import Article
from articles.gathering import Failed
from articles.library.adding import Added, add_all
from articles.store import database, queue, shelves


@pytest.fixture
def connection() -> Iterator[database.Connection]:
    with database.temporary() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "presse"
    (path / "mars").mkdir(parents=True)
    (path / "un.txt").write_text("Le pont est fermé depuis hier.")
    (path / "mars" / "deux.txt").write_text("La pluie tombe sur le marché.")
    (path / "vide.txt").write_text("")
    (path / ".caché.txt").write_text("On ne le lit pas.")
    return path


def added(connection: database.Connection, *given: str, **options: object) -> list[Article]:
    became = add_all(connection, given, **options)  # type: ignore[arg-type]
    return [each.article for each in became if isinstance(each, Added)]


def test_a_folder_is_added_article_by_article(connection: database.Connection, folder: Path) -> None:
    became = list(add_all(connection, [str(folder)]))
    assert {Path(each.article.source).name for each in became if isinstance(each, Added)} == {
        "un.txt",
        "deux.txt",
    }
    assert all(Path(each.name).name == "vide.txt" for each in became if isinstance(each, Failed))
    assert shelves.count(connection) == 2


def test_what_fails_is_told_and_the_rest_is_added(connection: database.Connection, folder: Path) -> None:
    missing = str(folder / "rien.txt")
    became = list(add_all(connection, [missing, str(folder / "un.txt")]))
    assert isinstance(became[0], Failed)
    assert became[0].name == missing
    assert "does not exist" in str(became[0].error)
    assert isinstance(became[1], Added)


def test_an_article_that_is_there_is_not_new(connection: database.Connection, folder: Path) -> None:
    again = [str(folder / "un.txt")] * 2
    assert [each.is_new for each in add_all(connection, again) if isinstance(each, Added)] == [True, False]


def test_tags_come_to_those_it_has(connection: database.Connection, folder: Path) -> None:
    [one] = added(connection, str(folder / "un.txt"), tags=["presse"])
    added(connection, str(folder / "un.txt"), tags=["Ponts", "PRESSE"])
    entry = shelves.entry(connection, one.id)
    assert entry is not None
    assert entry.tags == ("Ponts", "presse")


def test_articles_wait_to_be_translated_when_asked(connection: database.Connection, folder: Path) -> None:
    [one] = added(connection, str(folder / "un.txt"), is_for_ahead=True)
    added(connection, str(folder / "mars"))
    assert [article for article, _ in queue.first(connection, 9)] == [one.id]


def test_addresses_in_a_feed_on_the_disk_are_not_fetched(
    connection: database.Connection, tmp_path: Path
) -> None:
    feed = tmp_path / "flux.xml"
    feed.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Le Courrier d’ici</title>'
        "<item><title>Le pont</title><link>https://example.org/pont</link></item>"
        "</channel></rss>"
    )
    [failed] = add_all(connection, [str(feed)])
    assert isinstance(failed, Failed)
    assert failed.name == "https://example.org/pont"
    assert "was not fetched" in str(failed.error)
