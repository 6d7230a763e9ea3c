"""What kind of source some bytes are: judged by what they hold first, by their name second."""

import re
from enum import Enum, auto
from pathlib import PurePath

from articles.errors import EnregardError
from articles.sources import decoding
from articles.wording import _


class Kind(Enum):
    """The kinds that can be read."""

    TEXT = auto()
    MARKDOWN = auto()
    PAGE = auto()
    FEED = auto()
    EPUB = auto()


MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})

_FEEDS = frozenset({"rss", "feed", "rdf:rdf"})
_PAGES = frozenset({"html", "head", "body"})

_PROLOG = re.compile(
    r"\s*+(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)", re.IGNORECASE | re.DOTALL
)
_HTML_TYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_ROOT = re.compile(r"\s*+<([a-z][\w:.-]*)", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|body|article|main|section|span|br|a|head|title|meta|ul|ol|li|table|b|i|em|strong)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)

_CHARSET = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

_DECLARED_WITHIN = 4_096
"""Bytes."""

_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd")


def is_address(given: str) -> bool:
    """Whether something that was typed looks like an address, of whatever scheme, rather than like a path."""
    return _ADDRESS.match(given) is not None


def kind_of(head: bytes, given: str, name: str, media_type: str = "") -> Kind:
    """The kind of a source that begins with the bytes `head`.

    `given` is its file name or address, of which the ending counts where the content does not decide;
    `media_type` is what a server said of it. `name` names it in messages. Raises EnregardError where it
    is of a kind that is not read.
    """
    _check_supported(head, name)
    suffix = PurePath(given).suffix.lower()
    if head.startswith(b"PK\x03\x04"):
        return _archive(head, suffix, name)
    text = _readable(head)
    prolog, root = opening(text)
    if root in _FEEDS:
        return Kind.FEED
    if root in _PAGES or _HTML_TYPE.search(prolog):
        return Kind.PAGE
    if (suffix in PAGE_SUFFIXES or "html" in media_type) and _TAG.search(text):
        return Kind.PAGE
    if suffix in MARKDOWN_SUFFIXES or media_type == "text/markdown":
        return Kind.MARKDOWN
    return Kind.TEXT


def opening(text: str) -> tuple[str, str]:
    """What stands before the first element of a document, and that element's name in small letters."""
    place = 0
    while found := _PROLOG.match(text, place):
        place = found.end()
    root = _ROOT.match(text, place)
    return text[:place], root[1].lower() if root else ""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or a feed says it is in."""
    found = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    return (found[1] or found[2]).decode() if found else None


def _readable(head: bytes) -> str:
    """The first characters, as far as markup in them can be told; ASCII is what counts."""
    for bom, encoding in decoding.BOMS:
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, errors="replace")
    return head.replace(b"\0", b"").decode("latin-1")


def _archive(head: bytes, suffix: str, name: str) -> Kind:
    if b"application/epub+zip" in head[:200] or b"META-INF/container.xml" in head or suffix == ".epub":
        return Kind.EPUB
    if b"application/vnd.oasis.opendocument" in head[:200]:
        raise _unsupported(_("{name} is an OpenDocument file, which is not supported").format(name=name))
    if b"word/" in head or suffix in (".docx", ".docm"):
        raise _unsupported(_("{name} is a Word document, which is not supported").format(name=name))
    raise _packed(name)


def _check_supported(head: bytes, name: str) -> None:
    if head[:1024].lstrip().startswith(b"%PDF-"):
        raise pdf(name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise _unsupported(_("{name} is a Word document, which is not supported").format(name=name))
    if head.startswith(b"{\\rtf"):
        raise _unsupported(_("{name} is an RTF document, which is not supported").format(name=name))
    if head[60:68] in (b"BOOKMOBI", b"TEXtREAd"):
        raise EnregardError(
            _("{name} is a Kindle book, which is not supported").format(name=name),
            _("convert it to EPUB"),
        )
    if head.startswith(b"bplist00") or b"\nContent-Type: multipart/related" in head[:2048]:
        raise EnregardError(
            _("{name} is a web archive, which is not supported").format(name=name),
            _("save the page as HTML"),
        )
    if head.startswith(_COMPRESSED):
        raise _packed(name)


def pdf(name: str) -> EnregardError:
    """What is said of a PDF."""
    return EnregardError(
        _("{name} is a PDF, which is not supported").format(name=name), _("try pdftotext FILE")
    )


def _unsupported(what: str) -> EnregardError:
    return EnregardError(what, _("save it as text or as HTML"))


def _packed(name: str) -> EnregardError:
    return EnregardError(_("{name} is an archive").format(name=name), _("unpack it, and name what is in it"))
