"""Words as they are compared where accents and case do not count."""

import pytest

from articles.folding import folded, without_accents


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Élève à l’ŒUVRE", "eleve a l’oeuvre"),
        ("  Lætitia\n\u00a0Ça va ", "laetitia ca va"),
        ("STRASSE straße", "strasse strasse"),
        ("e\u0301te\u0301", "ete"),
        ("½ Ⅷ ﬁn", "1⁄2 viii fin"),
        ("", ""),
    ],
)
def test_accents_ligatures_case_and_spaces_do_not_count(words: str, plain: str) -> None:
    assert folded(words) == plain


def test_without_accents_case_ligatures_and_spaces_stay() -> None:
    assert without_accents("Élève  Œuvre") == "Eleve  Œuvre"
