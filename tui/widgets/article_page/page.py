"""The article itself: both texts over one scroll, with the current sentence marked on both sides."""

from dataclasses import replace

from tui.colours import INKS
from tui.layout.blocks import View
from tui.state import ReaderState, changed_sentences
from tui.widgets.article_page.mouse import Mouse
from tui.widgets.article_page.moving import Moving
from tui.widgets.article_page.painting import Painting


class ArticlePage(Painting, Mouse, Moving, can_focus=True, inherit_bindings=False):
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

    def set_view(self, view: View, language: int) -> None:
        """Show another view; the sentence that is read keeps its row on the screen."""
        self.sentence = self.here
        height = self.page.rows_of(self.sentence).start - self.scroll_offset.y
        self._view, self._language = view, language
        self._lay_out_anew(height)
