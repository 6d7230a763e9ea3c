"""The title of a file by its beginning, for lists of files that were not opened yet."""

from pathlib import Path

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.opening import article_from
from articles.sources import decoding, kinds, plain
from articles.sources.kinds import Kind
from articles.sources.raw import Raw

_ENOUGH = 4_000
"""Characters in which a text's title stands, if it has one."""


def title_at(path: Path) -> str | None:
    """The title in the file, on one line; None where none is found, or the file is a book or a feed."""
    name = plain.shown(path)
    try:
        head = plain.head(path)
        kind = kinds.kind_of(head, path.name, name)
        if kind is Kind.PAGE:
            return _of_page(decoding.decoded_as(head, kinds.declared_encoding(head), name))
        if kind in (Kind.EPUB, Kind.FEED):
            return None
        text = decoding.decoded(plain.whole_characters(head), name)[:_ENOUGH]
        if kind is Kind.MARKDOWN:
            from articles.sources import markdown

            return article_from(markdown.raw(text, source=name, name="")).title or None
        return article_from(Raw(text, name, "")).title or None
    except (EnregardError, OSError):
        return None


def _of_page(text: str) -> str | None:
    """What a page calls itself where it is told of, else its headline, else its title."""
    from articles.sources import trees

    root = trees.html_tree(text)
    if root is None:
        return None
    told = root.xpath("//meta[@property='og:title']/@content")
    headlines = ("".join(found.itertext()) for name in ("h1", "title") for found in root.iter(name))
    return next(filter(None, map(one_line, (*told, *headlines))), None)
