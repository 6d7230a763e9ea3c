"""En regard as a library: open a French article, have it analysed, have it translated.

    from articles import analyse, open_article, translate

    article = open_article("article.txt")
    said = {quote.span.of(article.text): quote.speaker for quote in analyse(article).quotes}
    english = {article.sentences[i].span: found.english for i, found in translate(article).items()}

Everything in an article is a span over its `text`; see `articles.article` and `articles.annotations`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from articles.annotations import Analysis
    from articles.article import Article
    from articles.translation import Translation

__all__ = ["analyse", "open_article", "translate"]


def open_article(given: "str | Path") -> "Article":
    """Open a path, an address, `BOOK#3`, or `-` for standard input; an address is fetched.

    Raises `articles.errors.EnregardError` when nothing is named, when there is no text there, or several
    articles.
    """
    from articles import opening

    return opening.open_article(given)


def analyse(article: "Article") -> "Analysis":
    """The summary, the quotes with their speakers and the actors of an article.

    What was analysed before comes from the library. The first call that does analyse loads the French
    model into this process, which takes a second or two.
    """
    from articles.analysing import analysed
    from articles.analysis.pipeline import analyse as make

    return analysed(article, make)


def translate(article: "Article") -> "dict[int, Translation]":
    """The English of an article's sentences, by their index in `article.sentences`.

    What is remembered is not made again; the rest is made with the installed language pack, and remembered.
    Sentences are left out where there is no pack. Raises `articles.errors.EnregardError` when the engine
    breaks.
    """
    from articles.complete import completed

    return dict(completed(article, analyse=False).translations)
