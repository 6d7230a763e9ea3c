"""The clippings of the article."""

from collections.abc import Sequence

from rich.text import Text
from textual.widgets import OptionList

from articles import citing
from articles.clippings import Clipping, ClippingKind
from articles.wording import _
from tui.acts import IN_CLIPPINGS, Keymap, bindings
from tui.state import ReaderState
from tui.widgets.panes.chosen import ClippingChosen, ClippingDropped
from tui.widgets.panes.pane import Pane


class ClippingsPane(Pane):
    """What was copied from this article, the latest first."""

    BINDINGS = bindings(IN_CLIPPINGS)
    ACTS = ("pane-choose", "clippings-drop", "copy", "copy_as")

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(keymap, id=id)
        self._clippings: Sequence[Clipping] = ()

    def show(self, state: ReaderState, shown: tuple[int, ...], length: int, speaker: str | None) -> None:
        """The clippings of the article."""
        self._clippings = state.clippings
        self.border_title = self.titled(_("Clippings"))
        self.border_subtitle = f"{len(self._clippings)}" if self._clippings else ""
        nothing = _("Nothing was copied from this article yet: {key} copies.")
        entries = [
            (self._line(state, clipping, shown), place) for place, clipping in enumerate(self._clippings)
        ]
        self.fill(entries, nothing.format(key=self.key("copy")))

    @property
    def clipping(self) -> Clipping | None:
        """The clipping under the cursor."""
        return None if self.chosen is None else self._clippings[self.chosen]

    def _line(self, state: ReaderState, clipping: Clipping, shown: tuple[int, ...]) -> Text:
        line = Text()
        if clipping.kind is ClippingKind.QUOTE:
            speaker = clipping.speaker or clipping.attribution or _("unattributed")
            line.append(f"{speaker}\n", self.tint(clipping.speaker, state))
        words = self.in_languages(shown, citing.plain_french(clipping), citing.plain_english(clipping))
        for text, style in words:
            line.append(f"{text}\n", style)
        return line

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        if message.option_id is not None:
            self.post_message(ClippingChosen(self._clippings[int(message.option_id)]))

    def action_drop(self) -> None:
        """Drop the clipping under the cursor."""
        if self.clipping is not None:
            self.post_message(ClippingDropped(self.clipping))
