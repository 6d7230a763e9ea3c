"""What every part of the page works with: what is shown, where the reader is, and what it tells."""

from bisect import bisect_right
from dataclasses import dataclass

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from articles.annotations import Actor, Quote
from tui.layout.blocks import TWO_COLUMNS, View
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.marks import Marking
from tui.layout.page import Page
from tui.state import ReaderState


class PageBase(ScrollView):
    """An article that is laid out for one view and width, scrolled so far."""

    sentence = reactive(0, repaint=False)
    """The index of the current sentence."""

    @dataclass
    class Reached(Message, namespace="article_page"):
        """The reader is at another sentence."""

        sentence: int

    @dataclass
    class Scrolled(Message, namespace="article_page"):
        """Another sentence is the first on the screen; the reader may be at another one."""

        first_visible: int

    @dataclass
    class Named(Message, namespace="article_page"):
        """An actor's name was clicked."""

        actor: Actor

    class LaidOut(Message, namespace="article_page"):
        """The page was laid out anew, for another view or width."""

    def __init__(
        self,
        state: ReaderState,
        view: View,
        language: int,
        measure: int,
        sentence: int = 0,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.set_reactive(PageBase.sentence, sentence)
        self._measure = measure
        self._state = state
        self._view = view
        self._language = language
        self._page: Page | None = None
        self._former: Page | None = None
        self._spans = [sentence.span for sentence in state.article.sentences]
        self._selected_side = FRENCH
        self._settling = False
        self._is_placed = False
        self._shows_marks = True
        self._summary: frozenset[int] = frozenset()
        self._marking = Marking(state.analysis)
        self._quote: Quote | None = None
        self._styles: dict[tuple[str, ...], Style] = {}

    @property
    def shown_view(self) -> View:
        """The view on the screen: where two columns do not fit, the one language last chosen."""
        if self._view is View.SIDE_BY_SIDE and not self.has_room_for_both:
            return View.ENGLISH if self._language == ENGLISH else View.FRENCH
        return self._view

    @property
    def has_room_for_both(self) -> bool:
        """Whether both languages fit side by side; so it is taken to be until the width is known."""
        return not self.size.width or self._page_width >= TWO_COLUMNS

    @property
    def page(self) -> Page:
        """The laid out page at the present width."""
        if self._page is None:
            place = self.shown_view, self._page_width, self._measure
            if self._former is None:
                self._former = Page(self._state.article, *place, lambda i: self._state.english(i))
            else:
                self._former = self._former.anew(*place)
            self._page = self._former
            self.set_reactive(PageBase.sentence, self._page.step(self.sentence, 0))
        return self._page

    @property
    def _page_width(self) -> int:
        return max(1, self.size.width - self.styles.scrollbar_size_vertical)

    @property
    def sentences(self) -> tuple[int, ...]:
        """The sentences that are shown."""
        return self.page.sentences

    @property
    def headings(self) -> list[int]:
        """The sentences that are headings."""
        return self.page.headings

    @property
    def place(self) -> str:
        """Where the reader is, as "3/27"."""
        shown = self.page.sentences
        return f"{bisect_right(shown, self.here)}/{len(shown)}"

    @property
    def is_away(self) -> bool:
        """Whether the current sentence was scrolled off the screen."""
        top = self.scroll_offset.y
        own = self.page.rows_of(self.sentence)
        return bool(self.size.height) and (own.stop <= top or own.start >= top + self.size.height)

    @property
    def here(self) -> int:
        """The sentence that is read: the current one, else the first on the screen."""
        return self._first_whole_sentence() if self.is_away else self.sentence

    def screens_between(self, before: int, now: int) -> float:
        """How many screens lie between the beginnings of two sentences; less than none where it goes back."""
        first, second = (self.page.begins_about(self.page.step(each, 0)) for each in (before, now))
        return (second - first) / max(1, self.size.height)

    def _first_whole_sentence(self) -> int:
        top = self.scroll_offset.y
        first = self.page.first_sentence(top)
        following = self.page.step(first, 1)
        starts_above = self.page.rows_of(first).start < top
        fits = self.page.rows_of(following).stop <= top + self.size.height
        return following if starts_above and fits else first

    def _english(self, sentence: int) -> str | None:
        found = self._state.translations.get(sentence)
        return None if found is None else found.english

    def _lay_out_anew(self, screen_row: int | None) -> None:
        """A new page, with the current sentence on `screen_row` where it was visible, near the top if not."""
        self._page = None
        if screen_row is not None and not 0 <= screen_row < self.size.height:
            screen_row = None
        self._settle_at(self.page.top_for(self.sentence, self.size.height, screen_row))
        self.post_message(self.LaidOut())

    def _settle_at(self, y: int) -> None:
        self._settling = True
        try:
            limit = max(0, self.page.height - self.size.height)
            self.virtual_size = Size(self._page_width, max(self.page.height, 1))
            self.set_scroll(None, max(0, min(y, limit)))
        finally:
            self._settling = False
        self.refresh()
        self._tell_first_visible()

    def _tell_first_visible(self) -> None:
        self.post_message(self.Scrolled(self.page.first_sentence(self.scroll_offset.y)))
