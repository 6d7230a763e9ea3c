"""Language packs while the reader is open: installing, removing, verifying, each on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.message import Message

from articles.errors import EnregardError, in_words
from articles.wording import _, megabytes
from tui.acts import Keymap, key_of

if TYPE_CHECKING:
    from articles.translating.catalogue import Offer
    from articles.translating.download import Progress
    from articles.translating.packs import Pack


@dataclass
class Listed(Message):
    """What is there is known: packs with their size in bytes, and offers."""

    installed: "tuple[tuple[Pack, int], ...]"
    offered: "tuple[Offer, ...]"


@dataclass
class Went(Message):
    """A download went on."""

    progress: "Progress"


@dataclass
class Ended(Message):
    """Something asked for has ended: what there is to say, whether packs have changed, or it failed."""

    said: str
    changed: bool = False
    failed: bool = False


@dataclass
class Asked(Message):
    """A pack with unknown content waits for an answer."""

    question: str
    answer: Callable[[bool | None], None]


class Work(Enum):
    """What can be under way; a download alone can be cancelled, and packs are not changed by verifying."""

    DOWNLOAD = auto()
    INSTALL = auto()
    REMOVE = auto()
    VERIFY = auto()


class Installer:
    """Does one thing with packs at a time; `tell` hears of it, from its thread."""

    def __init__(self, keymap: Keymap, tell: Callable[[Message], object]) -> None:
        self._keymap = keymap
        self._tell = tell
        self._stop = threading.Event()
        self.work: Work | None = None

    def look(self) -> None:
        """Tell what there is."""
        self._do(self._look)

    def download(self, chosen: "Pack | Offer") -> None:
        """Download a pack, or a newer one in its place, and install it."""
        self._stop.clear()
        self._begin(Work.DOWNLOAD, lambda: self._download(chosen))

    def install(self, path: Path) -> None:
        """Install the pack in a file."""
        self._begin(Work.INSTALL, lambda: self._install(path))

    def verify(self, pack: "Pack") -> None:
        """Check that a pack is whole."""
        self._begin(Work.VERIFY, lambda: self._verify(pack))

    def remove(self, pack: "Pack") -> None:
        """Remove a pack."""
        self._begin(Work.REMOVE, lambda: self._remove(pack))

    def cancel(self) -> None:
        """Stop downloading; it still tells when it has ended."""
        self._stop.set()

    def ended(self) -> None:
        """Take note that it was heard that the work has ended."""
        self.work = None

    def _begin(self, work: Work, do: Callable[[], None]) -> None:
        self.work = work
        self._do(do)

    def _do(self, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except Exception as error:
                self._tell(Ended(in_words(error), failed=True))

        threading.Thread(target=guarded, name="packs", daemon=True).start()

    def _look(self) -> None:
        from articles.translating.catalogue import PINNED
        from articles.translating.packs import installed, size

        found = tuple((pack, size(pack)) for pack in installed())
        have = {(pack.pair, pack.version) for pack, _size in found}
        offered = tuple(offer for offer in PINNED if (offer.pair, offer.version) not in have)
        self._tell(Listed(found, offered))

    def _download(self, chosen: "Pack | Offer") -> None:
        from articles.translating.download import Cancelled
        from articles.translating.fetching import fetch_and_install

        def tell(progress: "Progress") -> None:
            self._tell(Went(progress))

        try:
            pack = fetch_and_install(
                chosen.pair,
                tell=tell,
                stop=self._stop,
                trust=lambda offer, digest: self._trusted(offer.name, digest),
            )
        except Cancelled:
            raise
        except EnregardError as error:
            key = key_of("packs-from_file", self._keymap)
            installs = _("{key} installs a pack from a file.").format(key=key)
            self._tell(Ended(f"{error}\n{installs}", failed=True))
        else:
            self._tell_installed(pack)

    def _install(self, path: Path) -> None:
        from articles.translating import catalogue
        from articles.translating.installing import install_from_file

        digest = catalogue.digest_of(path)
        if not catalogue.is_known(digest) and not self._trusted(path.name, digest):
            self._tell(Ended(_("{name} was not installed.").format(name=path.name)))
            return
        self._tell_installed(install_from_file(path))

    def _tell_installed(self, pack: "Pack") -> None:
        self._tell(Ended(_("Installed {name}.").format(name=name_of(pack)), changed=True))

    def _verify(self, pack: "Pack") -> None:
        from articles.translating.verifying import damage

        reason = damage(pack)
        damaged = _("{name}: {reason}. {key} installs it again.")
        said = damaged if reason else _("{name} is whole.")
        key = key_of("packs-install", self._keymap)
        self._tell(Ended(said.format(name=name_of(pack), reason=reason, key=key)))

    def _remove(self, pack: "Pack") -> None:
        from articles.translating import installing

        installing.remove(pack)
        self._tell(Ended(_("Removed {name}.").format(name=name_of(pack)), changed=True))

    def _trusted(self, name: str, digest: str) -> bool:
        """Ask, from the background, whether an unknown pack is to be installed."""
        answered = threading.Event()
        answers: list[bool] = []

        def answer(given: bool | None) -> None:
            answers.append(bool(given))
            answered.set()

        question = _("{name} is no pack that enregard knows.\nIts SHA-256 is {digest}\n\nInstall it?")
        self._tell(Asked(question.format(name=name, digest=digest), answer))
        answered.wait()
        return answers[0]


def name_of(pack: "Pack") -> str:
    """A pack, as it is told from others."""
    return f"{pack.pair} {pack.version}"


def before_fetching(chosen: "Pack | Offer") -> str:
    """What is asked before anything is fetched."""
    from articles.translating.catalogue import Offer, index_link

    if not isinstance(chosen, Offer):
        host = urlsplit(index_link()).hostname or ""
        words = _("{name} is installed.\nLook for an update? This asks {host}.")
        return words.format(name=name_of(chosen), host=host)
    host = urlsplit(chosen.links[0]).hostname or ""
    if chosen.size is None:
        return _("Download the pack from {host}?").format(host=host)
    return _("Download {size} from {host}?").format(size=megabytes(chosen.size), host=host)
