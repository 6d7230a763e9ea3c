"""Paths are completed as they are typed."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.pilot import until
from tests.tui.shelves import app_on, field, in_library
from tui.widgets.fields import completed_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "presse" / "mars").mkdir(parents=True)
    (tmp_path / "presse" / "halle.txt").write_text("La halle\n\nElle rouvre.")
    (tmp_path / ".caché").write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    ("begun", "whole"),
    [
        ("pr", "presse/"),
        ("presse/", "presse/halle.txt"),
        ("presse/m", "presse/mars/"),
        ("presse/halle.txt", None),
        ("presse/mars/", None),
        ("presse/z", None),
        ("nulle part/", None),
        (".c", ".caché"),
        ("presse/mars/../", "presse/mars/../halle.txt"),
        ("~nobody-here/x", None),
        ("a\x00b/c", None),
    ],
)
def test_the_first_path_that_begins_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, begun: str, whole: str | None
) -> None:
    monkeypatch.chdir(folder)
    assert completed_path(begun) == whole


def test_a_name_that_drives_a_terminal_is_not_offered(folder: Path) -> None:
    (folder / "presse" / "mars" / "x\x1b[31m").write_text("x")
    assert completed_path(f"{folder}/presse/mars/x") is None


@given(st.text(max_size=20))
def test_whatever_is_typed_is_kept(begun: str) -> None:
    found = completed_path(begun)
    assert found is None or (found.startswith(begun) and os.path.exists(os.path.expanduser(found)))


async def test_tab_takes_what_is_offered_and_the_keys_stay_in_the_field(folder: Path) -> None:
    async with app_on(folder / "library.sqlite").run_test(size=(140, 40)) as pilot:
        await in_library(pilot, 0)
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        for typed in (f"{folder}/pr", "h"):
            await pilot.press(*typed)
            await until(pilot, lambda: field(pilot)._suggestion)
            await pilot.press("tab")
        assert field(pilot).value == f"{folder}/presse/halle.txt"
        await pilot.press("tab", "tab", "enter")
        await in_library(pilot, 1)
