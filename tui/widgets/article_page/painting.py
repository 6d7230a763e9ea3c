"""Painting the rows of the page on the screen."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.colours import INKS
from tui.layout import selection as selecting
from tui.layout.painting import Look, stretches
from tui.widgets.article_page.selection import Selectable


class Painting(Selectable):
    """One row after the other, with the inks of the palette."""

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
        for run in self.page.runs_at_or_above(y):
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
