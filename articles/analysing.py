"""An article's analysis, from the cache or made now and kept."""

from collections.abc import Callable
from pathlib import Path

from articles import paths
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.store import analyses, database


def analysed(article: Article, make: Callable[[Article], Analysis], library: Path | None = None) -> Analysis:
    """The analysis of an article by this version of the rules: remembered, or made by `make` and kept.

    A library that cannot be used costs the memory, never the analysis.
    """
    from articles.analysis.encoding import encoded
    from articles.analysis.version import VERSION

    file = library or paths.library_file()
    try:
        with database.opened(file) as connection:
            known = remembered(article, connection)
    except EnregardError:
        known = None
    if known is not None:
        return known
    analysis = make(article)
    try:
        with database.opened(file) as connection:
            analyses.keep(connection, article.id, VERSION, encoded(analysis))
    except EnregardError:
        pass
    return analysis


def remembered(article: Article, connection: database.Connection) -> Analysis | None:
    """The analysis by this version of the rules that a library has; None where it does not fit."""
    from articles.analysis.encoding import decoded
    from articles.analysis.version import VERSION

    found = analyses.find(connection, article.id, VERSION)
    try:
        return None if found is None else decoded(found, article)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
