"""Line breaks in French."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.canonical import canonical
from articles.spans import Span
from tui.layout.wrap import cells, pieces, wrapped


def lines(text: str, width: int) -> list[str]:
    return [
        "".join(shown for _, shown in pieces(text, row)) for row in wrapped(text, Span(0, len(text)), width)
    ]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("un deux trois quatre", 9, ["un deux", "trois", "quatre"]),
        ("Il dit\u00a0: «\u00a0Oui\u00a0!\u00a0»", 7, ["Il", "dit\u00a0:", "«\u00a0Oui\u00a0!", "\u00a0»"]),
        ("Il a dit : « Oui ! »", 9, ["Il a", "dit :", "« Oui ! »"]),
        ("soit 1\u202f250 mètres", 9, ["soit", "1\u202f250", "mètres"]),
        ("soit 1 250 mètres", 10, ["soit 1 250", "mètres"]),
        ("plus de 12 % ici", 10, ["plus de", "12 % ici"]),
        ("un porte-parole", 9, ["un porte-", "parole"]),
        ("coupé\n  ici et là", 8, ["coupé", "ici et", "là"]),
        ("coupé\n  ici", 20, ["coupé ici"]),
        ("incompréhensible", 5, ["incom", "préhe", "nsibl", "e"]),
        ("日本語の本", 4, ["日本", "語の", "本"]),
    ],
)
def test_examples(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


_TEXT = st.text(
    st.sampled_from("aé «»!?:;-—/\n\t\u00a0\u202f1 250日́👩‍%") | st.characters(), min_size=1, max_size=80
)


@given(_TEXT.map(canonical).filter(str.strip), st.integers(2, 40))
def test_no_character_is_lost_and_no_row_is_too_wide(text: str, width: int) -> None:
    stripped = text.strip()
    start = text.index(stripped)
    span = Span(start, start + len(stripped))
    rows = wrapped(text, span, width)
    assert all(one.end <= other.start for one, other in pairwise(rows))
    covered = {offset for row in rows for offset in range(row.start, row.end)}
    missed = [text[offset] for offset in range(span.start, span.end) if offset not in covered]
    assert set(missed) <= set(" \t\n")
    for row in rows:
        shown = "".join(words for _, words in pieces(text, row))
        assert (
            sum(cells(character) for character in shown) <= width or len(shown) == 1 or cells(shown) <= width
        )


@given(_TEXT.map(canonical))
def test_pieces_keep_offsets_and_characters_in_step(text: str) -> None:
    for offset, shown in pieces(text, Span(0, len(text))):
        if shown != " ":
            assert text[offset : offset + len(shown)] == shown


def test_a_narrow_no_break_space_never_ends_a_row() -> None:
    text = "«\u202fAh\u202f!\u202f» " * 40
    assert all(not line.endswith(("«", "\u202f")) for width in range(8, 40) for line in lines(text, width))
