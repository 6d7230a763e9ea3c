"""`enregard config`: the configuration file, and what is chosen in it and in the environment."""

import os
from typing import TYPE_CHECKING

import click

from articles.canonical import one_line
from articles.wording import _
from tui.cli.helping import with_examples

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articles.config import Setting
    from articles.configuring.template import ActKeys

_ENGINE = "ARGOS_DEVICE_TYPE"


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("What can be chosen, in one file and in the environment."),
        "enregard config init",
        "enregard config show",
        "enregard config path",
    ),
)
def config() -> None:
    """The commands for the configuration."""


@config.command(
    help=with_examples(
        _("Print where the configuration file is."),
        "enregard config path",
        'editor "$(enregard config path)"',
    )
)
def path() -> None:
    """Print the path of the file."""
    from articles import paths

    click.echo(paths.config_file())


@config.command(
    help=with_examples(
        _(
            "Write the configuration file.\n\n"
            "Every option is in it with its help, commented out at its default."
        ),
        "enregard config init",
        "enregard config init --force",
    )
)
@click.option("--force", is_flag=True, help=_("Write it anew where there is one; what it chose is gone."))
def init(force: bool) -> None:
    """Write the file."""
    from articles import paths
    from articles.configuring.template import template, write

    file = paths.config_file()
    write(file, template(_acts()), force=force)
    click.echo(_("{path} is written: take the # away before what you change").format(path=file))


@config.command(
    help=with_examples(
        _(
            "Print what holds, and where it comes from.\n\n"
            "Every option and every key is listed, with its default, or what the file or the environment"
            " says. The environment goes before the file, one variable per option: ENREGARD_TRANSLATION_BEAM"
            " is beam in [translation]. ARGOS_DEVICE_TYPE (cpu, cuda, auto) says where the translation engine"
            " runs."
        ),
        "enregard config show",
        "ENREGARD_TRANSLATION_BEAM=1 enregard config show",
    )
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON document."))
def show(as_json: bool) -> None:
    """Print the configuration."""
    from articles import paths
    from articles.config import KEYS, Setting, load, settled
    from tui.keymap import checked

    file = paths.config_file()
    chosen = settled(file)
    checked(load(file).keys, file)
    of_acts = {each.option: each for each in chosen if each.table == KEYS}
    settings = [_as_chosen_by_doing(each) for each in chosen if each.table != KEYS]
    for _title, group in _acts():
        settings += (of_acts.get(each.act, Setting(KEYS, each.act, each.keys)) for each in group)
    if as_json:
        _print_json(settings, file)
    else:
        _print_table(settings, file)


def _as_chosen_by_doing(setting: "Setting") -> "Setting":
    """An option with what was chosen for it in the reader, where nothing else says what it is."""
    from dataclasses import replace

    from articles import choices, paths
    from articles.config import Origin

    library = paths.library_file()
    is_theme = (setting.table, setting.option, setting.origin) == ("reader", "theme", Origin.DEFAULT)
    if not is_theme or not library.exists():
        return setting
    theme = choices.load(library).theme
    return setting if theme is None else replace(setting, value=theme, origin=Origin.READER)


def _acts() -> "Sequence[tuple[str, Sequence[ActKeys]]]":
    """The acts and their keys, as they are written in the file."""
    from articles.configuring.template import ActKeys
    from tui.acts import groups

    return [
        (
            group.title,
            [ActKeys(act.id, tuple(_character(key) for key in act.keys), act.help) for act in group.acts],
        )
        for group in groups()
    ]


def _character(key: str) -> str:
    """A key as one writes it: the character itself, where Textual has a name for that."""
    from tui.keys import key_name

    name = key_name(key)
    return name if len(name) == 1 and name.isascii() else key


def _print_json(settings: "Sequence[Setting]", file: "Path") -> None:
    from tui.cli.printing import print_json

    rows = [
        {
            "table": each.table,
            "option": each.option,
            "value": each.value,
            "from": str(each.origin),
            "where": _where(each, file),
        }
        for each in settings
    ]
    print_json({"config": rows})


def _where(setting: "Setting", file: "Path") -> str | None:
    """The variable, or the file and its line; None for a default."""
    from articles.config import Origin, variable

    if setting.origin is Origin.ENVIRONMENT:
        return variable(setting.table, setting.option)
    return f"{file}:{setting.line}" if setting.origin is Origin.FILE else None


def _print_table(settings: "Sequence[Setting]", file: "Path") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from articles.config import Origin, variable
    from articles.configuring.template import as_toml

    table = Table(box=None, pad_edge=False)
    for head in (_("option"), _("value"), _("from")):
        table.add_column(head, overflow="fold")
    for each in settings:
        origin = {
            Origin.DEFAULT: _("default"),
            Origin.READER: _("chosen in the reader"),
            Origin.FILE: _("file, line {line}").format(line=each.line),
            Origin.ENVIRONMENT: _("environment, {variable}").format(
                variable=variable(each.table, each.option)
            ),
        }[each.origin]
        style = "dim" if each.origin is Origin.DEFAULT else "bold"
        table.add_row(
            Text(f"{each.table}.{each.option}"), Text(as_toml(each.value)), Text(origin), style=style
        )
    is_there = file.exists()
    click.echo(
        str(file) if is_there else _("{path} is not there: enregard config init writes it").format(path=file)
    )
    Console(soft_wrap=True).print(table)
    click.echo(_engine())


def _engine() -> str:
    """Where the translation engine runs: that is its own variable."""
    device = one_line(os.environ.get(_ENGINE, ""))
    if device:
        said = _("{variable}, which says where the translation engine runs, is {device}")
    else:
        said = _("{variable} (cpu, cuda, auto), which says where the translation engine runs, is not set")
    return said.format(variable=_ENGINE, device=device)
