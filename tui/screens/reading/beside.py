"""What the panes beside the text ask for, and opening them."""

from textual import on

from articles.annotations import Actor
from articles.wording import _
from tui import walking
from tui.acts import OF_PANES
from tui.describing import described
from tui.keys import either
from tui.screens.reading.moving import Moving
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


class Beside(Moving):
    """The acts and messages of the panes."""

    def _reopen(self, pane: str) -> None:
        """The pane that was open the last time, where it does not lie over the text."""
        if not self.deck.covers_text:
            self.deck.open(pane)

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

    @on(SentenceChosen)
    def _go_to_sentence(self, message: SentenceChosen) -> None:
        self.go_to(message.sentence)

    @on(QuoteChosen)
    def _show_quote(self, message: QuoteChosen) -> None:
        if self.state.analysis is not None:
            self._go_to_quote(self.state.analysis.quotes[message.quote])

    @on(ClippingChosen)
    def _go_to_clipping(self, message: ClippingChosen) -> None:
        self.go_to(walking.sentences_at(self.state.article, [message.clipping.span])[0])

    @on(ClippingDropped)
    def _drop_clipping(self, message: ClippingDropped) -> None:
        reading, clipping = self._reading, message.clipping
        if reading is not None:
            reading.drop_clipping(clipping)
            self._undos.append(lambda reading: reading.keep_clipping(clipping))
            self._show_foot()

    @on(ActorHighlighted)
    def _underline(self, message: ActorHighlighted) -> None:
        self._choose_actor(message.actor)

    def _choose_actor(self, actor: Actor) -> None:
        self._actor = actor
        self.page.select_actor(actor)
        self._show_foot()

    @on(ActorChosen)
    def _walk_mentions(self, message: ActorChosen) -> None:
        self._choose_actor(message.actor)
        self._step_mention(1)

    @on(ActorSaid)
    def _list_said(self, message: ActorSaid) -> None:
        if not message.actor.quotes:
            self._say(_("{name} is not quoted.").format(name=message.actor.name))
            return
        self.deck.show_said(message.actor)
        if self.deck.pane is not None:
            self.deck.pane.focus()

    def _follow_cursor(self) -> None:
        """A pane without the keys points at whom the current sentence names, or at the quote read next."""
        if self.deck.is_in_pane or self.state.analysis is None:
            return
        if self.deck.name_of_pane == ACTORS:
            found = self._actors_here()
            if found and self._actor not in found:
                self.deck.point_at(found[0])
        elif self.deck.name_of_pane == QUOTES:
            places = [quote.sentence for quote in self.state.analysis.quotes]
            following = walking.following(places, self.page.sentence - 1, 1)
            if following is not None:
                self.deck.point_at_quote(following)

    def _actors_here(self) -> list[Actor]:
        if self.state.analysis is None:
            return []
        span = self.state.article.sentences[self.page.sentence].span
        return walking.actors_in(self.state.analysis, span)

    def _quoted_here(self) -> list[Actor]:
        """Whoever says the quote that the cursor is on."""
        quote, analysis = self.page.quote, self.state.analysis
        if quote is None or quote.speaker is None or analysis is None:
            return []
        return [actor for actor in analysis.actors if actor.name == quote.speaker]

    @on(ArticlePage.Named)
    def _show_named(self, message: ArticlePage.Named) -> None:
        self._choose_actor(message.actor)
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
        found = self._actors_here() or self._quoted_here()
        if not found:
            self._say(self.state.waiting(_("Nobody is named in this sentence.")))
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
            keys = either(map(self._key, OF_PANES))
            self._say(_("No pane is open: {keys} opens one.").format(keys=keys))
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
