"""Styled words on rows of their own: where French may break, as on the page."""

from rich.text import Text

from articles.spans import Span
from tui.layout.wrap import wrapped


def in_rows(words: Text, width: int) -> Text:
    """The lines of `words` broken into rows of at most `width` cells, in the styles they have."""
    if width < 1:
        return words
    rows: list[Text] = []
    start = 0
    for line in words.plain.split("\n"):
        rows += [
            words[row.start : row.end] for row in wrapped(words.plain, Span(start, start + len(line)), width)
        ]
        start += len(line) + 1
    return Text("\n").join(rows)
