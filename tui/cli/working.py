"""From the names on the command line to articles with what is known of them, one after the other."""

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.errors import EnregardError
from articles.wording import _, ngettext, number
from tui.cli.printing import is_terminal
from tui.cli.saying import bar, complain, note, note_fetched

if TYPE_CHECKING:
    from articles.complete import Completed
    from articles.many import Wanted


@dataclass(frozen=True, slots=True)
class Done:
    """An article that is done, and whether it is one of several."""

    known: "Completed"
    is_one_of_several: bool


def each(
    names: Sequence[str], wanted: "Wanted", *, jobs: int = 1, fetches: bool = False, streams: bool = False
) -> Generator[Done, None, None]:
    """The articles in order; what fails is complained of, and raises once the others are done.

    What is fetched is told, and there is a count in the end where there are several, both on standard error.
    `fetches` says that the pages of a feed's entries are fetched. `streams` says that what comes is printed
    at once, so that a bar would stand in its way on a terminal.
    """
    from articles.gathering import Failed, articles_in
    from articles.many import worked_through

    counting = Counting()
    with bar(when=not (streams and is_terminal())) as move:

        def tell(done: int, total: int) -> None:
            if counting.expected == 1:
                move(_("Translating"), done, total)

        found = articles_in(names, counting.expect, fetches=fetches, tell=note_fetched)
        results = worked_through(found, wanted, jobs=jobs or os.cpu_count() or 1, tell=tell)
        with closing(results):
            for result in results:
                if isinstance(result, Failed):
                    counting.count(result.error)
                else:
                    counting.count(None)
                    _warn(result)
                    yield Done(result, counting.expected > 1)
                if counting.expected > 1:
                    move(_("Articles"), counting.counted, counting.expected)
    counting.end()


def _warn(known: "Completed") -> None:
    for trouble in known.troubles:
        complain(trouble)


class Counting:
    """How many articles there are, how many are done, and what the others failed of."""

    def __init__(self) -> None:
        self.expected = 0
        self._done = 0
        self._failures: list[EnregardError] = []

    @property
    def counted(self) -> int:
        """How many articles are behind."""
        return self._done + len(self._failures)

    def expect(self, count: int) -> None:
        """There are so many articles in all, as far as known."""
        self.expected = count

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
