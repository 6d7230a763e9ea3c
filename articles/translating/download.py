"""Downloads that go on where they broke off, and that are what they should be before they have a name."""

import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from io import BufferedRandom
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.translating import unfinished
from articles.translating.catalogue import digest_of
from articles.translating.links import Broken, received
from articles.translating.room import check_room
from articles.wording import _, megabytes, number, reason

if TYPE_CHECKING:
    import httpx

LARGEST = 1_000_000_000
"""Bytes of the largest file that is accepted without a known size."""

_LARGEST_PAGE = 8_000_000
"""Bytes of the largest page that is read into memory."""

_TRIES = 3
"""Times a link is tried without getting further; each try goes on where the last one ended."""

_PAUSE_SECONDS = 1.0
"""Between two tries."""

_POLL_SECONDS = 0.1
"""How soon it is noticed that the reader no longer wants it."""

_TELL_SECONDS = 0.1
"""Between two tellings of the progress."""

_AHEAD = 16
"""Chunks that wait at most to be written."""


class Cancelled(EnregardError):
    """The reader no longer wants it; what has come stays for the next time."""

    def __init__(self) -> None:
        super().__init__(_("the download was cancelled"), _("start it again to go on where it stopped"))


class Unavailable(EnregardError):
    """No link gives the file."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is: bytes, bytes in all where known, and bytes a second since it last went on."""

    done: int
    total: int | None
    rate: float

    @property
    def in_words(self) -> str:
        """The same, for people to read."""
        said = _("{done} of {total} MB, {rate} MB/s") if self.total else _("{done} MB, {rate} MB/s")
        done, total, rate = (number(each / 1e6, 1) for each in (self.done, self.total or 0, self.rate))
        return said.format(done=done, total=total, rate=rate)


@dataclass(frozen=True, slots=True)
class _Order:
    """What is wanted, and how it is going: the unfinished file, and what `download` was given."""

    part: Path
    size: int | None
    digest: str | None
    tell: Callable[[Progress], None]
    stop: Event


def page(link: str, stop: Event | None = None) -> bytes:
    """A small page, whole. Raises Cancelled once `stop` is set, EnregardError when it cannot be had."""
    data = b""
    try:
        with _answer(link, {}, stop or Event()) as (response, chunks):
            if response.status_code != 200:
                raise Broken(f"HTTP {response.status_code}")
            for chunk in chunks:
                data += chunk
                if len(data) > _LARGEST_PAGE:
                    raise Broken(_("larger than {size}").format(size=megabytes(_LARGEST_PAGE, 0)))
    except Broken as broken:
        what = _("{link} cannot be had ({reason})").format(link=link, reason=broken.reason)
        raise EnregardError(what, _("check the connection")) from broken
    return data


def download(
    links: Sequence[str],
    target: Path,
    *,
    size: int | None = None,
    digest: str | None = None,
    tell: Callable[[Progress], None] = lambda progress: None,
    stop: Event | None = None,
) -> Path:
    """Download the file that each of `links` offers to `target`, which appears when it is whole and right.

    Links are tried in turn. What has come stays beside `target` after an interruption, and the next call
    goes on from there. `size` is in bytes and `digest` is a SHA-256 in hexadecimal, where they are known.
    Raises Cancelled once `stop` is set, Unavailable when no link gives the file, and EnregardError when
    it cannot be kept here.
    """
    part = unfinished.beside(target)
    order = _Order(part, size, digest, tell, stop or Event())
    reasons: list[str] = []
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if digest is not None and target.is_file() and digest_of(target) == digest:
            return target
        with unfinished.locked(part) as file:
            check_room(part.parent, (size or 0) - file.seek(0, os.SEEK_END))
            for link in links:
                try:
                    _fetch_whole(link, file, order)
                except Broken as broken:
                    reasons.append(f"{link}: {broken.reason}")
                    continue
                os.fsync(file.fileno())
                part.rename(target)
                unfinished.forget(part)
                return target
    except OSError as error:
        what = _("{path} cannot be written ({reason})").format(path=target, reason=reason(error))
        raise EnregardError(what, _("check the disk")) from error
    what = _("{name} cannot be downloaded ({reasons})").format(name=target.name, reasons="; ".join(reasons))
    raise Unavailable(what, _("try again later"))


def _fetch_whole(link: str, file: BufferedRandom, order: _Order) -> None:
    """Fill `file` from one link; raises Broken when that cannot be done."""
    tries = _TRIES
    furthest = file.seek(0, os.SEEK_END)
    may_restart = True
    while True:
        before = file.seek(0, os.SEEK_END)
        try:
            _fetch(link, file, order)
        except Broken as broken:
            reached = file.seek(0, os.SEEK_END)
            tries = _TRIES if reached > furthest else tries - 1
            furthest = max(furthest, reached)
            if not broken.may_resume or tries <= 0:
                raise
            order.stop.wait(_PAUSE_SECONDS)
            continue
        file.seek(0)
        if order.digest is None or file_digest(file, "sha256").hexdigest() == order.digest:
            return
        file.truncate(0)
        if not (before and may_restart):
            raise Broken(_("it is not the file that was expected"))
        may_restart = False
        tries, furthest = _TRIES, 0


def _fetch(link: str, file: BufferedRandom, order: _Order) -> None:
    """One request, from where the last one stopped."""
    done = file.seek(0, os.SEEK_END)
    headers = _resumption(link, done, order)
    with _answer(link, headers, order.stop) as (response, chunks):
        status = response.status_code
        if status == 416 and "Range" in headers:
            if done == order.size:
                return
            file.truncate(0)
            raise Broken(_("it has changed"), may_resume=True)
        is_rest = status == 206 and "Range" in headers
        if is_rest and not _belongs(response, headers, done):
            file.truncate(0)
            raise Broken(_("it answers with another part than asked for"), may_resume=True)
        if status != 200 and not is_rest:
            raise Broken(f"HTTP {status}", may_resume=response.is_server_error)
        total = _total(response, done if is_rest else 0)
        if order.size is not None and total not in (None, order.size):
            offered, wanted = number(total or 0), number(order.size)
            raise Broken(
                _("it offers {offered} bytes instead of {wanted}").format(offered=offered, wanted=wanted)
            )
        if total is not None and total > (order.size or LARGEST):
            raise _too_large(order)
        if not is_rest:
            done = 0
            file.seek(0)
            file.truncate()
            unfinished.note(order.part, link, response.headers.get("etag", ""))
        check_room(order.part.parent, (total or 0) - done)
        _write(chunks, file, done, total or order.size, order)


def _write(
    chunks: Iterator[bytes], file: BufferedRandom, done: int, total: int | None, order: _Order
) -> None:
    started = told = time.monotonic()
    first = done
    order.tell(Progress(done, total, 0.0))
    for chunk in chunks:
        done += len(chunk)
        if done > (order.size or LARGEST):
            file.truncate(0)
            raise _too_large(order)
        file.write(chunk)
        now = time.monotonic()
        if now - told >= _TELL_SECONDS or done == total:
            told = now
            order.tell(Progress(done, total, (done - first) / max(now - started, 0.001)))
    file.flush()
    if total is not None and done < total:
        raise Broken(_("it broke off after {done} bytes").format(done=number(done)), may_resume=True)
    if not done:
        raise Broken(_("it is empty"))


def _too_large(order: _Order) -> Broken:
    return Broken(_("it is larger than {size} bytes").format(size=number(order.size or LARGEST)))


def _resumption(link: str, done: int, order: _Order) -> dict[str, str]:
    """The headers that ask for the rest, where it is sure to belong to what is there.

    A known digest tells in the end; without one, the same link must still have the same entity tag.
    """
    if not done:
        return {}
    rest = {"Range": f"bytes={done}-"}
    if order.digest is not None:
        return rest
    noted, etag = unfinished.noted(order.part)
    if noted == link and re.fullmatch(r'"[\x21\x23-\x7e]*"', etag):
        return {**rest, "If-Range": etag}
    return {}


def _belongs(response: "httpx.Response", headers: dict[str, str], done: int) -> bool:
    """Whether a part that came is the one that was asked for."""
    first = re.match(r"bytes (\d{1,18})-", response.headers.get("content-range", ""), re.ASCII)
    if first is None or int(first[1]) != done:
        return False
    etag = headers.get("If-Range")
    return etag is None or response.headers.get("etag", etag) == etag


def _total(response: "httpx.Response", done: int) -> int | None:
    """The bytes of the whole file, where the answer tells."""
    whole = re.search(r"/(\d{1,18})\Z", response.headers.get("content-range", ""), re.ASCII)
    if done and whole:
        return int(whole[1])
    length = re.fullmatch(r"\d{1,18}", response.headers.get("content-length", ""), re.ASCII)
    return done + int(length[0]) if length else None


@contextmanager
def _answer(
    link: str, headers: dict[str, str], stop: Event
) -> "Iterator[tuple[httpx.Response, Iterator[bytes]]]":
    """The answer to a request, and its body as it comes.

    A thread of its own waits for the server, so that `stop` is heeded even while nothing comes.
    Raises Cancelled once `stop` is set, and Broken when nothing (more) is to be had.
    """
    arrived: Queue[httpx.Response | bytes | Exception | None] = Queue(_AHEAD)
    is_left = Event()

    def put(item: "httpx.Response | bytes | Exception | None") -> None:
        while not is_left.is_set():
            try:
                return arrived.put(item, timeout=_POLL_SECONDS)
            except Full:
                continue

    def receive() -> None:
        try:
            with closing(received(link, headers)) as items:
                for item in items:
                    put(item)
                    if is_left.is_set():
                        return
            put(None)
        except Exception as error:
            put(error)

    def take() -> "httpx.Response | bytes | None":
        while not stop.is_set():
            try:
                item = arrived.get(timeout=_POLL_SECONDS)
            except Empty:
                continue
            if isinstance(item, Exception):
                raise item
            return item
        raise Cancelled

    def chunks() -> Iterator[bytes]:
        while isinstance(chunk := take(), bytes):
            yield chunk

    if stop.is_set():
        raise Cancelled
    Thread(target=receive, name="download", daemon=True).start()
    try:
        response = take()
        assert response is not None
        assert not isinstance(response, bytes)
        yield response, chunks()
    finally:
        is_left.set()
