"""From the canonical text to its paragraphs: where they are and what each is for.

Two questions, each answered from the lines alone: which lines of a hard-wrapped text belong together, and
which of the paragraphs are headings or remnants of a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from articles.article import Paragraph, ParagraphKind
from articles.boilerplate import is_boilerplate, is_share_button
from articles.spans import Span, trimmed

_WIDEST_WRAP = 100
"""Columns. Texts whose lines run longer were not wrapped by hand or by a mail program."""

_NARROWEST_WRAP = 40

_LONGEST_HEADING = 110
"""Characters."""

_LONGEST_VERSE = 60

_LIST_ITEM = re.compile(r"[-–—•*·]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")

_NUMBER = re.compile(r"\d{1,2}[.)]\s+")

_FIELD = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?: [\w’'-]+){0,2}\s?:(?:\s|$)")
_SPACE = re.compile(r"\s")
"""How a header line of an e-mail begins: "Objet : "."""

_CREDIT = re.compile(
    r"(?:Par|De) [A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý]|Propos recueillis|De nos? envoyée?s?|De notre \w+"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: its span without outer white space, and how it starts."""

    span: Span
    text: str
    indent: int

    @property
    def is_blank(self) -> bool:
        return not self.text

    @property
    def is_item(self) -> bool:
        return _LIST_ITEM.match(self.text) is not None

    @property
    def is_field(self) -> bool:
        return _FIELD.match(self.text) is not None

    @property
    def is_breakable(self) -> bool:
        """Whether the line could have been wrapped: a long address could not."""
        return _SPACE.search(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        return _last_character(self.text) in tuple(".!?…")

    @property
    def reaches(self) -> int:
        """The column after the line's last character."""
        return self.indent + len(self.text)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph before its kind is known; `words` is empty where it is too long to be anything but body."""

    span: Span
    words: str
    run: int

    @property
    def is_short(self) -> bool:
        """Whether it could be a heading or a line of verse."""
        return bool(self.words) and (
            _is_heading_like(self.words) or (len(self.words) <= _LONGEST_VERSE and not _is_aside(self.words))
        )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a canonical text, in order; together they cover every visible character.

    A blank line ends a paragraph, and so does each line of a text that is not hard-wrapped. The lines of
    a hard-wrapped text (an e-mail, a Gutenberg book) are joined where the first word of the next line
    would not have fitted. A heading stands alone: short lines in a row are verse, a list or an e-mail's
    header, thus body. Linear time.
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    blocks = [
        _block(text, Span(block[0].span.start, block[-1].span.end), index)
        for index, run in enumerate(_runs(lines))
        for block in _blocks(run, width)
    ]
    headings = set(_headings(blocks))
    return tuple(Paragraph(block.span, _kind(blocks, index, headings)) for index, block in enumerate(blocks))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        span = trimmed(text, start, end)
        yield _Line(span, span.of(text), span.start - start)
        start = end + 1


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines between blank lines."""
    run: list[_Line] = []
    for line in lines:
        if not line.is_blank:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The column at which the text was wrapped, or None where its lines are paragraphs.

    It was wrapped where half of the long lines that another line follows end in the middle of a sentence,
    and four in five of these are full.
    """
    reaches = sorted(line.reaches for line in lines if line.is_breakable)
    if not reaches:
        return None
    outliers = max(len(reaches) // 50, int(len(reaches) >= 8))
    width = reaches[-1 - outliers]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    long = [
        (line, following)
        for line, following in pairwise(lines)
        if line.is_breakable and line.reaches * 10 >= width * 7 and not following.is_blank
        if not (following.is_item or _is_deeper(line, following))
    ]
    broken = [(line, following) for line, following in long if not line.ends_sentence]
    full = sum(_is_full(line, following, width) for line, following in broken)
    return width if broken and len(broken) * 2 >= len(long) and full * 5 >= len(broken) * 4 else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    first_word = following.text.split(maxsplit=1)[0]
    return line.reaches + 1 + len(first_word) > width


def _is_deeper(line: _Line, following: _Line) -> bool:
    """Whether the next line's indent begins a paragraph; after a list item it only hangs."""
    return following.indent > line.indent + 1 and not line.is_item


def _blocks(run: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    block = run[:1]
    for following in run[1:]:
        if width is not None and _continues(block, following, width):
            block.append(following)
        else:
            yield block
            block = [following]
    yield block


def _continues(block: list[_Line], following: _Line, width: int) -> bool:
    first, line = block[0], block[-1]
    if following.is_item or _is_deeper(line, following) or (first.is_field and following.is_field):
        return False
    if first.is_item and following.indent <= first.indent < line.indent:
        return False
    if _is_full(line, following, width):
        return True
    stops_early = line.reaches * 4 < width * 3 and not following.text[0].islower()
    return not line.ends_sentence and not stops_early


def _block(text: str, span: Span, run: int) -> _Block:
    return _Block(span, span.of(text) if len(span) <= 4 * _LONGEST_HEADING else "", run)


def _kind(blocks: Sequence[_Block], index: int, headings: set[int]) -> ParagraphKind:
    words = blocks[index].words
    if words and (is_boilerplate(words) or _is_network_x(blocks, index)):
        return ParagraphKind.BOILERPLATE
    return ParagraphKind.HEADING if index in headings else ParagraphKind.BODY


def _is_network_x(blocks: Sequence[_Block], index: int) -> bool:
    """Whether an X is the network's and no numeral: it stands next to a share button."""
    return blocks[index].words in ("X", "x") and any(
        is_share_button(block.words) for block in _neighbours(blocks, index)
    )


def _neighbours(blocks: Sequence[_Block], index: int) -> list[_Block]:
    return [*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2]]


def _headings(blocks: Sequence[_Block]) -> Iterator[int]:
    """The indices of the headings; the last paragraph is none, as nothing stands under it."""
    indices = range(len(blocks))
    for (_, is_short), group in groupby(
        indices, key=lambda index: (blocks[index].run, blocks[index].is_short)
    ):
        members = list(group)
        alike = [index for index in members if _is_heading_like(blocks[index].words)]
        if is_short and len(members) <= 2 and len(alike) == 1 and alike[0] < len(blocks) - 1:
            yield alike[0]
    yield from (index for index in indices[:-1] if _is_numbered_heading(blocks, index))


def _is_numbered_heading(blocks: Sequence[_Block], index: int) -> bool:
    """Whether it is a heading like "1. Introduction" between blank lines, and no item of a list."""
    block = blocks[index]
    number = _NUMBER.match(block.words)
    return (
        number is not None
        and _is_heading_like(block.words[number.end() :])
        and not any(
            neighbour.run == block.run or _LIST_ITEM.match(neighbour.words)
            for neighbour in _neighbours(blocks, index)
        )
    )


def _is_heading_like(words: str) -> bool:
    if not words or len(words) > _LONGEST_HEADING or _LIST_ITEM.match(words) or _is_aside(words):
        return False
    first = next((character for character in words if character.isalnum()), "a")
    return not first.islower() and _last_character(words) not in tuple(".!?…:;,")


def _is_aside(words: str) -> bool:
    """Whether the words are a credit or a remnant of the page, around which a heading may stand."""
    return _CREDIT.match(words) is not None or is_boilerplate(words)


def _last_character(words: str) -> str:
    """The last character within closing marks."""
    return words.rstrip("»”\"’' \u00a0\u202f)")[-1:]
