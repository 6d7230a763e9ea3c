"""A headless Chromium, spoken to over a pipe in the DevTools protocol."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
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


class Tab:
    """One open page."""

    def __init__(self, ask: Callable[..., dict[str, Any]]) -> None:
        self._ask = ask

    def ask(self, method: str, **given: object) -> dict[str, Any]:
        """What Chromium answers to a method of the protocol."""
        return self._ask(method, given)

    def value(self, expression: str) -> Any:
        """What an expression is worth in the page."""
        answer = self.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

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
        self.ask("Page.navigate", url=address)
        self.value(
            "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"
        )

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
        with open(to_browser, "wb", buffering=0) as requests, open(from_browser, "rb") as replies:
            try:
                yield Tab(_session(requests.write, replies.read1))
            finally:
                process.kill()


def _session(write: Callable[[bytes], Any], read: Callable[[int], bytes]) -> Callable[..., dict[str, Any]]:
    """How to ask one tab: one request at a time, events passed over."""
    count = 0
    rest = b""
    session: dict[str, str] = {}

    def ask(method: str, given: dict[str, object]) -> dict[str, Any]:
        nonlocal count, rest
        count += 1
        request = {"id": count, "method": method, "params": given, **session}
        write(json.dumps(request).encode() + b"\0")
        while True:
            while b"\0" not in rest:
                data = read(65_536)
                assert data, "Chromium has gone"
                rest += data
            message, _, rest = rest.partition(b"\0")
            reply: dict[str, Any] = json.loads(message)
            if reply.get("id") == count:
                assert "error" not in reply, reply
                result: dict[str, Any] = reply["result"]
                return result

    target = ask("Target.createTarget", {"url": "about:blank"})["targetId"]
    session["sessionId"] = ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
    ask("Page.enable", {})
    return ask
