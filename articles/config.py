"""The reader's choices: one TOML file and the environment, read strictly. The one table of what there is.

An option is one line in the dataclass of its table: its default, its help, its limits. A table is such a
dataclass and one field of `Config`. File, environment, `enregard config` and the README's table follow.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

from articles.configuring.file import TomlFile, read
from articles.errors import EnregardError
from articles.wording import LANGUAGES, _

Value = bool | int | str | tuple[str, ...]

_TRUTHS = {"true": True, "1": True, "false": False, "0": False}
"""How yes and no are written in a variable of the environment."""

KEYS = "keys"
"""The name of the table that has no options: it holds the keys of each act."""


def N_(message: str) -> str:
    """Words for the catalogue that are looked up later, once the language is chosen."""
    return message


def _option(
    default: Any, words: str, *, least: int | None = None, choices: tuple[str, ...] | None = None
) -> Any:
    return field(default=default, metadata={"words": words, "least": least, "choices": choices})


_IDLE = N_("Minutes without work after which the reader lets its model go; 0 keeps it.")


@dataclass(frozen=True, slots=True)
class TranslationOptions:
    """How translations are made."""

    beam: int = _option(4, N_("Hypotheses kept while translating; Argos Translate has 4."), least=1)
    batch_tokens: int = _option(1_024, N_("Word pieces translated together."), least=32)
    workers: int = _option(0, N_("Processors used at once; 0 is all of them."), least=0)
    idle_minutes: int = _option(5, _IDLE, least=0)


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """How quotes, actors and the summary are found."""

    idle_minutes: int = _option(5, _IDLE, least=0)


def idle_seconds(options: TranslationOptions | AnalysisOptions) -> float | None:
    """Seconds without work after which a model is let go; None where it is kept."""
    return options.idle_minutes * 60 or None


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """How the reader looks, and the language in which it speaks."""

    language: str = _option(
        "", N_('The language of the program; "" is that of the locale.'), choices=("", *LANGUAGES)
    )
    theme: str = _option(
        "", N_('"dark", "light", or another theme as the reader lists them; "" is the one last chosen there.')
    )
    width: int = _option(72, N_("Cells: the widest a column of text may be."), least=30)
    motion: bool = _option(True, N_("Whether anything on the screen may glide; false lets it jump."))


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be chosen, by table. `keys` has the keys of an act by its name."""

    translation: TranslationOptions = field(
        default_factory=TranslationOptions, metadata={"words": N_("How translations are made.")}
    )
    analysis: AnalysisOptions = field(
        default_factory=AnalysisOptions,
        metadata={"words": N_("How quotes, actors and the summary are found.")},
    )
    reader: ReaderOptions = field(
        default_factory=ReaderOptions, metadata={"words": N_("How the reader looks and speaks.")}
    )
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({}), metadata={"words": N_("What the keys do.")}
    )


class Origin(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    FILE = "file"
    ENVIRONMENT = "environment"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for an option, or the keys of an act. `line`, from 1, is where the file says so."""

    table: str
    option: str
    value: Value
    origin: Origin = Origin.DEFAULT
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen: its table, its name there, what it is without being chosen, its limits."""

    table: str
    name: str
    kind: type
    default: Any
    words: str
    least: int | None
    choices: tuple[str, ...] | None

    @property
    def variable(self) -> str:
        """Its variable of the environment."""
        return variable(self.table, self.name)

    @property
    def help(self) -> str:
        """What it is for, and its limits, in the language in use."""
        limits = ""
        if self.least:
            limits = _("At least {least}.").format(least=self.least)
        if self.choices is not None:
            limits = _("One of {choices}.").format(choices=_quoted(self.choices))
        return " ".join(said for said in (_(self.words), limits) if said)

    def complaint(self, value: object) -> str:
        """What is wrong with a value, or nothing."""
        if type(value) is not self.kind:
            if self.kind is bool:
                return _("{key} must be true or false").format(key=self.name)
            if self.kind is int:
                return _("{key} must be a whole number").format(key=self.name)
            return _("{key} must be text, between quotes").format(key=self.name)
        if self.least is not None and isinstance(value, int) and value < self.least:
            return _("{key} must be at least {least}").format(key=self.name, least=self.least)
        if self.choices is not None and value not in self.choices:
            return _("{key} must be one of {choices}").format(key=self.name, choices=_quoted(self.choices))
        return ""


def variable(table: str, name: str) -> str:
    """The variable of the environment that goes before what the file says of an option."""
    return f"ENREGARD_{table}_{name}".upper()


@cache
def options() -> tuple[Option, ...]:
    """Everything that can be chosen, but for keys, table by table."""
    kinds = {name: kind for name, kind in get_type_hints(Config).items() if name != KEYS}
    return tuple(
        Option(table, each.name, get_type_hints(kind)[each.name], each.default, **each.metadata)
        for table, kind in kinds.items()
        for each in fields(kind)
    )


def tables() -> dict[str, str]:
    """What each table is about, in the language in use, by its name."""
    return {table.name: _(table.metadata["words"]) for table in fields(Config)}


def load(path: Path) -> Config:
    """What is chosen in the environment, else in the file at `path`, else the defaults.

    Raises EnregardError that names the line, or the variable, of an unknown name or a wrong value. Whether
    the acts and keys of `keys` exist is for the reader to say.
    """
    settings, keys, _file = _settled(path)
    kinds = {name: kind for name, kind in get_type_hints(Config).items() if name != KEYS}
    chosen = {
        table: kind(**{each.option: each.value for each in settings if each.table == table})
        for table, kind in kinds.items()
    }
    return Config(**chosen, keys=keys)


def settled(path: Path) -> tuple[Setting, ...]:
    """What `load` has, and where each value comes from; of the acts, those whose keys the file chooses.

    Raises EnregardError as `load` does.
    """
    settings, keys, file = _settled(path)
    return tuple(
        Setting(each.table, each.option, each.value, each.origin, file.line(each.table, each.option))
        if each.origin is Origin.FILE
        else each
        for each in (*settings, *(Setting(KEYS, act, value, Origin.FILE) for act, value in keys.items()))
    )


def language(path: Path) -> str | None:
    """The language chosen in the environment or the file at `path`, or None. Whatever else is wrong there."""
    given = os.environ.get(variable("reader", "language"))
    if given in LANGUAGES:
        return given
    try:
        table = read(path).tables.get("reader")
    except EnregardError:
        return None
    chosen = table.get("language") if isinstance(table, dict) else None
    return chosen if chosen in LANGUAGES else None


def fault(path: Path, table: str, key: str, why: str) -> EnregardError:
    """What is wrong with a key of the file at `path`, said with its line."""
    return read(path).fault(table, key, why)


def _settled(path: Path) -> tuple[list[Setting], Mapping[str, tuple[str, ...]], TomlFile]:
    file = read(path)
    _refuse_unknown_names(file)
    _refuse_unknown_variables()
    return [_setting(option, file) for option in options()], _keys(file), file


def _setting(option: Option, file: TomlFile) -> Setting:
    given = file.tables.get(option.table, {})
    value, origin = option.default, Origin.DEFAULT
    if option.name in given:
        value, origin = given[option.name], Origin.FILE
        if why := option.complaint(value):
            raise file.fault(option.table, option.name, why)
    if written := os.environ.get(option.variable):
        value, origin = _of_environment(option, written), Origin.ENVIRONMENT
    return Setting(option.table, option.name, value, origin)


def _of_environment(option: Option, written: str) -> bool | int | str:
    value: bool | int | str = written
    if option.kind is bool:
        value = _TRUTHS.get(written.lower(), written)
    elif option.kind is int:
        with suppress(ValueError):
            value = int(written)
    why = option.complaint(value)
    if any("\ud800" <= character <= "\udfff" for character in written):
        why = why or _("it is not UTF-8")
    if why:
        raise _wrong_variable(option.variable, why)
    return value


def _refuse_unknown_names(file: TomlFile) -> None:
    known = tables()
    for name, table in file.tables.items():
        if name not in known:
            raise file.fault(name, "", _("there is no table [{name}]").format(name=name))
        if not isinstance(table, dict):
            raise file.fault(name, "", _("{name} is a table: write [{name}]").format(name=name))
        names = [option.name for option in options() if option.table == name]
        for key in table:
            if key not in names and name != KEYS:
                why = _("there is no option {key}; known are {names}")
                raise file.fault(name, key, why.format(key=key, names=", ".join(names)))


def _refuse_unknown_variables() -> None:
    """Of the variables that are named after a table: others are none of ours. An empty one is not set."""
    known = {option.variable for option in options()}
    given = sorted(name for name, value in os.environ.items() if value and name not in known)
    for table in tables():
        for name in given:
            if not name.startswith(variable(table, "")):
                continue
            if table == KEYS:
                raise _wrong_variable(name, _("keys are chosen in the configuration file only"))
            names = ", ".join(option.variable for option in options() if option.table == table)
            why = _("there is no such option; known are {names}").format(names=names)
            raise _wrong_variable(name, why)


def _keys(file: TomlFile) -> Mapping[str, tuple[str, ...]]:
    keys: dict[str, tuple[str, ...]] = {}
    for act, value in file.tables.get(KEYS, {}).items():
        named = [value] if isinstance(value, str) else value
        if not isinstance(named, list) or not all(isinstance(key, str) for key in named):
            why = _('{act} must be a key or a list of keys, like "y" or ["y", "ctrl+y"]').format(act=act)
            raise file.fault(KEYS, act, why)
        keys[act] = tuple(named)
    return MappingProxyType(keys)


def _wrong_variable(name: str, why: str) -> EnregardError:
    return EnregardError(_("the environment variable {name}").format(name=name), why)


def _quoted(choices: tuple[str, ...]) -> str:
    return ", ".join(f'"{choice}"' for choice in choices)
