"""The articles of the library as a list: title, where it is from, how far it was read, what was found."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles import paths
from articles.canonical import one_line
from articles.citing import shown_source, written_date
from articles.library.listing import Row
from articles.spans import Span
from articles.store.search import Hit
from articles.store.shelves import Entry, State
from articles.wording import _, language_in_use, percent
from tui.layout.wrap import cells, shortened
from tui.widgets.choice_list import ChoiceList
from tui.widgets.wrapping import in_rows

_BAR = 8
"""Cells of the progress bar."""

_INDENT = 2
"""Cells of the sign before a title."""

_ROWS = 3
"""Rows, at most, of a sentence that was found."""

_MORE_WITHIN = 20
"""Articles before the end of the list at which more are wanted."""

SIGNS = {State.NEW: " ", State.READING: " ", State.READ: "✓"}
"""What stands before the title of an article."""


class Shelf(ChoiceList):
    """Rows of articles; tells when more are wanted."""

    COMPONENT_CLASSES = {"shelf--title", "shelf--quiet", "shelf--found", "shelf--bar", "shelf--rest"}

    DEFAULT_CSS = """
    Shelf {
        height: 1fr; background: $background; border: none; scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    Shelf:focus { border: none; }
    Shelf > .option-list--option-disabled { color: $foreground 85%; }
    .shelf--title { text-style: bold; }
    .shelf--quiet { color: $foreground 84%; }
    .shelf--found { text-style: bold underline; }
    .shelf--bar { color: $accent; }
    .shelf--rest { color: $foreground 35%; }
    """

    class MoreWanted(Message):
        """The reader is near the end of what is listed."""

    class AllWanted(Message):
        """The reader wants to the very end."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._nothing = ""
        self._width = 0
        self._inks: tuple[Style, ...] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """What is under the cursor."""
        place = self.highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def show(
        self, rows: Sequence[Row], nothing: str, *, stays: bool = True, place: int | None = None
    ) -> None:
        """Show these; `nothing` where there are none.

        The cursor `stays` on its article; where that is gone, and else, it is at `place`, or where it was.
        """
        before, at = self._rows, self.row
        now = (self.highlighted or 0) if place is None else place
        ids = [row.entry.id for row in rows]
        if stays and at is not None and at.entry.id in ids:
            now = ids.index(at.entry.id)
        self._rows, self._nothing = rows, nothing
        if before and ids[: len(before)] == [row.entry.id for row in before]:
            self._renew(before)
            self.highlighted = now
        else:
            self._lay_out(now)

    def point_at(self, id: str) -> None:
        """Put the cursor on an article, if it is listed."""
        if id in (ids := [row.entry.id for row in self._rows]):
            self.highlighted = ids.index(id)

    def to_end(self) -> None:
        """Put the cursor on the last article that is listed."""
        if self._rows:
            self.highlighted = len(self._rows) - 1

    def _renew(self, before: Sequence[Row]) -> None:
        """Lay out what is not as it was `before`, and what has come after it."""
        for place, (old, new) in enumerate(zip(before, self._rows, strict=False)):
            if old != new:
                self.replace_option_prompt_at_index(place, self._line(new))
        self._add(self._rows[len(before) :])

    def _lay_out(self, place: int) -> None:
        self._width = self.measure
        self._inks = self._inks_now()
        top = self.scroll_offset.y
        self.clear_options()
        if not self._rows:
            words = in_rows(Text(self._nothing, self._ink("quiet")), max(1, self._width))
            self.add_option(Option(words, disabled=True))
            return
        self._add(self._rows)
        self.scroll_y = top
        self.highlighted = min(place, len(self._rows) - 1)

    def _add(self, rows: Sequence[Row]) -> None:
        self.add_options(Option(self._line(row), id=row.entry.id) for row in rows)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out anew."""
        if self.measure != self._width:
            self._lay_out(self.highlighted or 0)

    def notify_style_update(self) -> None:
        """Lay the rows out in the colours of another theme, once they are known."""
        super().notify_style_update()
        self.call_next(self._recolour)

    def _recolour(self) -> None:
        if self._rows and self._inks != self._inks_now():
            self._lay_out(self.highlighted or 0)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Ask for more in time."""
        if message.option_index >= len(self._rows) - _MORE_WITHIN:
            self.post_message(self.MoreWanted())

    def action_last(self) -> None:
        """To the very end, also of what is not listed yet."""
        super().action_last()
        self.post_message(self.AllWanted())

    def _line(self, row: Row) -> Text:
        entry = row.entry
        room = max(8, self._width - _INDENT)
        progress = self._progress(entry)
        title = shortened(one_line(entry.title) or _("untitled"), max(8, room - progress.cell_len - 2))
        line = Text(no_wrap=True).append(f"{SIGNS[entry.state]} ", self._ink("bar"))
        line.append(title, self._ink("quiet" if entry.state is State.READ else "title"))
        line.append(" " * max(1, room - cells(title) - progress.cell_len)).append_text(progress)
        line.append_text(self._indented(Text(shortened(about(entry), room), self._ink("quiet"))))
        if row.hit is not None:
            line.append_text(self._found(row.hit))
        return line.append("\n")

    def _progress(self, entry: Entry) -> Text:
        if entry.state is State.READ:
            return Text(_("read"), self._ink("quiet"))
        if entry.state is State.NEW:
            return Text(_("new"), self._ink("bar"))
        filled = min(_BAR, max(1, round(_BAR * entry.progress)))
        text = Text().append("▓" * filled, self._ink("bar")).append("░" * (_BAR - filled), self._ink("rest"))
        share = percent(round(100 * entry.progress)).rjust(len(percent(100)))
        return text.append(f" {share}", self._ink("quiet"))

    def _found(self, hit: Hit) -> Text:
        text = Text()
        if hit.french:
            text.append_text(self._indented(self._marked(hit.french, hit.french_spans)))
        if hit.english:
            text.append_text(self._indented(self._marked(hit.english, hit.english_spans, "quiet")))
        if hit.in_note:
            note = _("note: {words}").format(words=one_line(hit.entry.note))
            text.append_text(self._indented(self._marked(note, ())))
        return text

    def _indented(self, words: Text) -> Text:
        rows = in_rows(words, max(8, self._width - _INDENT)).split("\n")[:_ROWS]
        return Text("").join(Text("\n" + " " * _INDENT).append_text(row) for row in rows)

    def _marked(self, words: str, spans: Sequence[Span], ink: str = "") -> Text:
        room = (_ROWS - 1) * max(8, self._width - _INDENT)
        shown, marked = excerpt(words, spans, room)
        text = Text(shown, self._ink(ink) if ink else "")
        for span in marked:
            text.stylize(self._ink("found"), span.start, span.end)
        return text

    def _inks_now(self) -> tuple[Style, ...]:
        return tuple(map(self._ink, ("title", "quiet", "found", "bar", "rest")))

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"shelf--{name}")
        colour = None if name in ("title", "found") else style.color
        return Style(color=colour, bold=style.bold, underline=style.underline)


def excerpt(words: str, spans: Sequence[Span], most: int) -> tuple[str, list[Span]]:
    """At most so many characters of `words`, around the first of `spans`, and the spans that are in it."""
    if len(words) <= most:
        return words, list(spans)
    first = spans[0].start if spans else 0
    start = max(0, min(first - most // 3, len(words) - most))
    if start:
        start = min(words.find(" ", start, first) + 1 or start, first)
    end = start + most
    before, after = "… " if start else "", "…" if end < len(words) else ""
    moved = [
        Span(max(span.start, start) - start + len(before), min(span.end, end) - start + len(before))
        for span in spans
        if span.start < end and span.end > start
    ]
    return before + words[start:end].rstrip() + after, moved


def about(entry: Entry) -> str:
    """Where an article is from, when, and what the reader has to say of it, on one line."""
    site = _("comes with En regard") if paths.is_sample(entry.source) else None
    is_french = language_in_use() == "fr"
    if entry.published:
        date = written_date(entry.published, is_french=is_french)
    else:
        date = _("added {date}").format(date=written_date(entry.added[:10], is_french=is_french))
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    note = f"✎ {one_line(entry.note)}" if entry.note else ""
    parts = [site or shown_source(entry.source, entry.site), one_line(entry.byline or ""), date, tags, note]
    return " · ".join(part for part in parts if part)
