"""The help of a command."""

import click

from articles.wording import _


def with_examples(what: str, *calls: str) -> str:
    """What a command does, then how it is called: one call a line, as it is typed."""
    return f"{what}\n\n\b\n" + "\n".join(calls)


class Formatter(click.HelpFormatter):
    """Help whose headings are punctuated as in the language in use."""

    def write_heading(self, heading: str) -> None:
        """Write a heading over a list."""
        self.write(_("{heading}:").format(heading=f"{'':>{self.current_indent}}{heading}") + "\n")
