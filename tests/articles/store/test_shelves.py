"""The library: articles come back exactly as they were, with how far they were read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.article import Article
from articles.errors import EnregardError
from articles.segment import sentences
from articles.spans import Span
from articles.store import database, memory, passages, queue, removals, shelves
from articles.store.search import search
from articles.store.shelves import Sort, State
from articles.translation import BY_HAND, Segment, Translation
from tests.articles.store.shelf import article


@pytest.fixture
def connection() -> Iterator[database.Connection]:
    with database.temporary() as opened:
        yield opened


def entry(connection: database.Connection, given: Article) -> shelves.Entry:
    found = shelves.entry(connection, given.id)
    assert found is not None
    return found


def titles(found: list[shelves.Entry]) -> list[str]:
    return [each.title for each in found]


def add(connection: database.Connection, *names: str) -> list[Article]:
    added = [replace(article(f"Un texte sur {name}, écrit hier. Voilà."), title=name) for name in names]
    for each in added:
        shelves.add(connection, each)
    return added


def test_an_article_comes_back_exactly(connection: database.Connection) -> None:
    given = replace(article(), byline="Jeanne Le Goff", published="2026-03-01", site="Le Courrier d’ici")
    assert shelves.add(connection, given)
    assert shelves.article(connection, given.id) == given
    assert shelves.article(connection, "0" * 64) is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
        | st.sampled_from(["Il dort. Elle rit !", "• un\n• deux", "Voir aussi", "« Oui », dit-il."]),
        min_size=1,
        max_size=12,
    ),
    st.integers(1, 5),
)
def test_any_text_comes_back_exactly(parts: list[str], together: int) -> None:
    try:
        given = article("\n\n".join(parts))
    except EnregardError:
        return
    with pytest.MonkeyPatch.context() as patch, database.temporary() as connection:
        patch.setattr(passages, "SENTENCES", together)
        shelves.add(connection, given)
        assert shelves.article(connection, given.id) == given


def test_a_book_is_kept_in_passages_and_comes_back_whole(connection: database.Connection) -> None:
    given = article("\n\n".join(f"Chapitre {n}. Il pleut sur la ville {n}. Voilà." for n in range(700)))
    shelves.add(connection, given)
    assert connection.execute("SELECT COUNT(*) FROM passages").fetchone()[0] > 3
    assert shelves.article(connection, given.id) == given


def test_articles_are_found_by_where_they_come_from(connection: database.Connection) -> None:
    old, new, other = add(connection, "le pont", "le quai", "la halle")
    for each in (old, new):
        shelves.add(connection, replace(each, source="/presse/1.txt"))
    shelves.mark_opened(connection, old.id)
    wanted = [f"/presse/{n}.txt" for n in range(1_200)]
    assert shelves.from_sources(connection, wanted) == {"/presse/1.txt": entry(connection, old)}
    assert shelves.from_sources(connection, [other.source]) == {other.source: entry(connection, other)}
    assert shelves.from_sources(connection, []) == {}


def test_the_same_text_is_one_article_with_the_later_source(connection: database.Connection) -> None:
    assert shelves.add(connection, replace(article(), byline="Jeanne Le Goff"))
    assert not shelves.add(connection, article(source="https://example.org/fleuves"))
    [found] = shelves.entries(connection)
    assert found.source == "https://example.org/fleuves"
    assert found.byline == "Jeanne Le Goff"


@pytest.mark.parametrize("source", ["-", "--paste"])
def test_what_was_piped_in_or_pasted_is_no_source_to_remember(
    connection: database.Connection, source: str
) -> None:
    shelves.add(connection, article())
    shelves.add(connection, article(source=source))
    assert entry(connection, article()).source == "/articles/fleuves.txt"


def test_how_it_came_last_is_remembered_where_nothing_opens_it_again(connection: database.Connection) -> None:
    shelves.add(connection, article(source="-"))
    shelves.add(connection, article(source="--paste"))
    assert entry(connection, article()).source == "--paste"
    shelves.add(connection, article())
    assert entry(connection, article()).source == "/articles/fleuves.txt"


def test_position_stays_at_the_same_words_when_sentences_are_cut_otherwise(
    connection: database.Connection,
) -> None:
    given = article()
    shelves.add(connection, given)
    shelves.keep_position(connection, given.id, 3)
    at = given.sentences[3].span.start
    whole = [Span(0, len(given.text))]
    joined = replace(given, sentences=(*given.sentences[:1], *given.sentences[2:]))
    shelves.add(connection, joined)
    assert shelves.article(connection, given.id) == joined
    assert joined.sentences[entry(connection, given).sentence].span.start == at
    shelves.add(connection, replace(given, sentences=sentences(given.text, whole)[:1]))
    assert entry(connection, given).sentence == 0


def test_progress_is_the_furthest_sentence_and_goes_back_only_with_a_new_beginning(
    connection: database.Connection,
) -> None:
    given = article()
    shelves.add(connection, given)
    shelves.keep_position(connection, given.id, 2)
    shelves.keep_position(connection, given.id, 0)
    now = entry(connection, given)
    assert (now.sentence, now.furthest, now.progress, now.state) == (0, 2, 2 / 3, State.READING)
    removals.remove(connection, given.id)
    removals.bring_back(connection)
    assert entry(connection, given) == now
    shelves.set_state(connection, given.id, State.READ)
    assert entry(connection, given).furthest == 2
    shelves.set_state(connection, given.id, State.NEW)
    assert (entry(connection, given).furthest, entry(connection, given).progress) == (0, 0.0)


def test_reading_moves_state_position_and_progress(connection: database.Connection) -> None:
    given = article()
    shelves.add(connection, given)
    assert (entry(connection, given).state, entry(connection, given).opened) == (State.NEW, None)
    assert shelves.mark_opened(connection, given.id)
    assert entry(connection, given).state is State.READING
    assert entry(connection, given).opened is not None
    shelves.keep_position(connection, given.id, 2)
    now = entry(connection, given)
    assert (now.sentence, now.sentences, now.progress, now.state) == (2, 5, 2 / 3, State.READING)
    shelves.keep_position(connection, given.id, 3)
    assert (entry(connection, given).progress, entry(connection, given).state) == (1.0, State.READ)
    shelves.keep_position(connection, given.id, 0)
    assert (entry(connection, given).sentence, entry(connection, given).state) == (0, State.READ)
    shelves.set_state(connection, given.id, State.NEW)
    assert entry(connection, given).state is State.NEW


def test_a_look_ahead_is_a_place_and_no_progress(connection: database.Connection) -> None:
    given = article()
    shelves.add(connection, given)
    shelves.keep_position(connection, given.id, 3, read_to=1)
    now = entry(connection, given)
    assert (now.sentence, now.furthest, now.state) == (3, 1, State.READING)
    shelves.keep_position(connection, given.id, 2, read_to=0)
    now = entry(connection, given)
    assert (now.sentence, now.furthest, now.state) == (2, 1, State.READING)


@pytest.mark.parametrize(("asked", "kept"), [(-5, 0), (99, 4)])
def test_a_position_stays_inside_the_article(connection: database.Connection, asked: int, kept: int) -> None:
    shelves.add(connection, article())
    shelves.keep_position(connection, article().id, asked)
    assert entry(connection, article()).sentence == kept


def test_what_is_not_in_the_library_is_passed_over(connection: database.Connection) -> None:
    other = "0" * 64
    assert not shelves.mark_opened(connection, other)
    assert not shelves.keep_position(connection, other, 1)
    assert not shelves.set_state(connection, other, State.READ)
    assert not shelves.set_tags(connection, other, ["a"])
    assert not shelves.set_note(connection, other, "a")
    assert removals.remove(connection, other) is None


def test_tags_that_differ_in_accents_or_case_are_one(connection: database.Connection) -> None:
    one, two = add(connection, "Un", "Deux")
    shelves.set_tags(connection, one.id, ["Économie", "economie", " à  lire ", "", "\x1f"])
    shelves.set_tags(connection, two.id, ["ÉCONOMIE"])
    assert entry(connection, one).tags == ("à lire", "Économie")
    assert [count for _, count in shelves.tags(connection)] == [1, 2]
    assert titles(shelves.entries(connection, tag="économie", sort=Sort.TITLE)) == ["Deux", "Un"]
    shelves.set_tags(connection, one.id, [])
    assert titles(shelves.entries(connection, tag="economie")) == ["Deux"]


def test_lists_are_sorted_and_cut(connection: database.Connection) -> None:
    eve, ange, zoe = add(connection, "Ève", "ange", "Zoé")
    assert titles(shelves.entries(connection)) == ["Zoé", "ange", "Ève"]
    shelves.mark_opened(connection, eve.id)
    assert titles(shelves.entries(connection)) == ["Ève", "Zoé", "ange"]
    assert titles(shelves.entries(connection, sort=Sort.TITLE)) == ["ange", "Ève", "Zoé"]
    assert titles(shelves.entries(connection, sort=Sort.ADDED)) == ["Zoé", "ange", "Ève"]
    shelves.keep_position(connection, ange.id, 1)
    assert titles(shelves.entries(connection, sort=Sort.PROGRESS))[0] == "ange"
    assert titles(shelves.entries(connection, limit=1, offset=1, sort=Sort.TITLE)) == ["Ève"]
    shelves.add(connection, replace(zoe, published="2026-01-01"))
    assert titles(shelves.entries(connection, sort=Sort.PUBLISHED))[0] == "Zoé"


def test_lists_are_narrowed_by_words_and_state(connection: database.Connection) -> None:
    one, *_ = add(connection, "Église", "Moulin", "Pont")
    shelves.set_state(connection, one.id, State.READ)
    assert titles(shelves.entries(connection, query="eglise")) == ["Église"]
    assert titles(shelves.entries(connection, state=State.READ)) == ["Église"]
    assert shelves.entries(connection, query="moulin", state=State.READ) == []
    assert shelves.entries(connection, query="😀") == []
    assert shelves.count(connection) == 3
    assert shelves.count(connection, query="hier", state=State.NEW) == 2


def test_an_article_is_called_by_its_id_or_its_title(connection: database.Connection) -> None:
    one, two = add(connection, "Le pont de pierre", "Le pont de bois")
    assert titles(shelves.called(connection, one.id[:8])) == [one.title]
    assert titles(shelves.called(connection, two.id[:8].upper())) == [two.title]
    assert titles(shelves.called(connection, "bois pont")) == [two.title]
    assert len(shelves.called(connection, "pont")) == 2
    assert shelves.called(connection, "hier") == []
    assert shelves.called(connection, "«»") == []


def test_the_whole_title_goes_before_titles_that_have_it_in_them(connection: database.Connection) -> None:
    add(connection, "Le pont", "Le pont de bois", "Un été sous le pont", "Été")
    assert titles(shelves.called(connection, "le  Pont")) == ["Le pont"]
    assert titles(shelves.called(connection, "ete")) == ["Été"]
    assert len(shelves.called(connection, "pont")) == 3


def test_tags_are_added_to_those_that_are_there_and_taken_away(connection: database.Connection) -> None:
    [one] = add(connection, "Un")
    assert shelves.change_tags(connection, one.id, add=["Presse", "#à lire"])
    assert shelves.change_tags(connection, one.id, add=["Économie", "presse"], remove=["#A LIRE", "rien"])
    assert entry(connection, one).tags == ("Économie", "Presse")
    assert shelves.change_tags(connection, one.id, add=["presse"], remove=["Presse"])
    assert entry(connection, one).tags == ("Économie", "presse")
    assert not shelves.change_tags(connection, "0" * 64, add=["a"])


def test_what_is_removed_can_be_brought_back_as_it_was(connection: database.Connection) -> None:
    one, _ = add(connection, "Un", "Deux")
    shelves.mark_opened(connection, one.id)
    shelves.keep_position(connection, one.id, 1)
    shelves.set_state(connection, one.id, State.READING)
    shelves.set_tags(connection, one.id, ["Presse"])
    shelves.set_note(connection, one.id, "À relire")
    queue.enqueue(connection, [one.id])
    memory.remember(connection, [Segment("Un", Translation("One", BY_HAND))])
    before = entry(connection, one)
    assert removals.remove(connection, one.id) == before
    assert titles(shelves.entries(connection)) == ["Deux"]
    assert search(connection, "relire") == []
    assert queue.length(connection) == 0
    assert memory.look_up(connection, ["Un"]) != {}
    assert removals.bring_back(connection) == before
    assert entry(connection, one) == before
    assert shelves.article(connection, one.id) == one
    assert [hit.in_note for hit in search(connection, "relire")] == [True]
    assert queue.first(connection, 5) == [(one.id, before.sentences)]
    assert removals.bring_back(connection) is None


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("meanwhile", [False, True], ids=["alone", "another came meanwhile"])
def test_what_is_brought_back_stands_where_it_stood(
    connection: database.Connection, at: int, meanwhile: bool
) -> None:
    added = add(connection, "Un", "Deux", "Trois")
    one, two, three = added
    for each in (two, one, three):
        shelves.mark_opened(connection, each.id)
    queue.enqueue(connection, [three.id, one.id, two.id])
    connection.execute("UPDATE articles SET added = '2026-01-01T00:00:00Z'")
    removals.remove(connection, added[at].id)
    first = []
    if meanwhile:
        [four] = add(connection, "Quatre")
        shelves.mark_opened(connection, four.id)
        queue.enqueue(connection, [four.id])
        first = ["Quatre"]
    assert removals.bring_back(connection) is not None
    assert titles(shelves.entries(connection)) == [*first, "Trois", "Un", "Deux"]
    assert titles(shelves.entries(connection, sort=Sort.ADDED)) == [*first, "Trois", "Deux", "Un"]
    waiting = [article for article, _ in queue.first(connection, 9)]
    assert waiting[:3] == [three.id, one.id, two.id]


def test_the_queue_keeps_its_order_and_each_article_once(connection: database.Connection) -> None:
    one, two, three = add(connection, "Un", "Deux", "Trois")
    queue.enqueue(connection, [two.id, "0" * 64])
    queue.enqueue(connection, [one.id, two.id, three.id])
    assert [each for each, _ in queue.first(connection, 2)] == [two.id, one.id]
    queue.done(connection, two.id)
    assert queue.length(connection) == 2
    assert queue.clear(connection) == 2
    assert queue.first(connection, 5) == []
