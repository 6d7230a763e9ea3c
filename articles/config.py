"""The reader's choices: one TOML file, read strictly. The one table of what can be chosen."""

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from articles.errors import EnregardError

_Options = TypeVar("_Options")


def _option(default: Any, help: str, *, least: int | None = None) -> Any:
    return field(default=default, metadata={"help": help, "least": least})


@dataclass(frozen=True, slots=True)
class TranslationOptions:
    """How translations are made."""

    beam: int = _option(4, "Hypotheses kept while translating; Argos Translate has 4.", least=1)
    batch_tokens: int = _option(1_024, "Word pieces translated together.", least=32)
    workers: int = _option(0, "Processors used at once; 0 is all of them.", least=0)


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be chosen, by table."""

    translation: TranslationOptions = field(default_factory=TranslationOptions)


def load(path: Path) -> Config:
    """The configuration in the file at `path`; the defaults where there is none.

    Raises EnregardError that names the line of an unknown key or a wrong value.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise EnregardError(f"{path} cannot be read ({error})", "mend it or move it away") from error
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EnregardError(f"{path} is not TOML ({error})", "mend that line") from error
    tables = {f.name: f.type for f in fields(Config)}
    for name, table in given.items():
        if name not in tables:
            raise _wrong(path, text, name, f"there is no table [{name}]")
        if not isinstance(table, dict):
            raise _wrong(path, text, name, f"{name} is a table: write [{name}]")
    return Config(translation=_table(TranslationOptions, given.get("translation", {}), path, text))


def _table(kind: type[_Options], given: dict[str, Any], path: Path, text: str) -> _Options:
    known = {option.name: option for option in fields(kind)}  # type: ignore[arg-type]
    types = get_type_hints(kind)
    for key, value in given.items():
        if key not in known:
            raise _wrong(path, text, key, f"there is no option {key}; known are {', '.join(known)}")
        if type(value) is not types[key]:
            raise _wrong(path, text, key, f"{key} must be of type {types[key].__name__}")
        least = known[key].metadata["least"]
        if least is not None and value < least:
            raise _wrong(path, text, key, f"{key} must be at least {least}")
    return kind(**given)


def _wrong(path: Path, text: str, key: str, why: str) -> EnregardError:
    pattern = re.compile(rf"\s*\[?\s*[\"']?{re.escape(key)}\b")
    line = next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
    return EnregardError(f"{path}, line {line}", why)
