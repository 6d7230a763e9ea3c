"""Which lines of a hard-wrapped text belong together: an e-mail, a book, what `fold` or `fmt` left."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.spans import Span, trimmed

_WIDEST_WRAP = 100
"""Columns. Texts whose lines run longer were not wrapped by hand or by a mail program."""

_NARROWEST_WRAP = 40

_ENOUGH = 20
"""Broken lines that tell how a text was wrapped; fewer may be full by chance."""

_LOWER_AFTER_DASH = re.compile(r"\s*[-–—]\s+[^\W\d_A-ZÀ-ÖØ-Þ]")
"""As after what was put in between two dashes."""

LIST_ITEM = re.compile(r"[-–—•*·]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
"""How an item of a list begins."""

_FIELD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?: [\w’'-]+){0,2}\s?:(?:\s|$)")
"""How a header line of an e-mail begins: "Objet : "."""

_SPACE = re.compile(r"\s")

_WORD = re.compile(r"[^ \t]+")
"""What no program breaks: words with no-break spaces are one."""

_OPENING = "«“\"'‘([–—-\u00a0\u202f "

_CLOSING = tuple("»”;:!?)]…,.")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its span without outer white space, and how it starts."""

    span: Span
    text: str
    indent: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list does."""
        return LIST_ITEM.match(self.text) is not None

    @property
    def is_field(self) -> bool:
        """Whether it begins as a header line of an e-mail does."""
        return _FIELD.match(self.text) is not None

    @property
    def is_breakable(self) -> bool:
        """Whether the line could have been wrapped: a long address could not."""
        return _SPACE.search(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence may end with it."""
        return last_character(self.text) in tuple(".!?…")

    @property
    def starts_small(self) -> bool:
        """Whether it goes on in the middle of a sentence, by its first letter or mark."""
        first = self.text.lstrip(_OPENING)[:1]
        return first.islower() or self.text.startswith(_CLOSING)

    @property
    def starts_large(self) -> bool:
        """Whether its first word has a capital."""
        return self.text.lstrip(_OPENING)[:1].isupper()

    def reaches(self, in_bytes: bool = False) -> int:
        """The column after its last character, or so many bytes of UTF-8."""
        return self.indent + _size(self.text, in_bytes)


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: at which column, or byte; `is_ragged` where lines end before they are full."""

    width: int
    in_bytes: bool = False
    is_ragged: bool = False

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would not have fitted on this line."""
        word = _WORD.match(following.text)
        first = _size(word[0], self.in_bytes) if word else 0
        return line.reaches(self.in_bytes) + 1 + first > self.width

    def fills(self, line: Line, percent: int) -> bool:
        """Whether a line takes so much of the width."""
        return line.reaches(self.in_bytes) * 100 >= self.width * percent


_Pair = tuple[Line, Line]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How many different long lines end in mid-sentence, the full ones' share; the full of all long ones."""

    broken: int
    share: float
    full: int


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a canonical text, in order."""
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        span = trimmed(text, start, end)
        yield Line(span, span.of(text), span.start - start)
        start = end + 1


def wrap_of(lines: Sequence[Line]) -> Wrap | None:
    """How the lines were wrapped, or None where they are paragraphs.

    They were wrapped where half of the long lines that another line follows end in the middle of a
    sentence, and four in five of these are full, counted in columns or in bytes (as `fold` counts). Where
    lines are balanced (as by `fmt`) they are long but not full, and go on with small letters: verse does
    not. What a few lines leave open is read as balanced where blank lines part the paragraphs.
    """
    columns = _width(lines, in_bytes=False)
    if columns is None or not _NARROWEST_WRAP <= columns <= _WIDEST_WRAP:
        return None
    wraps = [Wrap(columns), Wrap(_width(lines, in_bytes=True) or columns, in_bytes=True)]
    fits = [_fit(lines, wrap) for wrap in wraps]
    fit, exact = max(zip(fits, wraps, strict=True), key=lambda pair: (pair[0].share, pair[0].full))
    ragged = Wrap(columns, is_ragged=True)
    is_sure = fit.share >= 0.95 and fit.broken >= _ENOUGH
    if not is_sure and (fit.share < 0.8 or _has_several_blocks(lines)) and _reads_on(lines, ragged):
        return ragged
    return exact if fit.share >= 0.8 else None


def goes_on(block: Sequence[Line], following: Line, wrap: Wrap) -> bool:
    """Whether a line belongs to the paragraph of the lines in `block` right before it."""
    first, line = block[0], block[-1]
    if _begins_item(block, following, wrap):
        return False
    if _is_deeper(line, following) and not (len(block) == 1 and line.is_item):
        return False
    if first.is_field and following.is_field:
        return False
    if first.is_item and following.indent <= first.indent < line.indent:
        return False
    if wrap.is_full(line, following):
        return True
    if wrap.is_ragged and wrap.fills(line, 60):
        return True
    if wrap.is_ragged:
        return not line.ends_sentence and (following.starts_small or len(block) > 1)
    stops_early = not wrap.fills(line, 75) and not following.text[0].islower()
    return not line.ends_sentence and not stops_early


def last_character(words: str) -> str:
    """The last character within closing marks."""
    return words.rstrip("»”\"’' \u00a0\u202f)")[-1:]


def _width(lines: Sequence[Line], *, in_bytes: bool) -> int | None:
    """How far the lines reach, but for a few."""
    reaches = sorted(line.reaches(in_bytes) for line in lines if line.is_breakable)
    if not reaches:
        return None
    outliers = max(len(reaches) // 50, int(len(reaches) >= 8))
    return reaches[-1 - outliers]


def _fit(lines: Sequence[Line], wrap: Wrap) -> _Fit:
    """How well the lines are explained by a wrap that fills them."""
    long, broken = _long_and_broken(lines, wrap)
    if not broken or len(broken) * 2 < len(long):
        return _Fit(len(broken), 0, 0)
    full = sum(wrap.is_full(line, following) for line, following in broken)
    return _Fit(
        len({line.text for line, _ in broken}), full / len(broken), sum(wrap.is_full(*pair) for pair in long)
    )


def _long_and_broken(lines: Sequence[Line], wrap: Wrap) -> tuple[list[_Pair], list[_Pair]]:
    """The long lines that another one follows, with that; and those in the middle of a sentence."""
    long = [
        (line, following)
        for line, following in pairwise(lines)
        if line.is_breakable and wrap.fills(line, 70) and not following.is_blank
        if not following.is_item and (line.is_item or not _is_deeper(line, following))
    ]
    return long, [(line, following) for line, following in long if not line.ends_sentence]


def _reads_on(lines: Sequence[Line], wrap: Wrap) -> bool:
    """Whether long lines mostly end in the middle of a sentence that goes on below, near the width."""
    long, broken = _long_and_broken(lines, wrap)
    small = sum(following.starts_small for _, following in broken)
    large = sum(following.starts_large for _, following in broken)
    if not small or small < large or len(broken) * 2 < len(long):
        return False
    inner = [
        line
        for line, following in pairwise(lines)
        if not following.is_blank and following.starts_small and line.is_breakable and not line.ends_sentence
        if not following.is_item
    ]
    return sum(wrap.fills(line, 65) for line in inner) * 5 >= len(inner) * 4


def _has_several_blocks(lines: Sequence[Line]) -> bool:
    """Whether blank lines or indents part at least two stretches of several lines."""
    stretches = 0
    length = int(bool(lines) and not lines[0].is_blank)
    for line, following in pairwise(lines):
        begins = line.is_blank or _is_deeper(line, following)
        length = 0 if following.is_blank else 1 if begins else length + 1
        stretches += length == 2
    return stretches > 1


def _is_deeper(line: Line, following: Line) -> bool:
    """Whether the next line's indent begins a paragraph, unless it hangs under the first of a list item."""
    return following.indent > line.indent + 1


def _begins_item(block: Sequence[Line], following: Line, wrap: Wrap) -> bool:
    """Whether a line is an item of a list, and no dash or number in the middle of a wrapped sentence."""
    if not following.is_item:
        return False
    line = block[-1]
    ends = line.ends_sentence or last_character(line.text) in tuple(":;,")
    may_be_ragged = wrap.is_ragged or _LOWER_AFTER_DASH.match(following.text) is not None
    is_wrapped = wrap.is_full(line, following) or (may_be_ragged and wrap.fills(line, 60))
    return ends or not is_wrapped or block[0].is_item or following.starts_large


def _size(text: str, in_bytes: bool) -> int:
    return len(text.encode("utf-8", "replace")) if in_bytes else len(text)
