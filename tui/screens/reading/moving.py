"""Going through the article: by sentences and screens, from quote to quote, from one find to the next."""

from textual import on

from articles.wording import _
from tui import walking
from tui.screens.reading.base import ReadingBase
from tui.widgets.find_bar import FindBar


class Moving(ReadingBase):
    """The acts that move through the text."""

    @on(FindBar.Found)
    def _show_found(self, message: FindBar.Found) -> None:
        self.page.mark_hits(message.finding.hits, message.finding.number)
        self.go_to(message.finding.sentence)
        self.show_foot()

    @on(FindBar.Stayed)
    def _read_on(self) -> None:
        self.page.focus()
        self.keep_place(self.page.here)

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
        """The previous quote, or the beginning of the one that the cursor is on where that is before."""
        self._step_quote(-1)

    def _step_quote(self, step: int) -> None:
        page = self.page
        on = None if page.is_away else page.quote
        if step < 0 and on is not None and on.sentence != page.sentence:
            on = None
        self.go(walking.to_quote(self.state, on, page.sentences, page.here, step))

    def action_next_heading(self) -> None:
        """The next heading."""
        self.go(walking.to_heading(self.page.headings, self.page.here, 1))

    def action_previous_heading(self) -> None:
        """The previous heading."""
        self.go(walking.to_heading(self.page.headings, self.page.here, -1))

    def action_jump_back(self) -> None:
        """Where the last jump began."""
        trail = self.trail.back()
        if trail is None:
            self.say(_("There was no jump to go back over."))
            return
        self.trail = trail
        self.go_to(trail.here)

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
        if self.find_bar.finding.hits:
            self.find_bar.step(step, self.page.here)
        else:
            self._step_mention(step)

    def _step_mention(self, step: int) -> None:
        if self.actor is None:
            first = _("Choose an actor first ({actors}), or find words ({find}).")
            self.say(first.format(actors=self._key("actors"), find=self._key("find")))
        else:
            page = self.page
            self.go(walking.to_mention(self.state, self.actor, page.sentences, page.here, step))
