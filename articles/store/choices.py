"""What the reader chose by doing, to be found again: theme, width of the panes, that the welcome was read."""

import json
from contextlib import suppress
from typing import Any

from articles.store.database import Connection, explained


@explained
def all_of(connection: Connection) -> dict[str, Any]:
    """Every choice by its name, as the JSON value that was kept; what is no JSON is passed over."""
    found: dict[str, Any] = {}
    for name, value in connection.execute("SELECT name, value FROM choices"):
        with suppress(ValueError):
            found[name] = json.loads(value)
    return found


@explained
def keep(connection: Connection, name: str, value: Any) -> None:
    """Keep a choice, in place of an earlier one."""
    connection.execute(
        "INSERT INTO choices (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value)),
    )
