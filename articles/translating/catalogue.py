"""Which language packs there are to install: those pinned here, and those of Argos Translate's index."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from articles.errors import EnregardError
from articles.translation import FRENCH_ENGLISH, Pair, preference
from articles.wording import _


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that can be downloaded; `size` in bytes and `digest` (SHA-256, hex) where they are known."""

    pair: Pair
    version: str
    links: tuple[str, ...]
    size: int | None = None
    digest: str | None = None

    @property
    def name(self) -> str:
        """The name of its archive, without an ending."""
        return f"translate-{self.pair.source}_{self.pair.target}-{self.version.replace('.', '_')}"


_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._]{0,31}")
"""What a language or a version may be: it becomes part of a file's name."""

PINNED = (
    Offer(
        FRENCH_ENGLISH,
        "1.9",
        ("https://argos-net.com/v1/translate-fr_en-1_9.argosmodel",),
        66_585_033,
        "3b3052fee6bb1e8e8e632a26a723eb2a2c7710dfe73ba61ffd9b83e85d4f14c1",
    ),
)
"""The packs whose content is known. Only these install without a question."""


def index_link() -> str:
    """Where the index is: Argos Translate's own, or what `ARGOS_PACKAGE_INDEX` says."""
    from argostranslate import settings

    return str(settings.remote_package_index)


def offers(index: bytes) -> tuple[Offer, ...]:
    """The translation packs that an index lists; entries that make no sense are passed over.

    Raises EnregardError when it is no index at all.
    """
    try:
        entries = json.loads(index)
    except (ValueError, RecursionError) as error:
        raise _unreadable_index() from error
    if not isinstance(entries, list):
        raise _unreadable_index()
    return tuple(offer for entry in entries if (offer := _offer(entry)) is not None)


def _unreadable_index() -> EnregardError:
    return EnregardError(_("the index of language packs cannot be read"), _("install from a file"))


def _offer(entry: object) -> Offer | None:
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    source, target, version = (entry.get(key) for key in ("from_code", "to_code", "package_version"))
    links = entry.get("links")
    if not isinstance(links, list) or not all(
        isinstance(word, str) and _CODE.fullmatch(word) for word in (source, target, version)
    ):
        return None
    usable = tuple(link for link in links if _is_usable(link))
    if not usable:
        return None
    return with_pin(Offer(Pair(str(source), str(target)), str(version), usable))


def _is_usable(link: object) -> bool:
    return isinstance(link, str) and link.startswith(("https://", "http://")) and link.isprintable()


def with_pin(offer: Offer) -> Offer:
    """The offer with what is known of it: the size and digest of its pin, and its links besides its own."""
    pin = next((pin for pin in PINNED if (pin.pair, pin.version) == (offer.pair, offer.version)), None)
    if pin is None:
        return offer
    links = tuple(dict.fromkeys((*offer.links, *pin.links)))
    return Offer(offer.pair, offer.version, links, pin.size, pin.digest)


def newest(pair: Pair, among: Iterable[Offer] = PINNED) -> Offer | None:
    """The newest pack of a direction, or None."""
    fitting = (offer for offer in among if offer.pair == pair)
    return max(fitting, key=lambda offer: preference(f" {offer.version}"), default=None)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def is_known(digest: str) -> bool:
    """Whether a file with this SHA-256 is a pinned pack."""
    return any(offer.digest == digest for offer in PINNED)
