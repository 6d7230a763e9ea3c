"""Files that appear whole or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from articles.errors import EnregardError
from articles.wording import _, reason

_PRIVATE, _OPEN = 0o600, 0o666


@contextmanager
def written(path: Path, *, private: bool = True) -> Iterator[BinaryIO]:
    """A file to write to, which takes the name `path` when all went well.

    With `private` it is its owner's alone. Without, it is what any program writes: as open as the umask
    lets it be, or as the file that it replaces, which is the one that a link leads to.
    Raises EnregardError when it cannot be written; what had that name before is then untouched.
    """
    target = path if private else Path(os.path.realpath(path))
    try:
        descriptor, temporary = _begun(target, private=private)
    except OSError as error:
        raise _unwritable(path, error, _("choose another place")) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise _unwritable(path, error, _("free some space")) from error
    finally:
        temporary.unlink(missing_ok=True)


def _begun(target: Path, *, private: bool) -> tuple[int, Path]:
    """A new file beside `target`, open for writing."""
    temporary = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}")
    before = None if private else _mode(target)
    is_open = not private and before is None
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OPEN if is_open else _PRIVATE)
    if before is not None:
        temporary.chmod(before)
    return descriptor, temporary


def _mode(path: Path) -> int | None:
    """The permissions of a file that is there."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _unwritable(path: Path, error: OSError, hint: str) -> EnregardError:
    what = _("{path} cannot be written ({reason})").format(path=path, reason=reason(error))
    return EnregardError(what, hint)
