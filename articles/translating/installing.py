"""Installing a language pack from its archive: checked, unpacked aside, and put in place by one rename.

A pack is a zip file from the internet. What is not expected in one is refused; whatever happens, packs
that were installed before stay usable.
"""

import json
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from articles.canonical import one_line
from articles.errors import EnregardError
from articles.translating import packs
from articles.translating.catalogue import digest_of
from articles.translating.packs import Pack
from articles.translating.room import check_room
from articles.translating.verifying import write_manifest
from articles.translation import Pair
from articles.wording import _, number, reason

_LARGEST = 2_000_000_000
"""Bytes a pack may take unpacked; the official ones take about 80 MB."""

_MOST_FILES = 2_000

_HIGHEST_RATIO = 200
"""Unpacked bytes for each byte of the archive: models are noise and hardly compress, bombs do."""

_TOP_FILES = frozenset({"metadata.json", "README.md", "LICENSE", "sentencepiece.model", "bpe.model"})

_FOLDERS = frozenset({"model", "stanza", "spacy", "minisbd"})
"""What Argos packs hold: the model, and data for a sentence splitter."""

_CHUNK = 2**20


def install_from_file(file: Path, pair: Pair | None = None) -> Pack:
    """Install the pack in the archive `file` where Argos Translate keeps its packs, in place of its namesake.

    Where `pair` is given, a pack of another direction is refused. Raises EnregardError when the archive
    is no usable pack, or the disk does not allow it.
    """
    readable(file)
    try:
        with zipfile.ZipFile(file) as archive:
            return _install(archive, _checked_members(archive, file), file, pair)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zipfile.LargeZipFile) as error:
        raise _refused(
            file, _("not a sound archive: {reason}").format(reason=one_line(reason(error)))
        ) from error
    except OSError as error:
        what = _("{file} could not be installed ({reason})").format(file=file, reason=reason(error))
        raise EnregardError(what, _("check the disk and its permissions")) from error


def readable(file: Path) -> None:
    """Raise EnregardError unless `file` is a file that can be read."""
    try:
        file.open("rb").close()
    except FileNotFoundError:
        what = _("{file} does not exist").format(file=file)
        raise EnregardError(what, _("check the path")) from None
    except IsADirectoryError:
        what = _("{file} is a folder").format(file=file)
        raise EnregardError(what, _("name the .argosmodel file")) from None
    except OSError as error:
        what = _("{file} may not be read ({reason})").format(file=file, reason=reason(error))
        raise EnregardError(what, _("check its permissions")) from error


def _refused(file: Path, why: str) -> EnregardError:
    what = _("{file} is no language pack ({why})").format(file=file, why=one_line(why))
    return EnregardError(what, _("get it again from where it came"))


def _checked_members(archive: zipfile.ZipFile, file: Path) -> list[zipfile.ZipInfo]:
    """The files of the archive, all of which a pack may hold."""
    members = [member for member in archive.infolist() if not member.filename.endswith("/")]
    if len(members) > _MOST_FILES:
        raise _refused(file, _("{count} files").format(count=number(len(members))))
    total = sum(member.file_size for member in members)
    if total > _LARGEST or total > _HIGHEST_RATIO * max(file.stat().st_size, _CHUNK):
        raise _refused(file, _("it would take {total} bytes").format(total=number(total)))
    roots: set[str] = set()
    for member in members:
        parts = PurePosixPath(member.filename).parts
        if (
            member.filename.startswith("/")
            or "\\" in member.filename
            or ":" in member.filename
            or any(part in ("..", ".") or not part.isprintable() for part in parts)
        ):
            raise _refused(file, _("unsafe file name {name}").format(name=repr(member.filename)))
        if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
            raise _refused(file, _("{name} is a link or a device").format(name=member.filename))
        if (
            len(parts) < 2
            or (len(parts) == 2 and parts[1] not in _TOP_FILES)
            or (len(parts) > 2 and parts[1] not in _FOLDERS)
        ):
            raise _refused(file, _("unexpected file {name}").format(name=member.filename))
        roots.add(parts[0])
    if len(roots) != 1:
        raise _refused(file, _("not one folder") if roots else _("empty"))
    return members


def _install(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], file: Path, pair: Pair | None
) -> Pack:
    home = packs.directories()[0]
    home.mkdir(parents=True, exist_ok=True)
    needed = sum(member.file_size for member in members)
    check_room(home, needed + _CHUNK)
    with _aside(home) as folder:
        root = folder / PurePosixPath(members[0].filename).parts[0]
        root.mkdir(mode=0o700)
        for member in members:
            _extract(archive, member, folder, file)
        _verify(root, file, pair)
        write_manifest(root, digest_of(file))
        place = _put_in_place(root, home, folder)
    pack = packs.pack_in(place)
    if pack is None:
        raise _refused(file, _("it cannot be read after unpacking"))
    return pack


@contextmanager
def _aside(home: Path) -> Iterator[Path]:
    """An empty folder on the file system of `home` that Argos Translate does not take for a pack."""
    beside = home.parent
    where = beside if beside.stat().st_dev == home.stat().st_dev and os.access(beside, os.W_OK) else home
    folder = Path(tempfile.mkdtemp(prefix=".enregard-", dir=where))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, file: Path) -> None:
    """One file, never more bytes than it declared."""
    target = folder.joinpath(*PurePosixPath(member.filename).parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    left = member.file_size
    with archive.open(member) as source, target.open("xb") as sink:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise _refused(file, _("{name} is larger than it says").format(name=member.filename))
            sink.write(chunk)
        sink.flush()
        os.fsync(sink.fileno())


def _verify(root: Path, file: Path, pair: Pair | None) -> None:
    """Raise EnregardError unless the unpacked pack works: its metadata, its tokenizer and its model load."""
    try:
        metadata = json.loads((root / "metadata.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _refused(file, _("it has no metadata.json")) from None
    except (ValueError, RecursionError) as error:
        raise _refused(file, _("its metadata.json cannot be read: {reason}").format(reason=error)) from error
    if not isinstance(metadata, dict):
        raise _refused(file, _("its metadata.json holds no object"))
    pack = packs.pack_in(root)
    if pack is None:
        raise _refused(file, _("it holds no translation model with a tokenizer and two languages"))
    if pair not in (None, pack.pair):
        why = _("it translates {direction} and not {wanted}").format(direction=pack.pair, wanted=pair)
        raise _refused(file, why)
    from articles.translating.argos import loads

    failure = loads(pack)
    if failure is not None:
        raise _refused(file, _("its model does not load: {reason}").format(reason=failure))


def _put_in_place(root: Path, home: Path, aside: Path) -> Path:
    """Move the pack into `home`; others of its direction there go once it stands.

    A folder under its name that holds no usable pack is in the way, and goes first.
    """
    place = home / root.name
    if place.exists() and packs.pack_in(place) is None:
        place.rename(aside / "ruin")
    number = 2
    while place.exists():
        place = home / f"{root.name}-{number}"
        number += 1
    root.rename(place)
    new = packs.pack_in(place)
    for old in packs.installed():
        if new is not None and old.pair == new.pair and old.path != place and old.path.parent == home:
            old.path.rename(aside / f"old-{old.path.name}")
    return place


def remove(pack: Pack) -> None:
    """Remove an installed pack, whole or not at all. Raises EnregardError when it cannot be."""
    try:
        with _aside(pack.path.parent) as folder:
            pack.path.rename(folder / pack.path.name)
    except OSError as error:
        what = _("{path} cannot be removed ({reason})").format(path=pack.path, reason=reason(error))
        raise EnregardError(what, _("check its folder's permissions")) from error
