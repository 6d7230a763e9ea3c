"""An article for the tests of the store, and what makes others."""

from articles.article import Article
from articles.opening import article_of

RIVERS = (
    "L’été des fleuves\n\n"
    "L’eau monte à Paris, dit le maire.\nLe cœur de la ville bat encore.\n\n"
    "On attend la pluie.\n\nPartager cet article"
)
"""Sentences: 0 the title, 1 the water, 2 the heart, 3 the rain, 4 boilerplate."""


def article(text: str = RIVERS, *, source: str = "/articles/fleuves.txt", name: str = "fleuves") -> Article:
    """The article in a text."""
    return article_of(text, source=source, name=name)
