"""What is done with the articles of the library: opened, marked, tagged, removed, translated ahead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.message import Message
from textual.widgets import Input, OptionList

from articles.article import Article
from articles.canonical import one_line
from articles.recalling import Recalled, recalled
from articles.store import REMOVED_DAYS, queue, removals, shelves
from articles.store.database import Connection
from articles.store.shelves import Entry, State
from articles.wording import _
from tui.layout.wrap import shortened
from tui.screens.library.listing import Listing
from tui.screens.packs import PacksScreen
from tui.screens.prompt import PromptScreen
from tui.typed import tags_in

_LONGEST_TITLE = 60
"""Cells of a title in what is said."""


class Acting(Listing):
    """The acts on articles."""

    @dataclass
    class Opened(Message, namespace="library_screen"):
        """An article is to be read; this is known of it, and where to begin."""

        article: Article
        known: Recalled

    _opened_from: Sequence[str] = ()

    class AheadWanted(Message, namespace="library_screen"):
        """Something waits to be translated ahead."""

    class AheadToggled(Message, namespace="library_screen"):
        """Translating ahead is to pause, or to go on."""

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read the article under the cursor: where it was left, or where the words were found.

        What was typed last is listed first.
        """
        if self._listed.words != self._wanted.words:
            self._once_listed = self.action_open
            return
        row = self.shelf.row
        if row is None:
            return
        self._opened_from = [each.entry.id for each in self.shelf.rows]
        self.open_kept(row.entry.id, None if row.hit is None else row.hit.sentence)

    def beside(self, id: str, step: int) -> str | None:
        """The article so many places on in what was listed when one was chosen last."""
        place = self._opened_from.index(id) + step if id in self._opened_from else -1
        return self._opened_from[place] if 0 <= place < len(self._opened_from) else None

    def open_kept(self, id: str, sentence: int | None = None) -> None:
        """Read an article from a sentence on, or where it was left."""

        def work(connection: Connection) -> Acting.Opened | None:
            article = shelves.article(connection, id)
            if article is None:
                return None
            known = recalled(article, connection)
            return self.Opened(article, known if sentence is None else replace(known, sentence=sentence))

        def then(opened: Acting.Opened | None) -> None:
            gone = _("This article is no longer in the library.")
            self._post(self.Said(gone, is_changed=True) if opened is None else opened)

        self._say("")
        self._desk.do(work, then, self._fail)

    @on(Input.Submitted)
    def _open_best(self) -> None:
        """Read the best that was found; to the list where nothing was looked for."""
        self.shelf.focus()
        if self._wanted.words.strip():
            self.action_open()

    def _change(self, change: Callable[[Connection], object], said: str = "") -> None:
        """Change something in the library, then list it anew."""
        self._desk.do(change, lambda _found: self._post(self.Said(said, is_changed=True)), self._fail)

    def action_mark(self) -> None:
        """Mark the article as read, or as new."""
        entry = self._entry
        if entry is not None:
            state = State.NEW if entry.state is State.READ else State.READ
            self._change(lambda connection: shelves.set_state(connection, entry.id, state))

    def action_remove(self) -> None:
        """Remove the article under the cursor."""
        entry = self._entry
        if entry is None:
            return
        said = _("Removed “{title}”; {key} takes it back, for {days} days. Translations and clippings stay.")
        words = said.format(title=_short(entry.title), key=self._key("library-undo"), days=REMOVED_DAYS)

        def then(removed: Entry | None) -> None:
            self._has_removed = removed is not None
            self._post(self.Said(words if removed is not None else "", is_changed=True))

        self._desk.do(lambda connection: removals.remove(connection, entry.id), then, self._fail)

    def action_undo(self) -> None:
        """Take the last removal back, whenever it was."""

        def then(back: Entry | None) -> None:
            if back is None:
                words = _("Nothing was removed in the last {days} days.").format(days=REMOVED_DAYS)
                self._post(self.Said(words))
                return
            self._once_listed = lambda: self.shelf.point_at(back.id)
            said = _("“{title}” is back.").format(title=_short(back.title))
            self._post(self.Said(said, is_changed=True))

        self._desk.do(removals.bring_back, then, self._fail)

    def action_tags(self) -> None:
        """Change the tags."""
        entry = self._entry
        if entry is None:
            return

        def given(words: str | None) -> None:
            if words is not None:
                self._change(lambda connection: shelves.set_tags(connection, entry.id, tags_in(words)))

        hint = _("With commas between them. In the list, /#tag finds the articles that have one.")
        self.app.push_screen(PromptScreen(_("Tags"), hint, ", ".join(entry.tags)), given)

    def action_note(self) -> None:
        """Change the note."""
        entry = self._entry
        if entry is None:
            return

        def given(words: str | None) -> None:
            if words is not None:
                self._change(lambda connection: shelves.set_note(connection, entry.id, words))

        self.app.push_screen(PromptScreen(_("Note"), entry.title, one_line(entry.note)), given)

    def action_ahead(self) -> None:
        """Translate the article under the cursor ahead."""
        entry = self._entry
        if entry is not None:
            self._say(_("“{title}” will be translated in its turn.").format(title=_short(entry.title)))
            self._desk.do(
                lambda connection: queue.enqueue(connection, [entry.id]),
                lambda _found: self._post(self.AheadWanted()),
                self._fail,
            )

    def action_pause(self) -> None:
        """Pause translating ahead, or go on."""
        if self._ahead.is_running:
            self._post(self.AheadToggled())
        else:
            self._say(_("Nothing is being translated ahead."))

    def action_packs(self) -> None:
        """Language packs; what waits for one is translated with it."""

        def closed(changed: bool | None) -> None:
            if changed:
                self._post(self.AheadWanted())

        self.app.push_screen(PacksScreen(self._settings.keymap), closed)


def _short(title: str) -> str:
    return shortened(one_line(title), _LONGEST_TITLE)
