"""What options of several commands share."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from articles.wording import _

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Misuse(click.UsageError):
    """A call that is refused in words of ours; what Click refuses is said in sentences of its own."""


COUNT = click.IntRange(1)
"""A whole number from 1; Click says what it is when it is given something else."""

COUNT.name = _("whole number")

_JOBS = click.IntRange(0, 1_000)

_JOBS.name = _("whole number")

FRENCH, ENGLISH, BOTH, INTERLINEAR = "fr", "en", "both", "interlinear"
"""The languages in which something is printed."""


def completed_files(
    _context: click.Context, _parameter: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """What a shell completes a file's name with: the shell's own way."""
    return [CompletionItem(incomplete, type="file")]


class _File(click.Path):
    """The path of a file, which is not empty: that would be the current folder."""

    def convert(
        self, value: str | PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        if not str(value):
            self.fail(_("the name is empty"), param, ctx)
        return Path(value)


FILE = _File(path_type=Path)
"""The path of a file."""


def checked_name(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """A name that is one, where one is given."""
    if name == "":
        raise click.BadParameter(_("the name is empty"))
    return name


def checked_names(
    context: click.Context, parameter: click.Parameter, names: tuple[str, ...]
) -> tuple[str, ...]:
    """The names of articles, each of which can be read."""
    for name in names:
        checked_name(context, parameter, name)
    if names.count("-") > 1:
        raise Misuse(_("standard input can be read once"))
    return names


class Names(click.Argument):
    """Articles on the command line, called by one name in a complaint."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        return "'" + _("ARTICLE") + "'"


def articles(function: _Function) -> _Function:
    """The argument `names`: one article or more, as `articles.sources.look` takes them."""
    decorate = click.argument(
        "names",
        cls=Names,
        nargs=-1,
        required=True,
        metavar=_("ARTICLE") + "...",
        callback=checked_names,
        shell_complete=completed_files,
    )
    decorated: _Function = decorate(function)
    return decorated


article = click.argument(
    "article",
    cls=Names,
    metavar=_("ARTICLE"),
    callback=checked_name,
    shell_complete=completed_files,
)

as_json = click.option(
    "--json", "as_json", is_flag=True, help=_("Print one JSON document, or one a line for several articles.")
)

as_one_document = click.option("--json", "as_json", is_flag=True, help=_("Print one JSON document."))

fetch = click.option("--fetch", is_flag=True, help=_("Fetch the pages of a feed's entries too."))

sentences = click.option(
    "-n", "sentences", type=COUNT, metavar="N", default=3, help=_("Sentences of the summary; 3 unless given.")
)

jobs = click.option(
    "--jobs",
    type=_JOBS,
    metavar="N",
    default=1,
    help=_("Analyse with N processes; 0 is one for each processor."),
)


def languages(*choices: str, default: str) -> Callable[[_Function], _Function]:
    """The option `--lang`."""
    return click.option(
        "--lang",
        "lang",
        type=click.Choice(choices),
        default=default,
        help=_("The languages to print; {default} unless given.").format(default=default),
    )
