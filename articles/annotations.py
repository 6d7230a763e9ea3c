"""What the analysis finds in an article: spans over its canonical text, and who is who."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from articles.spans import Span, outer_first
from articles.wording import _, ngettext, number


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


def kind_in_words(kind: ActorKind) -> str:
    """What an actor is, for people to read."""
    match kind:
        case ActorKind.PERSON:
            return _("person")
        case ActorKind.ORGANISATION:
            return _("organisation")
        case ActorKind.PLACE:
            return _("place")


def counted(actor: "Actor") -> str:
    """How often an actor is named and quoted."""
    named, quoted = len(actor.mentions), len(actor.quotes)
    words = ngettext("named once", "named {count}×", named).format(count=number(named))
    if not quoted:
        return words
    return f"{words}, " + ngettext("quoted once", "quoted {count}×", quoted).format(count=number(quoted))


class Gender(StrEnum):
    """The grammatical gender a text gives a person."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts in the article.

    `name` is the fullest form in the text, `role` is verbatim from it ("Premier ministre britannique").
    `mentions` are every place where the actor is named, in order. `quotes` are indices into the quotes.
    """

    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    role: str | None = None
    gender: Gender | None = None
    quotes: tuple[int, ...] = ()

    @property
    def weight(self) -> int:
        """How often the actor is named and quoted, together."""
        return len(self.mentions) + len(self.quotes)


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported words: the span inside the marks, without marks and the spaces next to them.

    `speaker` is an actor's name, or None where the text does not say. `cue` is what attributes the words
    (a verb with its auxiliary and pronoun, *selon*). `sentence` is the index of the sentence it begins in.
    Where the speaker is no actor, `described` is how the text calls them: *la ministre de l'éducation*.
    `spoken` are the parts without the narrator's words between the marks (*…, a déclaré X, …*), empty where
    there are none.
    """

    span: Span
    sentence: int
    speaker: str | None = None
    cue: Span | None = None
    described: Span | None = None
    spoken: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence that may stand in a summary: its index, its score in [0, 1]."""

    sentence: int
    score: float


@dataclass(frozen=True)
class Analysis:
    """Everything found in the article whose id is `article`, by this `version` of the analysis.

    `ranking` holds the sentences in the order in which a summary takes them: the first n, in reading
    order, are the summary of n.
    """

    article: str
    version: str
    quotes: tuple[Quote, ...]
    actors: tuple[Actor, ...]
    ranking: tuple[RankedSentence, ...]

    @cached_property
    def outermost(self) -> tuple[Quote, ...]:
        """The quotes that stand in no other quote, in reading order."""
        return self.layers[0] if self.layers else ()

    @cached_property
    def layers(self) -> tuple[tuple[Quote, ...], ...]:
        """The quotes by how many others they stand in; those of a layer are in reading order and apart."""
        layers: list[list[Quote]] = []
        for quote in sorted(self.quotes, key=outer_first):
            for layer in layers:
                if quote.span.start >= layer[-1].span.end:
                    layer.append(quote)
                    break
            else:
                layers.append([quote])
        return tuple(map(tuple, layers))

    @cached_property
    def speakers(self) -> dict[str, int]:
        """The speakers, numbered in the order in which they first speak."""
        named = dict.fromkeys(quote.speaker for quote in self.quotes if quote.speaker)
        return {speaker: place for place, speaker in enumerate(named)}

    @cached_property
    def by_weight(self) -> tuple[Actor, ...]:
        """The actors as they are listed: people, organisations, places, of each kind the weightiest first."""
        kinds = list(ActorKind)

        def order(actor: Actor) -> tuple[int, int, Span]:
            return kinds.index(actor.kind), -actor.weight, min(actor.mentions, default=Span(0, 0))

        return tuple(sorted(self.actors, key=order))

    def summary(self, count: int) -> tuple[RankedSentence, ...]:
        """The summary of so many sentences, in reading order."""
        return tuple(sorted(self.ranking[:count], key=lambda ranked: ranked.sentence))
