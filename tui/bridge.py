"""The only code on both sides of a thread: what a reading tells becomes a message of the screen."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.message_pump import MessagePump

from articles import events


@dataclass
class Told(Message):
    """A reading told something."""

    event: events.Event


def teller(hearer: MessagePump) -> Callable[[events.Event], None]:
    """What a reading may call from its threads."""

    def tell(event: events.Event) -> None:
        hearer.post_message(Told(event))

    return tell
