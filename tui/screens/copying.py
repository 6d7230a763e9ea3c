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
from tui.widgets.wrapping import in_rows


def ways(clipping: Clipping) -> list[tuple[str, str | None]]:
    """What a clipping can be copied as: a title, and the words, None where there are none."""
    has_english = clipping.english is not None
    return [
        (_("French"), citing.plain_french(clipping)),
        (_("English"), citing.plain_english(clipping)),
        (_("Both"), citing.both(clipping) if has_english else None),
        (_("French, with where it is from"), citing.french(clipping)),
        (_("English, with where it is from"), citing.english(clipping)),
        (_("Markdown quote"), citing.markdown(clipping)),
    ]


class CopyScreen(ModalScreen[str | None]):
    """The ways to copy a quote or a sentence, each as it will be; gives the words, or None."""

    BINDINGS = [
        ("escape,q,C", "dismiss", "Close"),
        *((str(number), f"take({number})", "") for number in range(1, 7)),
    ]

    DEFAULT_CSS = """
    CopyScreen { align: center middle; }
    CopyScreen > Vertical {
        width: 92; max-width: 96%; height: auto; max-height: 92%;
        background: $surface; border: round $primary; padding: 0 1;
        border-title-color: $accent; border-subtitle-color: $foreground 75%;
    }
    CopyScreen OptionList {
        height: auto; max-height: 100%; background: $surface; border: none; padding: 0;
        &:focus { border: none; }
    }
    CopyScreen OptionList:focus > .option-list--option-highlighted {
        background: $primary 12%; color: $foreground; text-style: none;
    }
    """

    def __init__(self, clipping: Clipping) -> None:
        super().__init__()
        self._clipping = clipping
        self._ways = ways(clipping)

    def compose(self) -> ComposeResult:
        """The ways, each under its number."""
        with Vertical() as box:
            is_quote = self._clipping.kind is ClippingKind.QUOTE
            box.border_title = _("Copy this quote as") if is_quote else _("Copy this sentence as")
            box.border_subtitle = _("Enter or its number copies · Esc closes")
            yield OptionList()

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Break the lines for the width there is."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        listed = self.query_one(OptionList)
        place = listed.highlighted
        width = listed.scrollable_content_region.width
        listed.clear_options()
        listed.add_options(self._option(number, width) for number in range(1, len(self._ways) + 1))
        listed.highlighted = place or 0

    def _option(self, number: int, width: int) -> Option:
        title, words = self._ways[number - 1]
        line = Text().append(f"{number} {title}\n", "bold")
        line.append(_("no English yet") if words is None else words, "italic" if words is None else "")
        return Option(in_rows(line.append("\n"), width), id=str(number), disabled=words is None)

    def action_take(self, number: int) -> None:
        """Copy in this way."""
        words = self._ways[number - 1][1]
        if words is not None:
            self.dismiss(words)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Copy in the chosen way."""
        if message.option_id is not None:
            self.action_take(int(message.option_id))
