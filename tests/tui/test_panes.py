"""The panes beside the text, and what they mark in it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from articles import events
from articles.analysis import pipeline
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.opening import open_article
from articles.reading import Reading
from articles.recalling import Recalled
from tests.tui.conftest import WELCOMED
from tests.tui.pilot import drawn, page, panes, rows, screen, state, translated, until
from tui.app import EnregardApp
from tui.settings import Settings
from tui.widgets.panes.actors import ActorsPane
from tui.widgets.panes.pane import Pane
from tui.widgets.panes.quotes import QuotesPane
from tui.widgets.panes.summary import SummaryPane

StartWith = Callable[..., EnregardApp]

analyse = cache(pipeline.analyse)
"""The analysis of the bundled article is made once."""


@pytest.fixture
def start(tmp_path: Path, sample: Path) -> StartWith:
    """Makes an app whose analysis is made by `make`."""

    def started(
        make: Callable[[Article], Analysis] = analyse,
        settings: Settings = WELCOMED,
        known: Recalled | None = None,
    ) -> EnregardApp:
        def start_reading(article: Article, tell: Callable[[events.Event], None]) -> Reading:
            return Reading(
                article, tell, library=tmp_path / "library.sqlite", find_translator=lambda: None, analyse=make
            )

        return EnregardApp(open_article(str(sample)), start_reading, settings, known=known)

    return started


async def ready(pilot: Pilot[Any]) -> None:
    """Wait for the English and the analysis."""
    await translated(pilot)
    await until(pilot, lambda: state(pilot).analysis is not None)


def pane(pilot: Pilot[Any], kind: type[Pane]) -> Pane:
    """A pane of the reading screen."""
    return screen(pilot).query_one(kind)


def texts(pilot: Pilot[Any], kind: type[Pane]) -> list[str]:
    """What stands in a pane, option by option."""
    shown = pane(pilot, kind)
    return [str(shown.get_option_at_index(place).prompt) for place in range(shown.option_count)]


@pytest.mark.parametrize(("key", "kind"), [("1", SummaryPane), ("2", QuotesPane), ("3", ActorsPane)])
async def test_a_key_opens_a_pane_and_closes_it(start: StartWith, key: str, kind: type[Pane]) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press(key)
        assert pane(pilot, kind).display
        assert pane(pilot, kind).has_focus
        assert len([one for one in panes(pilot) if one.display]) == 1
        await pilot.press(key)
        assert not pane(pilot, kind).display
        assert page(pilot).has_focus


async def test_tab_goes_between_text_and_pane(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2", "tab")
        assert page(pilot).has_focus
        await pilot.press("tab")
        assert pane(pilot, QuotesPane).has_focus


async def test_the_summary_grows_and_shrinks_and_leads_to_its_sentences(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        await pilot.press("1")
        assert pane(pilot, SummaryPane).option_count == 3
        await pilot.press("plus", "plus", "minus")
        assert pane(pilot, SummaryPane).option_count == 4
        await pilot.press("down", "enter")
        assert page(pilot).sentence == analysis.summary(4)[1].sentence


async def test_summary_sentences_have_a_sign_in_the_margin(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        signed = [row for row in rows(pilot) if row.startswith("◆")]
        assert any("Après quatre jours" in row for row in signed)
        await pilot.press("h")
        assert not [row for row in rows(pilot) if "◆" in row]


async def test_quotes_are_listed_with_speaker_cue_and_english(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("2")
        shown = next(text for text in texts(pilot, QuotesPane) if "Personne n’est content" in text)
        assert shown.startswith("Duarte Valadim  a-t-il plaisanté")
        assert "Nobody is happy" in shown
        assert any(text.startswith("ses défenseurs  pour") for text in texts(pilot, QuotesPane))


async def test_enter_on_a_quote_goes_to_it(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        await pilot.press("2", "down", "down", "down", "down", "enter")
        assert page(pilot).sentence == analysis.quotes[4].sentence


async def test_actors_lead_to_their_mentions_and_to_what_they_said(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        await pilot.press("3")
        shown = texts(pilot, ActorsPane)
        assert [heading for heading in shown if heading in ("People", "Organisations", "Places")]
        assert any(text.startswith("Ilse Brandauer\nprésidente de la Commission") for text in shown)
        person = next(actor for actor in analysis.actors if actor.name == "Duarte Valadim")
        option = str(analysis.by_weight.index(person))
        actors = pane(pilot, ActorsPane)
        actors.highlighted = actors.get_option_index(option)
        await pilot.press("enter")
        first = page(pilot).sentence
        await pilot.press("tab", "n")
        assert page(pilot).sentence > first
        await pilot.press("N")
        assert page(pilot).sentence == first
        actors.focus()
        await pilot.press("s")
        assert pane(pilot, QuotesPane).display
        assert len(texts(pilot, QuotesPane)) == len(person.quotes)
        await pilot.press("escape")
        assert len(texts(pilot, QuotesPane)) == len(analysis.quotes)


async def test_brackets_go_from_quote_to_quote(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        quotes = analysis.outermost
        assert quotes[0].sentence == quotes[1].sentence
        for quote in quotes:
            await pilot.press("right_square_bracket")
            assert (page(pilot).quote, page(pilot).sentence) == (quote, quote.sentence)
        for quote in reversed(quotes[:-1]):
            await pilot.press("left_square_bracket")
            assert (page(pilot).quote, page(pilot).sentence) == (quote, quote.sentence)


async def test_of_two_quotes_in_a_sentence_the_one_that_is_copied_is_bold(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("right_square_bracket")
        assert all(style.bold for style in drawn(pilot, "historique") + drawn(pilot, "historic"))
        assert not any(style.bold for style in drawn(pilot, "timide") + drawn(pilot, "timid"))
        await pilot.press("right_square_bracket", "c")
        assert pilot.app.clipboard == "«\u00a0timide\u00a0»"
        assert all(style.bold for style in drawn(pilot, "timide") + drawn(pilot, "timid"))
        for words, copied in (("historique", "«\u00a0historique\u00a0»"), ("timid”", "«\u00a0timide\u00a0»")):
            y, row = next((y, row) for y, row in enumerate(rows(pilot)) if words in row)
            await pilot.click(page(pilot), offset=(row.index(words) + 1, y))
            await pilot.press("c")
            assert pilot.app.clipboard == copied


async def test_a_pane_that_lies_over_the_text_makes_way_for_finding_and_for_escape(start: StartWith) -> None:
    async with start().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("2", "slash")
        assert screen(pilot).deck.pane is None
        await pilot.press(*"eau", "escape", "2", "tab")
        assert page(pilot).has_focus
        await pilot.press("escape")
        assert screen(pilot).deck.pane is None


async def test_lines_of_a_pane_keep_their_width_when_it_begins_to_scroll(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("1")
        shown = pane(pilot, SummaryPane)
        for _more in range(6):
            before = texts(pilot, SummaryPane)
            await pilot.press("plus")
            assert all(
                len(line) <= shown.scrollable_content_region.width
                for line in "\n".join(texts(pilot, SummaryPane)).split("\n")
            )
            assert set(before) & set(texts(pilot, SummaryPane))
        assert shown.show_vertical_scrollbar


async def test_quotes_have_their_speakers_colour_on_both_sides(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)

        def colour(words: str) -> object:
            for y in range(page(pilot).size.height):
                for segment in page(pilot).render_line(y):
                    if words in segment.text and segment.style is not None:
                        return segment.style.color
            raise AssertionError(words)

        assert colour("Personne n’est") == colour("Nobody")
        assert colour("Personne n’est") != colour("Après quatre jours")
        await pilot.press("h")
        assert colour("Personne n’est") == colour("Après quatre jours")


async def test_a_pane_lies_over_the_text_where_there_is_no_room(start: StartWith) -> None:
    async with start().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        width = page(pilot).size.width
        await pilot.press("2")
        await pilot.pause()
        assert page(pilot).size.width == width
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        assert pane(pilot, QuotesPane).outer_size.width == 70
        await pilot.press("enter")
        await pilot.pause()
        assert not pane(pilot, QuotesPane).display
        await pilot.resize_terminal(140, 40)
        await pilot.press("2")
        await pilot.pause()
        assert page(pilot).size.width < 140 - 30


async def test_an_analysis_that_fails_is_said_in_the_panes_alone(start: StartWith) -> None:
    def fail(_: Article) -> Analysis:
        raise EnregardError("the analysis has stopped", "open the article again")

    async with start(fail).run_test(size=(140, 40)) as pilot:
        await translated(pilot)
        await until(pilot, lambda: state(pilot).analysis_failure)
        await pilot.press("2")
        said = " ".join(texts(pilot, QuotesPane)[0].split())
        assert said == "the analysis has stopped: open the article again"
        await pilot.press("escape", "j")
        assert page(pilot).sentence == 1


async def test_c_copies_the_quote_under_the_cursor_else_the_sentence(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        await pilot.press("c")
        assert pilot.app.clipboard.startswith("Fleuves partagés")
        await pilot.press(*["right_square_bracket"] * 3, "c")
        assert pilot.app.clipboard.startswith("«\u00a0Ce soir, l’eau a cessé")
        await pilot.press("2", "down", "down", "c")
        assert pilot.app.clipboard.startswith("«\u00a0Personne n’est content")
        await pilot.press("tab", "t", "t", "c")
        assert pilot.app.clipboard.startswith("“Tonight, water has ceased to be a matter of borders. It is")


async def test_the_quotes_open_at_the_quote_that_one_is_on(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        places = [quote.sentence for quote in analysis.quotes]
        second = next(n for n, place in enumerate(places[1:], 1) if place == places[n - 1])
        while page(pilot).quote != analysis.quotes[second]:
            await pilot.press("right_square_bracket")
        await pilot.press("2")
        await pilot.pause()
        assert pane(pilot, QuotesPane).chosen == second


async def test_a_pane_that_is_remembered_points_at_what_is_read(start: StartWith, sample: Path) -> None:
    analysis = analyse(open_article(str(sample)))
    settings = replace(WELCOMED, choices=replace(WELCOMED.choices, pane="quotes"))
    read = 8
    left = analysis.quotes[read].sentence
    async with start(settings=settings, known=Recalled(left, {}, analysis)).run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        assert page(pilot).sentence == left
        await until(pilot, lambda: pane(pilot, QuotesPane).chosen == read)


async def test_the_quotes_open_at_the_quote_that_is_read_next(start: StartWith) -> None:
    async with start().run_test(size=(140, 40)) as pilot:
        await ready(pilot)
        analysis = state(pilot).analysis
        assert analysis is not None
        await pilot.press(*["j"] * 10, "2")
        await pilot.pause()
        shown = pane(pilot, QuotesPane).chosen
        assert shown is not None
        assert analysis.quotes[shown].sentence >= 10 > analysis.quotes[shown - 1].sentence
        await pilot.press("tab", "right_square_bracket", "right_square_bracket")
        await pilot.pause()
        followed = pane(pilot, QuotesPane).chosen
        assert followed is not None
        assert analysis.quotes[followed].sentence == page(pilot).sentence
