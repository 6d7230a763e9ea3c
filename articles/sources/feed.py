"""RSS and Atom feeds: their entries, with the text of those that the feed carries whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.sources import decoding, kinds, markup, plain, trees
from articles.sources.dates import iso_date
from articles.sources.raw import Block, Collection, Entry, Fetched, Raw
from articles.wording import _

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 16_000_000
"""Bytes of a feed."""

_MOST_ENTRIES = 5_000

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class _Feed:
    """The feed that an entry stands in: what opens it, the base of its links, its title."""

    source: str
    base: str
    title: str


def collection(data: bytes, *, source: str, name: str, fetched: Fetched | None = None) -> Collection:
    """The entries of a feed, in its order; with what it says of those whose text it does not carry.

    Links lead to http and https only. An entry without one is opened as `SOURCE#KEY`, where it has a text.
    Raises EnregardError where there is nothing to open.
    """
    shown = plain.shown(source)
    plain.checked(data, shown, LARGEST)
    root = trees.xml_tree(decoding.decoded_as(data, kinds.declared_encoding(data), shown), shown)
    about = next((child for child in root if trees.local_name(child) == "channel"), root)
    title = _words(about, "title") or name
    base = source if fetched is not None else _first(about, "link") or ""
    feed = _Feed(source, root.get(_XML_BASE) or base, title)
    elements = (element for element in root.iter() if trees.local_name(element) in ("item", "entry"))
    entries = tuple(
        entry
        for number, element in zip(range(1, _MOST_ENTRIES + 1), elements, strict=False)
        if (entry := _entry(element, number, feed)) is not None
    )
    if not entries:
        raise EnregardError(_("{name} is a feed without articles").format(name=shown), _("try again later"))
    return Collection(source, title, entries, fetched)


def _entry(element: "_Element", number: int, feed: _Feed) -> Entry | None:
    link = _link(element, feed.base)
    whole, told = _content(element), _html_in(element, "description", "summary")
    blocks = whole or told
    if link is None and not blocks:
        return None
    title = _words(element, "title") or (one_line(blocks[0].text)[:80] if blocks else str(link))
    published = iso_date(_first(element, "pubDate", "published", "date", "updated", "issued"))
    source = link or f"{feed.source}#{quote(_first(element, 'guid', 'id') or str(number), safe='')}"
    if not blocks:
        return Entry(source, title, published)
    byline = _byline(element)
    raw = Raw("", source, title, title, byline, published, one_line(feed.title), blocks)
    is_whole = bool(whole) or link is None
    return Entry(source, title, published, raw if is_whole else None, None if is_whole else raw)


def _children(element: "_Element", *names: str) -> "Iterator[_Element]":
    """The children with one of these names, in the order of the names."""
    for name in names:
        yield from (child for child in element if trees.local_name(child) == name)


def _first(element: "_Element", *names: str) -> str | None:
    """The first words in a child with one of these names."""
    return next(
        (words for child in _children(element, *names) if (words := (child.text or "").strip())), None
    )


def _words(element: "_Element", name: str) -> str | None:
    """The words of a title, in which HTML may stand, escaped or not."""
    for child in _children(element, name):
        words = one_line("".join(map(str, child.itertext())))
        if "<" in words or "&" in words:
            words = one_line(" ".join(block.text for block in markup.blocks(words)))
        if words:
            return words
    return None


def _link(element: "_Element", base: str) -> str | None:
    """The first address of the article that is one of the web."""
    for child in _children(element, "link", "guid"):
        if child.get("rel", "alternate") != "alternate":
            continue
        if trees.local_name(child) == "guid" and child.get("isPermaLink", "true").lower() == "false":
            continue
        address = (child.get("href") or child.text or "").strip()
        if (found := _web_address(base, address)) is not None:
            return found
    return None


def _web_address(base: str, address: str) -> str | None:
    try:
        joined = urljoin(base, address)
        parts = urlsplit(joined)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return joined if address and is_web and one_line(joined) == joined and " " not in joined else None


def _byline(element: "_Element") -> str | None:
    authors = []
    for child in _children(element, "creator", "author"):
        name = next((part.text for part in _children(child, "name")), child.text)
        authors.append(one_line(name or ""))
    return ", ".join(filter(None, authors)) or None


def _content(element: "_Element") -> tuple[Block, ...]:
    """The whole text: RSS's content:encoded, Atom's content."""
    return _html_in(element, "encoded", "content")


def _html_in(element: "_Element", *names: str) -> tuple[Block, ...]:
    """The first text under one of these names; HTML, escaped or not, or plain."""
    for child in _children(element, *names):
        if child.get("src") is not None:
            continue
        if child.get("type") == "text":
            blocks = tuple(Block(line) for line in (child.text or "").splitlines() if line.strip())
        elif len(child):
            blocks = markup.blocks_of(child)
        else:
            blocks = markup.blocks(child.text or "")
        if blocks:
            return blocks
    return ()
