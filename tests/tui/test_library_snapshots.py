"""What the library and a collection look like; read the pictures when one changes."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from articles import sources
from articles.sources import Block, Collection, Entry, Raw
from articles.store import database, shelves
from articles.store.shelves import State
from tests.tui.pilot import until
from tests.tui.shelves import HALL, RIVER, app_on, article, fill, in_collection, in_library, many
from tui.theme import DARK, LIGHT

SIZES = [(140, 40), (100, 30), (60, 20)]
PLACES = [
    *(pytest.param(size, DARK.name, id=f"{size[0]}x{size[1]}-dark") for size in SIZES),
    pytest.param(SIZES[1], LIGHT.name, id="100x30-light"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def full(file: Path) -> Path:
    """A library of some articles: new, being read, read, with tags and a note."""
    halle = replace(article(HALL, "halle"), site="Le Courrier de Valbrune", published="2024-03-12")
    fleuve = replace(article(RIVER, "fleuve"), published="2024-07-01", byline="Maëlle Tardieu")
    rest = [replace(each, published=f"2024-02-{n:02}") for n, each in enumerate(many(6), start=1)]
    added = fill(file, [*rest, halle, fleuve])
    with database.opened(file) as connection:
        shelves.keep_position(connection, fleuve.id, 3)
        shelves.set_tags(connection, fleuve.id, ["eau", "à relire"])
        shelves.set_note(connection, fleuve.id, "À montrer à Léa : le passage sur la fontaine du fleuve.")
        shelves.set_state(connection, added[4].id, State.READ)
    return file


@pytest.mark.parametrize(("size", "theme"), PLACES)
def test_nothing_yet(snap_compare: Any, file: Path, size: tuple[int, int], theme: str) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await in_library(pilot, 0)
        await pilot.pause()

    assert snap_compare(app_on(file, theme=theme), terminal_size=size, run_before=ready)


@pytest.mark.parametrize(("size", "theme"), PLACES)
def test_articles(snap_compare: Any, full: Path, size: tuple[int, int], theme: str) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await in_library(pilot, 8)
        await pilot.press("down")

    assert snap_compare(app_on(full, theme=theme), terminal_size=size, run_before=ready)


@pytest.mark.parametrize(("size", "theme"), PLACES)
def test_finding(snap_compare: Any, full: Path, size: tuple[int, int], theme: str) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await in_library(pilot, 8)
        await pilot.press("slash", *"riv")
        await in_library(pilot, 1)
        await pilot.press("backspace", "backspace", "backspace", *"fleuve")
        await until(pilot, lambda: "fleuve" in pilot.app.screen._listed.words)  # type: ignore[attr-defined]
        await pilot.press("down")
        await pilot.pause()

    assert snap_compare(app_on(full, theme=theme), terminal_size=size, run_before=ready)


@pytest.mark.parametrize(("size", "theme"), PLACES)
def test_a_feed(snap_compare: Any, file: Path, size: tuple[int, int], theme: str) -> None:
    titles = [
        "La halle rouvre",
        "Le fleuve est bas",
        "Un pont neuf pour les piétons du quartier des Tanneurs",
    ]
    teaser = "La passerelle ouvre samedi, après deux ans de travaux, et les commerçants s’en réjouissent."
    entries = []
    for n, title in enumerate(titles * 4, start=1):
        source = f"https://exemple.test/{n}"
        raw = Raw("Oui.", source, title)
        told = Raw("", source, title, blocks=(Block(teaser),))
        whole = (raw, None) if n % 2 else (None, told if n % 4 else None)
        entries.append(Entry(source, title, f"2024-03-{n:02}", *whole))
    opened = Collection("/presse/flux.xml", "Le Courrier de Valbrune", tuple(entries))
    with database.opened(file) as connection:
        for n, state in ((1, State.READ), (4, State.READING)):
            read = replace(article(f"Titre {n}\n\nOui. Non."), source=entries[n - 1].source)
            shelves.add(connection, read)
            shelves.mark_opened(connection, read.id)
            shelves.set_state(connection, read.id, state)

    async def ready(pilot: Pilot[Any]) -> None:
        shown = await in_collection(pilot)
        await until(pilot, lambda: "✓" in str(shown.query_one(OptionList).options[0].prompt))
        await pilot.press("down")
        await pilot.pause()

    assert snap_compare(app_on(file, opened, theme=theme), terminal_size=size, run_before=ready)


@pytest.mark.parametrize(("size", "theme"), PLACES)
def test_a_folder(snap_compare: Any, file: Path, size: tuple[int, int], theme: str) -> None:
    names = {"01-halle": "La halle rouvre", "02-pont": "", "mars/03-quai": "Le quai est sec", "mars/04": ""}
    folder = file.with_name("presse")
    (folder / "mars").mkdir(parents=True)
    for name, title in names.items():
        (folder / f"{name}.txt").write_text(f"{title}\n\nIl a plu sur la ville, et chacun s’en réjouit.")
    opened = sources.look(str(folder))
    assert isinstance(opened, Collection)

    async def ready(pilot: Pilot[Any]) -> None:
        shown = await in_collection(pilot)
        await until(pilot, lambda: "sec" in str(shown.query_one(OptionList).options[2].prompt))

    assert snap_compare(app_on(file, opened, theme=theme), terminal_size=size, run_before=ready)


def test_a_question(snap_compare: Any, full: Path) -> None:
    async def ready(pilot: Pilot[Any]) -> None:
        await in_library(pilot, 8)
        await pilot.press("t")
        await until(pilot, lambda: pilot.app.screen.is_modal)
        await pilot.pause()

    assert snap_compare(app_on(full), terminal_size=(100, 30), run_before=ready)
