"""Changes by hand are taken back one by one, the last one first."""

from typing import Any, cast

from articles.clippings import clipping_of_sentence
from articles.reading import Reading
from articles.translation import BY_HAND, Translation
from tests.tui import ferry
from tui.screens.reading.edits import Edits


class Heard:
    """What a reading is asked for."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *given: self.calls.append((name, *given))


def test_each_change_is_taken_back_in_the_reading_that_runs_then() -> None:
    first, second = Heard(), Heard()
    before, after = cast(Reading, first), cast(Reading, second)
    clipping = clipping_of_sentence(ferry.article(), ferry.RIVER, {})
    by_hand = Translation("The river waits.", BY_HAND)
    edits = Edits()
    assert not edits
    edits.keep_by_hand(before, 3, "We believed.", None)
    edits.drop_clipping(before, clipping)
    edits.keep_by_hand(before, 4, "", by_hand)
    assert first.calls == [
        ("keep_by_hand", 3, "We believed."),
        ("drop_clipping", clipping),
        ("take_back", 4, None),
    ]
    assert edits
    assert [edits.take_back(after) for _ in range(3)] == [4, None, 3]
    assert second.calls == [
        ("take_back", 4, by_hand),
        ("keep_clipping", clipping),
        ("take_back", 3, None),
    ]
    assert not edits
