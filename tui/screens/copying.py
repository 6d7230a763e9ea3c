"""The choice of what is copied."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles import citing
from articles.canonical import one_line
from articles.clippings import Clipping, ClippingKind
from articles.wording import _
from tui.acts import WHILE_COPYING, Act, Keymap, bindings, first_key
from tui.layout.wrap import shortened
from tui.screens.hints import hint
from tui.widgets.choice_list import ChoiceList
from tui.widgets.wrapping import in_rows

_SHARE = 92
"""Per cent of the screen's height that the ways may take."""

_FRAME = 2
_ROWS = 2
"""Rows: of the frame, and of each way."""


def ways(clipping: Clipping) -> list[tuple[Act, str | None]]:
    """What a clipping can be copied as, and the words, None where there are none."""
    has_english = clipping.english is not None
    words = (
        citing.plain_french(clipping),
        citing.plain_english(clipping),
        citing.both(clipping) if has_english else None,
        citing.french(clipping),
        citing.english(clipping),
        citing.markdown(clipping),
    )
    return list(zip(WHILE_COPYING.acts, words, strict=False))


def copied(clipping: Clipping, way: str) -> str:
    """What is said of a clipping that was copied in a way, by its act; {words} is for how it begins."""
    ways_said = {
        "copying-french": _("in French"),
        "copying-english": _("in English"),
        "copying-both": _("in both languages"),
        "copying-french_cited": _("in French, with where it is from"),
        "copying-english_cited": _("in English, with where it is from"),
        "copying-markdown": _("as Markdown"),
    }
    is_quote = clipping.kind is ClippingKind.QUOTE
    what = _("Copied the quote {way}: {words}") if is_quote else _("Copied the sentence {way}: {words}")
    return what.replace("{way}", ways_said[way])


class CopyScreen(ModalScreen[tuple[str, str] | None]):
    """The ways to copy a quote or a sentence, each as it begins; gives the way's act and words, or None."""

    BINDINGS = bindings(WHILE_COPYING)

    DEFAULT_CSS = """
    CopyScreen { align: center middle; }
    CopyScreen > Vertical {
        width: 92; max-width: 96%; height: auto; max-height: 92%;
        background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-subtitle-color: $foreground 75%;
    }
    CopyScreen ChoiceList {
        height: auto; max-height: 100%; background: $surface; border: none; padding: 0;
        scrollbar-gutter: stable;
        &:focus { border: none; }
    }
    """

    def __init__(self, clipping: Clipping, keymap: Keymap) -> None:
        super().__init__()
        self._clipping = clipping
        self._keymap = keymap
        self._ways = ways(clipping)
        self._width = 0
        self._whole = 0

    def compose(self) -> ComposeResult:
        """The ways, each under its number."""
        with Vertical() as box:
            is_quote = self._clipping.kind is ClippingKind.QUOTE
            box.border_title = _("Copy this quote as") if is_quote else _("Copy this sentence as")
            box.border_subtitle = hint(("enter", _("Copy")), ("escape", _("Close")))
            yield ChoiceList()

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(ChoiceList).focus()

    def on_resize(self) -> None:
        """Shorten the lines for the width there is."""
        self.call_after_refresh(self._lay_out)

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show all of what would be copied."""
        if message.option_index != self._whole:
            before, self._whole = self._whole, message.option_index
            for place in (before, self._whole):
                message.option_list.replace_option_prompt_at_index(place, self._prompt(place))

    def _lay_out(self) -> None:
        listed = self.query_one(ChoiceList)
        self._width = listed.measure
        self._whole = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(
            Option(self._prompt(place), id=act.id, disabled=words is None)
            for place, (act, words) in enumerate(self._ways)
        )
        listed.highlighted = self._whole

    def _prompt(self, place: int) -> Text:
        """A way on two rows: its name, and how the words begin; all of them under the cursor, if they fit."""
        act, words = self._ways[place]
        line = Text().append(f"{first_key(act, self._keymap)} {act.help}\n".lstrip(" "), "bold")
        if words is None:
            line.append(_("no English yet"), "italic")
        elif place == self._whole and self._fits_whole(words):
            line.append_text(in_rows(Text(words), self._width))
        else:
            line.append(shortened(one_line(words), self._width))
        return line.append("\n") if self._is_spaced else line

    @property
    def _room(self) -> int:
        return self.app.size.height * _SHARE // 100 - _FRAME

    @property
    def _is_spaced(self) -> bool:
        """Whether there is room for an empty row under each way."""
        return (_ROWS + 1) * len(self._ways) <= self._room

    def _fits_whole(self, words: str) -> bool:
        """Whether one of the ways can be shown with all its words."""
        more = in_rows(Text(words), self._width).plain.count("\n")
        return (_ROWS + self._is_spaced) * len(self._ways) + more <= self._room

    def _take(self, act_id: str) -> None:
        words = next(words for act, words in self._ways if act.id == act_id)
        if words is not None:
            self.dismiss((act_id, words))

    def action_french(self) -> None:
        """The French."""
        self._take("copying-french")

    def action_english(self) -> None:
        """The English."""
        self._take("copying-english")

    def action_both(self) -> None:
        """Both."""
        self._take("copying-both")

    def action_french_cited(self) -> None:
        """The French, with where it is from."""
        self._take("copying-french_cited")

    def action_english_cited(self) -> None:
        """The English, with where it is from."""
        self._take("copying-english_cited")

    def action_markdown(self) -> None:
        """A quote in Markdown."""
        self._take("copying-markdown")

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Copy in the chosen way."""
        if message.option_id is not None:
            self._take(message.option_id)
