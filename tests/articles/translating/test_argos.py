"""The engine: every sentence faces its own English, what is looked at comes first, and it stops."""

import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.translating.argos import ArgosTranslator
from articles.translating.installing import install_from_file
from articles.translating.packs import Pack
from tests.word_pack import LEXICON


@pytest.fixture
def pack(word_pack: Path) -> Pack:
    return install_from_file(word_pack)


@pytest.fixture(scope="module")
def shared_translator(word_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> ArgosTranslator:
    import zipfile

    from articles.translating.packs import pack_in

    folder = tmp_path_factory.mktemp("packs")
    with zipfile.ZipFile(word_pack) as archive:
        archive.extractall(folder)
    pack = pack_in(folder / "fr_en")
    assert pack is not None
    return ArgosTranslator(pack)


def english(translator: ArgosTranslator, sentences: list[str], focus: int = 0) -> list[tuple[int, str]]:
    return list(translator.translate(sentences, focus=lambda: focus, stop=Event()))


def word_by_word(sentence: str) -> str:
    return " ".join(LEXICON.get(word, word) for word in sentence.split())


def test_every_sentence_faces_its_own_english(pack: Pack) -> None:
    sentences = ["Le chat dort.", "La ville mange et parle.", "Le chat dort.", "Oui, dit le maire."]
    found = dict(english(ArgosTranslator(pack), sentences))
    assert found == {
        0: "The cat sleeps.",
        1: "The town eats and speaks.",
        2: "The cat sleeps.",
        3: "Oui, dit the mayor.",
    }


_WORDS = st.lists(st.sampled_from(sorted(LEXICON)), min_size=1, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=25)
@given(st.lists(_WORDS, max_size=60), st.integers(0, 80))
def test_any_sentences_any_focus(
    shared_translator: ArgosTranslator, sentences: list[str], focus: int
) -> None:
    found = english(shared_translator, sentences, focus)
    assert sorted(index for index, _ in found) == list(range(len(sentences)))
    assert all(words == word_by_word(sentences[index]) for index, words in found)


def test_what_is_looked_at_comes_first(shared_translator: ArgosTranslator) -> None:
    sentences = [f"Le chat dort {number}." for number in range(400)]
    order = [index for index, _ in english(shared_translator, sentences, focus=200)]
    assert order[:20] == list(range(200, 220))
    assert set(order[-50:]) <= set(range(200))


def test_scrolling_reorders_what_waits(shared_translator: ArgosTranslator) -> None:
    sentences = [f"Le chien mange {number}." for number in range(2_000)]
    place = [0]
    order: list[int] = []
    for index, _ in shared_translator.translate(sentences, focus=lambda: place[0], stop=Event()):
        order.append(index)
        place[0] = 1_500
    assert order.index(1_500) < order.index(1_499)
    assert order.index(1_510) < 1_200


def test_stops_between_sentences(shared_translator: ArgosTranslator) -> None:
    stop = Event()
    seen = []
    for index, _ in shared_translator.translate(["Le chat dort."] * 3 + ["Oui"] * 500, focus=int, stop=stop):
        seen.append(index)
        stop.set()
    assert len(seen) < 503


def test_nothing_is_loaded_before_the_first_sentence(pack: Pack) -> None:
    translator = ArgosTranslator(pack)
    assert translator.origin == "argos fr-en 1.0"
    assert english(translator, []) == []
    assert translator._model is None


def test_same_words_as_argos_translate(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    from argostranslate import translate
    from argostranslate.package import Package

    sentences = ["Le chat dort.", "La ville parle et le chien mange dans la ville.", "Non, 12 % : « oui » !"]

    class OneSentence:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    package = Package(pack.path)
    monkeypatch.setattr(translate, "MiniSBDSentencizer", lambda _: OneSentence())
    languages = (translate.Language("fr", "French"), translate.Language("en", "English"))
    theirs = translate.PackageTranslation(*languages, package)
    assert ArgosTranslator(pack).raw(sentences) == [theirs.translate(sentence) for sentence in sentences]
    assert "torch" not in sys.modules


def test_a_sentence_longer_than_the_model_loses_nothing(shared_translator: ArgosTranslator) -> None:
    long = "Le chat dort et " * 200 + "le chien mange."
    found = dict(english(shared_translator, ["Le maire parle.", long, "La ville dort."]))
    assert found[0] == "The mayor speaks."
    assert found[1].split() == [*word_by_word(long.removesuffix("mange.")).split(), "eats."]
    assert found[2] == "The town sleeps."


def test_what_is_no_language_passes_through_and_costs_no_other_sentence(
    shared_translator: ArgosTranslator,
) -> None:
    blob = "x" * 300_000
    assert dict(english(shared_translator, [blob, "Le chat dort.", "12 345"])) == {
        0: blob,
        1: "The cat sleeps.",
        2: "12 345",
    }


def test_a_batch_that_fails_costs_only_what_cannot_be_translated(
    shared_translator: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    submitted = shared_translator._submitted

    class Broken:
        def result(self) -> None:
            raise RuntimeError("out of positions")

    def fail_together(parts: list[Any], **options: Any) -> Any:
        poisoned = any("chien" in "".join(part.pieces) for part in parts)
        return [Broken() for _ in parts] if poisoned else submitted(parts, **options)

    monkeypatch.setattr(shared_translator, "_submitted", fail_together)
    found = dict(english(shared_translator, ["Le chat dort.", "Le chien dort.", "Le maire dort."]))
    assert (found[0], found[2]) == ("The cat sleeps.", "The mayor sleeps.")
    assert 1 not in found


def test_underscores_survive(shared_translator: ArgosTranslator) -> None:
    assert dict(english(shared_translator, ["Le maire parle_bas ici"]))[0] == "The mayor speaks_bas ici"


def test_loops_are_tried_again_and_then_said_once(
    shared_translator: ArgosTranslator, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shared_translator._said
    tries = []

    def looping(part: Any, result: Any) -> list[str]:
        tries.append(part)
        pieces = said(part, result) or []
        return [*pieces[:2], *["▁cat"] * 12, *pieces[2:]]

    monkeypatch.setattr(shared_translator, "_said", looping)
    assert dict(english(shared_translator, ["Le chat dort."]))[0] == "The cat sleeps."
    assert len(tries) == 2
