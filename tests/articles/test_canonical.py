"""The canonical text: what changes on the way to it, and what never does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.canonical import canonical, flowed, harmless


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_newline(end: str) -> None:
    assert canonical(f"Un{end}Deux") == "Un\nDeux"


@pytest.mark.parametrize("control", ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800"])
def test_what_could_drive_a_terminal_is_replaced_one_for_one(control: str) -> None:
    assert canonical(f"a{control}[31mb") == "a\ufffd[31mb"


def test_what_drives_no_terminal_is_else_as_it_was() -> None:
    assert harmless("\x9b5mE\u0301t\t\u202e\r\nfin\x07") == "\ufffd5mE\u0301t\t\ufffd\nfin\ufffd"


def test_spaces_tabs_and_wrapped_lines_stay() -> None:
    text = "«\u00a0Oui\u202f!\u00a0»\n\n\nune\tligne\ncoupée"
    assert canonical(text) == text


def test_accents_are_composed() -> None:
    assert canonical("e\u0301te\u0301") == "été"


_MARKS = "\u0301\u0323\u0344\u0f73\u0304\u0308"


def test_a_tower_of_marks_is_cut_down_one_for_one() -> None:
    assert canonical("x" + "\u0301" * 50 + "y") == "x" + "\u0301" * 30 + "\ufffd" * 20 + "y"


def test_thirty_marks_in_a_row_stay() -> None:
    text = "x" + "\u0323" * 15 + "\u0301" * 15
    assert canonical(text) == text


@pytest.mark.parametrize("marks", ["\u0301", "\u0301\u0323", "\u0344", "\u0f73"])
def test_a_tower_of_marks_is_cut_down_to_its_first_thirty(marks: str) -> None:
    tower = canonical("e" + marks * (80_000 // len(marks)))
    assert tower.count("\ufffd") > 39_000
    assert len(tower) - tower.count("\ufffd") <= 64


def test_a_mark_that_composing_frees_is_counted() -> None:
    text = canonical("\u01d6" + "\u0301" * 29 + "\u0323")
    assert canonical(text) == text
    assert text.endswith("\u0301\ufffd")


@given(st.lists(st.sampled_from(["\u01d6", "a", *_MARKS, *(mark * 29 for mark in _MARKS)])).map("".join))
def test_towers_are_stable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text())
def test_is_stable_and_harmless(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


def test_flowed_joins_wrapped_lines_and_keeps_no_break_spaces() -> None:
    assert flowed("un deux \n  trois\u00a0!") == "un deux trois\u00a0!"
