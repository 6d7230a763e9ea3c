"""One run of the command line, from its words to its exit code."""

# ruff: noqa: E402

import os
import sys
from collections.abc import Sequence

import click

from articles.errors import EnregardError
from articles.wording import _
from tui.cli import language

language.choose()

from tui.cli.commands import enregard
from tui.cli.saying import complain

_COMPLETING = "_ENREGARD_COMPLETE"
"""The variable by which a shell asks for completions."""


def run(given: Sequence[str]) -> int:
    """Do what was asked; the exit code. Raises BrokenPipeError when nobody reads what is printed."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")
    if _COMPLETING in os.environ:
        enregard.main(list(given), prog_name="enregard", complete_var=_COMPLETING)
    is_debugging = "--debug" in given[: given.index("--") if "--" in given else len(given)]
    try:
        with enregard.make_context("enregard", list(given)) as context:
            enregard.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        complain(_("{message} (enregard --help says more)").format(message=error.format_message()))
        return 2
    except (click.Abort, KeyboardInterrupt):
        complain(_("stopped"))
        return 130
    except BrokenPipeError:
        raise
    except Exception as error:
        if is_debugging:
            import traceback

            traceback.print_exc()
        else:
            complain(_in_words(error))
        return 1
    return 0


def _in_words(error: Exception) -> str:
    if isinstance(error, EnregardError):
        return str(error)
    reason = f"{type(error).__name__}: {error}"
    said = _("something went wrong ({reason}): run it with --debug to see where")
    return said.format(reason=reason)
