"""What is copied: whatever is under the cursor."""

from textual.widget import Widget

from articles.clippings import Clipping, clipping_of_quote, clipping_of_sentence
from articles.facing import outer_quotes
from tui.state import ReaderState
from tui.widgets.panes.clippings import ClippingsPane
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane


def under_cursor(state: ReaderState, sentence: int, focused: Widget | None) -> Clipping:
    """What a focused pane's cursor is on; from the text, the sentence's first quote, else the sentence."""
    article, found, analysis = state.article, state.translations, state.analysis
    if isinstance(focused, ClippingsPane) and focused.clipping is not None:
        return focused.clipping
    if isinstance(focused, SummaryPane) and focused.chosen is not None:
        return clipping_of_sentence(article, focused.chosen, found)
    if analysis is not None:
        if isinstance(focused, QuotesPane) and focused.chosen is not None:
            return clipping_of_quote(article, analysis, analysis.quotes[focused.chosen], found)
        quotes = outer_quotes(analysis, article.sentences[sentence].span)
        if quotes:
            return clipping_of_quote(article, analysis, quotes[0], found)
    return clipping_of_sentence(article, sentence, found)
