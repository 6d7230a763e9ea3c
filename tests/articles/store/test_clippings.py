"""Clippings are kept with everything they are cited with, one for a place, the latest first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.clippings import Clipping, ClippingKind
from articles.spans import Span
from articles.store import clippings, database

FIRST = Clipping(
    article="a" * 64,
    span=Span(10, 40),
    kind=ClippingKind.QUOTE,
    title="Le bac «\u00a0repart\u00a0»",
    source="https://gazette.example/bac",
    french="C’est l’été\u00a0!",
    site="La Gazette",
    published="2024-03-01",
    english="It’s summer!",
    origin="argos fr-en 1.9",
    speaker="Odile Tavernay",
    attribution="la batelière Odile Tavernay",
    is_exact=False,
    names_speaker=True,
)
SECOND = Clipping("a" * 64, Span(50, 60), ClippingKind.SENTENCE, "Le bac", "-", "Il part.")
ELSEWHERE = replace(SECOND, article="b" * 64)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[database.Connection]:
    """An empty library."""
    with database.opened(tmp_path / "library.sqlite") as opened:
        yield opened


def bare(found: list[Clipping]) -> list[Clipping]:
    """Clippings without the moments in which they were kept."""
    return [replace(clipping, created=None) for clipping in found]


def test_everything_is_kept_and_the_latest_is_first(connection: database.Connection) -> None:
    for clipping in (FIRST, SECOND, ELSEWHERE):
        clippings.keep(connection, clipping)
    assert bare(clippings.all_of(connection)) == [ELSEWHERE, SECOND, FIRST]
    assert bare(clippings.all_of(connection, "a" * 64)) == [SECOND, FIRST]
    assert clippings.all_of(connection, "c" * 64) == []


def test_when_it_was_kept_is_a_moment_in_utc(connection: database.Connection) -> None:
    clippings.keep(connection, FIRST)
    created = clippings.all_of(connection)[0].created
    assert created is not None
    assert datetime.fromisoformat(created).utcoffset() == timedelta(0)


def test_the_same_place_again_is_the_same_clipping_and_the_latest(connection: database.Connection) -> None:
    clippings.keep(connection, FIRST)
    clippings.keep(connection, SECOND)
    clippings.keep(connection, replace(FIRST, english="Summer is here!", is_exact=True))
    found = bare(clippings.all_of(connection))
    assert found == [replace(FIRST, english="Summer is here!", is_exact=True), SECOND]


def test_dropping_takes_that_place_alone_and_it_can_come_back(connection: database.Connection) -> None:
    for clipping in (FIRST, SECOND, ELSEWHERE):
        clippings.keep(connection, clipping)
    clippings.drop(connection, SECOND)
    assert bare(clippings.all_of(connection)) == [ELSEWHERE, FIRST]
    clippings.drop(connection, SECOND)
    clippings.keep(connection, SECOND)
    assert bare(clippings.all_of(connection)) == [SECOND, ELSEWHERE, FIRST]


def test_they_are_there_when_the_library_is_opened_again(tmp_path: Path) -> None:
    for clipping in (FIRST, SECOND):
        with database.opened(tmp_path / "kept.sqlite") as opened:
            clippings.keep(opened, clipping)
    with database.opened(tmp_path / "kept.sqlite") as opened:
        assert bare(clippings.all_of(opened)) == [SECOND, FIRST]


PLACES = st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.booleans())


@given(st.lists(PLACES, max_size=12))
def test_keeping_and_dropping_in_any_order(steps: list[tuple[str, int, bool]]) -> None:
    wanted: list[Clipping] = []
    with database.temporary() as connection:
        for article, place, drops in steps:
            clipping = replace(SECOND, article=article * 64, span=Span(place, place + 5))
            wanted = [other for other in wanted if other != clipping]
            if drops:
                clippings.drop(connection, clipping)
            else:
                clippings.keep(connection, clipping)
                wanted = [clipping, *wanted]
        assert bare(clippings.all_of(connection)) == wanted
