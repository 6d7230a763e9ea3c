"""Going through the page: to a sentence or a quote, by screens, with the wheel; and to another size."""

from textual import events
from textual.geometry import Region

from articles.annotations import Quote
from tui.layout.page import CONTEXT
from tui.widgets.article_page.marks import Marks


class Moving(Marks):
    """What moves the current sentence or the rows on the screen."""

    def move_by(self, step: int) -> None:
        """Go `step` sentences on, or back; from one that was scrolled away, to the first on the screen."""
        self.go_to(self.here if self.is_away else self.page.step(self.sentence, step))

    def move_to_end(self) -> None:
        """Go to the last sentence."""
        self.go_to(self.page.sentences[-1])

    def move_to_start(self) -> None:
        """Go to the first sentence."""
        self.go_to(self.page.sentences[0])
        self._settle_at(0)

    def turn(self, screens: float) -> None:
        """Turn so many screens, two rows less; the sentence at the top becomes the current one."""
        step = round(max(1, self.size.height - 2) * screens)
        before = self.scroll_offset.y
        y = max(0, min(before + step, max(0, self.page.height - self.size.height)))
        self._settle_at(self.page.settle(self.page.anchor(y), self.size.height))
        if self.scroll_offset.y == before:
            if screens > 0:
                self.move_to_end()
            else:
                self.move_to_start()
            return
        self.sentence = self._first_whole_sentence()

    def go_to(self, sentence: int) -> None:
        """Make `sentence`, or one beside it that is shown, the current one and bring it on the screen."""
        sentence = self.page.step(sentence, 0)
        self.sentence = sentence
        own = self.page.rows_of(sentence)
        self.page.settle(self.page.anchor(own.start), self.size.height)
        own = self.page.rows_of(sentence)
        top, height = self.scroll_offset.y, self.size.height
        context = min(CONTEXT, max(0, (height - len(own)) // 2))
        if own.start - context < top:
            self._settle_at(own.start - context)
        elif own.stop + context > top + height:
            self._settle_at(min(own.stop + context - height, own.start - context))
        elif self.page.height != self.virtual_size.height:
            self._settle_at(top)

    def go_to_quote(self, quote: Quote) -> None:
        """Go to a quote; of several in one sentence, it is the one that is copied."""
        self.go_to(quote.sentence)
        self._point_at(quote)

    def watch_sentence(self, before: int, sentence: int) -> None:
        """Paint the sentence that was the current one and the one that is, and tell where the reader is."""
        top = self.scroll_offset.y
        for rows in map(self.page.rows_of, (before, sentence)):
            self.refresh(Region(0, rows.start - top, self.size.width, len(rows)))
        self._point_at(None)
        self.post_message(self.Reached(sentence))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what the wheel or the scroll bar brings on the screen."""
        super().watch_scroll_y(old_value, new_value)
        if self._settling or self._page is None or round(old_value) == round(new_value):
            return
        self._settle_at(self.page.settle(self.page.anchor(round(new_value)), self.size.height))

    def _on_resize(self, event: events.Resize) -> None:
        if self._is_placed and event.size.width:
            self._lay_out_anew(self.page.rows_of(self.sentence).start - self.scroll_offset.y)
        else:
            self._is_placed = True
            self._lay_out_anew(None)
