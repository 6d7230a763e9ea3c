"""The reading screen, in parts by what they do."""

from tui.screens.reading.screen import CLOSING, ReadingScreen

__all__ = ["CLOSING", "ReadingScreen"]
