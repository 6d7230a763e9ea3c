"""What every part of the reading screen works with: its state, its widgets, and saying something."""

from textual.widgets import Static

from articles.annotations import Actor
from articles.article import Article
from articles.recalling import Recalled
from articles.wording import _
from tui.background import StartReading
from tui.bridge import teller
from tui.layout.blocks import View
from tui.layout.viewing import Viewing
from tui.screens.reading.edits import Edits
from tui.screens.reading.now import Now, in_foot
from tui.screens.reading.running import Running
from tui.screens.with_foot import WithFoot
from tui.settings import Settings
from tui.state import ReaderState
from tui.trail import Trail
from tui.walking import Stop
from tui.widgets.article_page import ArticlePage
from tui.widgets.find_bar import FindBar
from tui.widgets.foot import Foot
from tui.widgets.heading import ColumnHeads, TitleBar
from tui.widgets.panes.deck import PaneDeck
from tui.widgets.welcome import Welcome


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
        self.begins_at = known.sentence
        self.trail = Trail(known.sentence)
        self.state = ReaderState(
            article, dict(known.translations), analysis=known.analysis, packs_key=self._key("packs")
        )
        self.running = Running(article, start_reading, teller(self))
        self.edits = Edits()
        self.viewing = Viewing()
        self.actor: Actor | None = None
        self._is_of_list = is_of_list

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

    @property
    def now(self) -> Now:
        """What is open."""
        page, deck, find_bar, pane = self.page, self.deck, self.find_bar, self.deck.pane
        return Now(
            pane=deck.name_of_pane,
            pane_acts=() if pane is None else pane.ACTS,
            has_keys=deck.is_in_pane,
            covers_text=deck.covers_text,
            hides_text=deck.hides_text,
            is_of_speaker=deck.speaker is not None,
            is_finding=find_bar.display,
            is_typing=find_bar.is_typing,
            has_hits=bool(find_bar.finding.hits),
            has_actor=self.actor is not None,
            is_other_view=self.viewing.view is not View.SIDE_BY_SIDE and page.has_room_for_both,
            welcomes=self.welcome.display,
            has_notices=bool(self.state.notices),
            lacks_pack=self.state.pack_missing,
            can_undo=bool(self.edits),
            has_clippings=bool(self.state.clippings),
            is_of_list=self._is_of_list,
        )

    def keep_place(self, here: int, *, is_on_the_way: bool = False) -> None:
        """Keep and show that the reader is at a sentence, or only comes by it while words are typed."""
        if not is_on_the_way:
            self.trail = self.trail.moved(here, self.page.screens_between(self.trail.here, here))
        self.running.at(here, self.trail.read_to)
        self.query_one("#title", TitleBar).show(self.state, self.page.place)

    def say(self, words: str) -> None:
        """Say something for a moment, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(words, timeout=3, markup=False)

    def show_foot(self) -> None:
        """What can be done here and now; what is said for a moment stands over the lines under the text."""
        now = self.now
        self.set_class(now.is_finding, "-finds")
        self.set_class(now.welcomes, "-welcomes")
        self.query_one("#foot", Foot).show(*in_foot(now))

    def show_around(self) -> None:
        """Everything around the page."""
        page = self.page
        self.deck.show(self.state, page.shown_view)
        self.query_one("#title", TitleBar).show(self.state, page.place)
        self.query_one("#heads", ColumnHeads).show(
            page.shown_view, page.scrollable_content_region.width, self.state.origin(page.sentence)
        )
        self.show_foot()

    def show_notices(self) -> None:
        """What there is to tell, until it is closed."""
        notice = self.query_one("#notice", Static)
        notice.display = bool(self.state.notices)
        closes = _("({key} closes)").format(key=self._key("dismiss"))
        notice.update("\n".join(f"{text}  {closes}" for text in self.state.notices))

    def go_to(self, sentence: int) -> None:
        """Go to a sentence."""
        self.go(Stop(sentence))

    def go(self, stop: Stop) -> None:
        """Go to a sentence or a quote, and say what is said of it.

        A pane that covers the whole text makes way for it.
        """
        if stop.said:
            self.say(stop.said)
        if stop.quote is not None:
            self.page.go_to_quote(stop.quote)
        elif stop.sentence is not None:
            self.page.go_to(stop.sentence)
        else:
            return
        if self.deck.hides_text and self.deck.pane is not None:
            self.deck.open(None)
            if not self.find_bar.is_typing:
                self.page.focus()

    def choose_actor(self, actor: Actor | None) -> None:
        """Underline an actor, through whose mentions one goes; or nobody."""
        self.actor = actor
        self.page.select_actor(actor)
