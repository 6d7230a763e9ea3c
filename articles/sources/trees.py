"""Markup as trees. Nothing in it is believed: no entity is expanded, no DTD is read, nothing is fetched."""

import html.entities
import re
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.sources.kinds import opening
from articles.wording import _

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE)

_MOST_DIGITS = 40
"""Of the number of a character, zeros before it counted."""

_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"\s*+<\?xml.*?\?>", re.DOTALL)
_EMPTY = re.compile(r"<(title|script|style|textarea|iframe)\b([^<>]{0,1000})/>", re.IGNORECASE)
"""Elements that are empty in XHTML, and in HTML swallow the rest of the page."""

_MANY_ATTRIBUTES = re.compile(
    r"""(<[a-z][^\s/><]*+)
    (?:
        (?:[\s/]++|(?<=["']))
        [^\s/>][^\s/>=]*+
        (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?![>"'])[^\s>]*+))?+
    ){200,}+""",
    re.IGNORECASE | re.VERBOSE,
)
"""An element of so many attributes that the parser, which compares each with each, takes hours."""


def html_tree(text: str) -> "HtmlElement | None":
    """The tree of a page or of a piece of one, without comments; None where there is none."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    if declaration := _DECLARATION.match(text):
        text = _EMPTY.sub(r"<\1\2></\1>", text[declaration.end() :])
    text = _MANY_ATTRIBUTES.sub(r"\1 ", text)
    try:
        return document_fromstring(_encoded(text), parser=parser)
    except ParserError:
        return None


def xml_tree(text: str, name: str) -> "_Element":
    """The root of an XML document; HTML's names for characters are understood, and faults are mended.

    Raises EnregardError when it defines entities or holds no element.
    """
    root = _mended(text, name)
    if root is None:
        raise unsound(name)
    return root


def xhtml_tree(text: str, name: str) -> "_Element | None":
    """The root of a page in XHTML, or in the HTML that it is in truth; None where there is none."""
    root = _mended(text, name)
    return root if root is not None and local_name(root).lower() == "html" else html_tree(text)


def _mended(text: str, name: str) -> "_Element | None":
    from lxml import etree

    if "<!entity" in opening(text)[0].lower():
        raise EnregardError(
            _("{name} defines entities of its own").format(name=name), _("get it from another place")
        )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    text = _ENTITY.sub(_character, _DECLARATION.sub("", text, count=1))
    try:
        return etree.fromstring(_encoded(text), parser)
    except etree.XMLSyntaxError:
        return None


def unsound(name: str) -> EnregardError:
    """What is said of markup that cannot be made out."""
    return EnregardError(_("{name} is damaged").format(name=name), _("get it again from where it came"))


def local_name(element: "_Element") -> str:
    """An XML element's name without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _encoded(text: str) -> bytes:
    """A text in UTF-8 for a parser, which makes broken UTF-8 of references to what is no character."""
    return _REFERENCE.sub(_sound, text).replace("\0", "\ufffd").encode(errors="replace")


def _sound(reference: re.Match[str]) -> str:
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    code = int(digits, base) if len(digits) <= _MOST_DIGITS else 0
    is_character = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return reference[0] if is_character and code not in (0xFFFE, 0xFFFF) else "\ufffd"


def _character(entity: re.Match[str]) -> str:
    if entity[1] in _OF_XML:
        return entity[0]
    return html.unescape(entity[0]) if f"{entity[1]};" in html.entities.html5 else entity[0]
