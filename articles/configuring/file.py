"""The TOML file as it stands: what is in it, and on which line."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from articles.errors import EnregardError
from articles.wording import _, reason


@dataclass(frozen=True)
class TomlFile:
    """A file that was read: its text, and what that says, by table."""

    path: Path
    text: str
    tables: dict[str, Any]

    def line(self, table: str, key: str = "") -> int:
        """The line, from 1, where a table begins, or a key in it; the last where it is not there."""
        return self._lines.get((table, key), self.text.count("\n") + 1)

    def fault(self, table: str, key: str, why: str) -> EnregardError:
        """What is wrong with a table, or with a key in it, said with its line."""
        line = self.line(table, key)
        return EnregardError(_("{path}, line {line}").format(path=self.path, line=line), why)

    @cached_property
    def _lines(self) -> dict[tuple[str, str], int]:
        """Something begins on the first line after the longest beginning that is TOML and lacks it."""
        import tomllib

        found: dict[tuple[str, str], int] = {}
        lines = self.text.split("\n")
        before = 0
        for count, line in enumerate(lines, start=1):
            is_empty = not line.strip() or line.lstrip().startswith("#")
            if not (is_empty and before == count - 1):
                try:
                    tables = tomllib.loads("\n".join(lines[:count]))
                except (ValueError, RecursionError):
                    continue
                for name in _names(tables):
                    found.setdefault(name, before + 1)
            before = count
        return found


def read(path: Path) -> TomlFile:
    """The file at `path`; one with nothing in it where there is none.

    Raises EnregardError when it cannot be read or is not TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return TomlFile(path, "", {})
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, _("it is not UTF-8")) from error
    import tomllib

    try:
        return TomlFile(path, text, tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        what = _("{path} is not TOML ({error})").format(path=path, error=error)
        raise EnregardError(what, _("mend that line")) from error


def _names(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, table in tables.items():
        yield name, ""
        if isinstance(table, dict):
            for key in table:
                yield name, key


def _unreadable(path: Path, why: str) -> EnregardError:
    what = _("{path} cannot be read ({reason})").format(path=path, reason=why)
    return EnregardError(what, _("mend it or move it away"))
