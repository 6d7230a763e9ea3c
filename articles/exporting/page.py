"""An article as one bilingual page of HTML, sentence facing sentence, that needs nothing but itself."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template

from articles.annotations import Analysis
from articles.article import Article, ParagraphKind
from articles.canonical import one_line
from articles.citing import shared_source
from articles.exporting import words
from articles.exporting.columns import Columns, columns, pair
from articles.exporting.people import people
from articles.sources.raw import is_of_the_web
from articles.translation import Translation
from articles.wording import _, language_in_use, ngettext, number


def page(
    article: Article,
    analysis: Analysis | None,
    translations: Mapping[int, Translation],
    *,
    language: str | None,
    summary: int,
) -> str:
    """The whole page; `language` is the ISO 639 code of the article's, French where it is not known."""
    made = columns(article, analysis, translations, language=language, summary=summary)
    style, script = _file("page.css").strip(), _file("page.js").strip()
    return Template(_file("page.html")).substitute(
        interface=language_in_use(),
        policy=_policy(script),
        title=escape(one_line(article.title)),
        style=style,
        script=script,
        text_label=escape(_("The article")),
        views=_views() if made.has_english else "",
        heading=_heading(made),
        details=_details(article),
        summary=_summary(made),
        text="\n".join(_text(made)),
        people="" if analysis is None else people(article, analysis, made.language),
        footer="\n".join(f"<p>{escape(line)}</p>" for line in _origins(article, translations)),
    )


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _policy(script: str) -> str:
    """What the page may do: show itself, and run the one script that it holds."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}';"
        " base-uri 'none'; form-action 'none'"
    )


def _views() -> str:
    """The choice of what is shown: French, both, English."""
    choices = (("fr", "Français", ' lang="fr"'), ("both", _("Both"), ""), ("en", "English", ' lang="en"'))
    buttons = "\n".join(
        f'<input type="radio" name="view" id="view-{view}"{" checked" if view == "both" else ""}>'
        f'<label for="view-{view}"{language}>{escape(name)}</label>'
        for view, name, language in choices
    )
    legend = escape(_("Languages shown"))
    return f'<fieldset class="views"><legend>{legend}</legend>\n{buttons}\n</fieldset>'


def _heading(made: Columns) -> str:
    """The title, in both languages where it stands in the text."""
    for paragraph, sentences in words.paragraphs(made.article):
        if words.is_title(made.article, paragraph):
            return pair(made, "h1", paragraph, sentences)
    title = escape(one_line(made.article.title))
    return f'<div class="pair">\n<h1 class="cell" lang="{escape(made.language)}">{title}</h1>\n</div>'


def _text(made: Columns) -> list[str]:
    """The paragraphs without the title."""
    paragraphs = words.paragraphs(made.article)
    title = next((one for one in paragraphs if words.is_title(made.article, one[0])), None)
    return [
        pair(made, "h2" if one[0].kind is ParagraphKind.HEADING else "p", *one)
        for one in paragraphs
        if one is not title
    ]


def _details(article: Article) -> str:
    """Who wrote it, when, and where it is from."""
    parts = [escape(part) for part in words.details(article)]
    source = shared_source(article.source)
    if source is not None and is_of_the_web(source):
        parts.append(f'<a href="{escape(source)}" rel="noopener noreferrer external">{escape(source)}</a>')
    elif source is not None:
        parts.append(escape(source))
    return f'<p class="details">{" · ".join(parts)}</p>' if parts else ""


def _summary(made: Columns) -> str:
    """The sentences of the summary, each leading to its place in the text."""
    if not made.summary:
        return ""
    rows = []
    for index in sorted(made.summary):
        french = escape(words.french(made.article, made.article.sentences[index].span))
        cells = f'<a class="cell fr" lang="{escape(made.language)}" href="#s{index}">{french}</a>'
        found = made.translations.get(index)
        if found is not None:
            cells += f'\n<a class="cell en" lang="en" href="#e{index}">{escape(words.english(found))}</a>'
        rows.append(f'<li class="pair">\n{cells}\n</li>')
    heading = escape(_("Summary"))
    return (
        f'<section class="summary" aria-labelledby="summary">\n<h2 id="summary">{heading}</h2>\n'
        f"<ul>\n{chr(10).join(rows)}\n</ul>\n</section>"
    )


def _origins(article: Article, translations: Mapping[int, Translation]) -> list[str]:
    """Where the English comes from, a line each."""
    lines = []
    for origin, count in words.origins(translations).items():
        said = ngettext("English {origin}: {count} sentence", "English {origin}: {count} sentences", count)
        lines.append(said.format(origin=words.origin_shown(origin), count=number(count)))
    missing = len(article.sentences) - len(translations)
    if missing:
        said = ngettext("{count} sentence has no English", "{count} sentences have no English", missing)
        lines.append(said.format(count=number(missing)))
    return lines
