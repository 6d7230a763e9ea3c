"""What is marked: quotes on both sides, mentions, what was found; and how marks that overlap are cut."""

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.annotations import Actor, ActorKind, Analysis, Quote
from articles.opening import article_of
from articles.spans import Span, outer_first
from tests.tui import ferry
from tests.work import calls
from tui.layout.marks import TINTS, Hit, Kind, Mark, Marking, cuts, tint

ARTICLE = ferry.article()
ANALYSIS = ferry.analysis(ARTICLE)


def french(sentence: int, marking: Marking) -> list[tuple[str, Kind, int | None]]:
    """The marks over a French sentence: words, kind, tint."""
    found = marking.french(sentence, ARTICLE.sentences[sentence].span)
    return [(mark.span.of(ARTICLE.text), mark.kind, mark.tint) for mark in found]


def english(sentence: int, marking: Marking, words: str | None = None) -> list[tuple[str, Kind, int | None]]:
    """The same over its English."""
    words = ferry.ENGLISH[sentence] if words is None else words
    found = marking.english(sentence, ARTICLE.sentences[sentence].span, words)
    return [(mark.span.of(words), mark.kind, mark.tint) for mark in found]


def test_quotes_are_marked_on_exactly_their_words() -> None:
    marking = Marking(ANALYSIS)
    assert french(ferry.BELIEVING, marking) == [("Nous n’avons jamais cessé d’y croire", Kind.QUOTE, 0)]
    assert french(ferry.RELIEVED, marking) == [("soulagé", Kind.QUOTE, 1)]
    assert french(ferry.EXPENSIVE, marking) == [
        ("On nous criait\u00a0: “Trop cher\u00a0!” tous les jours", Kind.QUOTE, 1),
        ("Trop cher\u00a0!", Kind.QUOTE, None),
    ]
    assert french(ferry.LONG, marking) == [("C’était long", Kind.QUOTE, None)]
    assert french(ferry.RETURN, marking) == []


def test_quotes_are_marked_on_the_quotation_that_faces_them() -> None:
    marking = Marking(ANALYSIS)
    assert english(ferry.BELIEVING, marking) == [("“We never stopped believing in it,”", Kind.QUOTE, 0)]
    assert english(ferry.RELIEVED, marking) == [("“relieved”", Kind.QUOTE, 1)]
    assert english(ferry.LONG, marking) == [("“It was long,”", Kind.QUOTE, None)]
    assert english(ferry.MOVES, marking) == [("“A bridge that moves.”", Kind.QUOTE, 0)]
    assert english(ferry.RETURN, marking) == []


def test_a_sentence_that_does_not_say_where_is_marked_whole() -> None:
    words = "According to Odile Tavernay, they never stopped believing."
    assert english(ferry.BELIEVING, Marking(ANALYSIS), words) == [(words, Kind.QUOTE, 0)]


def test_where_two_speakers_cannot_be_told_apart_nothing_is_marked() -> None:
    span = Span(0, 40)
    both = (Quote(Span(0, 5), 0, "A"), Quote(Span(10, 15), 0, "B"))
    assert Marking(Analysis("x", "x", both, (), ())).english(0, span, "She says so and he says no.") == []


def test_a_chosen_actor_is_marked_on_both_sides() -> None:
    odile, gaspard, _firm, _place = ANALYSIS.actors
    marking = Marking(None, odile)
    assert french(ferry.GREETS, marking) == [("Odile Tavernay", Kind.MENTION, None)]
    assert english(ferry.GREETS, marking) == [("Odile Tavernay", Kind.MENTION, None)]
    assert english(ferry.GREETS, marking, "Ms Tavernay greeted them; Tavernaye did not.") == [
        ("Tavernay", Kind.MENTION, None)
    ]
    assert french(ferry.RELIEVED, marking) == english(ferry.RELIEVED, marking) == []
    assert english(ferry.RELIEVED, Marking(None, gaspard)) == [("Gaspard Lenoël", Kind.MENTION, None)]


@pytest.mark.parametrize("name", ["Rives (Malvoisy)", "Bacs & Cie.", "C++", "L’Union"])
def test_names_with_signs_are_found_in_the_english(name: str) -> None:
    actor = Actor(name, ActorKind.ORGANISATION, (Span(0, len(name)),))
    found = Marking(None, actor).english(0, Span(0, 50), f"The firm {name} has spoken.")
    assert [mark.span for mark in found] == [Span(9, 9 + len(name))]


def test_what_was_found_is_marked_on_its_side_and_the_present_one_otherwise() -> None:
    hits = (Hit(1, 0, Span(40, 45)), Hit(1, 1, Span(4, 8)), Hit(3, 0, Span(180, 185)))
    marking = Marking(None, None, hits, 1)
    sentence = ARTICLE.sentences[1].span
    assert marking.french(1, sentence) == [Mark(Span(40, 45), Kind.FOUND)]
    assert marking.english(1, sentence, ferry.ENGLISH[1]) == [Mark(Span(4, 8), Kind.FOUND_HERE)]
    assert marking.english(2, ARTICLE.sentences[2].span, ferry.ENGLISH[2]) == []


def test_speakers_have_colours_in_the_order_in_which_they_speak() -> None:
    assert [tint(ANALYSIS, speaker) for speaker in (ferry.ODILE, ferry.GASPARD, None)] == [0, 1, None]
    many = tuple(Quote(Span(place, place + 1), 0, f"Voix {place}") for place in range(TINTS + 1))
    found = [tint(Analysis("x", "x", many, (), ()), quote.speaker) for quote in many]
    assert found == [*range(TINTS), 0]


def marked(count: int) -> Callable[[], object]:
    """Marks every sentence of a text in which as many speakers say something."""
    article = article_of("On dit « oui ».\n\n" * count, source="x", name="x")
    spans = [sentence.span for sentence in article.sentences]
    quotes = tuple(
        Quote(Span(span.start + 9, span.start + 12), place, f"Voix {place}")
        for place, span in enumerate(spans)
    )
    marking = Marking(Analysis(article.id, "x", quotes, (), ()))
    return lambda: [
        (marking.french(place, span), marking.english(place, span, "They say “yes”."))
        for place, span in enumerate(spans)
    ]


def test_four_times_the_quotes_take_little_more_than_four_times_the_work() -> None:
    assert calls(marked(400)) < 5 * calls(marked(100))


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(Kind)), max_size=8).map(
    lambda found: sorted(found, key=outer_first)
)


@given(SPANS.filter(len), st.lists(SPANS.filter(len), max_size=12, unique=True))
def test_a_sentence_has_the_marks_of_all_quotes_that_reach_into_it(sentence: Span, said: list[Span]) -> None:
    analysis = Analysis("x", "x", tuple(Quote(span, 0) for span in said), (), ())
    found = [mark.span for mark in Marking(analysis).french(0, sentence)]
    assert set(found) == {span for span in said if span.overlaps(sentence)}
    assert len(found) == len(set(found))


@given(SPANS.filter(len), MARKS)
def test_cuts_cover_a_stretch_once_with_the_marks_that_hold_there(span: Span, marks: list[Mark]) -> None:
    pieces = list(cuts(span, marks))

    assert pieces[0][0].start == span.start
    assert pieces[-1][0].end == span.end
    assert all(one.end == other.start for (one, _), (other, _) in itertools.pairwise(pieces))
    for piece, here in pieces:
        assert len(piece)
        for offset in range(piece.start, piece.end):
            assert here == [mark for mark in marks if offset in mark.span]
