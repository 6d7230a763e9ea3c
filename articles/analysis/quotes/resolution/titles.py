"""Who a title or an institution means that stands without a name: la maire, le groupe, son avocat."""

from articles.analysis.quotes.nouns import BODIES, CHIEFS, KIN, is_human
from articles.analysis.quotes.phrases import Phrase
from articles.analysis.quotes.resolution.descriptions import POSSESSIVE
from articles.analysis.quotes.resolution.discourse import Discourse
from articles.analysis.quotes.tokens import Words
from articles.annotations import ActorKind

_INDEFINITE = frozenset(
    "un une des plusieurs certains certaines quelques d'autres beaucoup aucun aucune".split()
)


def title(phrase: Phrase, discourse: Discourse) -> int | None:
    """The actor whom the text described by the phrase's noun; else the last one whom it fits, if definite."""
    words, actors = discourse.words, discourse.actors
    head = words[phrase.head]
    determiner = words[phrase.first].lower
    if phrase.first == phrase.head and phrase.first and words[phrase.first - 1].lower in ("du", "au"):
        determiner = "le"
    if determiner in ("mon", "ma", "mes"):
        return None
    if determiner in _INDEFINITE or (head.is_plural and head.lower not in BODIES):
        return None
    recent = discourse.recent(head)
    noun = _synonym(words, phrase) or head.lower
    for actor in dict.fromkeys([*recent, *discourse.mentions.before(head)]):
        is_place = actors[actor].kind is ActorKind.PLACE
        if noun in actors[actor].nouns and actors[actor].agrees(words, head) and not is_place:
            return actor
    if determiner in POSSESSIVE or noun in KIN or _has_complement(words, phrase):
        return _body_of_same_words(phrase, discourse)
    if noun in BODIES:
        return next((one for one in recent if actors[one].kind is ActorKind.ORGANISATION), None)
    if determiner in ("le", "la", "l'", "ce", "cette", "cet") and is_human(noun):
        people = (one for one in recent if actors[one].is_person and actors[one].agrees(words, head))
        return next(people, None)
    return None


def _synonym(words: Words, phrase: Phrase) -> str | None:
    """What *chef du gouvernement* and its like are called elsewhere."""
    if words[phrase.head].lower != "chef":
        return None
    behind = {words[place].lower for place in range(phrase.head + 1, phrase.last + 1)}
    return next((noun for word, noun in CHIEFS.items() if word in behind), None)


def _has_complement(words: Words, phrase: Phrase) -> bool:
    complement = range(phrase.head + 1, phrase.last + 1)
    return any(words[place].lower in ("de", "du", "des", "d'") for place in complement)


def _body_of_same_words(phrase: Phrase, discourse: Discourse) -> int | None:
    """An organisation whose name shares the phrase's words (la diplomatie américaine)."""
    words = discourse.words
    wanted = {
        words[place].lower[:6]
        for place in range(phrase.head + 1, phrase.last + 1)
        if words[place].pos in ("ADJ", "PROPN", "NOUN")
    }
    if not wanted or words[phrase.head].lower not in BODIES:
        return None
    for index in discourse.recent(words[phrase.head]):
        actor = discourse.actors[index]
        if actor.kind is ActorKind.ORGANISATION:
            own = {word[:6] for word in actor.name.lower().replace("'", " ").split()}
            if wanted & own:
                return index
    return None
