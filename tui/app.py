"""The Textual application: themes, the palette, and the screen of the article that was opened."""

from collections.abc import Callable, Iterable

from textual.app import App, SystemCommand
from textual.screen import Screen

from articles import events
from articles.analysis.client import Analyser
from articles.article import Article
from articles.reading import Reading
from tui import clipboard
from tui.acts import READING
from tui.screens.reading import ReadingScreen, StartReading
from tui.theme import DARK, QUOTES, THEMES


class EnregardApp(App[None]):
    """The reader."""

    TITLE = "En regard"
    BINDINGS = []
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, article: Article, start_reading: StartReading | None = None) -> None:
        super().__init__()
        self._article = article
        self._start_reading = start_reading or self._own_reading
        self._analyser = Analyser()

    def _own_reading(self, article: Article, tell: Callable[[events.Event], None]) -> Reading:
        """A reading with the reader's own memory, language packs and analysis."""
        return Reading(article, tell, analyse=self._analyser.analyse)

    def on_unmount(self) -> None:
        """End the process that analyses."""
        self._analyser.close()

    def on_mount(self) -> None:
        """Show the article."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self.push_screen(ReadingScreen(self._article, self._start_reading))

    @property
    def failure(self) -> Exception | None:
        """What ended the reader, where it was no wish of the person reading."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave the terminal as it was; the command line says what happened, without the article's words."""
        self._close_messages_no_wait()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the terminal's clipboard and to the system's, and say which way it went."""
        self._clipboard = text
        if self._driver is not None and clipboard.fits(text):
            self._driver.write(clipboard.sequence(text))
        self.run_worker(lambda: self._copy_to_system(text), thread=True, exit_on_error=False)

    def _copy_to_system(self, text: str) -> None:
        ways = ["the terminal"] if clipboard.fits(text) else []
        ways += ["tmux"] if clipboard.to_tmux(text) else []
        ways += ["the system’s clipboard"] if clipboard.to_system(text) else []
        size = f"{len(text.split())} words" if len(text.split()) > 1 else "1 word"
        said = f"Copied {size} to {', '.join(ways)}." if ways else "Too long for the terminal’s clipboard."
        self.call_from_thread(self.notify, said, timeout=3)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for the speakers where a theme has none."""
        return QUOTES

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every act of the reading screen with its key, and the themes."""
        if isinstance(screen, ReadingScreen):
            for act in READING:
                if act.id != "palette":
                    run = getattr(screen, f"action_{act.id}")
                    yield SystemCommand(f"{act.help}", f"Key: {act.keys[0]}", run)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
