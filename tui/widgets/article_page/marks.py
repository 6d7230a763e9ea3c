"""What is marked in the text: an actor, a quote, what was found, the summary."""

from dataclasses import replace

from articles.annotations import Actor, Quote
from articles.facing import outer_quotes
from tui.layout.marks import Hit, Marking
from tui.widgets.article_page.base import PageBase


class Marks(PageBase):
    """The marks, and the quote that the cursor is on."""

    @property
    def quote(self) -> Quote | None:
        """The quote that the cursor is on: the one that was gone to or clicked, else its sentence's first."""
        here = self._quotes_of(self.sentence)
        return self._quote if self._quote in here else next(iter(here), None)

    def _point_at(self, quote: Quote | None) -> None:
        self._quote = quote
        shown = self.quote if len(self._quotes_of(self.sentence)) > 1 else None
        if shown != self._marking.quote:
            self._mark(replace(self._marking, quote=shown, _known={}))

    def _quotes_of(self, sentence: int) -> list[Quote]:
        analysis = self._state.analysis
        return [] if analysis is None else outer_quotes(analysis, self._spans[sentence])

    def select_actor(self, actor: Actor | None) -> None:
        """Underline the mentions of an actor, or of none."""
        if actor != self._marking.actor:
            self._mark(replace(self._marking, actor=actor, _known={}))

    def mark_hits(self, hits: tuple[Hit, ...], number: int | None) -> None:
        """Mark what was found, and among it the one that the reader is at."""
        if (hits, number) != (self._marking.hits, self._marking.hit):
            self._mark(replace(self._marking, hits=hits, hit=number, _known={}))

    def mark_summary(self, sentences: frozenset[int]) -> None:
        """Mark these sentences in the margin."""
        self._summary = sentences
        self.refresh()

    def show_marks(self, shown: bool) -> None:
        """Show the highlights, or only the words."""
        self._shows_marks = shown
        self.refresh()

    def _mark(self, marking: Marking) -> None:
        self._marking = marking
        self.refresh()
