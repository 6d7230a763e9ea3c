"""The words that are selected with the mouse, from one side only."""

from bisect import bisect_left, bisect_right

from textual import events
from textual.selection import Selection

from articles.canonical import flowed
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
