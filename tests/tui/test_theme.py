"""Both themes can be read: every word of every screen stands out from what is under it."""

from collections.abc import Iterator
from itertools import combinations
from math import dist
from typing import Any

import pytest
from rich.color import Color as RichColour
from rich.color import ColorSystem
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme

from articles.choices import Choices
from tests.tui.pilot import state, translated, until
from tests.tui.test_panes import StartWith, start
from tui.colours import PALETTES, Palette
from tui.layout.marks import TINTS
from tui.settings import Settings
from tui.theme import DARK, LIGHT, in_few_colours

__all__ = ["start"]

LEAST = 4.5
"""The contrast that WCAG 2.1 asks of text (success criterion 1.4.3)."""

SELECTED = "]"

SCREENS = {
    "selected": SELECTED,
    "text": "jj",
    "summary": "1",
    "quotes": "2jj",
    "actors": "3",
    "quotes from the text": "2\t",
    "clippings": "cj4",
    "finding": "/de",
    "found": "/de\n",
    "copying": "C",
    "editing": "e",
    "help": "?",
    "interlinear": "vvv",
}


def luminance(colour: Color) -> float:
    """WCAG's relative luminance."""
    parts = [part / 255 for part in colour.rgb]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def words(pilot: Pilot[Any]) -> Iterator[tuple[str, RichColour, RichColour, bool]]:
    """Every stretch with a letter on the top screen, with its two colours, and whether it is dimmed.

    What a modal screen lies over is not to be read.
    """
    top = pilot.app.screen
    region = top.children[0].region if top.is_modal else top.region
    strips = top._compositor.render_strips()
    for y in range(region.y, region.bottom):
        for segment in strips[y].crop(region.x, region.right):
            style = segment.style
            if style is not None and any(character.isalnum() for character in segment.text):
                assert style.color is not None, segment
                assert style.bgcolor is not None, segment
                yield segment.text, style.color, style.bgcolor, bool(style.dim)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_word_can_be_read(start: StartWith, theme: str, keys: str) -> None:
    app = start(settings=Settings(theme=theme, choices=Choices(is_welcomed=bool(set(keys) & set("4/]")))))
    async with app.run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis is not None)
        for key in keys:
            await pilot.press(
                {
                    "\t": "tab",
                    "\n": "enter",
                    "/": "slash",
                    "?": "question_mark",
                    "]": "right_square_bracket",
                }.get(key, key)
            )
        await pilot.pause()
        if keys == SELECTED:
            await pilot.mouse_down("#page", offset=(2, 2))
            await pilot.hover("#page", offset=(50, 30))
            await pilot.pause()
            assert pilot.app.screen.get_selected_text()
        faint = {
            (text.strip(), colour.name, ground.name)
            for text, colour, ground, dimmed in words(pilot)
            if dimmed or contrast(Color.from_rich_color(colour), Color.from_rich_color(ground)) < LEAST
        }
        assert not faint


def lightness_and_hue(colour: str) -> tuple[float, float, float]:
    """A colour in OKLab, where equal distances look equal (Ottosson, 2020)."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_nine_speakers_have_colours_that_are_told_apart_and_can_be_read(palette: Palette) -> None:
    assert len(palette.quotes) == TINTS == 9
    seen = [*map(lightness_and_hue, (*palette.quotes, palette.foreground))]
    assert min(dist(one, other) for one, other in combinations(seen, 2)) > 0.12
    ground = Color.parse(palette.background)
    current = ground.blend(Color.parse(palette.primary), 0.18)
    for colour in palette.quotes:
        for under in (ground, current, Color.parse(palette.panel)):
            assert contrast(Color.parse(colour), under) >= LEAST


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert round(contrast(Color(0, 0, 0), Color(255, 255, 255)), 1) == 21
    assert round(contrast(Color(118, 118, 118), Color(255, 255, 255)), 2) == 4.54


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_speakers_are_told_apart_in_sixteen_colours(theme: Theme) -> None:
    few = in_few_colours(theme)
    colours = [value for name, value in few.variables.items() if name.startswith("quote-")]
    numbers = {RichColour.parse(colour).downgrade(ColorSystem.STANDARD).number for colour in colours}
    assert len(numbers) == len(colours)
    assert not numbers & {0, 7, 8, 15}
    assert few.name == theme.name


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name, "nord"])
async def test_a_terminal_of_sixteen_colours_has_them(
    start: StartWith, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-16color")
    monkeypatch.setenv("COLORTERM", "")
    app = start(settings=Settings(theme=theme, choices=Choices(is_welcomed=True)))
    async with app.run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis is not None)
        await pilot.press("2")
        await pilot.pause()
        seen = {
            colour.downgrade(ColorSystem.STANDARD).number for _text, colour, _ground, _dim in words(pilot)
        }
        assert len(seen - {0, 7, 8, 15}) >= 2


async def test_without_colours_what_matters_is_told_by_signs_and_letters(
    start: StartWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = start(settings=Settings(choices=Choices(is_welcomed=True)))
    async with app.run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis is not None)
        await pilot.press("2")
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        shown = [segment for strip in strips for segment in strip]
        assert sum("▌" in segment.text for segment in shown) >= 2
        assert any(segment.style and segment.style.italic and segment.text.strip() for segment in shown)
