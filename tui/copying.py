"""What is copied: whatever is under the cursor."""

from textual.widget import Widget

from articles.clippings import Clipping, clipping_of_quote, clipping_of_sentence
from tui.state import ReaderState
from tui.widgets.article_page import ArticlePage
from tui.widgets.panes.clippings import ClippingsPane
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane


def under_cursor(state: ReaderState, page: ArticlePage, focused: Widget | None) -> Clipping:
    """What a focused pane's cursor is on; from the text, the quote it is on, else the sentence."""
    article, found, analysis = state.article, state.translations, state.analysis
    if isinstance(focused, ClippingsPane) and focused.clipping is not None:
        return focused.clipping
    if isinstance(focused, SummaryPane) and focused.chosen is not None:
        return clipping_of_sentence(article, focused.chosen, found)
    if analysis is not None:
        if isinstance(focused, QuotesPane) and focused.chosen is not None:
            return clipping_of_quote(article, analysis, analysis.quotes[focused.chosen], found)
        if page.quote is not None:
            return clipping_of_quote(article, analysis, page.quote, found)
    return clipping_of_sentence(article, page.sentence, found)
