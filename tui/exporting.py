"""Writing the article that is being read to a file."""

import os
import re
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from articles import atomic
from articles.canonical import one_line
from articles.errors import EnregardError, in_words
from articles.exporting import Format, format_named, written_as
from articles.language import detected_language
from articles.wording import _, ngettext, number, reason
from tui.bridge import sayer
from tui.state import ReaderState

if TYPE_CHECKING:
    from textual.app import App

EXPORTING = "exporting"
"""The name of threads in which an article is written to a file."""

_LONGEST_NAME = 60
"""Characters."""


def ask(app: "App[object]", state: ReaderState) -> None:
    """Ask for a file, and write the article to it in the background; how that went is said by `app`."""
    from tui.screens.confirm import ConfirmScreen
    from tui.screens.prompt import PromptScreen

    def named(given: str | None) -> None:
        if not given:
            return
        path, form = target(given)

        def write(agreed: bool | None) -> None:
            if agreed:
                work = partial(export, state, path, form, sayer(app))
                threading.Thread(target=work, name=EXPORTING, daemon=True).start()

        if path.exists():
            question = _("{path} is there already.\n\nOverwrite it?").format(path=path)
            app.push_screen(ConfirmScreen(question), write)
        else:
            write(True)

    hint = _("A bilingual page (.html), Markdown (.md), JSON (.json) or a translation memory (.tmx).")
    app.push_screen(PromptScreen(_("Export to"), hint, suggested(state), complaint), named)


def complaint(given: str) -> str:
    """What is wrong with the name of a file to write to; nothing where it can be written to."""
    try:
        target(given)
    except EnregardError as error:
        return str(error) if given else ""
    return ""


def suggested(state: ReaderState) -> str:
    """A name for the file: the title, in letters that every system takes."""
    words = re.sub(r"[^\w’'-]+", "-", state.article.title).strip("-")
    whole = words[: _LONGEST_NAME + 1].rpartition("-")[0] if len(words) > _LONGEST_NAME else words
    return f"{whole or words[:_LONGEST_NAME] or 'article'}.html"


def target(given: str) -> tuple[Path, Format]:
    """The file that was named, and what it is to be written as.

    Raises EnregardError where its name does not say, or there can be no such file.
    """
    try:
        path = Path(given).expanduser()
        is_folder = path.is_dir()
        path.stat()
    except FileNotFoundError:
        is_folder = False
    except (OSError, ValueError, RuntimeError) as error:
        what = _("{path} cannot be written ({reason})").format(path=one_line(given), reason=reason(error))
        raise EnregardError(what, _("choose another place")) from error
    if not is_folder and not os.access(path.parent, os.W_OK):
        if path.parent.is_dir():
            what = _("nothing can be written into the folder {path}")
        else:
            what = _("there is no folder {path}")
        where = one_line(str(path.parent))
        raise EnregardError(what.format(path=where), _("choose another place"))
    if is_folder:
        raise EnregardError(_("{path} is a folder").format(path=one_line(given)), _("name a file in it"))
    return path, format_named(path)


def export(state: ReaderState, path: Path, form: Format, tell: Callable[[str], None]) -> None:
    """Write the article with what is known of it; tells how that went."""
    try:
        language = detected_language(state.article.text)
        data = written_as(form, state.article, state.analysis, state.translations, language=language)
        with atomic.written(path, private=False) as file:
            file.write(data)
    except Exception as error:
        tell(in_words(error))
    else:
        tell(" ".join([_("Written to {path}.").format(path=one_line(str(path))), *_lacking(state)]))


def _lacking(state: ReaderState) -> list[str]:
    """What was not there yet when the article was written."""
    lacking = []
    if (left := state.total - len(state.translations)) > 0:
        said = ngettext("{count} sentence has no English.", "{count} sentences have no English.", left)
        lacking.append(said.format(count=number(left)))
    if state.analysis is None:
        lacking.append(_("Summary, quotes and actors are not in it: they are not known yet."))
    return lacking
