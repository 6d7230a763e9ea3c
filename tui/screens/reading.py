"""The reading screen: puts the page, its heads and the panes together, and routes what happens."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from articles import citing, events, paths
from articles.annotations import Actor
from articles.article import Article
from articles.clippings import Clipping
from articles.errors import EnregardError
from articles.reading import Reading
from articles.translation import Translation
from articles.wording import _
from tui import exporting, walking
from tui.acts import READING, acts, bindings, named
from tui.bridge import Told, teller
from tui.copying import under_cursor
from tui.describing import described
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.screens.confirm import ConfirmScreen
from tui.screens.copying import CopyScreen
from tui.screens.edit import EditScreen
from tui.screens.help import HelpScreen
from tui.screens.packs import PacksScreen
from tui.screens.prompt import PromptScreen
from tui.settings import Chose, Settings
from tui.state import ReaderState, updated
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes.actors import ActorsPane
from tui.widgets.panes.clippings import ClippingsPane
from tui.widgets.panes.deck import ACTORS, CLIPPINGS, QUOTES, SUMMARY, PaneDeck
from tui.widgets.panes.pane import Pane, waiting
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane
from tui.widgets.welcome import Welcome

StartReading = Callable[[Article, Callable[[events.Event], None]], Reading]

CLOSING = "closing"
"""The name of threads in which a reading ends; what it was writing is written when they have."""

_CYCLE = (View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR)


class ReadingScreen(Screen[None]):
    """One article, being read."""

    BINDINGS = bindings(*READING)

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; background: $background; }
    ArticlePage { height: 1fr; }
    #notice {
        display: none; height: auto; max-height: 4; padding: 0 2;
        background: $warning 20%; color: $foreground;
    }
    """

    @dataclass
    class LibraryWanted(Message):
        """The reader wants to the library; this is what was read, up to a sentence."""

        article: Article
        sentence: int

    def __init__(
        self, article: Article, start_reading: StartReading, settings: Settings, sentence: int = 0
    ) -> None:
        super().__init__()
        self._begins_at = sentence
        self.state = ReaderState(article)
        self._settings = settings
        self._start_reading = start_reading
        self._undos: list[Callable[[], None]] = []
        self._reading: Reading | None = None
        self._view = View.SIDE_BY_SIDE
        self._language = FRENCH
        self._actor: Actor | None = None
        self._shows_marks = True

    def compose(self) -> ComposeResult:
        """The page under its heads, beside the panes."""
        measure = self._settings.measure
        text = Vertical(
            ColumnHeads(measure, id="heads"),
            ArticlePage(self.state, self._view, self._language, measure, self._begins_at, id="page"),
            id="text",
        )
        yield TitleBar(self.state, id="title")
        yield Static(id="notice", markup=False)
        yield PaneDeck(text, self.state, self._settings.choices.pane_width, id="deck")
        yield Welcome(self._settings.keymap, id="welcome")
        yield FindBar(lambda: (self.state, self.page.sentences), id="find")
        yield Foot(self._settings.keymap, id="foot")

    @property
    def page(self) -> ArticlePage:
        """The article's page."""
        return self.query_one("#page", ArticlePage)

    @property
    def deck(self) -> PaneDeck:
        """The panes."""
        return self.query_one("#deck", PaneDeck)

    @property
    def find_bar(self) -> FindBar:
        """Where words to be found are typed."""
        return self.query_one("#find", FindBar)

    @property
    def welcome(self) -> Welcome:
        """What a first reader is told."""
        return self.query_one("#welcome", Welcome)

    def on_mount(self) -> None:
        """Begin to translate once the French is on the screen."""
        self.page.focus()
        self.welcome.display = not self._settings.choices.is_welcomed and paths.is_sample(
            self.state.article.source
        )
        pane = self._settings.choices.pane
        if pane in (SUMMARY, QUOTES, ACTORS, CLIPPINGS) and not self.welcome.display:
            self.call_after_refresh(self._reopen, pane)
        self.call_after_refresh(self._begin)

    def _reopen(self, pane: str) -> None:
        """The pane that was open the last time, where it does not lie over the text."""
        if not self.deck.covers_text:
            self.deck.open(pane)

    def _begin(self) -> None:
        self._reading = self._start_reading(self.state.article, teller(self))
        self._reading.start()

    def on_unmount(self) -> None:
        """Stop what runs in the background, without waiting for it."""
        if self._reading is not None:
            threading.Thread(target=self._reading.close, name=CLOSING).start()

    # -- what is told ----------------------------------------------------------------------------------

    @on(Told)
    def _hear(self, message: Told) -> None:
        if self._reading is None or message.event.job != self._reading.job:
            return
        before = self.state
        self.state = updated(before, message.event)
        self.page.set_state(self.state)
        if self.state.notices != before.notices:
            self._show_notice()
        self._show_around()

    def _show_notice(self) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(self.state.notices)
        closes = _("(Esc closes)")
        notice.update("\n".join(f"{text}  {closes}" for text in self.state.notices))

    def _show_around(self) -> None:
        """Everything around the page."""
        page = self.page
        self.deck.show(self.state, page.shown_view)
        self.query_one("#title", TitleBar).show(self.state, page.place)
        self.query_one("#heads", ColumnHeads).show(
            page.shown_view, page.scrollable_content_region.width, self.state.origin(page.sentence)
        )
        self._show_foot()

    def _say(self, words: str) -> None:
        """Say something for a moment, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(words, timeout=3, markup=False)

    def _show_foot(self) -> None:
        """What can be done here and now."""
        always = ["help", "quit"]
        if self.find_bar.is_typing:
            here = ["find-next", "find-previous", "find-stay", "find-leave"]
            always = []
        elif isinstance(self.focused, Pane):
            here = [act.id for act in self.focused.acts]
            here += ["change_side"] if not self.deck.hides_text else []
            here += ["dismiss", "widen", "narrow"]
        else:
            here = ["next_match", "previous_match", "dismiss"] if self.find_bar.hits else []
            here += [
                "toggle_language",
                "summary",
                "quotes",
                "actors",
                "copy",
                "find",
                "library",
                "cycle_view",
            ]
            here += ["next_match"] if self._actor is not None and not self.find_bar.hits else []
            here += ["undo"] if self._undos else []
            here += ["clippings"] if self.state.clippings else []
            here += ["copy_as", "edit"]
        self.query_one("#foot", Foot).show(named(*here), named(*always))

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self._show_foot()

    def on_resize(self, event: Resize) -> None:
        """Where the reader is stays where it is; the welcome makes way on a low screen."""
        self.call_after_refresh(self._show_around)

    @on(ArticlePage.Reached)
    def _update_around(self, message: ArticlePage.Reached) -> None:
        if self._reading is not None:
            self._reading.at(message.sentence)
        self._follow_cursor()
        self._show_around()

    @on(ArticlePage.LaidOut)
    def _update_heads(self) -> None:
        self._show_around()

    @on(ArticlePage.Scrolled)
    def _translate_from(self, message: ArticlePage.Scrolled) -> None:
        if self._reading is not None:
            self._reading.look_at(message.first_visible)

    # -- the panes -------------------------------------------------------------------------------------

    def _toggle(self, name: str) -> None:
        self.deck.toggle(name)
        pane = self.deck.pane
        if pane is None:
            self.page.focus()
        else:
            pane.focus()
            self._follow_cursor()

    @on(PaneDeck.Changed)
    def _keep_pane(self, message: PaneDeck.Changed) -> None:
        self.post_message(Chose({"pane": message.pane, "pane_width": message.width}))

    @on(PaneDeck.Summarised)
    def _mark_summary(self, message: PaneDeck.Summarised) -> None:
        self.page.mark_summary(message.sentences)

    @on(SummaryPane.Chosen)
    def _go_to_sentence(self, message: SummaryPane.Chosen) -> None:
        self._go_to(message.sentence)

    @on(QuotesPane.Chosen)
    def _go_to_quote(self, message: QuotesPane.Chosen) -> None:
        if self.state.analysis is not None:
            self._go_to(self.state.analysis.quotes[message.quote].sentence)

    @on(ClippingsPane.Chosen)
    def _go_to_clipping(self, message: ClippingsPane.Chosen) -> None:
        self._go_to(walking.sentences_at(self.state.article, [message.clipping.span])[0])

    @on(ClippingsPane.Dropped)
    def _drop_clipping(self, message: ClippingsPane.Dropped) -> None:
        reading, clipping = self._reading, message.clipping
        if reading is not None:
            reading.drop_clipping(clipping)
            self._undos.append(lambda: reading.keep_clipping(clipping))
            self._show_foot()

    def _go_to(self, sentence: int) -> None:
        """Go to a sentence; a pane that covers the whole text makes way for it."""
        self.page.go_to(sentence)
        if self.deck.hides_text and self.deck.pane is not None:
            self.deck.open(None)
            self.page.focus()

    @on(ActorsPane.Highlighted)
    def _underline(self, message: ActorsPane.Highlighted) -> None:
        self._choose_actor(message.actor)

    def _choose_actor(self, actor: Actor) -> None:
        self._actor = actor
        self.page.select_actor(actor)
        self._show_foot()

    @on(ActorsPane.Chosen)
    def _walk_mentions(self, message: ActorsPane.Chosen) -> None:
        self._choose_actor(message.actor)
        self._step_mention(1)

    @on(ActorsPane.Said)
    def _list_said(self, message: ActorsPane.Said) -> None:
        if not message.actor.quotes:
            self._say(_("{name} is not quoted.").format(name=message.actor.name))
            return
        self.deck.show_said(message.actor)
        self.query_one(QuotesPane).focus()

    def _follow_cursor(self) -> None:
        """The actors' pane points at whom the current sentence names first."""
        pane = self.deck.pane
        if isinstance(pane, ActorsPane) and not pane.has_focus:
            found = self._actors_here()
            if found and self._actor not in found:
                pane.point_at(found[0])

    def _actors_here(self) -> list[Actor]:
        if self.state.analysis is None:
            return []
        span = self.state.article.sentences[self.page.sentence].span
        return walking.actors_in(self.state.analysis, span)

    @on(ArticlePage.Named)
    def _show_named(self, message: ArticlePage.Named) -> None:
        self._choose_actor(message.actor)
        self.deck.point_at(message.actor)

    # -- going from place to place ---------------------------------------------------------------------

    def _step_mention(self, step: int) -> None:
        """The mention after or before the current sentence, around the ends."""
        if self._actor is None:
            self._say(_("Choose an actor first (3), or find words (/)."))
            return
        places = walking.sentences_at(self.state.article, self._actor.mentions)
        number = walking.around(places, self.page.sentence, step)
        self._go_to(places[number])
        self._say(f"{self._actor.name}  {number + 1}/{len(places)}")

    def _step_along(self, places: list[int], step: int, none: str, no_more: str) -> None:
        number = walking.following(places, self.page.sentence, step)
        if number is None:
            self._say(no_more if places else none)
        else:
            self._go_to(places[number])

    def _step_quote(self, step: int) -> None:
        quotes = self.state.analysis.quotes if self.state.analysis else ()
        places = sorted({quote.sentence for quote in quotes})
        self._step_along(places, step, waiting(self.state, _("Nobody is quoted.")), _("No more quotes."))

    def _step_heading(self, step: int) -> None:
        self._step_along(self.page.headings, step, _("This article has no headings."), _("No more headings."))

    # -- finding ---------------------------------------------------------------------------------------

    @on(FindBar.Found)
    def _show_found(self, message: FindBar.Found) -> None:
        self.page.mark_hits(message.hits, message.number)
        self._go_to(message.sentence)
        self._show_foot()

    @on(FindBar.Stayed)
    def _read_on(self) -> None:
        self.page.focus()

    # -- acts ------------------------------------------------------------------------------------------

    def action_do(self, act: str) -> None:
        """Do an act that was clicked, where the keys go."""
        action = f"action_{acts()[act].action}"
        places = self.focused.ancestors_with_self if self.focused is not None else [self]
        for place in places:
            if hasattr(place, action):
                self.call_next(getattr(place, action))
                return

    def action_next_sentence(self) -> None:
        """Next sentence."""
        self.page.move_by(1)
        self.welcome.did("next_sentence")

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
        self.welcome.did("toggle_language")

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
        self._show_around()

    def action_copy(self) -> None:
        """Copy what is under the cursor, in the language that is read."""
        clipping = self._under_cursor()
        english = citing.plain_english(clipping) if self.page.shown_view is View.ENGLISH else None
        self._copy(clipping, english or citing.plain_french(clipping))
        self.welcome.did("copy")

    def action_copy_as(self) -> None:
        """Choose how what is under the cursor is copied."""
        clipping = self._under_cursor()

        def chosen(words: str | None) -> None:
            if words is not None:
                self._copy(clipping, words)

        self.app.push_screen(CopyScreen(clipping), chosen)

    def _under_cursor(self) -> Clipping:
        return under_cursor(self.state, self.page.sentence, self.focused)

    def _copy(self, clipping: Clipping, words: str) -> None:
        if self._reading is not None:
            self._reading.keep_clipping(clipping)
        self.app.copy_to_clipboard(words)

    def action_copy_text(self) -> None:
        """Copy what the mouse has selected."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
        else:
            self._say(_("Nothing is selected: drag with the mouse, or press c to copy the sentence."))

    def action_edit(self) -> None:
        """Change the current sentence's English by hand."""
        sentence = self.page.sentence
        before = self.state.translations.get(sentence)

        def keep(english: str | None) -> None:
            reading = self._reading
            if english is not None and reading is not None:
                self._undos.append(lambda: self._take_back(reading, sentence, before))
                reading.keep_by_hand(sentence, english)
                self._show_foot()

        french = self.state.french(sentence)
        self.app.push_screen(
            EditScreen(french, before.english if before else "", self._settings.keymap), keep
        )

    def _take_back(self, reading: Reading, sentence: int, before: Translation | None) -> None:
        self.page.go_to(sentence)
        reading.take_back(sentence, before)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._undos:
            self._say(_("There is no change to take back."))
            return
        self._undos.pop()()
        self._show_foot()

    def action_packs(self) -> None:
        """Language packs; with another one, the article is translated again."""

        def closed(changed: bool | None) -> None:
            if changed:
                self._translate_again()

        self.app.push_screen(PacksScreen(self._settings.keymap), closed)

    def _translate_again(self) -> None:
        if self._reading is not None:
            self._reading.close(timeout=0)
        self.state = replace(self.state, is_translating=True, pack_missing=False)
        self.page.set_state(self.state)
        self._begin()

    def action_next_quote(self) -> None:
        """The next quote."""
        self._step_quote(1)

    def action_previous_quote(self) -> None:
        """The previous quote."""
        self._step_quote(-1)

    def action_next_heading(self) -> None:
        """The next heading."""
        self._step_heading(1)

    def action_previous_heading(self) -> None:
        """The previous heading."""
        self._step_heading(-1)

    def action_find(self) -> None:
        """Find words."""
        self.find_bar.begin(self.page.sentence)

    def action_next_match(self) -> None:
        """The next place that was found, else the next mention of the chosen actor."""
        self._step_match(1)

    def action_previous_match(self) -> None:
        """The previous one."""
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        if self.find_bar.hits:
            self.find_bar.step(step, self.page.sentence)
        else:
            self._step_mention(step)

    def action_toggle_marks(self) -> None:
        """Show or hide the highlights."""
        self._shows_marks = not self._shows_marks
        self.page.show_marks(self._shows_marks)

    def action_summary(self) -> None:
        """The summary."""
        self._toggle(SUMMARY)

    def action_quotes(self) -> None:
        """The quotes of everybody."""
        self._toggle(QUOTES)
        self.welcome.did("quotes")

    def action_actors(self) -> None:
        """The actors."""
        self._toggle(ACTORS)

    def action_clippings(self) -> None:
        """The clippings of this article."""
        self._toggle(CLIPPINGS)

    def action_who(self) -> None:
        """The actors of the current sentence, one after the other."""
        found = self._actors_here()
        if not found:
            self._say(waiting(self.state, _("Nobody is named in this sentence.")))
            return
        after = found.index(self._actor) + 1 if self._actor in found else 0
        actor = found[after % len(found)]
        self._choose_actor(actor)
        if self.deck.covers_text:
            self._say(described(actor))
        else:
            self.deck.open(ACTORS)
            self.deck.point_at(actor)

    def action_change_side(self) -> None:
        """From the text to the pane, and back."""
        pane = self.deck.pane
        if pane is None:
            self._say(_("No pane is open: 1, 2, 3 or 4 opens one."))
        elif pane.has_focus:
            self.page.focus()
        else:
            pane.focus()

    def action_widen(self) -> None:
        """A wider pane."""
        self.deck.widen(1)

    def action_narrow(self) -> None:
        """A narrower pane."""
        self.deck.widen(-1)

    def action_dismiss(self) -> None:  # type: ignore[override]
        """Back, one step: from one speaker's quotes, from a pane, from what was found, from what is said."""
        if isinstance(self.focused, QuotesPane) and self.deck.speaker is not None:
            self.deck.show_everybody()
        elif isinstance(self.focused, Pane):
            self.page.focus()
            if self.deck.covers_text:
                self.deck.open(None)
        elif self.find_bar.display:
            self.find_bar.end()
            self.page.mark_hits((), None)
        elif self.welcome.display:
            self._end_welcome()
        else:
            self.state = replace(self.state, notices=())
            self._show_notice()
        self._show_foot()

    @on(Welcome.Learnt)
    def _end_welcome(self) -> None:
        self.welcome.display = False
        self.post_message(Chose({"is_welcomed": True}))

    def action_export(self) -> None:
        """Write the article to a file."""
        state = self.state

        def named_(given: str | None) -> None:
            if not given:
                return
            try:
                path, form = exporting.target(given)
            except EnregardError as error:
                self._say(str(error))
                return

            def write(agreed: bool | None) -> None:
                if agreed:
                    work = partial(exporting.export, state, path, form, self._say_from_thread)
                    threading.Thread(target=work, name="exporting", daemon=True).start()

            if path.exists():
                question = _("{path} is there already.\n\nOverwrite it?").format(path=path)
                self.app.push_screen(ConfirmScreen(question), write)
            else:
                write(True)

        hint = _("A bilingual page (.html), Markdown (.md), JSON (.json) or a translation memory (.tmx).")
        self.app.push_screen(PromptScreen(_("Export to"), hint, exporting.suggested(state)), named_)

    def _say_from_thread(self, words: str) -> None:
        self.app.call_from_thread(self._say, words)

    def action_library(self) -> None:
        """The library."""
        self.post_message(self.LibraryWanted(self.state.article, self.page.sentence))

    def action_help(self) -> None:
        """The list of keys."""
        self.app.push_screen(HelpScreen(self._settings.keymap))
        self.welcome.did("help")

    def action_palette(self) -> None:
        """The command palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
