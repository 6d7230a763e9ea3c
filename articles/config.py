"""The reader's choices: one TOML file, read strictly. The one table of what can be chosen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

from articles.errors import EnregardError
from articles.wording import LANGUAGES, _, reason

_Options = TypeVar("_Options")


def _option(
    default: Any, help: str, *, least: int | None = None, choices: tuple[str, ...] | None = None
) -> Any:
    return field(default=default, metadata={"help": help, "least": least, "choices": choices})


@dataclass(frozen=True, slots=True)
class TranslationOptions:
    """How translations are made."""

    beam: int = _option(4, "Hypotheses kept while translating; Argos Translate has 4.", least=1)
    batch_tokens: int = _option(1_024, "Word pieces translated together.", least=32)
    workers: int = _option(0, "Processors used at once; 0 is all of them.", least=0)


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How the reader looks, and the language in which it speaks."""

    language: str = _option(
        "", 'The language of the program; "" is that of the locale.', choices=("", *LANGUAGES)
    )
    theme: str = _option("", 'The name of a theme; "" is the reader\'s own.')
    width: int = _option(72, "Cells: the widest a column of text may be.", least=30)


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be chosen, by table. `keys` has the keys of an act by its name."""

    translation: TranslationOptions = field(default_factory=TranslationOptions)
    reader: ReaderOptions = field(default_factory=ReaderOptions)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


def load(path: Path) -> Config:
    """The configuration in the file at `path`; the defaults where there is none.

    Raises EnregardError that names the line of an unknown key or a wrong value. Whether the acts and keys
    of `keys` exist is for the reader to say.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, _("it is not UTF-8")) from error
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = _("{path} is not TOML ({error})").format(path=path, error=error)
        raise EnregardError(what, _("mend that line")) from error
    tables = {table.name for table in fields(Config)}
    for name, table in given.items():
        if name not in tables:
            raise _wrong(path, text, [name], _("there is no table [{name}]").format(name=name))
        if not isinstance(table, dict):
            raise _wrong(path, text, [name], _("{name} is a table: write [{name}]").format(name=name))
    return Config(
        translation=_table(TranslationOptions, "translation", given, path, text),
        reader=_table(ReaderOptions, "reader", given, path, text),
        keys=_keys(given.get("keys", {}), path, text),
    )


def language(path: Path) -> str | None:
    """The language chosen in the file at `path`, or None where none is. Whatever else is wrong there."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    table = given.get("reader")
    chosen = table.get("language") if isinstance(table, dict) else None
    return chosen if chosen in LANGUAGES else None


def fault(path: Path, table: str, key: str, why: str) -> EnregardError:
    """What is wrong with a key of the file at `path`, said with its line."""
    return _wrong(path, path.read_text(encoding="utf-8"), [table, key], why)


def _unreadable(path: Path, why: str) -> EnregardError:
    what = _("{path} cannot be read ({reason})").format(path=path, reason=why)
    return EnregardError(what, _("mend it or move it away"))


def _table(kind: type[_Options], name: str, tables: dict[str, Any], path: Path, text: str) -> _Options:
    given = tables.get(name, {})
    known = {option.name: option for option in fields(kind)}  # type: ignore[arg-type]
    types = get_type_hints(kind)
    for key, value in given.items():
        if key not in known:
            names = ", ".join(known)
            why = _("there is no option {key}; known are {names}").format(key=key, names=names)
        else:
            why = _complaint(key, value, types[key], known[key].metadata)
        if why:
            raise _wrong(path, text, [name, key], why)
    return kind(**given)


def _complaint(key: str, value: Any, wanted: type, limits: Mapping[str, Any]) -> str:
    """What is wrong with a value, or nothing."""
    if type(value) is not wanted:
        if wanted is int:
            return _("{key} must be a whole number").format(key=key)
        return _("{key} must be text, between quotes").format(key=key)
    if limits["least"] is not None and value < limits["least"]:
        return _("{key} must be at least {least}").format(key=key, least=limits["least"])
    if limits["choices"] is not None and value not in limits["choices"]:
        choices = ", ".join(f'"{choice}"' for choice in limits["choices"])
        return _("{key} must be one of {choices}").format(key=key, choices=choices)
    return ""


def _keys(given: dict[str, Any], path: Path, text: str) -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for act, value in given.items():
        named = [value] if isinstance(value, str) else value
        if not isinstance(named, list) or not all(isinstance(key, str) for key in named):
            why = _('{act} must be a key or a list of keys, like "y" or ["y", "ctrl+y"]').format(act=act)
            raise _wrong(path, text, ["keys", act], why)
        keys[act] = tuple(named)
    return MappingProxyType(keys)


def _wrong(path: Path, text: str, names: list[str], why: str) -> EnregardError:
    line = _line_of(text, names)
    return EnregardError(_("{path}, line {line}").format(path=path, line=line), why)


def _line_of(text: str, names: list[str]) -> int:
    """The line, from 1, where what is called so begins: a table, or a key in a table.

    It is the first after the longest beginning of the text that is TOML and does not have it yet.
    """
    lines = text.split("\n")
    before = 0
    for count in range(1, len(lines) + 1):
        try:
            given: Any = tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        for name in names:
            given = given.get(name) if isinstance(given, dict) else None
        if given is not None:
            break
        before = count
    return before + 1
