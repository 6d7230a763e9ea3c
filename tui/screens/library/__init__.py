"""The library's screen, in parts by what they do."""

from tui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
