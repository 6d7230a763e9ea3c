"""An invented article whose English and analysis are known beforehand."""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from articles import events
from articles.annotations import Actor, ActorKind, Analysis, Quote, RankedSentence
from articles.article import Article
from articles.opening import article_of
from articles.reading import Reading
from articles.spans import Span
from tests.tui.conftest import WELCOMED
from tui.app import EnregardApp
from tui.settings import Settings

TEXT = "\n\n".join(
    (
        "Le bac de Malvoisy reprend du service",
        "Le bac de Malvoisy a retraversé la rivière lundi. Odile Tavernay, la nouvelle passeuse, a "
        "salué la foule.",
        "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0», a déclaré Odile Tavernay. Gaspard "
        "Lenoël, le maire, se dit «\u00a0soulagé\u00a0».",
        "Un chantier difficile",
        "Les travaux ont duré quatre ans. «\u00a0On nous criait\u00a0: “Trop cher\u00a0!” tous les "
        "jours\u00a0», raconte Gaspard Lenoël. «\u00a0C’était long\u00a0», souffle un habitant.",
        "La suite",
        "La Compagnie des bacs prévoit une traversée toutes les vingt minutes. «\u00a0Ce sera un "
        "pont, a-t-elle promis. Un pont qui bouge.\u00a0» La rivière, elle, attend.",
        "Lire aussi\u00a0: Odile Tavernay, une vie sur l’eau",
    )
)

ENGLISH = (
    "The Malvoisy ferry is back in service",
    "The Malvoisy ferry crossed the river again on Monday.",
    "Odile Tavernay, the new ferrywoman, greeted the crowd.",
    "“We never stopped believing in it,” Odile Tavernay said.",
    "Gaspard Lenoël, the mayor, says he is “relieved”.",
    "A difficult building site",
    "The work took four years.",
    "“They shouted ‘Too expensive!’ at us every day,” Gaspard Lenoël says.",
    "“It was long,” a local sighs.",
    "What comes next",
    "The ferry company plans a crossing every twenty minutes.",
    "“It will be a bridge,” she promised.",
    "“A bridge that moves.”",
    "The river can wait.",
    "Read also: Odile Tavernay, a life on the water",
)

(
    TITLE,
    RETURN,
    GREETS,
    BELIEVING,
    RELIEVED,
    SITE,
    WORK,
    EXPENSIVE,
    LONG,
    NEXT,
    COMPANY,
    BRIDGE,
    MOVES,
    RIVER,
) = range(14)
"""The sentences."""

ODILE, GASPARD, FIRM, PLACE = "Odile Tavernay", "Gaspard Lenoël", "La Compagnie des bacs", "Malvoisy"


class Engine:
    """Gives the article's English."""

    origin = "argos fr-en 1.9"

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        """Every sentence's."""
        yield from zip(count(), ENGLISH[: len(sentences)], strict=False)


def article(published: str | None = "2024-03-01") -> Article:
    """The article."""
    from dataclasses import replace

    opened = article_of(TEXT, source="/articles/bac.txt", name="bac.txt")
    assert len(opened.sentences) == len(ENGLISH)
    return replace(opened, published=published)


def analysis(of: Article) -> Analysis:
    """Who says what in it, with what the boilerplate names left in."""
    quotes = tuple(
        Quote(span, _sentence_of(of, span), speaker, None if cue is None else _span(of, cue))
        for words, speaker, cue in (
            ("Nous n’avons jamais cessé d’y croire", ODILE, "a déclaré"),
            ("soulagé", GASPARD, "se dit"),
            ("On nous criait\u00a0: “Trop cher\u00a0!” tous les jours", GASPARD, "raconte"),
            ("Trop cher\u00a0!", None, None),
            ("C’était long", None, None),
            ("Ce sera un pont, a-t-elle promis. Un pont qui bouge.", ODILE, "a-t-elle promis"),
        )
        for span in [_span(of, words)]
    )
    kinds = {ODILE: ActorKind.PERSON, GASPARD: ActorKind.PERSON, FIRM: ActorKind.ORGANISATION}
    roles = {ODILE: "la nouvelle passeuse", GASPARD: "le maire"}
    actors = tuple(
        Actor(
            name,
            kinds.get(name, ActorKind.PLACE),
            tuple(Span(*found.span()) for found in re.finditer(name, of.text)),
            roles.get(name),
            None,
            tuple(place for place, quote in enumerate(quotes) if quote.speaker == name),
        )
        for name in (ODILE, GASPARD, FIRM, PLACE)
    )
    ranking = (RETURN, BELIEVING, COMPANY, RELIEVED, WORK, RIVER)
    scores = tuple(RankedSentence(place, 1 - number / 10) for number, place in enumerate(ranking))
    return Analysis(of.id, "essai", quotes, actors, scores)


def _span(of: Article, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def _sentence_of(of: Article, span: Span) -> int:
    return next(place for place, one in enumerate(of.sentences) if span.start in one.span)


def app(library: Path, settings: Settings = WELCOMED, engine: Engine | None = None) -> EnregardApp:
    """The reader on the article, with what it remembers in `library`."""

    def start_reading(of: Article, tell: Callable[[events.Event], None]) -> Reading:
        return Reading(
            of, tell, library=library, find_translator=lambda: engine or Engine(), analyse=analysis
        )

    return EnregardApp(article(), start_reading, settings, find_translator=lambda: None)
