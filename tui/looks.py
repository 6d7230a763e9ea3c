"""How the application looks: its themes, the one that is shown, the colours that the terminal has."""

from textual.theme import Theme

from articles.wording import _
from tui.first_page import FirstPage
from tui.settings import Chose, Settings
from tui.terminal import TerminalApp
from tui.theme import DARK, QUOTES, THEMES, few_quotes, in_few_colours, offered


class Looks(TerminalApp):
    """An application with the reader's themes."""

    _offered: dict[str, Theme] | None = None

    def __init__(self, settings: Settings, first_page: FirstPage | None) -> None:
        super().__init__(first_page)
        self._settings = settings
        self._choices = settings.choices
        self._shown_theme = ""

    def _take_theme(self) -> None:
        """Show the theme of the settings, else the one last chosen; say so where there is no such theme."""
        for theme in THEMES:
            self.register_theme(in_few_colours(theme) if self._has_few_colours else theme)
        wanted = self._settings.theme or self._choices.theme or DARK.name
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self._shown_theme = self.theme
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        if wanted not in self.available_themes:
            from tui.themes import unknown

            self.notify(unknown(wanted, self.available_themes, self._settings), timeout=12, markup=False)

    def _keep_theme(self, _theme: object) -> None:
        before, self._shown_theme = self._shown_theme, self.theme
        if before == self.theme:
            return
        if self._settings.theme is not None:
            self.notify(_("For this time only: next time it is the theme of your configuration file again."))
        else:
            self.post_message(Chose({"theme": self.theme}))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The themes that can be read here, the reader's own first."""
        if self._offered is None:
            self._offered = offered(super().available_themes)
        return self._offered

    def register_theme(self, theme: Theme) -> None:
        """Have a theme, or another of its name; Textual asks which there are for each widget's style."""
        self._offered = None
        super().register_theme(theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for the speakers where a theme has none."""
        return few_quotes(self.current_theme) if self._has_few_colours else QUOTES

    @property
    def _has_few_colours(self) -> bool:
        return self.console.color_system in ("standard", "windows")
