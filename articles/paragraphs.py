"""From the canonical text to its paragraphs: where they are and what each is for.

Two questions, each answered from the lines alone: which lines of a hard-wrapped text belong together, and
which of the paragraphs are headings or remnants of a page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.article import Paragraph, ParagraphKind
from articles.boilerplate import is_boilerplate, is_share_button
from articles.hard_wrapped import LIST_ITEM, Line, Wrap, goes_on, last_character, lines_of, wrap_of
from articles.spans import Span

_LONGEST_HEADING = 110
"""Characters."""

_LONGEST_VERSE = 60

_NUMBER = re.compile(r"\d{1,2}[.)]\s+")

_HOUR = re.compile(r"\d{1,2} ?[h:] ?\d\d", re.IGNORECASE)
"""A line that holds but the time of what follows, in a text that is written while things happen."""

_CREDIT = re.compile(
    r"(?:Par|De) [A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý]|Propos recueillis|De nos? envoyée?s?|De notre \w+"
)


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

    A blank line ends a paragraph, and so does each line of a text that is not hard-wrapped, but for an hour
    alone, which belongs to the line under it. A heading stands alone: short lines in a row are verse, a list
    or an e-mail's header, thus body. Linear time.
    """
    lines = list(lines_of(text))
    wrap = wrap_of(lines)
    blocks = [
        _block(text, Span(block[0].span.start, block[-1].span.end), index)
        for index, run in enumerate(_runs(lines))
        for block in _blocks(run, wrap)
    ]
    headings = set(_headings(blocks))
    return tuple(Paragraph(block.span, _kind(blocks, index, headings)) for index, block in enumerate(blocks))


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    run: list[Line] = []
    for line in lines:
        if not line.is_blank:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _blocks(run: list[Line], wrap: Wrap | None) -> Iterator[list[Line]]:
    block = run[:1]
    for following in run[1:]:
        is_dated = len(block) == 1 and _HOUR.fullmatch(block[0].text) and not _HOUR.fullmatch(following.text)
        if is_dated or (wrap is not None and goes_on(block, following, wrap)):
            block.append(following)
        else:
            yield block
            block = [following]
    yield block


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
            neighbour.run == block.run or LIST_ITEM.match(neighbour.words)
            for neighbour in _neighbours(blocks, index)
        )
    )


def _is_heading_like(words: str) -> bool:
    if not words or len(words) > _LONGEST_HEADING or LIST_ITEM.match(words) or _is_aside(words):
        return False
    first = next((character for character in words if character.isalnum()), "a")
    return not first.islower() and last_character(words) not in tuple(".!?…:;,")


def _is_aside(words: str) -> bool:
    """Whether the words are a credit or a remnant of the page, around which a heading may stand."""
    return _CREDIT.match(words) is not None or is_boilerplate(words)
