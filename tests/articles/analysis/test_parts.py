"""A text too long to be analysed at once is analysed in parts, and found to be the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import paths
from articles.analysis import pipeline
from articles.analysis.parts import parts
from articles.opening import article_of
from articles.spans import Span
from tests.fuzz import invariants

TEXT = (
    "Claire Roux, maire de Valmont, a parlé lundi. « Le pont sera ouvert », a déclaré Claire Roux.\n\n"
    "Le pont a coûté cher aux habitants de la ville.\n\n"
    "« Trop cher », a répondu Paul Vasseur, du syndicat des bateliers.\n\n"
    "Roux n’est pas d’accord. « Il le fallait », a dit Roux."
)


@given(
    st.lists(st.sampled_from(["Un mot.", "Deux mots. Trois mots.", "Titre"]), min_size=1), st.integers(1, 60)
)
def test_parts_are_the_whole_article_once(paragraphs: list[str], largest: int) -> None:
    article = article_of("\n\n".join(paragraphs), source="x", name="x")
    found = list(parts(article, largest))
    assert [one.span for part, _first in found for one in part.paragraphs] == [
        one.span for one in article.paragraphs
    ]
    sentences: list[Span] = []
    for part, first in found:
        assert first == len(sentences)
        assert part.text is article.text
        for one in part.sentences:
            assert part.paragraphs[one.paragraph].span.covers(one.span)
        sentences += [one.span for one in part.sentences]
    assert sentences == [one.span for one in article.sentences]


def test_what_is_found_in_parts_is_one_analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of(TEXT, source="x", name="x")
    whole = pipeline.analyse(article)
    monkeypatch.setattr(pipeline, "_LARGEST_PART", 60)
    found = pipeline.analyse(article)
    invariants.check_analysis(article, found)
    assert [quote.span for quote in found.quotes] == [quote.span for quote in whole.quotes]
    assert [quote.sentence for quote in found.quotes] == [quote.sentence for quote in whole.quotes]
    assert [quote.speaker for quote in found.quotes] == ["Claire Roux", "Paul Vasseur", "Claire Roux"]
    claire = next(actor for actor in found.actors if actor.name == "Claire Roux")
    assert (claire.role, claire.quotes, len(claire.mentions)) == ("maire de Valmont", (0, 2), 4)


def test_the_bundled_articles_in_parts_are_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_LARGEST_PART", 700)
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(paths.samples().glob("*.txt")))
    article = article_of(text, source="x", name="x")
    invariants.check_analysis(article, pipeline.analyse(article))
