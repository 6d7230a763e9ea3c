"""What the reader chose by doing and finds again next time; what is written in a file is `config`."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from articles.errors import EnregardError
from articles.store import choices, database


@dataclass(frozen=True, slots=True)
class Choices:
    """`theme` is a theme's name, `pane` the name of the open pane, `pane_width` its cells; `is_welcomed`
    tells that the welcome need not be shown again, `has_samples` that the bundled articles were offered."""

    theme: str | None = None
    pane: str | None = None
    pane_width: int | None = None
    is_welcomed: bool = False
    has_samples: bool = False


def load(library: Path) -> Choices:
    """The choices in a library; those that cannot be read are as they are at first."""
    try:
        with database.opened(library) as connection:
            kept = choices.all_of(connection)
    except EnregardError:
        return Choices()
    types = get_type_hints(Choices)
    return Choices(**{name: value for name, value in kept.items() if _fits(value, types.get(name))})


def keep(connection: database.Connection, before: Choices, now: Choices) -> None:
    """Keep what has changed."""
    for field in fields(Choices):
        chosen: Any = getattr(now, field.name)
        if chosen != getattr(before, field.name):
            choices.keep(connection, field.name, chosen)


def _fits(value: Any, kind: Any) -> bool:
    """Whether a value is of a kind of choice; "true" is no number."""
    return kind is not None and isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
