"""What is typed is found where it stands, whatever its accents, case, ligatures, marks and spaces."""

import unicodedata
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from articles import finding
from articles.canonical import canonical
from articles.spans import Span


def found(typed: str, text: str) -> list[str]:
    """The words of a text that are found."""
    pattern = finding.pattern(typed)
    assert pattern is not None
    return [span.of(text) for span in finding.spans(pattern, text)]


FRENCH = st.text(
    alphabet="abcdeiloxyABCDEIOXZéèêëÉÈàâÀçÇîïôöùûüÿœŒæÆ'’ʼ-‑–—“”«»\".,!?…()[]*+\\^$|²ᵉº \u00a0\u202f\n",
    max_size=60,
)


def without_accents(words: str) -> str:
    """Words as they are typed without accents."""
    return "".join(
        character
        for character in unicodedata.normalize("NFD", words)
        if unicodedata.category(character) != "Mn"
    )


def as_typed(words: str) -> str:
    """Words as they are typed on an English keyboard."""
    for character, plain in (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"), ("’", "'"), ("ʼ", "'")):
        words = words.replace(character, plain)
    for character, plain in (("‑", "-"), ("–", "-"), ("—", "-"), ("“", '"'), ("”", '"'), ("«", '"')):
        words = words.replace(character, plain)
    return " ".join(without_accents(words).replace("»", '"').split())


WAYS: list[Callable[[str], str]] = [str, str.upper, str.lower, str.swapcase, without_accents, as_typed]


@given(FRENCH, st.integers(0, 59), st.integers(1, 20), st.sampled_from(WAYS))
@example("au XXᵉ siècle", 3, 3, str)
@example("douze km² de", 6, 3, str)
@example("Oui… non", 0, 4, str)
@example("le cœur", 3, 4, as_typed)
@example("a\n\u00a0b", 0, 4, str)
def test_any_stretch_of_a_text_is_found_at_its_place(
    text: str, start: int, length: int, way: Callable[[str], str]
) -> None:
    text = canonical(text)
    words = text[start : start + length].strip()
    pattern = finding.pattern(way(words))
    assume(pattern is not None)
    assert pattern is not None
    place = text.index(words, min(start, len(text)))
    spans = finding.spans(pattern, text)
    assert any(span.overlaps(Span(place, place + len(words))) for span in spans)


@given(st.text(max_size=40).map(canonical), st.text(max_size=4))
def test_what_is_found_is_in_the_text_in_order_and_says_the_same(text: str, typed: str) -> None:
    pattern = finding.pattern(typed)
    if pattern is None:
        return
    spans = finding.spans(pattern, text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    for span in spans:
        again = finding.spans(pattern, span.of(text))
        assert again
        assert (again[0].start, again[-1].end) == (0, len(span))


@given(st.text(max_size=30).map(canonical), st.integers(0, 29), st.integers(1, 8))
def test_any_stretch_in_any_script_is_found(text: str, start: int, length: int) -> None:
    words = text[start : start + length].strip()
    pattern = finding.pattern(words)
    if pattern is not None:
        assert finding.spans(pattern, text)


@pytest.mark.parametrize("typed", [".", "*", "a+", "(x", "[a-z]", "\\w", "^la", "la$", "a|b", "{2}", "?"])
def test_what_would_be_a_regular_expression_is_words(typed: str) -> None:
    assert found(typed, "Les bacs, la Seine; ab aa") == []
    assert found(typed, f"le signe {typed} ici") == [typed]


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("coeur", "Le cœur et le CŒUR", ["cœur", "CŒUR"]),
        ("cœur", "Le coeur", ["coeur"]),
        ("co", "le cœur", ["cœ"]),
        ("et caetera", "et cætera", ["et cætera"]),
        ("l'ete", "L’Été, l'été", ["L’Été", "l'été"]),
        ("l’été", "l'ete", ["l'ete"]),
        ("100 000", "100\u202f000 francs", ["100\u202f000"]),
        ("qui vient", "un train qui\n   vient de loin", ["qui\n   vient"]),
        ("porte - plume", "porte — plume", ["porte — plume"]),
        ("porte-plume", "porte‑plume", ["porte‑plume"]),
        ('"enfin"', "“enfin”", ["“enfin”"]),
        ("  la   mairie ", "la mairie", ["la mairie"]),
        ("km2", "12 km²", ["km²"]),
        ("XXe", "le XXᵉ", ["XXᵉ"]),
        ("n° 5", "N°\u00a05", ["N°\u00a05"]),
        ("oui...", "Oui… peut-être", ["Oui…"]),
        (".", "Oui…", ["…"]),
        ("Zelenskyï", "Zelenskyi", ["Zelenskyi"]),
        ("Зеленский", "зеленский", ["зеленский"]),
        ("strasse", "Straße", ["Straße"]),
        ("aa", "aaaaa", ["aa", "aa"]),
    ],
)
def test_what_does_not_count(typed: str, text: str, words: list[str]) -> None:
    assert found(typed, text) == words


def test_an_accent_of_its_own_belongs_to_its_letter() -> None:
    text = "cafe\u0301 cafe"
    assert found("café", text) == ["cafe\u0301", "cafe"]
    assert found("e", "x\u0301e\u0302\u0301x") == ["e\u0302\u0301"]


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u00a0", "\u0301"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert finding.pattern(typed) is None
