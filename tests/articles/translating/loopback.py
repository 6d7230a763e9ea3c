"""A real HTTP server on the loopback that answers well or badly, as told, and notes what it is asked."""

import re
import ssl
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Literal


@dataclass(frozen=True)
class Answer:
    """How to answer a request.

    `break_after` bytes the connection ends, or nothing more comes after `stall_after`. `declared` is a
    Content-Length besides the truth, `says_range` a Content-Range besides it.
    """

    body: bytes = b""
    status: int = 200
    etag: str | None = None
    has_ranges: bool = True
    break_after: int | None = None
    stall_after: int | None = None
    declared: int | None = None
    says_range: str | None = None
    framing: Literal["length", "chunked", "close"] = "length"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A request that came: its target and its headers, with names in small letters."""

    target: str
    headers: Mapping[str, str]

    @property
    def range(self) -> str | None:
        """The bytes that were asked for."""
        return self.headers.get("range")


class Server:
    """Where it listens, what it answers and what it was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[Asked] = []
        self.stalled = Event()
        self.ended = Event()
        self._answers: dict[str, list[Answer]] = defaultdict(list)
        self._http = _Listener(self)
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        self.address = f"{scheme}://127.0.0.1:{self._http.server_port}"

    def at(self, target: str, *answers: Answer) -> str:
        """Answer requests for `target` so, one after the other, the last one again and again; its link."""
        self._answers[target] = list(answers)
        return target if target.startswith("http") else self.address + target

    def answer(self, target: str) -> Answer:
        """What to answer now."""
        answers = self._answers[target]
        if not answers:
            return Answer(status=404)
        return answers.pop(0) if len(answers) > 1 else answers[0]

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Serve until left."""
        thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield self
        finally:
            self.ended.set()
            self._http.shutdown()
            thread.join()
            self._http.server_close()


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, server: Server) -> None:
        self.says = server
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: clients that go away are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listener

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        server = self.server.says
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
        server.asked.append(asked)
        answer = server.answer(self.path)
        self.close_connection = True
        status, start = answer.status, self._start(asked, answer)
        if start is not None and start >= len(answer.body):
            status, answer = 416, Answer()
        elif start is not None:
            status = 206
        body = answer.body[start or 0 :]
        self.send_response(status)
        if status == 206:
            whole = f"bytes {start}-{len(answer.body) - 1}/{len(answer.body)}"
            self.send_header("Content-Range", answer.says_range or whole)
        if answer.etag is not None:
            self.send_header("ETag", answer.etag)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.framing == "length":
            length = len(body) if answer.declared is None else answer.declared
            self.send_header("Content-Length", str(length))
        elif answer.framing == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._send(body, answer)

    @staticmethod
    def _start(asked: Asked, answer: Answer) -> int | None:
        """The first byte of the part to send, where a part is asked for and may be sent."""
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.range or "")
        if wanted is None or answer.status != 200 or not answer.has_ranges:
            return None
        return int(wanted[1]) if asked.headers.get("if-range", answer.etag) == answer.etag else None

    def _send(self, body: bytes, answer: Answer) -> None:
        until = min(
            len(body),
            *(limit for limit in (answer.break_after, answer.stall_after, len(body)) if limit is not None),
        )
        for place in range(0, until, 16_384):
            piece = body[place : min(place + 16_384, until)]
            if answer.framing == "chunked":
                piece = b"%x\r\n%b\r\n" % (len(piece), piece)
            self.wfile.write(piece)
        if answer.stall_after is not None:
            self.server.says.stalled.set()
            self.server.says.ended.wait()
        elif answer.framing == "chunked" and until == len(body):
            self.wfile.write(b"0\r\n\r\n")
