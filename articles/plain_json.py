"""JSON that can be printed: what could drive a terminal, or is no character, is written as an escape."""

import json
import re

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""A file's name may hold these where an article's text does not; JSON itself escapes only C0 controls."""


def plain_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON, in which words are as they are read; it says the same as any other JSON of it."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
