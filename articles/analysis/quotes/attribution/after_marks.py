"""What stands right after the marks: a verb and its subject, a participle with *par*, a source."""

from articles.analysis.quotes.attribution.cues import Attribution, How
from articles.analysis.quotes.attribution.incises import inverted
from articles.analysis.quotes.attribution.sources import is_voice, opens_source, source_at
from articles.analysis.quotes.attribution.surroundings import sentence_around
from articles.analysis.quotes.attribution.verbs import verb_span
from articles.analysis.quotes.marks import Stretch
from articles.analysis.quotes.phrases import Phrase, noun_phrase
from articles.analysis.quotes.reporting_verbs import UNDERGONE
from articles.analysis.quotes.tokens import Words


def after(words: Words, stretch: Stretch) -> Attribution | None:
    """« … », a-t-elle dit ; « … », explique X ; « … », selon X ; « … » pour X."""
    place = words.at_or_after(stretch.outer.end)
    limit = _paragraph_end(words, place, stretch.paragraph)
    start = place
    while place < limit and words[place].lower in (",", "–", "—", ".", "…") and place - start < 1:
        place += 1
    if place >= limit:
        return None
    if words[place].text[:1].isupper() and words[place].sentence != words[start - 1].sentence:
        return None
    passive = _passive(words, stretch, place, limit)
    if passive is not None:
        return passive
    if words[place].lower in ("pour",) and place == start:
        phrase = noun_phrase(words, place + 1, limit)
        is_source = phrase is not None and _is_view_of(words, phrase, limit)
        return Attribution(How.AFTER, phrase, words[place].span) if is_source else None
    if opens_source(words, place):
        return source_at(words, place, limit)
    if start < place and words[start].lower == ".":
        return None
    return inverted(words, place, limit, How.AFTER)


def _is_view_of(words: Words, phrase: Phrase, limit: int) -> bool:
    """Whether *pour* gives somebody's view: a common noun ends its clause, or the words are for them."""
    if not is_voice(words, phrase):
        return False
    is_name = words[phrase.head].text[:1].isupper()
    last = phrase.last + 1
    return (
        is_name or last >= limit or words[last].lower in (",", ".", ";", ":", "!", "?", ")", "et", "–", "—")
    )


def _passive(words: Words, stretch: Stretch, place: int, limit: int) -> Attribution | None:
    """Jugé « … » par X ; l'expression « … », employée par X."""
    first, _ = sentence_around(words, stretch)
    if words[place].lower in UNDERGONE and place + 1 < limit and words[place + 1].lower == "par":
        return Attribution(How.AFTER, noun_phrase(words, place + 2, limit), words[place].span)
    if words[place].lower != "par":
        return None
    for word in reversed(words.words[first : words.at_or_after(stretch.outer.start)]):
        if word.lower in UNDERGONE:
            return Attribution(How.AFTER, noun_phrase(words, place + 1, limit), verb_span(words, word.place))
    return None


def _paragraph_end(words: Words, place: int, paragraph: int) -> int:
    end = place
    while end < len(words) and words[end].paragraph == paragraph and end - place < 40:
        end += 1
    return end
