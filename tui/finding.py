"""Finding words while they are typed: where they are, and at which of these places the reader is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from articles.wording import _
from tui import walking
from tui.layout.marks import Hit
from tui.state import ReaderState


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that are `typed` to be found from the sentence `begun_at` on; `number` is that of the hit."""

    begun_at: int = 0
    typed: str = ""
    hits: tuple[Hit, ...] = ()
    number: int | None = None

    @property
    def sentence(self) -> int:
        """Where the reader is to be: at a hit, else where the finding began."""
        return self.begun_at if self.number is None else self.hits[self.number].sentence

    @property
    def count(self) -> str:
        """How many there are, and which one it is, as it is shown."""
        if not self.hits:
            return _("nothing") if self.typed.strip() else ""
        return f"{'–' if self.number is None else self.number + 1}/{len(self.hits)}"

    def of(self, typed: str, state: ReaderState, shown: Sequence[int]) -> Self:
        """Other words, from the first place after the beginning, in the sentences that are `shown`."""
        hits = walking.hits(state, typed, shown)
        number = walking.around([hit.sentence for hit in hits], self.begun_at - 1, 1) if hits else None
        return replace(self, typed=typed, hits=hits, number=number)

    def again(self, state: ReaderState, shown: Sequence[int]) -> Self:
        """The same words in what there is now; the reader stays where they are."""
        at = None if self.number is None else self.hits[self.number]
        hits = walking.hits(state, self.typed, shown)
        return replace(self, hits=hits, number=hits.index(at) if at in hits else None)

    def stepped(self, step: int, here: int) -> Self:
        """At the hit after or before, around the ends; `here` is the current sentence."""
        if not self.hits:
            return self
        places = [hit.sentence for hit in self.hits]
        if self.number is None or places[self.number] != here:
            return replace(self, number=walking.around(places, here, step))
        return replace(self, number=(self.number + step) % len(places))
