"""The whole analysis of an article, in this process."""

from dataclasses import replace

from articles.analysis.actors import find_actors
from articles.analysis.parsing import parsed
from articles.analysis.parts import joined, parts
from articles.analysis.quotes import find_quotes
from articles.analysis.summary import ranking
from articles.analysis.version import VERSION
from articles.annotations import Actor, Analysis, Quote
from articles.article import Article

_LARGEST_PART = 400_000
"""Characters that are analysed together: the longest article there is, and a few chapters of a novel."""


def analyse(article: Article) -> Analysis:
    """Find the quotes with their speakers, the actors and the ranking of sentences of an article.

    Linear time; what is longer than a very long article is analysed in parts, so that memory is bounded.
    The first call loads the French model, which takes a second or two and holds the interpreter's lock:
    the reader calls it in a process of its own.
    """
    return joined(article.id, [(first, _analysed(part)) for part, first in parts(article, _LARGEST_PART)])


def _analysed(article: Article) -> Analysis:
    paragraphs = list(parsed(article))
    actors = find_actors(article, paragraphs)
    quotes = find_quotes(article, paragraphs, actors)
    return Analysis(
        article=article.id,
        version=VERSION,
        quotes=quotes,
        actors=tuple(_with_quotes(actor, quotes) for actor in actors),
        ranking=ranking(article, paragraphs, quotes),
    )


def _with_quotes(actor: Actor, quotes: tuple[Quote, ...]) -> Actor:
    own = tuple(index for index, quote in enumerate(quotes) if quote.speaker == actor.name)
    return replace(actor, quotes=own)
