"""What the panes tell of what was chosen in them; known before any pane is there."""

from dataclasses import dataclass

from textual.message import Message

from articles.annotations import Actor
from articles.clippings import Clipping


@dataclass
class SentenceChosen(Message):
    """A sentence of the summary was chosen."""

    sentence: int


@dataclass
class SummaryResized(Message):
    """A longer or shorter summary is wanted."""

    step: int


@dataclass
class QuoteChosen(Message):
    """A quote was chosen, by its number."""

    quote: int


@dataclass
class SpeakerWanted(Message):
    """Only what the speaker of this quote said is wanted; everybody again where that is so already."""

    quote: int


@dataclass
class ActorHighlighted(Message):
    """Another actor is under the cursor."""

    actor: Actor


@dataclass
class ActorChosen(Message):
    """An actor was chosen, to walk through the mentions."""

    actor: Actor


@dataclass
class ActorSaid(Message):
    """What an actor said is asked for."""

    actor: Actor


@dataclass
class ClippingChosen(Message):
    """A clipping was chosen."""

    clipping: Clipping


@dataclass
class ClippingDropped(Message):
    """A clipping is to go."""

    clipping: Clipping


@dataclass
class EdgeDragged(Message):
    """The left edge was dragged so that the pane is so many cells wide."""

    width: int
