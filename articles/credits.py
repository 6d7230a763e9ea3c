"""Who wrote an article and when, from the lines around its text that say only that.

« Par Hélène Aubertin, à Genève », « Publié le 2 septembre 2024 à 10 h »: a line counts where all of it is
such a phrase, near the top or the bottom. A sentence that begins like one says nothing of the author.
"""

import re
from collections.abc import Iterator, Sequence

from articles.boilerplate import is_boilerplate
from articles.sources.dates import french_date

_LONGEST = 160
"""Characters of a credit."""

_AT_THE_TOP, _AT_THE_BOTTOM = 6, 3
"""Paragraphs in which credits stand."""

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_NAME = rf"{_WORD}(?: (?:(?:d[eu]|de la|des|le|la|van|von|ben|el|al|da|dos) |d[’'])?{_WORD}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:, | et |, et | & ){_NAME}){{0,3}}"

_PLACE = r"(?:,? (?:à|en|au|aux|depuis) [^.!?:;,]{2,40})?"
_OFFICE = (
    r"(?:, (?:(?:notre |nos )?(?:envoyée?s? spéciale?s?|correspondante?s?)|journalistes?)[^.!?:;]{0,60})?"
)
_STAMP = r"(?: ?[,|•·–—-] ?(?:publiée?|mise? (?:à jour|en ligne)|le \d|\d{1,2} )[^.!?]{0,80})?"

_BYLINE = re.compile(
    r"(?:par|(?:texte|propos|récit|entretien|interview|reportage)s?(?: et photos)?"
    r" (?:recueillie?s? )?(?:par|de)|recueillis? par)"
    rf"\s?:? (?-i:({_NAMES})){_OFFICE}{_PLACE}{_STAMP}",
    re.IGNORECASE,
)

_TASK = re.compile(
    rf"\(?(?:reportage|rédigée?|rédaction)(?: de| par)? ?:? ?(?-i:({_NAMES}))[^.!?]*\)\.?", re.IGNORECASE
)
"""How an agency names who reported, in brackets under the text."""

_BY = re.compile(rf"\bpar ({_NAMES})")

_DAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
_DATE = r"(?:(?:1er|\d{1,2}) [a-zéû]{3,9}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
_HOUR = r"(?:[, ]*\(?à? ?\d{1,2} ?[h:] ?(?:\d\d)?\)?)?"
_ONLY_DATE = re.compile(
    rf"(?:{_WORD}(?: {_WORD})?, )?(?:le )?{_DAY}{_DATE}{_HOUR}",
    re.IGNORECASE,
)

_PUBLISHED = re.compile(
    r"(?:(?-i:[A-ZÀ-ÖØ-Þ])[\w’' ,|·•–—-]{0,40} (?-i:(?=[PM])))?(?:publiée?|parue?|mise? en ligne|postée?)\b",
    re.IGNORECASE,
)


def byline_in(paragraphs: Sequence[str]) -> str | None:
    """The names in the first line that says who wrote the text, or held the interview."""
    for line in _credits(paragraphs):
        if found := _BYLINE.fullmatch(line) or (is_boilerplate(line) and _TASK.fullmatch(line)):
            return found[1]
        if _is_stamp(line) and (found := _BY.search(line)):
            return found[1]
    return None


def published_in(paragraphs: Sequence[str]) -> str | None:
    """The day in the first line that says when the text came out, as an ISO date."""
    for line in _credits(paragraphs):
        is_dated = _is_stamp(line) or _ONLY_DATE.fullmatch(line)
        if (is_dated or _BYLINE.fullmatch(line)) and (day := french_date(line)):
            return day
    return None


def _is_stamp(line: str) -> bool:
    return _PUBLISHED.match(line) is not None and is_boilerplate(line)


def _credits(paragraphs: Sequence[str]) -> Iterator[str]:
    """The short paragraphs at the top, then at the bottom, each on one line."""
    bottom = max(_AT_THE_TOP, len(paragraphs) - _AT_THE_BOTTOM)
    for words in (*paragraphs[:_AT_THE_TOP], *paragraphs[bottom:]):
        if len(words) <= _LONGEST:
            yield " ".join(words.split())
