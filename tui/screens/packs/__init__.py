"""The screen of the language packs."""

from tui.screens.packs.screen import PacksScreen

__all__ = ["PacksScreen"]
