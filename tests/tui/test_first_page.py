"""The first page stands where Textual paints the same words: nothing moves when it takes over."""

import re
from pathlib import Path

import pytest

from articles import paths
from articles.annotations import Analysis, RankedSentence
from articles.article import Article
from articles.choices import Choices
from articles.opening import open_article
from articles.recalling import Recalled
from articles.translation import Translation
from tests.tui.pilot import page, until
from tests.tui.pilot import rows as shown_rows
from tui.app import EnregardApp
from tui.colours import DARK, INKS, Palette
from tui.first_page.rows import rows
from tui.layout.wrap import cells
from tui.settings import MEASURE, Settings

SAMPLE = sorted(paths.samples().glob("*.txt"))[0]
SUMMARISED = Analysis("", "", (), (), tuple(RankedSentence(place, 1.0) for place in (2, 5, 16)))
WELCOMED = Choices(is_welcomed=True)

_SEQUENCE = re.compile(r"\x1b\[[\d;]*m")
_HEADS = 3


def plain(
    article: Article,
    known: Recalled,
    size: tuple[int, int],
    *,
    chosen: Choices = WELCOMED,
    note: str = "",
    palette: Palette | None = DARK,
) -> list[str]:
    """The first page without its colours."""
    painted = rows(article, known, chosen, MEASURE, size, palette, note)
    return [_SEQUENCE.sub("", row) for row in painted]


def known_at(article: Article, sentence: int, analysis: Analysis | None = None) -> Recalled:
    """Every other sentence has an English that is longer than its French."""
    english = {
        index: Translation(f"{article.words(index)} {'more words ' * 9}", "by hand")
        for index in range(0, len(article.sentences), 2)
    }
    return Recalled(sentence, english, analysis)


class Still:
    """A reading in which nothing happens."""

    job = 0
    is_shelved = True

    def start(self) -> None:
        """Nothing."""

    def look_at(self, sentence: int) -> None:
        """Nothing."""

    def at(self, sentence: int, read_to: int | None = None) -> None:
        """Nothing."""

    def close(self, timeout: float = 0) -> None:
        """Nothing."""


@pytest.mark.parametrize("size", [(140, 40), (100, 30), (80, 24), (60, 20), (220, 60)], ids=str)
@pytest.mark.parametrize(
    ("chosen", "place"),
    [
        (WELCOMED, 0),
        (WELCOMED, 14),
        (WELCOMED, -1),
        (Choices(), 0),
        (Choices(pane="quotes", is_welcomed=True), 9),
        (Choices(pane="summary", pane_width=60, is_welcomed=True), 0),
    ],
    ids=["start", "middle", "end", "welcome", "pane", "wide pane"],
)
async def test_the_page_stands_where_textual_paints_it(
    tmp_path: Path, size: tuple[int, int], chosen: Choices, place: int
) -> None:
    article = open_article(SAMPLE)
    known = known_at(article, range(len(article.sentences))[place], SUMMARISED)
    settings = Settings(choices=chosen, library=tmp_path / "library.sqlite")
    app = EnregardApp(article, lambda *_given: Still(), settings, known=known)  # type: ignore[arg-type]
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: page(pilot).size.height)
        there = shown_rows(pilot)
        width = page(pilot).size.width
    painted = plain(article, known, size, chosen=chosen)
    ours = [row[:width].rstrip() for row in painted[_HEADS : _HEADS + len(there)]]
    assert ours == there
    assert len(painted) == size[1]
    assert {cells(row) for row in painted} == {size[0]}


def test_every_row_is_as_wide_as_the_terminal_whatever_stands_in_it(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text(
        "日本語 " * 40 + "\n\n" + "e\u0301\u0302\u0303 " * 90 + "\n\n\tTab\tulé, l’œuvre 👩‍👩‍👧 « là »."
    )
    painted = plain(open_article(file), Recalled(), (90, 24), note="opening…")
    assert {cells(row) for row in painted} == {90}
    assert painted[0].endswith("opening… ")


def test_without_colours_words_are_bold_and_italic_alone() -> None:
    article = open_article(SAMPLE)
    painted = "".join(rows(article, Recalled(), WELCOMED, MEASURE, (100, 30), None, ""))
    assert set(_SEQUENCE.findall(painted)) <= {"\x1b[0m", "\x1b[1m", "\x1b[3m", "\x1b[4m"}
    assert "\x1b[1m" in painted


def test_inks_are_the_colours_of_the_theme() -> None:
    article = open_article(SAMPLE)
    painted = "".join(rows(article, Recalled(), WELCOMED, MEASURE, (100, 30), DARK, ""))
    red, green, blue = bytes.fromhex(DARK.colour(INKS["heading"].colour)[1:])
    assert f"\x1b[38;2;{red};{green};{blue};48;2;" in painted
