"""An article as Markdown (CommonMark 0.31, with YAML front matter), for notes and for other programs."""

import json
from collections.abc import Iterator, Mapping, Sequence

from articles.annotations import Actor, Analysis
from articles.article import Article, ParagraphKind
from articles.canonical import one_line
from articles.citing import shared_source
from articles.exporting import words
from articles.plain_markdown import escaped
from articles.spans import touched
from articles.translation import Translation
from articles.wording import _

_NOT_IN_YAML = {0xFEFF: "\ufffd", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def markdown(
    article: Article,
    analysis: Analysis | None,
    translations: Mapping[int, Translation],
    *,
    language: str | None,
    summary: int,
) -> str:
    """The article as Markdown: front matter, French over English, then what was found in it."""
    blocks = [
        *_text(article, translations),
        *([] if analysis is None else _found(article, analysis, translations, summary)),
    ]
    return f"---\n{_front_matter(article, translations, language)}---\n\n" + "\n\n".join(blocks) + "\n"


def _front_matter(article: Article, translations: Mapping[int, Translation], language: str | None) -> str:
    facts: dict[str, str | int | None] = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "site": article.site,
        "source": shared_source(article.source),
        "language": language,
        "sentences": len(article.sentences),
    }
    lines = [f"{name}: {_yaml(fact)}" for name, fact in facts.items() if fact is not None]
    origins = [
        f"  {_yaml(one_line(origin))}: {count}" for origin, count in words.origins(translations).items()
    ]
    lines += ["translated:", *origins] if origins else ["translated: {}"]
    return "\n".join(lines) + "\n"


def _yaml(fact: str | int) -> str:
    """A scalar of YAML 1.2, which takes JSON's strings."""
    if isinstance(fact, int):
        return str(fact)
    return json.dumps(one_line(fact).translate(_NOT_IN_YAML), ensure_ascii=False)


def _text(article: Article, translations: Mapping[int, Translation]) -> Iterator[str]:
    """The paragraphs, each with its English as a block quote under it."""
    paragraphs = words.paragraphs(article)
    if not any(words.is_title(article, paragraph) for paragraph, _sentences in paragraphs):
        yield f"# {escaped(one_line(article.title))}"
    for paragraph, sentences in paragraphs:
        marks = ""
        if paragraph.kind is ParagraphKind.HEADING:
            marks = "# " if words.is_title(article, paragraph) else "## "
        yield marks + escaped(words.french(article, paragraph.span))
        facing = _facing(sentences, translations)
        if facing is not None:
            yield f"> {facing}"


def _facing(sentences: Sequence[int], translations: Mapping[int, Translation]) -> str | None:
    """The English of sentences; one that has none is `[…]`, and where none has any there is nothing."""
    if not any(index in translations for index in sentences):
        return None
    return escaped(
        " ".join(
            words.english(translations[index]) if index in translations else "[…]" for index in sentences
        )
    )


def _found(
    article: Article, analysis: Analysis, translations: Mapping[int, Translation], summary: int
) -> Iterator[str]:
    yield "* * *"
    yield "## " + escaped(_("Summary"))
    for ranked in analysis.summary(summary):
        sentence = article.sentences[ranked.sentence]
        yield f"- {escaped(words.french(article, sentence.span))}"
        yield from _under(_facing([ranked.sentence], translations))
    if analysis.quotes:
        yield "## " + escaped(_("Quotes"))
    for quote in analysis.quotes:
        said = escaped(words.french(article, quote.span))
        yield f"- «\u00a0{said}\u00a0» — **{escaped(words.speaker_shown(article, quote))}**"
        yield from _under(_facing(touched(article.sentences, quote.span), translations))
    if actors := words.actors(article, analysis).values():
        yield "## " + escaped(_("Actors"))
        yield "\n".join(map(_actor, actors))


def _actor(actor: Actor) -> str:
    role = f", {escaped(one_line(actor.role))}" if actor.role else ""
    return f"- **{escaped(one_line(actor.name))}**{role} ({escaped(words.actor_facts(actor))})"


def _under(facing: str | None) -> Iterator[str]:
    if facing is not None:
        yield f"  > {facing}"
