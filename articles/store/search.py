"""Search as one types, in the French and the English of every article, in titles and in notes.

The index has an article, or a passage of a book, in a row: all words must be in it, in whichever language
and sentence. What is shown of it is the sentence that holds the most of them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.article import Sentence
from articles.canonical import flowed, one_line
from articles.spans import Span
from articles.store import passages, shelves
from articles.store.database import Connection, explained, transaction
from articles.store.shelves import Entry
from articles.store.words import expression
from articles.translation import Translation

_BEGINS, _ENDS = "\x01", "\x02"
"""Put around what is found: no canonical text holds them."""

_FOUND = re.compile(f"{_BEGINS}([^{_BEGINS}{_ENDS}]*){_ENDS}")

_WEIGHTS = "bm25(8.0, 4.0, 1.0, 1.0)"
"""Of title, note, French and English."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article in which the words are, and the sentence that shows them best.

    `sentence` is None, and `french` empty, where they are in the title or the note alone. The spans are
    what was found, in `french` and in `english`, each on one line. `count` is how many sentences hold
    some of the words.
    """

    entry: Entry
    sentence: int | None
    french: str
    english: str | None
    french_spans: tuple[Span, ...]
    english_spans: tuple[Span, ...]
    in_title: bool
    in_note: bool
    count: int


@explained
def search(connection: Connection, words: str, limit: int = 20) -> list[Hit]:
    """The articles that hold all of the words, the best first; what is typed can be anything.

    Accents, case and the kind of an apostrophe do not count, and the last word may be unfinished.
    """
    asked = expression(words)
    if asked is None:
        return []
    marked = ", ".join(f"highlight(search, {column}, char(1), char(2))" for column in range(4))
    rows = connection.execute(
        f"SELECT rowid, {marked} FROM search WHERE search MATCH ? AND rank MATCH ? ORDER BY rank",
        (asked, _WEIGHTS),
    )
    hits: dict[str, Hit] = {}
    for number, *columns in rows:
        hit = _hit(connection, number, *columns)
        hits.setdefault(hit.entry.id, hit)
        if len(hits) >= limit:
            break
    return list(hits.values())


@explained
def index_english(connection: Connection, id: str, translations: Mapping[int, Translation | None]) -> None:
    """Let what sentences of an article say in English, by index, be found; None takes it out.

    Where the article is not in the library, there is nothing to do.
    """
    if not translations:
        return
    with transaction(connection):
        rows = connection.execute(
            "SELECT number, first FROM passages WHERE article = (SELECT number FROM articles WHERE id = ?)"
            " ORDER BY first",
            (id,),
        ).fetchall()
        firsts = [first for _, first in rows]
        by_passage: dict[int, dict[int, str]] = {}
        for index, found in translations.items():
            place = bisect_right(firsts, index) - 1
            if place >= 0:
                english = "" if found is None else one_line(found.english)
                by_passage.setdefault(place, {})[index - firsts[place]] = english
        for place, changes in by_passage.items():
            _change_lines(connection, rows[place][0], changes)


@explained
def rebuild(connection: Connection) -> None:
    """Make the index anew from the articles."""
    connection.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _change_lines(connection: Connection, number: int, changes: Mapping[int, str]) -> None:
    kept = connection.execute("SELECT english FROM passages WHERE number = ?", (number,)).fetchone()[0]
    lines = kept.split("\n")
    for place, english in changes.items():
        if place < len(lines):
            lines[place] = english
    english = "\n".join(lines)
    if english != kept:
        connection.execute("UPDATE passages SET english = ? WHERE number = ?", (english, number))


def _hit(
    connection: Connection, number: int, title: str | None, note: str | None, french: str, english: str
) -> Hit:
    article, first, start, kept = connection.execute(
        "SELECT articles.id, first, start, passages.sentences FROM passages"
        " JOIN articles ON articles.number = passages.article WHERE passages.number = ?",
        (number,),
    ).fetchone()
    entry = shelves.entry(connection, article)
    assert entry is not None
    in_title, in_note = _BEGINS in (title or ""), _BEGINS in (note or "")
    sentences = passages.sentences(kept)
    found = _Passage(sentences, start, french, english)
    place = found.best()
    if place is None:
        return Hit(entry, None, "", None, (), (), in_title, in_note, 0)
    shown, spans = found.french(place)
    said, said_spans = found.english(place)
    return Hit(entry, first + place, shown, said or None, spans, said_spans, in_title, in_note, found.count)


class _Passage:
    """A passage in both languages, in which what was found is marked."""

    def __init__(self, sentences: tuple[Sentence, ...], start: int, french: str, english: str) -> None:
        self._sentences = sentences
        self._start = start
        self._text, self._found = _unmarked(french)
        self._lines = english.split("\n")
        self._words: dict[int, set[str]] = {}
        starts = [sentence.span.start - start for sentence in sentences]
        for span in self._found:
            place = bisect_right(starts, span.start) - 1
            self._words.setdefault(max(0, place), set()).add(span.of(self._text).lower())

    @property
    def count(self) -> int:
        """How many sentences hold something that was found, in either language."""
        return len({*self._words, *self._english_words()})

    def best(self) -> int | None:
        """The sentence with the most different words in one language; the first of several."""
        if not self._sentences:
            return None
        english = self._english_words()
        places = sorted({*self._words, *english})
        return max(
            places,
            key=lambda place: max(len(self._words.get(place, ())), len(english.get(place, ()))),
            default=None,
        )

    def french(self, place: int) -> tuple[str, tuple[Span, ...]]:
        """A sentence on one line, and what was found in it."""
        own = self._sentences[place].span
        start, end = own.start - self._start, own.end - self._start
        parts: list[str] = []
        at = start
        for span in self._found[max(0, bisect_left(self._found, Span(start, start)) - 1) :]:
            if span.start >= end:
                break
            if span.end > start:
                begins, ends = max(span.start, start), min(span.end, end)
                parts += [self._text[at:begins], _BEGINS, self._text[begins:ends], _ENDS]
                at = ends
        text, spans = _unmarked(flowed("".join([*parts, self._text[at:end]])))
        return text, tuple(spans)

    def english(self, place: int) -> tuple[str, tuple[Span, ...]]:
        """What a sentence says in English, and what was found in it."""
        text, spans = _unmarked(self._lines[place] if place < len(self._lines) else "")
        return text, tuple(spans)

    def _english_words(self) -> dict[int, set[str]]:
        return {
            place: {word.lower() for word in _FOUND.findall(line)}
            for place, line in enumerate(self._lines)
            if _BEGINS in line and place < len(self._sentences)
        }


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    """A text without its marks, and the spans that were marked."""
    return _FOUND.sub(r"\1", marked), list(_spans(marked))


def _spans(marked: str) -> Iterator[Span]:
    for before, match in enumerate(_FOUND.finditer(marked)):
        start = match.start() - 2 * before
        yield Span(start, start + len(match[1]))
