"""Writing an article to a file from the reader."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from articles.errors import EnregardError
from articles.exporting import Format, written_as
from tests.tui.pilot import state, translated, until
from tests.tui.shelves import RIVER, app_on, article, field, fill, in_library, reading
from tui import exporting
from tui.screens.confirm import ConfirmScreen
from tui.screens.prompt import PromptScreen
from tui.screens.reading import ReadingScreen
from tui.state import ReaderState


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def notices(pilot: Pilot[Any]) -> str:
    return "\n".join(str(each.message) for each in pilot.app._notifications)


def is_ready(pilot: Pilot[Any], form: Format) -> bool:
    """Whether everything is known that the form must have."""
    now = state(pilot)
    return not now.is_translating and (form is not Format.JSON or now.analysis is not None)


async def ask(pilot: Pilot[Any], given: str) -> None:
    await pilot.press("E")
    await until(pilot, lambda: isinstance(pilot.app.screen, PromptScreen))
    field(pilot).value = given
    await pilot.press("enter")


@pytest.mark.parametrize("form", list(Format))
async def test_each_form_is_written_with_both_languages(file: Path, tmp_path: Path, form: Format) -> None:
    fill(file)
    async with app_on(file, article(RIVER), analyses=form is Format.JSON).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await until(pilot, lambda: is_ready(pilot, form))
        target = tmp_path / f"fleuve.{form}"
        await ask(pilot, str(target))
        await until(pilot, lambda: f"Written to {target}" in notices(pilot))
        assert "6 sentences have no English." in notices(pilot)
        text = target.read_text()
        if form is Format.JSON:
            text = json.dumps(json.loads(text), ensure_ascii=False)
        assert "Le fleuve est bas depuis le mois de juin." in text
        assert "The river has been low since June." in text


async def test_what_is_not_known_yet_is_told(file: Path, tmp_path: Path) -> None:
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await ask(pilot, str(tmp_path / "fleuve.md"))
        await until(pilot, lambda: "Summary, quotes and actors are not in it" in notices(pilot))
        await ask(pilot, str(tmp_path / "fleuve.json"))
        await until(pilot, lambda: "has no analysis" in notices(pilot))
        assert not (tmp_path / "fleuve.json").exists()


async def test_a_name_is_suggested_from_the_title(file: Path) -> None:
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, PromptScreen))
        assert field(pilot).value == "Le-fleuve-est-bas.html"


@pytest.mark.parametrize("answer", ["y", "n", "escape"])
async def test_what_is_there_is_overwritten_only_when_wanted(file: Path, tmp_path: Path, answer: str) -> None:
    target = tmp_path / "fleuve.md"
    target.write_text("à moi")
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await ask(pilot, str(target))
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press(answer)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        if answer == "y":
            await until(pilot, lambda: "Written to" in notices(pilot))
        await until(pilot, lambda: not [t for t in threading.enumerate() if t.name == exporting.EXPORTING])
    assert (target.read_text() == "à moi") is (answer != "y")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ("fleuve", "end its name in"),
        ("fleuve.pdf", "end its name in"),
        ("nowhere/fleuve.md", "there is no folder nowhere"),
        ("taken/fleuve.md", "cannot be written"),
        ("x" * 300 + ".md", "cannot be written"),
        ("~nobody-here/fleuve.md", "cannot be written"),
        ("a\x00b.md", "cannot be written"),
        (".", "is a folder"),
        ("dossier.md", "is a folder"),
        ("[red]\x1b[31m", "end its name in"),
    ],
)
async def test_what_cannot_be_written_is_told_under_what_was_typed(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, complaint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("")
    (tmp_path / "dossier.md").mkdir()
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await ask(pilot, given)
        fault = pilot.app.screen.query_one("#fault", Static)
        await until(pilot, lambda: complaint in str(fault.render()))
        assert "\x1b" not in str(fault.render())
        assert isinstance(pilot.app.screen, PromptScreen)
        assert field(pilot).value == given
        field(pilot).value = str(tmp_path / "ici.md")
        await pilot.press("enter")
        await until(pilot, lambda: "Written to" in notices(pilot))
        await pilot.press("j")
        assert (tmp_path / "dossier.md").is_dir()


def test_a_path_that_may_not_be_looked_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(EnregardError, match="Permission denied"):
        exporting.target(str(tmp_path / "x.md"))


def test_a_suggested_name_ends_with_a_word() -> None:
    title = "La ville de Castellor rouvre ses bains, fermés depuis quarante ans par la crue"
    assert exporting.suggested(ReaderState(article("Oui.", title))) == (
        "La-ville-de-Castellor-rouvre-ses-bains-fermés-depuis.html"
    )


@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "[red]", "É" * 10_000, "a\nb", "…", " ", "a/b\\c:d", "."],
    ids=lambda title: ascii(title[:12])[1:-1],
)
def test_suggested_names_are_names(title: str) -> None:
    name = exporting.suggested(ReaderState(article("Oui.", title)))
    assert name.endswith(".html")
    assert not set(name) & set("/\\:\n\x1b[]")
    assert not name.startswith(".")
    assert len(name.encode()) <= 255


async def test_leaving_while_it_is_written_leaves_no_half_file(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go = threading.Event(), threading.Event()
    monkeypatch.setattr(exporting, "written_as", held(began, go))
    target = tmp_path / "out" / "fleuve.md"
    target.parent.mkdir()
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await translated(pilot)
        await ask(pilot, str(target))
        await until(pilot, began.is_set)
        await pilot.press("q")
    go.set()
    for thread in threading.enumerate():
        if thread.name == exporting.EXPORTING:
            thread.join(20)
            assert not thread.is_alive()
    assert [each.name for each in target.parent.iterdir()] == ["fleuve.md"]


def held(began: threading.Event, go: threading.Event) -> Callable[..., bytes]:
    """Writing that waits."""

    def slow(*given: Any, **options: Any) -> bytes:
        began.set()
        go.wait(20)
        return written_as(*given, **options)

    return slow


async def test_what_came_of_it_is_told_on_whichever_screen_is_shown_then(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go = threading.Event(), threading.Event()
    monkeypatch.setattr(exporting, "written_as", held(began, go))
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await ask(pilot, str(tmp_path / "fleuve.md"))
        await until(pilot, began.is_set)
        await pilot.press("l")
        await in_library(pilot, 1)
        go.set()
        await until(pilot, lambda: f"Written to {tmp_path / 'fleuve.md'}" in notices(pilot))


async def test_whatever_goes_wrong_is_told(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_options: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "written_as", fail)
    async with app_on(file, article(RIVER)).run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await ask(pilot, str(tmp_path / "fleuve.md"))
        await until(pilot, lambda: "No space left on device" in notices(pilot))
