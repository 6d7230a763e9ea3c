"""How much of a screen a pane beside the text takes, in cells."""

WIDTH = 42
"""A pane, until the reader makes it wider or narrower."""

NARROWEST = 24

BESIDE = 120
"""A screen on which a pane stands beside the text; on a narrower one it lies over it."""

OVER = 80
"""A screen on which a pane lies over the text; on a narrower one it takes all of it."""


def width(chosen: int | None, screen: int) -> int:
    """The cells of a pane; `chosen` is what the reader has made of it."""
    return min(WIDTH if chosen is None else max(NARROWEST, chosen), screen * 2 // 3)
