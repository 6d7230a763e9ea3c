"""Whether the disk takes what is to be written on it."""

import shutil
from pathlib import Path

from articles.errors import EnregardError
from articles.wording import _, megabytes


def check_room(folder: Path, needed: int) -> None:
    """Raise EnregardError unless the disk of `folder` takes `needed` more bytes."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        what = _("{folder} has {free} free and {needed} are needed").format(
            folder=folder, free=megabytes(free), needed=megabytes(needed)
        )
        raise EnregardError(what, _("free some space"))
