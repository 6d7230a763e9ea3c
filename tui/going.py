"""Going to a place that is named in the palette: a sentence by its number, or so many per cent."""

import re
from functools import partial

from textual.command import Hit, Hits, Provider

from articles.wording import _, number, percent
from tui.screens.reading import ReadingScreen

_PLACE = re.compile(r"\s*(\d{1,9})\s*(%?)\s*")


class Going(Provider):
    """Going to a place: `27` is that sentence, as the title counts them, `50%` the middle."""

    async def search(self, query: str) -> Hits:
        """The place that is named."""
        named = _PLACE.fullmatch(query)
        screen = self.screen
        if named is None or not isinstance(screen, ReadingScreen):
            return
        page = screen.page
        shown = page.sentences
        given, is_share = int(named[1]), bool(named[2])
        place = round(len(shown) * min(given, 100) / 100) if is_share else given
        place = max(1, min(place, len(shown)))
        words = _("Go to sentence {place} of {count}").format(place=number(place), count=number(len(shown)))
        told = f"{percent(min(given, 100))}: {words}" if is_share else words
        yield Hit(1.0, told, partial(screen.go_to, shown[place - 1]), text=told)
