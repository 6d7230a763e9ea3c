"""The English of a quote: its own words where the marks tell them, else the sentences around it."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import facing
from articles.annotations import Analysis, Quote
from articles.article import Article
from articles.facing import FacingEnglish
from articles.opening import article_of
from articles.spans import Span
from articles.translation import Translation


def facing_english(text: str, english: dict[int, str], which: int = 0) -> FacingEnglish | None:
    """The English of one of the quotes of a text, which are what stands between « and »."""
    article = article_of(text, source="essai.txt", name="essai.txt")
    analysis = analysed(article)
    found = {place: Translation(words, "argos fr-en 1.9") for place, words in english.items()}
    return facing.english_of(article, analysis, analysis.quotes[which], found)


def analysed(article: Article) -> Analysis:
    """What stands between « and », as quotes of nobody; those between “ and ” stand inside."""
    spans = sorted(
        Span(*match.span(1))
        for marks in ("«\\s*([^»]*?)\\s*»", "“([^”]*)”")
        for match in re.finditer(marks, article.text)
    )
    quotes = tuple(
        Quote(
            span,
            next(place for place, one in enumerate(article.sentences) if one.span.overlaps(span)),
        )
        for span in spans
    )
    return Analysis(article.id, "essai", quotes, (), ())


ONE = "Le passeur s’est dit « soulagé » par la reprise du bac."


@pytest.mark.parametrize(
    ("english", "words", "is_exact"),
    [
        ("The ferryman said he was “relieved” by it.", "relieved", True),
        ('The ferryman said he was "relieved" by it.', "relieved", True),
        ("“Relieved,” said the ferryman.", "Relieved", True),
        ('"Relieved!" said the ferryman.', "Relieved!", True),
        ("The ferryman was relieved.", "The ferryman was relieved.", False),
        ("“I am,” he said, “relieved.”", "“I am,” he said, “relieved.”", False),
        ('"I am," he said, "relieved."', '"I am," he said, "relieved."', False),
    ],
)
def test_a_quote_in_one_sentence(english: str, words: str, is_exact: bool) -> None:
    assert facing_english(ONE, {0: english}) == FacingEnglish(words, is_exact)


def test_quotes_face_each_other_in_order() -> None:
    text = "Le bac est « sûr » et « rapide », dit-on à Malvoisy."
    english = {0: "The ferry is “safe” and “fast”, they say in Malvoisy."}
    assert facing_english(text, english, 0) == FacingEnglish("safe", True)
    assert facing_english(text, english, 1) == FacingEnglish("fast", True)


MANY = "« Le bac reprend lundi. Il fera froid. Couvrez-vous », prévient la mairie."


@pytest.mark.parametrize(
    ("first", "middle", "last", "words"),
    [
        ("“The ferry is back.", "It will be cold.", "Wrap up,” the town hall warns.", None),
        ('"The ferry is back.', "It will be cold.", 'Wrap up," the town hall warns.', None),
        ("“The ferry is back.", "“It will be cold.", "Wrap up,” the town hall warns.", None),
        ("“The ferry is back.", "“It will be cold.”", "Wrap up,” the town hall warns.", None),
        (
            "“The ferry is back.",
            "“Winter” is here, and so is “Spring”",
            "Wrap up,” it warns.",
            "The ferry is back. “Winter” is here, and so is “Spring” Wrap up",
        ),
        (
            '"The ferry is back.',
            '"Winter" is here.',
            'Wrap up," it warns.',
            'The ferry is back. "Winter" is here. Wrap up',
        ),
    ],
)
def test_a_quote_over_sentences(first: str, middle: str, last: str, words: str | None) -> None:
    found = facing_english(MANY, {0: first, 1: middle, 2: last})
    assert found == FacingEnglish(words or "The ferry is back. It will be cold. Wrap up", True)


def test_no_words_of_a_quote_are_lost_at_an_interruption() -> None:
    text = "« Le bac, dit-elle, reprend lundi. Couvrez-vous. » Puis elle est partie."
    for opening, closing in (("“", "”"), ('"', '"')):
        first = f"{opening}The ferry,{closing} she said, {opening}is back on Monday."
        found = facing_english(text, {0: first, 1: f"Wrap up.{closing}"})
        assert found is not None
        assert not found.is_exact
        assert found.words.startswith(first)


def test_a_quote_is_as_english_as_its_last_sentence() -> None:
    assert facing_english(MANY, {0: "“The ferry is back.", 1: "It will be cold."}) is None
    assert facing_english(MANY, {}) is None


def test_a_quote_inside_a_quote_has_the_sentence_around_it() -> None:
    text = "« On m’a crié : “Attendez le bac !” depuis la rive », raconte-t-elle."
    english = {0: "“They shouted ‘Wait for the ferry!’ from the bank,” she says."}
    outer, inner = facing_english(text, english, 0), facing_english(text, english, 1)
    assert outer == FacingEnglish("They shouted ‘Wait for the ferry!’ from the bank", True)
    assert inner == FacingEnglish(english[0], False)


@given(st.text(alphabet='ab ,.“”"«»', max_size=30), st.integers(0, 3))
def test_quotations_are_in_the_text_apart_and_as_many_as_asked_for(english: str, count: int) -> None:
    found = facing.quotations(english, [Quote(Span(0, 1), 0)] * count)
    if found is not None:
        assert len(found) == count
        assert all(span.end <= len(english) for span in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


WORD = st.text(alphabet="abc", min_size=1, max_size=5)


@given(st.lists(WORD, min_size=1, max_size=4), st.sampled_from(["“{}”", '"{}"', "“{},”", '"{},"']))
def test_a_sentence_of_quotations_gives_each_of_them(words: list[str], marks: str) -> None:
    text = " et ".join(f"« {word} »" for word in words) + " dit-elle."
    english = {0: " and ".join(marks.format(word) for word in words) + " she says."}
    for place, word in enumerate(words):
        assert facing_english(text, english, place) == FacingEnglish(word, True)


def test_a_sentence_of_two_million_characters_is_looked_through_once() -> None:
    """In the square of that, it would not end."""
    assert facing.quotations("mot " * 500_000, []) == []
    assert facing.quotations("mot " * 500_000 + "fin”", []) is None
