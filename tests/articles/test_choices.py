"""Choices are found again; what is wrong with one costs that one alone."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles import choices
from articles.choices import Choices
from articles.store import choices as table
from articles.store import database

CHOSEN = Choices(theme="enregard-light", pane="actors", pane_width=50, is_welcomed=True, has_samples=True)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where a library is to be."""
    return tmp_path / "library.sqlite"


def keep(library: Path, before: Choices, now: Choices) -> None:
    """Keep what changed."""
    with database.opened(library) as connection:
        choices.keep(connection, before, now)


def test_at_first_nothing_is_chosen(library: Path) -> None:
    assert choices.load(library) == Choices()


def test_what_was_chosen_is_found_again(library: Path) -> None:
    keep(library, Choices(), CHOSEN)
    assert choices.load(library) == CHOSEN


def test_only_what_changed_is_written(library: Path) -> None:
    keep(library, Choices(), CHOSEN)
    keep(library, Choices(), Choices(pane="summary"))
    assert choices.load(library) == Choices("enregard-light", "summary", 50, True, True)
    keep(library, Choices(pane="summary"), Choices())
    assert choices.load(library).pane is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", 3),
        ("theme", ["enregard-light"]),
        ("pane", True),
        ("pane_width", "50"),
        ("pane_width", 50.5),
        ("pane_width", True),
        ("pane_width", False),
        ("is_welcomed", 1),
        ("is_welcomed", "yes"),
        ("is_welcomed", None),
        ("has_samples", None),
        ("of_a_later_version", {"a": 1}),
    ],
)
def test_a_value_that_cannot_be_is_passed_over(library: Path, name: str, value: Any) -> None:
    keep(library, Choices(), CHOSEN)
    with database.opened(library) as connection:
        table.keep(connection, name, value)
    found = choices.load(library)
    assert getattr(found, name, None) == getattr(Choices(), name, None)
    others = [other for other in Choices.__slots__ if other != name]
    assert [getattr(found, other) for other in others] == [getattr(CHOSEN, other) for other in others]


@pytest.mark.parametrize("written", ["", "{", "nul", "'light'"])
def test_what_is_no_json_costs_no_more_than_itself(library: Path, written: str) -> None:
    keep(library, Choices(), CHOSEN)
    with database.opened(library) as connection:
        connection.execute("UPDATE choices SET value = ? WHERE name = 'pane'", (written,))
    assert choices.load(library) == Choices("enregard-light", None, 50, True, True)


def test_without_a_library_that_can_be_read_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert choices.load(tmp_path / "folder") == Choices()
    (tmp_path / "other.txt").write_text("Ce n’est pas une bibliothèque.\n" * 200)
    assert choices.load(tmp_path / "other.txt") == Choices()


def test_what_is_kept_is_json(library: Path) -> None:
    keep(library, Choices(), CHOSEN)
    with database.opened(library) as connection:
        kept = dict(connection.execute("SELECT name, value FROM choices"))
    assert {name: json.loads(value) for name, value in kept.items()} == {
        "theme": "enregard-light",
        "pane": "actors",
        "pane_width": 50,
        "is_welcomed": True,
        "has_samples": True,
    }
