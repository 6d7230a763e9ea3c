"""The quotes."""

from rich.text import Text
from textual.widgets import OptionList

from articles.annotations import Quote
from articles.canonical import flowed
from articles.exporting.words import speaker_shown
from articles.facing import english_of
from articles.wording import _
from tui.acts import IN_QUOTES, bindings
from tui.state import ReaderState
from tui.widgets.panes.chosen import QuoteChosen, SpeakerWanted
from tui.widgets.panes.pane import Pane


class QuotesPane(Pane):
    """The quotes in reading order, each under its speaker."""

    BINDINGS = bindings(IN_QUOTES)
    ACTS = ("pane-choose", "quotes-speaker", "copy", "copy_as")

    def show(self, state: ReaderState, shown: tuple[int, ...], length: int, speaker: str | None) -> None:
        """All quotes, or those of one speaker."""
        quotes = state.analysis.quotes if state.analysis else ()
        kept = [(place, quote) for place, quote in enumerate(quotes) if speaker in (None, quote.speaker)]
        name = _("Quotes") if speaker is None else _("Quotes of {speaker}").format(speaker=speaker)
        self.border_title = self.titled(name)
        some = _("{count} of {total} · {key} all")
        of_all = some.format(count=len(kept), total=len(quotes), key=self.key("dismiss"))
        self.border_subtitle = f"{len(kept)}" if speaker is None else of_all
        entries = [(self._line(state, quote, shown), place) for place, quote in kept]
        self.fill(entries, state.waiting(_("Nobody is quoted.")))

    def point_at(self, quote: int) -> None:
        """Put the cursor on a quote, where it is listed."""
        if any(number == quote for _words, number in self._entries):
            self.highlighted = self.get_option_index(str(quote))

    def _line(self, state: ReaderState, quote: Quote, shown: tuple[int, ...]) -> Text:
        line = Text().append(speaker_shown(state.article, quote), self.tint(quote.speaker, state))
        if quote.cue is not None:
            line.append(f"  {flowed(quote.cue.of(state.article.text))}", self.quiet("cue"))
        french = f"«\u00a0{flowed(quote.span.of(state.article.text))}\u00a0»"
        for words, style in self.in_languages(shown, french, self._english(state, quote)):
            line.append(f"\n{words}", style)
        return line.append("\n")

    def _english(self, state: ReaderState, quote: Quote) -> str | None:
        if state.analysis is None:
            return None
        found = english_of(state.article, state.analysis, quote, state.translations)
        if found is None:
            return None
        return f"“{found.words}”" if found.is_exact else found.words

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Tell which."""
        message.stop()
        if message.option_id is not None:
            self.post_message(QuoteChosen(int(message.option_id)))

    def action_speaker(self) -> None:
        """Only what the speaker under the cursor said, or everybody again."""
        if self.chosen is not None:
            self.post_message(SpeakerWanted(self.chosen))
