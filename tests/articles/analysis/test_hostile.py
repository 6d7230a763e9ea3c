"""Texts that nobody writes are analysed in a time that grows with their length, not with its square."""

from collections.abc import Callable

import pytest

from articles.analysis.parsing import parsed
from articles.analysis.pipeline import analyse
from articles.analysis.quotes.marks import stretches
from articles.opening import article_of
from tests.work import calls


def counted(text: str) -> int:
    """Function calls that the quotes of a text take."""
    article = article_of(f"Début.\n\n{text}\n\nFin.", source="x", name="x")
    return calls(lambda: analyse(article))


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda n: "« " * n + "mot" + " »" * n, id="quotes in quotes"),
        pytest.param(lambda n: "« a » " * n, id="quotes in one sentence"),
        pytest.param(lambda n: "Jean Dupont dit « oui ». " * n, id="quotes in one paragraph"),
        pytest.param(lambda n: "Jean Dupont dit « oui ».\n\n" * n, id="quotes in many paragraphs"),
    ],
)
def test_four_times_the_quotes_take_little_more_than_four_times_the_work(made: Callable[[int], str]) -> None:
    analyse(article_of("Jean Dupont a dit « oui ».", source="x", name="x"))
    assert counted(made(400)) < 7 * counted(made(100))


def test_what_has_no_spaces_is_passed_over_and_the_rest_is_read() -> None:
    text = f"Jean Dupont est là. Voici {'a«b»' * 500} et la suite. « Oui », dit Jean Dupont."
    article = article_of(text, source="x", name="x")
    docs = [part.doc.text for part in parsed(article)]
    assert docs == ["Jean Dupont est là.", "« Oui », dit Jean Dupont."]
    assert [quote.span.of(text) for quote in analyse(article).quotes] == ["Oui"]


def test_quotes_in_quotes_end_somewhere() -> None:
    article = article_of("« a " * 9 + "b" + " »" * 9, source="x", name="x")
    assert [one.depth for one in stretches(article)] == [0, 1, 2, 3, 4]
