"""Words as they are compared where accents and case do not count."""

import unicodedata


def folded(words: str) -> str:
    """Words without accents, ligatures and case, on one line: what is sorted, and names compared, by."""
    return without_accents(" ".join(words.split()).casefold().replace("œ", "oe").replace("æ", "ae"))


def without_accents(text: str) -> str:
    """A text decomposed (NFKD), without the marks on its letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
