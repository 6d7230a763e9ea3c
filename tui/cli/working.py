"""From the names on the command line to articles with what is known of them, one after the other."""

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.wording import _, ngettext, number
from tui.cli.saying import (
    bar,
    complain,
    note,
    note_another_language,
    note_fetched,
    note_what_lacks,
    tell_of_a_mended_library,
)

if TYPE_CHECKING:
    from articles.complete import Completed
    from articles.many import Wanted
    from tui.cli.bars import Bar

_MOST_A_PROCESSOR = 4
"""Worker processes, each of which holds a model."""


@dataclass(frozen=True, slots=True)
class Done:
    """An article that is done, and whether it is one of several."""

    known: "Completed"
    is_one_of_several: bool


def each(
    names: Sequence[str], wanted: "Wanted", *, jobs: int = 1, fetches: bool = False
) -> Generator[Done, None, None]:
    """The articles in order; what fails is complained of, and raises once the others are done.

    Ends with a count on standard error where there are several.
    """
    from articles.gathering import Failed, articles_in
    from articles.many import worked_through

    if wanted.translate:
        check_choices()
    with bar(when=not is_typed(names)) as move:
        counting = Counting(move)
        found = articles_in(names, counting.expect, fetches=fetches, tell=note_fetched)
        completing = replace(wanted, language=True)
        results = worked_through(found, completing, jobs=_workers(jobs), tell=counting.translating)
        with closing(results):
            for result in results:
                with move.hidden():
                    if isinstance(result, Failed):
                        counting.count(result.error)
                    else:
                        counting.count(None)
                        _warn(result)
                        yield Done(result, counting.expected > 1)
                counting.move_on()
    tell_of_a_mended_library()
    counting.end()


def check_choices() -> None:
    """Raises EnregardError where the configuration is wrong, before anything is begun."""
    from articles import config, paths

    config.load(paths.config_file())


def is_typed(names: Sequence[str]) -> bool:
    """Whether one of several articles is typed on the terminal, on which nothing else may be drawn."""
    return len(names) > 1 and "-" in names and sys.stdin is not None and sys.stdin.isatty()


def tell_what_lacks(done: Sequence[Done], wanted: "Wanted") -> None:
    """Say how many sentences have no English, where it was to be made."""
    if wanted.translate:
        note_what_lacks(sum(one.known.untranslated for one in done))


def _workers(jobs: int) -> int:
    """How many processes analyse: as many as asked for, 0 being one a processor, within reason."""
    processors = os.cpu_count() or 1
    return min(jobs or processors, _MOST_A_PROCESSOR * processors)


def _warn(known: "Completed") -> None:
    for trouble in known.troubles:
        complain(trouble)
    note_another_language(known.article, known.language)


class Counting:
    """How many articles there are, how many are done, and what the others failed of; `move` moves a bar."""

    def __init__(self, move: "Bar") -> None:
        self.expected = 0
        self._move = move
        self._done = 0
        self._failures: list[EnregardError] = []

    def expect(self, count: int) -> None:
        """There are so many articles in all, as far as known."""
        self.expected = count
        self.move_on()

    def move_on(self) -> None:
        """Show how many of several articles are behind."""
        if self.expected > 1:
            self._move(_("Articles"), self._done + len(self._failures), self.expected)

    def translating(self, done: int, total: int) -> None:
        """Show how many sentences of the only article are translated."""
        if self.expected == 1:
            self._move(_("Translating"), done, total)

    def count(self, failure: EnregardError | None) -> None:
        """One more is done, or has failed; of several, each failure is complained of at once."""
        if failure is None:
            self._done += 1
            return
        self._failures.append(failure)
        if self.expected > 1:
            complain(str(failure))

    def end(self) -> None:
        """Say how many were done; raises EnregardError when some were not."""
        if self.expected == 1 and self._failures:
            raise self._failures[0]
        said = ngettext("{count} article is done", "{count} articles are done", self._done)
        said = said.format(count=number(self._done))
        if self._failures:
            failed = len(self._failures)
            what = ngettext("{done}, {count} has failed", "{done}, {count} have failed", failed)
            raise EnregardError(what.format(done=said, count=number(failed)), _("the lines above say why"))
        if self.expected > 1:
            note(said)
