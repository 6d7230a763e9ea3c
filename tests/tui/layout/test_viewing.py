"""From view to view: turning the language, going through the four."""

import pytest

from tui.layout.blocks import View
from tui.layout.flow import ENGLISH, FRENCH
from tui.layout.viewing import Viewing


def test_both_languages_become_french_then_english_and_french_again() -> None:
    both = Viewing()
    french = both.toggled(View.SIDE_BY_SIDE)
    assert french == Viewing(View.FRENCH, FRENCH)
    assert french.toggled(View.FRENCH) == Viewing(View.ENGLISH, ENGLISH)
    assert french.toggled(View.FRENCH).toggled(View.ENGLISH) == french


@pytest.mark.parametrize("shown", [View.FRENCH, View.ENGLISH])
def test_where_two_columns_do_not_fit_the_wish_for_them_stays(shown: View) -> None:
    turned = Viewing().toggled(shown)
    assert turned.view is View.SIDE_BY_SIDE
    assert turned.language == (ENGLISH if shown is View.FRENCH else FRENCH)


def test_all_four_views_come_round() -> None:
    viewing, seen = Viewing(), []
    for _ in range(4):
        viewing = viewing.cycled(viewing.view)
        seen.append(viewing.view)
    assert seen == [View.FRENCH, View.ENGLISH, View.INTERLINEAR, View.SIDE_BY_SIDE]


def test_the_view_that_is_on_the_screen_already_is_passed_over() -> None:
    assert Viewing().cycled(View.FRENCH).view is View.ENGLISH
    assert Viewing(View.INTERLINEAR).cycled(View.SIDE_BY_SIDE).view is View.FRENCH
