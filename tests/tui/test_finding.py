"""Finding words as they are typed, in both languages, and going from one place to the next."""

from collections.abc import Iterator
from dataclasses import replace

from textual.widgets import Input

from articles.translation import BY_HAND, Translation
from tests.tui import ferry
from tests.tui.conftest import StartApp
from tests.tui.pilot import drawn, foot, found_count, page, press, ready, rows, said, screen, state, until
from tui.finding import Finding
from tui.state import ReaderState

SIZE = (140, 40)


def test_a_finding_goes_round_from_where_it_began() -> None:
    state, shown = ReaderState(ferry.article()), range(14)
    began = Finding(begun_at=ferry.BRIDGE)
    assert (began.count, began.sentence) == ("", ferry.BRIDGE)
    found = began.of("pont", state, shown)
    assert (found.count, found.sentence) == ("1/2", ferry.BRIDGE)
    on = found.stepped(1, found.sentence)
    assert (on.count, on.sentence) == ("2/2", ferry.MOVES)
    assert on.stepped(1, on.sentence) == found
    assert on.stepped(-1, ferry.TITLE).sentence == ferry.MOVES
    nothing = found.of("nage", state, shown)
    assert (nothing.count, nothing.sentence) == ("nothing", ferry.BRIDGE)
    assert nothing.stepped(1, ferry.TITLE) is nothing


def test_a_finding_stays_at_its_place_when_more_is_found_and_goes_when_that_is_gone() -> None:
    bare, shown = ReaderState(ferry.article()), range(14)
    english = {ferry.TITLE: Translation("the pont", BY_HAND)}
    found = Finding().of("pont", bare, shown)
    more = found.again(replace(bare, translations=english), shown)
    assert (more.count, more.sentence) == ("2/3", ferry.BRIDGE)
    gone = found.again(bare, [ferry.MOVES])
    assert (gone.count, gone.sentence) == ("–/1", ferry.TITLE)


async def test_words_are_found_while_they_are_typed(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "/")
        assert screen(pilot).find_bar.display
        assert found_count(pilot) == ""
        await press(pilot, *"pont")
        assert found_count(pilot) == "1/2"
        assert page(pilot).sentence == ferry.BRIDGE
        await press(pilot, *" qui")
        assert (found_count(pilot), page(pilot).sentence) == ("1/1", ferry.MOVES)
        await press(pilot, *" nage")
        assert (found_count(pilot), page(pilot).sentence) == ("nothing", 1)
        await press(pilot, *["backspace"] * 5)
        assert (found_count(pilot), page(pilot).sentence) == ("1/1", ferry.MOVES)
        await press(pilot, "escape")
        assert not screen(pilot).find_bar.display
        assert page(pilot).sentence == 1
        assert page(pilot).has_focus
        await press(pilot, "n")
        assert said(pilot) == ["Choose an actor first (3), or find words (/)."]


async def test_what_is_found_in_both_languages(start_ferry: StartApp) -> None:
    wanted: dict[str, list[int]] = {
        "RIVIERE": [ferry.RETURN, ferry.RIVER],
        "d'y croire": [ferry.BELIEVING],
        "cout": [],
        "trop cher !": [ferry.EXPENSIVE],
        "ferry": [ferry.TITLE, ferry.RETURN, ferry.GREETS, ferry.COMPANY],
        "une vie sur l'eau": [],
        "Read also": [],
        "odile": [ferry.GREETS, ferry.GREETS, ferry.BELIEVING, ferry.BELIEVING],
        ".*": [],
        "[": [],
    }
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "/")
        for typed, sentences in wanted.items():
            screen(pilot).find_bar.query_one(Input).value = typed
            await pilot.pause()
            hits = screen(pilot).find_bar.finding.hits
            assert [hit.sentence for hit in hits] == sentences
            assert found_count(pilot) == (f"1/{len(sentences)}" if sentences else "nothing")
            for hit in hits:
                text = ferry.ENGLISH[hit.sentence] if hit.side else state(pilot).article.text
                assert len(hit.span.of(text)) == len(typed)


async def test_from_place_to_place_while_typing_and_after(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "/", *"odile")

        def place() -> tuple[str, int]:
            return found_count(pilot), page(pilot).sentence

        walked = [place()]
        for key in ("down", "down", "down", "down", "up", "up"):
            await press(pilot, key)
            walked.append(place())
        greets, believing = ferry.GREETS, ferry.BELIEVING
        assert walked == [
            ("1/4", greets),
            ("2/4", greets),
            ("3/4", believing),
            ("4/4", believing),
            ("1/4", greets),
            ("4/4", believing),
            ("3/4", believing),
        ]
        assert "↓ Next" in foot(pilot)
        await press(pilot, "enter")
        assert page(pilot).has_focus
        assert screen(pilot).find_bar.display
        await press(pilot, "n", "n")
        assert place() == ("1/4", greets)
        await press(pilot, "G", "N")
        assert place() == ("4/4", believing)
        await press(pilot, "g", "n")
        assert place() == ("1/4", greets)
        await press(pilot, "escape")
        assert not screen(pilot).find_bar.display
        assert page(pilot).sentence == greets


def grounds(styles: list[object]) -> Iterator[object]:
    """What lies under words drawn in these styles."""
    for style in styles:
        yield style.bgcolor  # type: ignore[attr-defined]


async def test_what_was_found_is_marked_until_it_is_left(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        assert not [style for style in drawn(pilot, "Tavernay") if style.underline]
        await press(pilot, "/", *"tavernay", "enter")
        marked = [style for style in drawn(pilot, "Tavernay") if style.underline or style.bold]
        assert len(marked) == 4
        assert len(set(grounds(marked))) == 2
        await press(pilot, "escape")
        assert not [style for style in drawn(pilot, "Tavernay") if style.underline]


async def test_finding_begins_anew_where_the_reader_is(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "/", *"odile", "enter", "G", "/")
        field = screen(pilot).find_bar.query_one(Input)
        assert (field.has_focus, field.value, field.selected_text) == (True, "odile", "odile")
        last = page(pilot).sentence
        assert last == ferry.RIVER
        await press(pilot, *"riviere")
        assert (found_count(pilot), page(pilot).sentence) == ("2/2", ferry.RIVER)
        await press(pilot, "escape")
        assert page(pilot).sentence == last


async def test_nothing_typed_goes_away_by_itself(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "j", "/", "enter")
        assert not screen(pilot).find_bar.display
        assert (page(pilot).sentence, page(pilot).has_focus) == (1, True)


async def test_english_that_changes_is_found_as_it_is_now(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=SIZE) as pilot:
        await ready(pilot)
        await press(pilot, "/", *"steamboat", "enter")
        await press(pilot, "g", "j", "e")
        await press(pilot, "ctrl+u", *"A steamboat crossed it.", "enter")
        await until(pilot, lambda: state(pilot).translations[1].origin == BY_HAND)
        await press(pilot, "/", *"steamboat", "enter")
        assert [hit.sentence for hit in screen(pilot).find_bar.finding.hits] == [1]
        await press(pilot, "u")
        await until(pilot, lambda: state(pilot).translations[1].origin != BY_HAND)
        assert screen(pilot).find_bar.finding.hits == ()
        assert "The Malvoisy ferry crossed the river again on Monday." in "".join(rows(pilot))


async def test_a_pane_that_takes_the_screen_makes_way(start_ferry: StartApp) -> None:
    async with start_ferry().run_test(size=(70, 24)) as pilot:
        await ready(pilot)
        await press(pilot, "2", "/", *"pont")
        assert page(pilot).sentence == ferry.BRIDGE
        assert screen(pilot).deck.pane is None
        assert screen(pilot).find_bar.is_typing
