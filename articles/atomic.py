"""Files that appear whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from articles.errors import EnregardError
from articles.wording import _, reason


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the name `path` when all went well.

    Raises EnregardError when it cannot be written; what had that name before is then untouched.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error, _("choose another place")) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error, _("free some space")) from error
    finally:
        temporary.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError, hint: str) -> EnregardError:
    what = _("{path} cannot be written ({reason})").format(path=path, reason=reason(error))
    return EnregardError(what, hint)
