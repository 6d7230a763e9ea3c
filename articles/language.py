"""Which language a text is in, as far as can be told."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4_000
"""Characters looked at: more changes nothing and costs time."""

_FEWEST_LETTERS = 40
"""Under this many letters a guess is worth nothing."""

_LEAST_PROBABILITY = 0.95


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detected_language(text: str) -> str | None:
    """The ISO 639 code of the language of `text`, or None where the text does not allow to tell.

    Naive Bayes over byte n-grams (Lui and Baldwin 2012), as py3langid has it. The first call loads its
    model, which takes about half a second: call it away from the screen.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _LEAST_PROBABILITY else None
