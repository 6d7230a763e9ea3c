"""The palette: everything the program does, found by name."""

from textual.command import CommandPalette
from textual.events import Mount
from textual.widgets import Input


class PaletteScreen(CommandPalette):
    """Textual's palette, with a cursor that does not blink."""

    def on_mount(self, _event: Mount) -> None:
        """Let the cursor stand still."""
        self.query_one(Input).set_reactive(Input.cursor_blink, False)
