"""The English of an article as it comes, and what becomes of it when the engine does not go on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from articles.errors import EnregardError
from articles.opening import article_of
from articles.streaming import Stream
from articles.translation import Translation

ARTICLE = article_of("Le chat dort. Le chien mange. Il pleut.", source="-", name="essai")


class Engine:
    """A translator that breaks, or waits until it is stopped, after so many sentences."""

    origin = "argos fr-en 1.0"

    def __init__(self, after: int = 99, error: Exception | None = None) -> None:
        self.after, self.error = after, error
        self.was_stopped = False

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        for index, sentence in enumerate(sentences):
            if index == self.after:
                if self.error is not None:
                    raise self.error
                self.was_stopped = stop.wait(10)
                return
            yield index, sentence.upper()


def gathered(stream: Stream) -> dict[int, Translation]:
    found: dict[int, Translation] = {}
    for some in stream:
        found.update(some)
    return found


def test_everything_comes_and_is_remembered(tmp_path: Path) -> None:
    stream = Stream(ARTICLE, library=tmp_path / "library", find_translator=Engine)
    found = gathered(stream)
    assert [found[index].english for index in range(3)] == ["LE CHAT DORT.", "LE CHIEN MANGE.", "IL PLEUT."]
    assert (stream.lacks_pack, stream.troubles) == (False, ())
    again = Stream(ARTICLE, library=tmp_path / "library", find_translator=lambda: None)
    assert gathered(again) == found
    assert not again.lacks_pack


def test_without_a_pack_it_ends(tmp_path: Path) -> None:
    stream = Stream(ARTICLE, library=tmp_path / "library", find_translator=lambda: None)
    assert gathered(stream) == {}
    assert stream.lacks_pack


def test_an_engine_that_breaks_is_an_error_and_what_it_made_is_kept(tmp_path: Path) -> None:
    engine = Engine(after=1, error=RuntimeError("no memory left"))
    with pytest.raises(EnregardError, match="no memory left"):
        gathered(Stream(ARTICLE, library=tmp_path / "library", find_translator=lambda: engine))
    left = Stream(ARTICLE, library=tmp_path / "library", find_translator=lambda: None)
    assert gathered(left)[0].english == "LE CHAT DORT."


def test_closing_it_stops_the_engine(tmp_path: Path) -> None:
    engine = Engine(after=1)
    with closing(iter(Stream(ARTICLE, library=tmp_path / "library", find_translator=lambda: engine))) as some:
        assert next(some)[0].english == "LE CHAT DORT."
    for _try in range(100):
        if engine.was_stopped:
            break
        Event().wait(0.05)
    assert engine.was_stopped
