"""Libraries for the tests of the reader, and looking at what it lists."""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from articles import events
from articles.article import Article
from articles.choices import Choices
from articles.opening import article_of
from articles.reading import Reading
from articles.sources import Collection
from articles.store import database, memory, shelves
from articles.store.shelves import Entry
from articles.translation import BY_HAND, Segment, Translation, Translator
from tests.tui.pilot import until
from tui.acts import Keymap
from tui.app import EnregardApp
from tui.screens.collection import CollectionScreen
from tui.screens.library import LibraryScreen
from tui.screens.reading import ReadingScreen
from tui.settings import Settings
from tui.widgets.foot import Foot
from tui.widgets.shelf import Shelf
from tui.widgets.shelf_head import ShelfHead

KNOWN = Choices(is_welcomed=True, has_samples=True)
"""A reader who has been here before."""

RIVER = (
    "Le fleuve est bas\n\n"
    "Le fleuve est bas depuis le mois de juin. Les élus se réunissent à Sainte-Aube. "
    "L’été dernier, la fontaine du village avait déjà été fermée.\n\n"
    "Demain, la pluie reviendra peut-être. Personne n’y croit. On attend."
)
HALL = (
    "La halle aux grains rouvre\n\n"
    "Les marchands y reprendront leurs étals au printemps. Le toit est neuf. "
    "L’architecte a gardé les vieilles poutres."
)
ENGLISH = {
    "Le fleuve est bas depuis le mois de juin.": "The river has been low since June.",
    "Le toit est neuf.": "The roof is new.",
}


def article(text: str, name: str = "texte", source: str = "") -> Article:
    """An article of this text."""
    return article_of(text, source=source or f"/presse/{name}.txt", name=name)


def fill(file: Path, articles: Iterable[Article] = ()) -> list[Article]:
    """Put articles into a library, the last one at the top; by default one on a river and one on a hall."""
    added = list(articles) or [article(HALL, "halle"), article(RIVER, "fleuve")]
    with database.opened(file) as connection:
        memory.remember(
            connection,
            [Segment(french, Translation(english, BY_HAND)) for french, english in ENGLISH.items()],
        )
        for each in added:
            shelves.add(connection, each)
    return added


def kept(file: Path, id: str) -> Entry:
    """What a library knows of an article."""
    with database.opened(file) as connection:
        entry = shelves.entry(connection, id)
    assert entry is not None
    return entry


def many(count: int) -> list[Article]:
    """Short articles."""
    return [
        article(f"Titre {n}\n\nLe pont {n} est fermé. Le maire parle.", f"pont-{n}") for n in range(count)
    ]


def app_on(
    file: Path,
    opened: Article | Collection | None = None,
    engine: Translator | None = None,
    *,
    analyses: bool = False,
    choices: Choices = KNOWN,
    theme: str | None = None,
    keymap: Keymap = MappingProxyType({}),
) -> EnregardApp:
    """The reader on a library; only with `analyses` it looks for quotes and actors, which takes a while."""

    def start_reading(given: Article, tell: Callable[[events.Event], None]) -> Reading:
        return Reading(given, tell, library=file, find_translator=lambda: engine)

    settings = Settings(theme=theme, keymap=keymap, library=file, choices=choices)
    start = None if analyses else start_reading
    return EnregardApp(opened, start, settings, find_translator=lambda: engine)


def shelf(pilot: Pilot[Any]) -> Shelf:
    """The list of the library."""
    return pilot.app.screen.query_one(Shelf)


def titles(pilot: Pilot[Any]) -> list[str]:
    """The titles that are listed."""
    return [row.entry.title for row in shelf(pilot).rows]


def line(pilot: Pilot[Any], place: int = 0) -> str:
    """What stands in the list at a place."""
    return str(shelf(pilot).get_option_at_index(place).prompt)


def head(pilot: Pilot[Any]) -> str:
    """The line over the library."""
    return pilot.app.screen.query_one(ShelfHead).shown


def said(pilot: Pilot[Any]) -> str:
    """What is said under the list; nothing where nothing is shown."""
    words = pilot.app.screen.query_one("#said", Static)
    return str(words.content) if words.display else ""


def foot(pilot: Pilot[Any]) -> str:
    """The keys that are shown."""
    return pilot.app.screen.query_one(Foot).render().plain


def field(pilot: Pilot[Any]) -> Input:
    """Where what is asked for is typed."""
    return pilot.app.screen.query_one(Input)


async def in_library(pilot: Pilot[Any], count: int | None = None) -> None:
    """Wait until the library is shown, with so many articles."""
    await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
    if count is not None:
        await until(pilot, lambda: len(shelf(pilot).rows) == count and shelf(pilot).option_count >= count)


async def in_collection(pilot: Pilot[Any]) -> CollectionScreen:
    """Wait until a collection is shown."""
    await until(pilot, lambda: isinstance(pilot.app.screen, CollectionScreen))
    screen = pilot.app.screen
    assert isinstance(screen, CollectionScreen)
    return screen


async def reading(pilot: Pilot[Any], title: str = "") -> ReadingScreen:
    """Wait until an article is shown that has this in its title."""
    await until(
        pilot,
        lambda: (
            isinstance(screen := pilot.app.screen, ReadingScreen)
            and screen.is_mounted
            and title in screen.state.article.title
        ),
    )
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    return screen


async def asks(pilot: Pilot[Any], answer: str) -> None:
    """Answer a question for one line."""
    await until(pilot, lambda: pilot.app.screen.is_modal)
    field(pilot).value = answer
    await pilot.press("enter")
    await until(pilot, lambda: not pilot.app.screen.is_modal)
