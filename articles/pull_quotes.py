"""Pull quotes: words of the article that a page shows again between its paragraphs, in large letters."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.article import Paragraph, ParagraphKind

_LONGEST_TEXT = 60_000
"""Characters; what is longer is a book, in which people say the same words again."""

_SHORTEST, _LONGEST = 5, 60
"""Words of a pull quote."""

_MOST = 12
"""Pull quotes of an article that are looked for."""

_QUOTED = re.compile(r"\s*[«“\"](?P<words>[^«»“”\"]+)[»”\"]\s*[.!]?\s*")
_SPOKEN = re.compile(r"\s*[«“\"—–-]")
_WORD = re.compile(r"\w+")


def without_pull_quotes(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, of which those are remnants that but repeat what somebody says in another.

    In a dialogue, between paragraphs that are quoted too, nobody repeats anything. Linear time.
    """
    found: list[int] = []
    if len(text) <= _LONGEST_TEXT:
        candidates = [place for place in range(len(paragraphs)) if _may_be_pulled(text, paragraphs, place)][
            :_MOST
        ]
        bodies = (
            ["" if each.kind is not ParagraphKind.BODY else _plain(each.span.of(text)) for each in paragraphs]
            if candidates
            else []
        )
        found = [place for place in candidates if _is_said_elsewhere(bodies, place)]
    return tuple(
        replace(each, kind=ParagraphKind.BOILERPLATE) if place in found else each
        for place, each in enumerate(paragraphs)
    )


def _may_be_pulled(text: str, paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a paragraph is nothing but a quote, and those around it are no quotes."""
    own = paragraphs[place]
    if own.kind is not ParagraphKind.BODY:
        return False
    quoted = _QUOTED.fullmatch(own.span.of(text)) if len(own.span) < 10 * _LONGEST else None
    around = [*paragraphs[max(0, place - 1) : place], *paragraphs[place + 1 : place + 2]]
    return (
        quoted is not None
        and _SHORTEST <= len(_WORD.findall(quoted["words"])) <= _LONGEST
        and not any(_SPOKEN.match(text, each.span.start) for each in around)
    )


def _is_said_elsewhere(bodies: Sequence[str], place: int) -> bool:
    own = bodies[place]
    return any(len(own) < len(other) and f" {own} " in f" {other} " for other in bodies)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))
