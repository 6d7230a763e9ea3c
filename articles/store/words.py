"""What is typed, as SQLite's full-text search asks for it: words are data there, never its syntax."""

import re

from articles.canonical import canonical

_TYPED = re.compile(r"\S+")
_TOKEN = re.compile(r"[^\W_]+")
_LIGATURES = (("oe", "œ"), ("ae", "æ"))

_MOST = 24
"""Tokens of what is typed that are looked for: somebody who pastes a page means its beginning."""

_LONGEST = 64
"""Characters of a token."""

_WHOLE = 3
"""A word of so many letters is looked for whole, unless it is the last, which may be still being typed."""


def expression(typed: str, columns: str = "") -> str | None:
    """The full-text query for what was typed, in `columns` (separated by spaces) or all; None for no word.

    Every word must be there, in any order, and finds those that begin with it; an exact one counts twice.
    """
    words: list[str] = []
    left = _MOST
    for match in _TYPED.finditer(canonical(typed[: _MOST * _LONGEST]).lower()):
        tokens = [token[:_LONGEST] for token in _TOKEN.findall(match[0])][:left]
        left -= len(tokens)
        if tokens:
            words.append(" ".join(tokens))
    if not words:
        return None
    asked = " AND ".join(_asked(word, is_last=word is words[-1]) for word in words)
    return f"{{{columns}}} : ({asked})" if columns else asked


def _asked(word: str, *, is_last: bool) -> str:
    forms = {word: None}
    for pair, ligature in _LIGATURES:
        forms |= {form.replace(pair, ligature): None for form in forms}
        forms |= {form.replace(ligature, pair): None for form in forms}
    whole = [f'"{form}"' for form in forms]
    begun = [f"{form}*" for form in whole] if is_last or len(word) > _WHOLE else []
    return f"({' OR '.join([*whole, *begun])})"
