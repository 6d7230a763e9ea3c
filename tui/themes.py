"""The choice of a theme in the palette."""

from collections.abc import Callable
from functools import partial

from textual.theme import ThemeProvider


class Themes(ThemeProvider):
    """The themes that are offered, in their order."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        """Each theme's name, and choosing it."""
        return [(name, partial(setattr, self.app, "theme", name)) for name in self.app.available_themes]
