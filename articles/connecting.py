"""The one way to the network: `sources.web` and `translating.links` go through it, each with its own rules.

Proxies and certificates come from the environment (`HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`), as httpx
reads them. No cookie is kept.
"""

import re
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.wording import _

if TYPE_CHECKING:
    import httpx

MOST_REDIRECTS = 5
"""How many redirections are followed; the client itself follows none."""

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
"""Without a byte."""


def client(headers: dict[str, str]) -> "httpx.Client":
    """What asks for addresses, with `headers`; raises EnregardError where the environment allows none."""
    import httpx

    timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    try:
        return httpx.Client(
            headers={"User-Agent": "enregard", **headers}, timeout=timeout, cookies=no_cookies
        )
    except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
        what = _("no connection can be made with this environment ({reason})").format(reason=reason(error))
        raise EnregardError(what, _("check HTTPS_PROXY, ALL_PROXY, NO_PROXY and SSL_CERT_FILE")) from error


def reason(error: Exception) -> str:
    """What an error of the network says, on one line and without its number."""
    words = " ".join(str(error).split()) or type(error).__name__
    words = re.sub(r"^\[[^\]]*\] ", "", words)
    words = "".join(letter if letter.isprintable() else "?" for letter in words)
    return _(words)
