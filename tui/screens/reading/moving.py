"""Going through the article: by sentences and screens, from quote to quote, from one find to the next."""

from textual import on

from articles.wording import _
from tui import walking
from tui.describing import described
from tui.screens.reading.base import ReadingBase
from tui.widgets.find_bar import FindBar


class Moving(ReadingBase):
    """The acts that move through the text."""

    def _step_mention(self, step: int) -> None:
        """The mention after or before the current sentence, around the ends."""
        if self._actor is None:
            first = _("Choose an actor first ({actors}), or find words ({find}).")
            self._say(first.format(actors=self._key("actors"), find=self._key("find")))
            return
        places = self._shown(walking.sentences_at(self.state.article, self._actor.mentions))
        if not places:
            self._say(described(self._actor))
            return
        number = walking.around(places, self.page.here, step)
        self.go_to(places[number])
        self._say(f"{self._actor.name}  {number + 1}/{len(places)}")

    def _step_quote(self, step: int) -> None:
        """The quote after or before the one that the cursor is on, or its beginning where that is before."""
        shown = set(self.page.sentences)
        analysis = self.state.analysis
        quotes = [quote for quote in analysis.outermost if quote.sentence in shown] if analysis else []
        here = None if self.page.is_away else self.page.quote
        if here in quotes and (step > 0 or here.sentence == self.page.sentence):
            place = quotes.index(here) + step
            number = place if 0 <= place < len(quotes) else None
        else:
            number = walking.following([quote.sentence for quote in quotes], self.page.here, step)
        if number is not None:
            self._go_to_quote(quotes[number])
        else:
            self._say(_("No more quotes.") if quotes else self.state.waiting(_("Nobody is quoted.")))

    def _shown(self, places: list[int]) -> list[int]:
        """Those of some sentences that are on the page."""
        shown = set(self.page.sentences)
        return [place for place in places if place in shown]

    def _step_heading(self, step: int) -> None:
        places = self.page.headings
        number = walking.following(places, self.page.here, step)
        if number is not None:
            self.go_to(places[number])
        else:
            self._say(_("No more headings.") if places else _("This article has no headings."))

    @on(FindBar.Found)
    def _show_found(self, message: FindBar.Found) -> None:
        self.page.mark_hits(message.hits, message.number)
        self.go_to(message.sentence)
        self._show_foot()

    @on(FindBar.Stayed)
    def _read_on(self) -> None:
        self.page.focus()

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

    def action_half_down(self) -> None:
        """Half a screen down."""
        self.page.turn(0.5)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self.page.turn(-0.5)

    def action_first_sentence(self) -> None:
        """First sentence."""
        self.page.move_to_start()

    def action_last_sentence(self) -> None:
        """Last sentence."""
        self.page.move_to_end()

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
        if self.deck.covers_text and self.deck.pane is not None:
            self.deck.open(None)
        self.find_bar.begin(self.page.here)

    def action_next_match(self) -> None:
        """The next place that was found, else the next mention of the chosen actor."""
        self._step_match(1)

    def action_previous_match(self) -> None:
        """The previous one."""
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        if self.find_bar.hits:
            self.find_bar.step(step, self.page.here)
        else:
            self._step_mention(step)
