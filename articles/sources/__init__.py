"""Where articles come from: each module turns one kind of source into raw text.

`look` says what something is and reads it at once; `read` and `entries` are for those who know.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.sources import decoding, kinds, plain
from articles.sources.kinds import Kind
from articles.sources.raw import Block, Collection, Entry, Fetched, Raw
from articles.wording import _, ngettext

if TYPE_CHECKING:
    from articles.sources import web

__all__ = ["Block", "Collection", "Entry", "Fetched", "Raw", "check_is_there", "entries", "look", "read"]

_PART = re.compile(r"(.+)#([^#/]+)", re.DOTALL)
"""A book or a feed, and what is named in it."""


def look(given: str) -> Raw | Collection:
    """Read what the reader named: a path, an address, `BOOK#3`, or `-` for standard input.

    One article, or a thing that holds several. Raises EnregardError when there is nothing to read.
    """
    if given == "-":
        return _of_bytes(plain.checked(_standard_input(), _("standard input")), "-", _("standard input"))
    part = _PART.fullmatch(given)
    if _exists(given):
        return _at_path(Path(given))
    if kinds.is_address(given):
        return _at_address(given)
    if part is not None and _exists(part[1]):
        whole = _at_path(Path(part[1]))
        if isinstance(whole, Collection):
            return _named_in(whole, given, part[2])
    return _at_path(Path(given))


def check_is_there(given: str) -> None:
    """Raise the EnregardError of what leads nowhere; an address is not asked for."""
    part = _PART.fullmatch(given)
    if not (_exists(given) or kinds.is_address(given) or (part is not None and _exists(part[1]))):
        raise plain.missing(Path(given))


def read(given: str) -> Raw:
    """Read one article, as `look` does.

    Raises EnregardError when there is none, or when several are there and their texts are not one.
    """
    found = look(given)
    if isinstance(found, Raw):
        return found
    if len(found.entries) == 1 and (only := found.entries[0].raw) is not None:
        return only
    if Path(found.source).is_dir():
        what = _("{name} is a folder").format(name=plain.shown(given))
        raise EnregardError(what, _("name one article in it"))
    count = len(found.entries)
    what = ngettext("{name} holds {count} article", "{name} holds {count} articles", count)
    raise EnregardError(
        what.format(name=plain.shown(given), count=count),
        _("name one of them, such as {example}").format(example=plain.shown(found.entries[0].source)),
    )


def entries(given: str) -> tuple[Entry, ...] | None:
    """The articles in a folder, a book or a feed; None where `given` is one article.

    Standard input counts as one article and is left unread. An address is fetched for this, so whoever
    wants the article of one as well calls `look`. Raises EnregardError as `look` does.
    """
    if given == "-":
        return None
    found = look(given)
    return found.entries if isinstance(found, Collection) else None


def _at_path(path: Path) -> Raw | Collection:
    if _is_folder(path):
        from articles.sources import folder

        return folder.collection(path)
    kind = kinds.kind_of(plain.head(path), path.name, plain.shown(path))
    if kind is Kind.EPUB:
        from articles.sources import epub

        return epub.collection(path)
    return _of_kind(kind, plain.read_bytes(path), str(path.resolve()), path.stem)


def _at_address(given: str) -> Raw | Collection:
    from urllib.parse import unquote, urldefrag, urlsplit

    from articles.sources import web

    answer = web.fetch(given)
    address = answer.fetched.address
    shown = plain.shown(address)
    data = plain.checked(answer.data, shown)
    path = urlsplit(address).path
    kind = kinds.kind_of(data[: plain.HEAD], path, shown, answer.fetched.media_type)
    if kind is Kind.EPUB:
        raise EnregardError(_("{name} is a book").format(name=shown), _("download it, and open the file"))
    name = unquote(path.rstrip("/").rpartition("/")[2]) or str(urlsplit(address).hostname)
    found = _of_kind(kind, data, address, name, answer)
    part = urldefrag(given)[1]
    return _named_in(found, given, part) if isinstance(found, Collection) and part else found


def _of_bytes(data: bytes, source: str, name: str) -> Raw | Collection:
    kind = kinds.kind_of(data[: plain.HEAD], "", name)
    if kind is Kind.EPUB:
        raise EnregardError(_("{name} is a book").format(name=name), _("name its file"))
    return _of_kind(kind, data, source, name)


def _of_kind(
    kind: Kind, data: bytes, source: str, name: str, answer: "web.Answer | None" = None
) -> Raw | Collection:
    """The article or the articles in `data`; `answer` is what it came in, if it was fetched."""
    charset = answer.charset if answer is not None else None
    fetched = answer.fetched if answer is not None else None
    if kind is Kind.FEED:
        from articles.sources import feed

        return feed.collection(data, source=source, name=name, fetched=fetched)
    if kind is Kind.PAGE:
        from articles.sources import page

        return replace(page.raw(data, source=source, name=name, charset=charset), fetched=fetched)
    shown = name if source == "-" else plain.shown(source)
    text = decoding.decoded_as(data, charset, shown)
    if kind is Kind.MARKDOWN:
        from articles.sources import markdown

        return replace(markdown.raw(text, source=source, name=name), fetched=fetched)
    return Raw(text, source, name, fetched=fetched)


def _named_in(whole: Collection, given: str, part: str) -> Raw | Collection:
    """The entry of a book or a feed that `part` names: its number, or what comes after `#` in its source."""
    for number, entry in enumerate(whole.entries, start=1):
        if part == str(number) or entry.source == f"{whole.source}#{part}":
            return entry.raw if entry.raw is not None else look(entry.source)
    count = len(whole.entries)
    what = ngettext("{name} holds {count} article", "{name} holds {count} articles", count)
    raise EnregardError(
        what.format(name=plain.shown(whole.source), count=count),
        _("there is no {part} in it").format(part=plain.shown(part)),
    )


def _exists(given: str) -> bool:
    """Whether there is anything of this name; what may not be looked at is left to whoever opens it."""
    try:
        return Path(given).exists()
    except (OSError, ValueError):
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise EnregardError(_("standard input is closed"), _("name a file, or pipe a text in"))
    return sys.stdin.buffer.read(plain.LARGEST + 1)
