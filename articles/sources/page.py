"""Saved pages: the article in one, without its menus, its banners and what else stands around it."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from articles.canonical import for_xml, one_line
from articles.errors import EnregardError
from articles.sources import decoding, kinds, markup, plain, trees
from articles.sources.dates import iso_date
from articles.sources.raw import Block, Raw
from articles.wording import _

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

LARGEST = 16_000_000
"""Bytes of a page."""

_MOST_ELEMENTS = 15_000
"""Elements of a page that is looked into closely; of a larger one only the menus are left out."""

_MOST_COMPARED = 4_000
"""Elements of a page of which several ways of extraction are compared; one of them takes quadratic time."""

_MOST_INLINE = 4_000
"""Inline elements of a page; with more of them in one paragraph the extraction takes minutes."""

_DEEPEST = 200
"""Elements within elements; the extraction calls itself for each."""

_LONGEST_TITLE = 500
"""Characters."""

_LONGEST_ATTRIBUTE = 2_000
"""Characters."""

_INLINE = (
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike"
    " strong sub sup tt u var wbr"
).split()

_NO_BREAK = re.compile("(?<=\\S)[\u00a0\u202f](?=\\S)")
_STAND_INS = "⍽␣␠␢"
"""Characters behind which a no-break space can hide while the extraction makes all spaces equal."""

_BEFORE_SITE = re.compile(r"\s+[|–—·•-]\s+")
"""What stands in a page's title between that of the article and the name of the site."""


def raw(data: bytes, *, source: str, name: str, charset: str | None = None) -> Raw:
    """The article of a page; `charset` is what the server said of it.

    Raises EnregardError when there is no text in it, or it is too large.
    """
    shown = plain.shown(source)
    plain.checked(data, shown, LARGEST)
    declared = charset or kinds.declared_encoding(data)
    root = trees.html_tree(decoding.decoded_as(data, declared, shown))
    if root is None:
        raise _without_article(shown)
    _tame(root)
    hidden = _hide_no_breaks(root)
    document = _extracted(root)
    found = () if document is None else markup.blocks_of(document.body, markup.EXTRACTED)
    blocks = tuple(
        Block(block.text.translate(hidden), block.is_heading)
        for block in found or markup.blocks_of(root, markup.PAGE)
    )
    if not blocks:
        raise _without_article(shown)
    title, byline, published, site = _metadata(document, root)
    if _begins_with_main_heading(blocks, root, hidden):
        title = blocks[0].text
    elif title is not None:
        title = _without_site(title[:_LONGEST_TITLE].translate(hidden), site, blocks)
    return Raw("", source, name, title, byline, published, site, blocks)


def _without_article(name: str) -> EnregardError:
    return EnregardError(
        _("no article was found in {name}").format(name=name),
        _("copy its text in your browser, and pass it with: enregard -"),
    )


def _tame(root: "HtmlElement") -> None:
    """Take from the tree what makes the extraction slow."""
    from lxml.etree import strip_elements, strip_tags

    strip_elements(root, "style", "svg", "template", with_tail=False)
    if sum(1 for _ in root.iter(*_INLINE)) > _MOST_INLINE:
        strip_tags(root, *_INLINE)
    for element in root.iter():
        for key, value in element.items():
            if len(value) > _LONGEST_ATTRIBUTE:
                element.set(key, for_xml(value[:_LONGEST_ATTRIBUTE]))


def _hide_no_breaks(root: "HtmlElement") -> dict[int, str]:
    """Put a character that is not in the page for each no-break space in its text; what was put for what."""
    there = {mark for text in root.itertext() for mark in _STAND_INS if mark in text}
    free = [mark for mark in _STAND_INS if mark not in there]
    if len(free) < 2:
        return {}
    shown = {"\u00a0": free[0], "\u202f": free[1]}

    def hidden(text: str) -> str:
        return for_xml(_NO_BREAK.sub(lambda found: shown[found[0]], text))

    for element in root.iter():
        if element.text and element.tag != "script":
            element.text = hidden(element.text)
        if element.tail:
            element.tail = hidden(element.tail)
    return {ord(mark): space for space, mark in shown.items()}


def _extracted(root: "HtmlElement") -> "Document | None":
    """What an extractor makes of the page; None where the page is too large or too odd for one."""
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    elements = _elements(root)
    if elements is None:
        return None
    try:
        document = bare_extraction(
            root,
            fast=elements > _MOST_COMPARED,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ArithmeticError, AssertionError, AttributeError, LookupError, LxmlError, RecursionError):
        return None
    return None if isinstance(document, dict) else document


def _elements(root: "HtmlElement") -> int | None:
    """How many elements there are; None where they are too many, or too deep in one another."""
    from lxml.etree import iterwalk

    depth = count = 0
    for event, _element in iterwalk(root, events=("start", "end")):
        starts = event == "start"
        depth += 1 if starts else -1
        count += starts
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            return None
    return count


def _metadata(document: "Document | None", root: "HtmlElement") -> tuple[str | None, ...]:
    """The title, byline, ISO date and site of a page, as it says them itself."""
    if document is None:
        return root.findtext(".//title"), None, None, None
    byline = ", ".join(part.strip() for part in (document.author or "").split(";") if part.strip())
    title = document.title or root.findtext(".//title")
    return title, byline or None, iso_date(document.date), document.sitename


def _begins_with_main_heading(
    blocks: tuple[Block, ...], root: "HtmlElement", hidden: Mapping[int, str]
) -> bool:
    """Whether the article begins with its headline: what search engines are told may be another one."""
    headings = {one_line("".join(map(str, found.itertext())).translate(hidden)) for found in root.iter("h1")}
    return blocks[0].is_heading and one_line(blocks[0].text) in headings


def _without_site(title: str, site: str | None, blocks: tuple[Block, ...]) -> str:
    """A title without the name of the site after it, or the heading that it begins with."""
    heading = next((block.text for block in blocks if block.is_heading), None)
    for found in _BEFORE_SITE.finditer(title):
        before, after = one_line(title[: found.start()]), one_line(title[found.end() :])
        if before and (after == one_line(site or "") or before == one_line(heading or "")):
            return before
    return title
