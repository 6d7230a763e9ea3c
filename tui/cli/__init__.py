"""The command line: a thin door on the reader and on `articles`. Imports what a command needs, no more."""

# ruff: noqa: E402

import os
import sys
import threading
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from typing import NoReturn

import click

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _
from tui.cli import language

language.choose()

from tui.cli.analysis import actors, analyse, quotes, summary
from tui.cli.clippings import clippings
from tui.cli.config import config
from tui.cli.export import export
from tui.cli.library import library
from tui.cli.memory import memory
from tui.cli.packs import packs
from tui.cli.read import read


class _ReaderFirst(click.Group):
    """A group whose first word, where it is no subcommand, is an article to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = (place for place, arg in enumerate(args) if not arg.startswith("-") or arg in ("-", "--"))
        first = next(words, None)
        if first is None or args[first] not in self.commands:
            options = [arg for arg in args[:first] if arg in ("--debug", "-h", "--help", "--version")]
            rest = [arg for arg in args if arg not in options]
            if not {"-h", "--help", "--version"} & set(options):
                args = [*options, "read", *rest]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("enregard", "[ARTICLE]")
        indent = " " * len(_("Usage:") + " ")
        formatter.write_usage("enregard", _("COMMAND [ARGUMENTS]"), prefix=indent)


@click.group(
    cls=_ReaderFirst,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Read a French article beside its English, sentence facing sentence.\n\n"
        "ARTICLE is a text file, or - for standard input; without one, a bundled article opens."
    ),
)
@click.version_option(version("enregard"), prog_name="enregard")
@click.option("--debug", is_flag=True, help=_("Show tracebacks."))
def enregard(debug: bool) -> None:
    """The command with its subcommands."""


for _command in (read, analyse, summary, quotes, actors, export, packs, memory, library, clippings, config):
    enregard.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 could not (one line says why), 2 called wrongly.

    `--debug` may stand anywhere before `--`.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = given[: given.index("--")] if "--" in given else given
    debug = "--debug" in options
    given = [arg for arg in options if arg != "--debug"] + given[len(options) :]
    try:
        enregard.main(given, prog_name="enregard", standalone_mode=False)
        code = 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = 2
    except click.ClickException as error:
        _complain(_("{message} (enregard --help says more)").format(message=error.format_message()))
        code = 2
    except (click.Abort, KeyboardInterrupt):
        _complain(_("stopped"))
        code = 130
    except EnregardError as error:
        if debug:
            traceback.print_exc()
        else:
            _complain(str(error))
        code = 1
    except Exception as error:
        if debug:
            traceback.print_exc()
        else:
            reason = f"{type(error).__name__}: {error}"
            said = _("something went wrong ({reason}): run it with --debug to see where")
            _complain(said.format(reason=reason))
        code = 1
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Exit; at once where the engine is still at work, since Python cannot end under its threads."""
    if any(thread.name == "engine" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def _complain(message: str) -> None:
    """One line on standard error, whatever was in a file name or somebody else's message."""
    click.echo(f"enregard: {one_line(message)}", err=True)
