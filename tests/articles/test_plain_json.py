"""JSON says what it was given, and nothing in it drives a terminal."""

import json

from hypothesis import given
from hypothesis import strategies as st

from articles.plain_json import plain_json
from tests.end_to_end.emitted import controls

_ODD = st.sampled_from("\x1b\x7f\x9b\u202e\u2028\ud800é")
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | _ODD)


@given(st.dictionaries(_TEXTS, st.lists(_TEXTS | st.integers() | st.none())))
def test_it_says_the_same_and_can_be_printed(value: dict[str, list[str | int | None]]) -> None:
    for indent in (None, 2):
        written = plain_json(value, indent)
        assert json.loads(written) == value
        assert controls(written) == set()
        written.encode()


def test_words_stay_readable() -> None:
    assert plain_json({"a": "« été »"}) == '{"a": "« été »"}'
