"""What a folder, a book or a feed holds: each of its articles is opened when it is chosen."""

import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from articles.article import Article
from articles.canonical import one_line
from articles.citing import shown_source, written_date
from articles.errors import in_words
from articles.library.desk import Desk
from articles.sources import Collection, Entry, Raw, kinds
from articles.store import shelves
from articles.store.shelves import Entry as Kept
from articles.store.shelves import State
from articles.wording import _, language_in_use, ngettext, number, percent
from tui.acts import IN_COLLECTION, Group, bindings, named
from tui.adding import Given
from tui.bridge import Said
from tui.layout.wrap import shortened
from tui.screens.with_foot import WithFoot
from tui.settings import Settings
from tui.widgets.choice_list import ChoiceList
from tui.widgets.foot import Foot
from tui.widgets.shelf import SIGNS

_TELL_EVERY = 1.0
"""Seconds between titles that are told: for each telling the whole list is laid out."""

_LONGEST_TEASER = 400
"""Characters."""


class CollectionScreen(WithFoot):
    """The articles of a collection; tells which is to be read."""

    BINDINGS = bindings(IN_COLLECTION)

    DEFAULT_CSS = """
    CollectionScreen { layout: vertical; background: $background; }
    CollectionScreen #head {
        height: 1; background: $panel; padding: 0 1; color: $foreground; text-style: bold; margin-bottom: 1;
    }
    CollectionScreen ChoiceList {
        height: 1fr; background: $background; border: none; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        &:focus { border: none; }
    }
    CollectionScreen #said { display: none; height: auto; max-height: 3; padding: 0 1; background: $surface; }
    """

    @dataclass
    class Opened(Message):
        """An article is to be read."""

        article: Article

    @dataclass
    class Entered(Message):
        """What is in it holds articles itself: they are to be listed."""

        collection: Collection

    class LibraryWanted(Message):
        """The reader wants to the library."""

    @dataclass
    class AddWanted(Message):
        """Everything in it is to be added to the library."""

        given: tuple[Given, ...]

    class Left(Message):
        """The reader wants back."""

    @dataclass
    class Failed(Message):
        """An article could not be opened."""

        words: str
        number: int

    @dataclass
    class Came(Message):
        """It was opened."""

        found: Article | Collection
        number: int

    @dataclass
    class Titled(Message):
        """The titles of some files, by their places in the list."""

        titles: Mapping[int, str]

    @dataclass
    class Known(Message):
        """What the library has of these articles, by source."""

        entries: Mapping[str, Kept]

    def __init__(
        self,
        collection: Collection,
        settings: Settings,
        desk: Desk,
        leads_back: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(settings)
        self._leads_back = leads_back
        self.collection = collection
        self._desk = desk
        self._number = 0
        self._is_fetching = False
        self._has_ended = False
        self._titles: dict[int, str] = {}
        self._known: Mapping[str, Kept] = {}
        self._sources = [_library_source(entry) for entry in collection.entries]

    def compose(self) -> ComposeResult:
        """The list under its title."""
        yield Static(id="head", markup=False)
        yield ChoiceList()
        yield Static(id="said", markup=False)
        yield Foot(self._settings.keymap, id="foot")

    def on_mount(self) -> None:
        """List what is in it."""
        count = len(self.collection.entries)
        words = ngettext("{title}  ·  {count} article", "{title}  ·  {count} articles", count)
        head = words.format(title=one_line(self.collection.title), count=number(count))
        self.query_one("#head", Static).update(head)
        self._say("")
        listed = self.query_one(ChoiceList)
        listed.focus()
        threading.Thread(target=self._find_titles, name="titles", daemon=True).start()

    def on_screen_resume(self) -> None:
        """Show what can be done, and what was read."""
        self._show_foot()
        self._desk.do(
            lambda connection: shelves.from_sources(connection, self._sources),
            lambda found: self.post_message(self.Known(found)),
        )

    def on_unmount(self) -> None:
        """Look for no more titles."""
        self._has_ended = True

    def _find_titles(self) -> None:
        """Look into the files, of which only the names are known."""
        from articles.titles import title_at

        found: dict[int, str] = {}
        told = time.monotonic()
        for place, entry in enumerate(self.collection.entries):
            if self._has_ended:
                return
            if entry.raw is None and not kinds.is_address(entry.source):
                title = title_at(Path(entry.source))
                if title is not None:
                    found[place] = title
            if found and time.monotonic() - told > _TELL_EVERY:
                self.post_message(self.Titled(found))
                found, told = {}, time.monotonic()
        if found:
            self.post_message(self.Titled(found))

    @on(Titled)
    def _show_titles(self, message: Titled) -> None:
        self._titles.update(message.titles)
        self._lay_out()

    @on(Known)
    def _show_known(self, message: Known) -> None:
        if message.entries != self._known:
            self._known = message.entries
            self._lay_out()

    def _show_foot(self) -> None:
        here = ["collection-open", "collection-add", "collection-library"]
        here += ["collection-back"] if self._is_fetching or self._leads_back() else []
        self.query_one("#foot", Foot).show(named(*here), named("collection-help", "collection-quit"))

    def on_resize(self) -> None:
        """Lay the lines out for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        listed = self.query_one(ChoiceList)
        place, top = listed.highlighted or 0, listed.scroll_offset.y
        lines = [self._line(place) for place in range(len(self.collection.entries))]
        is_spaced = any(about for _title, about, _state in lines)
        indent = len(str(len(lines))) + 4
        room = max(1, listed.measure - indent)
        listed.clear_options()
        options: list[Option] = []
        for number_, (title, about, state) in enumerate(lines, start=1):
            line = Text(f"{number_:>{indent - 4}} {SIGNS[state]}  ", no_wrap=True)
            line.append(shortened(title, room), "" if state is State.READ else "bold")
            if is_spaced:
                line.append(f"\n{' ' * indent}{shortened(about, room)}\n")
            options.append(Option(line))
        listed.add_options(options)
        listed.scroll_y = top
        listed.highlighted = place if options else None

    def _line(self, place: int) -> tuple[str, str, State]:
        """An entry's title, what is told of it, and whether it was read."""
        entry = self.collection.entries[place]
        known = self._known.get(self._sources[place])
        title = self._titles.get(place)
        name = [] if title is None else [one_line(entry.title)]
        read = []
        if known is not None and known.state is State.READING:
            read = [_("{share} read").format(share=percent(round(100 * known.progress)))]
        about = " · ".join([*read, *name, *_about(entry)])
        return title or _title(entry), about, State.NEW if known is None else known.state

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(words)
        said.update(words)
        self._show_foot()

    def groups_here(self) -> tuple[Group, ...]:
        """Those of a collection."""
        return (IN_COLLECTION,)

    # -- acts ------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read the article under the cursor."""
        place = self.query_one(ChoiceList).highlighted
        if place is None or self._is_fetching:
            return
        entry = self.collection.entries[place]
        self._number += 1
        self._is_fetching = True
        fetching = _("Fetching {address}… {key} stops waiting.").format(
            address=one_line(entry.source), key=self._key("collection-back")
        )
        self._say(fetching if kinds.is_address(entry.source) and entry.raw is None else _("Opening…"))
        work = partial(self._open, entry, self._number, self.app)
        threading.Thread(target=work, name="opening", daemon=True).start()

    def move(self, step: int) -> bool:
        """Go so many entries on; tells whether there is one."""
        listed = self.query_one(ChoiceList)
        place = (listed.highlighted or 0) + step
        is_there = 0 <= place < len(self.collection.entries)
        if is_there:
            listed.highlighted = place
        return is_there

    def _open(self, entry: Entry, asked: int, app: MessagePump) -> None:
        from articles import sources
        from articles.opening import article_from

        try:
            found: Raw | Collection = entry.raw or sources.look(entry.source)
            came = found if isinstance(found, Collection) else article_from(found)
        except Exception as error:
            if entry.teaser is None:
                self.post_message(self.Failed(in_words(error), asked))
                return
            self.post_message(self.Came(article_from(entry.teaser), asked))
            only = _("This is only what the feed says of it: {reason}")
            app.post_message(Said(only.format(reason=in_words(error)), 8))
        else:
            self.post_message(self.Came(came, asked))
            if entry.raw is None and found.fetched is not None:
                app.post_message(Said(found.fetched.in_words, 8))

    @on(Came)
    def _came(self, message: Came) -> None:
        if message.number == self._number:
            self._is_fetching = False
            self._say("")
            found = message.found
            self.post_message(self.Entered(found) if isinstance(found, Collection) else self.Opened(found))

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        if message.number == self._number:
            self._is_fetching = False
            self._say(message.words)

    def action_add(self) -> None:
        """Add all of it to the library."""
        self._wait_no_more()
        self.post_message(self.AddWanted(in_hand(self.collection)))

    def action_library(self) -> None:
        """To the library."""
        self._wait_no_more()
        self.post_message(self.LibraryWanted())

    def action_back(self) -> None:
        """Stop waiting for what is fetched; else back."""
        if self._is_fetching:
            self._wait_no_more()
            self._say(_("Stopped."))
        else:
            self.post_message(self.Left())

    def _wait_no_more(self) -> None:
        self._number += 1
        self._is_fetching = False
        self._say("")


def in_hand(collection: Collection) -> tuple[Given, ...]:
    """What is added for a collection: its own name, where it can be opened again by that, else what it holds.

    What came through standard input has come, and its entries without a text are not fetched.
    """
    if collection.source not in ("", "-"):
        return (collection.source,)
    if collection.source == "-":
        return tuple(entry.raw for entry in collection.entries if entry.raw is not None)
    return tuple(entry.raw or entry.source for entry in collection.entries)


def _title(entry: Entry) -> str:
    return one_line(entry.title) or shown_source(entry.source, None)


def _about(entry: Entry) -> list[str]:
    """The day of an article, whether it must be fetched, and what the feed says of it."""
    date = written_date(entry.published, is_french=language_in_use() == "fr") if entry.published else ""
    place = _("on the web") if entry.raw is None and kinds.is_address(entry.source) else ""
    teaser = "" if entry.teaser is None else " ".join(block.text for block in entry.teaser.blocks)
    return [part for part in map(one_line, (date, place, teaser[:_LONGEST_TEASER])) if part]


def _library_source(entry: Entry) -> str:
    """What the library calls the source of an entry."""
    if entry.raw is not None:
        return entry.raw.source
    return entry.source if kinds.is_address(entry.source) else os.path.realpath(entry.source)
