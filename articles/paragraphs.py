"""From the canonical text to its paragraphs: where they are and what each is for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.article import Paragraph, ParagraphKind
from articles.boilerplate import is_boilerplate
from articles.spans import Span, trimmed

_WIDEST_WRAP = 100
"""Columns. Texts whose lines run longer were not wrapped by hand or by a mail program."""

_NARROWEST_WRAP = 40

_LONGEST_HEADING = 110
"""Characters."""

_LIST_ITEM = re.compile(r"[-–—•*·]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")


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
    def reaches(self) -> int:
        """The column after the line's last character."""
        return self.indent + len(self.text)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a canonical text, in order; together they cover every visible character.

    A blank line ends a paragraph, and so does each line of a text that is not hard-wrapped. The lines of
    a hard-wrapped text (an e-mail, a Gutenberg book) are joined where the first word of the next line
    would not have fitted. Linear time.
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    spans = [
        Span(block[0].span.start, block[-1].span.end) for run in _runs(lines) for block in _blocks(run, width)
    ]
    return tuple(_with_kinds(text, spans))


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
    """The column at which the text was wrapped, or None where its lines are paragraphs."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not line.is_blank and not following.is_blank
    ]
    if not pairs:
        return None
    reaches = sorted(line.reaches for line, _ in pairs)
    width = reaches[(len(reaches) - 1) * 98 // 100]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full * 10 >= len(pairs) * 6 else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    first_word = following.text.split(maxsplit=1)[0]
    return line.reaches + 1 + len(first_word) > width


def _blocks(run: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    block = run[:1]
    for line, following in pairwise(run):
        if width is not None and _continues(line, following, width):
            block.append(following)
        else:
            yield block
            block = [following]
    yield block


def _continues(line: _Line, following: _Line, width: int) -> bool:
    if following.is_item or following.indent > line.indent + 1:
        return False
    if _is_full(line, following, width):
        return True
    ends_sentence = line.text.rstrip("»”\"' )")[-1:] in tuple(".!?…")
    looks_like_heading = line.reaches * 10 < width * 6 and following.text[0].isupper()
    return not ends_sentence and not looks_like_heading


def _with_kinds(text: str, spans: Sequence[Span]) -> Iterator[Paragraph]:
    for index, span in enumerate(spans):
        words = span.of(text) if len(span) <= 4 * _LONGEST_HEADING else ""
        if words and is_boilerplate(words):
            yield Paragraph(span, ParagraphKind.BOILERPLATE)
        elif words and index + 1 < len(spans) and _is_heading_like(words):
            yield Paragraph(span, ParagraphKind.HEADING)
        else:
            yield Paragraph(span, ParagraphKind.BODY)


def _is_heading_like(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or _LIST_ITEM.match(words) or _CREDIT.match(words):
        return False
    first = next((character for character in words if character.isalnum()), "a")
    return not first.islower() and words.rstrip("»”\"’' \u00a0\u202f)")[-1:] not in tuple(".!?…:;,")
