"""Questions on the terminal, put and answered in the language in use."""

import click

from articles.wording import _


def agreed(question: str) -> bool:
    """Whether the answer to `question`, asked on standard error, is yes; Enter alone is no.

    Raises click.Abort where the input ends or is interrupted.
    """
    choice = _("y/N")
    # TRANSLATORS: the answers that agree, in small letters, with spaces between them
    yes = {"y", "yes", *_("y yes").split()}
    # TRANSLATORS: the answers that refuse, in small letters, with spaces between them
    no = {"", "n", "no", *_("n no").split()}
    while True:
        answer = (
            click.prompt(f"{question} [{choice}]", default="", show_default=False, err=True).strip().lower()
        )
        if answer in yes or answer in no:
            return answer in yes
        click.echo(_("that is neither yes nor no: answer y or n"), err=True)
