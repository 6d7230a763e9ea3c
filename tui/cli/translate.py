"""`enregard translate`: the English of an article, paragraph by paragraph as it comes."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

import click

from articles.errors import EnregardError
from articles.wording import _, ngettext, number
from tui.cli import options
from tui.cli.helping import with_examples

if TYPE_CHECKING:
    from articles.article import Article, Paragraph
    from articles.exporting.segments import Segments
    from articles.translation import Translation
    from tui.cli.bars import Bar

    Translations = Mapping[int, Translation]


@click.command(
    help=with_examples(
        _(
            "The English of each ARTICLE, as it comes.\n\n"
            "Paragraph by paragraph: what is remembered, else what the language pack makes. The exit code"
            " is 1 where sentences are left without English."
        ),
        "enregard translate article.txt",
        "enregard translate --tmx article.txt > article.tmx",
    )
)
@options.articles
@click.option("--tmx", is_flag=True, help=_("Print a translation memory (TMX 1.4) of all the articles."))
@options.fetch
@options.as_json
def translate(names: tuple[str, ...], tmx: bool, fetch: bool, as_json: bool) -> None:
    """Print the English of articles."""
    from articles.gathering import Failed, articles_in
    from tui.cli.saying import bar, note_fetched, tell_of_a_mended_library
    from tui.cli.working import Counting, check_choices, is_typed

    if tmx and as_json:
        raise options.Misuse(_("--tmx and --json exclude each other"))
    check_choices()
    with bar(when=not is_typed(names)) as move:
        counting = Counting(move)
        form: _Form = _Memory() if tmx else _Document() if as_json else _Paragraphs(move)
        for one in articles_in(names, counting.expect, fetches=fetch, tell=note_fetched):
            failure = (
                one.error if isinstance(one, Failed) else _failure(one, form, move, counting.translating)
            )
            with move.hidden():
                counting.count(failure)
            counting.move_on()
    form.end()
    tell_of_a_mended_library()
    counting.end()


class _Form(Protocol):
    """How translations are printed."""

    def begin(self, article: "Article") -> None:
        """An article begins."""

    def come(self, translations: "Translations") -> None:
        """So many of its sentences are translated by now."""

    def complete(self, translations: "Translations") -> None:
        """That is all that could be translated of it."""

    def end(self) -> None:
        """That was the last article."""


def _failure(
    article: "Article", form: _Form, move: "Bar", tell: Callable[[int, int], None]
) -> EnregardError | None:
    """Translate an article and print it; what went wrong."""
    from articles.language import detected_language
    from articles.streaming import Stream
    from tui.cli.saying import complain, note_another_language

    stream = Stream(article)
    translations: dict[int, Translation] = {}
    total = len(article.sentences)
    form.begin(article)
    try:
        with closing(iter(stream)) as coming:
            for some in coming:
                translations.update(some)
                form.come(translations)
                tell(len(translations), total)
    except EnregardError as error:
        return error
    with move.hidden():
        form.complete(translations)
        for trouble in stream.troubles:
            complain(trouble)
        note_another_language(article, detected_language(article.text))
    missing = total - len(translations)
    return _lack(article, missing) if missing else None


def _lack(article: "Article", missing: int) -> EnregardError:
    from articles.citing import shown_source

    what = ngettext(
        "{name}: {count} sentence has no English", "{name}: {count} sentences have no English", missing
    )
    return EnregardError(
        what.format(name=shown_source(article.source, None), count=number(missing)),
        _("enregard packs install gets a language pack"),
    )


class _Paragraphs:
    """Paragraphs for people: rows on a terminal, one line each in a pipe."""

    def __init__(self, bar: "Bar") -> None:
        self._bar = bar
        self._waiting: Iterator[tuple[Paragraph, list[int]]] = iter(())
        self._next: tuple[Paragraph, list[int]] | None = None
        self._is_first = True

    def begin(self, article: "Article") -> None:
        from tui.cli.plain_pages import paragraphs

        self._waiting = iter(paragraphs(article))
        self._next = next(self._waiting, None)

    def come(self, translations: "Translations") -> None:
        while self._next is not None and all(index in translations for index in self._next[1]):
            with self._bar.hidden():
                self._print(self._next, translations)

    def complete(self, translations: "Translations") -> None:
        while self._next is not None:
            self._print(self._next, translations)

    def end(self) -> None:
        return None

    def _print(self, paragraph: "tuple[Paragraph, list[int]]", translations: "Translations") -> None:
        from articles.article import ParagraphKind
        from articles.exporting import words
        from tui.cli.printing import is_terminal, print_lines, readable_width, rows
        from tui.cli.tables import NOT_THERE

        kind, own = paragraph[0].kind, paragraph[1]
        found = [translations.get(index) for index in own]
        english = " ".join(NOT_THERE if each is None else words.english(each) for each in found)
        if not self._is_first:
            click.echo()
        self._is_first = False
        if is_terminal():
            for row in rows(english, readable_width()):
                click.secho(row, bold=kind is ParagraphKind.HEADING)
        else:
            print_lines([english])
        self._next = next(self._waiting, None)


class _Document:
    """A JSON document for each article."""

    def __init__(self) -> None:
        self._article: Article | None = None

    def begin(self, article: "Article") -> None:
        self._article = article

    def come(self, translations: "Translations") -> None:
        return None

    def complete(self, translations: "Translations") -> None:
        from articles.document import article_part, sentences_part
        from articles.language import detected_language
        from tui.cli.printing import print_json

        assert self._article is not None
        language = detected_language(self._article.text)
        sentences = sentences_part(self._article, translations)
        print_json({"article": article_part(self._article, language), "sentences": sentences})

    def end(self) -> None:
        return None


class _Memory:
    """One translation memory of all articles, equal segments once."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._segments: Segments = {}

    def begin(self, article: "Article") -> None:
        self._article = article

    def come(self, translations: "Translations") -> None:
        return None

    def complete(self, translations: "Translations") -> None:
        from articles.complete import first_kept
        from articles.exporting import segments

        assert self._article is not None
        kept = first_kept(self._article, translations)
        segments.add(self._article, translations, kept, self._segments)

    def end(self) -> None:
        if self._article is None:
            return
        from articles.exporting import segments

        segments.write(self._segments, sys.stdout.buffer)
        sys.stdout.buffer.flush()
