"""Fields to type in, whose cursor does not blink."""

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from textual.binding import Binding
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widgets import Input, TextArea

_MOST = 5_000
"""Names in a folder that are looked at."""


class Field(Input):
    """A line."""

    cursor_blink = reactive(False, init=False)


class Area(TextArea):
    """Some lines."""

    cursor_blink = reactive(False, init=False)


class PathField(Field):
    """A line for a path, of which the rest is offered; Tab takes it."""

    BINDINGS = [Binding("tab", "cursor_right", show=False)]

    def __init__(self, value: str = "", *, placeholder: str = "", select_on_focus: bool = True) -> None:
        super().__init__(
            value, placeholder=placeholder, select_on_focus=select_on_focus, suggester=_Paths(use_cache=False)
        )


class _Paths(Suggester):
    """The first path that begins so."""

    async def get_suggestion(self, value: str) -> str | None:
        loop = asyncio.get_running_loop()
        found: asyncio.Future[str | None] = loop.create_future()

        def look() -> None:
            path = completed_path(value)
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(found.set_result, path)

        threading.Thread(target=look, name="completing", daemon=True).start()
        return await found


def completed_path(begun: str) -> str | None:
    """The first path, of a folder with its slash, that begins with what is written; None where none does."""
    folder, name = os.path.split(begun)
    try:
        names = sorted(_beginning_with(name, Path(folder or ".").expanduser()))
    except (OSError, RuntimeError, ValueError):
        return None
    return os.path.join(folder, names[0]) if names and names[0] != name else None


def _beginning_with(name: str, folder: Path) -> Iterator[str]:
    with os.scandir(folder) as found:
        for each in islice(found, _MOST):
            if each.name.startswith(name) and each.name.isprintable() and (name or each.name[0] != "."):
                yield each.name + ("/" if each.is_dir() else "")
