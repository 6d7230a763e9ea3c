"""Translating ahead: it goes through what waits, stops at once, and goes on where it was."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import EnregardError
from articles.library import ahead
from articles.library.ahead import Progress, translate_ahead
from articles.opening import article_of
from articles.store import database, memory, queue, removals, shelves
from articles.store.search import search
from articles.translation import BY_HAND, Segment, Translation, Translator

WAIT = 20


class Shouting:
    """A translator that shouts; it can fail, or hold after some sentences until it is let go."""

    origin = "argos fr-en 1.9"

    def __init__(self, *, holds_after: int | None = None, error: Exception | None = None) -> None:
        self.asked: list[str] = []
        self.said = 0
        self.holding = threading.Event()
        self.let_go = threading.Event()
        self._holds_after = holds_after
        self._error = error

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        self.asked += sentences
        for index, sentence in enumerate(sentences):
            if self.said == self._holds_after:
                self.holding.set()
                self.let_go.wait(WAIT)
                if self._error is not None:
                    raise self._error
            if stop.is_set():
                return
            yield index, sentence.upper()
            self.said += 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def shelve(file: Path, count: int) -> list[Article]:
    """Articles of two sentences, all waiting."""
    articles = [
        article_of(f"Le pont {n} est fermé. Le maire {n} parle.", source=f"{n}.txt", name=str(n))
        for n in range(count)
    ]
    with database.opened(file) as connection:
        for article in articles:
            shelves.add(connection, article)
        queue.enqueue(connection, [article.id for article in articles])
    return articles


def run(
    file: Path,
    translator: Translator | None,
    tell: Callable[[Progress], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> Progress:
    return translate_ahead(file, lambda: translator, tell, stop or threading.Event(), threading.Event())


def waiting(file: Path) -> int:
    with database.opened(file) as connection:
        return queue.length(connection)


def known(file: Path, *sentences: str) -> list[str]:
    with database.opened(file) as connection:
        return [found.english for found in memory.look_up(connection, sentences).values()]


def test_everything_that_waits_is_translated_remembered_and_found(file: Path) -> None:
    articles = shelve(file, 3)
    heard: list[Progress] = []
    assert run(file, Shouting(), heard.append) == Progress(3, 3, 6)
    assert heard[0] == Progress(0, 3, 0)
    assert heard[-1] == Progress(3, 3, 6)
    assert known(file, "Le pont 1 est fermé.", "Le maire 2 parle.") == [
        "LE PONT 1 EST FERMÉ.",
        "LE MAIRE 2 PARLE.",
    ]
    with database.opened(file) as connection:
        [hit] = search(connection, "MAIRE 2 PARLE")
    assert (hit.entry.id, hit.english) == (articles[2].id, "LE MAIRE 2 PARLE.")
    assert waiting(file) == 0


def test_only_what_lacks_english_from_this_pack_is_translated(file: Path) -> None:
    shelve(file, 2)
    with database.opened(file) as connection:
        for words, origin in (
            ("Le pont 0 est fermé.", BY_HAND),
            ("Le maire 0 parle.", "argos fr-en 1.9"),
            ("Le pont 1 est fermé.", "argos fr-en 1.8"),
        ):
            memory.remember(connection, [Segment(words, Translation("known", origin))])
    translator = Shouting()
    run(file, translator)
    assert translator.asked == ["Le pont 1 est fermé.", "Le maire 1 parle."]
    assert waiting(file) == 0


def test_english_known_from_elsewhere_is_found_too(file: Path) -> None:
    shelve(file, 1)
    with database.opened(file) as connection:
        for words, english in (("Le pont 0 est fermé.", "The bridge"), ("Le maire 0 parle.", "The mayor")):
            memory.remember(connection, [Segment(words, Translation(english, BY_HAND))])
        assert search(connection, "bridge") == []
    assert run(file, Shouting()) == Progress(1, 1, 0)
    with database.opened(file) as connection:
        assert len(search(connection, "bridge")) == 1


def test_nothing_waits_needs_no_pack(file: Path) -> None:
    assert run(file, None) == Progress(0, 0, 0)


def test_without_a_pack_one_line_says_so_and_all_goes_on_waiting(file: Path) -> None:
    shelve(file, 2)
    with pytest.raises(EnregardError, match="enregard packs install"):
        run(file, None)
    assert waiting(file) == 2


def test_stopped_it_keeps_what_is_done_and_goes_on_from_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_SAVE_EVERY", 60.0)
    shelve(file, 4)
    translator, stop = Shouting(holds_after=3), threading.Event()
    ended: list[Progress] = []
    worker = threading.Thread(target=lambda: ended.append(run(file, translator, stop=stop)))
    worker.start()
    assert translator.holding.wait(WAIT)
    stop.set()
    worker.join(WAIT)
    assert ended == [Progress(1, 4, 3)]
    assert not translator.let_go.is_set()
    translator.let_go.set()
    rest = Shouting()
    assert run(file, rest) == Progress(3, 3, 5)
    assert rest.asked[0] == "Le maire 1 parle."


def test_an_engine_that_fails_costs_only_what_it_had_not_done(file: Path) -> None:
    shelve(file, 3)
    translator = Shouting(holds_after=2, error=RuntimeError("out of memory"))
    translator.let_go.set()
    with pytest.raises(EnregardError, match="out of memory"):
        run(file, translator)
    assert waiting(file) == 2
    assert known(file, "Le maire 0 parle.") == ["LE MAIRE 0 PARLE."]


def test_paused_it_waits_and_resumed_it_goes_on(file: Path) -> None:
    shelve(file, 3)
    translator, stop, pause = Shouting(), threading.Event(), threading.Event()
    pause.set()
    ended: list[Progress] = []
    first = threading.Event()

    def tell(progress: Progress) -> None:
        if progress.sentences:
            first.set()

    def work() -> None:
        ended.append(translate_ahead(file, lambda: translator, tell, stop, pause))

    worker = threading.Thread(target=work)
    worker.start()
    assert first.wait(WAIT)
    assert translator.said == 0
    pause.clear()
    worker.join(WAIT)
    assert ended == [Progress(3, 3, 6)]


def test_few_articles_are_at_work_at_a_time(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_SENTENCES_AT_ONCE", 5)
    shelve(file, 7)
    sizes: list[int] = []

    class Measured(Shouting):
        def translate(
            self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
        ) -> Iterator[tuple[int, str]]:
            sizes.append(len(sentences))
            return super().translate(sentences, focus=focus, stop=stop)

    run(file, Measured())
    assert sizes == [4, 4, 4, 2]


def test_an_article_larger_than_the_measure_is_not_left_out(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_SENTENCES_AT_ONCE", 1)
    shelve(file, 2)
    assert run(file, Shouting()) == Progress(2, 2, 4)


def test_an_article_that_is_removed_meanwhile_is_passed_over(file: Path) -> None:
    articles = shelve(file, 3)
    translator = Shouting(holds_after=1)
    ended: list[Progress] = []
    worker = threading.Thread(target=lambda: ended.append(run(file, translator)))
    worker.start()
    assert translator.holding.wait(WAIT)
    with database.opened(file) as connection:
        removals.remove(connection, articles[1].id)
    translator.let_go.set()
    worker.join(WAIT)
    assert len(ended) == 1
    assert waiting(file) == 0


def test_sentences_that_a_translator_leaves_out_are_not_asked_for_ever(file: Path) -> None:
    shelve(file, 2)

    class Silent(Shouting):
        def translate(
            self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
        ) -> Iterator[tuple[int, str]]:
            return iter(())

    assert run(file, Silent()).done == 2
