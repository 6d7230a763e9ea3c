"""The article itself: both texts over one scroll, with the current sentence marked on both sides."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from articles.annotations import Actor, Quote
from articles.canonical import flowed
from articles.facing import outer_quotes, quotations
from tui import walking
from tui.describing import described
from tui.layout import selection as selecting
from tui.layout.blocks import TWO_COLUMNS, Run, View
from tui.layout.flow import ENGLISH, FRENCH, Place
from tui.layout.marks import Hit, Marking
from tui.layout.page import CONTEXT, Page
from tui.layout.painting import Look, stretches
from tui.palette import INKS
from tui.state import ReaderState, changed_sentences


class ArticlePage(ScrollView, can_focus=True, inherit_bindings=False):
    """An article in one of four views. It is given a state and a view, and tells where the reader is."""

    COMPONENT_CLASSES = {f"article-page--{name}" for name in INKS}

    DEFAULT_CSS = """
    ArticlePage {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        padding: 0;
        background: $background;
        color: $foreground;
        &:focus { background-tint: $foreground 0%; }
    }
    """ + "\n".join(f".article-page--{name} {{ {ink.css} }}" for name, ink in INKS.items())

    sentence = reactive(0, repaint=False)
    """The index of the current sentence."""

    @dataclass
    class Reached(Message):
        """The reader is at another sentence."""

        sentence: int

    @dataclass
    class Scrolled(Message):
        """Another sentence is the first on the screen; the reader may be at another one."""

        first_visible: int

    @dataclass
    class Named(Message):
        """An actor's name was clicked."""

        actor: Actor

    class LaidOut(Message):
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
        self.set_reactive(ArticlePage.sentence, sentence)
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

    # -- what is shown -------------------------------------------------------------------------------

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
            self.set_reactive(ArticlePage.sentence, self._page.step(self.sentence, 0))
        return self._page

    @property
    def _page_width(self) -> int:
        return max(1, self.size.width - self.styles.scrollbar_size_vertical)

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

    def set_state(self, state: ReaderState) -> None:
        """Show what is known now; the current sentence, or else the first row, stays where it is."""
        if state.analysis is not self._state.analysis:
            self._state = replace(self._state, analysis=state.analysis)
            self._mark(replace(self._marking, analysis=state.analysis, _known={}))
            self._point_at(None)
        changed = changed_sentences(self._state, state)
        if not changed or not self.size.height:
            self._state = state
            return
        top = self.scroll_offset.y
        own = self.page.rows_of(self.sentence).start
        kept = own if top <= own < top + self.size.height else top
        anchor = self.page.anchor(kept)
        self._state = state
        self.page.forget(changed)
        self._settle_at(self.page.settle(anchor, self.size.height) - (kept - top))

    @property
    def quote(self) -> Quote | None:
        """The quote that the cursor is on: the one that was gone to or clicked, else its sentence's first."""
        here = self._quotes_of(self.sentence)
        return self._quote if self._quote in here else next(iter(here), None)

    def go_to_quote(self, quote: Quote) -> None:
        """Go to a quote; of several in one sentence, it is the one that is copied."""
        self.go_to(quote.sentence)
        self._point_at(quote)

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

    def set_view(self, view: View, language: int) -> None:
        """Show another view; the sentence that is read keeps its row on the screen."""
        self.sentence = self.here
        height = self.page.rows_of(self.sentence).start - self.scroll_offset.y
        self._view, self._language = view, language
        self._lay_out_anew(height)

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

    @property
    def sentences(self) -> tuple[int, ...]:
        """The sentences that are shown."""
        return self.page.sentences

    @property
    def headings(self) -> list[int]:
        """The sentences that are headings."""
        return self.page.headings

    # -- moving --------------------------------------------------------------------------------------

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

    def _first_whole_sentence(self) -> int:
        top = self.scroll_offset.y
        first = self.page.first_sentence(top)
        following = self.page.step(first, 1)
        starts_above = self.page.rows_of(first).start < top
        fits = self.page.rows_of(following).stop <= top + self.size.height
        return following if starts_above and fits else first

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

    # -- the mouse -----------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember on which side a selection begins."""
        kept = event.style.meta.get("offset")
        if kept is not None:
            self._selected_side = selecting.unpacked(*kept).side

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

    def selected(self, selection: Selection) -> tuple[Place, Place]:
        """The places `[first, last)` that a selection spans, on the side on which it began."""
        shown = self.page.sentences
        start = Place(self._other_side, shown[0], 0)
        end = Place(self._other_side, shown[-1], 0)
        return selecting.between(
            start if selection.start is None else selecting.unpacked(*selection.start),
            end if selection.end is None else selecting.unpacked(*selection.end),
            self._selected_side,
            self._spans,
        )

    @property
    def _other_side(self) -> int:
        return FRENCH if self._selected_side == ENGLISH else ENGLISH

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words of a selection that are shown, from one side only; paragraphs are lines of their own."""
        first, last = self.selected(selection)
        lines: dict[int, list[str]] = {}
        shown = self.page.sentences
        inside = shown[bisect_left(shown, first.sentence) : bisect_right(shown, last.sentence)]
        for sentence in inside:
            words = self._words_between(sentence, first, last)
            if words:
                lines.setdefault(self._state.article.sentences[sentence].paragraph, []).append(words)
        return "\n\n".join(" ".join(line) for line in lines.values()), "\n"

    def _words_between(self, sentence: int, first: Place, last: Place) -> str:
        """What a sentence has between two places of one side."""
        if first.side == FRENCH:
            span = self._state.article.sentences[sentence].span
            start, end = max(span.start, first.offset), min(span.end, last.offset)
            return flowed(self._state.article.text[start:end]) if start < end else ""
        found = self._state.translations.get(sentence)
        if found is None:
            return ""
        start = first.offset if sentence == first.sentence else 0
        return found.english[start : last.offset if sentence == last.sentence else None]

    # -- painting ------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget how things were drawn when the theme changes."""
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row of the screen; each of its cells knows its place in the text, or the nearest before."""
        width = self.size.width
        base = self.rich_style
        y += self.scroll_offset.y
        here = self.page.row(y)
        look = self._look()
        segments: list[Segment] = []
        used = 0
        after = base
        for run in self._runs_at_or_above(y):
            if run.mark > used:
                segments.append(Segment(" " * (run.mark - used), after))
            past = selecting.packed(run.flow.place(run.span.end), past_words=True)
            after = base + Style.from_meta({"offset": past})
            used = run.mark
            for stretch in stretches(run, look) if run in here else ():
                style = base + self._style(stretch.names)
                if stretch.offset is not None:
                    style += Style.from_meta({"offset": stretch.offset})
                segments.append(Segment(stretch.shown, style))
                used += segments[-1].cell_length
            column_end = run.start + run.width
            if used < column_end:
                segments.append(Segment(" " * (column_end - used), after))
                used = column_end
        return Strip([*segments, Segment(" " * max(0, width - used), after)]).adjust_cell_length(width, base)

    def _runs_at_or_above(self, y: int) -> list[Run]:
        """For each column what stands in row `y`, else what stands there last before."""
        found: dict[int, Run] = {}
        for row in range(min(y, self.page.height - 1), -1, -1):
            for run in self.page.row(row):
                found.setdefault(run.mark, run)
            if len(found) == len(self.page.columns.starts):
                break
        return [found[mark] for mark in sorted(found)]

    def _look(self) -> Look:
        selection = self.text_selection
        return Look(
            view=self.page.view,
            current=self.sentence,
            spans=self._spans,
            is_heading=self.page.is_heading,
            english=self._english,
            marking=self._marking,
            shows_marks=self._shows_marks,
            summary=self._summary,
            selected=None if selection is None else self.selected(selection),
        )

    def _english(self, sentence: int) -> str | None:
        found = self._state.translations.get(sentence)
        return None if found is None else found.english

    def _style(self, names: tuple[str, ...]) -> Style:
        """How a stretch with these names is drawn: the inks of all, over the grounds of all."""
        known = self._styles.get(names)
        if known is None:
            known = Style.null()
            for name in names:
                style = self.get_component_rich_style(f"article-page--{name}")
                known += Style(
                    color=style.color if INKS[name].colour else None,
                    bgcolor=style.bgcolor if INKS[name].ground else None,
                    bold=style.bold,
                    italic=style.italic,
                    underline=style.underline,
                )
            self._styles[names] = known
        return known
