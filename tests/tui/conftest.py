"""What the tests of the reader share: articles of known English, and an app that runs them."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from articles import events, paths
from articles.article import Article
from articles.choices import Choices
from articles.opening import open_article
from articles.reading import Reading
from articles.translation import Translator
from tui.app import EnregardApp
from tui.settings import Settings

StartApp = Callable[..., EnregardApp]

WELCOMED = Settings(choices=Choices(is_welcomed=True))
"""A reader who knows the five keys."""


class FakeEngine:
    """A translator whose English is known: the sentence's number. `release` lets one batch at a time go."""

    origin = "argos fr-en 1.9"

    def __init__(self, release: threading.Semaphore | None = None, batch: int = 5) -> None:
        self._release = release
        self._batch = batch

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        """Number the sentences."""
        for index in range(len(sentences)):
            if self._release is not None and index % self._batch == 0:
                while not self._release.acquire(timeout=0.05):
                    if stop.is_set():
                        return
            yield index, f"English of sentence {index}, about as long as it is in French."


@pytest.fixture(scope="session", autouse=True)
def sheets() -> Iterator[None]:
    """A style sheet is parsed once for all apps: parsing it is a fifth of what the start of one takes."""
    parsed: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parsed_once(sheet: Stylesheet, *css: Any, **more: Any) -> list[RuleSet]:
        key = (tuple(sorted(sheet._variables.items())), css, tuple(sorted(more.items())))
        if key not in parsed:
            parsed[key] = parse(sheet, *css, **more)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed_once)
        yield


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of all colours, whatever the tests run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture
def sample() -> Path:
    """The first bundled article."""
    return min(paths.samples().glob("*.txt"))


@pytest.fixture
def start_app(tmp_path: Path, sample: Path) -> StartApp:
    """Makes an app on an article, with an engine or without."""

    def start(
        path: Path | None = None, engine: Translator | None = None, settings: Settings | None = None
    ) -> EnregardApp:
        def start_reading(article: Article, tell: Callable[[events.Event], None]) -> Reading:
            return Reading(article, tell, library=tmp_path / "library.sqlite", find_translator=lambda: engine)

        return EnregardApp(open_article(str(path or sample)), start_reading, settings or WELCOMED)

    return start


@pytest.fixture
def start_ferry(tmp_path: Path) -> StartApp:
    """Makes an app on the invented article, whose English and analysis are known; always the same library."""
    from tests.tui import ferry

    def start(settings: Settings = WELCOMED) -> EnregardApp:
        return ferry.app(tmp_path / "library.sqlite", settings)

    return start
