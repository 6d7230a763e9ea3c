"""Plain files: their bytes, or one clear line on why not."""

from pathlib import Path

from articles.errors import EnregardError

LARGEST = 64 * 1024 * 1024
"""Bytes. A novel of a million words is 6 MB; what is larger than this is no article."""


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises EnregardError when it is no readable file, is empty or is too large.
    """
    try:
        if path.is_dir():
            raise EnregardError(f"{path} is a folder", "name one article in it")
        with path.open("rb") as file:
            return checked(file.read(LARGEST + 1), str(path))
    except FileNotFoundError:
        raise EnregardError(f"{path} does not exist", "check the path") from None
    except PermissionError:
        raise EnregardError(f"{path} may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise EnregardError(f"{path} cannot be read ({reason})", "check the path") from error


def checked(data: bytes, name: str) -> bytes:
    """`data` itself; raises EnregardError when it is empty or too large for an article."""
    if not data.strip():
        raise EnregardError(f"{name} is empty", "there is nothing to read in it")
    if len(data) > LARGEST:
        raise EnregardError(f"{name} is larger than {LARGEST // 2**20} MB", "give a single article or book")
    return data
