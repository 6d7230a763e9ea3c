"""The library: what was read and how far, search in all of it, adding and removing."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from articles.article import Article
from articles.errors import EnregardError
from articles.library.adding import Failed, add_all
from articles.library.desk import Desk
from articles.store import library as shelves
from articles.store import queue
from articles.store.database import Connection
from articles.store.library import Removed, Sort, State
from articles.store.search import search
from articles.wording import _, ngettext, number
from tui.acts import IN_LIBRARY, acts, bindings, named
from tui.ahead import AheadState
from tui.screens.help import HelpScreen
from tui.screens.packs import PacksScreen
from tui.screens.prompt import PromptScreen
from tui.settings import Settings
from tui.widgets.foot import Foot
from tui.widgets.shelf import Row, Shelf

_PAGE = 200
"""Articles that are listed at once."""

_FOUND_AT_MOST = 100

_ORDERS = {
    Sort.RECENT: _("last read first"),
    Sort.ADDED: _("last added first"),
    Sort.TITLE: _("by title"),
    Sort.PUBLISHED: _("latest first"),
    Sort.PROGRESS: _("by progress"),
}
_FILTERS = {
    None: _("all"),
    State.NEW: _("new"),
    State.READING: _("being read"),
    State.READ: _("read"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed."""

    words: str = ""
    state: State | None = None
    sort: Sort = Sort.RECENT
    limit: int = _PAGE


@dataclass(frozen=True, slots=True)
class Found:
    """What is listed: the rows, and how many there are in all."""

    rows: tuple[Row, ...] = ()
    total: int = 0


def look_up(connection: Connection, wanted: Wanted) -> Found:
    """The articles that are wanted: those of the words where there are any, else the next of the list."""
    if wanted.words.strip():
        hits = search(connection, wanted.words, _FOUND_AT_MOST)
        rows = [Row(hit.entry, hit) for hit in hits if wanted.state in (None, hit.entry.state)]
        return Found(tuple(rows), len(rows))
    entries = shelves.entries(connection, state=wanted.state, sort=wanted.sort, limit=wanted.limit)
    return Found(tuple(map(Row, entries)), shelves.count(connection, state=wanted.state))


class LibraryScreen(Screen[None]):
    """The articles; tells which is to be read."""

    BINDINGS = bindings(IN_LIBRARY)

    DEFAULT_CSS = """
    LibraryScreen { layout: vertical; background: $background; }
    #head { height: 1; background: $panel; padding: 0 1; color: $foreground; text-style: bold; }
    #words { border: none; height: 1; padding: 0 1; background: $surface; margin: 0 0 1 0; }
    #words:focus { background: $panel; }
    #said { height: auto; max-height: 3; padding: 0 1; color: $foreground; background: $surface; }
    """

    @dataclass
    class Opened(Message):
        """An article is to be read, from a sentence on."""

        article: Article
        sentence: int

    class Left(Message):
        """The reader wants back to the article."""

    @dataclass
    class Listed(Message):
        """This is what was asked for by the number."""

        number: int
        found: Found

    @dataclass
    class Added(Message):
        """So many articles are in the library now; what failed; whether that was all."""

        count: int
        failed: list[str] = field(default_factory=list)
        is_over: bool = False

    @dataclass
    class Said(Message):
        """There is something to say, and perhaps to list anew."""

        words: str
        is_changed: bool = False

    def __init__(self, desk: Desk, settings: Settings, ahead: AheadState) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._ahead = ahead
        self._wanted = Wanted()
        self._number = 0
        self._found = Found()
        self._removed: list[Removed] = []
        self._stop: threading.Event | None = None

    def compose(self) -> ComposeResult:
        """The search over the list."""
        yield Static(id="head", markup=False)
        yield Input(
            placeholder=_("/ words in French, English, titles and notes"), id="words", select_on_focus=True
        )
        yield Shelf(id="shelf")
        yield Static(id="said", markup=False)
        yield Foot(self._settings.keymap, id="foot")

    def on_mount(self) -> None:
        """List what is there."""
        self.shelf.focus()
        self.show_ahead(self._ahead)
        self._ask(self._wanted)
        always = named("library-help", "library-quit")
        here = "open find add remove undo sort filter mark tags note ahead packs back".split()
        self.query_one("#foot", Foot).show(named(*(f"library-{act}" for act in here)), always)

    def on_unmount(self) -> None:
        """Add nothing more."""
        if self._stop is not None:
            self._stop.set()

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one("#shelf", Shelf)

    # -- listing ---------------------------------------------------------------------------------------

    def _ask(self, wanted: Wanted) -> None:
        """List what is wanted; what was asked for before and comes later is passed over."""
        self._wanted = wanted
        self._number += 1
        asked = self._number

        def work(connection: Connection) -> Found | None:
            return look_up(connection, wanted) if asked == self._number else None

        def then(found: Found | None) -> None:
            if found is not None:
                self.post_message(self.Listed(asked, found))

        self._desk.do(work, then, self._fail)

    def _fail(self, error: EnregardError) -> None:
        self.post_message(self.Said(str(error)))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        if message.number != self._number:
            return
        self._found = message.found
        nothing = _("Nothing is found.") if self._wanted.words.strip() else _("Nothing is here yet: a adds.")
        self.shelf.show(message.found.rows, nothing)
        self._show_head()

    def _show_head(self) -> None:
        count = ngettext("{count} article", "{count} articles", self._found.total)
        parts = [_("Library"), count.format(count=number(self._found.total))]
        parts += [_FILTERS[self._wanted.state]] if self._wanted.state is not None else []
        parts += [_ORDERS[self._wanted.sort]] if not self._wanted.words.strip() else []
        self.query_one("#head", Static).update("  ·  ".join(parts))

    @on(Shelf.MoreWanted)
    def _list_more(self) -> None:
        if not self._wanted.words.strip() and len(self._found.rows) < self._found.total:
            limit = len(self._found.rows) + _PAGE
            if limit > self._wanted.limit:
                self._ask(replace(self._wanted, limit=limit))

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._ask(replace(self._wanted, words=message.value, limit=_PAGE))

    @on(Input.Submitted)
    def _to_the_list(self) -> None:
        self.shelf.focus()

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(words)
        said.update(words)

    @on(Said)
    def _hear(self, message: Said) -> None:
        self._say(message.words)
        if message.is_changed:
            self._ask(self._wanted)

    def show_ahead(self, state: AheadState) -> None:
        """Say how far translating ahead is."""
        before, self._ahead = self._ahead, state
        progress = state.progress
        if state.said:
            self._say(state.said)
        elif state.is_running and progress is not None:
            words = _("Translating ahead: paused at {done} of {total} articles · P goes on")
            if not state.is_paused:
                words = _("Translating ahead: {done} of {total} articles · P pauses")
            self._say(words.format(done=number(progress.done), total=number(progress.total)))
        elif before.is_running and progress is not None:
            done = ngettext(
                "{count} article was translated.", "{count} articles were translated.", progress.done
            )
            self._say(done.format(count=number(progress.done)))
        else:
            self._say("")

    # -- changing --------------------------------------------------------------------------------------

    def _change(self, change: Callable[[Connection], object], said: str = "") -> None:
        """Change something in the library, then list it anew."""
        self._desk.do(change, lambda _found: self.post_message(self.Said(said, is_changed=True)), self._fail)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read the article under the cursor: where it was left, or where the words were found."""
        entry, hit = self.shelf.entry, self.shelf.hit
        if entry is None:
            return
        place = hit.sentence if hit is not None and hit.sentence is not None else entry.sentence

        def then(article: Article | None) -> None:
            if article is not None:
                self.post_message(self.Opened(article, place))

        self._desk.do(lambda connection: shelves.article(connection, entry.id), then, self._fail)

    def action_find(self) -> None:
        """Find words."""
        self.query_one("#words", Input).focus()

    def action_back(self) -> None:
        """End what is under way, one step at a time: adding, finding; then back to the article."""
        field = self.query_one("#words", Input)
        if self._stop is not None:
            self._stop.set()
        elif field.value:
            field.value = ""
            self.shelf.focus()
        elif field.has_focus:
            self.shelf.focus()
        else:
            self.post_message(self.Left())

    def action_sort(self) -> None:
        """The next order."""
        orders = list(Sort)
        following = orders[(orders.index(self._wanted.sort) + 1) % len(orders)]
        self._ask(replace(self._wanted, sort=following))

    def action_filter(self) -> None:
        """The next filter."""
        states = list(_FILTERS)
        following = states[(states.index(self._wanted.state) + 1) % len(states)]
        self._ask(replace(self._wanted, state=following, limit=_PAGE))

    def action_mark(self) -> None:
        """Mark the article as read, or as new."""
        entry = self.shelf.entry
        if entry is not None:
            state = State.NEW if entry.state is State.READ else State.READ
            self._change(lambda connection: shelves.set_state(connection, entry.id, state))

    def action_remove(self) -> None:
        """Remove the article under the cursor."""
        entry = self.shelf.entry
        if entry is None:
            return

        def work(connection: Connection) -> None:
            removed = shelves.remove(connection, entry.id)
            if removed is not None:
                self._removed.append(removed)

        said = _("Removed “{title}”; its translations and clippings are kept. u takes it back.")
        self._change(work, said.format(title=entry.title))

    def action_undo(self) -> None:
        """Take the last removal back."""
        if self._removed:
            removed = self._removed.pop()
            said = _("“{title}” is back.").format(title=removed.entry.title)
            self._change(lambda connection: shelves.restore(connection, removed), said)
        else:
            self._say(_("Nothing was removed."))

    def action_tags(self) -> None:
        """Change the tags."""
        entry = self.shelf.entry
        if entry is None:
            return

        def written(words: str | None) -> None:
            if words is not None:
                tags = [tag.lstrip("#") for tag in words.replace(",", " ").split()]
                self._change(lambda connection: shelves.set_tags(connection, entry.id, tags))

        prompt = PromptScreen(_("Tags"), _("Words with spaces between them."), " ".join(entry.tags))
        self.app.push_screen(prompt, written)

    def action_note(self) -> None:
        """Change the note."""
        entry = self.shelf.entry
        if entry is None:
            return

        def written(words: str | None) -> None:
            if words is not None:
                self._change(lambda connection: shelves.set_note(connection, entry.id, words))

        self.app.push_screen(PromptScreen(_("Note"), entry.title, entry.note), written)

    def action_ahead(self) -> None:
        """Translate the article under the cursor ahead."""
        entry = self.shelf.entry
        if entry is not None:
            self._desk.do(
                lambda connection: queue.enqueue(connection, [entry.id]),
                lambda _found: self.post_message(self.AheadWanted()),
                self._fail,
            )

    class AheadWanted(Message):
        """Something waits to be translated ahead."""

    class AheadToggled(Message):
        """Translating ahead is to pause, or to go on."""

    def action_pause(self) -> None:
        """Pause translating ahead, or go on."""
        self.post_message(self.AheadToggled())

    def action_packs(self) -> None:
        """Language packs."""
        self.app.push_screen(PacksScreen(self._settings.keymap))

    def action_help(self) -> None:
        """The list of keys."""
        self.app.push_screen(HelpScreen(self._settings.keymap, (IN_LIBRARY,)))

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()

    def action_do(self, act: str) -> None:
        """Do an act that was clicked."""
        self.call_next(getattr(self, f"action_{acts()[act].action}"))

    # -- adding ----------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Ask what is to be added."""

        def written(given: str | None) -> None:
            if given:
                self.add([given])

        hint = _("A path or an address: a text, a page, a book, a feed, a folder of them.")
        self.app.push_screen(PromptScreen(_("Add to the library"), hint), written)

    def add(self, given: list[str]) -> None:
        """Add things in the background."""
        if self._stop is not None:
            self._say(_("Something is being added already: Esc stops it."))
            return
        self._stop = threading.Event()
        self._say(_("Adding… Esc stops it."))
        threading.Thread(target=partial(self._add, given, self._stop), name="adding", daemon=True).start()

    def _add(self, given: list[str], stop: threading.Event) -> None:
        from articles.store import database

        count = 0
        failed: list[str] = []
        try:
            with database.opened(self._settings.library) as connection:
                for found in add_all(connection, given):
                    if isinstance(found, Failed):
                        failed.append(str(found.error))
                    else:
                        count += 1
                    if stop.is_set():
                        break
                    self.post_message(self.Added(count))
        except EnregardError as error:
            failed.append(str(error))
        self.post_message(self.Added(count, failed, is_over=True))

    @on(Added)
    def _show_added(self, message: Added) -> None:
        if not message.is_over:
            words = ngettext(
                "Adding… {count} article · Esc stops", "Adding… {count} articles · Esc stops", message.count
            )
            self._say(words.format(count=number(message.count)))
            return
        self._stop = None
        added = ngettext("{count} article was added.", "{count} articles were added.", message.count)
        said = [added.format(count=number(message.count))] if message.count or not message.failed else []
        said += message.failed[:2]
        if len(message.failed) > 2:
            more = ngettext(
                "and {count} more that failed", "and {count} more that failed", len(message.failed) - 2
            )
            said.append(more.format(count=number(len(message.failed) - 2)))
        self._say("\n".join(said))
        self._ask(self._wanted)
