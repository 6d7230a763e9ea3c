"""What every part of the library works with: the list, the search over it, and saying something."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, Static

from articles.errors import EnregardError
from articles.library.desk import Desk
from articles.library.listing import PAGE, Found, Wanted, look_up
from articles.store import database, removals
from articles.store.database import Connection
from articles.store.shelves import Entry, Sort, State
from articles.wording import _, ngettext, number
from tui.acts import IN_LIBRARY, Act, Group, bindings, named
from tui.ahead import AheadState
from tui.screens.with_foot import WithFoot
from tui.settings import Settings
from tui.widgets.fields import Field
from tui.widgets.foot import Foot
from tui.widgets.shelf import Shelf
from tui.widgets.shelf_head import ShelfHead

_ORDERS = {
    Sort.RECENT: _("last opened or added first"),
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


class Words(Field):
    """Where what is looked for is typed; down goes to what was found."""

    BINDINGS = [Binding("down", "screen.list", show=False)]

    DEFAULT_CSS = """
    Words { border: none; height: 1; padding: 0 1; background: $surface; margin: 0 0 1 0; }
    Words:focus { border: none; background: $panel; }
    Words > .input--placeholder { color: $foreground 70%; }
    """


class Listing(WithFoot):
    """The articles of the library, as many as are wanted."""

    BINDINGS = bindings(IN_LIBRARY)
    AUTO_FOCUS = "#shelf"

    DEFAULT_CSS = """
    Listing { layout: vertical; background: $background; }
    #said {
        display: none; height: auto; max-height: 4; padding: 0 1; color: $foreground; background: $surface;
    }
    """

    @dataclass
    class Listed(Message):
        """This is what was asked for by the number."""

        number: int
        wanted: Wanted
        found: Found

    @dataclass
    class Said(Message):
        """There is something to say, and perhaps to list anew."""

        words: str
        is_changed: bool = False

    def __init__(
        self, desk: Desk, settings: Settings, ahead: AheadState, leads_back: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(settings)
        self._leads_back = leads_back
        self._desk = desk
        self._ahead = ahead
        self._wanted = self._listed = Wanted()
        self._number = 0
        self._found = Found()
        self._once_listed: Callable[[], object] | None = None
        self._has_removed = False

    def compose(self) -> ComposeResult:
        """The search over the list."""
        yield ShelfHead(id="head")
        yield Words(
            placeholder=_("/ words in French, English, titles and notes; #tag"),
            id="words",
            select_on_focus=True,
        )
        yield Shelf(id="shelf")
        yield Static(id="said", markup=False)
        yield Foot(self._settings.keymap, id="foot")

    def on_mount(self) -> None:
        """Say what is the matter with the library, if anything is; let go what was removed long ago."""
        self.show_ahead(self._ahead)
        self._desk.do(
            lambda _connection: database.mended(self._settings.library),
            lambda words: self._post(self.Said(words)) if words else None,
            self._fail,
        )
        self._desk.do(removals.forget_old, lambda _done: None, lambda _error: None)

    def on_screen_resume(self) -> None:
        """List what is there now."""
        self._ask(self._wanted)

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one("#shelf", Shelf)

    @property
    def _entry(self) -> Entry | None:
        row = self.shelf.row
        return None if row is None else row.entry

    @property
    def _field(self) -> Words:
        return self.query_one("#words", Words)

    def _post(self, message: Message) -> None:
        self.post_message(message)

    def _ask(self, wanted: Wanted) -> None:
        """List what is wanted; what was asked for before and comes later is passed over."""
        self._wanted = wanted
        self._number += 1
        asked = self._number

        def work(connection: Connection) -> Found | None:
            return look_up(connection, wanted) if asked == self._number else None

        def then(found: Found | None) -> None:
            if found is not None:
                self._post(self.Listed(asked, wanted, found))

        self._desk.do(work, then, self._fail)

    def _fail(self, error: EnregardError) -> None:
        self._post(self.Said(str(error)))

    @on(Listed)
    def _show(self, message: Listed) -> None:
        if message.number != self._number:
            return
        before, now = self._listed, message.wanted
        self._listed, self._found = now, message.found
        is_same = replace(before, limit=now.limit) == now
        is_other_search = now.is_search and now.words != before.words
        self.shelf.show(
            message.found.rows, self._nothing(), stays=not is_other_search, place=None if is_same else 0
        )
        self._show_around()
        then, self._once_listed = self._once_listed, None
        if then is not None:
            then()

    def _nothing(self) -> str:
        if self._wanted.words.strip():
            return _("Nothing was found.")
        if self._wanted.state is not None:
            return _("No article matches the filter.")
        to_add = _(
            "Nothing is here yet. Press {key} to add a text, a page, a book, a feed, a folder or an address."
        )
        pastes = _("Paste a text, and it is read at once.")
        return f"{to_add.format(key=self._key('library-add'))}\n{pastes}"

    def groups_here(self) -> tuple[Group, ...]:
        """Those of the library."""
        return (IN_LIBRARY,)

    def _show_around(self) -> None:
        found = self._found
        count = ngettext("{count} article", "{count} articles", found.total).format(count=number(found.total))
        parts = [count]
        parts += [_FILTERS[self._wanted.state]] if self._wanted.state is not None else []
        parts += [_ORDERS[self._wanted.sort]] if not self._wanted.is_search else [_("best first")]
        self.query_one("#head", ShelfHead).show(" · ".join(parts))
        self._show_foot()

    def _show_foot(self) -> None:
        if self._field.has_focus:
            self.query_one("#foot", Foot).show(named("library-open", "library-back"), ())
            return
        here = "open find add sort filter" if self._found.rows else "add find filter"
        here += " undo" if self._has_removed and self._found.can_undo else ""
        here += " pause" if self._ahead.is_running else ""
        here += " remove mark tags note ahead" if self._found.rows else ""
        here += " packs"
        here += " undo" if self._found.can_undo and not self._has_removed else ""
        here += " back" if self._is_busy or self._field.value or self._leads_back() else ""
        always = named("library-help", "library-quit")
        shown = [self._as_it_is(act) for act in named(*(f"library-{act}" for act in here.split()))]
        self.query_one("#foot", Foot).show(shown, always)

    @property
    def _is_busy(self) -> bool:
        """Whether something is being done that can be stopped."""
        return False

    def _as_it_is(self, act: Act) -> Act:
        """An act by what it does now."""
        is_to_go_on = act.id == "library-pause" and self._ahead.is_paused
        return replace(act, label=_("Go on")) if is_to_go_on else act

    def on_descendant_focus(self) -> None:
        """Show what can be done there."""
        self._show_foot()

    @on(Shelf.MoreWanted)
    def _list_more(self) -> None:
        self._list_up_to(len(self._found.rows) + PAGE)

    @on(Shelf.AllWanted)
    def _list_all(self) -> None:
        if self._list_up_to(self._found.total):
            self._once_listed = self.shelf.to_end

    def _list_up_to(self, limit: int) -> bool:
        is_more = len(self._found.rows) < self._found.total and limit > self._wanted.limit
        if is_more:
            self._ask(replace(self._wanted, limit=limit))
        return is_more

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._once_listed = None
        self._ask(replace(self._wanted, words=message.value, limit=PAGE))

    def action_find(self) -> None:
        """Find words."""
        self._field.focus()

    def action_sort(self) -> None:
        """The next order."""
        orders = list(Sort)
        following = orders[(orders.index(self._wanted.sort) + 1) % len(orders)]
        self._ask(replace(self._wanted, sort=following, limit=PAGE))

    def action_filter(self) -> None:
        """The next filter."""
        states = list(_FILTERS)
        following = states[(states.index(self._wanted.state) + 1) % len(states)]
        self._ask(replace(self._wanted, state=following, limit=PAGE))

    def action_list(self) -> None:
        """To the list."""
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
        self.query_one("#head", ShelfHead).show_ahead(state)
        if (before.is_running, before.is_paused) != (state.is_running, state.is_paused):
            self._show_foot()
        if state.lacks_pack and not before.lacks_pack:
            lacks = _("no language pack is installed: {key} installs one, or run enregard packs install")
            self._say(lacks.format(key=self._key("library-packs")))
        elif state.said and state.said != before.said:
            self._say(state.said)
        elif before.is_running and not state.is_running and state.progress is not None:
            done = ngettext(
                "{count} article was translated.", "{count} articles were translated.", state.progress.done
            )
            if state.progress.done:
                self._say(done.format(count=number(state.progress.done)))
