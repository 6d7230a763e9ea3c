"""What a link gives: the answer that it leads to, and its body as it comes.

The only module of `articles.translating` that opens a socket.
"""

from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING

from articles.connecting import MOST_REDIRECTS, client, reason
from articles.wording import _

if TYPE_CHECKING:
    import httpx

_AS_IT_IS = {"Accept-Encoding": "identity"}
"""A body that is not packed on the way, so that it can go on where it broke off."""


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
        with client(_AS_IT_IS) as asking:
            request = asking.build_request("GET", link, headers=headers)
            for _step in range(MOST_REDIRECTS + 1):
                with closing(asking.send(request, stream=True)) as response:
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
        raise Broken(reason(error), may_resume=may_resume) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, OverflowError) as error:
        raise Broken(reason(error)) from error
