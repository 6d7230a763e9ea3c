"""What every written form of an article says in the same words: where it is from, who is who, in one line."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from articles.annotations import Actor, Analysis, Quote, counted, kind_in_words
from articles.article import Article, Paragraph, ParagraphKind
from articles.canonical import canonical, flowed, one_line
from articles.spans import Span
from articles.translation import Translation, origin_in_words
from articles.wording import _


def details(article: Article) -> list[str]:
    """Who wrote an article, when, and where it stood, as far as known."""
    return [one_line(part) for part in (article.byline, article.published, article.site) if part]


def paragraphs(article: Article) -> list[tuple[Paragraph, list[int]]]:
    """The paragraphs that are no boilerplate, with the indices of their sentences."""
    sentences: list[list[int]] = [[] for _paragraph in article.paragraphs]
    for index, sentence in enumerate(article.sentences):
        sentences[sentence.paragraph].append(index)
    return [
        (paragraph, own)
        for paragraph, own in zip(article.paragraphs, sentences, strict=True)
        if paragraph.kind is not ParagraphKind.BOILERPLATE
    ]


def is_title(article: Article, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the article's title."""
    return paragraph.kind is ParagraphKind.HEADING and " ".join(
        paragraph.span.of(article.text).split()
    ) == " ".join(article.title.split())


def french(article: Article, span: Span) -> str:
    """The words at a span, on one line."""
    return flowed(span.of(article.text))


def english(translation: Translation) -> str:
    """The words of a translation, on one line."""
    return flowed(canonical(translation.english)).strip()


def origins(translations: Mapping[int, Translation]) -> dict[str, int]:
    """How many sentences each origin has translated, those with the most first."""
    return dict(Counter(found.origin for found in translations.values()).most_common())


def origin_shown(origin: str) -> str:
    """An origin as people read it."""
    return one_line(origin_in_words(origin))


def speaker_shown(article: Article, quote: Quote) -> str:
    """Who said a quote: a name, else how the text calls them, else nobody."""
    if quote.speaker:
        return one_line(quote.speaker)
    if quote.described is not None:
        return one_line(french(article, quote.described))
    return _("unattributed")


def actors(article: Article, analysis: Analysis) -> dict[int, Actor]:
    """The actors by their places in the list, without those whom only boilerplate names: *Avec AFP*."""
    remnants = [each.span for each in article.paragraphs if each.kind is ParagraphKind.BOILERPLATE]
    starts = [span.start for span in remnants]

    def is_apart(mention: Span) -> bool:
        before = bisect_right(starts, mention.start)
        return before == 0 or not remnants[before - 1].covers(mention)

    return {
        place: actor
        for place, actor in enumerate(analysis.by_weight)
        if not remnants or any(map(is_apart, actor.mentions))
    }


def actor_facts(actor: Actor) -> str:
    """What an actor is and how often it is named and quoted."""
    return f"{kind_in_words(actor.kind)}, {counted(actor)}"
