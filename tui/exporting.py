"""Writing the article that is being read to a file."""

import re
from collections.abc import Callable
from pathlib import Path

from articles import atomic
from articles.errors import EnregardError
from articles.exporting import Format, format_of, written_as
from articles.language import detected_language
from articles.wording import _
from tui.state import ReaderState

_LONGEST_NAME = 60
"""Characters."""


def suggested(state: ReaderState) -> str:
    """A name for the file: the title, in letters that every system takes."""
    words = re.sub(r"[^\w’'-]+", "-", state.article.title).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{words or 'article'}.html"


def target(given: str) -> tuple[Path, Format]:
    """The file that was named, and what it is to be written as.

    Raises EnregardError where its name does not say.
    """
    path = Path(given).expanduser()
    form = format_of(path)
    if form is None:
        raise EnregardError(
            _("{path} does not say what it is to be").format(path=path),
            _("end its name in .html, .md, .json or .tmx"),
        )
    return path, form


def export(state: ReaderState, path: Path, form: Format, tell: Callable[[str], None]) -> None:
    """Write the article with what is known of it; tells how that went."""
    try:
        language = detected_language(state.article.text)
        data = written_as(form, state.article, state.analysis, state.translations, language=language)
        with atomic.written(path) as file:
            file.write(data)
    except EnregardError as error:
        tell(str(error))
    else:
        tell(_("Written to {path}.").format(path=path))
