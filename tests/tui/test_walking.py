"""Where one goes from a place of an article, and what is said of it."""

import pytest

from articles.annotations import Analysis
from tests.tui import ferry
from tui.state import ReaderState
from tui.walking import Stop, named_in, to_heading, to_mention, to_quote

ARTICLE = ferry.article()
ANALYSIS = ferry.analysis(ARTICLE)
STATE = ReaderState(ARTICLE, analysis=ANALYSIS)
SHOWN = range(14)
ODILE = ANALYSIS.actors[0]


@pytest.mark.parametrize(
    ("here", "step", "there", "said"),
    [
        (ferry.TITLE, 1, ferry.GREETS, "1/2"),
        (ferry.GREETS, 1, ferry.BELIEVING, "2/2"),
        (ferry.BELIEVING, 1, ferry.GREETS, "1/2"),
        (ferry.GREETS, -1, ferry.BELIEVING, "2/2"),
    ],
)
def test_mentions_go_round_and_boilerplate_has_none(here: int, step: int, there: int, said: str) -> None:
    assert to_mention(STATE, ODILE, SHOWN, here, step) == Stop(there, said=f"Odile Tavernay  {said}")


def test_of_an_actor_who_is_named_nowhere_in_sight_it_is_said_who_that_is() -> None:
    stop = to_mention(STATE, ODILE, (), 0, 1)
    assert stop.sentence is None
    assert "la nouvelle passeuse" in stop.said


def test_quotes_are_gone_through_one_by_one_even_in_one_sentence() -> None:
    stops = [to_quote(STATE, None, SHOWN, ferry.TITLE, 1)]
    while stops[-1].quote is not None:
        quote = stops[-1].quote
        stops.append(to_quote(STATE, quote, SHOWN, quote.sentence, 1))
    *found, last = stops
    assert [stop.quote for stop in found] == list(ANALYSIS.outermost)
    assert last == Stop(said="No more quotes.")
    assert to_quote(STATE, None, SHOWN, ferry.BELIEVING, -1) == Stop(said="No more quotes.")
    before = to_quote(STATE, None, SHOWN, ferry.RIVER, -1).quote
    assert before == ANALYSIS.outermost[-1]


def test_where_there_are_no_quotes_it_is_said_why() -> None:
    nobody = Analysis(ARTICLE.id, "essai", (), (), ())
    assert to_quote(ReaderState(ARTICLE, analysis=nobody), None, SHOWN, 0, 1).said == "Nobody is quoted."
    assert to_quote(ReaderState(ARTICLE), None, SHOWN, 0, 1).said == "Being analysed…"


def test_headings() -> None:
    headings = [ferry.TITLE, ferry.SITE, ferry.NEXT]
    assert to_heading(headings, ferry.GREETS, 1) == Stop(ferry.SITE)
    assert to_heading(headings, ferry.GREETS, -1) == Stop(ferry.TITLE)
    assert to_heading(headings, ferry.NEXT, 1) == Stop(said="No more headings.")
    assert to_heading([], 0, 1) == Stop(said="This article has no headings.")


def test_a_sentence_names_its_actors_or_else_the_speaker_of_its_quote() -> None:
    spans = [sentence.span for sentence in ARTICLE.sentences]
    bridge = ANALYSIS.quotes[-1]
    assert [actor.name for actor in named_in(ANALYSIS, spans[ferry.RELIEVED], bridge)] == [ferry.GASPARD]
    assert [actor.name for actor in named_in(ANALYSIS, spans[ferry.MOVES], bridge)] == [ferry.ODILE]
    assert named_in(ANALYSIS, spans[ferry.MOVES], None) == []
    unattributed = next(quote for quote in ANALYSIS.quotes if quote.speaker is None)
    assert named_in(ANALYSIS, spans[ferry.LONG], unattributed) == []
