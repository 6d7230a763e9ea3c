"""Write the manual page from the help of the commands: `make man`."""

# ruff: noqa: E402

import os
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

os.environ["ENREGARD_READER_LANGUAGE"] = "en"

import click

from tui.cli import language

language.choose()

from tui.cli.commands import enregard

PAGE = Path(__file__).with_name("enregard.1")

_HELP = ["-h", "--help"]

_EXIT = (
    ("0", "It did what was asked."),
    ("1", "It could not; one line on standard error says why and what to do."),
    ("2", "It was called wrongly."),
    ("130", "It was interrupted. Nothing is left half-written."),
    ("141", "Nobody read on what it printed, as in a pipe into head."),
)

_FILES = (
    (
        "~/.local/share/enregard/library.sqlite",
        "The library: articles, translations, clippings; what was chosen in the reader.",
    ),
    ("~/.config/enregard/config.toml", "The settings that you write; enregard config tells more."),
)

_VARIABLES = (
    ("NO_COLOR", "Print without colours."),
    ("PAGER", "What pages long output on a terminal; less if there is one."),
    ("ENREGARD_TABLE_OPTION", "Options of the configuration, such as ENREGARD_TRANSLATION_BEAM."),
    ("ARGOS_DEVICE_TYPE", "Where translation runs: cpu, cuda or auto."),
    ("ARGOS_PACKAGES_DIR", "Where language packs are."),
)


def page() -> str:
    """The manual page, in roff with the man macros."""
    with click.Context(enregard, info_name="enregard", help_option_names=_HELP) as context:
        return "\n".join(_page(context)) + "\n"


def _page(context: click.Context) -> Iterator[str]:
    yield f'.TH ENREGARD 1 "" "enregard {version("enregard")}" "User Commands"'
    yield ".SH NAME"
    yield r"enregard \- read a French article beside its English, sentence facing sentence"
    yield ".SH SYNOPSIS"
    yield r".B enregard"
    yield r"[\fIARTICLE\fR]..."
    yield ".br"
    yield r".B enregard"
    yield r"\fICOMMAND\fR [\fIARGUMENTS\fR]"
    yield ".SH DESCRIPTION"
    yield from _prose(enregard.help or "")
    yield ".SH OPTIONS"
    yield from _options(context)
    yield ".SH COMMANDS"
    for name in enregard.list_commands(context):
        command = enregard.get_command(context, name)
        assert command is not None
        if not command.hidden:
            yield from _command(command, context, name)
    yield ".SH EXIT STATUS"
    yield from _terms(_EXIT)
    yield ".SH FILES"
    yield from _terms(_FILES)
    yield ".SH ENVIRONMENT"
    yield from _terms(_VARIABLES)


def _command(command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    with click.Context(command, parent=parent, info_name=name) as context:
        usage = " ".join(command.collect_usage_pieces(context))
        yield f".SS {_escaped(f'{context.command_path} {usage}')}"
        yield from _prose(command.help or "")
        yield from _options(context)
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None
                yield from _command(found, context, inner)


def _prose(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n{2,}", text.strip()):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", ".RS")
            yield from (rf"\fB{_escaped(line)}\fR" for line in paragraph.splitlines()[1:])
            yield from (".RE", ".fi")
        else:
            yield from (".PP", _escaped(" ".join(paragraph.split())))


def _options(context: click.Context) -> Iterator[str]:
    options = [each for each in context.command.get_params(context) if isinstance(each, click.Option)]
    if context.parent is None:
        options = [*enregard.reader_options(context), *options]
    else:
        options = [each for each in options if "--help" not in each.opts]
    yield from _terms(record for each in options if (record := each.get_help_record(context)))


def _terms(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, words in pairs:
        yield from (".TP", rf"\fB{_escaped(term)}\fR", _escaped(words))


def _escaped(text: str) -> str:
    """Words as roff takes them: no request at the start of a line, hyphens that can be copied."""
    safe = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    safe = safe.replace("~", r"\(ti").replace("^", r"\(ha")
    safe = re.sub(r"[^\x00-\x7f]", lambda match: rf"\[u{ord(match[0]):04X}]", safe)
    return rf"\&{safe}" if safe.startswith(".") else safe


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
