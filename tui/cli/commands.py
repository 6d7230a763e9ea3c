"""The commands by their names, each imported when it is called."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from articles.wording import _
from tui.cli.options import Misuse, completed_files

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
_NAME = "enregard"

_WORD = re.compile(r"[A-Za-z][\w-]*")
"""What is typed for a command; a file's name has a dot, a slash or a space."""

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
        if not ctx.resilient_parsing:
            _refuse_mistyped(args)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        found = super().shell_complete(ctx, incomplete)
        if not incomplete.startswith("-"):
            return [*completed_files(ctx, None, incomplete), *found]
        of_reader = [(name, option) for option in self.reader_options(ctx) for name in option.opts]
        return [
            *(
                CompletionItem(name, help=each.help)
                for name, each in of_reader
                if name.startswith(incomplete)
            ),
            *found,
        ]

    def reader_options(self, ctx: click.Context) -> list[click.Option]:
        """The options of the reader, which is called without a command."""
        reader = self.get_command(ctx, _READ)
        assert reader is not None
        return [each for each in reader.params if isinstance(each, click.Option)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        records = [each.get_help_record(ctx) for each in (*self.reader_options(ctx), *own)]
        with formatter.section(_("Options")):
            formatter.write_dl([record for record in records if record is not None])
        self.format_commands(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(_NAME, "[" + _("ARTICLE") + "]...")
        indent = " " * len(_("Usage:") + " ")
        formatter.write_usage(_NAME, _("COMMAND [ARGUMENTS]"), prefix=indent)


def _ordered(args: list[str]) -> list[str]:
    """The words with those for all commands first, and `read` where no command is called."""
    end = args.index("--") if "--" in args else len(args)
    general = [arg for arg in args[:end] if arg in _ANYWHERE]
    rest = [*(arg for arg in args[:end] if arg not in _ANYWHERE), *args[end:]]
    asks_for_help = bool(rest) and rest[0] in ("-h", "--help")
    if not asks_for_help and _first_word(rest) not in _MODULES:
        return [*general, _READ, *rest]
    return [*general, *rest]


def called(given: Sequence[str]) -> str:
    """The command that these words call, as it is called."""
    path = [_NAME]
    command: click.Command | None = enregard
    with click.Context(enregard, info_name=_NAME) as context:
        for word in given:
            if word.startswith("-") or not isinstance(command, click.Group):
                continue
            command = command.get_command(context, word)
            if command is not None and not command.hidden:
                path.append(word)
    return " ".join(path)


def _refuse_mistyped(args: list[str]) -> None:
    """Raises Misuse where the word after `read` looks like a command, and nothing is called so."""
    rest = [arg for arg in args if arg not in _ANYWHERE]
    word = _first_word(rest[1:]) if rest[:1] == [_READ] else None
    if word is None or not _WORD.fullmatch(word) or Path(word).exists():
        return
    from difflib import get_close_matches

    said = _("{word} is neither a file nor a command")
    near = get_close_matches(word, [name for name in _MODULES if name != _READ], n=1)
    if near:
        said = _("{word} is neither a file nor a command: did you mean {command}?")
    raise Misuse(said.format(word=word, command="".join(near)))


def _first_word(args: list[str]) -> str | None:
    words: Iterator[str] = (arg for arg in args if not arg.startswith("-") or arg in ("-", "--"))
    return next(words, None)


@click.group(
    cls=_ReaderFirst,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_(
        "Read a French article beside its English, sentence facing sentence.\n\n"
        "ARTICLE is a file (text, page, Markdown, EPUB, feed), a folder, an address, or - for standard input;"
        " without one, the library opens."
    ),
)
@click.version_option(package_name="enregard", prog_name="enregard")
@click.option("-q", "--quiet", is_flag=True, help=_("Say nothing on standard error but what went wrong."))
@click.option("--no-pager", is_flag=True, help=_("Print what is long without a pager."))
@click.option("--debug", is_flag=True, help=_("Show tracebacks."))
def enregard(quiet: bool, no_pager: bool, debug: bool) -> None:
    """The command with its subcommands; its options are looked up where they count."""
