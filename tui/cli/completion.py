"""`enregard completion`: what makes a shell complete the words of the command line."""

import click
from click.shell_completion import get_completion_class

from articles.wording import _
from tui.cli.helping import with_examples


@click.command(
    help=with_examples(
        _("Print what makes a shell complete commands, options and names."),
        'eval "$(enregard completion bash)"    # in ~/.bashrc; zsh: in ~/.zshrc',
        "enregard completion fish > ~/.config/fish/completions/enregard.fish",
    )
)
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script for a shell."""
    script = get_completion_class(shell)
    assert script is not None
    root = context.find_root().command
    click.echo(script(root, {}, "enregard", "_ENREGARD_COMPLETE").source(), nl=False)
