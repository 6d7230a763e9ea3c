"""The command line: a thin door on the reader and on `articles`. Imports what a command needs, no more."""

import sys
from collections.abc import Sequence
from importlib.metadata import version

import click

from articles.errors import EnregardError
from tui.cli.memory import memory
from tui.cli.packs import packs
from tui.cli.read import read

_SUBCOMMANDS = {command.name: command for command in (memory, packs)}


class _ReaderFirst(click.Group):
    """A group whose first word, where it is no subcommand, is an article to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = (place for place, arg in enumerate(args) if not arg.startswith("-") or arg in ("-", "--"))
        first = next(words, None)
        if first is None or args[first] not in self.commands:
            options = [arg for arg in args[:first] if arg in ("--debug", "--help", "--version")]
            rest = [arg for arg in args if arg not in options]
            if not {"--help", "--version"} & set(options):
                args = [*options, "read", *rest]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("enregard", "[ARTICLE]")
        formatter.write_usage("enregard", "COMMAND [ARGUMENTS]", prefix=" " * len("Usage: "))


@click.group(cls=_ReaderFirst, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("enregard"), prog_name="enregard")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
def enregard(debug: bool) -> None:
    """Read a French article beside its English, sentence facing sentence.

    ARTICLE is a text file, or - for standard input; without one, a bundled article opens.
    """


enregard.add_command(read)
for _command in _SUBCOMMANDS.values():
    enregard.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 could not (one line says why), 2 called wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    try:
        enregard.main(given, prog_name="enregard", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"enregard: {error.format_message()} (enregard --help says more)", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("enregard: stopped", err=True)
        sys.exit(130)
    except EnregardError as error:
        if debug:
            raise
        click.echo(f"enregard: {error}", err=True)
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        what = f"something went wrong ({type(error).__name__}: {error})"
        click.echo(f"enregard: {what}: run it with --debug to see where", err=True)
        sys.exit(1)
    sys.exit(0)
