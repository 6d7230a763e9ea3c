"""Everything known about an article at once: remembered, or made and remembered."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from articles import analysing, paths
from articles.annotations import Analysis
from articles.article import Article
from articles.complete import completed, first_kept
from articles.errors import EnregardError
from articles.opening import article_of, open_article
from articles.store import database, memory
from articles.translation import BY_HAND, Segment, Translation

TEXT = "Le chat dort. Le chien mange.\n\nLe maire parle."

PACK = "argos fr-en 1.9"


class Upper:
    """A translator that answers in capitals; after `breaks_after` sentences it breaks."""

    origin = PACK

    def __init__(self, breaks_after: int | None = None) -> None:
        self.asked: list[str] = []
        self._breaks_after = breaks_after

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        self.asked = list(sentences)
        for index, sentence in enumerate(sentences):
            if index == self._breaks_after:
                raise RuntimeError("out of memory")
            yield index, sentence.upper()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def article(text: str = TEXT) -> Article:
    return article_of(text, source="somewhere", name="article")


def analysed(opened: Article, library: Path) -> Analysis:
    """An analysis of the article, made by hand and kept."""
    found = Analysis(opened.id, "1", (), (), ())
    return analysing.analysed(opened, lambda _: found, library)


def test_what_is_known_is_taken_and_the_rest_is_made_and_remembered(library: Path) -> None:
    opened = article()
    by_hand = Translation("The dog is eating.", BY_HAND)
    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chien mange.", by_hand)])
    engine = Upper()
    known = completed(opened, analyse=False, library=library, find_translator=lambda: engine)
    assert engine.asked == ["Le chat dort.", "Le maire parle."]
    assert known.translations == {
        0: Translation("LE CHAT DORT.", PACK),
        1: by_hand,
        2: Translation("LE MAIRE PARLE.", PACK),
    }
    assert (known.untranslated, known.troubles) == (0, ())
    again = Upper()
    assert completed(opened, analyse=False, library=library, find_translator=lambda: again) == known
    assert again.asked == []


def test_without_translating_there_is_what_is_known(library: Path) -> None:
    def never() -> Upper:
        raise AssertionError

    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chat dort.", Translation("The cat sleeps.", PACK))])
    known = completed(article(), translate=False, analyse=False, library=library, find_translator=never)
    assert known.translations == {0: Translation("The cat sleeps.", PACK)}
    assert known.untranslated == 2


def test_without_a_pack_what_has_no_english_is_counted(library: Path) -> None:
    known = completed(article(), analyse=False, library=library)
    assert (known.translations, known.untranslated, known.troubles) == ({}, 3, ())


def test_a_remembered_analysis_is_given(library: Path) -> None:
    opened = article()
    found = analysed(opened, library)
    assert completed(opened, translate=False, library=library).analysis == found
    assert completed(opened, translate=False, analyse=False, library=library).analysis is None


@pytest.mark.slow
def test_an_analysis_is_made_and_kept(library: Path) -> None:
    opened = article(
        "« Le pont tient », affirme Jeanne Dumoulin, ingénieure. Jeanne Dumoulin est sûre d’elle."
    )
    known = completed(opened, translate=False, library=library)
    assert known.analysis is not None
    assert [quote.speaker for quote in known.analysis.quotes] == ["Jeanne Dumoulin"]
    assert known.language == "fr"
    kept = analysing.analysed(opened, lambda _: pytest.fail("it was not kept"), library)
    assert kept == known.analysis


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            EnregardError("the analysis failed (no model)", "quotes are missing"),
            "the analysis failed (no model): quotes are missing",
        ),
        (RuntimeError("no model"), "something went wrong (RuntimeError: no model)"),
    ],
)
def test_an_analysis_that_fails_is_a_trouble_and_spoils_nothing(
    library: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    from articles.analysis.client import Analyser

    def fail(_: Analyser, __: Article) -> Analysis:
        raise error

    monkeypatch.setattr(Analyser, "analyse", fail)
    known = completed(article(), library=library, find_translator=Upper)
    assert known.analysis is None
    assert known.troubles == (told,)
    assert known.untranslated == 0


def test_progress_is_told_up_to_the_end(library: Path) -> None:
    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chien mange.", Translation("The dog eats.", BY_HAND))])
    told: list[tuple[int, int]] = []
    completed(
        article(),
        analyse=False,
        library=library,
        find_translator=Upper,
        tell=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_an_engine_that_breaks_is_one_message_and_keeps_what_it_made(library: Path) -> None:
    with pytest.raises(EnregardError, match="out of memory"):
        completed(article(), analyse=False, library=library, find_translator=lambda: Upper(breaks_after=1))
    with database.opened(library) as connection:
        assert list(memory.look_up(connection, ["Le chat dort.", "Le chien mange."])) == [0]


def test_a_pack_that_cannot_be_looked_for_is_one_message(library: Path) -> None:
    def fail() -> Upper:
        raise FileNotFoundError("no home")

    with pytest.raises(EnregardError, match="no home"):
        completed(article(), analyse=False, library=library, find_translator=fail)


def test_a_library_that_cannot_be_used_is_a_trouble_and_spoils_nothing(library: Path) -> None:
    library.mkdir()
    known = completed(article(), analyse=False, library=library, find_translator=Upper)
    assert known.untranslated == 0
    assert len(known.troubles) == 1
    assert str(library) in known.troubles[0]


@pytest.mark.parametrize("sample", sorted(paths.samples().glob("*.txt")), ids=lambda path: path.stem)
def test_bundled_articles_have_their_english(sample: Path, library: Path) -> None:
    known = completed(open_article(str(sample)), analyse=False, library=library)
    assert known.untranslated == 0
    assert {found.origin for found in known.translations.values()} == {BY_HAND}


def test_when_a_translation_was_first_kept(library: Path) -> None:
    opened = article("Le chat dort. Le chien mange. Le\u00a0chat dort.")
    english = {
        0: Translation("The cat sleeps.", PACK),
        1: Translation("The dog eats.", BY_HAND),
        2: Translation("The cat sleeps.", PACK),
    }
    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chat dort.", english[0])])
        (stored,) = memory.segments(connection)
    assert first_kept(opened, english, library) == {0: stored.created, 2: stored.created}


def test_of_dates_no_more_is_read_than_of_the_article(library: Path) -> None:
    opened = article("Le chat dort.")
    english = {0: Translation("The cat sleeps.", PACK)}
    with database.opened(library) as connection:
        memory.remember(
            connection, [Segment("Le chat dort.", english[0]), Segment("Il rêve.", Translation("Hm.", PACK))]
        )
        connection.execute("UPDATE segments SET source = CAST(x'ff' AS TEXT) WHERE key = 'Il rêve.'")
    assert list(first_kept(opened, english, library)) == [0]


def test_without_a_library_nothing_is_known_of_dates(library: Path) -> None:
    library.mkdir()
    assert first_kept(article(), {0: Translation("The cat sleeps.", PACK)}, library) == {}
