"""Where quotation marks enclose words: stretches of the text, without asking whose words they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.article import Article, Sentence
from articles.spans import Span, trimmed

_OPENING = {"«": "»", "‹": "›", "“": "”", "„": "”", "<<": ">>"}
_CLOSING = {"»", "›", "”", ">>"}
_MARK = re.compile(r"<<|>>|[«»‹›“”„\"]")
_DEEPEST = 5
"""Quotes in quotes in quotes: what lies deeper is no text that anybody wrote."""

_MEASURE = re.compile(r"\d[\s\u202f]?\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between marks: `span` without marks and outer spaces, `outer` with its marks.

    `depth` counts the stretches around it, `goes_on` says that a reopened mark in the next paragraph
    continues it, `continues` that it does so itself.
    """

    span: Span
    outer: Span
    paragraph: int
    depth: int = 0
    goes_on: bool = False
    continues: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def stretches(article: Article) -> tuple[Stretch, ...]:
    """Every stretch between quotation marks, in the order of their starts. Linear time.

    A mark that is never closed reaches to the end of its paragraph, or of the last sentence before the next
    stretch in it, and cuts through none. A straight mark after a number (7", 12' 30") is a measure.
    """
    sentences = _by_paragraph(article)
    found: list[Stretch] = []
    carried = False
    for index, paragraph in enumerate(article.paragraphs):
        following = article.paragraphs[index + 1].span if index + 1 < len(article.paragraphs) else None
        own, left_open = _in_paragraph(article.text, paragraph.span, index, sentences[index])
        reopened = following is not None and article.text[following.start] in '«“"„'
        reopens = carried
        carried = left_open is not None and reopened
        if left_open is not None:
            end = paragraph.span.end
            if not carried:
                end = _recovered_end(article.text, left_open, paragraph.span, sentences[index])
                end = min([end, *(one.outer.start for one in own if one.outer.start < end < one.outer.end)])
            span = trimmed(article.text, left_open.start + len(left_open.mark), end)
            own.append(Stretch(span, Span(left_open.start, end), index, goes_on=carried))
        own = sorted((one for one in own if one.span), key=lambda one: (one.outer.start, -one.outer.end))
        if own and reopens and own[0].outer.start == paragraph.span.start:
            own[0] = replace(own[0], continues=True)
        found += own
    return tuple(one for one in _with_depth(found) if one.depth < _DEEPEST)


def _by_paragraph(article: Article) -> list[list[Sentence]]:
    own: list[list[Sentence]] = [[] for _ in article.paragraphs]
    for sentence in article.sentences:
        own[sentence.paragraph].append(sentence)
    return own


def _in_paragraph(
    text: str, span: Span, paragraph: int, sentences: Sequence[Sentence]
) -> tuple[list[Stretch], _Open | None]:
    """The closed stretches of a paragraph, and the first mark that is left open."""
    stack: list[_Open] = []
    found: list[Stretch] = []
    for mark in _MARK.finditer(text, span.start, span.end):
        if mark[0] == '"':
            _take_straight(text, span, mark, stack, found, paragraph)
        elif mark[0] in _OPENING:
            stack.append(_Open(mark[0], mark.start()))
        else:
            _close(text, mark, stack, found, paragraph)
    return found, stack[0] if stack else None


def _take_straight(
    text: str, span: Span, mark: re.Match[str], stack: list[_Open], found: list[Stretch], paragraph: int
) -> None:
    is_open = any(one.mark == '"' for one in stack)
    before = text[mark.start() - 1] if mark.start() > span.start else " "
    after = text[mark.end()] if mark.end() < span.end else " "
    may_open = before.isspace() or before in "([«“'’—–-/"
    may_close = after.isspace() or after in ".,;:!?…)]»”'’-"
    if not is_open and _MEASURE.search(text, max(span.start, mark.start() - 2), mark.start()):
        return
    if is_open and (may_close or not may_open):
        _close(text, mark, stack, found, paragraph)
    elif may_open or not is_open:
        stack.append(_Open('"', mark.start()))


def _close(text: str, mark: re.Match[str], stack: list[_Open], found: list[Stretch], paragraph: int) -> None:
    """Close the nearest mark of the kind; those opened inside it were never closed and go."""
    fitting = [place for place, one in enumerate(stack) if _OPENING.get(one.mark, '"') == mark[0]]
    if not fitting:
        return
    opened = stack[fitting[-1]]
    del stack[fitting[-1] :]
    span = trimmed(text, opened.start + len(opened.mark), mark.start())
    found.append(Stretch(span, Span(opened.start, mark.end()), paragraph))


def _recovered_end(text: str, opened: _Open, paragraph: Span, sentences: Sequence[Sentence]) -> int:
    """Where a stretch that is never closed ends: with its paragraph, or before the next one in it."""
    own = next((s.span for s in sentences if opened.start in s.span), paragraph)
    after = opened.start + len(opened.mark)
    others = [m.start() for m in _MARK.finditer(text, after, paragraph.end) if m[0] in _OPENING]
    if not others:
        return paragraph.end
    ends = [s.span.end for s in sentences if own.start <= s.span.start and s.span.end <= others[0]]
    return ends[-1] if ends else own.end


def _with_depth(found: Sequence[Stretch]) -> Iterator[Stretch]:
    around: list[Span] = []
    for one in found:
        while around and around[-1].end <= one.outer.start:
            around.pop()
        yield replace(one, depth=len(around))
        around.append(one.outer)
