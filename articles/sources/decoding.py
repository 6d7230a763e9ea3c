"""From the bytes of a plain text to characters."""

import codecs
import re

from articles.errors import EnregardError
from articles.wording import _

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32's come first, as one of them begins with one of UTF-16's."""

_EIGHT_BIT = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""The encodings French text was kept in before Unicode, the likeliest first."""

_ASCII = bytes(range(128))

_LOOKED_AT = 2**20
"""Bytes from which an 8-bit encoding is guessed."""

_BELIEVED = re.compile(
    r"(?P<latin>iso-?8859-?1|latin-?1|us-ascii)|iso-?8859-?\d{1,2}|(?:windows-|cp)12\d\d|mac-?roman|macintosh"
    r"|koi8-[ru]|shift[_-]jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
"""Encodings that pages are declared in; what is declared Latin-1 is Windows-1252, as browsers have it."""

_FRENCH = frozenset("àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’‘“”–—…€°§\u00a0")


def decoded(data: bytes, name: str) -> str:
    """The text in `data`: a byte order mark decides, then UTF-8, UTF-16, then the likeliest 8-bit encoding.

    UTF-8 may be damaged here and there: what is not UTF-8 in it becomes U+FFFD. `name` names the file in
    messages. Raises EnregardError when `data` is no text.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _in(encoding, data[len(bom) :], name)
    head = data[:4096]
    if head.count(0) * 10 > len(head):
        return _in(_utf16_order(head, name), data, name)
    text = _utf8(data)
    return data.decode(_likeliest(data, name)) if text is None else text


def decoded_as(data: bytes, declared: str | None, name: str) -> str:
    """The text in `data`, which says of itself that it is in the encoding `declared`.

    Declarations are often wrong: one is believed where `data` is not UTF-8 and is sound in what is
    declared. Raises EnregardError when `data` is no text.
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    known = None if declared is None or marked else _BELIEVED.fullmatch(declared.strip())
    if known is None or _utf8(data) is not None:
        return decoded(data, name)
    encoding = "cp1252" if known["latin"] else known[0]
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return decoded(data, name)


def _in(encoding: str, data: bytes, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        mended = _utf8(data) if encoding == "utf-8" else None
        if mended is not None:
            return mended
        raise EnregardError(
            _("{name} is damaged or not a text (byte {byte} is not {encoding})").format(
                name=name, byte=error.start, encoding=encoding.upper()
            ),
            _("save it as UTF-8"),
        ) from error


def not_a_text(name: str) -> EnregardError:
    """What is said of bytes that are no text."""
    return EnregardError(_("{name} is not a text").format(name=name), _("give a text, a page or a book"))


def _utf8(data: bytes) -> str | None:
    """`data` as UTF-8, mended where it is damaged; None where a fifth of its high bytes are not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        valid = _high_bytes(data.decode("utf-8", errors="ignore").encode())
        return data.decode("utf-8", errors="replace") if valid * 5 > _high_bytes(data) * 4 else None


def _high_bytes(data: bytes) -> int:
    return len(data.translate(None, delete=_ASCII))


def _utf16_order(head: bytes, name: str) -> str:
    """Latin text in UTF-16 has its zero bytes all on one side of each pair."""
    low, high = head[0::2].count(0), head[1::2].count(0)
    if high > 4 * low and high * 4 > len(head):
        return "utf-16-le"
    if low > 4 * high and low * 4 > len(head):
        return "utf-16-be"
    raise not_a_text(name)


def _likeliest(data: bytes, name: str) -> str:
    """The 8-bit encoding under which the most high bytes are characters that French uses.

    On French texts of a line or two this tells Mac Roman and DOS from Windows, where general detectors
    answer Windows-1252.
    """
    head = data[:_LOOKED_AT]
    if sum(byte < 32 and byte not in b"\t\n\r\f" for byte in head) * 100 > len(head):
        raise not_a_text(name)
    high = bytes(byte for byte in head if byte >= 128)

    def french(encoding: str) -> int:
        return sum(character in _FRENCH for character in high.decode(encoding, errors="replace"))

    best = max(_EIGHT_BIT, key=french)
    try:
        data.decode(best)
    except UnicodeDecodeError:
        return "latin-1"
    return best
