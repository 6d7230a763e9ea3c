"""The reading screen: puts the page, its heads and the notices together, and routes what happens."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Footer, Static

from articles import events
from articles.annotations import Actor, Quote
from articles.article import Article
from articles.canonical import flowed
from articles.reading import Reading
from articles.translation import Translation
from tui.acts import READING, bindings
from tui.bridge import Told, teller
from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.marks import quotes_in
from tui.screens.edit import EditScreen
from tui.screens.help import HelpScreen
from tui.screens.packs import PacksScreen
from tui.state import ReaderState, updated
from tui.widgets.article_page import MEASURE, ArticlePage
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes import ACTORS, QUOTES, SUMMARY, ActorsPane, Pane, QuotesPane, SummaryPane, waiting

StartReading = Callable[[Article, Callable[[events.Event], None]], Reading]

_CYCLE = (View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR)


class ReadingScreen(Screen[None]):
    """One article, being read."""

    BINDINGS = bindings(READING)

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; background: $background; }
    #body { height: 1fr; layers: below above; }
    #text { width: 1fr; height: 1fr; layer: below; }
    ArticlePage { height: 1fr; }
    ReadingScreen Pane { display: none; layer: below; }
    ReadingScreen.-narrow Pane { layer: above; dock: right; width: 46; }
    ReadingScreen.-tiny Pane { width: 100%; }
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
        self._pane: str | None = None
        self._summary_length = 3
        self._speaker: str | None = None
        self._actor: Actor | None = None
        self._shows_marks = True

    def compose(self) -> ComposeResult:
        """The page under its heads."""
        yield TitleBar(self.state, id="title")
        yield Static(id="notice", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="text"):
                yield ColumnHeads(MEASURE, id="heads")
                yield ArticlePage(self.state, self._view, self._language, id="page")
            yield SummaryPane(id=SUMMARY)
            yield QuotesPane(id=QUOTES)
            yield ActorsPane(id=ACTORS)
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
        if self.state.analysis is not before.analysis:
            self._mark_summary()
        self._fill_pane()
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

    # -- panes ---------------------------------------------------------------------------------------

    def on_resize(self, event: Resize) -> None:
        """Lay the panes over the text where there is no room beside it."""
        self.set_class(event.size.width < 120, "-narrow")
        self.set_class(event.size.width < 80, "-tiny")

    def _show_pane(self, name: str) -> None:
        """Open a pane, or close it where it is open."""
        self._pane = None if self._pane == name else name
        for pane in self.query(Pane):
            pane.display = pane.id == self._pane
        if self._pane is None:
            self.page.focus()
        else:
            self._fill_pane()
            self.query_one(f"#{self._pane}", Pane).focus()

    def _fill_pane(self) -> None:
        match self._pane:
            case "summary":
                self.query_one(SummaryPane).show(self.state, self._summary_length, self._language)
            case "quotes":
                self.query_one(QuotesPane).show(self.state, self._speaker, self._language)
            case "actors":
                self.query_one(ActorsPane).show(self.state)

    def _mark_summary(self) -> None:
        analysis = self.state.analysis
        chosen = analysis.summary(self._summary_length) if analysis else ()
        self.page.mark_summary(frozenset(ranked.sentence for ranked in chosen))

    @on(SummaryPane.Chosen)
    def _go_to_sentence(self, message: SummaryPane.Chosen) -> None:
        self._go_to(message.sentence)

    @on(QuotesPane.Chosen)
    def _go_to_quote(self, message: QuotesPane.Chosen) -> None:
        if self.state.analysis is not None:
            self._go_to(self.state.analysis.quotes[message.quote].sentence)

    def _go_to(self, sentence: int) -> None:
        """Go to a sentence; a pane that covers the text makes way for it."""
        self.page.go_to(sentence)
        if self.has_class("-tiny") and self._pane is not None:
            self._show_pane(self._pane)

    @on(ActorsPane.Highlighted)
    def _underline(self, message: ActorsPane.Highlighted) -> None:
        self._actor = message.actor
        self.page.select_actor(message.actor)

    @on(ActorsPane.Chosen)
    def _walk_mentions(self, message: ActorsPane.Chosen) -> None:
        self._actor = message.actor
        self.page.select_actor(message.actor)
        self._step_mention(1)

    @on(ActorsPane.Said)
    def _list_said(self, message: ActorsPane.Said) -> None:
        if not message.actor.quotes:
            self.notify(f"{message.actor.name} is not quoted.")
            return
        self._speaker = message.actor.name
        self._show_pane(QUOTES)

    def _step_mention(self, step: int) -> None:
        """The mention after or before the current sentence, around the ends."""
        if self._actor is None:
            self.notify("Choose an actor first: 3")
            return
        article = self.state.article
        starts = [sentence.span.start for sentence in article.sentences]
        places = [bisect_right(starts, span.start) - 1 for span in self._actor.mentions]
        here = self.page.sentence
        ahead = [n for n, place in enumerate(places) if (place > here if step > 0 else place < here)]
        number = (ahead[0] if step > 0 else ahead[-1]) if ahead else (0 if step > 0 else len(places) - 1)
        self._go_to(places[number])
        self.app.clear_notifications()
        self.notify(f"{self._actor.name}  {number + 1}/{len(places)}", timeout=2)

    def _step_quote(self, step: int) -> None:
        quotes = self.state.analysis.quotes if self.state.analysis else ()
        places = sorted({quote.sentence for quote in quotes})
        ahead = [
            place
            for place in places
            if (place > self.page.sentence if step > 0 else place < self.page.sentence)
        ]
        if ahead:
            self._go_to(ahead[0] if step > 0 else ahead[-1])
        else:
            self.notify("No more quotes." if quotes else waiting(self.state, "Nobody is quoted."))

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
        self._fill_pane()

    def action_copy(self) -> None:
        """Copy the quote under the cursor, in the pane or in the text, else the current sentence."""
        quote = self._quote_here()
        sentence = self.page.sentence if quote is None else quote.sentence
        found = self.state.translations.get(sentence)
        if self.page.shown_view is View.ENGLISH and found is not None:
            self.app.copy_to_clipboard(found.english)
        elif quote is not None:
            self.app.copy_to_clipboard(f"« {flowed(quote.span.of(self.state.article.text))} »")
        else:
            self.app.copy_to_clipboard(self.state.french(sentence))

    def _quote_here(self) -> Quote | None:
        analysis = self.state.analysis
        if analysis is None:
            return None
        pane = self.query_one(QuotesPane)
        if pane.has_focus:
            number = pane.chosen
            return None if number is None else analysis.quotes[number]
        span = self.state.article.sentences[self.page.sentence].span
        return next(iter(quotes_in(analysis, span)), None)

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

    def action_next_quote(self) -> None:
        """The next quote."""
        self._step_quote(1)

    def action_previous_quote(self) -> None:
        """The previous quote."""
        self._step_quote(-1)

    def action_next_mention(self) -> None:
        """The next mention of the chosen actor."""
        self._step_mention(1)

    def action_previous_mention(self) -> None:
        """The previous mention of the chosen actor."""
        self._step_mention(-1)

    def action_toggle_marks(self) -> None:
        """Show or hide the highlights."""
        self._shows_marks = not self._shows_marks
        self.page.show_marks(self._shows_marks)

    def action_summary(self) -> None:
        """The summary."""
        self._show_pane(SUMMARY)

    def action_quotes(self) -> None:
        """The quotes of everybody."""
        self._speaker = None
        self._show_pane(QUOTES)

    def action_actors(self) -> None:
        """The actors."""
        self._show_pane(ACTORS)

    def action_more(self) -> None:
        """One sentence more in the summary."""
        self._resize_summary(1)

    def action_fewer(self) -> None:
        """One sentence fewer in the summary."""
        self._resize_summary(-1)

    def _resize_summary(self, step: int) -> None:
        most = len(self.state.analysis.ranking) if self.state.analysis else 1
        self._summary_length = max(1, min(self._summary_length + step, most))
        self._mark_summary()
        self._fill_pane()

    def action_dismiss(self) -> None:  # type: ignore[override]
        """Back: from a speaker's quotes to all, from a pane to the text, else close the notices."""
        if self._pane == QUOTES and self._speaker is not None:
            self._speaker = None
            self._fill_pane()
        elif self._pane is not None and not self.page.has_focus:
            self.page.focus()
            if self.has_class("-narrow"):
                self._show_pane(self._pane)
        else:
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
