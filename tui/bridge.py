"""The only code on both sides of a thread: what is told there becomes a message of the screen or the app."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.message_pump import MessagePump

from articles import events


@dataclass
class Told(Message):
    """A reading told something."""

    event: events.Event


@dataclass
class Said(Message):
    """What was done on a thread came to this: it is said for so long, whichever screen is shown by then."""

    words: str
    seconds: float = 3


def teller(hearer: MessagePump) -> Callable[[events.Event], None]:
    """What a reading may call from its threads."""

    def tell(event: events.Event) -> None:
        hearer.post_message(Told(event))

    return tell


def sayer(app: MessagePump) -> Callable[[str], None]:
    """What may be called on a thread to say something, also when the screen that began it was left."""

    def say(words: str) -> None:
        app.post_message(Said(words))

    return say
