"""The care that raw machine translation needs, before and after: pure functions on strings.

Before: what is not language passes through, and what is too long for the model is cut at clauses. After:
French typography becomes English, quotation marks pair as in the French, and loops are recognised.
"""

import re
from collections.abc import Callable, Sequence

from articles.abbreviations import STARTERS

LONGEST = 160
"""Word pieces: packs learn from sentences, and lose the end of what is much longer."""

_LONGEST_WORD = 300
"""Characters without a space."""

_LETTER = re.compile(r"[^\W\d_]")
_NAME = re.compile(r"[A-ZÀ-Þ](?:[’'][A-ZÀ-Þ])?[^\W\d_A-ZÀ-Þ]*(?:[-’'][A-ZÀ-Þ]?[^\W\d_A-ZÀ-Þ]+)*\.?")
_CIVILITIES = frozenset({"m", "mm", "mme", "mmes", "mlle", "mlles", "me", "mgr", "dr", "pr"})
_PARTICLES = frozenset(
    {"de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "ben", "al", "el", "di"}
)

_CLAUSE_ENDS = (
    re.compile(r"(?<=[;:])\s+|(?<=[.!?…»”])\s+"),
    re.compile(r"(?<=,)\s+|\s+(?=[–—(])|(?<=[)–—])\s+"),
    re.compile(r"\s+(?=(?:et|ou|mais|donc|car|que|qui|dont|où|parce|alors|tandis)\b)"),
    re.compile(r"\s+"),
)
"""Where a sentence may be cut, the best places first."""


def passes_through(sentence: str) -> bool:
    """Whether a sentence holds nothing to translate: no word, or names alone (`Awa Diagne, Dakar`).

    Nor is it language where it holds a word of hundreds of letters, which models cannot take.
    """
    if len(sentence) > _LONGEST_WORD and max(map(len, sentence.split()), default=0) > _LONGEST_WORD:
        return True
    words = re.findall(r"[\w’'.-]*[^\W\d_][\w’'.-]*", sentence)
    if not words:
        return True
    first = words[0].rstrip(".").lower().replace("’", "'")
    if len(words) < 2 or first in STARTERS or first in _CIVILITIES or sentence.rstrip()[-1:] in tuple(".!?…"):
        return False
    if not all(map(_may_be_name, words)):
        return False
    return sum(_NAME.fullmatch(word) is not None for word in words) >= 2


def _may_be_name(word: str) -> bool:
    return _NAME.fullmatch(word) is not None or word.rstrip("’'") in _PARTICLES


def clauses(sentence: str, length: Callable[[str], int], longest: int = LONGEST) -> list[str]:
    """`sentence` in parts of at most `longest` word pieces, cut at clauses where it can be.

    `length` counts the pieces of a string. A part without a space is never cut, however long. Joined by
    spaces the parts hold every word of the sentence.
    """
    done: list[str] = []
    waiting = [(sentence, length(sentence))]
    while waiting:
        part, size = waiting.pop()
        halves = _halves(part) if size > longest else None
        if halves is None:
            done.append(part)
        else:
            waiting.extend((half, length(half)) for half in reversed(halves))
    return done


def _halves(part: str) -> tuple[str, str] | None:
    """Two parts cut as near the middle as a good place is, or None where there is no place at all."""
    middle = len(part) / 2
    for place in _CLAUSE_ENDS:
        inner = [cut for cut in place.finditer(part) if cut.start() > 0 and cut.end() < len(part)]
        near = [cut for cut in inner if 0.25 < cut.start() / len(part) < 0.75] or (
            inner if place is _CLAUSE_ENDS[-1] else []
        )
        if near:
            best = min(near, key=lambda cut: abs(cut.start() - middle))
            return part[: best.start()], part[best.end() :]
    return None


def loops(pieces: Sequence[str], source: Sequence[str]) -> bool:
    """Whether an output goes round in circles, where its source does not.

    A circle is up to eight pieces said four times and more in a row. An output far longer than its
    source counts too: a model that has lost its way never stops.
    """
    if len(pieces) > 3 * len(source) + 20:
        return True
    return _circles(pieces) and not _circles(source)


def _circles(pieces: Sequence[str]) -> bool:
    for period in range(1, 9):
        repeated = 0
        for place in range(period, len(pieces)):
            repeated = repeated + 1 if pieces[place] == pieces[place - period] else 0
            if repeated >= max(3 * period, 5):
                return True
    return False


def unlooped(pieces: Sequence[str]) -> list[str]:
    """An output with each of its loops said once."""
    kept = list(pieces)
    for period in range(1, 9):
        place = period
        repeated = 0
        while place < len(kept):
            repeated = repeated + 1 if kept[place] == kept[place - period] else 0
            if repeated >= max(3 * period, 5):
                start = place - repeated + 1
                end = place + 1
                while end < len(kept) and kept[end] == kept[end - period]:
                    end += 1
                del kept[start:end]
                place, repeated = start, 0
            else:
                place += 1
    return kept


_MARKS = re.compile(r"<<|>>|[«»‹›“”„\"]|‘‘|’’|''|``")
_OPENING = frozenset("«‹“„") | {"<<", "‘‘", "``"}
_CLOSING = frozenset("»›”") | {">>", "’’", "''"}


def in_english(english: str, french: str) -> str:
    """A translation in English typography, its quotation marks paired as in the French.

    Curly double marks, single ones inside them; no space before ; : ! ? % or inside marks; one space
    between words. A mark that opens or closes the French and was lost is put back; one too many goes.
    """
    wanted = _directions(french)
    text = re.sub(r"\s+", " ", english).strip()
    marks = list(_MARKS.finditer(text))
    if len(marks) == len(wanted):
        text = _with_marks(text, marks, wanted)
    else:
        text = _with_marks(text, marks, _balanced(_directions(text), wanted))
        text = _with_lost_marks(text, french, wanted)
    text = re.sub(r" +([,.;:!?%)\]])(?=\W|$)", r"\1", text)
    text = re.sub(r"([(\[]) +", r"\1", text)
    return re.sub(r" {2,}", " ", text).strip()


_SPOKEN = re.compile(r"(?:«|<<|“|\")[^«»“”\"]+(?:»|>>|”|\")\s*,?\s*(?P<incise>[^«»“”\"]*\w[^«»“”\"]*)")
"""One quotation that opens the sentence, and who says it: « Venez », dit-elle."""


def _as_spoken(text: str, incise_words: int) -> str:
    """A lost quotation put back before the last comma, if what follows is about as short as the incise."""
    said, comma, who = text.rpartition(", ")
    if not comma or not said or len(who.split()) > incise_words + 3:
        return text
    return f"“{said},” {who}"


def _directions(text: str) -> list[bool]:
    """For each quotation mark of `text`, whether it opens."""
    found: list[bool] = []
    is_open = False
    for mark in _MARKS.finditer(text):
        if mark[0] in _OPENING:
            is_open = True
        elif mark[0] in _CLOSING:
            is_open = False
        else:
            before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
            may_open = not before or before.isspace() or before in "([—–-’'"
            may_close = not after or after.isspace() or after in ".,;:!?…)]—–-"
            is_open = may_open if may_open != may_close else not is_open
        found.append(is_open)
    return found


def _balanced(found: list[bool], wanted: list[bool]) -> list[bool | None]:
    """The directions found, less the marks that have no partner in the sentence and none in the French."""
    may_close_first = wanted[:1] == [False]
    may_stay_open = wanted[-1:] == [True]
    kept: list[bool | None] = list(found)
    opened: list[int] = []
    for place, opens in enumerate(found):
        if opens:
            opened.append(place)
        elif opened:
            opened.pop()
        elif may_close_first:
            may_close_first = False
        else:
            kept[place] = None
    for place in opened[: len(opened) - 1 if may_stay_open else None]:
        kept[place] = None
    return kept


def _with_marks(text: str, marks: Sequence[re.Match[str]], directions: Sequence[bool | None]) -> str:
    parts: list[str] = []
    end = depth = 0
    for mark, opens in zip(marks, directions, strict=True):
        before = text[end : mark.start()]
        end = mark.end()
        if opens is None:
            parts.append(before)
        elif opens:
            glue = "" if not before or before[-1].isspace() or before[-1] in "([—–-“" else " "
            parts += [before, glue, "“‘"[depth % 2]]
            depth += 1
            while text[end : end + 1].isspace():
                end += 1
        else:
            depth = max(0, depth - 1)
            parts += [before.rstrip(), "”’"[depth % 2]]
            if _LETTER.match(text[end : end + 1]):
                parts.append(" ")
    return "".join([*parts, text[end:]])


def _with_lost_marks(text: str, french: str, wanted: list[bool]) -> str:
    """The marks at the very start and end of the French that the translation has lost."""
    if not _MARKS.search(text) and (spoken := _SPOKEN.fullmatch(french.strip())):
        return _as_spoken(text, len(spoken["incise"].split()))
    starts = _MARKS.match(french.lstrip()) is not None and wanted[0]
    ends = re.search(rf"(?:{_MARKS.pattern})[\s.!?…]*\Z", french) is not None and not wanted[-1]
    depth = 0
    for character in text:
        depth += {"“": 1, "”": -1}.get(character, 0)
    if starts and not text.startswith("“") and depth <= 0 and (depth < 0 or ends or wanted == [True]):
        text = "“" + text
        depth += 1
    if ends and not re.search(r"”[\s.!?…]*\Z", text) and (depth > 0 or wanted == [False]):
        text += "”"
    return text
