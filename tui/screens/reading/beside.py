"""What the panes beside the text ask for, and opening them."""

from textual import on

from articles.spans import Span
from articles.wording import _
from tui import walking
from tui.acts import OF_PANES
from tui.describing import described
from tui.keys import either
from tui.screens.reading.base import ReadingBase
from tui.settings import Chose
from tui.widgets.article_page import ArticlePage
from tui.widgets.panes.chosen import (
    ActorChosen,
    ActorHighlighted,
    ActorSaid,
    ClippingChosen,
    ClippingDropped,
    QuoteChosen,
    SentenceChosen,
)
from tui.widgets.panes.deck import ACTORS, CLIPPINGS, QUOTES, SUMMARY, PaneDeck


class Beside(ReadingBase):
    """The acts and messages of the panes."""

    def _toggle(self, name: str) -> None:
        self.deck.toggle(name)
        pane = self.deck.pane
        if pane is None:
            self.page.focus()
        else:
            pane.focus()
            self.follow_cursor()

    @on(PaneDeck.Changed)
    def _keep_pane(self, message: PaneDeck.Changed) -> None:
        self.post_message(Chose({"pane": message.pane, "pane_width": message.width}))

    @on(PaneDeck.Summarised)
    def _mark_summary(self, message: PaneDeck.Summarised) -> None:
        self.page.mark_summary(message.sentences)

    @on(SentenceChosen)
    def _go_to_sentence(self, message: SentenceChosen) -> None:
        self.go_to(message.sentence)

    @on(QuoteChosen)
    def _show_quote(self, message: QuoteChosen) -> None:
        if self.state.analysis is not None:
            self.go(walking.Stop(quote=self.state.analysis.quotes[message.quote]))

    @on(ClippingChosen)
    def _go_to_clipping(self, message: ClippingChosen) -> None:
        self.go_to(walking.sentences_at(self.state.article, [message.clipping.span])[0])

    @on(ClippingDropped)
    def _drop_clipping(self, message: ClippingDropped) -> None:
        if self.running.reading is not None:
            self.edits.drop_clipping(self.running.reading, message.clipping)
            self.show_foot()

    @on(ActorHighlighted)
    def _underline(self, message: ActorHighlighted) -> None:
        self.choose_actor(message.actor)
        self.show_foot()

    @on(ActorChosen)
    def _walk_mentions(self, message: ActorChosen) -> None:
        self.choose_actor(message.actor)
        page = self.page
        self.go(walking.to_mention(self.state, message.actor, page.sentences, page.here, 1))
        self.show_foot()

    @on(ActorSaid)
    def _list_said(self, message: ActorSaid) -> None:
        if not message.actor.quotes:
            self.say(_("{name} is not quoted.").format(name=message.actor.name))
            return
        self.deck.show_said(message.actor)
        if self.deck.pane is not None:
            self.deck.pane.focus()

    def follow_cursor(self) -> None:
        """A pane without the keys points at whom the current sentence names, or at the quote read next."""
        analysis = self.state.analysis
        if self.deck.is_in_pane or analysis is None:
            return
        if self.deck.name_of_pane == ACTORS:
            found = walking.actors_in(analysis, self._span)
            if found and self.actor not in found:
                self.deck.point_at(found[0])
        elif self.deck.name_of_pane == QUOTES:
            here = self.page.quote
            places = [quote.sentence for quote in analysis.quotes]
            following = walking.following(places, self.page.sentence - 1, 1)
            number = following if here is None else analysis.quotes.index(here)
            if number is not None:
                self.deck.point_at_quote(number)

    @property
    def _span(self) -> Span:
        """Where the current sentence stands."""
        return self.state.article.sentences[self.page.sentence].span

    @on(ArticlePage.Named)
    def _show_named(self, message: ArticlePage.Named) -> None:
        self.choose_actor(message.actor)
        self.show_foot()
        self.deck.point_at(message.actor)

    def do_in_pane(self, name: str, action: str) -> None:
        """Do in a pane what can be done there alone; it is opened where it is not."""
        if self.deck.name_of_pane != name:
            self._toggle(name)
        elif self.deck.pane is not None:
            self.deck.pane.focus()
        self.call_after_refresh(lambda: getattr(self.deck.pane, f"action_{action}")())

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
        """The actors of the current sentence, one after the other; who is quoted where it names nobody."""
        analysis = self.state.analysis
        found = [] if analysis is None else walking.named_in(analysis, self._span, self.page.quote)
        if not found:
            self.say(self.state.waiting(_("Nobody is named in this sentence.")))
            return
        after = found.index(self.actor) + 1 if self.actor in found else 0
        actor = found[after % len(found)]
        self.choose_actor(actor)
        self.show_foot()
        if self.deck.covers_text:
            self.say(described(actor))
        else:
            self.deck.open(ACTORS)
            self.deck.point_at(actor)

    def action_change_side(self) -> None:
        """From the text to the pane, and back."""
        pane = self.deck.pane
        if pane is None:
            keys = either(map(self._key, OF_PANES))
            self.say(_("No pane is open: {keys} opens one.").format(keys=keys))
        elif pane.has_focus:
            self.page.focus()
        else:
            pane.focus()

    def action_more(self) -> None:
        """One sentence more, where the summary is open beside the text."""
        if self.deck.name_of_pane == SUMMARY:
            self.deck.lengthen_summary(1)

    def action_fewer(self) -> None:
        """One sentence fewer."""
        if self.deck.name_of_pane == SUMMARY:
            self.deck.lengthen_summary(-1)

    def action_widen(self) -> None:
        """A wider pane."""
        self.deck.widen(1)

    def action_narrow(self) -> None:
        """A narrower pane."""
        self.deck.widen(-1)
