"""The two themes made for long reading: calm, one accent, high contrast where words are."""

from textual.theme import Theme

DARK = Theme(
    name="enregard-dark",
    primary="#8fb3d9",
    secondary="#a8b5c4",
    accent="#e0b46c",
    warning="#e0b46c",
    error="#e58a7b",
    success="#9cc48a",
    foreground="#d8d6d0",
    background="#17191d",
    surface="#1d2025",
    panel="#262a31",
    dark=True,
    variables={"footer-key-foreground": "#e0b46c", "input-selection-background": "#4a5f7a 60%"},
)

LIGHT = Theme(
    name="enregard-light",
    primary="#2d5a8a",
    secondary="#56606c",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a3341f",
    success="#3d6b2a",
    foreground="#24262a",
    background="#faf8f3",
    surface="#f2efe8",
    panel="#e7e3d9",
    dark=False,
    variables={"footer-key-foreground": "#8a5a00", "input-selection-background": "#a9c2de 60%"},
)

THEMES = (DARK, LIGHT)
