"""Taking translation memories in: those of other programs, and that of the bundled articles."""

import itertools
from hashlib import file_digest
from pathlib import Path

from articles import paths
from articles.errors import EnregardError
from articles.store import memory
from articles.store.database import Connection
from articles.translating import tmx
from articles.translation import FRENCH_ENGLISH
from articles.wording import _, reason

_AT_ONCE = 10_000
"""Segments a transaction: while one is written, nobody else can write."""


def import_samples(connection: Connection) -> None:
    """Import the English of the bundled articles, where it was not yet."""
    for file in sorted(paths.samples().glob("*.tmx")):
        import_tmx(connection, file)


def import_tmx(connection: Connection, file: Path) -> int:
    """Import a TMX file into the memory; tells how many segments are new or changed.

    A file that was imported before is passed over, and one that is not sound changes nothing. Raises
    EnregardError when it is not TMX.
    """
    try:
        with file.open("rb") as opened:
            digest = file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        what = _("{path} cannot be read ({reason})").format(path=file, reason=reason(error))
        raise EnregardError(what, _("check the path")) from error
    if memory.was_imported(connection, digest):
        return 0
    for _segment in tmx.segments(file, FRENCH_ENGLISH):
        pass
    changed = 0
    segments = tmx.segments(file, FRENCH_ENGLISH)
    while some := list(itertools.islice(segments, _AT_ONCE)):
        changed += memory.remember(connection, some)
    memory.mark_imported(connection, digest, file.name)
    return changed
