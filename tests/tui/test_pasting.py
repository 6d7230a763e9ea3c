"""What was pasted: what it is taken for, and the article that it becomes."""

from queue import SimpleQueue

import pytest

from articles.article import Article
from tests.tui.shelves import HALL, RIVER
from tui import pasting
from tui.pasting import Kind, Pasting, Read, kind_of


@pytest.mark.parametrize(
    ("pasted", "kind"),
    [
        ("", Kind.NOTHING),
        (" \n\t", Kind.NOTHING),
        ("https://exemple.test/halle", Kind.NAME),
        ("https://exemple.test est un site sans fin ni commencement", Kind.TEXT),
        ("le toit est neuf", Kind.FEW_WORDS),
        ("''", Kind.TEXT),
        ("Le chat dort.", Kind.TEXT),
        (HALL, Kind.TEXT),
        (RIVER, Kind.TEXT),
        ("x" * 5_000, Kind.TEXT),
        ("\x00", Kind.TEXT),
    ],
)
def test_a_paste_is_a_name_a_few_words_or_a_text(pasted: str, kind: Kind) -> None:
    assert kind_of(pasted) is kind


def test_the_last_paste_alone_is_wanted() -> None:
    told: SimpleQueue[Read] = SimpleQueue()
    pastes = Pasting(told.put)
    pastes.read("Le chat dort.")
    first = told.get(timeout=20)
    assert isinstance(first.article, Article)
    assert first.article.title == "Le chat dort."
    assert pastes.is_wanted(first)
    pastes.read("Le chien mange.")
    assert not pastes.is_wanted(first)
    assert pastes.is_wanted(told.get(timeout=20))


def test_whatever_goes_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_options: object) -> Article:
        raise RuntimeError("rien ne va")

    monkeypatch.setattr(pasting, "article_of", fail)
    told: SimpleQueue[Read] = SimpleQueue()
    Pasting(told.put).read("Le chat dort.")
    said = told.get(timeout=20).article
    assert isinstance(said, str)
    assert "rien ne va" in said
