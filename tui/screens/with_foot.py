"""What every screen with a foot does: the help, the palette, leaving, an act that was clicked."""

from textual.screen import Screen

from tui.acts import Group, acts, key_of
from tui.settings import Settings
from tui.widgets.foot import Foot


class WithFoot(Screen[None]):
    """A screen whose foot shows no keys while a dialog, which takes them, lies over it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def groups_here(self) -> tuple[Group, ...]:
        """The acts that are done here and now, which the help has first."""
        raise NotImplementedError

    def _key(self, act: str) -> str:
        """The key of an act, by its id."""
        return key_of(act, self._settings.keymap)

    def on_screen_suspend(self) -> None:
        """Cover the foot."""
        self._cover_foot(True)

    def on_screen_resume(self) -> None:
        """Uncover it."""
        self._cover_foot(False)

    def _cover_foot(self, is_covered: bool) -> None:
        for foot in self.query(Foot):
            foot.cover(is_covered)

    def action_help(self) -> None:
        """The list of keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._settings.keymap, self.groups_here()))

    def action_palette(self) -> None:
        """The command palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_do(self, act: str) -> None:
        """Do an act that was clicked, where the keys go."""
        action = f"action_{acts()[act].action}"
        places = self.focused.ancestors_with_self if self.focused is not None else [self]
        for place in places:
            if hasattr(place, action):
                self.call_next(getattr(place, action))
                return
