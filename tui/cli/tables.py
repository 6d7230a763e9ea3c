"""What was found in an article as people read it: lines in a pipe, tables and paragraphs on a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.annotations import Actor, Analysis, Quote, RankedSentence, kind_in_words
from articles.article import Article
from articles.canonical import one_line
from articles.citing import shared_source
from articles.exporting import words
from articles.facing import english_of
from articles.translation import Translation
from articles.wording import _, number
from tui.cli.options import BOTH, ENGLISH, FRENCH
from tui.cli.printing import readable_width, rows, set_in

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

TINTS = ("green", "yellow", "blue", "magenta", "cyan", "red")
"""The speakers' colours, out of the terminal's own, which its owner can read."""

NOT_THERE = "[…]"
"""What stands for English that is not there."""

_NARROW = 60
"""Cells: under that, a table's columns are too thin to be read."""

_NAMES = 24
"""Cells for the names of who speaks."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article with what was found in it, the languages to print (`lang`), and the text's own."""

    article: Article
    analysis: Analysis
    translations: Mapping[int, Translation]
    lang: str = FRENCH
    language: str | None = None


def headline(article: Article) -> str:
    """An article on one line: its title, and what else is known of where it is from."""
    return " — ".join(filter(None, (one_line(article.title), where_from(article))))


def heading(article: Article) -> "RenderableType":
    """The title of an article over what else is known of where it is from."""
    from rich.text import Text

    title = set_in(one_line(article.title), readable_width(), "bold")
    rest = set_in(where_from(article), readable_width(), "dim")
    return Text("\n").join([title, rest]) if rest else title


def where_from(article: Article) -> str:
    """Who wrote an article, when, where it stood, as far as known; its address or the name of its file."""
    return ", ".join(filter(None, (*words.details(article), shared_source(article.source))))


def in_languages(french: str, english: str | None, lang: str) -> list[str]:
    """What is said in the languages that were asked for."""
    both = {FRENCH: [french], ENGLISH: [english or NOT_THERE], BOTH: [french, english or NOT_THERE]}
    return both[lang]


def summary_lines(found: Found, ranked: Sequence[RankedSentence]) -> Iterator[str]:
    """A line a sentence; in both languages, the English under it."""
    for each in ranked:
        first, *second = _sentence(found, each.sentence)
        yield f"• {first}"
        yield from (f"  {line}" for line in second)


def summary_table(found: Found, ranked: Sequence[RankedSentence]) -> "Iterator[RenderableType]":
    """The sentences as paragraphs, numbered as they stand in the article."""
    for each in ranked:
        label = str(each.sentence + 1).rjust(3)
        for place, said in enumerate(_sentence(found, each.sentence)):
            yield _hanging(label if place == 0 else "", [said], 5, "dim" if place else "")


def _sentence(found: Found, index: int) -> list[str]:
    french = words.french(found.article, found.article.sentences[index].span)
    english = found.translations.get(index)
    return in_languages(french, None if english is None else words.english(english), found.lang)


def quote_lines(found: Found, quotes: Iterable[Quote]) -> Iterator[str]:
    """A line a quote, with who said it; in both languages, the English under it."""
    for quote in quotes:
        first, *second = quoted(found, quote)
        yield f"{first}  — {words.speaker_shown(found.article, quote)}"
        yield from (f"  {line}" for line in second)


def quoted(found: Found, quote: Quote) -> list[str]:
    """A quote between marks, in the languages that were asked for."""
    english = english_of(found.article, found.analysis, quote, found.translations)
    return in_languages(
        f"«\u00a0{words.french(found.article, quote.span)}\u00a0»",
        None if english is None else (f"“{english.words}”" if english.is_exact else english.words),
        found.lang,
    )


def quote_table(found: Found, quotes: Iterable[Quote]) -> "Iterator[RenderableType]":
    """Who speaks, beside the words; over them where the terminal is narrow."""
    speakers = found.analysis.speakers
    names = min(_NAMES, max((len(name) for name in speakers), default=0) + 2, readable_width())
    before: str | None = None
    for quote in quotes:
        said = quoted(found, quote)
        speaker = words.speaker_shown(found.article, quote)
        style = "dim" if quote.speaker is None else f"bold {tint(speakers, quote.speaker)}"
        label = "" if speaker == before else speaker
        before = speaker
        if readable_width() < _NARROW:
            if label:
                yield set_in(label, readable_width(), style)
            yield _hanging("", said, 2, "")
        else:
            yield _hanging(label, said, max(names, 14), "", style)


def tint(speakers: Mapping[str, int], speaker: str) -> str:
    """The colour of a speaker's words."""
    return TINTS[speakers.get(speaker, 0) % len(TINTS)]


def actor_lines(actors: Iterable[Actor]) -> Iterator[str]:
    """A line an actor: name, role, kind, how often named and quoted."""
    for actor in actors:
        name = one_line(actor.name)
        who = f"{name}, {one_line(actor.role)}" if actor.role else name
        yield f"{who} ({words.actor_facts(actor)})"


def actor_table(actors: Sequence[Actor]) -> "Iterator[RenderableType]":
    """The actors as a table; as lines where the terminal is narrow."""
    from rich.table import Table
    from rich.text import Text

    if readable_width() < _NARROW:
        yield from (set_in(line, readable_width()) for line in actor_lines(actors))
        return
    table = Table(box=None, pad_edge=False, width=readable_width())
    table.add_column(_("name"), ratio=3)
    table.add_column(_("role"), ratio=4)
    table.add_column(_("kind"), no_wrap=True)
    table.add_column(_("named"), justify="right", no_wrap=True)
    table.add_column(_("quoted"), justify="right", no_wrap=True)
    for actor in actors:
        table.add_row(
            Text(one_line(actor.name), "bold"),
            Text(one_line(actor.role or "")),
            Text(kind_in_words(actor.kind), "dim"),
            number(len(actor.mentions)),
            number(len(actor.quotes)) if actor.quotes else "",
        )
    yield table


def _hanging(label: str, said: Sequence[str], indent: int, style: str, label_style: str = "dim") -> "Text":
    """Paragraphs set beside a label, which may have several rows itself."""
    from itertools import zip_longest

    from rich.text import Text

    room = max(10, readable_width() - indent)
    left = list(rows(label, indent - 2)) if label else []
    right = [(row, "dim" if place else style) for place, each in enumerate(said) for row in rows(each, room)]
    made = Text(no_wrap=True, overflow="ignore")
    for place, (name, beside) in enumerate(zip_longest(left, right, fillvalue=None)):
        if place:
            made.append("\n")
        made.append(_padded(name or "", indent), label_style)
        if beside is not None:
            made.append(*beside)
    return made


def _padded(words: str, width: int) -> str:
    from rich.cells import cell_len

    return words + " " * max(0, width - cell_len(words))
