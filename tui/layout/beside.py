"""What stands around the text: how much of a screen a pane takes, in cells, and what is there at first."""

WIDTH = 42
"""A pane, until the reader makes it wider or narrower."""

NARROWEST = 24

BESIDE = 120
"""A screen on which a pane stands beside the text; on a narrower one it lies over it."""

OVER = 80
"""A screen on which a pane lies over the text; on a narrower one it takes all of it."""

SUMMARY = 3
"""Sentences of the summary, until the reader wants more or fewer."""

ROWS_TO_WELCOME = 18
"""Rows of a screen on which there is room for the welcome too."""


def width(chosen: int | None, screen: int) -> int:
    """The cells of a pane; `chosen` is what the reader has made of it."""
    return min(WIDTH if chosen is None else max(NARROWEST, chosen), screen * 2 // 3)
