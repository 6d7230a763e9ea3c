"""What the reader and its terminal tell each other: keys, each in its turn, and what is copied."""

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.message_pump import MessagePump

from articles.canonical import harmless, one_line
from articles.wording import _
from tui import clipboard
from tui.first_page import OTHER_SCREEN, FirstPage
from tui.layout.wrap import shortened

_PATIENCE = 0.3
"""Seconds: what takes longer does not hold up the keys."""

_SHOWN = 30
"""Cells: what is said of a text that was copied."""

_LOOK_AGAIN = 0.01
"""Seconds between looks at whether a screen is ready for keys."""


class TerminalApp(App[None]):
    """An app in which a key waits until what the one before it asked for is there.

    Textual hands each key to whatever has the focus when it comes. Of keys that come together, as over a slow
    line, a search's letters would so be taken as commands, since the field gets the focus later.
    """

    def __init__(self, first_page: FirstPage | None = None) -> None:
        super().__init__()
        self._first_page = first_page
        if first_page is not None and first_page.is_up:
            self.driver_class = _on_the_other_screen(self.driver_class)
        self._waiting: deque[Message] = deque()
        self._is_settling = False
        self._in_turn: Message | None = None
        self._settling: asyncio.Task[None] | None = None

    def on_load(self) -> None:
        """Take the terminal over."""
        if self._first_page is not None:
            self._first_page.hand_over()

    async def on_event(self, event: events.Event) -> None:
        """Hand a key, or a paste, to what has the focus: in its turn. What is pasted drives no terminal."""
        if isinstance(event, events.Paste):
            event.text = harmless(event.text)
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_settling and event is not self._in_turn:
            self._waiting.append(event)
        else:
            self._is_settling = True
            target = self.focused or self.screen
            await super().on_event(event)
            self._settling = asyncio.create_task(self._settle([*target.ancestors_with_self, self]))

    async def _settle(self, pumps: list[MessagePump]) -> None:
        """Let everything that hears a key deal with it, then give the next one its turn."""
        for pump in pumps:
            await _heard(pump)
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while not self._takes_keys():
                    await asyncio.sleep(_LOOK_AGAIN)
        await _heard(self)
        if self._waiting:
            self._in_turn = self._waiting.popleft()
            self.post_message(self._in_turn)
        else:
            self._is_settling = False

    def _takes_keys(self) -> bool:
        if not self.screen_stack:
            return True
        screen = self.screen
        return screen.is_mounted and (screen.focused is not None or not screen.focus_chain)

    def copy_to_clipboard(self, text: str, what: str = "") -> None:
        """Copy to the terminal's clipboard and to the system's, and say what went and which way.

        `what` has {words} where the beginning of the text is to stand.
        """
        self._clipboard = text
        if self._driver is not None and clipboard.fits(text):
            self._driver.write(clipboard.sequence(text))
        self.run_worker(lambda: self._copy_to_system(text, what), thread=True, exit_on_error=False)

    def _copy_to_system(self, text: str, what: str) -> None:
        to_terminal = [_("the terminal")] if clipboard.fits(text) else []
        ways = ["tmux"] if clipboard.to_tmux(text) else to_terminal
        ways += [_("the system’s clipboard")] if clipboard.to_system(text) else []
        said = (what or _("Copied: {words}")).format(words=shortened(one_line(text), _SHOWN))
        went = _("{what} (to {ways})").format(what=said, ways=", ".join(ways))
        too_long = _("Too long for the terminal’s clipboard: select less.")
        self.call_from_thread(self.notify, went if ways else too_long, timeout=3, markup=False)


async def _heard(pump: MessagePump) -> None:
    """Wait until what was sent to it before has been dealt with."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await done.wait()


def _on_the_other_screen(driver: type[Driver]) -> type[Driver]:
    """A driver that finds the terminal on its other screen; to enter it again would clear it in some."""

    class There(driver):  # type: ignore[valid-type, misc]
        _is_there = True

        def write(self, data: str) -> None:
            if self._is_there and data == OTHER_SCREEN:
                self._is_there = False
            else:
                super().write(data)

    return There
