"""Going back, one step at a time, to both languages side by side, and out of the article."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual import on
from textual.message import Message
from textual.widgets import Static

from articles.article import Article
from articles.wording import _
from tui.layout import beside
from tui.layout.blocks import View
from tui.layout.flow import FRENCH
from tui.screens.reading.base import ReadingBase, Step
from tui.settings import Chose
from tui.widgets.panes.deck import QUOTES
from tui.widgets.welcome import Welcome


class Back(ReadingBase):
    """What closes something, or leaves."""

    @dataclass
    class LibraryWanted(Message, namespace="reading_screen"):
        """The reader wants to the list or the library; this is what was read, up to a sentence."""

        article: Article
        sentence: int

    def _step_back(self) -> Step | None:
        return next(self._steps_back(), None)

    def _steps_back(self) -> Iterator[Step]:
        """What there is to go back from, the latest first; at last from the article to its list."""
        deck = self.deck
        if deck.is_in_pane and deck.name_of_pane == QUOTES and deck.speaker is not None:
            yield Step(_("Back"), deck.show_everybody)
        if deck.is_in_pane:
            yield Step(_("Back"), self._leave_pane)
        if self.find_bar.display:
            yield Step(_("Back"), self._end_finding)
        if deck.covers_text and deck.pane is not None:
            yield Step(_("Close"), self._close_pane)
        if self._is_other_view:
            yield Step(_("Both"), self._show_both)
        if self.welcome.display:
            yield Step(_("Close"), self._end_welcome)
        if self.state.notices:
            yield Step(_("Close"), self._close_notices)
        if deck.pane is not None:
            yield Step(_("Close"), self._close_pane)
        if self._actor is not None:
            yield Step(_("Back"), self._let_go_of_actor)
        if self._is_of_list:
            yield Step(_("List"), self.action_library)

    def action_dismiss(self) -> None:  # type: ignore[override]
        """Back, one step."""
        step = self._step_back()
        if step is not None:
            step.take()
        self._show_foot()

    def _leave_pane(self) -> None:
        self.page.focus()
        if self.deck.covers_text:
            self.deck.open(None)

    def _close_pane(self) -> None:
        self.deck.open(None)
        self._let_go_of_actor()

    def _end_finding(self) -> None:
        self.find_bar.end()
        self.page.mark_hits((), None)
        self._let_go_of_actor()
        self.page.focus()

    def _let_go_of_actor(self) -> None:
        self._actor = None
        self.page.select_actor(None)

    def _show_both(self) -> None:
        self._view, self._language = View.SIDE_BY_SIDE, FRENCH
        self._show_view()

    def _show_view(self) -> None:
        self.page.set_view(self._view, self._language)
        self._show_around()

    def _close_notices(self) -> None:
        self.state = replace(self.state, notices=())
        self._show_notice()

    def _show_notice(self) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(self.state.notices)
        closes = _("({key} closes)").format(key=self._key("dismiss"))
        notice.update("\n".join(f"{text}  {closes}" for text in self.state.notices))

    @on(Welcome.Learnt)
    def _end_welcome(self) -> None:
        self._welcomes = False
        self._place_welcome()
        self.post_message(Chose({"is_welcomed": True}))

    def _place_welcome(self) -> None:
        self.welcome.display = self._welcomes and self.size.height >= beside.ROWS_TO_WELCOME
        self._place_notices()

    def action_library(self) -> None:
        """The list that the article was opened from, else the library."""
        self.post_message(self.LibraryWanted(self.state.article, self.page.here))
