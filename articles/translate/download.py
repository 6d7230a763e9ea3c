"""Downloads that go on where they broke off, and that are what they should be before they have a name.

The only module of `articles.translate` that opens a socket. Proxies and certificates come from the
environment (`HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`), as httpx reads them.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedRandom
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.translate.catalogue import digest_of

if TYPE_CHECKING:
    import httpx

LARGEST = 2**30
"""Bytes of the largest file that is accepted without a known size."""

_LARGEST_PAGE = 8 * 2**20
"""Bytes of the largest page that is read into memory."""

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_TRIES = 3
"""Times a link is tried again after it broke off, each going on where the last one ended."""

_CHUNK = 2**16


class Cancelled(EnregardError):
    """The reader no longer wants it; what has come stays for the next time."""

    def __init__(self) -> None:
        super().__init__("the download was cancelled", "start it again to go on where it stopped")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is: bytes, bytes in all where known, and bytes a second lately."""

    done: int
    total: int | None
    rate: float

    @property
    def seconds_left(self) -> float | None:
        """The time that is left at this rate, where it can be told."""
        return (self.total - self.done) / self.rate if self.total and self.rate else None


class _Broken(Exception):
    """A link that did not give the whole file: why, and whether trying again may help."""

    def __init__(self, reason: str, *, may_resume: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_resume = may_resume


def page(link: str) -> bytes:
    """A small page, whole. Raises EnregardError when it cannot be had."""
    import httpx

    try:
        with _client() as client, client.stream("GET", link) as response:
            response.raise_for_status()
            data = b""
            for chunk in response.iter_bytes(_CHUNK):
                data += chunk
                if len(data) > _LARGEST_PAGE:
                    raise EnregardError(
                        f"{link} is larger than {_LARGEST_PAGE // 2**20} MB", "it is no index"
                    )
            return data
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise EnregardError(f"{link} cannot be reached ({_reason(error)})", "check the connection") from error


def download(
    links: Sequence[str],
    target: Path,
    *,
    size: int | None = None,
    digest: str | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
    stop: Event | None = None,
) -> Path:
    """Download the file that each of `links` offers to `target`, which appears when it is whole and right.

    Links are tried in turn. What has come stays beside `target` after an interruption, and the next call
    goes on from there. `size` is in bytes and `digest` is a SHA-256 in hexadecimal, where they are known.
    Raises Cancelled once `stop` is set, and EnregardError when no link gives the file.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if digest is not None and target.is_file() and digest_of(target) == digest:
        return target
    free = shutil.disk_usage(target.parent).free
    if size is not None and free < size:
        raise EnregardError(
            f"{target.parent} has {free // 2**20} MB free and {size // 2**20 + 1} MB are needed",
            "free some space",
        )
    reasons: list[str] = []
    part = target.with_name(target.name + ".part")
    try:
        with _locked(part) as file:
            for link in links:
                try:
                    _fetch_whole(link, file, part, size, digest, tell, stop or Event())
                except _Broken as broken:
                    reasons.append(f"{link}: {broken.reason}")
                    continue
                os.fsync(file.fileno())
                part.rename(target)
                _validator(part).unlink(missing_ok=True)
                return target
    except OSError as error:
        raise EnregardError(f"{target} cannot be written ({error.strerror})", "check the disk") from error
    raise EnregardError(f"{target.name} cannot be downloaded ({'; '.join(reasons)})", "try again later")


def _fetch_whole(
    link: str,
    file: BufferedRandom,
    part: Path,
    size: int | None,
    digest: str | None,
    tell: Callable[[Progress], None],
    stop: Event,
) -> None:
    """Fill `file` from one link; raises _Broken when that cannot be done."""
    tries = _TRIES
    while True:
        before = file.seek(0, os.SEEK_END)
        try:
            _fetch(link, file, part, size, digest is not None, tell, stop)
        except _Broken as broken:
            came_further = file.seek(0, os.SEEK_END) > before
            tries = _TRIES if came_further else tries - 1
            if not broken.may_resume or tries <= 0:
                raise
            continue
        file.seek(0)
        if digest is None or file_digest(file, "sha256").hexdigest() == digest:
            return
        file.truncate(0)
        if not before:
            raise _Broken("it is not the file that was expected")


def _fetch(
    link: str,
    file: BufferedRandom,
    part: Path,
    size: int | None,
    is_checked: bool,
    tell: Callable[[Progress], None],
    stop: Event,
) -> None:
    """One request, from where the last one stopped."""
    import httpx

    done = file.seek(0, os.SEEK_END)
    headers = _resumption(done, part, is_checked=is_checked)
    try:
        with _client() as client, client.stream("GET", link, headers=headers) as response:
            if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                if size is not None and done == size:
                    return
                file.truncate(0)
                raise _Broken("it has changed", may_resume=True)
            if response.is_error:
                raise _Broken(f"HTTP {response.status_code}", may_resume=response.is_server_error)
            if response.status_code != httpx.codes.PARTIAL_CONTENT or "Range" not in headers:
                done = 0
                file.truncate(0)
                file.seek(0)
                _validator(part).write_text(response.headers.get("etag", ""), encoding="utf-8")
            _write(response, file, done, size, tell, stop)
    except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
        may_resume = not isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
        raise _Broken(_reason(error), may_resume=may_resume) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _Broken(_reason(error)) from error


def _write(
    response: "httpx.Response",
    file: BufferedRandom,
    done: int,
    size: int | None,
    tell: Callable[[Progress], None],
    stop: Event,
) -> None:
    length = int(response.headers.get("content-length") or 0)
    total = size or (done + length if length else None)
    if size is not None and length and done + length != size:
        raise _Broken(f"it offers {done + length:,} bytes instead of {size:,}")
    limit = size or LARGEST
    if total is not None and total > limit:
        raise _Broken(f"it is larger than {limit // 2**20} MB")
    started, first = time.monotonic(), done
    tell(Progress(done, total, 0.0))
    for chunk in response.iter_raw(_CHUNK):
        if stop.is_set():
            raise Cancelled
        done += len(chunk)
        if done > limit:
            file.truncate(0)
            raise _Broken(f"it is larger than {limit // 2**20} MB")
        file.write(chunk)
        tell(Progress(done, total, (done - first) / max(time.monotonic() - started, 0.001)))
    file.flush()
    if total is not None and done < total:
        raise _Broken(f"it broke off after {done:,} bytes", may_resume=True)


def _resumption(done: int, part: Path, *, is_checked: bool) -> dict[str, str]:
    """The headers that ask for the rest, where it is sure to belong to what is there."""
    headers = {"Accept-Encoding": "identity"}
    if not done:
        return headers
    validator = _validator(part)
    etag = validator.read_text(encoding="utf-8") if validator.exists() else ""
    if etag and not etag.startswith("W/"):
        return {**headers, "Range": f"bytes={done}-", "If-Range": etag}
    return {**headers, "Range": f"bytes={done}-"} if is_checked else headers


def _validator(part: Path) -> Path:
    return part.with_name(part.name + ".etag")


@contextmanager
def _locked(part: Path) -> Iterator[BufferedRandom]:
    """The unfinished file, open for one program at a time."""
    import fcntl

    descriptor = os.open(part, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EnregardError(
                f"{part.stem} is being downloaded by another program", "wait until that has ended"
            ) from None
        yield file


def _client() -> "httpx.Client":
    import httpx

    timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    return httpx.Client(
        follow_redirects=True, max_redirects=5, timeout=timeout, headers={"User-Agent": "enregard"}
    )


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words.removeprefix("[Errno ").partition("] ")[2] or words
