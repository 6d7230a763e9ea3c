"""What raw translation gets before and after."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.translating import care


@pytest.mark.parametrize(
    "sentence",
    [
        "12 345 !",
        "(...)",
        "18 h 30".replace("h", ":"),
        "Awa Diagne",
        "Awa Diagne, Dakar",
        "Jean-Pierre de La Tour",
    ],
)
def test_what_holds_nothing_to_translate_passes_through(sentence: str) -> None:
    assert care.passes_through(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sport",
        "Le Monde",
        "Avec Awa Diagne",
        "M. Diagne",
        "LE MAIRE PARLE",
        "La ville dort.",
        "Merci Beaucoup.",
        "Un 1er mai",
    ],
)
def test_what_holds_words_does_not(sentence: str) -> None:
    assert not care.passes_through(sentence)


def words(text: str) -> int:
    return len(text.split())


def test_long_sentences_are_cut_at_clauses() -> None:
    sentence = (
        "Le maire a parlé longtemps ; la salle, qui attendait, a applaudi, puis chacun est rentré chez soi."
    )
    assert care.clauses(sentence, words, 12) == [
        "Le maire a parlé longtemps ;",
        "la salle, qui attendait, a applaudi, puis chacun est rentré chez soi.",
    ]
    assert all(words(part) <= 6 for part in care.clauses(sentence, words, 6))


@given(
    st.lists(st.sampled_from(["mot", "et", ",", ";", "«", "»", "qui", "é", "x" * 40]), min_size=1),
    st.integers(1, 9),
)
def test_no_word_is_lost_by_cutting(parts: list[str], longest: int) -> None:
    sentence = " ".join(parts)
    cut = care.clauses(sentence, words, longest)
    assert " ".join(cut).split() == sentence.split()
    assert all(words(part) <= longest for part in cut)


def test_a_word_longer_than_the_model_is_left_whole() -> None:
    assert care.clauses("x" * 10_000, len, 100) == ["x" * 10_000]


@pytest.mark.parametrize(
    ("pieces", "rest"),
    [
        ("a b c c c c c c c d", "a b c d"),
        ("x y x y x y x y x y z", "x y z"),
        ("a b c a b c a b c a b c a b c", "a b c"),
    ],
)
def test_loops_are_seen_and_said_once(pieces: str, rest: str) -> None:
    assert care.loops(pieces.split(), [str(n) for n in range(30)])
    assert care.unlooped(pieces.split()) == rest.split()


def test_what_merely_repeats_a_little_is_no_loop() -> None:
    for pieces in ("no no no no", "a b a b a c a b", "▁very ▁very ▁very ▁good"):
        assert not care.loops(pieces.split(), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])


def test_an_output_far_longer_than_its_source_is_a_loop() -> None:
    assert care.loops([str(n) for n in range(100)], list("abcde"))


def test_what_the_source_repeats_may_be_repeated() -> None:
    assert not care.loops(["▁ha"] * 10, ["▁ah"] * 10)


@given(st.lists(st.sampled_from("abc"), max_size=60))
def test_unlooped_ends_and_only_drops(pieces: list[str]) -> None:
    rest = care.unlooped(pieces)
    assert len(rest) <= len(pieces)
    if not care.loops(pieces, [str(n) for n in range(100)]):
        assert rest == pieces


@pytest.mark.parametrize(
    ("french", "raw", "english"),
    [
        ("« Venez ! », dit-il.", '"Come! ", he says.', "“Come!”, he says."),
        ("Il dit «\u00a0oui\u00a0».", "He said « yes ».", "He said “yes”."),
        ('Il dit "oui".', 'He said "yes".', "He said “yes”."),
        ("Il dit “oui”.", "He said “yes”.", "He said “yes”."),
        ("Un « mot » et un « autre ».", 'A "word" and an " other ".', "A “word” and an “other”."),
        ("« Je pars.", "I am leaving.", "“I am leaving."),
        ("Je reste. »", "I am staying.", "I am staying.”"),
        ("« Nous partons. »", "We are leaving.", "“We are leaving.”"),
        ("« Nous partons », dit-elle.", "We are leaving, she says.", "“We are leaving,” she says."),
        ('Il a "exhorté" la ville.', 'He "urged the town.', "He urged the town."),
        ("« Il a dit “non” », dit-elle.", '"He said "no"," she said.', "“He said ‘no’,” she said."),
        ("C’est 12 % !", "It is 12 % !", "It is 12%!"),
        ("Elle (la maire) rit.", "She ( the mayor ) laughs.", "She (the mayor) laughs."),
        ("Un mot.", "A  word .", "A word."),
        ("mon_fichier.txt", "my_file.txt", "my_file.txt"),
    ],
)
def test_french_typography_becomes_english(french: str, raw: str, english: str) -> None:
    assert care.in_english(raw, french) == english


_MIXED = st.text(st.sampled_from('ab «»“”".,!?() \u00a0'), max_size=40)


@given(_MIXED, _MIXED)
def test_no_word_is_lost_and_no_french_mark_stays(raw: str, french: str) -> None:
    english = care.in_english(raw, french)
    assert [c for c in english if c.isalpha()] == [c for c in raw if c.isalpha()]
    assert not set(english) & set('«»"\u00a0')


@given(_MIXED)
def test_marks_are_balanced_where_the_french_has_none_open(raw: str) -> None:
    english = care.in_english(raw, "Sans guillemets.")
    depth = 0
    for character in english:
        depth += {"“": 1, "‘": 1, "”": -1, "’": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
