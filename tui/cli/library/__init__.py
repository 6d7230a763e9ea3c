"""`enregard library`: the articles that were read, or are kept to be read."""

from tui.cli.library.adding import add
from tui.cli.library.changing import mark, note, remove, tag
from tui.cli.library.group import library
from tui.cli.library.keeping import backup, check, restore
from tui.cli.library.listing import list_articles, search

__all__ = ["library"]

for _command in (list_articles, search, add, remove, mark, tag, note, check, backup, restore):
    library.add_command(_command)
