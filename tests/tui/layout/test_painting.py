"""One row of a page: its margin, its words with how they are drawn, and where each stands in the text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.spans import Span
from tests.tui import ferry
from tui.layout import selection
from tui.layout.blocks import PageRow, View
from tui.layout.flow import ENGLISH, FRENCH, Awaited, Place
from tui.layout.marks import Hit, Marking
from tui.layout.page import Page
from tui.layout.painting import Look, Stretch, stretches

ARTICLE = ferry.article()
ANALYSIS = ferry.analysis(ARTICLE)
SPANS = [sentence.span for sentence in ARTICLE.sentences]


def page(view: View, width: int, missing: frozenset[int] = frozenset()) -> Page:
    """The article laid out."""

    def english(sentence: int) -> str | Awaited:
        return Awaited("┈┈┈ ┈┈") if sentence in missing else ferry.ENGLISH[sentence]

    return Page(ARTICLE, view, width, 72, english)


def look(laid_out: Page, marking: Marking | None = None, current: int = 0) -> Look:
    """How an article with its English is looked at."""
    return Look(
        view=laid_out.view,
        current=current,
        spans=SPANS,
        is_heading=laid_out.is_heading,
        english=lambda sentence: ferry.ENGLISH[sentence],
        marking=marking or Marking(),
    )


def rows(laid_out: Page) -> Iterator[PageRow]:
    """Every row."""
    laid_out.settle(laid_out.anchor(0), 1_000)
    for y in range(laid_out.height):
        yield laid_out.row(y)


def painted(laid_out: Page, seen: Look) -> list[tuple[int, Stretch]]:
    """Every stretch with its side."""
    return [(run.flow.side, one) for row in rows(laid_out) for run in row for one in stretches(run, seen)]


def named(found: list[tuple[int, Stretch]], side: int, name: str) -> str:
    """All the words of a side that are drawn in a way."""
    return " ".join(" ".join(one.shown for at, one in found if at == side and name in one.names).split())


def test_the_current_sentence_and_the_summary_have_signs_in_the_margin() -> None:
    laid_out = page(View.SIDE_BY_SIDE, 120)
    seen = replace(look(laid_out, current=ferry.WORK), summary=frozenset({ferry.BELIEVING, ferry.WORK}))
    found = painted(laid_out, seen)
    for side in (FRENCH, ENGLISH):
        assert named(found, side, "mark").split() == ["▌"]
    assert named(found, FRENCH, "summary") == "◆ ◆"
    assert named(found, ENGLISH, "summary") == ""
    margins = [one.shown for at, one in found if at == FRENCH and set(one.names) & {"mark", "summary"}]
    assert margins == ["◆", "▌", "◆"]
    hidden = painted(laid_out, replace(seen, shows_marks=False))
    assert named(hidden, FRENCH, "summary") == ""
    assert named(hidden, FRENCH, "mark") == "▌"
    assert named(found, FRENCH, "current") == "Les travaux ont duré quatre ans."
    assert named(found, ENGLISH, "current") == "The work took four years."


def test_quotes_mentions_and_finds_are_drawn_on_both_sides_and_can_be_hidden() -> None:
    laid_out = page(View.SIDE_BY_SIDE, 120)
    at = ARTICLE.text.index("quatre ans")
    hits = (
        Hit(ferry.WORK, FRENCH, Span(at, at + 6)),
        Hit(ferry.WORK, ENGLISH, Span(14, 18)),
    )
    seen = look(laid_out, Marking(ANALYSIS, ANALYSIS.actors[1], hits, 0))
    found = painted(laid_out, seen)
    assert "Nous n’avons jamais cessé d’y croire" in named(found, FRENCH, "quote-0")
    assert "“We never stopped believing in it,”" in named(found, ENGLISH, "quote-0")
    assert named(found, FRENCH, "quote-nobody") == "Trop cher ! C’était long"
    assert named(found, FRENCH, "mention").split() == ["Gaspard", "Lenoël"] * 2
    assert named(found, ENGLISH, "mention").split() == ["Gaspard", "Lenoël"] * 2
    assert (named(found, FRENCH, "found-here"), named(found, ENGLISH, "found")) == ("quatre", "four")
    hidden = painted(laid_out, replace(seen, shows_marks=False))
    assert {name for _, one in hidden for name in one.names} <= {"heading", "current", "mark"}


def test_what_is_awaited_and_headings_and_interlinear_english_look_their_own_way() -> None:
    laid_out = page(View.INTERLINEAR, 80, frozenset({ferry.WORK}))
    seen = look(laid_out)
    unknown = replace(seen, english=lambda i: None if i == ferry.WORK else ferry.ENGLISH[i])
    found = painted(laid_out, unknown)
    assert named(found, ENGLISH, "waiting") == "┈┈┈ ┈┈"
    assert "Un chantier difficile" in named(found, FRENCH, "heading")
    assert "Les travaux" not in named(found, FRENCH, "heading")
    assert "The river can wait." in named(found, ENGLISH, "english")


VIEWS = st.sampled_from(View)


@given(
    VIEWS,
    st.integers(12, 160),
    st.integers(0, 13),
    st.sampled_from([None, *ANALYSIS.actors]),
    st.booleans(),
)
def test_marks_change_no_words_and_every_word_knows_its_place(
    view: View, width: int, current: int, actor: object, shown: bool
) -> None:
    laid_out = page(view, width)
    plain = look(laid_out)
    marking = Marking(ANALYSIS, actor)  # type: ignore[arg-type]
    marked = replace(plain, marking=marking, current=current, shows_marks=shown)
    for row in rows(laid_out):
        for run in row:
            one, other = list(stretches(run, plain)), list(stretches(run, marked))
            assert "".join(part.shown for part in one[1:]) == "".join(part.shown for part in other[1:])
            for part in other[2:]:
                if part.offset is None or not part.shown:
                    continue
                place = selection.unpacked(*part.offset)
                text = ARTICLE.text if place.side == FRENCH else ferry.ENGLISH[place.sentence]
                if part.shown.strip() and place.offset < len(text):
                    assert text.startswith(part.shown.rstrip(" "), place.offset)


@pytest.mark.parametrize("side", [FRENCH, ENGLISH])
def test_what_the_mouse_selects_is_drawn_on_its_side_alone(side: int) -> None:
    laid_out = page(View.SIDE_BY_SIDE, 120)
    start = 0 if side == ENGLISH else SPANS[ferry.WORK].start
    first, last = Place(side, ferry.WORK, start + 4), Place(side, ferry.EXPENSIVE, 5)
    if side == FRENCH:
        last = Place(side, ferry.EXPENSIVE, SPANS[ferry.EXPENSIVE].start + 5)
    found = painted(laid_out, replace(look(laid_out), selected=(first, last)))
    wanted = {
        FRENCH: "travaux ont duré quatre ans. « On",
        ENGLISH: "work took four years. “They",
    }
    assert named(found, side, "selected") == wanted[side]
    assert named(found, 1 - side, "selected") == ""
