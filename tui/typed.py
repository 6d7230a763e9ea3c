"""What is typed where something is asked for: tags, a path, an address."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from articles import sources
from articles.errors import EnregardError


def tags_in(words: str) -> list[str]:
    """The tags in what was typed: with commas between them, or each with its #."""
    parts = words.split()
    between = parts if all(part.startswith("#") for part in parts) else words.split(",")
    return [tag for each in between if (tag := each.strip().lstrip("#").strip())]


def expanded(given: str) -> str:
    """A path or an address as it was typed, or dropped on the terminal, as everything else takes it.

    Quotes around it go, ~ is written out; a file's address and a shell's `\\ ` become its path.
    """
    given = given.strip()
    if len(given) > 1 and given[0] == given[-1] and given[0] in "'\"":
        given = given[1:-1]
    if given.startswith("file://"):
        return unquote(urlsplit(given).path)
    if given.startswith("~"):
        try:
            return str(Path(given).expanduser())
        except RuntimeError:
            return given
    return given if is_there(given) else _unescaped(given)


def complaint(words: str) -> str:
    """What is wrong with the name of something to add; nothing where it can be looked at."""
    try:
        if words:
            sources.check_is_there(expanded(words))
    except EnregardError as error:
        return str(error)
    return ""


def _unescaped(given: str) -> str:
    plain = given.replace("\\", "")
    return plain if "\\" in given and is_there(plain) else given


def is_there(given: str) -> bool:
    """Whether there is anything at a path."""
    try:
        return bool(given) and Path(given).exists()
    except (OSError, ValueError):
        return False
