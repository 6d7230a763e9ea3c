"""What plain means find in the same articles.

sumy and pysbd are installed with the development tools; where they are missing, what needs them is left out.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from articles.analysis.parsing import model
from articles.article import Article, ParagraphKind
from articles.spans import Span, trimmed
from tests.evaluation.findings import SUMMARY_LENGTH, Findings, Named, Quoted

_MARKED = (r"«([^»]+)»", r"“([^”]+)”", r'"([^"]+)"')
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Baseline:
    """A plain way to find something. `needs` is the module it cannot do without."""

    name: str
    find: Callable[[Article], Findings]
    needs: str = "spacy"

    @property
    def is_there(self) -> bool:
        return find_spec(self.needs) is not None


def entities(article: Article) -> Findings:
    """spaCy's people, organisations and places as they come: each surface is one actor."""
    mentions: dict[str, list[Span]] = {}
    for label, span in _entities(article.text):
        if label in ("PER", "ORG", "LOC"):
            mentions.setdefault(span.of(article.text), []).append(span)
    return Findings(actors=tuple(Named(name, tuple(spans)) for name, spans in mentions.items()))


def marks_and_nearest_name(article: Article) -> Findings:
    """Every stretch between marks is a quote of whoever spaCy sees named nearest.

    Nearest in the same sentence, outside the marks; else the last one named before.
    """
    people = [span for label, span in _entities(article.text) if label == "PER"]
    spans = sorted(_marked(article))
    return Findings(quotes=tuple(Quoted(span, _nearest_name(article, span, people)) for span in spans))


def _marked(article: Article) -> Iterator[Span]:
    for paragraph in article.paragraphs:
        for pattern in _MARKED:
            for match in re.finditer(pattern, paragraph.span.of(article.text)):
                start, end = match.span(1)
                span = trimmed(article.text, paragraph.span.start + start, paragraph.span.start + end)
                if span:
                    yield span


def _nearest_name(article: Article, quote: Span, people: Sequence[Span]) -> str | None:
    sentences = [s.span for s in article.sentences if s.span.overlaps(quote)]
    outside = [span for span in people if not span.overlaps(quote)]
    near = [span for span in outside if any(sentence.covers(span) for sentence in sentences)]
    if near:
        return min(near, key=lambda span: _distance(span, quote)).of(article.text)
    before = [span for span in outside if span.end <= quote.start]
    return before[-1].of(article.text) if before else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


@cache
def _entities(text: str) -> tuple[tuple[str, Span], ...]:
    """spaCy's entities with their labels, of the whole text as it is, in order."""
    return tuple((one.label_, Span(one.start_char, one.end_char)) for one in model()(text).ents)


def pysbd_sentences(article: Article) -> Findings:
    """Sentences by pysbd's rules for French, paragraph by paragraph."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pysbd
    segmenter = pysbd.Segmenter(language="fr", clean=False)
    found = []
    for paragraph in article.paragraphs:
        position = paragraph.span.start
        for piece in segmenter.segment(paragraph.span.of(article.text)):
            start = article.text.find(piece.strip(), position, paragraph.span.end)
            if piece.strip() and start >= 0:
                position = start + len(piece.strip())
                found.append(Span(start, position))
    return Findings(sentences=tuple(found))


def lead(article: Article) -> Findings:
    """The first three sentences, without headings and boilerplate."""
    return Findings(summary=tuple(_body(article)[:SUMMARY_LENGTH]))


def lexrank(article: Article) -> Findings:
    """The three sentences that sumy's LexRank takes, with its French stems and stop words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
        from sumy.nlp.stemmers import Stemmer
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.utils import get_stop_words
    summarizer: Any = LexRankSummarizer(Stemmer("french"))
    summarizer.stop_words = get_stop_words("french")
    spans = [sentence.span for sentence in article.sentences]
    sentences = [Sentence(span.of(article.text), _Words()) for span in spans]
    chosen = summarizer(ObjectDocumentModel([Paragraph(sentences)]), SUMMARY_LENGTH)
    return Findings(
        summary=tuple(
            span for span, own in zip(spans, sentences, strict=True) if any(own is taken for taken in chosen)
        )
    )


class _Words:
    """Cuts words for sumy, whose own tokenizer would download its data."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(sentence.lower()))


def _body(article: Article) -> list[Span]:
    """The sentences that are neither headings nor boilerplate."""
    return [
        sentence.span
        for sentence in article.sentences
        if article.paragraphs[sentence.paragraph].kind is ParagraphKind.BODY
    ]


BASELINES = (
    Baseline("pysbd", pysbd_sentences, needs="pysbd"),
    Baseline("marks, nearest name", marks_and_nearest_name),
    Baseline("spaCy's entities", entities),
    Baseline("lead-3", lead),
    Baseline("LexRank", lexrank, needs="sumy"),
)
