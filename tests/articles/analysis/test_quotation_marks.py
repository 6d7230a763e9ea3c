"""Where quotation marks enclose words."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.analysis.quotes.marks import stretches
from articles.opening import article_of


def inside(text: str) -> list[str]:
    article = article_of(text, source="x", name="x")
    return [one.span.of(article.text) for one in stretches(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit «\u00a0oui\u00a0».", ["oui"]),
        ("Il dit «oui».", ["oui"]),
        ("Il dit «\u202foui\u202f» et “non”.", ["oui", "non"]),
        ('Il dit "oui" puis "non".', ["oui", "non"]),
        ("Il dit ‹ oui ›.", ["oui"]),
        ('« Il m’a dit "non" hier », dit-elle.', ['Il m’a dit "non" hier', "non"]),
        ("«Le mot «juste» manque !»", ["Le mot «juste» manque !", "juste"]),
        ('L’écran de 27" coûte cher.', []),
        ("Battu en 12' 30\" au total.", []),
        ('L’écran de 27" est "cher".', ["cher"]),
        ("« »", []),
        ("Rien ici.", []),
    ],
)
def test_examples(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_forgotten_mark_never_swallows_the_next_paragraph() -> None:
    assert inside("« Je viens, dit-il.\n\nIl vient, en effet.") == ["Je viens, dit-il."]


def test_a_forgotten_mark_stops_before_the_next_quote() -> None:
    text = "« Je viens, dit-il. Elle répond : « Reste. » Il reste."
    assert inside(text) == ["Je viens, dit-il.", "Reste."]


def test_a_quote_reopened_at_each_paragraph_goes_on() -> None:
    article = article_of("« Un début.\n\n« Une suite.\n\n« Une fin. »", source="x", name="x")
    found = stretches(article)
    assert [one.span.of(article.text) for one in found] == ["Un début.", "Une suite.", "Une fin."]
    assert [(one.goes_on, one.continues) for one in found] == [(True, False), (True, True), (False, True)]


_MARKS = st.text(st.sampled_from("ab «»‹›“”\"'.!?\n27"), min_size=1, max_size=80).filter(str.strip)


@given(_MARKS)
@example('««?"!"2')
def test_stretches_lie_in_the_text_and_nest(text: str) -> None:
    article = article_of(text, source="x", name="x")
    found = stretches(article)
    for one in found:
        assert one.outer.covers(one.span)
        assert article.paragraphs[one.paragraph].span.covers(one.outer)
        assert one.span.of(article.text) == one.span.of(article.text).strip() != ""
    for one, other in pairwise(found):
        assert one.outer.start <= other.outer.start
        nested = one.outer.covers(other.outer)
        assert nested or not one.outer.overlaps(other.outer)
        assert nested == (other.depth > one.depth) or not nested


def test_hundreds_of_thousands_of_marks_take_no_time_to_speak_of() -> None:
    for mark in '«"»“':
        assert len(inside(f"a {mark} " * 50_000)) <= 50_000
