"""What the screen looks like; read the pictures when one changes."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import StartApp
from tests.tui.pilot import translated, until
from tui.theme import LIGHT

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
