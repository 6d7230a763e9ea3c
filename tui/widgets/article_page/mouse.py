"""What is under the mouse: a sentence, a quote, an actor."""

from rich.text import Text
from textual import events

from articles.annotations import Actor, Quote
from articles.facing import quotations
from tui import walking
from tui.describing import described
from tui.layout import selection as selecting
from tui.layout.flow import FRENCH, Place
from tui.widgets.article_page.marks import Marks


class Mouse(Marks):
    """Clicking, and pointing at a name."""

    def on_click(self, event: events.Click) -> None:
        """Make the sentence under the mouse the current one."""
        if self.text_selection is not None:
            return
        place = self._place_under(event)
        if place is not None:
            self.sentence = place.sentence
            self._point_at(self._quote_at(place))
        actor = self._actor_under(event)
        if actor is not None:
            self.post_message(self.Named(actor))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say who is named under the mouse."""
        actor = self._actor_under(event)
        self.tooltip = None if actor is None else Text(described(actor))

    def _quote_at(self, place: Place) -> Quote | None:
        """The quote at a place of either text."""
        quotes = self._quotes_of(place.sentence)
        english = self._english(place.sentence)
        if place.side == FRENCH:
            spans = [quote.span for quote in quotes]
        else:
            spans = [] if english is None else quotations(english, quotes) or []
        found = (quote for quote, span in zip(quotes, spans, strict=False) if place.offset in span)
        return next(found, None)

    def _place_under(self, event: events.MouseEvent) -> Place | None:
        return self.page.place_at(self.scroll_offset.y + event.y, event.x)

    def _actor_under(self, event: events.MouseEvent) -> Actor | None:
        """The actor whose mention in the French is under the mouse."""
        place, analysis = self._place_under(event), self._state.analysis
        kept = event.style.meta.get("offset")
        if kept is None or selecting.is_past_words(*kept):
            return None
        if place is None or place.side != FRENCH or analysis is None:
            return None
        return walking.actor_at(analysis, place.offset)
