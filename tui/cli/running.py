"""One run of the command line, from its words to its exit code."""

# ruff: noqa: E402

import os
import sys
from collections.abc import Sequence

import click

from articles.wording import _
from articles.wording import reason as reason_of
from tui.cli import language, outcome

language.choose_for_commands()

from tui.cli.commands import called, enregard
from tui.cli.options import Misuse
from tui.cli.saying import complain

_COMPLETING = "_ENREGARD_COMPLETE"
"""The variable by which a shell asks for completions."""

_UNREAD = 141
"""What a program in a pipe ends with when nobody reads on."""


def run(given: Sequence[str]) -> int:
    """Do what was asked; the exit code."""
    is_closed = sys.stdout is None
    outcome.make_writable()
    if is_closed:
        complain(_unprintable(_("it is closed")))
        return 1
    try:
        code = _code(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _print_no_more()
        return _UNREAD
    except OSError as error:
        _print_no_more()
        complain(_unprintable(reason_of(error)))
        return 1
    return code


def _print_no_more() -> None:
    """What could not be printed goes nowhere, since Python would try once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _code(given: Sequence[str]) -> int:
    """Call the command; raises OSError when what it says cannot be printed."""
    if _COMPLETING in os.environ:
        enregard.main(list(given), prog_name="enregard", complete_var=_COMPLETING)
    try:
        with enregard.make_context("enregard", list(given)) as context:
            enregard.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        said = _("{message} ({command} --help says more)")
        complain(said.format(message=_called_wrongly(error), command=called(given)))
        return 2
    except (click.Abort, KeyboardInterrupt):
        complain(_("stopped"))
        return 130
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        is_debugging = "--debug" in given[: given.index("--") if "--" in given else len(given)]
        if is_debugging:
            import traceback

            traceback.print_exc()
        else:
            complain(outcome.words(error))
        return 1
    return 0


def _called_wrongly(error: click.ClickException) -> str:
    """What is wrong with a call, as our other lines say it: Click makes sentences of it."""
    message = error.format_message()
    if isinstance(error, Misuse):
        return message
    hint = ""
    if isinstance(error, click.MissingParameter):
        message = message.partition(". ")[0]  # what follows is in the argument's name
    elif getattr(error, "possibilities", None):
        hint = message.removeprefix(error.message).strip(" ()")
        message = error.message
    what, hint = (each[:1].lower() + each[1:].removesuffix(".") for each in (message, hint))
    return _("{what}: {hint}").format(what=what, hint=hint) if hint else what


def _unprintable(reason: str) -> str:
    return _("standard output cannot be written ({reason})").format(reason=reason)
