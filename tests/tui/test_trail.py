"""Where the reader has been: what was read, and the way back over jumps."""

from hypothesis import given
from hypothesis import strategies as st

from tui.trail import Trail

MOVES = st.lists(st.tuples(st.integers(0, 200), st.floats(-9, 9)), max_size=80)


def test_reading_on_is_progress_and_leaves_no_way_back() -> None:
    on_the_same_row = 0.0
    trail = Trail(3).moved(4, on_the_same_row).moved(9, 1.0).moved(5, -0.4)
    assert trail == Trail(5, read_to=9)
    assert trail.back() is None


def test_a_jump_is_no_progress_and_can_be_gone_back_over() -> None:
    trail = Trail(2).moved(3, 0.2).moved(90, 7.5).moved(1, -7.7)
    assert (trail.here, trail.read_to) == (1, 3)
    back = trail.back()
    assert back is not None
    assert back.here == 90
    again = back.back()
    assert again == Trail(3, read_to=3)


def test_reading_on_after_a_jump_is_progress_up_to_there() -> None:
    assert Trail(0).moved(90, 7.5).moved(91, 0.1).read_to == 91


@given(MOVES)
def test_going_back_ends_where_the_first_jump_began(moves: list[tuple[int, float]]) -> None:
    trail = Trail(0)
    for to, screens in moves:
        trail = trail.moved(to, screens)
    steps = 0
    while (before := trail.back()) is not None:
        trail, steps = before, steps + 1
    assert steps <= min(50, sum(abs(screens) > 1 for _to, screens in moves))
    assert trail.jumps == ()
