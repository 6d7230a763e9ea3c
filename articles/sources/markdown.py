"""Markdown: headings and paragraphs, links as their text, and the front matter between two lines `---`."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from articles.sources import plain
from articles.sources.dates import iso_date
from articles.sources.raw import Block, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST = 4_000_000
"""Characters of a Markdown text."""

_DEEPEST = 60
"""Lists in lists and quotes in quotes; what is deeper is left out."""

_FRONT_MATTER = re.compile(r"\ufeff?---[^\S\n]*\n(.{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]+)[^\S\n]*:[^\S\n]*(.*(?:\n[^\S\n]*-[^\S\n].*)*)", re.MULTILINE)
_LIST_ITEM = re.compile(r"\n[^\S\n]*-[^\S\n]+")


def raw(text: str, *, source: str, name: str) -> Raw:
    """The article in a Markdown text; a title, an author and a date come from its front matter.

    Raises EnregardError when it is too large.
    """
    if len(text) > LARGEST:
        raise plain.too_large(plain.shown(source), LARGEST)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    fields = _fields(front[1]) if front else {}
    return Raw(
        "",
        source,
        name,
        title=fields.get("title"),
        byline=fields.get("author") or fields.get("authors") or fields.get("byline"),
        published=iso_date(fields.get("date") or fields.get("published")),
        blocks=tuple(_blocks(text[front.end() if front else 0 :])),
    )


def _fields(front: str) -> Mapping[str, str]:
    """The fields of a front matter that stand on a line of their own, or as a list under it."""
    return {found[1].lower(): value for found in _FIELD.finditer(front) if (value := _value(found[2]))}


def _value(written: str) -> str:
    first, *rest = _LIST_ITEM.split(written)
    first = first.strip()
    if not first:
        return ", ".join(filter(None, map(_unquoted, rest)))
    if first.startswith("[") and first.endswith("]"):
        return ", ".join(filter(None, map(_unquoted, first[1:-1].split(","))))
    return _unquoted(first)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _blocks(text: str) -> list[Block]:
    from markdown_it import MarkdownIt

    blocks: list[Block] = []
    is_heading = False
    row: list[str] | None = None
    for token in (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).parse(text)
    ):
        match token.type:
            case "heading_open" | "heading_close":
                is_heading = token.nesting == 1
            case "tr_open":
                row = []
            case "tr_close":
                blocks.append(Block(" | ".join(filter(None, row or ()))))
                row = None
            case "inline" if row is not None:
                row.append(_words(token.children or ()).strip())
            case "inline":
                blocks.append(Block(_words(token.children or ()), is_heading))
            case "fence" | "code_block":
                blocks.append(Block(token.content))
            case "html_block":
                blocks.extend(_blocks_of_html(token.content))
    return blocks


def _words(tokens: "Sequence[Token]") -> str:
    """The words of a paragraph; of a link its text, of a picture nothing."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special")
    )


def _blocks_of_html(content: str) -> tuple[Block, ...]:
    from articles.sources import markup

    return markup.blocks(content)
