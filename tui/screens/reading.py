"""The reading screen: puts the page, its heads and the notices together, and routes what happens."""

from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer, Static

from articles import events
from articles.article import Article
from articles.reading import Reading
from articles.translation import Translation
from tui.acts import READING, bindings
from tui.bridge import Told, teller
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.screens.edit import EditScreen
from tui.screens.help import HelpScreen
from tui.screens.packs import PacksScreen
from tui.state import ReaderState, updated
from tui.widgets.article_page import MEASURE, ArticlePage
from tui.widgets.heading import ColumnHeads, TitleBar

StartReading = Callable[[Article, Callable[[events.Event], None]], Reading]

_CYCLE = (View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR)


class ReadingScreen(Screen[None]):
    """One article, being read."""

    BINDINGS = bindings(READING)

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; background: $background; }
    ReadingScreen > ArticlePage { height: 1fr; }
    #notice {
        display: none; height: auto; max-height: 4; padding: 0 2;
        background: $warning 20%; color: $foreground;
    }
    """

    def __init__(self, article: Article, start_reading: StartReading) -> None:
        super().__init__()
        self.state = ReaderState(article)
        self._start_reading = start_reading
        self._edits: list[tuple[int, Translation | None]] = []
        self._reading: Reading | None = None
        self._view = View.SIDE_BY_SIDE
        self._language = FRENCH

    def compose(self) -> ComposeResult:
        """The page under its heads."""
        yield TitleBar(self.state, id="title")
        yield Static(id="notice", markup=False)
        yield ColumnHeads(MEASURE, id="heads")
        yield ArticlePage(self.state, self._view, self._language, id="page")
        yield Footer(show_command_palette=False)

    @property
    def page(self) -> ArticlePage:
        """The article's page."""
        return self.query_one("#page", ArticlePage)

    def on_mount(self) -> None:
        """Begin to translate once the French is on the screen."""
        self.page.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._reading = self._start_reading(self.state.article, teller(self))
        self._reading.start()

    def on_unmount(self) -> None:
        """Stop what runs in the background."""
        if self._reading is not None:
            self._reading.close()

    @on(Told)
    def _hear(self, message: Told) -> None:
        if self._reading is None or message.event.job != self._reading.job:
            return
        before = self.state
        self.state = updated(before, message.event)
        self.page.set_state(self.state)
        if self.state.notices != before.notices:
            self._show_notice()
        self._show_heads()

    def _show_notice(self) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(self.state.notices)
        notice.update("\n".join(f"{text}  (Esc closes)" for text in self.state.notices))

    def _show_heads(self) -> None:
        page = self.page
        self.query_one("#title", TitleBar).show(self.state, page.place)
        self.query_one("#heads", ColumnHeads).show(
            page.shown_view, page.scrollable_content_region.width, self.state.origin(page.sentence)
        )

    @on(ArticlePage.Reached)
    @on(ArticlePage.LaidOut)
    def _update_heads(self) -> None:
        self._show_heads()

    @on(ArticlePage.Scrolled)
    def _translate_from(self, message: ArticlePage.Scrolled) -> None:
        if self._reading is not None:
            self._reading.look_at(message.first_visible)

    # -- acts ----------------------------------------------------------------------------------------

    def action_next_sentence(self) -> None:
        """Next sentence."""
        self.page.move_by(1)

    def action_previous_sentence(self) -> None:
        """Previous sentence."""
        self.page.move_by(-1)

    def action_page_down(self) -> None:
        """One screen down."""
        self.page.turn(1)

    def action_page_up(self) -> None:
        """One screen up."""
        self.page.turn(-1)

    def action_first_sentence(self) -> None:
        """First sentence."""
        self.page.move_to_start()

    def action_last_sentence(self) -> None:
        """Last sentence."""
        self.page.move_to_end()

    def action_toggle_language(self) -> None:
        """The other language, in place; from two languages at once to one of them."""
        shown = self.page.shown_view
        if shown in (View.FRENCH, View.ENGLISH):
            self._language = ENGLISH if shown is View.FRENCH else FRENCH
        if shown is self._view or shown not in (View.FRENCH, View.ENGLISH):
            self._view = View.ENGLISH if self._language == ENGLISH else View.FRENCH
        self._show_view()

    def action_cycle_view(self) -> None:
        """The next of the four views that differs from what is on the screen."""
        shown = self.page.shown_view
        place = _CYCLE.index(self._view)
        for step in range(1, len(_CYCLE) + 1):
            self._view = _CYCLE[(place + step) % len(_CYCLE)]
            self._language = ENGLISH if self._view is View.ENGLISH else FRENCH
            if self._view is not shown:
                break
        self._show_view()

    def _show_view(self) -> None:
        self.page.set_view(self._view, self._language)
        self._show_heads()

    def action_edit(self) -> None:
        """Change the current sentence's English by hand."""
        sentence = self.page.sentence
        before = self.state.translations.get(sentence)

        def keep(english: str | None) -> None:
            if english is not None and self._reading is not None:
                self._edits.append((sentence, before))
                self._reading.keep_by_hand(sentence, english)

        french = self.state.french(sentence)
        self.app.push_screen(EditScreen(french, before.english if before else ""), keep)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._edits or self._reading is None:
            self.notify("There is no change to take back.")
            return
        sentence, before = self._edits.pop()
        self.page.go_to(sentence)
        self._reading.take_back(sentence, before)

    def action_packs(self) -> None:
        """Language packs; with another one, the article is translated again."""

        def closed(changed: bool | None) -> None:
            if changed:
                self._translate_again()

        self.app.push_screen(PacksScreen(), closed)

    def _translate_again(self) -> None:
        if self._reading is not None:
            self._reading.close(timeout=0)
        before = self.state
        self.state = replace(before, is_translating=True, pack_missing=False)
        self.page.set_state(self.state)
        self._begin()

    def action_dismiss(self) -> None:  # type: ignore[override]
        """Close the notices."""
        self.state = replace(self.state, notices=())
        self._show_notice()

    def action_help(self) -> None:
        """The list of keys."""
        self.app.push_screen(HelpScreen())

    def action_palette(self) -> None:
        """The command palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
