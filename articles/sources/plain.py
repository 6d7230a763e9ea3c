"""Files: their bytes, or one clear line on why not."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.wording import _, megabytes, reason

LARGEST = 64_000_000
"""Bytes. A novel of a million words is 6 MB; what is larger than this is no article."""

HEAD = 64 * 1024
"""Bytes at the beginning of a file from which its kind is told."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)


def head(path: Path) -> bytes:
    """The first bytes of the file at `path`; raises EnregardError as `read_bytes` does."""
    with _opened(path) as file:
        return file.read(HEAD)


def whole_characters(head: bytes) -> bytes:
    """A beginning that is not cut in the middle of a character of two or four bytes."""
    return head[: len(head) // 4 * 4] if len(head) == HEAD else head


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of the file at `path`, at most `largest`.

    Raises EnregardError when it is no readable file, is empty or is too large; of one that is too large
    no more than a byte over `largest` is read.
    """
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > largest:
            raise too_large(shown(path), largest)
        return checked(file.read(largest + 1), shown(path), largest)


def checked(data: bytes, name: str, largest: int = LARGEST) -> bytes:
    """`data` itself; raises EnregardError when it is empty or too large for an article."""
    if len(data) > largest:
        raise too_large(name, largest)
    if not data.strip():
        raise empty(name)
    return data


def empty(name: str) -> EnregardError:
    """What is said of a source without any text."""
    return EnregardError(_("{name} is empty").format(name=name), _("there is nothing to read in it"))


def too_large(name: str, largest: int) -> EnregardError:
    """What is said of a source of more than `largest` bytes."""
    return EnregardError(
        _("{name} is larger than {size}").format(name=name, size=megabytes(largest, 0)),
        _("give a single article or book"),
    )


def shown(given: Path | str) -> str:
    """A path or an address as messages show it, on one line."""
    return one_line(str(given))


def missing(path: Path) -> EnregardError:
    """The error of a path that leads nowhere."""
    first = path.parts[0] if path.parts else ""
    is_of_web = first.startswith("www.") or (len(path.parts) > 1 and first.endswith((".fr", ".com", ".org")))
    hint = _("the address of a page begins with https://") if is_of_web else _("check the path")
    return EnregardError(_("{name} does not exist").format(name=shown(path)), hint)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file opened for reading: a pipe or a device would wait for ever, or never end."""
    try:
        _check_kind(path)
        with open(path, "rb", buffering=0, opener=_without_waiting) as file:
            yield file
    except FileNotFoundError:
        raise missing(path) from None
    except PermissionError:
        what = _("{name} may not be read").format(name=shown(path))
        raise EnregardError(what, _("check its permissions")) from None
    except (OSError, ValueError) as error:
        what = _("{name} cannot be read ({reason})").format(name=shown(path), reason=one_line(reason(error)))
        raise EnregardError(what, _("check the path")) from error


def _check_kind(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise EnregardError(_("{name} is a folder").format(name=shown(path)), _("name one article in it"))
    if not stat.S_ISREG(mode):
        raise EnregardError(
            _("{name} is a pipe or a device, not a file").format(name=shown(path)),
            _("pass a text through a pipe with: enregard -"),
        )


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | _WITHOUT_WAITING)
