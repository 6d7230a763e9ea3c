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
    from articles.analysis.encoding import decoded, encoded
    from articles.analysis.version import VERSION

    file = library or paths.library_file()
    try:
        with database.opened(file) as connection:
            known = analyses.find(connection, article.id, VERSION)
        if known is not None:
            return decoded(known, article)
    except (EnregardError, ValueError, KeyError, TypeError):
        pass
    analysis = make(article)
    try:
        with database.opened(file) as connection:
            analyses.keep(connection, article.id, VERSION, encoded(analysis))
    except EnregardError:
        pass
    return analysis
