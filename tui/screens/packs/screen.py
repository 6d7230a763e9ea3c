"""Language packs: what is installed, and installing, removing and verifying from within the reader."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, ProgressBar, Static

from articles.errors import EnregardError, in_words
from articles.wording import _, number
from tui.acts import IN_PACKS, Keymap, acts, bindings, first_key, named, shown_keys
from tui.layout.wrap import cells
from tui.screens.confirm import ConfirmScreen
from tui.screens.packs.table import PackTable, megabytes
from tui.widgets.fields import Field

if TYPE_CHECKING:
    from articles.translating.catalogue import Offer
    from articles.translating.download import Progress
    from articles.translating.packs import Pack


_CORNERS = 4
"""Cells of a box's lower edge that no words can take."""


class PacksScreen(ModalScreen[bool]):
    """The packs; tells on closing whether any was installed or removed."""

    BINDINGS = bindings(IN_PACKS)

    DEFAULT_CSS = """
    PacksScreen { align: center middle; }
    PacksScreen > Vertical {
        width: 92; max-width: 96%; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 1 2;
        border-title-color: $accent; border-subtitle-color: $foreground 70%;
    }
    PacksScreen #said { margin-top: 1; }
    PacksScreen ProgressBar { display: none; margin-top: 1; }
    PacksScreen Input { display: none; margin-top: 1; }
    """

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

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._changed = False
        self._stop: threading.Event | None = None
        self._is_of_file = False
        self._row: str | None = None

    def compose(self) -> ComposeResult:
        """The table over what is being done."""
        with Vertical() as box:
            box.border_title = _("Language packs")
            yield PackTable()
            yield Field(placeholder=_("Path of an .argosmodel file"))
            yield ProgressBar(show_eta=True)
            yield Static(_("Looking…"), id="said", markup=False)

    def on_mount(self) -> None:
        """List what is there."""
        self.query_one(PackTable).focus()
        self._show_keys()
        self._do(self._list)

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self.call_after_refresh(self._show_keys)

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)

    def _show_keys(self) -> None:
        """Say what can be done now: nothing that would have to be refused; the way out is always there."""
        leave = acts()["packs-leave"]
        if self._stop is not None:
            now = [replace(leave, label=_("Cancel"))]
        elif self.query_one(Input).display:
            now = [replace(acts()["packs-install"], keys=("enter",)), replace(leave, label=_("Leave"))]
        else:
            own = ("verify", "remove") if self._pack is not None else ()
            now = [*named(*(f"packs-{each}" for each in ("install", "from_file", *own))), leave]
        box = self.query_one(Vertical)
        *others, out = now
        lines = (shown_keys((*others[:count], out), self._keymap) for count in range(len(others), -1, -1))
        box.border_subtitle = next((line for line in lines if cells(line) <= box.size.width - _CORNERS), "")

    # -- in the background ---------------------------------------------------------------------------

    def _do(self, work: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                work()
            except Exception as error:
                self.post_message(self.Ended(in_words(error), failed=True))

        threading.Thread(target=guarded, name="packs", daemon=True).start()

    def _begin(self, said: str, work: Callable[[], None]) -> None:
        """Do one thing at a time, and say what is being done."""
        if self._stop is not None:
            return
        self._stop = threading.Event()
        self._is_of_file = False
        self._say(said)
        self._show_keys()
        self._do(work)

    def _list(self) -> None:
        from articles.translating.catalogue import PINNED
        from articles.translating.packs import installed, size

        found = tuple((pack, size(pack)) for pack in installed())
        have = {(pack.pair, pack.version) for pack, _ in found}
        offered = tuple(offer for offer in PINNED if (offer.pair, offer.version) not in have)
        self.post_message(self.Listed(found, offered))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        self._row = None
        self.query_one(PackTable).show(message.installed, message.offered)
        if str(self.query_one("#said", Static).render()) == _("Looking…"):
            self._say("" if message.installed else _("No pack is installed: Enter downloads one."))
        self._show_keys()

    @on(DataTable.RowHighlighted)
    def _moved(self, message: DataTable.RowHighlighted) -> None:
        """On another row, what was said of the one before holds no more."""
        before, self._row = self._row, message.row_key.value
        if before not in (None, self._row) and self._stop is None:
            self._say("")
        self._show_keys()

    @on(Went)
    def _go_on(self, message: Went) -> None:
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=message.progress.total, progress=message.progress.done)
        progress = message.progress
        words = _("{done} of {total} MB, {rate} MB/s") if progress.total else _("{done} MB, {rate} MB/s")
        said = words.format(
            done=number(progress.done / 1e6, 1),
            total=number((progress.total or 0) / 1e6, 1),
            rate=number(progress.rate / 1e6, 1),
        )
        self._say(said)

    @on(Ended)
    def _end(self, message: Ended) -> None:
        self._stop = None
        self._changed = self._changed or message.changed
        self.query_one(ProgressBar).display = False
        self._say(message.said)
        if message.failed and self._is_of_file:
            self._show_field()
        self._show_keys()
        self._do(self._list)

    @on(Asked)
    def _ask(self, message: Asked) -> None:
        self.app.push_screen(ConfirmScreen(message.question), message.answer)

    def _trusted(self, name: str, digest: str) -> bool:
        """Ask, from the background, whether an unknown pack is to be installed."""
        answered = threading.Event()
        answers: list[bool] = []

        def answer(given: bool | None) -> None:
            answers.append(bool(given))
            answered.set()

        question = _("{name} is no pack that enregard knows.\nIts SHA-256 is {digest}\n\nInstall it?").format(
            name=name, digest=digest
        )
        self.post_message(self.Asked(question, answer))
        answered.wait()
        return answers[0]

    # -- acts ----------------------------------------------------------------------------------------

    @property
    def _pack(self) -> "Pack | None":
        """The chosen pack, where it is installed."""
        from articles.translating.packs import Pack

        chosen = self.query_one(PackTable).chosen
        return chosen if isinstance(chosen, Pack) else None

    def _tell_installed(self, pack: "Pack") -> None:
        name = f"{pack.pair} {pack.version}"
        self.post_message(self.Ended(_("Installed {name}.").format(name=name), changed=True))

    @on(DataTable.RowSelected)
    def action_install(self) -> None:
        """Download and install the chosen pack."""
        chosen = self.query_one(PackTable).chosen
        if chosen is None or self._stop is not None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._begin(_("Asking the index…"), lambda: self._download(chosen))

        self.app.push_screen(ConfirmScreen(_question(chosen)), answered)

    def _download(self, chosen: "Pack | Offer") -> None:
        from articles.translating.download import Cancelled
        from articles.translating.fetching import fetch_and_install

        def tell(progress: "Progress") -> None:
            self.post_message(self.Went(progress))

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
            key = first_key(acts()["packs-from_file"], self._keymap)
            installs = _("{key} installs a pack from a file.").format(key=key)
            self.post_message(self.Ended(f"{error}\n{installs}", failed=True))
        else:
            self._tell_installed(pack)

    def action_from_file(self) -> None:
        """Ask for the path of a pack's archive."""
        if self._stop is None:
            self._say("")
            self._show_field()
            self._show_keys()

    @on(Input.Submitted)
    def _install_file(self, message: Input.Submitted) -> None:
        """Install the file that was named; what was typed stays until it is."""
        from articles.translating.installing import readable

        if not message.value.strip():
            self._hide_field()
            return
        try:
            path = Path(message.value.strip()).expanduser()
            readable(path)
        except (EnregardError, RuntimeError, ValueError) as error:
            self._say(str(error))
            return
        self._hide_field()
        self._begin(_("Installing {name}…").format(name=path.name), lambda: self._install_from(path))
        self._is_of_file = True

    def _install_from(self, path: Path) -> None:
        from articles.translating import catalogue
        from articles.translating.installing import install_from_file

        digest = catalogue.digest_of(path)
        if not catalogue.is_known(digest) and not self._trusted(path.name, digest):
            self.post_message(self.Ended(_("{name} was not installed.").format(name=path.name)))
            return
        pack = install_from_file(path)
        self._tell_installed(pack)

    def action_verify(self) -> None:
        """Check the chosen pack."""
        chosen = self._pack
        if chosen is None:
            self._say(_("This pack is not installed: Enter downloads it."))
            return

        def verify() -> None:
            from articles.translating.verifying import damage

            reason = damage(chosen)
            name = f"{chosen.pair} {chosen.version}"
            damaged = _("{name}: {reason}. Enter installs it again.")
            said = damaged if reason else _("{name} is whole.")
            self.post_message(self.Ended(said.format(name=name, reason=reason)))

        self._begin(_("Verifying…"), verify)

    def action_remove(self) -> None:
        """Remove the chosen pack, after a question."""
        chosen = self._pack
        if chosen is None:
            self._say(_("This pack is not installed: Enter downloads it."))
        if chosen is None or self._stop is not None:
            return
        name = f"{chosen.pair} {chosen.version}"

        def remove() -> None:
            from articles.translating import installing

            installing.remove(chosen)
            self.post_message(self.Ended(_("Removed {name}.").format(name=name), changed=True))

        def answered(yes: bool | None) -> None:
            if yes:
                self._begin(_("Removing…"), remove)

        question = _("Remove {name}?\nWhat it translated is kept.").format(name=name)
        self.app.push_screen(ConfirmScreen(question), answered)

    def action_leave(self) -> None:
        """Cancel what is being done; otherwise close."""
        if self._stop is not None:
            self._stop.set()
        elif self.query_one(Input).display:
            self.query_one(Input).value = ""
            self._say("")
            self._hide_field()
        else:
            self.dismiss(self._changed)

    def action_close(self) -> None:
        """The same."""
        self.action_leave()

    def _show_field(self) -> None:
        field = self.query_one(Input)
        field.display = True
        field.focus()

    def _hide_field(self) -> None:
        self.query_one(Input).display = False
        self.query_one(PackTable).focus()
        self._show_keys()


def _question(chosen: "Pack | Offer") -> str:
    """What is asked before anything is fetched."""
    from articles.translating.catalogue import Offer, index_link

    if not isinstance(chosen, Offer):
        host = urlsplit(index_link()).hostname or ""
        name = f"{chosen.pair} {chosen.version}"
        return _("{name} is installed.\nLook for an update? This asks {host}.").format(name=name, host=host)
    host = urlsplit(chosen.links[0]).hostname or ""
    if chosen.size is None:
        return _("Download the pack from {host}?").format(host=host)
    return _("Download {size} from {host}?").format(size=megabytes(chosen.size), host=host)
