"""What is found in articles, printed one article after the other in the form that was asked for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from tui.cli.printing import is_terminal, print_json, print_laid_out, print_lines
from tui.cli.tables import Found, heading, headline
from tui.cli.working import Done, each

if TYPE_CHECKING:
    from rich.console import RenderableType

    from articles.many import Wanted


@dataclass(frozen=True, slots=True)
class Form:
    """How one article is printed: as JSON, as lines in a pipe, laid out on a terminal."""

    document: Callable[[Found], dict[str, Any]]
    lines: Callable[[Found], Iterator[str]]
    laid_out: "Callable[[Found], Iterator[RenderableType]]"


def print_each(
    names: Sequence[str], wanted: "Wanted", form: Form, *, lang: str, jobs: int, fetches: bool, as_json: bool
) -> None:
    """Print what was found: as it comes, but on a terminal all at once, so that it can be paged."""
    with closing(each(names, wanted, jobs=jobs, fetches=fetches, streams=as_json)) as done:
        if as_json:
            for one in done:
                print_json(form.document(_found(one, lang)))
        elif is_terminal():
            print_laid_out(list(_laid_out(done, form, lang)))
        else:
            _print_lines(done, form, lang)


def _found(one: Done, lang: str) -> Found:
    known = one.known
    assert known.analysis is not None
    return Found(known.article, known.analysis, known.translations, lang, known.language)


def _laid_out(done: Iterator[Done], form: Form, lang: str) -> "Iterator[RenderableType]":
    for place, one in enumerate(done):
        if place:
            yield ""
        if one.is_one_of_several:
            yield heading(one.known.article)
            yield ""
        yield from form.laid_out(_found(one, lang))


def _print_lines(done: Iterator[Done], form: Form, lang: str) -> None:
    for place, one in enumerate(done):
        if place:
            click.echo()
        if one.is_one_of_several:
            click.echo(f"{headline(one.known.article)}\n")
        print_lines(form.lines(_found(one, lang)))
