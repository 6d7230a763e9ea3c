"""What is found in articles, printed one article after the other in the form that was asked for."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from tui.cli.printing import is_terminal, print_json, print_laid_out, print_lines
from tui.cli.tables import Found, heading, headline
from tui.cli.working import Done, each, tell_what_lacks

if TYPE_CHECKING:
    from rich.console import RenderableType

    from articles.many import Wanted


@dataclass(frozen=True, slots=True)
class Form:
    """How one article is printed: as JSON, as lines in a pipe, laid out on a terminal.

    `has_any` tells whether there is anything to print.
    """

    document: Callable[[Found], dict[str, Any]]
    lines: Callable[[Found], Iterator[str]]
    laid_out: "Callable[[Found], Iterator[RenderableType]]"
    has_any: Callable[[Found], bool] = lambda _found: True


def print_each(
    names: Sequence[str], wanted: "Wanted", form: Form, *, lang: str, jobs: int, fetches: bool, as_json: bool
) -> bool:
    """Print what was found: as it comes, but on a terminal all at once, so that it can be paged.

    Whether anything was found.
    """
    has_found = False

    def found(one: Done) -> Found:
        nonlocal has_found
        known = one.known
        assert known.analysis is not None
        made = Found(known.article, known.analysis, known.translations, lang, known.language)
        has_found = has_found or form.has_any(made)
        return made

    with closing(each(names, wanted, jobs=jobs, fetches=fetches)) as done:
        if as_json:
            for one in done:
                print_json(form.document(found(one)))
                tell_what_lacks([one], wanted)
        elif is_terminal():
            shown = list(done)
            print_laid_out(_laid_out(shown, form, found))
            tell_what_lacks(shown, wanted)
        else:
            for place, one in enumerate(done):
                if place:
                    click.echo()
                if one.is_one_of_several:
                    click.echo(f"{headline(one.known.article)}\n")
                print_lines(form.lines(found(one)))
                tell_what_lacks([one], wanted)
    return has_found


def _laid_out(done: Sequence[Done], form: Form, found: Callable[[Done], Found]) -> "Iterator[RenderableType]":
    for place, one in enumerate(done):
        if place:
            yield ""
        if one.is_one_of_several:
            yield heading(one.known.article)
            yield ""
        yield from form.laid_out(found(one))
