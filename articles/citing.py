"""A clipping as somebody else is to read it: who said it, and where it was printed.

French sets « … » with no-break spaces and puts the attribution after a comma; English takes the comma into
the quotation marks. There is no verb: whoever is quoted may have written it, or shouted.
"""

import re
from datetime import date, datetime
from pathlib import PurePath
from urllib.parse import quote, urlsplit

from articles.canonical import one_line
from articles.clippings import Clipping, ClippingKind
from articles.plain_markdown import escaped
from articles.sources.raw import PASTED, STANDARD_INPUT, is_of_the_web, is_passing
from articles.wording import _

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "January February March April May June July August September October November December".split(),
)
_ENDS = "?!…"


def french(clipping: Clipping) -> str:
    """The French with its attribution, in French style."""
    place = _place(clipping, is_french=True)
    if clipping.kind is not ClippingKind.QUOTE:
        return f"{clipping.french} ({place})"
    words = _in_guillemets(_without_period(clipping.french))
    whose = clipping.attribution or clipping.speaker
    if clipping.names_speaker:
        whose = _unless_named(whose, words)
    return ", ".join(filter(None, (words, whose, f"dans {place}")))


def english(clipping: Clipping) -> str | None:
    """The English with its attribution, in English style; None where there is no English."""
    words = clipping.english
    if words is None:
        return None
    place = _place(clipping, is_french=False)
    whose = None
    if clipping.kind is ClippingKind.QUOTE:
        whose = clipping.speaker or clipping.attribution
        if clipping.names_speaker or not clipping.is_exact:
            whose = _unless_named(whose, words)
    if clipping.kind is not ClippingKind.QUOTE or not clipping.is_exact:
        return f"{words} ({', '.join(filter(None, (whose, place)))})"
    words = _without_period(words).rstrip(",")
    marked = _in_quotation_marks(words if words.endswith(tuple(_ENDS)) else f"{words},")
    return f"{marked} {', '.join(filter(None, (whose, f'in {place}')))}"


def plain_french(clipping: Clipping) -> str:
    """The French alone; a quote in its marks."""
    return _in_guillemets(clipping.french) if clipping.kind is ClippingKind.QUOTE else clipping.french


def plain_english(clipping: Clipping) -> str | None:
    """The English alone; a quote in its marks where its own words are known."""
    if clipping.english is None or clipping.kind is not ClippingKind.QUOTE or not clipping.is_exact:
        return clipping.english
    return _in_quotation_marks(clipping.english)


def both(clipping: Clipping) -> str:
    """The French over its English, where there is one."""
    return "\n".join(filter(None, (plain_french(clipping), plain_english(clipping))))


def markdown(clipping: Clipping) -> str:
    """A Markdown quote in both languages, with speaker, title, source and date under it."""
    lines = [f"> {escaped(plain_french(clipping))}"]
    second = plain_english(clipping)
    if second is not None:
        lines += [">", f"> {escaped(second)}"]
    whose = clipping.speaker or clipping.attribution
    speaker = [escaped(whose)] if whose else []
    title = f"*{escaped(clipping.title)}*"
    if is_of_the_web(clipping.source):
        address = re.sub(r"[\s<>\\]", lambda found: quote(found[0]), clipping.source)
        title = f"[{title}](<{address}>)"
    rest = [escaped(part) for part in _source_and_date(clipping, is_french=False)]
    lines += [">", f"> — {', '.join([*speaker, title, *rest])}"]
    return "\n".join(lines)


def shown_source(source: str, site: str | None) -> str:
    """The site, the host of the address or the name of the file an article came from; else how it came."""
    if site:
        return site
    if is_of_the_web(source):
        return urlsplit(source).hostname or source
    if source == PASTED:
        return _("pasted text")
    return _("standard input") if source == STANDARD_INPUT else shared_source(source) or ""


def shared_source(source: str) -> str | None:
    """A source fit to be passed on: an address, or a file's name without its folders.

    None for what is gone once it was read.
    """
    if is_passing(source):
        return None
    return one_line(source if is_of_the_web(source) else PurePath(source).name) or None


def _place(clipping: Clipping, *, is_french: bool) -> str:
    title = _in_guillemets(clipping.title) if is_french else _in_quotation_marks(clipping.title)
    return ", ".join([title, *_source_and_date(clipping, is_french=is_french)])


def _source_and_date(clipping: Clipping, *, is_french: bool) -> list[str]:
    written = [] if clipping.published is None else [written_date(clipping.published, is_french=is_french)]
    return [shown_source(clipping.source, clipping.site), *written]


def written_date(published: str, *, is_french: bool) -> str:
    """A date as it is written out; what is no ISO 8601 date stays as it is."""
    try:
        day: date = datetime.fromisoformat(published)
    except ValueError:
        return published
    months = _MONTHS[0 if is_french else 1]
    number = "1er" if is_french and day.day == 1 else str(day.day)
    return f"{number} {months[day.month - 1]} {day.year}"


def _unless_named(name: str | None, words: str) -> str | None:
    """Whose words they are, unless they say it themselves ("a ajouté Anne Roux")."""
    return None if name is None or name.split()[-1] in words else name


def _in_guillemets(words: str) -> str:
    """Words between French marks; marks inside them become those of the second rank."""
    if not _is_interrupted(words, "«", "»"):
        words = re.sub("[\u00a0\u202f ]?»", "”", re.sub("«[\u00a0\u202f ]?", "“", words))
    return f"«\u00a0{words}\u00a0»"


def _in_quotation_marks(words: str) -> str:
    """Words between English marks; marks inside them become those of the second rank."""
    if not _is_interrupted(words, "“", "”"):
        words = re.sub("[\u00a0\u202f ]?»|”", "’", re.sub("«[\u00a0\u202f ]?|“", "‘", words))
    return f"“{words}”"


def _is_interrupted(words: str, opening: str, closing: str) -> bool:
    """Whether the words close their own marks and open them again, as around "she said"."""
    return 0 <= words.find(closing) < words.find(opening)


def _without_period(words: str) -> str:
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words
