"""A headless Chromium, spoken to over a pipe in the DevTools protocol."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

EXECUTABLE = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

_LAUNCHER = """
import fcntl, os, sys
reads, writes = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(reads, 3)
os.dup2(writes, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads from descriptor 3 and writes to 4."""

_OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--force-prefers-reduced-motion",
    "--hide-scrollbars",
    "--no-first-run",
)

_PATIENCE = 20.0
"""Seconds without a word after which Chromium is given up."""


class _Wire:
    """Requests one at a time, and the events that come between the replies."""

    def __init__(self, requests: int, replies: int) -> None:
        self.events: list[str] = []
        self._requests = requests
        self._replies = replies
        self._count = 0
        self._rest = b""
        self._session: dict[str, str] = {}

    def attach(self) -> None:
        """Talk to a new tab from now on."""
        target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        answer = self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session["sessionId"] = answer["sessionId"]
        self.ask("Page.enable", {})

    def ask(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        """What Chromium answers."""
        self._count += 1
        request = {"id": self._count, "method": method, "params": given, **self._session}
        os.write(self._requests, json.dumps(request).encode() + b"\0")
        while (message := self._next()).get("id") != self._count:
            pass
        assert "error" not in message, message
        result: dict[str, Any] = message["result"]
        return result

    def wait_for(self, event: str) -> None:
        """Read until an event has come."""
        while event not in self.events:
            self._next()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._replies], [], [], _PATIENCE)
            data = os.read(self._replies, 65_536) if ready else b""
            assert data, "Chromium says nothing any more"
            self._rest += data
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self.events.append(message["method"])
        return message


class Tab:
    """One open page."""

    def __init__(self, wire: _Wire) -> None:
        self._wire = wire

    def ask(self, method: str, **given: object) -> dict[str, Any]:
        """What Chromium answers to a method of the protocol."""
        return self._wire.ask(method, given)

    def value(self, expression: str) -> Any:
        """What an expression is worth in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true: following a link takes a moment."""
        deadline = time.monotonic() + _PATIENCE
        while not self.value(expression):
            assert time.monotonic() < deadline, f"it never came to be so: {expression}"

    def size(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def scheme(self, name: str) -> None:
        """Prefer `light` or `dark`."""
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def go(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        self._wire.events.clear()
        self.ask("Page.navigate", url=address)
        self._wire.wait_for("Page.loadEventFired")

    def point(self, selector: str) -> None:
        """Move the mouse to the middle of the first line of an element."""
        x, y = self._place(selector)
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector: str) -> None:
        """Click on the first line of an element."""
        x, y = self._place(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key, by the name that scripts know it by."""
        codes = {"Tab": 9, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=codes.get(key, 0))

    def _place(self, selector: str) -> tuple[float, float]:
        x, y = self.value(
            f"(() => {{ const element = document.querySelector({json.dumps(selector)});"
            " element.scrollIntoView({block: 'center'}); const box = element.getClientRects()[0];"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        return x, y


@contextmanager
def opened(profile: Path) -> Iterator[Tab]:
    """A tab in a Chromium of its own, whose files lie in `profile`."""
    assert EXECUTABLE is not None
    from_us, to_browser = os.pipe()
    from_browser, to_us = os.pipe()
    command = [sys.executable, "-c", _LAUNCHER, str(from_us), str(to_us), EXECUTABLE, *_OPTIONS]
    with subprocess.Popen(
        [*command, f"--user-data-dir={profile}"],
        pass_fds=(from_us, to_us),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(from_us)
        os.close(to_us)
        try:
            wire = _Wire(to_browser, from_browser)
            wire.attach()
            yield Tab(wire)
        finally:
            process.kill()
            os.close(to_browser)
            os.close(from_browser)
