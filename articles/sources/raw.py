"""What a source gives, before anything is made of it."""

from dataclasses import dataclass

from articles.wording import _, number

STANDARD_INPUT, PASTED = "-", "--paste"
"""The sources of what was piped in and of what was pasted, as the command line names them."""


def is_passing(source: str) -> bool:
    """Whether a source is gone once it was read, and opens nothing again."""
    return source in (STANDARD_INPUT, PASTED)


def is_of_the_web(source: str) -> bool:
    """Whether a source is an address that a link may lead to: of http or https, and no other."""
    return source.lower().startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, as the source says; its text is not canonical yet."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from the network: the address that answered in the end, its media type, how many bytes."""

    address: str
    media_type: str
    size: int

    @property
    def in_words(self) -> str:
        """The same, for people to read."""
        kilobytes = _("{size} KB").format(size=number(max(1.0, self.size / 1e3)))
        what = ", ".join(filter(None, (self.media_type, kilobytes)))
        return _("fetched {address} ({what})").format(address=self.address, what=what)


@dataclass(frozen=True, slots=True)
class Raw:
    """One article as its source gave it: a plain text in `text`, or a structured one in `blocks`.

    `source` is the path or address that opens it again, `name` a title to fall back on; `published` is an
    ISO date (YYYY-MM-DD), `site` the newspaper, feed or book that it stands in. `fetched` is None where
    nothing was.
    """

    text: str
    source: str
    name: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    site: str | None = None
    blocks: tuple[Block, ...] = ()
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of several: `source` opens it; `raw` is there where its text is in hand already.

    `teaser` is what a feed says of an article whose text is only at its address.
    """

    source: str
    title: str
    published: str | None = None
    raw: Raw | None = None
    teaser: Raw | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """A thing that holds several articles: a folder, a book, a feed; its entries are in reading order."""

    source: str
    title: str
    entries: tuple[Entry, ...]
    fetched: Fetched | None = None
