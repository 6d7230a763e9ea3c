"""Fields to type in, whose cursor does not blink."""

from textual.reactive import reactive
from textual.widgets import Input, TextArea


class Field(Input):
    """A line."""

    cursor_blink = reactive(False, init=False)


class Area(TextArea):
    """Some lines."""

    cursor_blink = reactive(False, init=False)
