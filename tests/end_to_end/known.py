"""Articles that the library knows: a test that is not about the analysis starts no process for it."""

import os
from collections.abc import Mapping
from pathlib import Path

from articles.analysing import analysed
from articles.opening import article_of, open_article


def known(*articles: Path | str, environment: Mapping[str, str] = os.environ) -> None:
    """Analyse articles, each a file or the words of one, as the worker does, and keep it in the library."""
    from articles.analysis.pipeline import analyse

    library = Path(environment["XDG_DATA_HOME"]) / "enregard" / "library.sqlite"
    for each in articles:
        article = open_article(each) if isinstance(each, Path) else article_of(each, source="-", name="-")
        analysed(article, analyse, library)
