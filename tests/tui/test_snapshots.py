"""What the screen looks like; read the pictures when one changes."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles.choices import Choices
from tests.tui.conftest import StartApp
from tests.tui.pilot import state, translated, until
from tests.tui.test_panes import StartWith, start
from tui.settings import Settings
from tui.theme import DARK, LIGHT

__all__ = ["start"]

SIZES = [(140, 40), (100, 30), (60, 20)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("sample", [1, 2, 3])
def test_bundled_article(snap_compare: Any, start_app: StartApp, size: tuple[int, int], sample: int) -> None:
    from articles import paths

    path = sorted(paths.samples().glob("*.txt"))[sample - 1]

    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        await pilot.press(*["j"] * 6)

    assert snap_compare(start_app(path), terminal_size=size, run_before=ready)


@pytest.mark.parametrize("keys", ["t", "tt", "vvv", "?"], ids=["french", "english", "interlinear", "help"])
def test_views(snap_compare: Any, start_app: StartApp, keys: str) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        await pilot.press(*["j"] * 6)
        await pilot.press(*["question_mark" if key == "?" else key for key in keys])
        await pilot.pause()

    assert snap_compare(start_app(), terminal_size=(100, 30), run_before=ready)


def test_light_theme(snap_compare: Any, start_app: StartApp) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        pilot.app.theme = LIGHT.name
        await pilot.pause()

    assert snap_compare(start_app(), terminal_size=(100, 30), run_before=ready)


def test_no_pack(snap_compare: Any, start_app: StartApp, tmp_path: Path) -> None:
    path = tmp_path / "gare.txt"
    path.write_text("La gare rouvre\n\nLe train est revenu. Les habitants l’attendaient.\n\nLe maire parle.")

    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        await until(pilot, lambda: True)

    assert snap_compare(start_app(path), terminal_size=(100, 30), run_before=ready)


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", ["1", "2", "3", "]c4"], ids=["summary", "quotes", "actors", "clippings"])
def test_panes(snap_compare: Any, start: StartWith, keys: str, size: tuple[int, int], theme: str) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis is not None)
        await pilot.press(*["j"] * 4)
        for key in keys:
            await pilot.press({"]": "right_square_bracket"}.get(key, key))
            if key == "c":
                await until(pilot, lambda: state(pilot).clippings)
        pilot.app.clear_notifications()
        await pilot.pause()

    app = start(settings=Settings(theme=theme, choices=Choices(is_welcomed=True)))
    assert snap_compare(app, terminal_size=size, run_before=ready)


@pytest.mark.parametrize(
    ("keys", "is_welcomed"),
    [(["C"], True), (["slash", *"eau"], True), (["j"], False)],
    ids=["copying", "finding", "welcome"],
)
def test_over_the_text(snap_compare: Any, start: StartWith, keys: list[str], is_welcomed: bool) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis is not None)
        await pilot.press(*keys)
        await pilot.pause()

    app = start(settings=Settings(choices=Choices(is_welcomed=is_welcomed)))
    assert snap_compare(app, terminal_size=(100, 30), run_before=ready)
