"""What a first reader sees under the bundled article: five keys, each ticked off once it was pressed."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widget import Widget

from articles.wording import _
from tui.acts import Act, Keymap, first_key, named

LESSONS = ("next_sentence", "toggle_language", "quotes", "copy", "help")
"""The acts that the welcome teaches."""

_SAID = {
    "next_sentence": _("the next sentence, on both sides"),
    "toggle_language": _("French alone, then English alone; {key}: both again"),
    "quotes": _("who says what; again closes"),
    "copy": _("copy a quote, else the sentence"),
    "help": _("every other key"),
}


class Welcome(Widget):
    """The five keys; tells when all were pressed."""

    COMPONENT_CLASSES = {"welcome--key", "welcome--done", "welcome--title"}

    DEFAULT_CSS = """
    Welcome {
        display: none; height: auto; max-height: 9; padding: 0 2; margin: 0;
        background: $surface; border-top: solid $primary; color: $foreground;
    }
    .welcome--title { color: $primary; text-style: bold; }
    .welcome--key { color: $accent; text-style: bold; }
    .welcome--done { color: $success; }
    """

    class Learnt(Message):
        """Every key was pressed once."""

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._acts: Sequence[Act] = named(*LESSONS)
        self._pressed: set[str] = set()

    def did(self, act: str) -> None:
        """Tick an act off."""
        if not self.display or act in self._pressed or act not in LESSONS:
            return
        self._pressed.add(act)
        self.refresh()
        if len(self._pressed) == len(LESSONS):
            self.post_message(self.Learnt())

    def render(self) -> Text:
        """The title, and a line a key."""
        text = Text()
        closes = first_key(named("dismiss")[0], self._keymap)
        title = _("Welcome. Five keys to begin with ({key} closes this for good):").format(key=closes)
        text.append(f"{title}\n", self._style("title"))
        for act in self._acts:
            done = act.id in self._pressed
            text.append("✓ " if done else "  ", self._style("done"))
            text.append(f"{first_key(act, self._keymap):<2}", self._style("key"))
            text.append(f" {_SAID[act.id].format(key=closes)}\n", self._style("done") if done else Style())
        text.rstrip()
        return text

    def _style(self, name: str) -> Style:
        style = self.get_component_rich_style(f"welcome--{name}")
        return Style(color=style.color, bold=style.bold)
