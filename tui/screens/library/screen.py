"""The library: what was read and how far, search in all of it, adding and removing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.message import Message

from articles.library.desk import Desk
from articles.wording import _
from tui.acts import IN_LIBRARY, bindings
from tui.adding import Adder, AddState, Given, going_on, written
from tui.ahead import AheadState
from tui.screens.library.acting import Acting
from tui.screens.prompt import PromptScreen
from tui.settings import Settings
from tui.typed import complaint, expanded


class LibraryScreen(Acting):
    """The articles; tells which is to be read. What is listed stays while an article is read."""

    BINDINGS = bindings(IN_LIBRARY)

    class Left(Message):
        """The reader wants back to the article."""

    @dataclass
    class Adding(Message):
        """Adding went on."""

        state: AddState

    def __init__(
        self, desk: Desk, settings: Settings, ahead: AheadState, leads_back: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(desk, settings, ahead, leads_back)
        self._added = AddState()
        self._adder = Adder(settings.library, lambda state: self._post(self.Adding(state)))

    @property
    def _is_busy(self) -> bool:
        return self._adder.is_running

    def on_unmount(self) -> None:
        """Add nothing more."""
        self._adder.stop()

    def action_back(self) -> None:
        """End what is under way, one step at a time: adding, finding; then back to the article."""
        if self._adder.is_running:
            self._stop_adding()
        elif self._field.value:
            self._field.value = ""
            self.shelf.focus()
        elif self._field.has_focus:
            self.shelf.focus()
        else:
            self._post(self.Left())

    # -- adding ----------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Ask what is to be added."""
        self.ask_to_add("")

    def ask_to_add(self, name: str) -> None:
        """Ask what is to be added; `name` stands there already."""

        def given(words: str | None) -> None:
            if words:
                self.add([expanded(words)])

        hint = _("A path or an address: a text, a page, a book, a feed, a folder of them.")
        self.app.push_screen(
            PromptScreen(_("Add to the library"), hint, name, complaint, is_path=True), given
        )

    def add(self, given: Sequence[Given]) -> None:
        """Add things in the background."""
        if self._adder.is_running:
            already = _("Something is being added already: {key} stops it.")
            self._say(already.format(key=self._key("library-back")))
            return
        self._added = AddState()
        self._adder.add(given)
        self._say_adding()

    def _say_adding(self) -> None:
        stops = _("{key} stops it.").format(key=self._key("library-back"))
        self._say(f"{going_on(self._added)}  {stops}")

    def _stop_adding(self) -> None:
        self._adder.stop()
        self._say(" ".join((_("Stopped."), written(self._added))))
        self._ask(self._wanted)

    @on(Adding)
    def _show_adding(self, message: Adding) -> None:
        if not self._adder.is_running:
            return
        self._added = message.state
        if not message.state.is_over:
            self._say_adding()
            return
        self._adder.ended()
        self._once_listed = partial(self._show_added, message.state)
        self._ask(self._wanted)

    def _show_added(self, state: AddState) -> None:
        """Say what was added and go to the last of it, in a list in which it is."""
        if state.last is not None:
            self.shelf.point_at(state.last)
        self._say(written(state))
