"""What every part of the reading screen works with: its state, its widgets, and saying something."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.annotations import Actor, Quote
from articles.article import Article
from articles.recalling import Recalled
from articles.wording import _
from tui.acts import Act, named
from tui.background import StartReading
from tui.layout.blocks import View
from tui.layout.flow import FRENCH
from tui.screens.with_foot import WithFoot
from tui.settings import Settings
from tui.state import ReaderState
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes.deck import SUMMARY, PaneDeck
from tui.widgets.welcome import Welcome

if TYPE_CHECKING:
    from articles.reading import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """One step back: what it is called in the foot, and what it does."""

    label: str
    take: Callable[[], object]


class ReadingBase(WithFoot):
    """One article that is being read; `is_of_list` where a folder, a book or a feed lists it."""

    def __init__(
        self,
        article: Article,
        start_reading: StartReading,
        settings: Settings,
        known: Recalled | None = None,
        *,
        is_of_list: bool = False,
    ) -> None:
        super().__init__(settings)
        known = known or Recalled()
        self._begins_at = self._here = known.sentence
        self.read_to = 0
        self.state = ReaderState(
            article, dict(known.translations), analysis=known.analysis, packs_key=self._key("packs")
        )
        self._is_of_list = is_of_list
        self._start_reading = start_reading
        self._undos: list[Callable[[Reading], None]] = []
        self._reading: Reading | None = None
        self._view = View.SIDE_BY_SIDE
        self._language = FRENCH
        self._actor: Actor | None = None
        self._shows_marks = True
        self._welcomes = False
        self._lacks_english = False

    @property
    def page(self) -> ArticlePage:
        """The article's page."""
        return self.query_one("#page", ArticlePage)

    @property
    def deck(self) -> PaneDeck:
        """The panes."""
        return self.query_one("#deck", PaneDeck)

    @property
    def find_bar(self) -> FindBar:
        """Where words to be found are typed."""
        return self.query_one("#find", FindBar)

    @property
    def welcome(self) -> Welcome:
        """What a first reader is told."""
        return self.query_one("#welcome", Welcome)

    def _say(self, words: str) -> None:
        """Say something for a moment, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(words, timeout=3, markup=False)

    def _step_back(self) -> Step | None:
        """What Esc does here and now."""
        raise NotImplementedError

    def _as_it_is(self, act: Act) -> Act:
        """An act by what it does here and now."""
        if act.id == "dismiss":
            step = self._step_back()
            return act if step is None else replace(act, label=step.label)
        if act.id == "library" and self._is_of_list:
            return replace(act, label=_("List"), help=_("Back to the list that the article was opened from"))
        return act

    def _place_notices(self) -> None:
        """Let what is said for a moment stand over the lines under the text."""
        self.set_class(self.find_bar.display, "-finds")
        self.set_class(self.welcome.display, "-welcomes")

    def _show_foot(self) -> None:
        """What can be done here and now."""
        self._place_notices()
        always = ["help", "quit"]
        if self.find_bar.is_typing:
            here = ["find-next", "find-previous", "find-stay", "find-leave"]
            always = []
        elif self.deck.pane is not None and self.deck.is_in_pane:
            here = [act.id for act in self.deck.pane.acts]
            if self.deck.hides_text:
                here.insert(1, "dismiss")
            else:
                here += ["change_side", "dismiss", "widen", "narrow"]
        else:
            here = self._done_in_text()
        self.query_one("#foot", Foot).show(
            [self._as_it_is(act) for act in named(*dict.fromkeys(here))], named(*always)
        )

    def _done_in_text(self) -> list[str]:
        """The acts that the foot names while the text has the keys."""
        has_hits = bool(self.find_bar.hits)
        here = ["next_match", "previous_match", "dismiss"] if has_hits else []
        here += ["dismiss"] if self._is_other_view else []
        here += ["packs"] if self.state.pack_missing else []
        here += ["toggle_language", "summary", "quotes", "actors", "copy", "find", "library", "cycle_view"]
        here += ["next_match"] if self._actor is not None else []
        here += ["summary-more", "summary-fewer"] if self.deck.name_of_pane == SUMMARY else []
        here += ["undo"] if self._undos else []
        here += ["clippings"] if self.state.clippings else []
        here += ["copy_as", "edit"]
        here += ["dismiss"] if self._step_back() is not None else []
        return here

    @property
    def _is_other_view(self) -> bool:
        """Whether another view is shown where there is room for both languages side by side."""
        return self._view is not View.SIDE_BY_SIDE and self.page.has_room_for_both

    def _show_around(self) -> None:
        """Everything around the page."""
        page = self.page
        self.deck.show(self.state, page.shown_view)
        self.query_one("#title", TitleBar).show(self.state, page.place)
        self.query_one("#heads", ColumnHeads).show(
            page.shown_view, page.scrollable_content_region.width, self.state.origin(page.sentence)
        )
        self._show_foot()

    def go_to(self, sentence: int) -> None:
        """Go to a sentence; a pane that covers the whole text makes way for it."""
        self.page.go_to(sentence)
        self._make_way()

    def _go_to_quote(self, quote: Quote) -> None:
        """Go to a quote, in the same way."""
        self.page.go_to_quote(quote)
        self._make_way()

    def _make_way(self) -> None:
        if self.deck.hides_text and self.deck.pane is not None:
            self.deck.open(None)
            if not self.find_bar.is_typing:
                self.page.focus()
