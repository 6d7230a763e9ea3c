"""The unfinished file of a download: open for one program at a time, with a note of where it comes from."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from articles.errors import EnregardError
from articles.wording import _


def beside(target: Path) -> Path:
    """The unfinished file of what will be `target`."""
    return target.with_name(target.name + ".part")


def noted(part: Path) -> tuple[str, str]:
    """The link from which an unfinished file comes, and its entity tag there; empty where it is not noted."""
    file = _note(part)
    words = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
    link, _newline, etag = words.partition("\n")
    return link, etag


def note(part: Path, link: str, etag: str) -> None:
    """Note, for its owner alone, from which link an unfinished file comes, and its entity tag there."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC
    with os.fdopen(os.open(_note(part), flags, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{link}\n{etag}")


def forget(part: Path) -> None:
    """Remove what is noted of an unfinished file."""
    _note(part).unlink(missing_ok=True)


@contextmanager
def locked(part: Path) -> Iterator[BufferedRandom]:
    """The unfinished file, open for one program at a time; left behind only if something is in it."""
    import fcntl

    while True:
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                what = _("{name} is being downloaded by another program").format(name=part.stem)
                raise EnregardError(what, _("wait until that has ended")) from None
            if not _is_still(part, file):
                continue  # another program finished it between the opening and the lock
            try:
                yield file
            finally:
                if _is_still(part, file) and not file.seek(0, os.SEEK_END):
                    forget(part)
                    part.unlink()
            return


def _is_still(part: Path, file: BufferedRandom) -> bool:
    try:
        return os.path.samestat(part.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".etag")
