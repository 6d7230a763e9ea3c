"""The summary."""

from rich.text import Text
from textual.widgets import OptionList

from articles.wording import _, ngettext
from tui.acts import IN_SUMMARY, bindings
from tui.state import ReaderState
from tui.widgets.panes.chosen import SentenceChosen, SummaryResized
from tui.widgets.panes.pane import Entry, Pane


class SummaryPane(Pane):
    """The sentences that say the most, in reading order."""

    BINDINGS = bindings(IN_SUMMARY)
    ACTS = ("pane-choose", "summary-more", "summary-fewer")
    BOLD_TITLES = False

    def show(self, state: ReaderState, shown: tuple[int, ...], length: int, speaker: str | None) -> None:
        """The summary of so many sentences."""
        summary = state.analysis.summary(length) if state.analysis else ()
        self.border_title = self.titled(_("Summary"))
        of = ngettext("{count} of {total} sentence", "{count} of {total} sentences", state.shown_total)
        self.border_subtitle = f"− {of.format(count=len(summary), total=state.shown_total)} +"
        entries: list[Entry] = []
        for number, ranked in enumerate(summary, 1):
            line = Text().append(f"{number} ", "bold")
            found = state.translations.get(ranked.sentence)
            english = None if found is None else found.english
            for words, style in self.in_languages(shown, state.french(ranked.sentence), english):
                line.append(f"{words}\n", style)
            entries.append((line, ranked.sentence))
        self.fill(entries, state.waiting(_("No sentence of this text stands alone.")))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        if message.option_id is not None:
            self.post_message(SentenceChosen(int(message.option_id)))

    def action_more(self) -> None:
        """One sentence more."""
        self.post_message(SummaryResized(1))

    def action_fewer(self) -> None:
        """One sentence fewer."""
        self.post_message(SummaryResized(-1))
