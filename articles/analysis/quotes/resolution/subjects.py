"""Who the subject of a verb means: a name, a pronoun, a title, or a person in apposition to it."""

from articles.analysis.quotes.nouns import CIVILITIES, means_people
from articles.analysis.quotes.phrases import Phrase, noun_of
from articles.analysis.quotes.resolution.discourse import UNNAMED, Discourse
from articles.analysis.quotes.resolution.pronouns import pronoun
from articles.analysis.quotes.resolution.titles import title
from articles.analysis.quotes.tokens import Word, Words


def subject(word: Word, discourse: Discourse) -> int | None:
    """The actor whom a subject means, UNNAMED for a person without a name, None for anything else."""
    actor = discourse.mentions.at(word.span.start)
    if actor is not None:
        return actor
    if word.pos == "PRON":
        is_person = word.lower in ("il", "elle") and word.dep == "nsubj"
        return pronoun(word, discourse) if is_person else None
    if word.pos != "NOUN":
        return None
    actor = _appositive(word, discourse)
    if actor is not None:
        return actor
    words = discourse.words
    first = word.place
    while first > 0 and words[first - 1].pos in ("DET", "ADJ", "NUM"):
        first -= 1
    actor = title(Phrase(first, word.place, word.place), discourse)
    if actor is None and not word.is_plural and means_people(noun_of(discourse.words, word.place)):
        return UNNAMED
    return actor


def _appositive(word: Word, discourse: Discourse) -> int | None:
    """The person in apposition to a subject: le Premier ministre britannique X ; son dauphin, X."""
    words = discourse.words
    for place in range(word.place + 1, min(word.place + 14, len(words))):
        other = words[place]
        if other.sentence != word.sentence or other.pos in ("VERB", "AUX"):
            return None
        actor = discourse.mentions.at(other.span.start)
        if actor is None or not discourse.actors[actor].is_person or _is_complement(words, other):
            continue
        if any(span.start == other.span.start for span in discourse.actors[actor].mentions):
            return actor
    return None


def _is_complement(words: Words, word: Word) -> bool:
    """Whether a name stands behind *de*, with or without its civility: l'avocat de M. X."""
    place = word.place - 1
    while place >= 0 and words[place].lower in CIVILITIES:
        place -= 1
    return place >= 0 and words[place].lower in ("de", "du", "des", "d'")
