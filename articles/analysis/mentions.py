"""Where names stand in a page: capitalised words and what belongs to them, checked against spaCy's view.

A name found here is a run of words; who bears it, and where else it stands, is for `naming` to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.abbreviations import INVERTED_PRONOUNS, STARTERS
from articles.analysis import name_data as data
from articles.analysis.words import Page, Word, plain
from articles.spans import Span

_ROMAN = re.compile(r"(?=[IVXLC])(?:X{0,3})(?:IX|IV|V?I{0,3})(?:e|er|ère|ème)?")
_QUOTED = re.compile(r"«\s*([^«»“”\"]{1,70}?)\s*»|“\s*([^«»“”\"]{1,70}?)\s*”|\"\s*([^«»“”\"]{1,70}?)\s*\"")
_CODE = re.compile(r"\d|[A-Z]\d|[A-Z]{2}\d\d|J\.-C")
_LEAGUES = re.compile(r"\s(?:des (?:champions|nations)|Europa|Conf[ée]rence)\b")
_CAPITAL_ARTICLES = frozenset({"le", "la", "les", "l'"})
_TIMES = frozenset("""lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
    juillet août septembre octobre novembre décembre matin soir semaine année mois hier""".split())
_NUMBERED_NAMES = frozenset({"france", "europe", "radio", "ligue", "division", "top"})
_FUNCTION_TAGS = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "ADV", "AUX", "NUM", "INTJ", "PUNCT"})
_HYPHENATED_PARTICLE = re.compile(r"(?:al|el|ben|bin|as|ad|ar|ash)[-‑][A-ZÀ-Þ]")
_LINKING = data.LINKS | data.PARTICLES | data.ENGLISH_LINKS | {"et"}
_ANNOUNCING_INITIALS = frozenset({"ong", "pme", "asbl", "sarl"})
_EVENT = "coupe"
_LONGEST_TAIL = 10
"""Words in small letters that the name of a body may have after its capitalised ones."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name found: the words `[first, end)` of a page, and what its form says of the bearer.

    `label` is spaCy's (PER, ORG, LOC, MISC or nothing), `head` the noun that opens the name of a body or a
    place, `announced` the noun in small letters before it that says what it is, `civility` what stands
    before a person's name. All in lower case.
    """

    page: Page
    first: int
    end: int
    label: str
    head: str = ""
    announced: str = ""
    civility: str = ""

    @property
    def words(self) -> list[Word]:
        """The words of the name."""
        return list(self.page.words[self.first : self.end])

    @property
    def span(self) -> Span:
        """Where it stands in the canonical text."""
        return Span(self.page.words[self.first].start, self.page.words[self.end - 1].end)

    @property
    def opens(self) -> bool:
        """Whether its first capital means nothing."""
        return self.page.words[self.first].opens


def find_names(page: Page) -> tuple[list[Found], list[Span]]:
    """The names in a page, in order, never overlapping, and the spans where no name is to be looked for.

    Those are titles of works, events, treaties, what a minister is in charge of. Linear time.
    """
    if page.is_in_capitals:
        return [], []
    titles, named = _quoted_names(page)
    taken = {
        index
        for span in [*titles, *(name.span for name in named)]
        for index in range(page.index(span.start), page.index(span.end - 1) + 1)
    }
    found, blocked = [*named, *_ministries(page)], titles
    for first, end in _runs(page):
        for name in _names_of_run(page, first, end):
            if taken.isdisjoint(range(name.first, name.end)):
                if _is_name(name):
                    found.append(name)
                elif _is_thing(name):
                    blocked.append(name.span)
    return _apart(found), blocked


def _apart(found: list[Found]) -> list[Found]:
    """The longer of the names that overlap, in order."""
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (name.first, -name.end)):
        if not kept or kept[-1].end <= name.first:
            kept.append(name)
    return kept


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the small words that join them."""
    words = page.words
    index = 0
    while index < len(words):
        if not _is_capital(words[index]):
            index += 1
            continue
        end = index + 1
        while joined := _joined(page, index, end):
            end = joined
        yield index, end
        index = end


def _is_capital(word: Word) -> bool:
    return word.is_capital and (word.text[-1] not in "'’" or word.plain == "l'")


def _joined(page: Page, first: int, end: int) -> int:
    """Where a run `[first, end)` ends with what joins it next; 0 where nothing does."""
    words = page.words
    if end >= len(words) or not words[end].touches:
        return 0
    before, word = words[end - 1], words[end]
    if word.is_capital and not (word.opens and word.gap.strip() == "" and _is_function(word)):
        return 0 if word.opens else end + 1
    if word.text.isdigit():
        return end + 1 if before.plain in _NUMBERED_NAMES and len(word.text) < 3 else 0
    if _HYPHENATED_PARTICLE.match(word.text) and not before.is_acronym:
        return end + 1
    after = end
    while after < len(words) and after - end < 3 and words[after].touches and _links(words[after]):
        after += 1
    if after == end or after >= len(words):
        return 0
    target = words[after]
    if not (target.touches and target.is_capital and not target.opens):
        return 0
    if all(link.plain in data.ENGLISH_LINKS for link in words[end:after]):
        return after + 1
    if all(link.plain in data.PARTICLES for link in words[end:after]):
        return after + 1 if not before.is_acronym and not _is_function(before) else 0
    return after + 1 if _links_names(page, first, end, after) else 0


def _links(word: Word) -> bool:
    return not word.is_capital and word.plain in _LINKING


def _links_names(page: Page, first: int, end: int, after: int) -> bool:
    """Whether small words between two capitals belong to one name."""
    words = page.words
    announced = announcer(page, first) in data.ANNOUNCERS
    while first < end - 1 and _is_stripped(words[first], words[first + 1]):
        first += 1
    if words[first].plain in _CAPITAL_ARTICLES and first < end - 1:
        first += 1
    head, link = words[first], words[end].plain
    if head.plain == "république" and any(word.plain.startswith("procureur") for word in words[max(0, first - 3) : first]):
        return False
    if _is_one_entity(words[first], words[after]):
        return end - first < 2 or head.label != "PER" or link in ("d'", "la")
    if link not in ("de", "du", "des", "d'") or _is_function(head):
        return False
    if head.pos in ("NOUN", "ADJ") and announced:
        return True
    if head.plain in data.CAPITAL_ORG_HEADS or head.plain in data.EVENT_HEADS:
        return not is_first_name(words[after])
    tail = plain(head.text).rpartition("-")[2]
    if head.plain in data.CAPITAL_PLACE_HEADS or tail in ("côte", "val"):
        return True
    if end - first == 1 and is_first_name(head) and link in ("de", "d'", "du"):
        return True
    before = words[first - 1] if first and head.touches else None
    is_common = before is not None and before.plain in ("le", "la", "l'", "au", "du")
    return (
        is_common
        and link in ("des", "du")
        and not head.is_acronym
        and head.plain not in data.COUNTRIES | data.LONE_INSTITUTIONS | data.NO_NAMES
        and not is_first_name(words[after])
        and words[after].label != "PER"
    )


def _is_one_entity(first: Word, last: Word) -> bool:
    tokens = first.token.doc
    return bool(first.label) and all(
        tokens[index].ent_iob_ == "I" for index in range(first.token.i + 1, last.token.i + 1)
    )


def is_first_name(word: Word) -> bool:
    """Whether a word is a common first name, alone or with others after a hyphen."""
    parts = word.plain.split("-")
    names = data.FEMININE_NAMES | data.MASCULINE_NAMES
    return word.plain in names or (len(parts) > 1 and parts[0] in names)


def _is_function(word: Word) -> bool:
    """Whether a word has a capital only because it opens a sentence."""
    small = word.plain
    if small in STARTERS or ("-" in small and small.rpartition("-")[2] in INVERTED_PRONOUNS):
        return True
    return word.pos in _FUNCTION_TAGS and not word.label and not word.is_acronym and not word.is_initial


def is_common_opener(word: Word) -> bool:
    """Whether a word that is somebody's name stands here as a common word that opens a sentence."""
    if not word.opens or word.is_acronym or not word.token.vocab.has_vector(word.plain):
        return False
    return _is_function(word) or (word.pos not in ("PROPN", "NOUN") and not word.label)


def _is_stripped(word: Word, following: Word) -> bool:
    """Whether a capitalised word before a name is no part of it."""
    small = word.plain
    if small in data.CIVILITIES or small.rstrip(".") in data.CIVILITIES:
        return True
    if small in _CAPITAL_ARTICLES or is_first_name(word) or word.is_initial or word.is_acronym:
        return False
    if small in data.RANKS:
        return following.label in ("PER", "") or is_first_name(following)
    if _is_demonym(word) and (is_first_name(following) or following.label == "PER"):
        return True
    if small in _ANNOUNCING_INITIALS:
        return True
    if word.opens and small not in data.CAPITAL_ORG_HEADS | data.CAPITAL_PLACE_HEADS | data.EVENT_HEADS:
        return _is_function(word) or (not word.label and word.pos in ("VERB", "NOUN", "ADJ"))
    return False


def _is_demonym(word: Word) -> bool:
    small = word.plain
    if "-" in small:
        return False
    return small in data.DEMONYMS or re.fullmatch(r".{2,}(?:ais|aise|ois|oise|ien|ienne|éen|éenne)", small) is not None


def _names_of_run(page: Page, first: int, end: int) -> Iterator[Found]:
    """The name in a run, if there is one: what is no part of it left out, what belongs to it taken in."""
    words = page.words
    civility = ""
    while first < end - 1 and (
        _is_stripped(words[first], words[first + 1])
        or (words[first].opens and _is_function(words[first]) and not _article_belongs(page, first, end))
    ):
        if words[first].plain.rstrip(".") in data.CIVILITIES or words[first].plain in data.CIVILITIES:
            civility = words[first].plain
        first += 1
    for index in range(first + 1, end - 1):
        if words[index].plain in data.CIVILITIES and words[index].pos != "PROPN":
            yield from _names_of_run(page, first, index)
            yield from _names_of_run(page, index, end)
            return
    if words[first].plain in _CAPITAL_ARTICLES and words[first].opens and not _article_belongs(page, first, end):
        first += 1
    if first >= end:
        return
    if not civility and first and words[first - 1].plain.rstrip(".") in data.CIVILITIES and words[first].touches:
        civility = words[first - 1].plain
    if civility and words[first].opens and words[first].gap.strip():
        civility = ""
    if first > 1 and words[first].touches and words[first - 1].plain in ("de", "d'", "du"):
        titled = words[first - 2].plain.rstrip(".")
        if titled in data.CIVILITIES and titled in ("m", "mm", "mme", "mmes", "mlle") and words[first - 1].touches:
            civility, first = titled, first - 1
    name = _extended(page, first, end, civility)
    yield name


def _article_belongs(page: Page, first: int, end: int) -> bool:
    """Whether an article that opens a sentence is the first word of a name: `La Lanterne`, `Le Havre`."""
    words = page.words
    if words[first].plain not in _CAPITAL_ARTICLES or first + 1 >= end:
        return False
    following = words[first + 1]
    if following.plain in data.MEDIA_HEADS and not following.is_acronym:
        return words[first].plain != "l'" or following.plain not in data.CAPITAL_ORG_HEADS
    return _is_one_entity(words[first], following) and words[first].label in ("PER", "LOC", "MISC")


def _label(page: Page, first: int, end: int) -> str:
    """The label of most of the words, those in small letters left out."""
    labels = [word.label for word in page.words[first:end] if word.is_capital]
    labelled = [label for label in labels if label]
    return max(labelled, key=labelled.count) if labelled else ""


def _extended(page: Page, first: int, end: int, civility: str) -> Found:
    """The name with the words in small letters before and after that belong to it."""
    words = page.words
    label = _label(page, first, end)
    head = ""
    core = first + (words[first].plain in _CAPITAL_ARTICLES and first + 1 < end)
    opener = words[core].plain
    start = _left_head(page, first, label, civility)
    if start < first:
        head = words[start].plain
        end = _tail(page, first, end, most=0) if head in ("ministère", "direction", "département") else end
        return Found(page, start, end, label, head=head)
    if _is_event(page, core, end):
        return Found(page, first, _tail(page, core, end, most=1), label, announced=_EVENT)
    announced = announcer(page, first)
    if _is_organisation_head(page, core, end):
        head = opener
        end = _acronym_end(page, core, end) or _tail(page, core, end, most=2)
    elif opener in data.CAPITAL_PLACE_HEADS and end - first > 1:
        head = opener if opener in data.PLACE_HEADS else ""
    elif announced and end - first == 1 and words[first].pos in ("NOUN", "ADJ", "ADP", "VERB"):
        end = _tail(page, first, end, most=1, nouns=True)
    if not head and not civility:
        end = _acronym_end(page, core, end) or _entity_end(page, core, end)
    return Found(page, first, end, label, head=head, announced=announced, civility=civility)


def _is_event(page: Page, core: int, end: int) -> bool:
    word, following = page.words[core], page.words[min(core + 1, len(page.words) - 1)]
    if word.plain in ("ligue", "top", "grand", "super"):
        return following.touches and (
            following.text.isdigit()
            or following.plain in ("prix", "chelem", "europa", "bowl")
            or (word.plain == "ligue" and _LEAGUES.match(page.text, word.end) is not None)
        )
    if word.plain not in data.EVENT_HEADS or (word.opens and not word.label and end - core == 1):
        return False
    return not (word.plain in ("tour", "route", "accord") and end - core == 2 and core + 1 < end and following.is_capital)


def _is_organisation_head(page: Page, core: int, end: int) -> bool:
    word = page.words[core]
    if word.plain not in data.CAPITAL_ORG_HEADS:
        return False
    if end - core > 1 or not word.opens:
        return True
    return _tail(page, core, end, most=1) > end


def _entity_end(page: Page, core: int, end: int) -> int:
    """The end of spaCy's entity where it goes on with adjectives or nouns in small letters."""
    words = page.words
    last = end
    while (
        last < len(words)
        and last - end < 6
        and words[last].touches
        and words[last].token.ent_iob_ == "I"
        and words[last].pos in ("ADJ", "NOUN", "ADP", "DET", "PROPN")
    ):
        last += 1
    while last > end and words[last - 1].pos in ("ADP", "DET"):
        last -= 1
    is_person = words[core].label == "PER"
    return end if is_person and end - core > 1 else last


def _acronym_end(page: Page, core: int, end: int) -> int:
    """Where a name ends that its initials in brackets confirm; 0 where none do."""
    words = page.words
    for index in range(end, min(len(words), end + _LONGEST_TAIL)):
        word = words[index]
        if word.is_acronym and "(" in word.gap and word.gap.strip() == "(":
            name = [each.text for each in words[core:index]]
            return index if are_initials(word.text, name) else 0
        if not word.touches:
            return 0
    return 0


def are_initials(acronym: str, words: list[str], *, strictly: bool = False) -> bool:
    """Whether capitals are the initials of a name's words, whose small words may be left out.

    Unless `strictly`, a word may be left out too, or two letters taken from one.
    """
    letters = [plain(letter) for letter in acronym if letter.isalpha()]
    parts = [part for word in words for part in re.split(r"[-‑ ']", plain(word).replace("’", "'")) if part]
    full = [part for part in parts if part not in data.LINKS | {"l", "d", "et", "a"}]
    for initials in ([part[0] for part in full], [part[0] for part in parts]):
        if _folded(initials) == _folded(letters):
            return True
    if strictly or not full:
        return False
    remaining = iter(_folded([part[0] for part in parts]))
    is_subsequence = all(letter in remaining for letter in _folded(letters))
    is_first = _folded([full[0][0]]) == _folded(letters[:1])
    return len(letters) > 2 and is_subsequence and is_first and len(full) <= len(letters) + 1


def _folded(letters: list[str]) -> list[str]:
    return [data.unaccented(letter) for letter in letters]


def _tail(page: Page, core: int, end: int, *, most: int, nouns: bool = False) -> int:
    """Where the words in small letters end that go on the name of a body.

    They are adjectives and, `most` times or as long as spaCy says so, a preposition with its noun.
    """
    words = page.words
    groups = sum(word.plain in ("de", "du", "des", "d'") for word in words[core:end])
    index = end
    while index < len(words) and index - end < _LONGEST_TAIL and words[index].touches:
        word = words[index]
        is_inside = word.token.ent_iob_ == "I"
        if word.is_capital or word.plain in _TIMES:
            break
        if word.pos == "ADJ" or (is_inside and word.pos in ("ADJ", "NOUN", "VERB", "PROPN") and index > end - 1):
            index += 1
            continue
        if nouns and index == end and word.pos == "NOUN":
            index += 1
            continue
        target = _group_end(page, index)
        if not target:
            break
        if groups >= most and not words[target - 1].token.ent_iob_ == "I" and words[index].plain != "et":
            break
        groups += 1
        index = target
    return index


def _group_end(page: Page, index: int) -> int:
    """Where a preposition's group ends that starts here, its adjectives left out; 0 where none does."""
    words = page.words
    allowed = {"de", "du", "des", "d'", "pour", "sur", "contre"}
    if words[index].plain == "et":
        index += 1
        if index < len(words) and words[index].plain not in allowed:
            return 0
    elif words[index].plain not in allowed:
        return 0
    index += 1
    while index < len(words) and words[index].touches and words[index].plain in ("la", "le", "les", "l'"):
        index += 1
    if index >= len(words) or not words[index].touches or words[index].plain in _TIMES:
        return 0
    if words[index].pos == "NUM" and index + 1 < len(words) and words[index + 1].touches:
        index += 1
    word = words[index]
    is_noun = word.pos in ("NOUN", "PROPN", "ADJ") and not word.text[0].isdigit()
    return index + 1 if is_noun else 0


def _left_head(page: Page, first: int, label: str, civility: str) -> int:
    """Where the noun in small letters stands that names a body or a place with the name; else `first`."""
    words = page.words
    if not words[first].touches or first == 0 or civility:
        return first
    before = words[first - 1]
    small = before.plain
    if small in data.BARE_HEADS and not before.is_capital:
        return first - 1
    index = first - 1
    while index >= 0 and words[index].plain in ("de", "la", "le", "l'", "du", "des", "d'") and first - index < 4:
        if not words[index].touches:
            return first
        index -= 1
    if index < 0 or index == first - 1 or words[index + 1].plain in ("la", "le", "l'"):
        return first
    if label == "PER" and words[index].plain not in data.PLACE_HEADS and is_first_name(words[first]):
        return first
    if words[index].plain == "département" and words[first].plain == "état":
        return index
    adjectives = 0
    while index >= 0 and first - index < 8:
        word = words[index]
        if word.plain in data.DE_HEADS and (not word.is_capital or word.plain == "chu"):
            return index
        if word.plain in data.DE_HEADS_WITH_ADJECTIVE and adjectives and not word.is_capital:
            return index
        is_inner = word.pos == "NOUN" and index > 1 and words[index - 1].plain in ("d'", "de")
        if is_inner and words[index - 1].plain == "de":
            is_inner = words[index - 2].plain in data.HEADS_WITH_NOUN
        if not word.touches or word.is_capital or not (word.pos == "ADJ" or is_inner):
            return first
        adjectives += 1
        index -= 1 + bool(is_inner)
    return first


def announcer(page: Page, first: int) -> str:
    """The noun right before a name that says what it is the name of: `ong`, `ville`; else nothing."""
    words = page.words
    for index in range(first - 1, max(-1, first - 3), -1):
        is_noun = words[index].plain in _ANNOUNCING_INITIALS or not words[index].is_capital
        if not words[index + 1].touches or not is_noun:
            return ""
        if words[index].plain in data.ANNOUNCERS | data.PLACE_ANNOUNCERS | data.EVENT_NOUNS:
            return words[index].plain
        if words[index].pos != "ADJ":
            return ""
    return ""


def _is_name(name: Found) -> bool:
    """Whether a run of words names somebody or something that acts."""
    words = name.words
    first = words[0]
    if name.head and len(words) > 1:
        return True
    if _is_thing(name) or _is_inhabitant(name) or [word.plain for word in words] == ["j.", "c"]:
        return False
    smalls = [word.plain for word in words if word.is_capital] or [first.plain]
    if all(small in data.NO_NAMES or small.isdigit() for small in smalls):
        return False
    if len(words) == 1:
        return _is_single_name(name, first)
    if name.civility or not name.opens:
        return "J.-C" not in first.text
    if not any(word.is_capital for word in words[1:]):
        return not _is_function(first) and (first.pos == "PROPN" or bool(name.head or name.announced))
    return bool(name.label) or first.pos == "PROPN" or is_first_name(first) or words[1].is_capital


def _is_thing(name: Found) -> bool:
    """Whether a name is that of an event, a work or a treaty, or what a minister is in charge of."""
    return name.announced in data.EVENT_NOUNS or _is_treaty(name) or _is_portfolio(name)


def _is_single_name(name: Found, word: Word) -> bool:
    """Whether a word alone is a name, and no common word with a capital."""
    small = word.plain
    if small in data.CIVILITIES and not name.civility:
        return False
    if small in data.RANKS or small in data.PORTFOLIOS or _ROMAN.fullmatch(word.text):
        return bool(name.civility)
    if name.civility:
        return not _is_function(word) or not word.opens
    if word.is_acronym:
        return word.text not in data.NO_NAMES_IN_CAPITALS and len(word.text) < 9 and not _CODE.match(word.text)
    if len(word.text) < 2 or word.is_initial or _CODE.match(word.text):
        return False
    if small in data.COUNTRIES or (small in data.LONE_INSTITUTIONS and not word.opens):
        return True
    is_unknown = not word.token.vocab.has_vector(small)
    if word.opens:
        if _is_function(word) or small in data.CAPITAL_ORG_HEADS:
            return False
        return name.label in ("PER", "LOC", "ORG") and (word.pos == "PROPN" or is_unknown)
    if small in data.CAPITAL_ORG_HEADS or _is_function(word):
        return False
    if name.announced in data.ANNOUNCERS or name.announced in data.PLACE_ANNOUNCERS:
        return True
    if name.label == "MISC" or not name.label:
        return is_first_name(word) or (is_unknown and word.pos == "PROPN")
    return word.pos == "PROPN" or is_unknown or word.label in ("PER", "LOC", "ORG")


def _is_treaty(name: Found) -> bool:
    words = name.page.words
    index = name.first - 1
    return (
        index > 0
        and words[index].plain in ("de", "du", "des", "d'")
        and words[index - 1].plain in data.TREATY_NOUNS
        and words[name.first].touches
    )


def _is_portfolio(name: Found) -> bool:
    """Whether a name is what a minister is in charge of."""
    words = name.page.words
    if words[name.first].plain not in data.PORTFOLIOS:
        return False
    nearby = words[max(0, name.first - 9) : name.first]
    return any(word.plain in data.IN_CHARGE for word in nearby) or name.end - name.first == 1


def _is_inhabitant(name: Found) -> bool:
    """Whether a word alone with a capital says where people come from."""
    words = name.page.words
    if name.end - name.first > 1 or name.civility:
        return False
    word = words[name.first]
    before = words[name.first - 1] if name.first and word.touches else None
    if before is None or (word.opens and word.gap.strip()):
        return word.plain.endswith("s") and _is_demonym_plural(word)
    if before.pos == "ADJ" and name.first > 1:
        before = words[name.first - 2]
    if before.plain in ("les", "des", "aux", "ces", "ses", "leurs", "nos", "plusieurs", "quelques", "certains") or (
        before.pos == "NUM"
    ):
        return word.plain[-1] in "sx" and word.plain not in data.PLURAL_PLACES and not word.is_acronym
    is_definite = before.plain in ("le", "la", "l'", "un", "une", "du", "au", "ce", "cette", "son", "sa")
    return is_definite and _is_demonym(word) and word.plain not in data.COUNTRIES


def _is_demonym_plural(word: Word) -> bool:
    small = word.plain
    return small not in data.PLURAL_PLACES and (
        small[:-1] in data.DEMONYMS or re.fullmatch(r".{2,}(?:aises|oises|iens|iennes|éens|éennes)", small) is not None
    )


def _quoted_names(page: Page) -> tuple[list[Span], list[Found]]:
    """The short quotations of a page that are titles of works, and those that name a body."""
    titles: list[Span] = []
    named: list[Found] = []
    base, text = page.parsed.base, page.parsed.doc.text
    source = page.text[base : base + len(text)]
    for quoted in _QUOTED.finditer(source):
        group = next(index for index in (1, 2, 3) if quoted[index] is not None)
        span = Span(base + quoted.start(group), base + quoted.end(group))
        first, end = page.index(span.start), page.index(span.end - 1) + 1
        if first < 0 or first >= end or page.words[first].start < span.start or end - first > 8:
            continue
        inside = page.words[first:end]
        opener = inside[inside[0].plain in _CAPITAL_ARTICLES and end - first > 1]
        if not opener.is_capital or is_first_name(opener):
            continue
        announced = _noun_before(page, first) if inside[0].is_capital else ""
        has_verb = any(
            word.pos in ("VERB", "AUX") and "Fin" in word.token.morph.get("VerbForm") for word in inside
        )
        if announced in data.ANNOUNCERS and not has_verb and "," not in quoted[group]:
            named.append(Found(page, first, end, "ORG", announced=announced))
        elif announced in data.WORK_NOUNS or announced in data.EVENT_NOUNS:
            titles.append(span)
        elif not has_verb and not _is_function(inside[-1]) and ":" not in inside[0].gap and quoted[group][-1] not in "!?.…,":
            titles.append(span)
    return titles, named


def _noun_before(page: Page, first: int) -> str:
    """The noun that announces a quotation, a participle such as *baptisé* left out."""
    for word in reversed(page.words[max(0, first - 4) : first]):
        small = word.plain
        if small in data.ANNOUNCERS or small in data.WORK_NOUNS or small in data.EVENT_NOUNS:
            return small
        if word.pos not in ("ADJ", "VERB", "ADP", "NOUN") and small not in ("de", "dit", "intitulé"):
            return ""
    return ""


def _ministries(page: Page) -> Iterator[Found]:
    """Ministries whose name is in small letters: *le ministère de la santé*."""
    words = page.words
    for index, word in enumerate(words):
        if word.plain != "ministère":
            continue
        end = index + 1
        while end < len(words) and words[end].touches and words[end].pos == "ADJ" and not words[end].is_capital:
            end += 1
        target = _group_end(page, end) if end < len(words) and words[end].touches else 0
        if target and words[target - 1].plain in data.PORTFOLIOS:
            yield Found(page, index, _tail(page, end, target, most=0), "ORG", head="ministère")
