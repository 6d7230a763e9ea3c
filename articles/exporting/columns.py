"""The two columns of the page: each paragraph in French and in English, sentence facing sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from articles import facing
from articles.annotations import Analysis, Quote
from articles.article import Article, Paragraph
from articles.canonical import flowed
from articles.exporting import words
from articles.exporting.marking import Mark, marked
from articles.spans import Span, outer_first, touched
from articles.translation import Translation
from articles.wording import _

_TINTS = 9
"""Colours for speakers in page.css: the classes t0 to t8."""

_LINES = 3
"""Kinds of underline: the classes l0 to l2. With the colours, twenty-seven speakers have each their own."""

_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns are written from; French marks and outer quotes are those of each sentence."""

    article: Article
    translations: Mapping[int, Translation]
    language: str
    speakers: Mapping[str, int]
    labels: Mapping[Quote, str]
    marks: Mapping[int, Sequence[Mark]]
    quotes: Mapping[int, Sequence[Quote]]
    summary: frozenset[int]

    @property
    def has_english(self) -> bool:
        """Whether there is a second column at all."""
        return bool(self.translations)


def columns(
    article: Article,
    analysis: Analysis | None,
    translations: Mapping[int, Translation],
    *,
    language: str | None,
    summary: int,
) -> Columns:
    """What the columns of an article are written from."""
    speakers = {} if analysis is None else analysis.speakers
    labels = {} if analysis is None else _labels(article, analysis.quotes)
    marks: dict[int, list[Mark]] = {}
    quotes: dict[int, list[Quote]] = {}
    if analysis is not None:
        for mark in _marks(analysis, speakers, labels):
            for index in touched(article.sentences, mark.span):
                marks.setdefault(index, []).append(mark)
        for quote in analysis.outermost:
            for index in touched(article.sentences, quote.span):
                quotes.setdefault(index, []).append(quote)
    ranked = () if analysis is None else analysis.summary(summary)
    return Columns(
        article=article,
        translations=translations,
        language=language or "fr",
        speakers=speakers,
        labels=labels,
        marks=marks,
        quotes=quotes,
        summary=frozenset(one.sentence for one in ranked),
    )


def pair(made: Columns, tag: str, paragraph: Paragraph, sentences: Sequence[int]) -> str:
    """A paragraph in both languages, each in an element `tag`."""
    french = _french(made, paragraph, sentences)
    cells = f'<{tag} class="cell fr" lang="{escape(made.language)}">{french}</{tag}>'
    if made.has_english:
        cells += f'\n<{tag} class="cell en" lang="en">{_english(made, sentences)}</{tag}>'
    return f'<div class="pair">\n{cells}\n</div>'


def look(speakers: Mapping[str, int], speaker: str | None) -> str:
    """The classes of a speaker's words: a colour and a kind of line, or those of nobody."""
    if speaker is None or speaker not in speakers:
        return "nobody"
    place = speakers[speaker]
    return f"t{place % _TINTS} l{(place + place // _TINTS) % _LINES}"


def mention_id(actor: int, mention: int) -> str:
    """The name of a mention in the page."""
    return f"m{actor}-{mention}"


def _marks(analysis: Analysis, speakers: Mapping[str, int], labels: Mapping[Quote, str]) -> list[Mark]:
    """The marks over the French text, in order: quotes around mentions where both cover the same."""
    quotes = [
        Mark(quote.span, f"q {look(speakers, quote.speaker)}", label=labels[quote])
        for quote in analysis.quotes
    ]
    mentions = [
        Mark(span, "m", id=mention_id(place, number))
        for place, actor in enumerate(analysis.by_weight)
        for number, span in enumerate(actor.mentions)
    ]
    return sorted([*quotes, *mentions], key=outer_first)


def _labels(article: Article, quotes: Sequence[Quote]) -> dict[Quote, str]:
    """Each quote's speaker, said once for quotes in a row that begin in one sentence."""
    labels = {}
    before = None
    for quote in quotes:
        speaker = words.speaker_shown(article, quote)
        labels[quote] = "" if before == (quote.sentence, speaker) else speaker
        before = (quote.sentence, speaker)
    return labels


def _french(made: Columns, paragraph: Paragraph, sentences: Sequence[int]) -> str:
    """The words of a paragraph as they stand, each sentence an element."""
    text = made.article.text
    parts = []
    end = paragraph.span.start
    for index in sentences:
        span = made.article.sentences[index].span
        parts.append(escape(flowed(text[end : span.start])))
        parts.append(_sentence(made, "s", index, flowed(marked(text, span, made.marks.get(index, ())))))
        end = span.end
    return "".join(parts)


def _english(made: Columns, sentences: Sequence[int]) -> str:
    parts = []
    for index in sentences:
        found = made.translations.get(index)
        if found is None:
            parts.append(_sentence(made, "e", index, "[…]"))
            continue
        english = words.english(found)
        marks = _facing_marks(made, index, english)
        parts.append(_sentence(made, "e", index, marked(english, Span(0, len(english)), marks)))
    return " ".join(parts)


def _sentence(made: Columns, side: str, index: int, inside: str) -> str:
    found = made.translations.get(index)
    classes = "s" + (" top" if index in made.summary else "") + (" missing" if found is None else "")
    title = _("no English yet") if found is None else words.origin_shown(found.origin)
    named = f' title="{escape(title)}"' if made.has_english else ""
    return f'<span class="{classes}" id="{side}{index}"{named}>{inside}</span>'


def _facing_marks(made: Columns, index: int, english: str) -> list[Mark]:
    """The quotes of a sentence in its English, as far as they can be told.

    Where the English has another number of quotations than the French, a sentence that is hardly anything
    but the words of one speaker is marked whole.
    """
    quotes = made.quotes.get(index, ())
    found = facing.quotations(english, quotes)
    if found is None:
        found = [Span(0, len(english))] if _is_all_said(made.article.sentences[index].span, quotes) else []
    return [
        Mark(
            inner,
            f"q {look(made.speakers, quote.speaker)}",
            label=made.labels[quote] if quote.sentence == index else "",
        )
        for inner, quote in zip(found, quotes, strict=False)
    ]


def _is_all_said(sentence: Span, quotes: Sequence[Quote]) -> bool:
    """Whether one speaker has said nearly all of a sentence."""
    said = sum(min(q.span.end, sentence.end) - max(q.span.start, sentence.start) for q in quotes)
    return len({quote.speaker for quote in quotes}) == 1 and said >= _NEARLY_ALL * len(sentence)
