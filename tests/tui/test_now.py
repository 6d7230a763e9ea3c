"""What Esc does and what the foot names, by what is open."""

from dataclasses import replace

import pytest

from tui.acts import named
from tui.screens.reading.now import Now, Step, as_it_is, in_foot, step_back
from tui.widgets.panes.deck import ACTORS, QUOTES, SUMMARY

EVERYTHING = Now(
    pane=QUOTES,
    pane_acts=("pane-choose", "quotes-speaker"),
    has_keys=True,
    covers_text=True,
    is_of_speaker=True,
    is_finding=True,
    has_hits=True,
    has_actor=True,
    is_other_view=True,
    welcomes=True,
    has_notices=True,
    is_of_list=True,
)


IN_QUOTES = Now(pane=QUOTES, pane_acts=("pane-choose", "copy"), has_keys=True)


def test_each_step_back_closes_one_thing_the_latest_first() -> None:
    now, steps = EVERYTHING, []
    closes: dict[Step, dict[str, object]] = {
        Step.TO_EVERYBODY: {"is_of_speaker": False},
        Step.TO_TEXT: {"has_keys": False},
        Step.END_FINDING: {"is_finding": False},
        Step.CLOSE_PANE: {"pane": None},
        Step.TO_BOTH: {"is_other_view": False},
        Step.END_WELCOME: {"welcomes": False},
        Step.CLOSE_NOTICES: {"has_notices": False},
        Step.LET_GO: {"has_actor": False},
        Step.TO_LIST: {"is_of_list": False},
    }
    while (step := step_back(now)) is not None:
        steps.append(step)
        now = replace(now, **closes[step])  # type: ignore[arg-type]
    assert steps == list(closes)


def test_a_pane_beside_the_text_is_closed_after_what_is_in_the_text() -> None:
    beside = replace(EVERYTHING, covers_text=False, has_keys=False, is_finding=False)
    assert step_back(beside) is Step.TO_BOTH
    assert step_back(replace(beside, is_other_view=False, welcomes=False)) is Step.CLOSE_NOTICES
    assert step_back(Now(pane=ACTORS, has_actor=True)) is Step.CLOSE_PANE
    assert step_back(Now()) is None


def labels(now: Now) -> list[str]:
    """What the foot names at the left."""
    return [act.label for act in in_foot(now)[0]]


@pytest.mark.parametrize(
    ("now", "first", "last"),
    [
        (Now(is_typing=True), ["Next", "Previous", "Stay here"], "Back"),
        (IN_QUOTES, ["Go there", "Copy"], "Narrower"),
        (replace(IN_QUOTES, hides_text=True), ["Go there", "Back"], "Copy"),
        (Now(), ["FR/EN", "Summary"], "Edit"),
        (Now(lacks_pack=True), ["Packs", "FR/EN"], "Edit"),
        (Now(is_other_view=True), ["Both", "FR/EN"], "Edit"),
        (Now(has_hits=True, is_finding=True), ["Next", "Previous", "Back"], "Edit"),
        (Now(has_notices=True), ["FR/EN", "Summary"], "Close"),
    ],
)
def test_the_foot_names_first_what_matters_most(now: Now, first: list[str], last: str) -> None:
    assert labels(now)[: len(first)] == first
    assert labels(now)[-1] == last
    assert len(set(labels(now))) == len(labels(now))


@pytest.mark.parametrize(
    ("now", "label"),
    [
        (Now(can_undo=True), "Undo"),
        (Now(has_clippings=True), "Clippings"),
        (Now(has_actor=True), "Next"),
        (Now(pane=SUMMARY), "Fewer"),
        (Now(pane=ACTORS), "Close"),
    ],
)
def test_the_foot_names_only_what_does_something(now: Now, label: str) -> None:
    assert label in labels(now)
    assert label not in labels(Now())


def test_an_act_is_called_what_it_does_now() -> None:
    library, dismiss = named("library", "dismiss")
    assert as_it_is(library, Now()) is library
    assert as_it_is(library, Now(is_of_list=True)).label == "List"
    assert as_it_is(dismiss, Now()) is dismiss
    assert as_it_is(dismiss, Now(is_other_view=True)).label == "Both"
