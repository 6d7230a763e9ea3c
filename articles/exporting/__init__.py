"""An article written down for use elsewhere: as Markdown, a bilingual page, JSON or a translation memory."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from articles.annotations import Analysis
from articles.article import Article
from articles.canonical import one_line
from articles.errors import EnregardError
from articles.translation import Translation
from articles.wording import _


class Format(StrEnum):
    """What an article can be written as."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    TMX = "tmx"


_SUFFIXES = {".markdown": Format.MARKDOWN, ".htm": Format.HTML}


def format_of(path: Path) -> Format | None:
    """The format that the name of a file asks for, or None."""
    suffix = path.suffix.lower()
    return _SUFFIXES.get(suffix) or next((known for known in Format if suffix == f".{known}"), None)


def format_named(path: Path, hint: str = "") -> Format:
    """The format that the name of a file asks for; raises EnregardError where it says none."""
    form = format_of(path)
    if form is None:
        raise EnregardError(
            _("{path} does not say what it is to be").format(path=one_line(str(path))),
            hint or _("end its name in .html, .md, .json or .tmx"),
        )
    return form


def written_as(
    format: Format,
    article: Article,
    analysis: Analysis | None,
    translations: Mapping[int, Translation],
    *,
    language: str | None,
    summary: int = 3,
    kept: Mapping[int, str] | None = None,
) -> bytes:
    """The article in `format`, in UTF-8, with the English it has in `translations` by sentence index.

    `language` is the ISO 639 code of the text, `summary` how many sentences the summary has, `kept` when
    each translation was first kept (ISO 8601, UTC; now where it is not said), for TMX. Without an analysis
    there is neither summary, quotes nor actors; JSON must have one. Raises EnregardError where it has none.
    """
    match format:
        case Format.MARKDOWN:
            from articles.exporting.markdown import markdown

            return markdown(article, analysis, translations, language=language, summary=summary).encode()
        case Format.HTML:
            from articles.exporting.page import page

            return page(article, analysis, translations, language=language, summary=summary).encode()
        case Format.JSON:
            return _json(article, analysis, translations, language, summary)
        case Format.TMX:
            from articles.exporting.segments import tmx

            return tmx(article, translations, kept or {})


def _json(
    article: Article,
    analysis: Analysis | None,
    translations: Mapping[int, Translation],
    language: str | None,
    summary: int,
) -> bytes:
    from articles.document import document
    from articles.plain_json import plain_json

    if analysis is None:
        raise EnregardError(
            _("{source} has no analysis, which JSON cannot do without").format(source=article.source),
            _("write it as md, html or tmx"),
        )
    found = document(article, analysis, translations, language=language, sentences=summary)
    return (plain_json(found, indent=2) + "\n").encode()
