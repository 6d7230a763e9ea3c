"""The canonical text: what changes on the way to it, and what never does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.canonical import canonical, flowed


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one_newline(end: str) -> None:
    assert canonical(f"Un{end}Deux") == "Un\nDeux"


@pytest.mark.parametrize("control", ["\x1b", "\x00", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\ud800"])
def test_what_could_drive_a_terminal_is_replaced_one_for_one(control: str) -> None:
    assert canonical(f"a{control}[31mb") == "a\ufffd[31mb"


def test_spaces_tabs_and_wrapped_lines_stay() -> None:
    text = "«\u00a0Oui\u202f!\u00a0»\n\n\nune\tligne\ncoupée"
    assert canonical(text) == text


def test_accents_are_composed() -> None:
    assert canonical("e\u0301te\u0301") == "été"


@given(st.text())
def test_is_stable_and_harmless(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


def test_flowed_joins_wrapped_lines_and_keeps_no_break_spaces() -> None:
    assert flowed("un deux \n  trois\u00a0!") == "un deux trois\u00a0!"
