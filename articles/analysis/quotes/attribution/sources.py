"""A source: *selon X*, *d'après X*, *pour X*, and whose document it is where one is named."""

from collections.abc import Sequence

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.surroundings import is_hidden, sentence_around
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.phrases import Phrase, noun_phrase
from articles.analysis.quotes.tokens import Words
from articles.spans import Span

_OPENING = frozenset({"selon", "dixit", "d'après"})

_DOCUMENTS = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet post courriel
entretien interview bilan avis analyse décompte calcul calculs chiffres données estimation
estimations propos mots mot formule expression déclaration témoignage récit source sources entourage
proche proches
""".split()
)


def source(words: Words, stretch: Stretch, hidden: Sequence[Span]) -> Attribution | None:
    """Selon X, … ; …, d'après X ; Pour X, …: anywhere in the sentence that holds the quote."""
    first, last = sentence_around(words, stretch)
    for place in range(first, last):
        word = words[place]
        if is_hidden(word, hidden) or word.span.start in stretch.outer:
            continue
        if opens_source(words, place):
            found = source_at(words, place, last)
            if found is not None:
                return found
        if word.lower == "pour" and place == first and words[place].text[0].isupper():
            phrase = noun_phrase(words, place + 1, last)
            if phrase and phrase.last + 1 < last and words[phrase.last + 1].lower == ",":
                return Attribution(How.SOURCE, phrase, word.span)
    return None


def opens_source(words: Words, place: int) -> bool:
    """Whether *selon*, *dixit* or *d'après* stands at `place`."""
    lower = words[place].lower
    following = words[place + 1].lower if place + 1 < len(words) else ""
    return lower in _OPENING or (lower == "d'" and following == "après")


def source_at(words: Words, place: int, limit: int) -> Attribution | None:
    """The source that *selon* or *d'après* at `place` names."""
    last = place + 1 if words[place].lower == "d'" else place
    cue = Span(words[place].span.start, words[last].span.end)
    phrase = noun_phrase(words, last + 1, limit)
    if phrase is None:
        return None
    return Attribution(How.SOURCE, _author(words, phrase, limit), cue)


def _author(words: Words, phrase: Phrase, limit: int) -> Phrase:
    """Whose document it is, where the phrase names one: selon un communiqué du ministère."""
    if words[phrase.head].lower not in _DOCUMENTS:
        return phrase
    for place in range(phrase.head + 1, min(phrase.head + 7, limit)):
        if words[place].lower in ("de", "du", "des", "d'"):
            return noun_phrase(words, place + 1, limit) or phrase
        if words[place].pos not in ("ADJ", "VERB", "ADV"):
            return phrase
    return phrase
