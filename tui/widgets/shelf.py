"""The articles of the library as a list: title, where it is from, how far it was read, what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles.canonical import one_line
from articles.citing import shown_source, written_date
from articles.spans import Span
from articles.store.library import Entry, State
from articles.store.search import Hit
from articles.wording import _, language_in_use
from tui.layout.wrap import cells
from tui.widgets.heading import shortened
from tui.widgets.wrapping import in_rows

_BAR = 8
"""Cells of the progress bar."""

_INDENT = 2
"""Cells before what was found."""

_STATES = {State.NEW: _("new"), State.READING: _("being read"), State.READ: _("read")}


@dataclass(frozen=True, slots=True)
class Row:
    """An article of the list, with what was found in it."""

    entry: Entry
    hit: Hit | None = None


class Shelf(OptionList):
    """Rows of articles; tells when more are wanted."""

    COMPONENT_CLASSES = {"shelf--title", "shelf--quiet", "shelf--found", "shelf--bar", "shelf--rest"}

    DEFAULT_CSS = """
    Shelf { height: 1fr; background: $background; border: none; padding: 0 1; scrollbar-size-vertical: 1; }
    Shelf:focus { border: none; }
    Shelf > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    Shelf:focus > .option-list--option-highlighted { background: $primary 12%; text-style: none; }
    Shelf > .option-list--option-disabled { color: $foreground 85%; }
    .shelf--title { text-style: bold; }
    .shelf--quiet { color: $foreground 84%; }
    .shelf--found { text-style: bold underline; }
    .shelf--bar { color: $accent; }
    .shelf--rest { color: $foreground 35%; }
    """

    class MoreWanted(Message):
        """The reader is near the end of what is listed."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._nothing = ""
        self._width = 0

    @property
    def entry(self) -> Entry | None:
        """The article under the cursor."""
        place = self.highlighted
        return self._rows[place].entry if place is not None and place < len(self._rows) else None

    @property
    def hit(self) -> Hit | None:
        """What was found in it."""
        place = self.highlighted
        return self._rows[place].hit if place is not None and place < len(self._rows) else None

    def show(self, rows: Sequence[Row], nothing: str) -> None:
        """Show these, with the cursor on the same article as before; `nothing` where there are none."""
        at = self.entry
        before = self.highlighted or 0
        self._rows, self._nothing = rows, nothing
        same = next(
            (place for place, row in enumerate(rows) if at is not None and row.entry.id == at.id), None
        )
        self._lay_out(before if same is None else same)

    def _lay_out(self, place: int) -> None:
        self._width = self.scrollable_content_region.width
        self.clear_options()
        if not self._rows:
            self.add_option(Option(in_rows(Text(self._nothing, "italic"), self._width), disabled=True))
            return
        self.add_options(Option(self._line(row), id=row.entry.id) for row in self._rows)
        self.highlighted = min(place, len(self._rows) - 1)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out anew."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out(self.highlighted or 0)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Ask for more in time."""
        if message.option_index >= len(self._rows) - 20:
            self.post_message(self.MoreWanted())

    def _line(self, row: Row) -> Text:
        entry = row.entry
        progress = self._progress(entry)
        room = max(8, self._width - progress.cell_len - 2)
        title = shortened(one_line(entry.title), room)
        line = Text(no_wrap=True).append(title, self._ink("title"))
        line.append(" " * max(1, self._width - cells(title) - progress.cell_len)).append_text(progress)
        line.append(f"\n{shortened(about(entry), self._width)}", self._ink("quiet"))
        if row.hit is not None:
            line.append_text(self._found(row.hit))
        return line.append("\n")

    def _progress(self, entry: Entry) -> Text:
        filled = round(_BAR * entry.progress)
        text = Text().append("▓" * filled, self._ink("bar")).append("░" * (_BAR - filled), self._ink("rest"))
        return text.append(f" {entry.progress:4.0%}", self._ink("quiet"))

    def _found(self, hit: Hit) -> Text:
        text = Text()
        for words, spans in ((hit.french, hit.french_spans), (hit.english or "", hit.english_spans)):
            if words:
                text.append_text(self._indented(self._marked(words, spans)))
        if hit.in_note:
            note = _("note: {words}").format(words=one_line(hit.entry.note))
            text.append_text(self._indented(Text(note)))
        return text

    def _indented(self, words: Text) -> Text:
        rows = in_rows(words, max(8, self._width - _INDENT)).split("\n")
        return Text("").join(Text("\n" + " " * _INDENT).append_text(row) for row in rows)

    def _marked(self, words: str, spans: Sequence[Span]) -> Text:
        text = Text(words)
        for span in spans:
            text.stylize(self._ink("found"), span.start, span.end)
        return text

    def _ink(self, name: str) -> Style:
        style = self.get_component_rich_style(f"shelf--{name}")
        colour = None if name in ("title", "found") else style.color
        return Style(color=colour, bold=style.bold, underline=style.underline)


def about(entry: Entry) -> str:
    """Where an article is from, when, and what the reader has to say of it, on one line."""
    site = shown_source(entry.source, entry.site)
    date = written_date(entry.published or entry.added[:10], is_french=language_in_use() == "fr")
    tags = " ".join(f"#{tag}" for tag in entry.tags)
    note = "✎" if entry.note else ""
    return " · ".join(part for part in (site, date, _STATES[entry.state], tags, note) if part)
