"""An article beside its English for the ear and for pipes: one line a paragraph, names after the quotes."""

from collections.abc import Iterator, Sequence

from articles import facing
from articles.annotations import Quote
from articles.article import Article, Paragraph, ParagraphKind
from articles.canonical import flowed, one_line
from articles.complete import Completed
from articles.exporting import words
from articles.spans import Span
from tui.cli.options import BOTH, ENGLISH, FRENCH, INTERLINEAR
from tui.cli.tables import NOT_THERE, where_from

_HEADING = "# "
_CLOSING = '»”"'
"""Marks that end a quote, before which its speaker's name does not come."""


def paragraphs(article: Article) -> list[tuple[Paragraph, list[int]]]:
    """What is shown of an article: all but boilerplate, and that too where there is nothing else."""
    shown = words.paragraphs(article)
    if shown:
        return shown
    return [
        (paragraph, [index for index, each in enumerate(article.sentences) if each.paragraph == place])
        for place, paragraph in enumerate(article.paragraphs)
    ]


def lines(known: Completed, lang: str) -> Iterator[str]:
    """Where the article is from, then its paragraphs, with an empty line after each.

    Headings begin with a sign, and where there are two languages each paragraph says which it is in.
    """
    article = known.article
    yield from opening(article)
    for place, (paragraph, own) in enumerate(paragraphs(article)):
        if place:
            yield ""
        head = _HEADING if paragraph.kind is ParagraphKind.HEADING else ""
        french, english = (f"{head}FR: ", f"{head}EN: ") if lang in (BOTH, INTERLINEAR) else (head, head)
        if lang == INTERLINEAR:
            for index in own:
                yield french + _french(known, article.sentences[index].span)
                yield english + _english(known, index)
            continue
        if lang != ENGLISH:
            yield french + _french(known, paragraph.span)
        if lang == BOTH:
            yield ""
        if lang != FRENCH:
            yield english + " ".join(_english(known, index) for index in own)


def opening(article: Article) -> Iterator[str]:
    """What stands over an article: its title where the text does not begin with it, and where it is from."""
    title = [] if shows_title(article) else [_HEADING + one_line(article.title)]
    over = [*title, where_from(article)]
    shown = [line for line in over if line]
    yield from shown
    if shown:
        yield ""


def shows_title(article: Article) -> bool:
    """Whether the title is among what is shown."""
    return any(words.is_title(article, paragraph) for paragraph, _own in paragraphs(article))


def outer_quotes(known: Completed, span: Span) -> Sequence[Quote]:
    """The quotes that share a character with a span and stand in no other."""
    return () if known.analysis is None else facing.outer_quotes(known.analysis, span)


def _french(known: Completed, span: Span) -> str:
    """The words at a span, with the name of who speaks after the last of his quotes in a sentence."""
    text = known.article.text
    parts = []
    start = span.start
    ending = [quote for quote in outer_quotes(known, span) if quote.span.end <= span.end]
    for place, quote in enumerate(ending):
        if quote.speaker is None or _goes_on(ending, place):
            continue
        end = _after_mark(text, quote.span.end, span.end)
        parts.append(f"{text[start:end]} [{one_line(quote.speaker)}]")
        start = end
    return flowed("".join([*parts, text[start : span.end]]))


def _english(known: Completed, index: int) -> str:
    found = known.translations.get(index)
    if found is None:
        return NOT_THERE
    english = words.english(found)
    sentence = known.article.sentences[index].span
    quotes = outer_quotes(known, sentence)
    spans = facing.quotations(english, quotes) or ()
    parts = []
    start = 0
    for place, span in enumerate(spans):
        quote = quotes[place]
        ends_here = quote.span.end <= sentence.end
        if quote.speaker is not None and ends_here and not _goes_on(quotes, place):
            parts.append(f"{english[start : span.end]} [{one_line(quote.speaker)}]")
            start = span.end
    return "".join([*parts, english[start:]])


def _goes_on(quotes: Sequence[Quote], place: int) -> bool:
    """Whether the next quote is in the same sentence and of the same speaker."""
    following = quotes[place + 1] if place + 1 < len(quotes) else None
    this = quotes[place]
    return following is not None and (following.sentence, following.speaker) == (this.sentence, this.speaker)


def _after_mark(text: str, end: int, limit: int) -> int:
    """The place after the mark that closes a quote, or its end where there is none."""
    place = end
    while place < limit and text[place].isspace():
        place += 1
    return place + 1 if place < limit and text[place] in _CLOSING else end
