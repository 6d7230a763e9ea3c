"""Sentences of a French text: the only place where sentences are found, by rules and without a model.

Paragraphs are cut into units (list items), units into sentences. A sentence is a span of the canonical
text without outer white space; sentences are in order, never overlap, stay inside their paragraph and
together cover all its visible characters but the bullets of a list. What a paragraph holds alone decides:
its neighbours never change its sentences. Time is linear in the length of the text, whatever the text.

Marks that close (`»`, `"`, `)`, a footnote call) stay with the sentence they end, and so does what goes
on after them in small letters (« Venez ! » lance-t-elle). Colons and semicolons end nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from articles.abbreviations import (
    BOUND,
    INVERTED_PRONOUNS,
    LETTERED,
    LOOSE,
    NAME_PARTICLES,
    NUMBER_WORDS,
    NUMBERED,
    STARTERS,
    TITLES,
    WEEKDAYS,
)
from articles.article import Sentence
from articles.spans import Span, trimmed

_LONGEST_ASIDE = 400
"""Characters between brackets beyond which they are taken for separate text and not for an aside."""

_LONGEST_CAPTION = 80
"""Characters in a bracketed source or stage direction, `(Camus, 1942)` or `(rires)`, after a sentence."""

_LOOKBACK = 32
"""Characters looked at before a point to tell what word it follows."""

_OMISSION = r"[(\[][^\S\n]?(?:\.{3}|…)[^\S\n]?[)\]]"
_RESUMPTION = r"(?:(?<![^\s«“\"(\[])(?:\.{3}|…)(?=\w)|(?:(?<=[«“])|(?<=[«“]\s))(?:\.{3}|…))"
_STOP = r"[.!?…‼⁇⁈⁉]++(?:[^\S\n]{1,2}[!?]++)*+"

_LANDMARK = re.compile(rf"{_OMISSION}|{_RESUMPTION}|(?P<stop>{_STOP})|(?P<bracket>[(\[])")
_MAYBE_LANDMARK = re.compile(r"[.!?…‼⁇⁈⁉(\[]")
"""How every landmark begins: what is no landmark is passed over fast."""

_BRACKET = re.compile(r"[()\[\]]")
_CLOSER = re.compile(
    rf"""\s*+(?:(?P<quote>[»›]|>>|”(?!\w))|[)\]](?!\w))
    |[’']{{1,2}}(?!\w)
    |[^\S\n]?{_OMISSION}(?=\s*+[»”"])
    |\[\d{{1,3}}\]|\(\d{{1,2}}\)|[¹²³⁰⁴-⁹]++
    |(?<=[a-zà-ÿ]{{2}}\.)\d{{1,2}}(?=\s+[A-ZÀ-Þ])
    |\s?[:;]-?[()DP](?!\w)
    |[.!?…]++|[^\S\n]{{1,2}}[!?]++""",
    re.VERBOSE,
)
_SPACE = re.compile(r"\s*+")
_LEAD = re.compile(rf"(?:{_OMISSION}|{_RESUMPTION}|[^\w.,;:!?…»”›)\]}}&/=%+]|_)*+")
_RESUMED_QUOTE = re.compile(r"[«“\"]\s?(?:\.{3}|…)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*+['’]?")
_WORD_CHARACTER = re.compile(r"[^\W_]")
_DASH = re.compile(r"[–—-]")
_AFTER_DASH = re.compile(r"[^\S\n]*+[-–—][^\S\n]*+(\w)")
_LIST_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}|[^\W\d_]|[IVXLC]{1,6}")
_ARTICLE_NUMBER = re.compile(
    r"(?:art|article|chap|chapitre|section|titre|livre|annexe|alinéa|règle|§)\b\.?\s{0,2}[\w.° -]{1,20}",
    re.IGNORECASE,
)
_ROMAN_OR_LETTER = re.compile(r"[IVXLC]+|[A-Z]")
_BETWEEN_TOKENS = re.compile(r"[^\w.°/=?&@#~-]+")
_INLINE_NUMBER = re.compile(r"(?::\s*[1aAI]|;\s*(?:\d{1,2}|[^\W\d_]))\Z")
_MEASURE = re.compile(r"(?:\d|[IVX]e)\s?[a-zµ][^\W\d_]{0,3}\Z")
_LETTERED = re.compile(r"([^\W\d_]+)\s+\w\Z")
_NO_VOWEL = re.compile(r"[^\W\d_aeiouyàâéèêëîïôöùûüœæ]{1,5}", re.IGNORECASE)
_NETWORK_X = re.compile(r"\b(?:sur|via|réseau|réseau social|compte)\s+X\Z")
_CLAUSE = re.compile(
    r"\s+(?:[A-ZÀ-ÖØ-ÞŒ]|(?:a|ont|est|sont|avait|avaient|était|étaient|va|vont|doit|veut|peut|fait|dit|ne|se|lui)"
    r"\b|[ns]['’])"
)
"""After the first word of a name, what shows that a sentence begins with it."""
_FIRST_NAME = re.compile(r"([A-ZÀ-ÖØ-ÞŒ][^\W\d_]+(?:-[^\W\d_]+)?)\s+\w\Z")
_SMALL_WORD = re.compile(r"\s+[a-zà-öø-ÿœ]")
_SMALL_WORD_OR_COMMA = re.compile(r"\s?,|\s+[a-zà-öø-ÿœ]")
_ADVERB = re.compile(r"[^\W\d_]{6,}ment")
_PARTICIPLE = re.compile(r"[^\W\d_]{3,}ée?s?")
_AFTER_PARTICIPLE = re.compile(
    r"\s?,|\s+(?:à|au|aux|avec|dans|de|depuis|en|entre|par|pour|sous|sur|hier|[a-z]{3,5}di)\b"
)
_LOWER_CASE_WORD = re.compile(r"(?:\A|[\s'’«“\"(-])[a-zà-öø-ÿœ]{2,}\Z")
_ITEM = re.compile(
    r"""^[^\S\n]*+(?:
    (?P<bullet>[•▪‣◦·]|[–—](?=\w)|[-–—*](?=\s))
    |\d{1,2}(?P<number>[.)°])(?=\s)
    |[a-z](?P<letter>\))(?=\s)
    )""",
    re.MULTILINE | re.VERBOSE,
)
_BULLET = re.compile(r"\s*+(?:[•▪‣◦·]|\*(?=\s))\s*+(?=[^\W_]|[«“\"(@#])")
_DASH_BULLET = re.compile(r"\s*+[-–]\s++(?=[^\W_]|[«“\"(])")
"""A dash before a line of a list; before a line of a dialogue it belongs to what is said."""
_OPENED = re.compile(r"[«“„‹‘\"']\s*\Z")
"""What is quoted from its bullet on."""
_LINE_OF_LIST = re.compile(r"(?:[;,]|[^\s.!?…‼⁇⁈⁉»”\"'’)\]–—-])\s*+\Z")


class _Tie(Enum):
    """What the word before a point asks of the word after it, for the sentence to go on."""

    NOTHING = auto()
    A_NUMBER = auto()
    A_NAME = auto()
    NO_STARTER = auto()
    ANYTHING = auto()


def sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences of each paragraph of `text`, in order."""
    found = []
    for index, paragraph in enumerate(paragraphs):
        for start, end in _pieces(paragraph.of(text)):
            span = trimmed(text, paragraph.start + start, paragraph.start + end)
            if span:
                found.append(Sentence(span, index))
    return tuple(found)


def _pieces(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph start and end, outer white space included."""
    units = list(pairwise([0, *_items(paragraph), len(paragraph)]))
    dashes_are_bullets = any(_is_line_of_list(paragraph[start:end]) for start, end in units)
    for start, end in units:
        unit = paragraph[start:end]
        bullet = _BULLET.match(unit) or (_DASH_BULLET.match(unit) if dashes_are_bullets else None)
        if _OPENED.search(paragraph, max(0, start - 4), start):
            bullet = None
        for left, right in pairwise([bullet.end() if bullet else 0, *_breaks(unit), len(unit)]):
            yield start + left, start + right


def _is_line_of_list(unit: str) -> bool:
    """Whether a dash begins what ends as the lines of lists do, and not as what somebody says."""
    return _DASH_BULLET.match(unit) is not None and _LINE_OF_LIST.search(unit[-3:]) is not None


def _items(paragraph: str) -> Iterator[int]:
    """Where list items start: one mark alone may be a dash or a number that a line break left there."""
    found = [(match.start(), match[0].strip()[-1]) for match in _ITEM.finditer(paragraph)]
    if found and found[0][0]:
        found = [(start, mark) for start, mark in found if not _is_aside(paragraph, start)]
    uses = Counter(mark for _, mark in found)
    for start, mark in found:
        is_announced = paragraph[max(0, start - 4) : start].rstrip()[-1:] in (":", ";")
        if start and (uses[mark] > 1 or mark in "•▪‣◦" or is_announced):
            yield start


def _is_aside(paragraph: str, start: int) -> bool:
    """Whether a line break left a dash there that stands in the middle of a sentence."""
    before = paragraph[max(0, start - 4) : start].rstrip()[-1:]
    first = _AFTER_DASH.match(paragraph, start)
    return first is not None and first[1].islower() and before not in tuple(".!?…:;,")


def _breaks(unit: str) -> Iterator[int]:
    """Where the sentences of a unit end, the last one left out."""
    brackets = _bracket_pairs(unit)
    closing = _closing_quotes(unit)
    first_word = _first_word(unit, 0)
    aside_end = position = 0
    while landmark := _landmark(unit, position):
        position = landmark.end()
        if landmark["bracket"]:
            closed = brackets.get(landmark.start(), 0)
            if first_word < landmark.start() and closed - landmark.start() <= _LONGEST_ASIDE:
                aside_end = max(aside_end, closed)
        elif landmark["stop"] and landmark.start() >= aside_end:
            position = _tail(unit, landmark.end(), brackets, closing)
            if _ends_sentence(unit, first_word, landmark, position):
                yield position
                first_word = _first_word(unit, position)


def _landmark(unit: str, start: int) -> re.Match[str] | None:
    """The next landmark."""
    while maybe := _MAYBE_LANDMARK.search(unit, start):
        if found := _LANDMARK.match(unit, maybe.start()):
            return found
        start = maybe.end()
    return None


def _first_word(unit: str, start: int) -> int:
    found = _WORD_CHARACTER.search(unit, start)
    return found.start() if found else len(unit)


def _bracket_pairs(unit: str) -> dict[int, int]:
    """The closing bracket of each opening one that has one, by position."""
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {")": [], "]": []}
    for mark in _BRACKET.finditer(unit):
        match mark[0]:
            case "(":
                waiting[")"].append(mark.start())
            case "[":
                waiting["]"].append(mark.start())
            case closing if waiting[closing]:
                pairs[waiting[closing].pop()] = mark.start()
    return pairs


def _closing_quotes(unit: str) -> set[int]:
    """The straight quotes that close, told by the spaces around them, else by what was open before."""
    closing = set()
    is_open = False
    for mark in re.finditer('"', unit):
        before, after = unit[max(0, mark.start() - 1) : mark.start()], unit[mark.end() : mark.end() + 1]
        can_open = not before or before.isspace() or before in "([«“'’—–-/"
        can_close = not after or after.isspace() or after in ".,;:!?…)]»”'’-"
        is_open = can_open if can_open != can_close else not is_open
        if not is_open:
            closing.add(mark.start())
    return closing


def _tail(unit: str, stop: int, brackets: dict[int, int], closing: set[int]) -> int:
    """Where what belongs to a stop ends: closing marks, footnote calls, more stops, a caption."""
    end = stop
    after_quote = False
    while end < len(unit):
        visible = _skip(_SPACE, unit, end)
        if closer := _CLOSER.match(unit, end):
            after_quote = after_quote or closer["quote"] is not None
            end = closer.end()
        elif visible in closing:
            after_quote = True
            end = visible + 1
        elif _is_caption(unit, visible, brackets, after_quote=after_quote):
            end = brackets[visible] + 1
        else:
            break
    return end


def _is_caption(unit: str, start: int, brackets: dict[int, int], *, after_quote: bool) -> bool:
    """Whether brackets start here that say whose words come before them, or in what tone."""
    if start not in brackets or brackets[start] - start > _LONGEST_CAPTION:
        return False
    inside = unit[start + 1 : brackets[start]].strip()
    is_sentence = inside[-1:] in ".!?…"
    return bool(inside) and not is_sentence and (after_quote or inside[0].islower())


def _ends_sentence(unit: str, first_word: int, stop: re.Match[str], tail: int) -> bool:
    """Whether a sentence that begins at `first_word` ends with this stop and its tail."""
    lead = _skip(_LEAD, unit, tail)
    following = _WORD.match(unit, lead)
    if not following:
        return False
    if not (unit[tail].isspace() or unit[tail] in '«“"([—–¿¡'):
        return _is_missing_space(unit, stop, tail, following)
    if _is_small(following[0]) and not _RESUMED_QUOTE.search(unit, tail, lead):
        return False
    if stop[0] == ".":
        has_dash = _DASH.search(unit, tail, lead) is not None
        is_label = _is_item_label(unit, first_word, stop.start(), has_dash=has_dash)
        return not is_label and not _goes_on(
            _tie(_before(unit, stop), following), following, is_closed=tail > stop.end()
        )
    is_ellipsis = not set(stop[0]) - {".", "…"}
    return not (is_ellipsis and following[0][0].isdigit())


def _before(unit: str, stop: re.Match[str]) -> str:
    return unit[max(0, stop.start() - _LOOKBACK) : stop.start()]


def _is_missing_space(unit: str, stop: re.Match[str], tail: int, following: re.Match[str]) -> bool:
    """Whether a sentence starts without a space before it, and not a part of an address or a file name."""
    word = following[0]
    if following.start() != tail:
        return False
    if tail > stop.end():
        return word[0].isupper()
    after = unit[following.end() : following.end() + 1]
    is_whole = not after or after.isspace() or after in ",.!?…" or word[-1] in "'’"
    is_safe = _is_starter(word) or stop[0] != "."
    return is_whole and is_safe and word.istitle() and bool(_LOWER_CASE_WORD.search(_before(unit, stop)))


def _is_small(word: str) -> bool:
    """Whether a word cannot open a sentence; `iPhone` can."""
    return word[0].islower() and not word[1:2].isupper()


def _is_item_label(unit: str, first_word: int, stop: int, *, has_dash: bool) -> bool:
    """Whether the sentence so far is but the number of what follows: `1. Le`, `Art. 3. – Le`."""
    if _LIST_NUMBER.fullmatch(unit, first_word, stop):
        return True
    return has_dash and _ARTICLE_NUMBER.fullmatch(unit, first_word, stop) is not None


def _tie(before: str, following: re.Match[str]) -> _Tie:
    """What the word that ends `before` asks of the word that follows its point."""
    token = _BETWEEN_TOKENS.split(before)[-1]
    word = token.rpartition("-")[2]
    if token == "M" and _is_after_first_name(before):
        return _Tie.NOTHING if _is_late_opener(before, following) else _Tie.A_NAME
    if token in BOUND or word in BOUND or _INLINE_NUMBER.search(before):
        return _Tie.ANYTHING
    if "." in token:
        return _tie_of_dotted(token)
    if word.lower() in NUMBERED:
        return _Tie.A_NUMBER
    if word.lower() in LOOSE:
        return _Tie.A_NAME
    if _MEASURE.search(before) or word in ("a", "à", "y", "ô"):
        return _Tie.NOTHING
    if len(word) == 1 and word.isalpha():
        is_network = _NETWORK_X.search(before) and _CLAUSE.match(following.string, following.end())
        if is_network or _is_late_opener(before, following):
            return _Tie.NOTHING
        label = _LETTERED.search(before)
        return _Tie.NOTHING if label and label[1].lower() in LETTERED else _Tie.A_NAME
    has_no_vowel = _NO_VOWEL.fullmatch(word) and (word.islower() or word.istitle())
    return _Tie.A_NAME if has_no_vowel else _Tie.NOTHING


def _tie_of_dotted(token: str) -> _Tie:
    """The tie of letters and points: `S.N.C.F`, `J.-P`; `J.-C` ends a date, other words are addresses."""
    parts = re.split(r"[.-]+", token)
    are_initials = all(
        part.isalpha() and (len(part) == 1 or (len(part) == 2 and part.istitle())) for part in parts
    )
    if not are_initials or token.endswith("J.-C"):
        return _Tie.NOTHING
    return _Tie.A_NAME if ".-" in token and token.istitle() else _Tie.NO_STARTER


def _goes_on(tie: _Tie, following: re.Match[str], *, is_closed: bool) -> bool:
    """Whether the word after a point gives the word before it what it asks."""
    word = following[0]
    match tie:
        case _Tie.ANYTHING:
            return not is_closed
        case _Tie.A_NUMBER:
            return not is_closed and (word[0].isdigit() or _ROMAN_OR_LETTER.fullmatch(word) is not None)
        case _Tie.A_NAME:
            return _is_particle(following) or not (_is_starter(word) or _is_opener(following))
        case _Tie.NO_STARTER:
            return not _is_starter(word)
        case _Tie.NOTHING:
            return False


def _is_starter(word: str) -> bool:
    """Whether a word can hardly have a capital but at the start of a sentence: `Il`, `Faut-il`."""
    plain = word.lower().replace("’", "'")
    return plain in STARTERS or ("-" in plain and plain.rpartition("-")[2] in INVERTED_PRONOUNS)


def _is_opener(following: re.Match[str]) -> bool:
    """Whether a word opens a sentence by what comes after it, and is no last name: `Trois prévenus`."""
    word = following[0]
    is_number = word.lower() in NUMBER_WORDS
    return word in TITLES or (is_number and _SMALL_WORD.match(following.string, following.end()) is not None)


def _is_after_first_name(before: str) -> bool:
    """Whether a letter comes after a word that may be a first name: `Karim B`."""
    found = _FIRST_NAME.search(before)
    return found is not None and not (found[1] in BOUND or found[1].lower() in STARTERS | WEEKDAYS)


def _is_late_opener(before: str, following: re.Match[str]) -> bool:
    """Whether a word after `Karim B.` opens a sentence: `Placé en`, `Visiblement ému`, `Mardi,`."""
    if not _is_after_first_name(before):
        return False
    word, end = following[0].lower(), following.end()
    if _PARTICIPLE.fullmatch(word):
        return _AFTER_PARTICIPLE.match(following.string, end) is not None
    is_adverb = word in WEEKDAYS or _ADVERB.fullmatch(word) is not None
    return is_adverb and _SMALL_WORD_OR_COMMA.match(following.string, end) is not None


def _is_particle(following: re.Match[str]) -> bool:
    """Whether a word is the first part of a family name: `Le` of `Le Bihan`, `L'` of `L'Hermite`."""
    particle = following[0].lower().replace("’", "'") in NAME_PARTICLES
    next_visible = _skip(_SPACE, following.string, following.end())
    return particle and following.string[next_visible : next_visible + 1].isupper()


def _skip(pattern: re.Pattern[str], unit: str, start: int) -> int:
    """Where the characters of `pattern` that start here end."""
    found = pattern.match(unit, start)
    return found.end() if found else start
