"""What the mouse has selected, as places in one of the two texts.

Textual remembers a selection as two screen-independent offsets `(x, y)`, of which it takes `x` from the
row under the pointer and adds the characters up to the pointer; of two it adds one more to the later, by
`y` and then `x`. A place is packed into such a pair: `y` says which side; `x` holds sentence and offset
above twelve bits, of which the highest says that the empty cells around a row's words were hit, and the
others are left for what Textual adds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from articles.article import Article
from articles.canonical import flowed
from articles.spans import Span
from tui.layout.flow import FRENCH, Place

_ROOM = 1 << 12
_OFFSETS = 1 << 28
_PAST_WORDS = _ROOM // 2


def packed(place: Place, *, past_words: bool = False) -> tuple[int, int]:
    """A place as the `(x, y)` that Textual keeps."""
    x = (place.sentence * _OFFSETS + place.offset) * _ROOM
    return x + (_PAST_WORDS if past_words else 0), place.side


def unpacked(x: int, y: int) -> Place:
    """The place in an `(x, y)` that Textual kept."""
    place, added = divmod(x, _ROOM)
    sentence, offset = divmod(place, _OFFSETS)
    return Place(y, sentence, offset if added >= _PAST_WORDS else offset + added)


def is_past_words(x: int, y: int) -> bool:
    """Whether an `(x, y)` that Textual kept is in the empty cells around a row's words."""
    return x % _ROOM >= _PAST_WORDS


def between(one: Place, other: Place, side: int, spans: Sequence[Span]) -> tuple[Place, Place]:
    """The stretch of `side` between two places, in order, `[first, last)`.

    A place on the other side, where the mouse strayed, stands for its whole sentence. `spans` are the
    French sentences.
    """
    if one.side == other.side == side:
        first, last = sorted((one, other), key=lambda place: (place.sentence, place.offset))
        return first, last
    if one.side != side and other.side != side:
        earliest, latest = sorted((one.sentence, other.sentence))
        return _start(earliest, side, spans), _end(latest, side, spans)
    own, strayed = (one, other) if one.side == side else (other, one)
    if strayed.sentence < own.sentence:
        return _start(strayed.sentence, side, spans), own
    return own, _end(strayed.sentence, side, spans)


def words(
    article: Article, english: Callable[[int], str | None], shown: Sequence[int], first: Place, last: Place
) -> str:
    """The words between two places of one side, of the sentences that are `shown`; paragraphs stand apart."""
    lines: dict[int, list[str]] = {}
    for sentence in shown[bisect_left(shown, first.sentence) : bisect_right(shown, last.sentence)]:
        if first.side == FRENCH:
            span = article.sentences[sentence].span
            found = flowed(article.text[max(span.start, first.offset) : min(span.end, last.offset)])
        else:
            start = first.offset if sentence == first.sentence else 0
            end = last.offset if sentence == last.sentence else None
            found = (english(sentence) or "")[start:end]
        if found:
            lines.setdefault(article.sentences[sentence].paragraph, []).append(found)
    return "\n\n".join(" ".join(line) for line in lines.values())


def _start(sentence: int, side: int, spans: Sequence[Span]) -> Place:
    return Place(side, sentence, spans[sentence].start if side == FRENCH else 0)


def _end(sentence: int, side: int, spans: Sequence[Span]) -> Place:
    return Place(side, sentence, spans[sentence].end if side == FRENCH else _OFFSETS - 1)
