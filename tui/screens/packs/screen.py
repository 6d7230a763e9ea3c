"""Language packs: what is installed, and installing, removing and verifying from within the reader."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, ProgressBar, Static

from articles.errors import EnregardError
from articles.wording import _
from tui.acts import IN_PACKS, Keymap, acts, bindings, key_of, named, shown_keys
from tui.installing import Asked, Ended, Installer, Listed, Went, Work, before_fetching, name_of
from tui.layout.wrap import cells
from tui.screens.confirm import ConfirmScreen
from tui.screens.packs.table import PackTable
from tui.widgets.fields import PathField

if TYPE_CHECKING:
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

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._changed = False
        self._installer = Installer(keymap, self.post_message)
        self._leaves = False
        self._row: str | None = None

    def compose(self) -> ComposeResult:
        """The table over what is being done."""
        with Vertical() as box:
            box.border_title = _("Language packs")
            yield PackTable()
            yield PathField(placeholder=_("Path of an .argosmodel file"))
            yield ProgressBar(show_eta=True)
            yield Static(_("Looking…"), id="said", markup=False)

    def on_mount(self) -> None:
        """List what is there."""
        self.query_one(PackTable).focus()
        self._show_keys()
        self._installer.look()

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self.call_after_refresh(self._show_keys)

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(words)

    def _show_keys(self) -> None:
        """Say what can be done now: nothing that would have to be refused; the way out is always there."""
        leave = acts()["packs-leave"]
        if self._installer.work is not None:
            cancels = self._installer.work is Work.DOWNLOAD
            now = [replace(leave, label=_("Cancel")) if cancels else leave]
        elif self.query_one(Input).display:
            now = [replace(acts()["packs-install"], id="", keys=("enter",)), replace(leave, label=_("Leave"))]
        else:
            own = ("verify", "remove") if self._pack is not None else ()
            now = [*named(*(f"packs-{each}" for each in ("install", "from_file", *own))), leave]
        box = self.query_one(Vertical)
        *others, out = now
        lines = (shown_keys((*others[:count], out), self._keymap) for count in range(len(others), -1, -1))
        box.border_subtitle = next((line for line in lines if cells(line) <= box.size.width - _CORNERS), "")

    @on(Listed)
    def _show(self, message: Listed) -> None:
        self._row = None
        self.query_one(PackTable).show(message.installed, message.offered)
        if str(self.query_one("#said", Static).render()) == _("Looking…"):
            none = _("No pack is installed: {key} downloads one.")
            self._say("" if message.installed else self._with_key(none))
        self._show_keys()

    @on(DataTable.RowHighlighted)
    def _moved(self, message: DataTable.RowHighlighted) -> None:
        """On another row, what was said of the one before holds no more."""
        before, self._row = self._row, message.row_key.value
        if before not in (None, self._row) and self._installer.work is None:
            self._say("")
        self._show_keys()

    @on(Went)
    def _go_on(self, message: Went) -> None:
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=message.progress.total, progress=message.progress.done)
        self._say(message.progress.in_words)

    @on(Ended)
    def _end(self, message: Ended) -> None:
        work = self._installer.work
        self._installer.ended()
        self._changed = self._changed or message.changed
        leaves, self._leaves = self._leaves and not message.failed, False
        if leaves:
            self.dismiss(self._changed)
            return
        self.query_one(ProgressBar).display = False
        self._say(message.said)
        if message.failed and work is Work.INSTALL:
            self._show_field()
        self._show_keys()
        self._installer.look()

    @on(Asked)
    def _ask(self, message: Asked) -> None:
        self.app.push_screen(ConfirmScreen(message.question), message.answer)

    def _begun(self, said: str) -> None:
        """Say what is being done."""
        self._say(said)
        self._show_keys()

    def _with_key(self, words: str) -> str:
        return words.format(key=key_of("packs-install", self._keymap))

    # -- acts ----------------------------------------------------------------------------------------

    @property
    def _pack(self) -> "Pack | None":
        """The chosen pack, where it is installed."""
        from articles.translating.packs import Pack

        chosen = self.query_one(PackTable).chosen
        return chosen if isinstance(chosen, Pack) else None

    @on(DataTable.RowSelected)
    def action_install(self) -> None:
        """Download and install the chosen pack."""
        chosen = self.query_one(PackTable).chosen
        if chosen is None or self._installer.work is not None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._installer.download(chosen)
                self._begun(_("Asking the index…"))

        self.app.push_screen(ConfirmScreen(before_fetching(chosen)), answered)

    def action_from_file(self) -> None:
        """Ask for the path of a pack's archive."""
        if self._installer.work is None:
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
        self._installer.install(path)
        self._begun(_("Installing {name}…").format(name=path.name))

    def action_verify(self) -> None:
        """Check the chosen pack."""
        chosen = self._installed()
        if chosen is not None:
            self._installer.verify(chosen)
            self._begun(_("Verifying…"))

    def action_remove(self) -> None:
        """Remove the chosen pack, after a question."""
        chosen = self._installed()
        if chosen is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._installer.remove(chosen)
                self._begun(_("Removing…"))

        question = _("Remove {name}?\nWhat it translated is kept.").format(name=name_of(chosen))
        self.app.push_screen(ConfirmScreen(question), answered)

    def _installed(self) -> "Pack | None":
        """The chosen pack, to do something with; it is said where it is not installed."""
        if self._installer.work is not None:
            return None
        if self._pack is None:
            self._say(self._with_key(_("This pack is not installed: {key} downloads it.")))
        return self._pack

    def action_leave(self) -> None:
        """Cancel a download; close, once packs are no longer being changed."""
        work = self._installer.work
        if work is Work.DOWNLOAD:
            self._installer.cancel()
        elif work in (Work.INSTALL, Work.REMOVE):
            self._leaves = True
            self._say(_("This closes as soon as that is done."))
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
