"""The two themes made for long reading: calm, one accent, high contrast where words are."""

from collections.abc import Sequence

from textual.theme import Theme


def _numbered(name: str, colours: Sequence[str]) -> dict[str, str]:
    return {f"{name}-{place}": colour for place, colour in enumerate(colours)}


QUOTES = _numbered("quote", ("#4fa56f", "#c9793f", "#7d8be0", "#c06fb0", "#a39b30", "#3f9fb0"))
"""The speakers' colours in themes that have none of their own; readable on black and on white."""

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
    variables={
        "footer-key-foreground": "#e0b46c",
        "scrollbar": "#3a4250",
        "scrollbar-hover": "#4a5568",
        "scrollbar-active": "#8fb3d9",
        "scrollbar-background": "#1d2025",
        "scrollbar-background-hover": "#1d2025",
        "scrollbar-background-active": "#1d2025",
        "scrollbar-corner-color": "#1d2025",
        "input-selection-background": "#4a5f7a 60%",
        "screen-selection-background": "#3a4250",
        "screen-selection-foreground": "#d8d6d0",
        **_numbered("quote", ("#8cc7a1", "#e6a87c", "#a9b7f0", "#dba3cf", "#c9c46f", "#7fc4cf")),
    },
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
    variables={
        "footer-key-foreground": "#8a5a00",
        "scrollbar": "#c3c7c9",
        "scrollbar-hover": "#a9b4c0",
        "scrollbar-active": "#2d5a8a",
        "scrollbar-background": "#f2efe8",
        "scrollbar-background-hover": "#f2efe8",
        "scrollbar-background-active": "#f2efe8",
        "scrollbar-corner-color": "#f2efe8",
        "input-selection-background": "#a9c2de 60%",
        "screen-selection-background": "#d5dde6",
        "screen-selection-foreground": "#24262a",
        **_numbered("quote", ("#1a5c35", "#8a400c", "#3d4bb0", "#8a2f7a", "#665c00", "#0f6472")),
    },
)

THEMES = (DARK, LIGHT)
