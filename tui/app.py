"""The Textual application: themes, the palette, and the screen of the article that was opened."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen

from articles import choices, events
from articles.analysis.client import Analyser
from articles.article import Article
from articles.reading import Reading
from articles.wording import _, ngettext
from tui import clipboard
from tui.acts import READING, key_name, keys_of
from tui.keymap import for_textual
from tui.screens.reading import ReadingScreen, StartReading
from tui.settings import Chose, Settings
from tui.theme import DARK, QUOTES, THEMES


class EnregardApp(App[None]):
    """The reader."""

    TITLE = "En regard"
    BINDINGS = []
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        article: Article,
        start_reading: StartReading | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self._article = article
        self._settings = settings or Settings()
        self._choices = self._settings.choices
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
        wanted = self._settings.theme or self._choices.theme or DARK.name
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.set_keymap(for_textual(self._settings.keymap))
        self.push_screen(ReadingScreen(self._article, self._start_reading, self._settings))
        if wanted not in self.available_themes:
            self.notify(_("There is no theme called {name}.").format(name=wanted), markup=False)

    def _keep_theme(self, _theme: object) -> None:
        if self._settings.theme is not None:
            self.notify(_("For now: the next time it is the theme of your configuration file again."))
        else:
            self.post_message(Chose({"theme": self.theme}))

    @on(Chose)
    def _keep_choice(self, message: Chose) -> None:
        before, self._choices = self._choices, replace(self._choices, **message.changes)
        if self._choices != before and self._settings.library is not None:
            self._write_choices(before, self._choices)

    @work(thread=True, group="choices", description="keep the reader's choices")
    def _write_choices(self, before: choices.Choices, now: choices.Choices) -> None:
        if self._settings.library is not None:
            choices.keep(self._settings.library, before, now)

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
        ways = [_("the terminal")] if clipboard.fits(text) else []
        ways += ["tmux"] if clipboard.to_tmux(text) else []
        ways += [_("the system’s clipboard")] if clipboard.to_system(text) else []
        count = len(text.split())
        said = ngettext("Copied {count} word to {ways}.", "Copied {count} words to {ways}.", count)
        too_long = _("Too long for the terminal’s clipboard.")
        self.call_from_thread(
            self.notify, said.format(count=count, ways=", ".join(ways)) if ways else too_long, timeout=3
        )

    def get_key_display(self, binding: Binding) -> str:
        """A key as a reader knows it."""
        return key_name(binding.key)

    def action_command_palette(self) -> None:
        """Find anything the program does, by name."""
        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(CommandPalette(placeholder=_("What do you want to do?"), id="--command-palette"))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours for the speakers where a theme has none."""
        return QUOTES

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every act of the reading screen with its key, and the themes."""
        if isinstance(screen, ReadingScreen):
            for group in READING:
                for act in group.acts:
                    if act.id != "palette":
                        keys = "  ".join(map(key_name, keys_of(act, self._settings.keymap)))
                        run = getattr(screen, f"action_{act.action}")
                        yield SystemCommand(act.help, _("Key: {keys}").format(keys=keys), run)
        yield SystemCommand(_("Theme"), _("Choose the colours"), self.action_change_theme)
