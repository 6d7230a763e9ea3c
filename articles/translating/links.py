"""What a link gives: the answer that it leads to, and its body as it comes.

The only module of `articles.translating` that opens a socket. Proxies and certificates come from the
environment (`HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`), as httpx reads them.
"""

import re
from collections.abc import Generator
from contextlib import closing
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.wording import _

if TYPE_CHECKING:
    import httpx

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_MOST_REDIRECTS = 5


class Broken(Exception):
    """A link that did not give the whole file: why, and whether trying again may help."""

    def __init__(self, reason: str, *, may_resume: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_resume = may_resume


def received(link: str, headers: dict[str, str]) -> "Generator[httpx.Response | bytes, None, None]":
    """The answer that `link` leads to, then its body in chunks; raises Broken."""
    import httpx

    try:
        with _client() as client:
            request = client.build_request("GET", link, headers=headers)
            for _step in range(_MOST_REDIRECTS + 1):
                with closing(client.send(request, stream=True)) as response:
                    if response.next_request is None:
                        yield response
                        yield from response.iter_raw()
                        return
                    was_secure = request.url.scheme == "https"
                    request = response.next_request
                    if was_secure and request.url.scheme != "https":
                        raise Broken(_("it leads to an address without encryption"))
            raise Broken(_("it leads from one address to the next without end"))
    except httpx.TransportError as error:
        on_the_way = (httpx.ReadError, httpx.WriteError, httpx.ReadTimeout, httpx.WriteTimeout)
        may_resume = isinstance(error, (*on_the_way, httpx.RemoteProtocolError))
        raise Broken(_reason(error), may_resume=may_resume) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, OverflowError) as error:
        raise Broken(_reason(error)) from error


def _client() -> "httpx.Client":
    import httpx

    headers = {"User-Agent": "enregard", "Accept-Encoding": "identity"}
    timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    try:
        return httpx.Client(headers=headers, timeout=timeout, cookies=no_cookies)
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        what = _("no connection can be made with this environment ({reason})").format(reason=_reason(error))
        raise EnregardError(what, _("check HTTPS_PROXY, ALL_PROXY, NO_PROXY and SSL_CERT_FILE")) from error


def _reason(error: Exception) -> str:
    """What an error says, on one line and without its number."""
    words = " ".join(str(error).split()) or type(error).__name__
    words = re.sub(r"^\[[^\]]*\] ", "", words)
    words = "".join(letter if letter.isprintable() else "?" for letter in words)
    return _(words)
