"""An article's tokens in one list, with what the rules of attribution ask of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from articles.analysis.parsing import Parsed
from articles.annotations import Gender
from articles.article import Article
from articles.spans import Span


@dataclass(frozen=True, slots=True)
class Word:
    """A token: its span in the canonical text, its place in the list, its grammar.

    `head` is the place of the token it depends on, its own for a root. `sentence` is an index into the
    article's sentences.
    """

    place: int
    span: Span
    text: str
    lower: str
    pos: str
    dep: str
    head: int
    sentence: int
    paragraph: int
    gender: Gender | None
    is_plural: bool
    is_finite: bool


class Words:
    """The tokens of an article in order, found by place or by offset."""

    def __init__(self, article: Article, paragraphs: Sequence[Parsed]) -> None:
        self.text = article.text
        self.words: list[Word] = []
        sentence_starts = [sentence.span.start for sentence in article.sentences]
        for part in paragraphs:
            first = len(self.words)
            for token in part.doc:
                span = part.span(token)
                morph = token.morph
                self.words.append(
                    Word(
                        place=len(self.words),
                        span=span,
                        text=token.text,
                        lower=token.lower_.replace("’", "'"),
                        pos=token.pos_,
                        dep=token.dep_,
                        head=first + token.head.i,
                        sentence=max(0, bisect_left(sentence_starts, span.start + 1) - 1),
                        paragraph=part.paragraph,
                        gender=_GENDERS.get((morph.get("Gender", []) or [""])[0]),
                        is_plural="Plur" in morph.get("Number", []),
                        is_finite="Fin" in morph.get("VerbForm", []),
                    )
                )
        self._starts = [word.span.start for word in self.words]
        self.children: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.place:
                self.children[word.head].append(word.place)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, place: int) -> Word:
        return self.words[place]

    def at_or_after(self, offset: int) -> int:
        """The place of the first token that starts at `offset` or after it."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> int:
        """The place of the last token that starts before `offset`, or -1."""
        return bisect_left(self._starts, offset) - 1

    def of(self, span: Span) -> list[Word]:
        """The tokens that start in a span."""
        return self.words[self.at_or_after(span.start) : self.at_or_after(span.end)]


_GENDERS = {"Masc": Gender.MASCULINE, "Fem": Gender.FEMININE}
