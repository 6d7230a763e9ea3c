"""From what the reader named to an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from articles import segment, sources
from articles.article import Article, Paragraph, ParagraphKind
from articles.boilerplate import is_boilerplate
from articles.canonical import canonical, flowed, one_line
from articles.credits import byline_in, published_in
from articles.errors import EnregardError
from articles.folding import folded
from articles.paragraphs import paragraphs
from articles.pull_quotes import without_pull_quotes
from articles.sources import Block, Raw
from articles.sources.raw import is_passing
from articles.spans import Span
from articles.wording import _

_LONGEST_REMNANT = 440
"""Characters; what is longer is of the article."""

_LONG = 200_000
_FIRST_PAGES = 20_000
"""Characters: what is longer is taken in while its first pages are read, and so many of it are shown."""

_LONGEST_TITLE = 60
"""Characters of a title that is the first words of a text."""

_ENDS = 8
"""Paragraphs at each end of a text in which its author and day are looked for."""

_LONGEST_NAME = 300
"""Characters of a byline, or of a site's name."""

_PLAIN_WORD = re.compile(r"\w+")

_BREAKABLE_SPACE = re.compile("[^\\S\u00a0\u202f]+")


def open_article(given: str | Path) -> Article:
    """Open what the reader named: a path, an address, `BOOK#3`, or `-` for standard input.

    A `Path` is always that of a file. Raises EnregardError when nothing is named, when there is no text
    there, or several articles.
    """
    if not given:
        raise EnregardError(_("an empty name is no article"), _("name a file, a folder or an address"))
    return article_from(sources.read(given if isinstance(given, str) else str(given.absolute())))


def article_of(text: str, *, source: str, name: str) -> Article:
    """The article in a decoded text; its title, on one line, is its first heading, else `name`.

    What was pasted or piped in has no name that tells it from others: its first words stand for it. Raises
    EnregardError when the text holds no visible character.
    """
    return article_from(Raw(text, source, name))


def beginning(raw: Raw) -> Article | None:
    """The first pages of a long plain text, to be shown until all of it was taken in; None where it is short.

    It says nothing of the whole: not its id, nor where it was left.
    """
    if raw.blocks or len(raw.text) <= _LONG:
        return None
    cut = raw.text.rfind("\n\n", 0, _FIRST_PAGES)
    try:
        return article_from(replace(raw, text=raw.text[: cut if cut > 0 else _FIRST_PAGES]))
    except EnregardError:
        return None


def article_from(raw: Raw) -> Article:
    """The article that a source gave.

    The text of a structured source is its blocks, each on one line, with a blank line between two; its
    title is the first of them. Raises EnregardError when there is no visible character.
    """
    if raw.blocks:
        text, found = _composed(_titled(list(_flat(raw.blocks)), _flow(raw.title or "")))
    else:
        text = canonical(raw.text)
        found = paragraphs(text)
    if not found:
        raise EnregardError(
            _("{name} is empty").format(name=one_line(raw.source)), _("there is nothing to read in it")
        )
    first_and_last = _first_and_last(text, found)
    found = without_pull_quotes(text, found)
    return Article(
        id=sha256(text.encode()).hexdigest(),
        text=text,
        title=_title(text, found) or one_line(raw.title or "") or _named(raw, text, found),
        source=raw.source,
        paragraphs=found,
        sentences=segment.sentences(text, [paragraph.span for paragraph in found]),
        byline=_name(raw.byline) or (None if raw.blocks else byline_in(first_and_last)),
        published=raw.published or (None if raw.blocks else published_in(first_and_last)),
        site=_name(raw.site),
    )


def _first_and_last(text: str, found: Sequence[Paragraph]) -> list[str]:
    """The words of a few paragraphs at both ends, between which nothing is said of the author."""
    chosen = found if len(found) <= 2 * _ENDS else (*found[:_ENDS], *found[-_ENDS:])
    return [paragraph.span.of(text) if len(paragraph.span) < _LONGEST_REMNANT else "" for paragraph in chosen]


def _flow(text: str) -> str:
    """A text on one line, in which no-break spaces stay."""
    return _BREAKABLE_SPACE.sub(" ", canonical(text)).strip()


def _name(text: str | None) -> str | None:
    return one_line(text or "")[:_LONGEST_NAME].strip() or None


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if text := _flow(block.text):
            yield Block(text, block.is_heading)


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the title as their first heading, once; what stands before it stays there."""
    if not blocks or not title:
        return blocks
    first = next((index for index, block in enumerate(blocks) if block.is_heading), 0)
    place = next((index for index in (0, first) if _is_same(blocks[index], title)), None)
    if place is None:
        return [Block(title, is_heading=True), *blocks]
    return [
        *blocks[:place],
        Block(blocks[place].text, is_heading=True),
        *_without(title, blocks[place + 1 :]),
    ]


def _without(title: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without a heading that says the title again."""
    again = bool(blocks) and blocks[0].is_heading and _is_same(blocks[0], title)
    return blocks[1:] if again else blocks


def _is_same(block: Block, title: str) -> bool:
    """Whether a block says the title: in the same words, or a heading in nearly the same."""
    if one_line(block.text).casefold() == one_line(title).casefold():
        return True
    from difflib import SequenceMatcher

    if not block.is_heading or max(len(block.text), len(title)) > _LONGEST_NAME:
        return False
    one, other = sorted((_plain_words(block.text), _plain_words(title)), key=len)
    if one == other or (len(one) >= 3 and other[: len(one)] == one):
        return bool(one)
    return len(one) >= 3 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8


def _plain_words(text: str) -> list[str]:
    """The words without case, accents and marks."""
    return _PLAIN_WORD.findall(folded(text))


def _composed(blocks: Sequence[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """The canonical text of flat blocks, and their paragraphs in it."""
    found, start = [], 0
    for block in blocks:
        found.append(Paragraph(Span(start, start + len(block.text)), _kind(block)))
        start += len(block.text) + 2
    return "\n\n".join(block.text for block in blocks), tuple(found)


def _kind(block: Block) -> ParagraphKind:
    if len(block.text) <= _LONGEST_REMNANT and is_boilerplate(block.text):
        return ParagraphKind.BOILERPLATE
    return ParagraphKind.HEADING if block.is_heading else ParagraphKind.BODY


def _named(raw: Raw, text: str, found: Sequence[Paragraph]) -> str:
    """What an article without a title is called: its source's name, or its first words where that is gone."""
    if not is_passing(raw.source):
        return one_line(raw.name)
    first = next((p for p in found if p.kind is not ParagraphKind.BOILERPLATE), found[0])
    words = one_line(first.span.of(text))
    if len(words) <= _LONGEST_TITLE:
        return words
    whole = words[: _LONGEST_TITLE + 1].rpartition(" ")[0] or words[:_LONGEST_TITLE]
    return whole.rstrip(" \u00a0,;:–—-") + "…"


def _title(text: str, found: Sequence[Paragraph]) -> str | None:
    """The first heading, where it stands before the first body paragraph."""
    first = next((p for p in found if p.kind is not ParagraphKind.BOILERPLATE), None)
    if first is None or first.kind is not ParagraphKind.HEADING:
        return None
    return flowed(first.span.of(text))
