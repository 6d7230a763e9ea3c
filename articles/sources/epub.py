"""EPUB books: their chapters in reading order. Nothing of a book is unpacked to the disk."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.sources import decoding, kinds, markup, plain, trees
from articles.sources.dates import iso_date
from articles.sources.raw import Block, Collection, Entry, Raw
from articles.wording import _

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 1_000_000_000
"""Bytes of a book's file, pictures and all."""

_LARGEST_PART = 8_000_000
"""Bytes of one file in a book that is read."""

_LARGEST_TEXT = 48_000_000
"""Bytes of all that is read of a book."""

_LONGEST_READ = 2**20
"""Bytes that are read in one go; the list of what is in a book is one of them."""

_PIECE = 64 * 1024
"""Bytes that are unpacked in one go."""

_MOST_PARTS = 3_000
"""Files in the reading order."""

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"

_OBFUSCATES_FONTS = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"},
)
"""Algorithms that only make fonts hard to copy."""

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"

_UNSOUND = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged archive raises."""


@dataclass(frozen=True, slots=True)
class _Package:
    """What a book says of itself; paths are those in its archive."""

    title: str | None
    byline: str | None
    published: str | None
    spine: tuple[str, ...]
    contents: str | None


def collection(path: Path) -> Collection:
    """The chapters of the book at `path`, each with its text; the n-th is opened as `PATH#n`.

    Parts without a text, such as the cover, are no chapters. Raises EnregardError when the book is
    damaged, protected, or built to do harm.
    """
    source, shown = str(path.resolve()), plain.shown(path)
    with _opened(path, shown) as book:
        package = book.package()
        titles = book.titles(package.contents) if package.contents else {}
        chapters = [(titles.get(part), blocks) for part in package.spine if (blocks := book.blocks(part))]
    if not chapters:
        raise plain.empty(shown)
    name = package.title or path.stem
    entries = []
    for number, (title, blocks) in enumerate(chapters, start=1):
        heading = next((one_line(block.text) for block in blocks[:3] if block.is_heading), None)
        title = title or heading or _("{book}, part {number}").format(book=name, number=number)
        raw = Raw("", f"{source}#{number}", title, title, package.byline, package.published, name, blocks)
        entries.append(Entry(raw.source, title, package.published, raw))
    return Collection(source, name, tuple(entries))


@contextmanager
def _opened(path: Path, shown: str) -> Iterator["_Book"]:
    plain.head(path)
    try:
        if path.stat().st_size > LARGEST:
            raise plain.too_large(shown, LARGEST)
        with _Sparing(path) as file, zipfile.ZipFile(file) as archive:
            yield _Book(archive, shown)
    except _UNSOUND as error:
        raise trees.unsound(shown) from error


class _Sparing(io.FileIO):
    """A file of which only so much is read in one go, whatever it says of itself."""

    def read(self, size: int | None = -1, /) -> bytes:
        """At most `size` bytes; raises BadZipFile where that would be too many."""
        wanted = _LONGEST_READ + 1 if size is None or size < 0 else min(size, _LONGEST_READ + 1)
        data = super().read(wanted) or b""
        if len(data) > _LONGEST_READ:
            raise zipfile.BadZipFile("too large a part")
        return data


class _Book:
    """An archive that is read as a book; raises EnregardError where it is none that can be."""

    def __init__(self, archive: zipfile.ZipFile, shown: str) -> None:
        self._archive = archive
        self._shown = shown
        self._left = _LARGEST_TEXT
        self._names = frozenset(map(self._inside, archive.namelist()))
        if _ENCRYPTION in self._names and self._is_protected():
            raise self._protected()

    def package(self) -> _Package:
        """What the book says of itself."""
        container = self._tree(_CONTAINER)
        path = next((found.get("full-path") for found in _all(container, "rootfile")), None)
        if path is None:
            raise trees.unsound(self._shown)
        root = self._tree(self._inside(path))
        items = {item.get("id"): item for item in _all(root, "item")}
        spine = next(_all(root, "spine"), None)
        order = [] if spine is None else [ref for ref in spine if ref.get("linear") != "no"]
        parts = [items[ref.get("idref")].get("href") for ref in order if ref.get("idref") in items]
        table = next(
            (item for item in items.values() if "nav" in (item.get("properties") or "").split()), None
        )
        if table is None and spine is not None:
            table = items.get(spine.get("toc"))
        contents = None if table is None else table.get("href")
        return _Package(
            title=_text(root, "title"),
            byline=", ".join(filter(None, (one_line(each.text or "") for each in _all(root, "creator"))))
            or None,
            published=iso_date(_text(root, "date")),
            spine=tuple(dict.fromkeys(self._beside(path, part) for part in parts[:_MOST_PARTS] if part)),
            contents=self._beside(path, contents) if contents else None,
        )

    def titles(self, contents: str) -> Mapping[str, str]:
        """The titles of parts, from the table of contents: a page with links, or an NCX file."""
        if contents not in self._names:
            return {}
        root = self._tree(contents)
        tables = [nav for nav in _all(root, "nav") if "toc" in nav.get(_EPUB_TYPE, "").split()]
        links = [(a.get("href"), a) for a in _all(tables[0] if tables else root, "a")]
        points = [
            (next((found.get("src") for found in _children(point, "content")), None), label)
            for point in _all(root, "navPoint")
            for label in _children(point, "navLabel")
        ]
        titles: dict[str, str] = {}
        for address, label in [*links, *points]:
            title = one_line("".join(map(str, label.itertext())))
            if address and title:
                titles.setdefault(self._beside(contents, address), title)
        return titles

    def blocks(self, part: str) -> tuple[Block, ...]:
        """The paragraphs and headings in a part."""
        if part not in self._names:
            return ()
        text = self._text(part)
        root = trees.xhtml_tree(text, self._shown) if text.strip() else None
        return () if root is None else markup.blocks_of(root)

    def _tree(self, part: str) -> "_Element":
        return trees.xml_tree(self._text(part), self._shown)

    def _text(self, part: str) -> str:
        data = self._bytes(part)
        return decoding.decoded_as(data, kinds.declared_encoding(data), self._shown)

    def _bytes(self, part: str) -> bytes:
        """A part unpacked, as far as it may be: sizes that an archive tells are not believed."""
        info = self._archive.getinfo(part)
        if info.flag_bits & 1:
            raise self._protected()
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise trees.unsound(self._shown)
        most = min(_LARGEST_PART, self._left)
        data = bytearray()
        with self._archive.open(info) as stream:
            while len(data) <= most and (piece := stream.read(_PIECE)):
                data += piece
        if len(data) > most:
            raise EnregardError(
                _("{name} is too large once unpacked").format(name=self._shown),
                _("get it from another place"),
            )
        self._left -= len(data)
        return bytes(data)

    def _beside(self, part: str, address: str) -> str:
        """The path that a link in a part leads to; where in it does not count."""
        path = unquote(address.partition("#")[0])
        return self._inside(posixpath.normpath(posixpath.join(posixpath.dirname(part), path)))

    def _inside(self, path: str) -> str:
        """The path itself, where it does not lead out of the book."""
        if ".." in path.replace("\\", "/").split("/") or path.startswith(("/", "\\")):
            raise EnregardError(
                _("{name} names files outside of itself").format(name=self._shown),
                _("get it from another place"),
            )
        return path

    def _is_protected(self) -> bool:
        algorithms = {
            method.get("Algorithm")
            for data in _all(self._tree(_ENCRYPTION), "EncryptedData")
            for method in _children(data, "EncryptionMethod")
        }
        return bool(algorithms - _OBFUSCATES_FONTS)

    def _protected(self) -> EnregardError:
        return EnregardError(
            _("{name} is encrypted").format(name=self._shown), _("only a book without protection can be read")
        )


def _all(root: "_Element", name: str) -> "Iterator[_Element]":
    return (element for element in root.iter() if trees.local_name(element) == name)


def _children(element: "_Element", name: str) -> "Iterator[_Element]":
    return (child for child in element if trees.local_name(child) == name)


def _text(root: "_Element", name: str) -> str | None:
    return next((words for found in _all(root, name) if (words := one_line(found.text or ""))), None)
