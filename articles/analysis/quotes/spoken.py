"""What of a quote was spoken, without the narrator's words inside the marks: « …, a déclaré X, … »."""

from articles.analysis.quotes.attribution.incises import incises
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.nouns import means_people
from articles.analysis.quotes.tokens import Words
from articles.spans import Span

_MARKS = frozenset(", ; : . ! ? … – —".split())

_KEPT = frozenset("? ! …".split())
"""Marks before an incise that belong to what was said."""

_RELATIVES = frozenset("qui dont où que".split())


def spoken_parts(words: Words, stretch: Stretch) -> tuple[Span, ...]:
    """The spans of a stretch between its incises; none where it has no incise."""
    limit = words.at_or_after(stretch.span.end)
    parts: list[Span] = []
    start = stretch.span.start
    for mark, found in incises(words, stretch):
        if words[mark].span.start < start:
            continue
        before = mark if words[mark].lower in _KEPT else mark - 1
        parts.append(Span(start, max(start, words[before].span.end)))
        last = words.before(found.cue.end) if found.cue else mark
        is_pronoun = True
        if found.phrase is not None:
            last = max(last, found.phrase.last)
            is_pronoun = words[found.phrase.head].pos == "PRON" or words[found.phrase.head].lower[0] == "-"
        closing = _closing(words, last + 1, limit, is_pronoun=is_pronoun)
        start = words[closing + 1].span.start if closing + 1 < limit else stretch.span.end
    if not parts:
        return ()
    if start < stretch.span.end:
        parts.append(Span(start, stretch.span.end))
    return tuple(part for part in parts if part)


def _closing(words: Words, place: int, limit: int, *, is_pronoun: bool) -> int:
    """The mark with which an incise ends: appositions to its subject belong to it."""
    mark = _next_mark(words, place, limit)
    named = False
    while mark < limit and words[mark].lower == ",":
        following = _next_mark(words, mark + 1, limit)
        is_told = _is_manner(words, mark + 1, following)
        is_told = is_told or (named and _is_aside(words, mark + 1, following))
        named = not is_pronoun and _is_apposition(words, mark + 1, following)
        if not (is_told or named):
            break
        mark = following
    return mark


def _next_mark(words: Words, place: int, limit: int) -> int:
    """The next mark outside brackets, in the sentence or at its end."""
    depth = 0
    while place < limit:
        lower = words[place].lower
        depth += (lower == "(") - (lower == ")")
        if lower in _MARKS and depth <= 0:
            break
        place += 1
    return place


def _is_manner(words: Words, first: int, end: int) -> bool:
    """Whether the narrator says what the speaker did: en coupant le ruban ; les yeux sur son compteur."""
    part = words.words[first:end]
    if not part or any(word.is_finite for word in part):
        return False
    is_gerund = len(part) > 1 and part[0].lower == "en" and part[1].lower.endswith("ant")
    return is_gerund or (
        part[0].pos == "DET" and any(word.lower in ("son", "sa", "ses") for word in part[1:])
    )


def _is_aside(words: Words, first: int, end: int) -> bool:
    """Whether a few words end the sentence of an incise that said more already: sous les applaudissements."""
    part = words.words[first:end]
    is_last = end < len(words) and words[end].lower == "."
    return is_last and bool(part) and part[0].pos == "ADP" and not any(word.is_finite for word in part)


def _is_apposition(words: Words, first: int, end: int) -> bool:
    """Whether what stands between two marks says who speaks: présidente de X ; 52 ans ; qui tient l'étal."""
    part = words.words[first:end]
    if not part:
        return False
    if part[0].lower in _RELATIVES:
        return True
    if any(word.is_finite for word in part):
        return False
    noun = part[1] if part[0].pos == "DET" and len(part) > 1 else part[0]
    is_age = len(part) > 1 and part[1].lower == "ans"
    is_bare = noun is part[0] and noun.pos == "NOUN" and len(part) > 1 and part[1].pos == "ADP"
    return is_age or is_bare or means_people(noun.lower)
