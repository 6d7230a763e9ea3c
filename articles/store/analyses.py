"""The analyses that were made, by article and version of the analysis."""

import json
from typing import Any

from articles.store.database import Connection, explained


@explained
def find(connection: Connection, article: str, version: str) -> dict[str, Any] | None:
    """The analysis of the article with this id, as a JSON object; None where none, or no such, is kept."""
    row = connection.execute(
        "SELECT analysis FROM analyses WHERE article = ? AND version = ?", (article, version)
    ).fetchone()
    try:
        found = None if row is None else json.loads(row[0])
    except (ValueError, TypeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


@explained
def keep(connection: Connection, article: str, version: str, analysis: dict[str, Any]) -> None:
    """Keep an analysis, in place of those that older versions made."""
    connection.execute("DELETE FROM analyses WHERE article = ?", (article,))
    connection.execute(
        "INSERT OR REPLACE INTO analyses (article, version, analysis) VALUES (?, ?, ?)",
        (article, version, json.dumps(analysis)),
    )
