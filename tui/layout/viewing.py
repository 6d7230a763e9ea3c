"""Which view the reader wants, and the language where one alone is shown."""

from dataclasses import dataclass
from typing import Self

from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH

_CYCLE = (View.SIDE_BY_SIDE, View.FRENCH, View.ENGLISH, View.INTERLINEAR)


@dataclass(frozen=True, slots=True)
class Viewing:
    """A view, as it is wanted; where two columns do not fit, another one is `shown`, of the language."""

    view: View = View.SIDE_BY_SIDE
    language: int = FRENCH

    def toggled(self, shown: View) -> Self:
        """The other language, in place; from two languages at once, one of them."""
        is_of_one = shown in (View.FRENCH, View.ENGLISH)
        language = self.language
        if is_of_one:
            language = ENGLISH if shown is View.FRENCH else FRENCH
        alone = View.ENGLISH if language == ENGLISH else View.FRENCH
        return type(self)(alone if shown is self.view or not is_of_one else self.view, language)

    def cycled(self, shown: View) -> Self:
        """The next of the four views that differs from what is shown."""
        place = _CYCLE.index(self.view)
        following = (*_CYCLE[place + 1 :], *_CYCLE[: place + 1])
        view = next(view for view in following if view is not shown)
        return type(self)(view, ENGLISH if view is View.ENGLISH else FRENCH)
