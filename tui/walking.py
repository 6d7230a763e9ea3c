"""Going from one marked place of an article to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles import finding
from articles.annotations import Actor, Analysis, Quote
from articles.article import Article
from articles.spans import Span
from articles.wording import _
from tui.describing import described
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.marks import Hit
from tui.state import ReaderState


@dataclass(frozen=True, slots=True)
class Stop:
    """Where one goes, to a sentence or to a quote, or nowhere; and what is said of it."""

    sentence: int | None = None
    quote: Quote | None = None
    said: str = ""


def to_mention(state: ReaderState, actor: Actor, shown: Sequence[int], here: int, step: int) -> Stop:
    """To the mention of an actor after or before the sentence `here`, around the ends."""
    visible = set(shown)
    places = [place for place in sentences_at(state.article, actor.mentions) if place in visible]
    if not places:
        return Stop(said=described(actor))
    number = around(places, here, step)
    return Stop(places[number], said=f"{actor.name}  {number + 1}/{len(places)}")


def to_quote(state: ReaderState, on: Quote | None, shown: Sequence[int], here: int, step: int) -> Stop:
    """To the quote after or before the one that the cursor is `on`, else the sentence `here`."""
    visible = set(shown)
    every = state.analysis.outermost if state.analysis else ()
    quotes = [quote for quote in every if quote.sentence in visible]
    if on in quotes:
        place = quotes.index(on) + step
        number = place if 0 <= place < len(quotes) else None
    else:
        number = following([quote.sentence for quote in quotes], here, step)
    if number is not None:
        return Stop(quote=quotes[number])
    return Stop(said=_("No more quotes.") if quotes else state.waiting(_("Nobody is quoted.")))


def to_heading(headings: Sequence[int], here: int, step: int) -> Stop:
    """To the heading after or before the sentence `here`."""
    number = following(headings, here, step)
    if number is not None:
        return Stop(headings[number])
    return Stop(said=_("No more headings.") if headings else _("This article has no headings."))


def following(places: Sequence[int], here: int, step: int) -> int | None:
    """The number of the first of `places` after `here`, or of the last one before where `step` is negative.

    `places` are in order; None where there is none on that side.
    """
    number = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
    return number if 0 <= number < len(places) else None


def around(places: Sequence[int], here: int, step: int) -> int:
    """The same, beginning again at the other end."""
    found = following(places, here, step)
    return (0 if step > 0 else len(places) - 1) if found is None else found


def sentences_at(article: Article, spans: Iterable[Span]) -> list[int]:
    """The sentence in which each span begins."""
    starts = [sentence.span.start for sentence in article.sentences]
    return [max(0, bisect_right(starts, span.start) - 1) for span in spans]


def hits(state: ReaderState, typed: str, shown: Sequence[int]) -> tuple[Hit, ...]:
    """Where words stand, in either language, in the sentences that are `shown`, in reading order."""
    wanted = finding.pattern(typed)
    if wanted is None:
        return ()
    visible = set(shown)
    text = state.article.text
    french = finding.spans(wanted, text)
    found = [
        Hit(sentence, FRENCH, span)
        for sentence, span in zip(sentences_at(state.article, french), french, strict=True)
        if sentence in visible
    ]
    found += [
        Hit(sentence, ENGLISH, span)
        for sentence, translation in state.translations.items()
        if sentence in visible
        for span in finding.spans(wanted, translation.english)
    ]
    return tuple(sorted(found, key=lambda hit: (hit.sentence, hit.side, hit.span)))


def actors_in(analysis: Analysis, sentence: Span) -> list[Actor]:
    """The actors a sentence names, in the order of their first mentions there."""
    found = [
        (mention.start, actor)
        for actor in analysis.actors
        if (mention := next((span for span in actor.mentions if sentence.covers(span)), None)) is not None
    ]
    return [actor for _, actor in sorted(found, key=lambda pair: pair[0])]


def named_in(analysis: Analysis, sentence: Span, quote: Quote | None) -> list[Actor]:
    """The actors that a sentence names; where it names nobody, whoever says the `quote` in it."""
    speaker = None if quote is None else quote.speaker
    return actors_in(analysis, sentence) or [actor for actor in analysis.actors if actor.name == speaker]


def actor_at(analysis: Analysis, offset: int) -> Actor | None:
    """The actor whose mention is at an offset of the canonical text; of several, the shortest mention's."""
    found = [(len(span), actor) for actor in analysis.actors for span in actor.mentions if offset in span]
    return min(found, key=lambda pair: pair[0])[1] if found else None
