"""What is imported when: heavy things only where they are used."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "rich",
    "ctranslate2",
    "sentencepiece",
    "argostranslate",
    "spacy",
    "numpy",
    "lxml",
    "sqlite3",
}


def imported_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has after `statement`."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("import tui.cli", set()),
        ("import articles.opening", set()),
        ("import articles.reading", {"sqlite3"}),
        ("import tui.app", {"textual", "rich", "sqlite3"}),
        ("import tui.layout.page", {"rich"}),
    ],
)
def test_heavy_modules_wait_until_they_are_needed(statement: str, allowed: set[str]) -> None:
    assert imported_by(statement) & HEAVY <= allowed


def test_the_engine_is_imported_when_it_is_used() -> None:
    statement = "from articles.engine import installed_translator; installed_translator()"
    assert "argostranslate" in imported_by(statement)


def test_torch_is_never_there() -> None:
    assert "torch" not in imported_by("import argostranslate.package, argostranslate.translate, ctranslate2")
