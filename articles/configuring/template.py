"""The configuration file as it is first written: every option in it, commented out, with its help."""

import os
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import atomic
from articles.config import KEYS, Option, Value, options, tables
from articles.errors import EnregardError
from articles.plain_json import plain_json
from articles.wording import _, reason

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class ActKeys:
    """An act as `[keys]` names it, the keys that do it without being chosen, and what it does."""

    act: str
    keys: tuple[str, ...]
    help: str


def as_toml(value: Value) -> str:
    """A value as it is written in the file: TOML writes words, numbers and lists as JSON does."""
    return plain_json(value)


def template(acts: Sequence[tuple[str, Sequence[ActKeys]]]) -> str:
    """The text of a file that chooses nothing, in the language in use.

    `acts` are those that keys do, by group with its title. Without the first `#` of each line that has one,
    it is a file that chooses for everything what holds anyway.
    """
    lines = [*_prose(_introduction()), ""]
    for table, words in tables().items():
        lines += [*_prose(words), f"[{table}]", ""]
        for option in options():
            if option.table == table:
                lines += [*_option(option), ""]
        if table == KEYS:
            lines += [*_prose(_about_keys()), ""]
            for title, group in acts:
                lines += [*_prose(title), *_keys(group), ""]
    return "\n".join(lines)


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write the file, for its owner's eyes only; where there is one, only with `force`.

    Raises EnregardError where there is one and when it cannot be written.
    """
    if path.is_dir():
        raise EnregardError(_("{path} is a folder").format(path=path), _("move it away"))
    if os.path.lexists(path) and not force:
        what = _("{path} is already there").format(path=path)
        raise EnregardError(what, _("edit it, or use --force to write it anew without your choices"))
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        what = _("{path} cannot be made ({reason})").format(path=target.parent, reason=reason(error))
        raise EnregardError(what, _("choose another place")) from error
    with atomic.written(target) as file:
        file.write(text.encode())


def _introduction() -> str:
    return _(
        "What can be chosen in En regard. A line counts once the # before it is gone; until then, what it "
        "says holds anyway. A variable of the environment goes before this file: {variable}={value}, and so "
        "on. ARGOS_DEVICE_TYPE (cpu, cuda, auto) says where the translation engine runs. What holds, and "
        "where it comes from: enregard config show"
    ).format(variable=options()[0].variable, value=options()[0].default)


def _about_keys() -> str:
    return _(
        "The keys of each act: one, a list, or [] for none. A key is a character or a name like f5, "
        "pagedown, ctrl+y."
    )


def _prose(words: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent="## ",
        subsequent_indent="## ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _option(option: Option) -> Iterator[str]:
    yield from _prose(option.help)
    yield f"# {option.name} = {as_toml(option.default)}"


def _keys(group: Sequence[ActKeys]) -> Iterator[str]:
    written = [f"# {each.act} = {as_toml(each.keys)}" for each in group]
    widest = max(map(len, written), default=0)
    for line, each in zip(written, group, strict=True):
        yield f"{line:<{widest}}  # {each.help}"
