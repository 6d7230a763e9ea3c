"""The words that are selected with the mouse, from one side only."""

from textual import events
from textual.selection import Selection

from tui.layout import selection as selecting
from tui.layout.flow import ENGLISH, FRENCH, Place
from tui.widgets.article_page.base import PageBase


class Selectable(PageBase):
    """What a selection spans, and its words."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember on which side a selection begins."""
        kept = event.style.meta.get("offset")
        if kept is not None:
            self._selected_side = selecting.unpacked(*kept).side

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
        """The words of a selection."""
        first, last = self.selected(selection)
        return selecting.words(self._state.article, self._english, self.page.sentences, first, last), "\n"
