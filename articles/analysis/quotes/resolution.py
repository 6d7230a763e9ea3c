"""Who a phrase means: a name, a title, a pronoun or an institution, resolved to an actor of the article.

A wrong name is worse than none: a phrase with a complement of its own (*le patron du bar*) or an
indefinite one (*une régisseuse*) is nobody who was named, unless the text has said so.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from articles.analysis.quotes.nouns import BODIES, CHIEFS, KIN, is_human
from articles.analysis.quotes.phrases import Phrase
from articles.analysis.quotes.tokens import Word, Words
from articles.annotations import Actor, ActorKind, Gender
from articles.spans import Span

_REACH = 8
"""Sentences over which a pronoun or a title looks back."""

_LOOKING_BACK = ((3, ActorKind.PERSON), (3, ActorKind.ORGANISATION), (_REACH, ActorKind.PERSON))
"""How many sentences back a pronoun looks for whom."""

_UNNAMED = -1
"""Stands among actors for somebody who is not named."""

_INDEFINITE = frozenset(
    "un une des plusieurs certains certaines quelques d'autres beaucoup aucun aucune".split()
)
_POSSESSIVE = frozenset("son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes".split())
_FEMININE = frozenset("elle elles -elle -elles t-elle celle-ci celle".split())
_MASCULINE = frozenset("il ils -il -ils t-il lui celui-ci celui eux".split())
_FIRST_PERSON = frozenset("je j' me m' moi nous mon ma mes -je".split())
_CIVILITIES = frozenset("m. mm. mme mlle me dr pr mgr monsieur madame maître professeur docteur".split())


class Resolver:
    """Resolves phrases of one article to its actors.

    `spoken` learns, quote by quote in reading order, who has spoken: `says` is called with each.
    """

    def __init__(self, words: Words, actors: Sequence[Actor], hidden: Sequence[Span]) -> None:
        self._words = words
        self._actors = list(actors)
        self._mentions = sorted(
            (span.start, span.end, index) for index, actor in enumerate(actors) for span in actor.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._hidden = sorted(hidden, key=lambda span: span.start)
        self._nouns = self._described()
        self._spoken: dict[int, list[int]] = defaultdict(list)
        self._known_subjects: dict[int, list[int]] = {}
        self._of_sentence: dict[int, list[Word]] = defaultdict(list)
        for word in words.words:
            self._of_sentence[word.sentence].append(word)
        self._unnamed: dict[int, Gender | None] = {}
        self.interviewee: int | None = None

    def says(self, sentence: int, name: str) -> None:
        """Note that an actor speaks in a sentence, so that pronouns after it may mean them."""
        index = next((i for i, actor in enumerate(self._actors) if actor.name == name), None)
        if index is not None:
            self._spoken[sentence].append(index)

    def actor_at(self, offset: int) -> int | None:
        """The actor mentioned at an offset."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self._mentions[place][0] <= offset < self._mentions[place][1]:
            return self._mentions[place][2]
        return None

    def name(self, phrase: Phrase) -> str | None:
        """The name of the actor that a phrase means, or None."""
        found = self._resolved(phrase)
        return None if found is None else self._actors[found].name

    def is_interview_of_most_named(self) -> None:
        """Take the article for an interview: *vous* and the author's *je* are the person named most."""
        people = [i for i in range(len(self._actors)) if self._is_person(i)]
        self.interviewee = max(people, key=lambda i: len(self._actors[i].mentions), default=None)

    def subject_before(self, sentence: int) -> str | None:
        """The person whom the sentence before is about, where it is about one."""
        for earlier in (sentence - 1, sentence - 2):
            for index in self._subjects(earlier):
                if index == _UNNAMED:
                    return None
                if self._actors[index].kind is ActorKind.PERSON:
                    return self._actors[index].name
        return None

    def is_first_person(self, phrase: Phrase) -> bool:
        """Whether a phrase is the author's or speaker's own voice."""
        return self._words[phrase.head].lower in _FIRST_PERSON

    # -- phrases -------------------------------------------------------------------------------------

    def _resolved(self, phrase: Phrase) -> int | None:
        words = self._words
        head = words[phrase.head]
        if phrase.first == phrase.last and head.lower in _FEMININE | _MASCULINE:
            return self._pronoun(head)
        if head.lower in ("vous", "-vous", *_FIRST_PERSON):
            return self.interviewee
        if head.lower in ("on", "-on", "tu", "-tu"):
            return None
        named = self._named(phrase)
        if named is not None:
            return named
        return self._described_as(phrase)

    def _named(self, phrase: Phrase) -> int | None:
        """The actor whom the phrase names: at its head, right behind its title, or in apposition."""
        words = self._words
        complement = False
        first_in_complement = None
        for place in range(phrase.first, phrase.last + 1):
            word = words[place]
            if word.lower in ("de", "du", "des", "d'"):
                complement = True
            elif word.lower == ",":
                complement = False
            found = self.actor_at(word.span.start)
            if found is None:
                continue
            is_person = self._actors[found].kind is ActorKind.PERSON
            inside_name = self.actor_at(words[phrase.head].span.start) == found
            if inside_name or not complement or (is_person and self._closes_title(place, phrase)):
                return found
            first_in_complement = found if first_in_complement is None else first_in_complement
        return None

    def _closes_title(self, place: int, phrase: Phrase) -> bool:
        """Whether a person's name ends a title with a complement: le chef de la diplomatie X."""
        before = self._words[place - 1]
        if before.lower in ("de", "du", "des", "d'") or place == phrase.first:
            return False
        return before.pos in ("NOUN", "ADJ", "PROPN") or before.lower in _CIVILITIES

    def _described_as(self, phrase: Phrase) -> int | None:
        words = self._words
        head = words[phrase.head]
        determiner = words[phrase.first].lower
        if phrase.first == phrase.head and phrase.first and words[phrase.first - 1].lower in ("du", "au"):
            determiner = "le"
        if determiner in ("mon", "ma", "mes"):
            return None
        if determiner in _INDEFINITE or (head.is_plural and head.lower not in BODIES):
            return None
        before = self._recent(head)
        noun = self._synonym(phrase) or head.lower
        for index in dict.fromkeys([*before, *self._all_before(head)]):
            is_place = self._actors[index].kind is ActorKind.PLACE
            if noun in self._nouns[index] and self._agrees(index, head) and not is_place:
                return index
        if determiner in _POSSESSIVE or noun in KIN or self._has_complement(phrase):
            return self._by_own_words(phrase)
        if noun in BODIES:
            return next((i for i in before if self._actors[i].kind is ActorKind.ORGANISATION), None)
        if determiner in ("le", "la", "l'", "ce", "cette", "cet") and is_human(noun):
            return next((i for i in before if self._is_person(i) and self._agrees(i, head)), None)
        return None

    def _synonym(self, phrase: Phrase) -> str | None:
        """What *chef du gouvernement* and its like are called elsewhere."""
        if self._words[phrase.head].lower != "chef":
            return None
        behind = {self._words[place].lower for place in range(phrase.head + 1, phrase.last + 1)}
        return next((noun for word, noun in CHIEFS.items() if word in behind), None)

    def _all_before(self, word: Word) -> list[int]:
        """Every actor named before a word, the last named first."""
        return [index for start, _, index in reversed(self._mentions) if start < word.span.start]

    def _has_complement(self, phrase: Phrase) -> bool:
        return any(
            self._words[place].lower in ("de", "du", "des", "d'")
            for place in range(phrase.head + 1, phrase.last + 1)
        )

    def _by_own_words(self, phrase: Phrase) -> int | None:
        """An organisation whose name shares the phrase's words (la diplomatie américaine)."""
        wanted = {
            self._words[place].lower[:6]
            for place in range(phrase.head + 1, phrase.last + 1)
            if self._words[place].pos in ("ADJ", "PROPN", "NOUN")
        }
        if not wanted or self._words[phrase.head].lower not in BODIES:
            return None
        for index in self._recent(self._words[phrase.head]):
            if self._actors[index].kind is ActorKind.ORGANISATION:
                own = {word[:6] for word in self._actors[index].name.lower().replace("'", " ").split()}
                if wanted & own:
                    return index
        return None

    # -- pronouns ------------------------------------------------------------------------------------

    def _pronoun(self, word: Word) -> int | None:
        """The nearest actor of the pronoun's gender: sentence by sentence backwards, subjects first.

        In each sentence a person of the gender goes before one of unknown gender, and that before an
        organisation. Somebody who was not named may be meant too: then it is nobody.
        """
        if word.lower.lstrip("-").startswith(("ils", "elles", "eux")):
            return None
        gender = Gender.FEMININE if word.lower in _FEMININE else Gender.MASCULINE
        inside = self._inside_quote(word)
        for index in inside:
            if self._is_person(index) and self._gender(index) in (gender, None):
                return index
        excluded = self._outer_speaker(word) if inside or self._is_hidden(word.span.start) else None
        for reach, kind in _LOOKING_BACK:
            for sentence in range(word.sentence, max(-1, word.sentence - reach), -1):
                near = [index for index in self._near(sentence, word) if index != excluded]
                find = self._person_near if kind is ActorKind.PERSON else self._body_near
                found = find(near, sentence, word, gender)
                if found is not None:
                    return None if found == _UNNAMED else found
        return None

    def _person_near(self, near: Sequence[int], sentence: int, _: Word, gender: Gender) -> int | None:
        """A person of the gender among the actors of a sentence, else one whose gender is not known."""
        for wanted in (gender, None):
            for index in near:
                if index == _UNNAMED:
                    if self._unnamed.get(sentence) in (gender, None):
                        return index
                elif self._is_person(index) and self._gender(index) is wanted:
                    return index
        return None

    def _body_near(self, near: Sequence[int], sentence: int, word: Word, gender: Gender) -> int | None:
        """An organisation of the gender: a subject, or named in the pronoun's own sentence."""
        for index in near:
            if index == _UNNAMED or self._actors[index].kind is not ActorKind.ORGANISATION:
                continue
            own = self._gender(index)
            is_subject = index in self._subjects(sentence)
            if (is_subject and own in (gender, None)) or (sentence == word.sentence and own is gender):
                return index
        return None

    def _recent(self, word: Word) -> list[int]:
        """The actors before a word, the likeliest to be meant first: subjects and speakers, then others."""
        found: dict[int, None] = {}
        for sentence in range(word.sentence, max(-1, word.sentence - _REACH), -1):
            for index in self._near(sentence, word):
                if index != _UNNAMED:
                    found.setdefault(index)
        return list(found)

    def _near(self, sentence: int, word: Word) -> list[int]:
        """The actors of one sentence that stand before `word`: its speakers, its subjects, the others."""
        found: dict[int, None] = {}
        if sentence < word.sentence:
            for index in self._spoken.get(sentence, [])[::-1]:
                found.setdefault(index)
        for index in self._subjects(sentence):
            if sentence < word.sentence or (index != _UNNAMED and self._mentioned_before(index, word)):
                found.setdefault(index)
        for index in self._others(sentence, word):
            found.setdefault(index)
        return list(found)

    def _inside_quote(self, word: Word) -> list[int]:
        """The actors named before a word in the quote that holds it, the last first."""
        outer = next((span for span in self._hidden if word.span.start in span), None)
        if outer is None:
            return []
        own = [(start, index) for start, _, index in self._mentions if outer.start <= start < word.span.start]
        return list(dict.fromkeys(index for _, index in reversed(own)))

    def _outer_speaker(self, word: Word) -> int | None:
        spoken = self._spoken.get(word.sentence, [])
        return spoken[-1] if spoken else None

    def _mentioned_before(self, index: int, word: Word) -> bool:
        return any(span.start < word.span.start for span in self._actors[index].mentions)

    def _others(self, sentence: int, word: Word) -> Iterator[int]:
        """The actors mentioned in a sentence outside quotation marks, the last first."""
        for start, _, index in reversed(self._mentions_in(sentence)):
            if start < word.span.start and not self._is_hidden(start):
                yield index

    def _mentions_in(self, sentence: int) -> list[tuple[int, int, int]]:
        return self._by_sentence.get(sentence, [])

    def _is_hidden(self, offset: int) -> bool:
        return any(offset in span for span in self._hidden)

    # -- what is known of actors ---------------------------------------------------------------------

    def _is_person(self, index: int) -> bool:
        return self._actors[index].kind is ActorKind.PERSON

    def _gender(self, index: int) -> Gender | None:
        actor = self._actors[index]
        if actor.gender is not None or actor.kind is ActorKind.PERSON:
            return actor.gender
        first = self._words.of(actor.mentions[0])
        if not first:
            return None
        place = first[0].place - 1
        before = self._words[place] if place >= 0 else first[0]
        if before.pos == "NOUN":
            return before.gender
        return _ARTICLES.get(before.lower) or (first[0].gender if first[0].pos == "NOUN" else None)

    def _agrees(self, index: int, head: Word) -> bool:
        own = self._gender(index)
        gender = _article_gender(self._words, head) or head.gender
        return own is None or gender is None or own is gender

    def _described(self) -> list[set[str]]:
        """For each actor the nouns that its titles and appositions give it."""
        self._by_sentence: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        nouns: list[set[str]] = [set() for _ in self._actors]
        for index, actor in enumerate(self._actors):
            if actor.kind is not ActorKind.PERSON:
                nouns[index] |= {
                    word.lower for word in self._words.of(actor.mentions[0]) if word.pos == "NOUN"
                }
                nouns[index] |= {actor.name.split()[0].lower()}
            for span in actor.mentions:
                own = self._words.of(span)
                if not own:
                    continue
                self._by_sentence[own[0].sentence].append((span.start, span.end, index))
                nouns[index] |= self._title_before(own[0]) | self._apposition_after(own[-1])
        for found in self._by_sentence.values():
            found.sort()
        return nouns

    def _title_before(self, first: Word) -> set[str]:
        """The nouns of a title right before a name: l'entraîneur X ; le maire de Y, X ; son capitaine, X."""
        words = self._words
        found: set[str] = set()
        place = first.place - 1
        if place >= 0 and words[place].lower in ("de", "du", "des", "d'"):
            return found
        while place >= 0 and words[place].lower in _CIVILITIES:
            place -= 1
        if place >= 0 and words[place].lower == ",":
            place -= 1
        for _ in range(12):
            if place < 0 or words[place].sentence != first.sentence:
                return found
            word = words[place]
            if word.pos in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ"):
                return set()
            if word.lower in ("de", "du", "des", "d'"):
                found.clear()
            elif word.pos == "NOUN":
                found.add(word.lower)
            elif word.pos == "DET" and found:
                is_complement = words[place - 1].lower in ("de", "d'")
                if word.lower in _POSSESSIVE or not is_complement:
                    return found
            place -= 1
        return set()

    def _apposition_after(self, last: Word) -> set[str]:
        """The first noun after a name and a comma: X, pharmacienne à Y ; X, la présidente de Z."""
        words = self._words
        place = last.place + 1
        if place >= len(words) or words[place].lower not in (",", "("):
            return set()
        found: set[str] = set()
        for word in words.words[place + 1 : place + 5]:
            if word.pos in ("NOUN", "PROPN") and word.lower[:1].islower() and word.text[:1].islower():
                found.add(word.lower)
                break
            if word.pos not in ("DET", "ADJ", "NUM", "ADP", "ADV"):
                break
        return found

    def _subjects(self, sentence: int) -> list[int]:
        """Who the subjects of a sentence are, in order, outside quotation marks.

        Pronouns and titles are followed to whom they mean; somebody unnamed is noted with their gender.
        Found when first asked for, so that what was said before it is known.
        """
        known = self._known_subjects.get(sentence)
        if known is not None:
            return known
        found = self._known_subjects[sentence] = []
        for word in self._of_sentence[sentence]:
            is_subject = word.dep.startswith("nsubj") or (word.dep == "ROOT" and word.pos == "PROPN")
            if not is_subject or self._is_hidden(word.span.start):
                continue
            index = self._subject(word)
            if index is not None and index not in found:
                found.append(index)
                if index == _UNNAMED:
                    self._unnamed[sentence] = word.gender
        return found

    def _subject(self, word: Word) -> int | None:
        index = self.actor_at(word.span.start)
        if index is not None:
            return index
        if word.pos == "PRON":
            is_person = word.lower in ("il", "elle") and word.dep == "nsubj"
            return self._pronoun(word) if is_person else None
        if word.pos != "NOUN":
            return None
        index = self._appositive(word)
        if index is not None:
            return index
        first = word.place
        while first > 0 and self._words[first - 1].pos in ("DET", "ADJ", "NUM"):
            first -= 1
        index = self._described_as(Phrase(first, word.place, word.place))
        if index is None and not word.is_plural and is_human(word.lower):
            return _UNNAMED
        return index

    def _appositive(self, word: Word) -> int | None:
        """The person in apposition to a subject: le Premier ministre britannique X ; son dauphin, X."""
        for place in range(word.place + 1, min(word.place + 14, len(self._words))):
            other = self._words[place]
            if other.sentence != word.sentence or other.pos in ("VERB", "AUX"):
                return None
            index = self.actor_at(other.span.start)
            if index is None or not self._is_person(index) or self._is_complement(other):
                continue
            if any(span.start == other.span.start for span in self._actors[index].mentions):
                return index
        return None

    def _is_complement(self, word: Word) -> bool:
        """Whether a name stands behind *de*, with or without its civility: l'avocat de M. X."""
        place = word.place - 1
        while place >= 0 and self._words[place].lower in _CIVILITIES:
            place -= 1
        return place >= 0 and self._words[place].lower in ("de", "du", "des", "d'")


_ARTICLES = {
    "la": Gender.FEMININE,
    "une": Gender.FEMININE,
    "sa": Gender.FEMININE,
    "cette": Gender.FEMININE,
    "ce": Gender.MASCULINE,
    "cet": Gender.MASCULINE,
    "le": Gender.MASCULINE,
    "un": Gender.MASCULINE,
    "du": Gender.MASCULINE,
    "au": Gender.MASCULINE,
}


def _article_gender(words: Words, head: Word) -> Gender | None:
    return _ARTICLES.get(words[head.place - 1].lower if head.place else "")
