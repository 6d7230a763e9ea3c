"""What can be found by name, and what keys do everywhere: the palette, the themes, a picture, leaving."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from time import monotonic

from textual.actions import SkipAction
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import Provider
from textual.screen import Screen
from textual.widgets import Input, TextArea

from articles.wording import _, reason
from tui.acts import IN_COLLECTION, IN_LIBRARY, OF_PANES, READING, Act, Group, first_key, keys_of, named
from tui.first_page import FirstPage
from tui.keys import key_name
from tui.looks import Looks
from tui.screens.reading import ReadingScreen
from tui.settings import Settings

_SOON = 2.0
"""Seconds within which a second Ctrl+C leaves."""


def _going() -> type[Provider]:
    from tui.going import Going

    return Going


class Commands(Looks):
    """An application in which every act has its name and its key."""

    BINDINGS = [
        Binding("ctrl+c", "tell_how_to_leave", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False),
    ]
    COMMANDS = App.COMMANDS | {_going}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, settings: Settings, first_page: FirstPage | None) -> None:
        super().__init__(settings, first_page)
        self._told_at = -_SOON

    def get_key_display(self, binding: Binding) -> str:
        """A key as a reader knows it."""
        return key_name(binding.key)

    def action_tell_how_to_leave(self) -> None:
        """Say how one leaves; at once again, leave. Where words are selected they are copied, as ever."""
        is_own = any("ctrl+c" in keys for act, keys in self._settings.keymap.items() if act != "copy_text")
        if is_own or self._is_something_selected():
            raise SkipAction
        now = monotonic()
        if now - self._told_at < _SOON:
            self.exit()
            return
        self._told_at = now
        quits, leaves = (first_key(act, self._settings.keymap) for act in named("quit", "dismiss"))
        is_in_dialog = self.screen.is_modal or isinstance(self.focused, Input | TextArea)
        in_dialog = _("{back}, then {quit} leaves; so does Ctrl+c once more.")
        words = in_dialog if is_in_dialog else _("{quit} leaves; so does Ctrl+c once more.")
        self.clear_notifications()
        self.notify(words.format(back=leaves, quit=quits), timeout=_SOON, markup=False)

    def _is_something_selected(self) -> bool:
        field = self.focused
        in_field = isinstance(field, Input | TextArea) and bool(field.selected_text)
        return in_field or bool(self.screen.get_selected_text())

    def action_command_palette(self) -> None:
        """Find anything the program does, by name."""
        from tui.screens.palette import PaletteScreen

        if not any(isinstance(screen, PaletteScreen) for screen in self.screen_stack):
            self.push_screen(PaletteScreen(placeholder=_("What do you want to do?"), id="--command-palette"))

    def search_themes(self) -> None:
        """Choose a theme."""
        from tui.screens.palette import PaletteScreen
        from tui.themes import Themes

        self.push_screen(PaletteScreen(providers=[Themes], placeholder=_("Choose the colours")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every act of the reading screen with its key, and the themes."""
        for group in _acts_of(screen):
            for act in group.acts:
                if act.action != "palette":
                    yield self._command(act, getattr(screen, f"action_{act.action}"))
        if isinstance(screen, ReadingScreen):
            for name, group in OF_PANES.items():
                for act in group.acts:
                    yield self._command(act, partial(screen.do_in_pane, name, act.action), group.title)
        from tui.themes import chosen_by_name

        for name, choose in chosen_by_name(self):
            yield SystemCommand(name, "", choose)
        yield SystemCommand(_("Theme: another one"), "", self.action_change_theme)
        yield SystemCommand(_("Save a picture of the screen"), "", self._save_picture)

    def _save_picture(self) -> None:
        """Write what is on the screen without the palette to a file where the reader was started."""

        def save() -> None:
            try:
                path = Path(self.save_screenshot()).resolve()
            except OSError as error:
                said = _("The picture cannot be saved ({reason}).").format(reason=reason(error))
                self.notify(said, markup=False)
            else:
                self.notify(_("The picture is in {path}.").format(path=path), timeout=8, markup=False)

        self.call_after_refresh(save)

    def _command(self, act: Act, run: Callable[[], object], place: str = "") -> SystemCommand:
        """An act as the palette lists it, on one line: found by its label, its help, its keys."""
        keys = "  ".join(map(key_name, keys_of(act, self._settings.keymap)))
        named = _("{what}: {hint}").format(what=act.label, hint=act.help)
        words = act.help if act.help.startswith(act.label) else named
        return SystemCommand(" · ".join(filter(None, (words, keys, place))), "", run)


def _acts_of(screen: Screen[object]) -> tuple[Group, ...]:
    from tui.screens.collection import CollectionScreen
    from tui.screens.library import LibraryScreen

    match screen:
        case ReadingScreen():
            return READING
        case LibraryScreen():
            return (IN_LIBRARY,)
        case CollectionScreen():
            return (IN_COLLECTION,)
        case _:
            return ()
