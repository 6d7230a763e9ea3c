"""Folders: the articles in them, in the order in which people count."""

import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.folding import folded
from articles.sources import decoding, kinds, plain
from articles.sources.kinds import Kind
from articles.sources.raw import Collection, Entry
from articles.wording import _, reason

_LEVELS = 3
"""Folders within folders that are looked into."""

_MOST_FILES = 5_000
"""Files that are looked at."""

_SUFFIXES = frozenset({"", ".txt", ".text", ".epub"}) | kinds.MARKDOWN_SUFFIXES | kinds.PAGE_SUFFIXES

_PARTS_OF_A_PAGE = re.compile(r".*(?:_files|_fichiers|\.files)")
"""What a browser keeps the pictures of a saved page in."""

_NUMBER = re.compile(r"(\d{1,50})")


def collection(path: Path) -> Collection:
    """The texts, pages and books in a folder; hidden files and files that are no text are left out.

    Raises EnregardError when it may not be read, or there is nothing to read in it.
    """
    name = plain.shown(path)
    try:
        files = list(islice(_files(path, 1), _MOST_FILES))
    except OSError as error:
        what = _("{name} cannot be read ({reason})").format(name=name, reason=reason(error))
        raise EnregardError(what, _("check its permissions")) from error
    entries = tuple(
        Entry(str(file.resolve()), one_line(str(file.relative_to(path).with_suffix(""))))
        for file in files
        if _is_article(file)
    )
    if not entries:
        raise EnregardError(
            _("{name} is a folder without articles").format(name=name),
            _("texts, Markdown, saved pages and EPUB books are looked for"),
        )
    return Collection(str(path.resolve()), one_line(path.resolve().name) or name, entries)


def _files(path: Path, level: int) -> Iterator[Path]:
    """The files that may be articles: those of a folder, then those of the folders in it."""
    folders = []
    with os.scandir(path) as found:
        inside = sorted((Path(each.path) for each in found if not each.name.startswith(".")), key=_natural)
    for each in inside:
        if each.is_dir():
            if not (each.is_symlink() or _PARTS_OF_A_PAGE.fullmatch(each.name)):
                folders.append(each)
        elif each.suffix.lower() in _SUFFIXES:
            yield each
    if level < _LEVELS:
        for folder in folders:
            if os.access(folder, os.R_OK | os.X_OK):
                yield from _files(folder, level + 1)


def _natural(path: Path) -> list[tuple[int, str]]:
    """A key by which 2 comes before 10, and é beside e."""
    parts = _NUMBER.split(folded(path.name))
    return [(int(part), "") if index % 2 else (0, part) for index, part in enumerate(parts)]


def _is_article(path: Path) -> bool:
    """Whether the file's beginning is that of a text, a page or a book."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        head = plain.head(path)
        kind = kinds.kind_of(head, path.name, path.name)
        if kind is not Kind.EPUB:
            decoding.decoded(plain.whole_characters(head), path.name)
    except (EnregardError, OSError):
        return False
    return kind is not Kind.FEED and (kind is Kind.EPUB or bool(head.strip()))
