"""Where the reader has been in an article."""

from dataclasses import dataclass

_MOST = 50
"""Jumps that can be gone back over."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The sentence where the reader is, the last that was read, and those from which jumps began."""

    here: int
    read_to: int = 0
    jumps: tuple[int, ...] = ()

    def moved(self, to: int, screens: float) -> "Trail":
        """The trail after a move to a sentence so many screens on, or back.

        Over more than one screen it is a jump: what lies between was not read.
        """
        if to == self.here:
            return self
        if abs(screens) > 1:
            return Trail(to, self.read_to, (*self.jumps, self.here)[-_MOST:])
        return Trail(to, max(self.read_to, to) if to > self.here else self.read_to, self.jumps)

    def back(self) -> "Trail | None":
        """The trail from where the last jump began; None where there was none."""
        return Trail(self.jumps[-1], self.read_to, self.jumps[:-1]) if self.jumps else None
