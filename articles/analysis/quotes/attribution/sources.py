"""A source: *selon X*, *d'après X*, *pour X*, and whose document it is where one is named."""

from collections.abc import Sequence

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.surroundings import is_hidden, sentence_around
from articles.analysis.quotes.attribution.views import is_said_by_another, view
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.nouns import DOCUMENTS, can_speak
from articles.analysis.quotes.phrases import Phrase, noun_phrase, phrase_left
from articles.analysis.quotes.tokens import Words
from articles.spans import Span

_OPENING = frozenset({"selon", "dixit", "d'après"})

_NO_SOURCES = frozenset(
    """
vraisemblance cas besoin besoins critère critères règle règles saison saisons âge heure heures goût goûts
moyen moyens modalités calendrier principe tradition usage mode humeur endroit endroits jours
""".split()
)
"""Nouns that *selon* says the measure with, and no speaker."""

_RELATIVES = frozenset("qui lequel laquelle lesquels lesquelles".split())

_PEOPLE_UNNAMED = frozenset("source sources entourage proche proches".split())
"""Nouns for people whom the text keeps without a name, whoever they are near to."""

_PRONOUNS = frozenset("lui elle eux elles moi nous celui-ci celle-ci".split())


def source(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """Selon X, … ; …, d'après X ; Pour X, …: anywhere in the sentence that holds the quote."""
    first, last = sentence_around(words, stretch)
    for place in range(first, last):
        word = words[place]
        if is_hidden(word, hidden) or word.span.start in stretch.outer:
            continue
        found = view(words, place, last)
        if found is not None and not is_said_by_another(words, found, stretch, hidden):
            return found
        found = _relative(words, place) if word.span.start < stretch.outer.start else None
        if found is not None:
            return found
        if opens_source(words, place):
            found = source_at(words, place, last)
            if found is not None:
                return found
        if word.lower == "pour" and place == first and words[place].text[0].isupper():
            phrase = noun_phrase(words, place + 1, last)
            is_apart = phrase and phrase.last + 1 < last and words[phrase.last + 1].lower == ","
            if phrase and is_apart and is_voice(words, phrase):
                return Attribution(How.SOURCE, phrase, word.span)
    return None


def opens_source(words: Words, place: int) -> bool:
    """Whether *selon*, *dixit* or *d'après* stands at `place`."""
    lower = words[place].lower
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return lower in _OPENING or (lower == "d'" and following == "après")


def _relative(words: Words, place: int) -> Attribution | None:
    """Whoever stands before *selon laquelle*, *pour qui* and their like."""
    last = place + 1 if words[place].lower == "d'" else place
    is_source = opens_source(words, place) or words[place].lower == "pour"
    if not is_source or last + 1 >= len(words) or words[last + 1].lower not in _RELATIVES:
        return None
    phrase = phrase_left(words, place)
    if phrase is None or not is_voice(words, phrase):
        return None
    cue = Span(words[place].span.start, words[last + 1].span.end)
    return Attribution(How.SOURCE, _author(words, phrase, place), cue)


def source_at(words: Words, place: int, limit: int) -> Attribution | None:
    """The source that *selon* or *d'après* at `place` names."""
    last = place + 1 if words[place].lower == "d'" else place
    cue = Span(words[place].span.start, words[last].span.end)
    phrase = noun_phrase(words, last + 1, limit)
    if phrase is None or words[phrase.head].lower in _NO_SOURCES:
        return None
    return Attribution(How.SOURCE, _author(words, phrase, limit), cue)


def is_voice(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who may hold a view: *pour ses défenseurs*, not *pour l'instant*."""
    head = words[phrase.head]
    return head.text[:1].isupper() or head.lower in _PRONOUNS or can_speak(head.lower)


def _author(words: Words, phrase: Phrase, limit: int) -> Phrase:
    """Whose document it is, where the phrase names one: selon un communiqué du ministère."""
    if words[phrase.head].lower not in DOCUMENTS or words[phrase.head].lower in _PEOPLE_UNNAMED:
        return phrase
    for place in range(phrase.head + 1, min(phrase.head + 7, limit)):
        if words[place].lower in ("de", "du", "des", "d'"):
            return noun_phrase(words, place + 1, limit) or phrase
        if words[place].pos not in ("ADJ", "VERB", "ADV"):
            return phrase
    return phrase
