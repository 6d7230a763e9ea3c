"""The colours of a page in the two themes, and what is drawn in which of them. Knows no widget."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.layout.marks import TINTS


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`; `quotes` are the speakers'."""

    name: str
    primary: str
    secondary: str
    accent: str
    foreground: str
    background: str
    panel: str
    quotes: tuple[str, ...]

    def colour(self, name: str) -> str:
        """A colour by its name in a theme: `quote-0` and on, or a field here; warnings have the accent."""
        if name.startswith("quote-"):
            return self.quotes[int(name.removeprefix("quote-"))]
        found: str = getattr(self, "accent" if name == "warning" else name)
        return found


DARK = Palette(
    name="enregard-dark",
    primary="#8fb3d9",
    secondary="#a8b5c4",
    accent="#e0b46c",
    foreground="#d8d6d0",
    background="#17191d",
    panel="#262a31",
    quotes=(
        "#23c987",
        "#fb9892",
        "#a7a1e7",
        "#fb9df8",
        "#fdca3a",
        "#32bddb",
        "#bdab5e",
        "#a0e97b",
        "#31eee8",
    ),
)

LIGHT = Palette(
    name="enregard-light",
    primary="#2d5a8a",
    secondary="#56606c",
    accent="#8a5a00",
    foreground="#24262a",
    background="#faf8f3",
    panel="#e7e3d9",
    quotes=(
        "#0f661a",
        "#9e2511",
        "#214dba",
        "#961770",
        "#5e4205",
        "#005d6f",
        "#5e1c94",
        "#052482",
        "#62003a",
    ),
)

PALETTES: Mapping[str, Palette] = {palette.name: palette for palette in (DARK, LIGHT)}
"""By the name of the theme."""


def theme_named(given: str) -> str | None:
    """The theme that a configuration names: ours as `dark` and `light` too; None where it names none."""
    return {"": None, "dark": DARK.name, "light": LIGHT.name}.get(given, given)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a stretch is drawn: a colour and how much of it in per cent, what lies under it, a style.

    The names of colours are a theme's; the style is one or more of `bold`, `italic` and `underline`.
    """

    colour: str = ""
    share: int = 100
    style: str = ""
    ground: str = ""
    ground_share: int = 100

    @property
    def css(self) -> str:
        """The same for a widget."""
        rules = [
            f"color: ${self.colour} {self.share}%;" if self.colour else "",
            f"background: ${self.ground} {self.ground_share}%;" if self.ground else "",
            f"text-style: {self.style};" if self.style else "",
        ]
        return " ".join(filter(None, rules))


INKS: Mapping[str, Ink] = {
    "current": Ink(ground="primary", ground_share=18),
    "mark": Ink("accent", style="bold"),
    "heading": Ink("primary", style="bold"),
    "waiting": Ink("foreground", 35),
    "notice": Ink("warning", style="italic"),
    "english": Ink("foreground", 80),
    **{f"quote-{tint}": Ink(f"quote-{tint}", style="italic") for tint in range(TINTS)},
    "quote-nobody": Ink("foreground", 82, style="italic"),
    "mention": Ink(style="bold underline"),
    "here": Ink(style="bold"),
    "summary": Ink("primary"),
    "found": Ink(style="underline", ground="warning", ground_share=16),
    "found-here": Ink("background", style="bold", ground="warning"),
    "selected": Ink("foreground", style="underline", ground="accent", ground_share=30),
}
"""The stretches of a page by the names that `tui.layout.painting` gives them."""
