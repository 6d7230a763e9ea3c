"""What `enregard show` prints of an article with many quotes, and how much work that is."""

from collections.abc import Callable, Iterator

import pytest

from articles.annotations import Analysis, Quote
from articles.complete import Completed
from articles.opening import article_of
from articles.spans import Span
from articles.translation import Translation
from tests.work import calls
from tui.cli import facing_pages, plain_pages
from tui.cli.options import BOTH, INTERLINEAR


def quoted(count: int) -> Completed:
    """An article with as many quotes as paragraphs, a quote in each of them, and its English."""
    article = article_of("Anne dit « oui, “bien” sûr ».\n\n" * count, source="-", name="-")
    found = [article.text.find("oui", sentence.span.start) for sentence in article.sentences]
    quotes = [
        Quote(Span(start + away, start + away + length), place, "Anne")
        for place, start in enumerate(found)
        for away, length in ((0, len("oui, “bien” sûr")), (6, len("bien")))
    ]
    english = {place: Translation("“Yes, of course,” says Anne.", "memory") for place in range(count)}
    return Completed(article, english, Analysis(article.id, "x", tuple(quotes), (), ()), "fr")


def test_the_name_of_who_speaks_stands_after_the_outer_quote_alone() -> None:
    assert list(plain_pages.lines(quoted(1), BOTH)) == [
        "# Anne dit « oui, “bien” sûr ».",
        "",
        "FR: Anne dit « oui, “bien” sûr » [Anne].",
        "",
        "EN: “Yes, of course,” [Anne] says Anne.",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(lambda known: plain_pages.lines(known, BOTH), id="in lines"),
        pytest.param(lambda known: plain_pages.lines(known, INTERLINEAR), id="in lines, interlinear"),
        pytest.param(lambda known: facing_pages.laid_out(known, BOTH, 100, 40), id="laid out"),
    ],
)
def test_four_times_the_quotes_take_little_more_than_four_times_the_work(
    printed: Callable[[Completed], Iterator[object]],
) -> None:
    few, many = quoted(25), quoted(100)
    list(printed(quoted(1)))
    assert calls(lambda: list(printed(many))) < 5 * calls(lambda: list(printed(few)))
