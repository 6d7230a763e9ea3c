"""The least a Textual program can do with a text: show it in a Static."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class Bare(App[None]):
    """One text."""

    def compose(self) -> ComposeResult:
        """The text, scrolling."""
        with VerticalScroll():
            yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)


if __name__ == "__main__":
    Bare().run()
