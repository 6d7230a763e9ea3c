"""Pages of the web. The only module of `articles.sources` that opens a socket, for the one address asked for.

Nothing that a page names is fetched.
"""

import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from articles.connecting import MOST_REDIRECTS, client
from articles.errors import EnregardError
from articles.sources import kinds, plain
from articles.sources.raw import Fetched
from articles.wording import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    import httpx

LARGEST = 16_000_000
"""Bytes of what is fetched, unpacked."""

_ALL_SECONDS = 60.0
"""For everything, redirections too."""

_PIECE = 64 * 1024
"""Bytes that are taken in one go."""

_LONGEST_ADDRESS = 8_000
"""Characters."""

_READABLE = re.compile(r"text/.*|application/(?:xml|.*\+xml|octet-stream|epub\+zip)|")
"""Media types of which the body is looked at; no type at all is one of them."""

_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, text/*, application/xml, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: where it came from in the end, its bytes, and its encoding as declared."""

    data: bytes
    charset: str | None
    fetched: Fetched


def fetch(given: str) -> Answer:
    """Fetch the page at an http or https address, and no more than that.

    Raises EnregardError with what to do when it cannot be had, is too large, or is nothing to read.
    """
    from concurrent.futures import Future

    address = _checked(given)
    answer: Future[Answer] = Future()
    Thread(target=_fetch_into, args=(answer, address), name="fetch", daemon=True).start()
    try:
        return answer.result(_ALL_SECONDS)
    except TimeoutError as error:
        raise _too_slow(address) from error


def _fetch_into(answer: "Future[Answer]", address: str) -> None:
    """Fetch on a thread of its own: one read has a time-out, but a server can answer byte by byte."""
    try:
        answer.set_result(_fetched(address, time.monotonic() + _ALL_SECONDS))
    except BaseException as error:
        answer.set_exception(error)


def _fetched(given: str, deadline: float) -> Answer:
    import httpx

    address = given
    try:
        with client(_HEADERS) as asking:
            for _redirect in range(MOST_REDIRECTS + 1):
                with asking.stream("GET", address) as response:
                    if not response.has_redirect_location:
                        return _answer(response, address, deadline)
                    address = _redirected(address, response.headers["location"], given)
    except httpx.TimeoutException as error:
        raise _too_slow(address) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        what = _("{address} cannot be reached").format(address=plain.shown(address))
        raise EnregardError(what, _("check the address and the network")) from error
    raise EnregardError(
        _("{address} redirects without end").format(address=plain.shown(given)),
        _("open it in a browser, and save the page"),
    )


def _redirected(address: str, location: str, given: str) -> str:
    """Where an address leads to: never from a page that comes encrypted to one that does not."""
    other = _checked(urljoin(address, location), given)
    if address.startswith("https:") and not other.startswith("https:"):
        raise EnregardError(
            _("{address} redirects to {other}, which comes without encryption").format(
                address=plain.shown(given), other=plain.shown(other[:200])
            ),
            _("if you trust the network, open that address itself"),
        )
    return other


def _checked(address: str, given: str | None = None) -> str:
    """An address that may be fetched, without the place in the page; `given` is what led to it."""
    shown = plain.shown(address[:200])
    try:
        parts = urlsplit(urldefrag(address)[0])
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        parts, is_whole = urlsplit(""), False
    if given is not None and parts.scheme not in ("http", "https"):
        raise EnregardError(
            _("{address} redirects to {other}, which is no page of the web").format(
                address=plain.shown(given), other=shown
            ),
            _("open it in a browser, and save the page"),
        )
    if parts.scheme in ("http", "https") and (parts.username or parts.password):
        raise EnregardError(
            _("an address with a name or a password in it is not opened"),
            _("save the page in a browser, and open the file"),
        )
    if parts.scheme not in ("http", "https") or not is_whole or len(address) > _LONGEST_ADDRESS:
        raise EnregardError(
            _("{address} is no address of a page").format(address=shown),
            _("give one that begins with https:// or http://"),
        )
    return parts.geturl()


def _answer(response: "httpx.Response", address: str, deadline: float) -> Answer:
    shown = plain.shown(address)
    media_type, charset = _type(response)
    _check_status(response, shown)
    if media_type == "application/pdf":
        raise kinds.pdf(shown)
    if not _READABLE.fullmatch(media_type):
        raise EnregardError(
            _("{address} is no article ({type})").format(address=shown, type=plain.shown(media_type)),
            _("give the address of a page, a text or a feed"),
        )
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and len(declared) < 20 and int(declared) > LARGEST:
        raise plain.too_large(shown, LARGEST)
    data = bytearray()
    for piece in _unpacked(response, shown):
        data += piece
        if len(data) > LARGEST:
            raise plain.too_large(shown, LARGEST)
        if time.monotonic() > deadline:
            raise _too_slow(address)
    return Answer(bytes(data), charset, Fetched(address, media_type, len(data)))


def _type(response: "httpx.Response") -> tuple[str, str | None]:
    """The media type that was declared, in small letters, and the encoding."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return plain.shown(media_type)[:100], response.charset_encoding


def _check_status(response: "httpx.Response", shown: str) -> None:
    status = response.status_code
    if 200 <= status < 300:
        return
    phrase = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else ""
    what = _("{address} answered {status}").format(address=shown, status=f"{status} {phrase}".strip())
    if status in (401, 402, 403, 407, 429, 451):
        raise EnregardError(what, _("save the page in a browser, and open the file"))
    raise EnregardError(what, _("check the address, or try again later"))


def _unpacked(response: "httpx.Response", shown: str) -> Iterator[bytes]:
    """The body, of which never more than a piece is unpacked at once."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise EnregardError(
            _("{address} is packed in a way that was not asked for").format(address=shown),
            _("save the page in a browser, and open the file"),
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for packed in response.iter_raw():
            while packed:
                yield unpacker.decompress(packed, _PIECE)
                packed = unpacker.unconsumed_tail
        yield unpacker.flush()
        if not unpacker.eof:
            raise zlib.error("cut short")
    except zlib.error as error:
        raise EnregardError(
            _("{address} sent a damaged page").format(address=shown), _("try again later")
        ) from error


def _too_slow(address: str) -> EnregardError:
    return EnregardError(
        _("{address} does not answer in time").format(address=plain.shown(address)), _("try again later")
    )
