"""The choice of what is copied."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from articles import citing
from articles.clippings import Clipping, ClippingKind
from articles.wording import _
from tui.acts import WHILE_COPYING, Act, Keymap, bindings, first_key
from tui.widgets.choice_list import ChoiceList
from tui.widgets.wrapping import in_rows


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


class CopyScreen(ModalScreen[str | None]):
    """The ways to copy a quote or a sentence, each as it will be; gives the words, or None."""

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
        &:focus { border: none; }
    }
    """

    def __init__(self, clipping: Clipping, keymap: Keymap) -> None:
        super().__init__()
        self._clipping = clipping
        self._keymap = keymap
        self._ways = ways(clipping)

    def compose(self) -> ComposeResult:
        """The ways, each under its number."""
        with Vertical() as box:
            is_quote = self._clipping.kind is ClippingKind.QUOTE
            box.border_title = _("Copy this quote as") if is_quote else _("Copy this sentence as")
            box.border_subtitle = _("Enter or its key copies · Esc closes")
            yield ChoiceList()

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(ChoiceList).focus()

    def on_resize(self) -> None:
        """Break the lines for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        listed = self.query_one(ChoiceList)
        place = listed.highlighted
        width = listed.measure
        listed.clear_options()
        listed.add_options(self._option(act, words, width) for act, words in self._ways)
        listed.highlighted = place or 0

    def _option(self, act: Act, words: str | None, width: int) -> Option:
        line = Text().append(f"{first_key(act, self._keymap)} {act.help}\n".lstrip(" "), "bold")
        line.append(_("no English yet") if words is None else words, "italic" if words is None else "")
        return Option(in_rows(line.append("\n"), width), id=act.id, disabled=words is None)

    def _take(self, act_id: str) -> None:
        words = next(words for act, words in self._ways if act.id == act_id)
        if words is not None:
            self.dismiss(words)

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
