"""The library as commands open it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.saying import tell_of_a_mended_library

if TYPE_CHECKING:
    from articles.store.database import Connection


@contextmanager
def opened() -> "Iterator[Connection]":
    """The library; where a damaged one was set aside, that is said first."""
    from articles import paths
    from articles.store import database

    tell_of_a_mended_library()
    with database.opened(paths.library_file()) as connection:
        yield connection
