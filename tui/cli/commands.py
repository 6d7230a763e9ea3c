"""The commands by their names, each imported when it is called."""

from collections.abc import Iterator
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from articles.wording import _
from tui.cli.options import completed_files

_MODULES = {
    "analyse": "analysis",
    "summary": "summary",
    "quotes": "quotes",
    "actors": "actors",
    "translate": "translate",
    "show": "show",
    "export": "export",
    "library": "library",
    "clippings": "clippings",
    "packs": "packs",
    "memory": "memory",
    "config": "config",
    "completion": "completion",
    "read": "read",
}
"""Where each command is, in the order in which the help lists them."""

_READ = "read"
_ANYWHERE = ("-q", "--quiet", "--no-pager", "--debug", "--version")


class _ReaderFirst(click.Group):
    """A group whose first word, where it is no subcommand, is an article to read.

    Options that are the same for all commands may stand anywhere before `--`.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        command = getattr(import_module(f"tui.cli.{_MODULES[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        is_begun = _first_word(args) is not None
        if is_begun or not ctx.resilient_parsing:
            args = _ordered(args)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return [*completed_files(ctx, None, incomplete), *super().shell_complete(ctx, incomplete)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("enregard", "[" + _("ARTICLE") + "]...")
        indent = " " * len(_("Usage:") + " ")
        formatter.write_usage("enregard", _("COMMAND [ARGUMENTS]"), prefix=indent)


def _ordered(args: list[str]) -> list[str]:
    """The words with those for all commands first, and `read` where no command is called."""
    end = args.index("--") if "--" in args else len(args)
    general = [arg for arg in args[:end] if arg in _ANYWHERE]
    rest = [*(arg for arg in args[:end] if arg not in _ANYWHERE), *args[end:]]
    asks_for_help = bool(rest) and rest[0] in ("-h", "--help")
    if not asks_for_help and _first_word(rest) not in _MODULES:
        return [*general, _READ, *rest]
    return [*general, *rest]


def _first_word(args: list[str]) -> str | None:
    words: Iterator[str] = (arg for arg in args if not arg.startswith("-") or arg in ("-", "--"))
    return next(words, None)


@click.group(
    cls=_ReaderFirst,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Read a French article beside its English, sentence facing sentence.\n\n"
        "ARTICLE is a file (text, page, Markdown, EPUB, feed), a folder, an address, or - for standard input;"
        " without one, the library opens. The options below may stand anywhere."
    ),
)
@click.version_option(package_name="enregard", prog_name="enregard")
@click.option("-q", "--quiet", is_flag=True, help=_("Say nothing on standard error but what went wrong."))
@click.option("--no-pager", is_flag=True, help=_("Print what is long without a pager."))
@click.option("--debug", is_flag=True, help=_("Show tracebacks."))
def enregard(quiet: bool, no_pager: bool, debug: bool) -> None:
    """The command with its subcommands; its options are looked up where they count."""
