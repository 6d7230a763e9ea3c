"""An article's analysis: remembered where what is kept is one, made anew where it is not."""

import json
from pathlib import Path

import pytest

from articles.analysing import analysed
from articles.analysis.encoding import encoded
from articles.analysis.version import VERSION
from articles.annotations import Analysis, RankedSentence
from articles.article import Article
from articles.opening import article_of
from articles.store import database

WHOLE = article_of("Le maire parle.", source="somewhere", name="article")

MADE = Analysis(WHOLE.id, VERSION, (), (), (RankedSentence(0, 0.5),))

HUGE = encoded(MADE) | {"ranking": [[0, 10**400]]}


def made(_article: Article) -> Analysis:
    return MADE


def never(_article: Article) -> Analysis:
    raise AssertionError("it is remembered")


@pytest.mark.parametrize(
    "row",
    ["no JSON", "", "null", "[]", "3", "{}", '{"quotes": 3}', "[" * 100_000, b"\xff", 5, json.dumps(HUGE)],
    ids=lambda row: str(row)[:12],
)
def test_what_is_kept_and_is_no_analysis_is_made_anew(tmp_path: Path, row: object) -> None:
    library = tmp_path / "library.sqlite"
    with database.opened(library) as connection:
        connection.execute(
            "INSERT INTO analyses (article, version, analysis) VALUES (?, ?, ?)", (WHOLE.id, VERSION, row)
        )
    assert analysed(WHOLE, made, library) == MADE
    assert analysed(WHOLE, never, library) == MADE
