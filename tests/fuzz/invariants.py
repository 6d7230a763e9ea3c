"""What holds of every article and every analysis, whatever they were made from."""

import json
from collections.abc import Iterable
from hashlib import sha256

from articles.analysis.encoding import decoded, encoded
from articles.annotations import Analysis
from articles.article import Article
from articles.canonical import canonical
from articles.document import document
from articles.spans import Span

_MARKS = '«»“”„"'

BULLETS = "•▪‣◦·*-–"
"""What of a paragraph is in no sentence: before the items of a list."""


def check_article(article: Article) -> None:
    """Canonical text; spans that are trimmed, in order and apart, and cover what can be seen."""
    text = article.text
    assert canonical(text) == text, "the text is its own canonical form"
    assert article.id == sha256(text.encode()).hexdigest()
    for words in (article.title, article.byline, article.published, article.site):
        assert words is None or is_harmless(words), repr(words)
    _check_row(text, Span(0, len(text)), [paragraph.span for paragraph in article.paragraphs])
    own: list[list[Span]] = [[] for _ in article.paragraphs]
    for sentence in article.sentences:
        own[sentence.paragraph].append(sentence.span)
    assert [span for spans in own for span in spans] == [each.span for each in article.sentences]
    for paragraph, spans in zip(article.paragraphs, own, strict=True):
        _check_row(text, paragraph.span, spans, BULLETS)


def check_analysis(article: Article, analysis: Analysis) -> None:
    """Everything that design says of quotes, actors and the ranking, and that it survives being kept."""
    text = article.text
    names = {actor.name for actor in analysis.actors}
    assert len(names) == len(analysis.actors), "names tell actors apart"
    for quote in analysis.quotes:
        words = quote.span.of(text)
        assert words == words.strip() != "", repr(words)
        assert quote.span.start in article.sentences[quote.sentence].span
        assert quote.speaker is None or quote.speaker in names
        assert quote.cue is None or quote.cue.of(text).strip()
    assert [quote.span.start for quote in analysis.quotes] == sorted(q.span.start for q in analysis.quotes)
    for actor in analysis.actors:
        assert actor.mentions, "who is nowhere named is no actor"
        assert is_harmless(actor.name), repr(actor.name)
        assert actor.role is None or is_harmless(actor.role), repr(actor.role)
        _check_apart(text, actor.mentions)
        for index in actor.quotes:
            assert analysis.quotes[index].speaker == actor.name
    ranked = [each.sentence for each in analysis.ranking]
    assert len(set(ranked)) == len(ranked)
    assert all(0 <= index < len(article.sentences) for index in ranked)
    assert all(0.0 <= each.score <= 1.0 for each in analysis.ranking), analysis.ranking
    assert decoded(json.loads(json.dumps(encoded(analysis))), article) == analysis
    json.dumps(document(article, analysis, {}, language="fr"), allow_nan=False).encode()


def is_harmless(words: str) -> bool:
    """Whether words stand on one line and hold nothing that could drive a terminal."""
    return words == canonical(words) and "\n" not in words


def _check_row(text: str, whole: Span, spans: list[Span], between: str = "") -> None:
    """`spans` are apart, in order and trimmed, and what lies between them is white space, or one of a few."""
    _check_apart(text, spans)
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    gaps = zip([whole.start, *ends], [*starts, whole.end], strict=True)
    assert all(text[start:end].strip() in ("", *between) for start, end in gaps), (
        "what can be seen is covered"
    )
    assert all(whole.covers(span) for span in spans)


def _check_apart(text: str, spans: Iterable[Span]) -> None:
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text), spans
        assert span.of(text).strip() == span.of(text)
        end = span.end
