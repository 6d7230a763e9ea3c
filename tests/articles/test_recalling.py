"""What is remembered of an article: its English, and where it was left and its analysis."""

from pathlib import Path

import pytest

from articles import paths
from articles.analysing import analysed
from articles.analysis.version import VERSION
from articles.annotations import Analysis
from articles.opening import article_of, open_article
from articles.recalling import Recalled, english_from, recalled_from
from articles.store import database, memory, shelves
from articles.translation import BY_HAND, Segment, Translation

WHOLE = article_of("Le chat dort. Le chien mange.", source="somewhere", name="article")

SAMPLE = open_article(str(sorted(paths.samples().glob("*.txt"))[0]))

SLEEPS = Translation("The cat sleeps.", BY_HAND)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with database.opened(path) as connection:
        memory.remember(connection, [Segment("Le chat dort.", SLEEPS)])
    return path


def test_an_article_that_was_read_comes_with_its_place_its_english_and_its_analysis(library: Path) -> None:
    analysis = analysed(WHOLE, lambda _: Analysis(WHOLE.id, VERSION, (), (), ()), library)
    with database.opened(library) as connection:
        shelves.add_opened(connection, WHOLE)
        shelves.keep_position(connection, WHOLE.id, 1)
    assert recalled_from(library, WHOLE) == Recalled(1, {0: SLEEPS}, analysis)


def test_of_an_article_that_was_never_read_its_english_alone_is_remembered(library: Path) -> None:
    assert recalled_from(library, WHOLE) == Recalled()
    assert english_from(library, WHOLE) == ({0: SLEEPS}, ())


def test_a_bundled_article_has_its_english_wherever_it_is_asked_for(library: Path, tmp_path: Path) -> None:
    every = set(range(len(SAMPLE.sentences)))
    with database.opened(library) as connection:
        shelves.add_opened(connection, SAMPLE)
    assert set(recalled_from(library, SAMPLE).translations) == every
    known, troubles = english_from(tmp_path, SAMPLE)
    assert set(known) == every
    assert len(troubles) == 1
    assert str(tmp_path) in troubles[0]


def test_a_library_that_cannot_be_used_remembers_nothing(tmp_path: Path) -> None:
    assert recalled_from(tmp_path, WHOLE) == Recalled()
    known, troubles = english_from(tmp_path, WHOLE)
    assert (known, len(troubles)) == ({}, 1)
