"""The two themes made for long reading: calm, one accent, high contrast where words are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.theme import Theme

from tui import colours


def _numbered(name: str, colours: Sequence[str]) -> dict[str, str]:
    return {f"{name}-{place}": colour for place, colour in enumerate(colours)}


QUOTES = _numbered(
    "quote",
    ("#008a18", "#f3625f", "#106ed7", "#da66c2", "#8f9407", "#9581ff", "#b05315", "#944abc", "#be346d"),
)
"""The speakers' colours in themes that have none of their own; readable on black and on white."""

DARK = Theme(
    name=colours.DARK.name,
    primary=colours.DARK.primary,
    secondary=colours.DARK.secondary,
    accent=colours.DARK.accent,
    warning=colours.DARK.accent,
    error="#e58a7b",
    success="#9cc48a",
    foreground=colours.DARK.foreground,
    background=colours.DARK.background,
    surface="#1d2025",
    panel=colours.DARK.panel,
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
        **_numbered("quote", colours.DARK.quotes),
    },
)

LIGHT = Theme(
    name=colours.LIGHT.name,
    primary=colours.LIGHT.primary,
    secondary=colours.LIGHT.secondary,
    accent=colours.LIGHT.accent,
    warning=colours.LIGHT.accent,
    error="#a3341f",
    success="#3d6b2a",
    foreground=colours.LIGHT.foreground,
    background=colours.LIGHT.background,
    surface="#f2efe8",
    panel=colours.LIGHT.panel,
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
        **_numbered("quote", colours.LIGHT.quotes),
    },
)

THEMES = (DARK, LIGHT)

_OF_SIXTEEN = (
    "#000000 #aa0000 #00aa00 #aa5500 #0000aa #aa00aa #00aaaa #aaaaaa"
    " #555555 #ff5555 #55ff55 #ffff55 #5555ff #ff55ff #55ffff #ffffff"
).split()
"""The colours that a terminal of sixteen has, by their numbers: these are painted as they are."""

_FEW = {
    True: [_OF_SIXTEEN[number] for number in (14, 11, 10, 13, 12, 9, 6, 3, 2)],
    False: [_OF_SIXTEEN[number] for number in (4, 5, 1, 2, 6, 12, 9, 13, 3)],
}
"""The speakers' colours among these, those that are read best first: on black, and on white."""


def few_quotes(theme: Theme) -> dict[str, str]:
    """The speakers' colours on a terminal of sixteen: mixed ones would all be its grey."""
    colours = _FEW[theme.dark]
    return {name: colours[place % len(colours)] for place, name in enumerate(QUOTES)}


def in_few_colours(theme: Theme) -> Theme:
    """The same theme on a terminal of sixteen colours."""
    key = _OF_SIXTEEN[11 if theme.dark else 5]
    variables = {**theme.variables, **few_quotes(theme), "footer-key-foreground": key}
    return replace(theme, accent=key, warning=key, variables=variables)


def offered(themes: Mapping[str, Theme]) -> dict[str, Theme]:
    """Those of some themes that can be read here, the two made for it first.

    Themes of a terminal's own colours have none to mix: grounds and quiet words cannot be told in them.
    """
    own = {theme.name: themes[theme.name] for theme in THEMES if theme.name in themes}
    others = {name: theme for name, theme in sorted(themes.items()) if not theme.ansi}
    return own | others
