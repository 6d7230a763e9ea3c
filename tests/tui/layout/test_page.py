"""The page: what stands where, and that it does not move under the reader."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.article import Article
from articles.opening import article_of
from tui.layout.blocks import PageRow, View
from tui.layout.flow import Awaited, skeleton
from tui.layout.page import Page
from tui.layout.wrap import pieces

PARAGRAPH = (
    "Le train de nuit est revenu en ville. Les habitants l’attendaient depuis quatre ans. "
    "« Enfin », dit le maire."
)


def article(paragraphs: int = 3) -> Article:
    return article_of("\n\n".join([PARAGRAPH] * paragraphs), source="x", name="x")


def page(
    opened: Article,
    view: View,
    width: int = 80,
    english: Callable[[int], str | Awaited] = lambda i: f"Sentence number {i}.",
) -> Page:
    return Page(opened, view, width, 72, english)


def shown(row: PageRow) -> str:
    line = ""
    for run in row:
        words = "".join(words for _, words in pieces(run.flow.text, run.span))
        line = line.ljust(run.start) + words
    return line


def text_of(laid_out: Page) -> list[str]:
    laid_out.settle(laid_out.anchor(0), 1_000)
    return [shown(laid_out.row(y)).rstrip() for y in range(laid_out.height)]


def test_side_by_side_paragraphs_begin_on_one_row() -> None:
    laid_out = page(article(2), View.SIDE_BY_SIDE, 60)
    starts = [y for y in range(laid_out.height) if len(laid_out.row(y)) == 2]
    for y in starts:
        french, english = laid_out.row(y)
        if french.span.start == french.flow.span.start:
            assert english.span.start == 0


def test_golden_views() -> None:
    opened = article_of("Un titre\n\nUn chat dort. Il rêve.", source="x", name="x")
    words = {0: "A title", 1: "A cat sleeps.", 2: "It dreams."}
    assert text_of(page(opened, View.SIDE_BY_SIDE, 40, words.__getitem__)) == [
        "  Un titre             A title",
        "",
        "  Un chat dort. Il     A cat sleeps. It",
        "  rêve.                dreams.",
    ]
    assert text_of(page(opened, View.FRENCH, 30, words.__getitem__)) == [
        "  Un titre",
        "",
        "  Un chat dort. Il rêve.",
    ]
    assert text_of(page(opened, View.ENGLISH, 30, words.__getitem__)) == [
        "  A title",
        "",
        "  A cat sleeps. It dreams.",
    ]
    assert text_of(page(opened, View.INTERLINEAR, 30, words.__getitem__)) == [
        "  Un titre",
        "    A title",
        "",
        "  Un chat dort.",
        "    A cat sleeps.",
        "  Il rêve.",
        "    It dreams.",
    ]


def test_a_bullet_is_drawn_before_its_sentence_and_is_no_part_of_it() -> None:
    opened = article_of("• Un pont est fermé.\n• Un autre rouvre.", source="x", name="x")
    english = ["A bridge is closed.", "Another one reopens."].__getitem__
    assert [opened.words(index) for index in (0, 1)] == ["Un pont est fermé.", "Un autre rouvre."]
    for view in (View.FRENCH, View.SIDE_BY_SIDE, View.INTERLINEAR):
        laid_out = page(opened, view, 80, english)
        assert [line.strip().split("  ")[0] for line in text_of(laid_out) if "•" in line] == [
            "• Un pont est fermé.",
            "• Un autre rouvre.",
        ]
        place = laid_out.place_at(0, 3)
        assert place is not None
        assert place.sentence == 0


def test_columns_are_no_wider_than_the_measure_and_centred() -> None:
    row = page(article(1), View.FRENCH, 200).row(0)
    assert row[0].width == 72
    assert row[0].start == (200 - 74) // 2 + 2


def test_boilerplate_is_left_out_unless_there_is_nothing_else() -> None:
    opened = article_of(f"logo\n\n{PARAGRAPH}\n\nAvec AFP", source="x", name="x")
    assert page(opened, View.FRENCH).sentences == (1, 2, 3)
    assert page(article_of("Avec AFP", source="x", name="x"), View.FRENCH).sentences == (0,)


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("width", [10, 37, 80, 160])
def test_every_sentence_has_rows_and_is_found_there(view: View, width: int) -> None:
    opened = article(4)
    laid_out = page(opened, view, width)
    for sentence in laid_out.sentences:
        rows = laid_out.rows_of(sentence)
        assert rows
        assert any(part.sentence == sentence for run in laid_out.row(rows[0]) for part in run.flow.parts)
        found = {
            place.sentence
            for y in rows
            for run in laid_out.row(y)
            for column in range(run.width)
            if (place := laid_out.place_at(y, run.start + column)) is not None
        }
        assert sentence in found


def test_only_what_is_looked_at_is_laid_out() -> None:
    asked: list[int] = []

    def english(index: int) -> str:
        asked.append(index)
        return "Words."

    laid_out = page(article(2_000), View.SIDE_BY_SIDE, 80, english)
    laid_out.settle(laid_out.anchor(0), 40)
    assert max(asked) < 300
    middle = laid_out.height // 2
    laid_out.settle(laid_out.anchor(middle), 40)
    assert len(set(asked)) < 900


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(list(View)),
    st.integers(20, 120),
    st.integers(0, 300),
    st.lists(st.integers(0, 89), max_size=60),
)
def test_what_is_read_stays_where_it_is_while_english_arrives(
    view: View, width: int, y: int, arriving: list[int]
) -> None:
    opened = article(30)
    known: dict[int, str] = {}
    awaited = Awaited(skeleton(PARAGRAPH[:37]))
    laid_out = page(opened, view, width, lambda i: known.get(i, awaited))
    y = laid_out.settle(laid_out.anchor(min(y, laid_out.height - 1)), 20)
    for index in arriving:
        anchor = laid_out.anchor(y)
        before = laid_out.row(y)
        known[index] = f"The English of sentence {index}, of some length. " * (1 + index % 3)
        laid_out.forget([index])
        y = laid_out.settle(anchor, 20)
        after = laid_out.row(y)
        assert bool(before) == bool(after) or anchor.row > 0
        if anchor.row == 0:
            assert any(
                part.sentence == anchor.sentence and part.span.overlaps(run.span)
                for run in after
                for part in run.flow.parts
            )


def test_asking_where_something_begins_moves_nothing() -> None:
    laid_out = page(article(500), View.SIDE_BY_SIDE, 50)
    y = laid_out.settle(laid_out.anchor(laid_out.height - 30), 20)
    height, on_screen = laid_out.height, [shown(laid_out.row(y + offset)) for offset in range(20)]
    begun = [laid_out.begins_about(sentence) for sentence in laid_out.sentences]
    assert begun == sorted(begun)
    assert laid_out.height == height
    assert [shown(laid_out.row(y + offset)) for offset in range(20)] == on_screen
    last = laid_out.sentences[-1]
    assert laid_out.begins_about(last) == laid_out.rows_of(last).start


def test_scrolling_up_into_the_unseen_does_not_jump() -> None:
    laid_out = page(article(500), View.SIDE_BY_SIDE, 50)
    y = laid_out.settle(laid_out.anchor(laid_out.height - 30), 20)
    for _ in range(600):
        expected = [shown(laid_out.row(y + offset)) for offset in range(-1, 5)]
        y = laid_out.settle(laid_out.anchor(y - 1), 20)
        assert [shown(laid_out.row(y + offset)) for offset in range(6)] == expected


def test_under_a_column_that_has_ended_its_last_row_is_the_nearest() -> None:
    opened = page(article(2), View.SIDE_BY_SIDE, 60, lambda i: "Short." if i else "Title.")
    own = opened.rows_of(opened.sentences[0])
    last = own.stop - 1
    while len(opened.row(last + 1)):
        last += 1
    here, above = opened.row(last), opened.runs_at_or_above(last)
    assert len(here) == 1
    assert len(above) == 2
    assert above[0] == here[0]
    assert shown((above[1],)).strip() in shown(opened.row(own.start))
    assert opened.runs_at_or_above(last + 1) == above
