"""The bundled articles as lists of sentences, each on one line, as the reader hands them to a translator."""

from articles import paths
from articles.canonical import flowed
from articles.opening import open_article

Paragraphs = list[list[str]]
"""The sentences of each paragraph of an article."""


def article(name: str) -> Paragraphs:
    """A bundled article, by the name of its file."""
    opened = open_article(str(paths.samples() / f"{name}.txt"))
    found: Paragraphs = [[] for _ in opened.paragraphs]
    for sentence in opened.sentences:
        found[sentence.paragraph].append(flowed(sentence.span.of(opened.text)))
    return [paragraph for paragraph in found if paragraph]


def names() -> list[str]:
    """The bundled articles."""
    return sorted(path.stem for path in paths.samples().glob("*.txt"))


def sentences() -> list[str]:
    """Every sentence of every bundled article."""
    return [sentence for name in names() for paragraph in article(name) for sentence in paragraph]
