"""What the tests of the command line share: a home in which the bundled articles are analysed already."""

import json
from pathlib import Path
from typing import Any

import pytest

from articles import paths
from tests.end_to_end.command import Command, home_at

SAMPLES = sorted(paths.samples().glob("*.txt"))


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Command, list[dict[str, Any]]]:
    """The command in a home that knows the bundled articles, and the documents that it printed of them."""
    command = Command(home_at(tmp_path_factory.mktemp("home")))
    command.knows(*SAMPLES)
    done = command("analyse", "--json", *SAMPLES)
    assert (done.returncode, done.stderr) == (0, "3 articles are done\n")
    return command, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def enregard(analysed: tuple[Command, list[dict[str, Any]]]) -> Command:
    """The command in a home that knows the bundled articles."""
    return analysed[0]


@pytest.fixture(scope="session")
def documents(analysed: tuple[Command, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """What `enregard analyse --json` prints of the bundled articles."""
    return analysed[1]


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The bundled articles."""
    return SAMPLES
