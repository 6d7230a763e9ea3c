"""The reading screen, in parts by what they do."""

from tui.screens.reading.running import CLOSING
from tui.screens.reading.screen import ReadingScreen

__all__ = ["CLOSING", "ReadingScreen"]
