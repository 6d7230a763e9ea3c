"""An incise: a verb of saying with its subject behind it, inside the marks or right after them."""

from collections.abc import Iterator

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.verbs import AUXILIARIES, MADE_KNOWN, MAKING
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.phrases import ADVERBS, CLITICS, Phrase, noun_phrase
from articles.analysis.quotes.reporting_verbs import infinitives, saying_forms
from articles.analysis.quotes.tokens import Word, Words
from articles.spans import Span

_DAYS = frozenset(
    """
lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir
""".split()
)


def incise(words: Words, stretch: Stretch) -> Attribution | None:
    """The first incise inside the marks."""
    return next((found for _, found in incises(words, stretch)), None)


def incises(words: Words, stretch: Stretch) -> Iterator[tuple[int, Attribution]]:
    """« …, a déclaré X, … » ; « … ?, sourit-elle. … »: each with the place of the mark before it."""
    first, last = words.at_or_after(stretch.span.start), words.at_or_after(stretch.span.end)
    for place in range(first + 1, last - 1):
        if words[place].lower not in (",", "?", "!", "…", "–", "—"):
            continue
        found = inverted(words, place + 1, min(last, place + 30), How.INCISE)
        if found is None or found.cue is None:
            continue
        end = found.phrase.last if found.phrase else place
        behind = max(end, words.before(found.cue.end))
        after = behind + 1
        closes = _closes(words, after, last) or _closes_after_complement(words, found.phrase, after, last)
        is_pronoun = found.phrase is not None and found.phrase.first == found.phrase.last
        if (
            closes or (is_pronoun and words[found.phrase.head].lower.startswith("-"))
            if found.phrase
            else closes
        ):
            yield place, found


def _closes(words: Words, place: int, last: int) -> bool:
    return place >= last or words[place].lower in (",", ".", "…", "!", "?", ":", ";", "–", "(")


def _closes_after_complement(words: Words, phrase: Phrase | None, place: int, last: int) -> bool:
    """Whether an incise ends soon with where or how somebody spoke: …, a dit le maire à la presse, …"""
    if phrase is None or place >= last or words[place].pos != "ADP":
        return False
    for near in range(place + 1, min(place + 8, last + 1)):
        if _closes(words, near, last):
            return near < last
        if words[near].pos in ("VERB", "AUX", "PRON", "SCONJ"):
            return False
    return False


def inverted(words: Words, place: int, limit: int, how: How) -> Attribution | None:
    """A verb of saying at `place`, after clitics and an auxiliary, with its subject behind it."""
    first = place
    pronoun = None
    saw_auxiliary = False
    while place < limit and place - first < 7:
        lower = words[place].lower
        if lower in saying_forms() and lower not in CLITICS:
            break
        if lower in AUXILIARIES:
            saw_auxiliary = True
        elif lower in MAKING and place + 1 < limit and words[place + 1].lower in MADE_KNOWN:
            place += 1
            break
        elif lower.lstrip("-") in ("il", "elle", "on", "ils", "elles", "je") and lower.startswith("-"):
            pronoun = place
        elif lower not in CLITICS and lower not in ("-t", "t", "-t-", "-") and lower not in ADVERBS:
            return None
        place += 1
    if place >= limit or place - first >= 7:
        return None
    verb = place
    if words[verb].lower in infinitives() and words[verb - 1].lower not in MAKING:
        return None
    place += 1
    while pronoun is None and place < limit and words[place].lower in ("-t", "t", "-t-", "-"):
        place += 1
    if (
        pronoun is None
        and place < limit
        and words[place].lower.lstrip("-")
        in ("il", "elle", "on", "ils", "elles", "je", "t-il", "t-elle", "t-on", "t-ils", "t-elles")
    ):
        pronoun = place
    is_compound = words[verb - 1].lower in MAKING
    if saw_auxiliary and pronoun is None and not (_is_participle(words[verb]) or is_compound):
        return None
    end = max(verb, pronoun or verb)
    cue = Span(words[first].span.start, words[end].span.end)
    if pronoun is not None:
        if words[pronoun].lower.endswith("on"):
            return Attribution(how, _at_whose(words, end + 1, limit), cue)
        return Attribution(how, Phrase(pronoun, pronoun, pronoun), cue)
    phrase = _subject_behind(words, verb + 1, limit)
    if phrase is None or (not saw_auxiliary and _is_bare_participle(words[verb])):
        return None
    return Attribution(how, phrase, cue)


def _is_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "i", "u", "t", "s", "ée"))


def _is_bare_participle(word: Word) -> bool:
    return word.lower.endswith(("é", "ée", "és", "ées"))


def _subject_behind(words: Words, place: int, limit: int) -> Phrase | None:
    """The subject behind a verb, over adverbs and short complements (« lundi », « à la presse »)."""
    for start in range(place, min(place + 6, limit)):
        word = words[start]
        if word.lower in ADVERBS or word.pos in ("ADV",) or word.lower in _DAYS:
            continue
        if word.pos in ("ADP",) or word.lower in (
            "à",
            "au",
            "aux",
            "sur",
            "dans",
            "en",
            "par",
            "lors",
            "devant",
        ):
            behind = _after_complement(words, start, limit)
            return noun_phrase(words, behind, limit) if behind else None
        return noun_phrase(words, start, limit)
    return None


def _after_complement(words: Words, place: int, limit: int) -> int | None:
    """Where a subject may begin after a prepositional complement of one noun."""
    for start in range(place + 1, min(place + 6, limit)):
        if words[start].pos in ("NOUN", "PROPN"):
            following = start + 1
            if (
                following < limit
                and words[following].pos in ("DET", "PROPN")
                and words[following].lower not in ("du", "des")
            ):
                return following
            return None
    return None


def _at_whose(words: Words, place: int, limit: int) -> Phrase | None:
    """The body behind *on*: insiste-t-on au ministère ; explique-t-on chez X ; du côté de X."""
    for start in range(place, min(place + 4, limit)):
        if words[start].lower in ("au", "à", "chez", "de", "du", "aux"):
            return noun_phrase(words, start + 1, limit)
    return None
