"""A reading: memory first, then the engine; every fact told once, nothing lost."""

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from articles import events, paths
from articles.article import Article
from articles.engine import installed_translator
from articles.errors import EnregardError
from articles.opening import article_of, open_article
from articles.reading import Reading
from articles.store import database, memory, shelves
from articles.store.search import search
from articles.store.shelves import Entry, State
from articles.translating import packs
from articles.translating.installing import install_from_file
from articles.translation import BY_HAND, Segment, Translation

TEXT = "Le chat dort.\n\nLe chien mange. Le maire parle."


class Upper:
    """A translator that shouts; it can be held back and it can fail."""

    origin = "argos fr-en 1.9"

    def __init__(self, *, error: Exception | None = None, endless: bool = False) -> None:
        self.error = error
        self.endless = endless
        self.asked: list[str] = []

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
    ) -> Iterator[tuple[int, str]]:
        self.asked = list(sentences)
        for index, sentence in enumerate(sentences):
            if self.error is not None and index == 1:
                raise self.error
            yield index, sentence.upper()
        if self.endless:
            stop.wait(30)


class Heard:
    """What a reading tells, waited for."""

    def __init__(self) -> None:
        self.events: list[events.Event] = []
        self._changed = threading.Condition()

    def __call__(self, event: events.Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def edits(self, count: int) -> list[events.SentencesEdited]:
        """The first `count` edits that were told."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self._edits()) >= count, timeout=20)
            return self._edits()

    def failure(self) -> str:
        """The first failure that is told."""
        with self._changed:
            assert self._changed.wait_for(self._failures, timeout=20)
            return self._failures()[0]

    def _failures(self) -> list[str]:
        return [event.message for event in self.events if isinstance(event, events.JobFailed)]

    def _edits(self) -> list[events.SentencesEdited]:
        return [event for event in self.events if isinstance(event, events.SentencesEdited)]


def article(text: str = TEXT) -> Article:
    return article_of(text, source="somewhere", name="article")


def told(
    opened: Article, translator: Upper | None, library: Path, *, close: bool = True
) -> tuple[list[events.Event], dict[int, Translation]]:
    """Everything a reading tells until it has ended."""
    heard: list[events.Event] = []
    ended = threading.Event()

    def tell(event: events.Event) -> None:
        heard.append(event)
        if isinstance(event, events.TranslationEnded):
            ended.set()

    reading = Reading(opened, tell, library=library, find_translator=lambda: translator)
    reading.start()
    assert ended.wait(20)
    reading.close()
    found: dict[int, Translation] = {}
    for event in heard:
        assert event.job == reading.job
        if isinstance(event, events.SentencesTranslated):
            found.update(event.translations)
    return heard, found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def test_the_engine_translates_what_the_memory_does_not_know(library: Path) -> None:
    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chien mange.", Translation("The dog is eating.", BY_HAND))])
    translator = Upper()
    _, found = told(article(), translator, library)
    assert translator.asked == ["Le chat dort.", "Le maire parle."]
    assert found == {
        0: Translation("LE CHAT DORT.", Upper.origin),
        1: Translation("The dog is eating.", BY_HAND),
        2: Translation("LE MAIRE PARLE.", Upper.origin),
    }


def test_what_was_translated_once_is_remembered(library: Path) -> None:
    told(article(), Upper(), library)
    again = Upper()
    _, found = told(article(), again, library)
    assert again.asked == []
    assert [found[i].english for i in range(3)] == ["LE CHAT DORT.", "LE CHIEN MANGE.", "LE MAIRE PARLE."]


def test_a_newer_pack_translates_anew_what_an_older_one_did(library: Path) -> None:
    with database.opened(library) as connection:
        memory.remember(connection, [Segment("Le chat dort.", Translation("old", "argos fr-en 1.8"))])
    _, found = told(article(), Upper(), library)
    assert found[0] == Translation("LE CHAT DORT.", Upper.origin)


def test_without_a_pack_what_is_known_is_shown_and_the_lack_is_told(library: Path) -> None:
    heard, found = told(article(), None, library)
    assert found == {}
    assert any(isinstance(event, events.PackMissing) for event in heard)


def test_no_lack_is_told_where_everything_is_known(library: Path) -> None:
    told(article(), Upper(), library)
    heard, found = told(article(), None, library)
    assert len(found) == 3
    assert not any(isinstance(event, events.PackMissing) for event in heard)


def test_an_engine_that_breaks_is_one_message_and_keeps_what_it_made(library: Path) -> None:
    heard, found = told(article(), Upper(error=RuntimeError("out of memory")), library)
    assert list(found) == [0]
    with database.opened(library) as connection:
        assert list(memory.look_up(connection, ["Le chat dort.", "Le chien mange."])) == [0]
    assert isinstance(heard[-1], events.TranslationEnded | events.JobFailed)


def test_a_reader_is_told_why_the_engine_broke(library: Path) -> None:
    heard = Heard()
    broken = Upper(error=RuntimeError("out of memory"))
    reading = Reading(article(), heard, library=library, find_translator=lambda: broken)
    reading.start()
    assert heard.failure() == "something went wrong (RuntimeError: out of memory)"
    reading.close()


def test_a_pack_that_cannot_be_looked_for_is_told_and_ends(library: Path) -> None:
    def fail() -> Upper:
        raise FileNotFoundError("no home")

    heard = Heard()
    reading = Reading(article(), heard, library=library, find_translator=fail)
    reading.start()
    assert heard.failure() == "something went wrong (FileNotFoundError: no home)"
    assert any(isinstance(event, events.TranslationEnded) for event in heard.events)
    reading.close()


def test_what_cannot_be_kept_is_shown_all_the_same(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise EnregardError("the library cannot be used (disk full)")

    monkeypatch.setattr(memory, "remember", full)
    heard, found = told(article(), Upper(), library)
    assert len(found) == 3
    assert len([event for event in heard if isinstance(event, events.JobFailed)]) == 1


def test_bundled_articles_have_their_english_without_a_library(library: Path) -> None:
    library.write_bytes(b"no database" * 500)
    opened = open_article(str(min(paths.samples().glob("*.txt"))))
    _, found = told(opened, None, library)
    assert len(found) == len(opened.sentences)


def test_a_damaged_library_is_told_and_translation_goes_on(library: Path) -> None:
    library.write_bytes(b"no database" * 500)
    heard: list[events.Event] = []
    ended = threading.Event()

    def tell(event: events.Event) -> None:
        heard.append(event)
        if isinstance(event, events.TranslationEnded):
            ended.set()

    reading = Reading(article(), tell, library=library, find_translator=Upper)
    reading.start()
    assert ended.wait(20)
    reading.close()
    assert any(isinstance(event, events.JobFailed) for event in heard)
    assert any(isinstance(event, events.SentencesTranslated) for event in heard)


def test_closing_stops_an_engine_at_work_and_tells_nothing_more(library: Path) -> None:
    heard: list[events.Event] = []
    begun = threading.Event()

    class Endless(Upper):
        def translate(
            self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
        ) -> Iterator[tuple[int, str]]:
            begun.set()
            stop.wait(60)
            yield 0, "too late"

    reading = Reading(article(), heard.append, library=library, find_translator=Endless)
    reading.start()
    assert begun.wait(20)
    reading.close(timeout=20)
    assert not [thread for thread in threading.enumerate() if thread.name == "translation"]
    assert not any(isinstance(event, events.TranslationEnded) for event in heard)


def test_closing_does_not_wait_for_a_batch_in_flight(library: Path) -> None:
    begun, batch_done = threading.Event(), threading.Event()

    class InFlight(Upper):
        def translate(
            self, sentences: Sequence[str], *, focus: Callable[[], int], stop: threading.Event
        ) -> Iterator[tuple[int, str]]:
            begun.set()
            batch_done.wait(60)
            yield 0, "too late"

    reading = Reading(article(), lambda _: None, library=library, find_translator=InFlight)
    reading.start()
    assert begun.wait(20)
    reading.close(timeout=30)
    assert not [thread for thread in threading.enumerate() if thread.name == "translation"]
    assert not batch_done.is_set()
    batch_done.set()


def test_another_language_is_told(library: Path) -> None:
    german = "Der Bürgermeister hat am Montag den Bahnhof eröffnet, und viele Leute sind gekommen."
    heard: list[events.Event] = []
    found = threading.Event()

    def tell(event: events.Event) -> None:
        heard.append(event)
        if isinstance(event, events.OtherLanguage):
            found.set()

    reading = Reading(article(german), tell, library=library, find_translator=Upper)
    reading.start()
    assert found.wait(20)
    reading.close()
    assert events.OtherLanguage(reading.job, "de") in heard


@pytest.mark.parametrize("sample", sorted(paths.samples().glob("*.txt")), ids=lambda path: path.stem)
def test_bundled_articles_open_with_all_their_english_by_hand(sample: Path, library: Path) -> None:
    opened = open_article(str(sample))
    _, found = told(opened, None, library)
    assert set(found) == set(range(len(opened.sentences)))
    assert {translation.origin for translation in found.values()} == {BY_HAND}


def test_with_a_real_pack(library: Path, word_pack: Path) -> None:
    install_from_file(word_pack)
    heard: list[events.Event] = []
    ended = threading.Event()

    def tell(event: events.Event) -> None:
        heard.append(event)
        if isinstance(event, events.TranslationEnded):
            ended.set()

    reading = Reading(article(), tell, library=library)
    reading.start()
    assert ended.wait(30)
    reading.close()
    with database.opened(library) as connection:
        kept = memory.look_up(connection, ["Le chat dort.", "Le maire parle."])
    assert kept[0] == Translation("The cat sleeps.", "argos fr-en 1.0")
    assert kept[1].english == "The mayor speaks."


def test_an_edit_is_kept_for_every_equal_sentence_and_can_be_taken_back(library: Path) -> None:
    opened = article("Le chat dort.\n\nIl rêve. Le chat dort.")
    told(opened, Upper(), library)
    heard = Heard()
    reading = Reading(opened, heard, library=library, find_translator=lambda: None)
    reading.keep_by_hand(0, "The cat is napping.")
    now = Translation("The cat is napping.", BY_HAND)
    assert heard.edits(1)[0] == events.SentencesEdited(reading.job, (0, 2), now)
    _, found = told(opened, None, library)
    assert found[0] == found[2] == now
    reading.take_back(0, Translation("LE CHAT DORT.", Upper.origin))
    assert heard.edits(2)[1].translation == Translation("LE CHAT DORT.", Upper.origin)
    reading.close()


def test_what_is_given_by_hand_is_kept_on_one_line_without_what_could_drive_a_terminal(library: Path) -> None:
    heard = Heard()
    reading = Reading(article(), heard, library=library, find_translator=lambda: None)
    reading.keep_by_hand(0, " The \x9b5mcat\nis\tnapping.\x00 ")
    assert heard.edits(1)[0].translation == Translation("The \ufffd5mcat is napping.\ufffd", BY_HAND)
    reading.close()


def test_taking_back_an_edit_of_an_edit_gives_the_first(library: Path) -> None:
    heard = Heard()
    reading = Reading(article(), heard, library=library, find_translator=lambda: None)
    first = Translation("One.", BY_HAND)
    reading.keep_by_hand(0, "One.")
    heard.edits(1)
    reading.keep_by_hand(0, "Two.")
    heard.edits(2)
    reading.take_back(0, first)
    assert heard.edits(3)[2].translation == first
    reading.take_back(0, None)
    assert heard.edits(4)[3].translation is None
    reading.close()


def entry_of(opened: Article, file: Path) -> Entry | None:
    """What the library knows of an article."""
    with database.opened(file) as connection:
        return shelves.entry(connection, opened.id)


def test_an_article_that_is_read_is_in_the_library_where_it_is_and_can_be_found(library: Path) -> None:
    opened = article()
    told(opened, Upper(), library)
    kept = entry_of(opened, library)
    assert kept is not None
    assert (kept.state, kept.opened is not None) == (State.READING, True)
    with database.opened(library) as connection:
        assert shelves.article(connection, opened.id) == opened
        [hit] = search(connection, "MAIRE PARLE")
    assert (hit.sentence, hit.english) == (2, "LE MAIRE PARLE.")


def test_an_article_need_not_be_kept(library: Path) -> None:
    opened = article()
    ended = threading.Event()

    def tell(event: events.Event) -> None:
        if isinstance(event, events.TranslationEnded):
            ended.set()

    reading = Reading(opened, tell, library=library, find_translator=lambda: None, keeps_article=False)
    reading.start()
    reading.at(2)
    assert ended.wait(20)
    reading.close()
    assert entry_of(opened, library) is None


def test_where_the_reader_is_is_kept_without_being_asked(library: Path) -> None:
    opened = article()
    reading = Reading(opened, lambda _: None, library=library, find_translator=lambda: None)
    reading.start()
    for sentence in (0, 2, 1):
        reading.at(sentence)
    deadline = time.monotonic() + 20
    while (kept := entry_of(opened, library)) is None or kept.sentence != 1:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    reading.close()


def test_where_the_reader_is_at_the_end_is_kept(library: Path) -> None:
    opened = article()
    for sentence, state in ((1, State.READING), (2, State.READ)):
        reading = Reading(opened, lambda _: None, library=library, find_translator=lambda: None)
        reading.start()
        reading.at(0)
        reading.at(sentence)
        reading.close(20)
        kept = entry_of(opened, library)
        assert kept is not None
        assert (kept.sentence, kept.state) == (sentence, state)


def test_after_the_end_nothing_is_kept_any_more(library: Path) -> None:
    opened = article()
    reading = Reading(opened, lambda _: None, library=library, find_translator=lambda: None)
    reading.start()
    reading.close(20)
    reading.at(2)
    assert not [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    kept = entry_of(opened, library)
    assert kept is not None
    assert kept.sentence == 0


def test_a_library_that_cannot_be_is_told_once_and_the_english_comes(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    heard, found = told(article(), Upper(), tmp_path / "taken" / "library.sqlite")
    assert len(found) == 3
    [failure] = [event.message for event in heard if isinstance(event, events.JobFailed)]
    assert "taken" in failure


def test_whatever_is_read_the_pack_has_one_translator(word_pack: Path) -> None:
    assert installed_translator() is None
    install_from_file(word_pack)
    first = installed_translator()
    assert first is not None
    assert installed_translator() is first
    install_from_file(word_pack)
    [model] = packs.installed()[0].path.rglob("model.bin")
    os.utime(model, ns=(1, 1))
    assert installed_translator() is not first
