"""From what the reader named to an article."""

from collections.abc import Sequence
from hashlib import sha256

from articles import segment, sources
from articles.article import Article, Paragraph, ParagraphKind
from articles.canonical import canonical, flowed
from articles.errors import EnregardError
from articles.paragraphs import paragraphs


def open_article(given: str) -> Article:
    """Open what the reader named: a path, or `-` for standard input.

    Raises EnregardError when there is no text there.
    """
    raw = sources.read(given)
    return article_of(raw.text, source=raw.source, name=raw.name)


def article_of(text: str, *, source: str, name: str) -> Article:
    """The article in a decoded text; its title, on one line, is its first heading, else `name`.

    Raises EnregardError when the text holds no visible character.
    """
    text = canonical(text)
    found = paragraphs(text)
    if not found:
        raise EnregardError(f"{source} is empty", "there is nothing to read in it")
    return Article(
        id=sha256(text.encode()).hexdigest(),
        text=text,
        title=_title(text, found) or " ".join(canonical(name).split()),
        source=source,
        paragraphs=found,
        sentences=segment.sentences(text, [paragraph.span for paragraph in found]),
    )


def _title(text: str, found: Sequence[Paragraph]) -> str | None:
    """The first heading, where it stands before the first body paragraph."""
    first = next((p for p in found if p.kind is not ParagraphKind.BOILERPLATE), None)
    if first is None or first.kind is not ParagraphKind.HEADING:
        return None
    return flowed(first.span.of(text))
