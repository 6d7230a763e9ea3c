"""The installed command without a terminal, in a home that several tests share."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND

_OF_A_TERMINAL = ("COLUMNS", "LINES", "PAGER", "LESS")
"""Variables that would say how wide a terminal is, and what it pages with."""

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Command:
    """`enregard` with an environment of its own; `folder` is where it runs."""

    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None

    def __call__(self, *arguments: object, given: str = "") -> Done:
        """Run it to its end."""
        return subprocess.run(
            [str(COMMAND), *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            input=given,
            timeout=120,
            check=False,
            env=self.full_environment,
            cwd=self.folder,
        )

    def shell(self, script: str) -> Done:
        """Run a shell script in which `enregard` is the command."""
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", script],
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
            env=self.full_environment,
            cwd=self.folder,
        )

    def documents(self, *arguments: object, given: str = "") -> list[dict[str, Any]]:
        """The documents that it prints; all went well."""
        done = self(*arguments, "--json", given=given)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def knows(self, *articles: Path | str) -> None:
        """Its library knows the analysis of these articles, each a file or the words of one."""
        known(*articles, environment=self.full_environment)

    @property
    def full_environment(self) -> dict[str, str]:
        """Its environment, with the command in the path."""
        path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
        inherited = {name: value for name, value in os.environ.items() if name not in _OF_A_TERMINAL}
        return {**inherited, "PATH": path, **self.environment}


def home_at(folder: Path) -> dict[str, str]:
    """The environment of a home in `folder`."""
    named = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {"HOME": str(folder), **named}
