"""What is done with the words: copying, changing the English, writing the article to a file."""

from articles import citing
from articles.clippings import Clipping
from articles.translation import BY_HAND
from articles.wording import _
from tui.layout.blocks import View
from tui.screens.reading.base import ReadingBase


def as_read(clipping: Clipping, view: View) -> tuple[str, str]:
    """The way in which a clipping is copied, by its act, and the words: in the language that is read."""
    english = citing.plain_english(clipping) if view is View.ENGLISH else None
    return ("copying-english", english) if english else ("copying-french", citing.plain_french(clipping))


class Words(ReadingBase):
    """The acts on words."""

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else what is under the cursor, in the language that is read."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
            self.clear_selection()
            self.welcome.did("copy")
            return
        clipping = self._under_cursor()
        self._copy(clipping, *as_read(clipping, self.page.shown_view))
        self.welcome.did("copy")

    def action_copy_as(self) -> None:
        """Choose how what is under the cursor is copied."""
        from tui.screens.copying import CopyScreen

        clipping = self._under_cursor()

        def chosen(found: tuple[str, str] | None) -> None:
            if found is not None:
                self._copy(clipping, *found)

        self.app.push_screen(CopyScreen(clipping, self._settings.keymap), chosen)

    def _under_cursor(self) -> Clipping:
        from tui.copying import under_cursor

        return under_cursor(self.state, self.page, self.focused)

    def _copy(self, clipping: Clipping, way: str, words: str) -> None:
        from tui.screens.copying import copied

        self.running.keep_clipping(clipping)
        self._to_clipboard(words, copied(clipping, way))

    def _to_clipboard(self, words: str, what: str) -> None:
        from tui.terminal import TerminalApp

        if isinstance(self.app, TerminalApp):
            self.app.copy_to_clipboard(words, what)

    def action_copy_text(self) -> None:
        """Copy what the mouse has selected."""
        selected = self.get_selected_text()
        if selected:
            self._to_clipboard(selected, _("Copied the selection: {words}"))
        else:
            nothing = _("Nothing is selected: drag with the mouse, or press {key} to copy the sentence.")
            self.say(nothing.format(key=self._key("copy")))

    def action_edit(self) -> None:
        """Change the current sentence's English by hand."""
        from tui.screens.edit import EditScreen

        sentence = self.page.sentence
        before = self.state.translations.get(sentence)

        def keep(english: str | None) -> None:
            if english is not None and self.running.reading is not None:
                self.edits.keep_by_hand(self.running.reading, sentence, english, before)
                self.show_foot()

        french, english = self.state.french(sentence), before.english if before else ""
        is_by_hand = before is not None and before.origin == BY_HAND
        self.app.push_screen(EditScreen(french, english, self._settings.keymap, is_by_hand=is_by_hand), keep)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self.edits or self.running.reading is None:
            self.say(_("There is no change to take back."))
            return
        sentence = self.edits.take_back(self.running.reading)
        if sentence is not None:
            self.page.go_to(sentence)
        self.show_foot()

    def action_export(self) -> None:
        """Write the article to a file."""
        from tui import exporting

        exporting.ask(self.app, self.state)
