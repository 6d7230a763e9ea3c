"""The choice of a theme in the palette, and what is said of one that is not there."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from textual.app import App
from textual.theme import ThemeProvider

from articles import paths
from articles.config import variable
from articles.wording import _
from tui.settings import Settings
from tui.theme import DARK, LIGHT


class Themes(ThemeProvider):
    """The themes that are offered, in their order."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        """Each theme's name, and choosing it."""
        return [(name, partial(setattr, self.app, "theme", name)) for name in self.app.available_themes]


def chosen_by_name(app: App[None]) -> Iterator[tuple[str, Callable[[], None]]]:
    """The two themes made for the reader, as the palette lists them, the one in use marked."""
    for theme, name in ((DARK, _("Theme: dark")), (LIGHT, _("Theme: light"))):
        mark = " ✓" if app.theme == theme.name else ""
        yield f"{name}{mark}", partial(setattr, app, "theme", theme.name)


def unknown(wanted: str, available: Iterable[str], settings: Settings) -> str:
    """What is said of a theme that is not there: where it was asked for, and what there is."""
    names = ", ".join(available)
    if settings.theme is None:
        return _("There is no theme called {name}; there are {names}.").format(name=wanted, names=names)
    asked = variable("reader", "theme")
    where = asked if os.environ.get(asked) else paths.config_file()
    said = _("{where}: there is no theme called {name}; there are {names}.")
    return said.format(where=where, name=wanted, names=names)
