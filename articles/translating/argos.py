"""Translation with an Argos pack: its tokenizer, and CTranslate2 in whole batches.

The only module that runs CTranslate2. Argos Translate's own `translate()` handles one paragraph at a
time in batches of 32 tokens and cannot say which sentence became which.
"""

import os
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from articles.canonical import canonical
from articles.config import TranslationOptions
from articles.translating import care
from articles.translating.packs import Pack

if TYPE_CHECKING:
    import ctranslate2

FIRST_WINDOW_TOKENS = 320
"""Word pieces of the first window: about what a screen shows, so that it is there soon.

It is one batch on one processor, while the others begin with what comes after it. Smaller ones are there
sooner, and make the whole of an article later.
"""

_LENGTH_PENALTY = 0.2
"""As Argos Translate has it."""

_LEAST_DECODED = 256
"""Pieces an output may have at least: CTranslate2's own limit, which cuts what is longer without a word."""

_AGAINST_LOOPS = {"no_repeat_ngram_size": 4, "repetition_penalty": 1.2}
"""How an output that went round in circles is made again."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a sentence that is translated as one: the sentence, its place in it, its pieces."""

    position: int
    place: int
    pieces: list[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Window:
    """Parts in flight, with their results to come."""

    parts: Sequence[_Part]
    results: "Sequence[ctranslate2.AsyncTranslationResult]"
    is_second_try: bool = False


class ArgosTranslator:
    """The `Translator` that an installed pack makes; its model is loaded at the first sentence."""

    def __init__(self, pack: Pack, options: TranslationOptions | None = None) -> None:
        self._pack = pack
        self._options = options or TranslationOptions()
        self._workers = self._options.workers or os.cpu_count() or 1
        self._model: ctranslate2.Translator | None = None

    @property
    def origin(self) -> str:
        """What its translations are labelled with."""
        return self._pack.origin

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """Yield `(index, english)` as sentences are done, those at `focus` and after it first.

        Equal sentences are translated once; what holds nothing to translate comes back as it is, and what the
        model cannot take does not come. Two windows of batches are in flight, so that no processor waits;
        `stop` is looked at between results.
        """
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(sentence, []).append(index)
        firsts = {sentence: indices[0] for sentence, indices in places.items()}
        for sentence in [sentence for sentence in firsts if care.passes_through(sentence)]:
            del firsts[sentence]
            yield from ((index, sentence) for index in places[sentence])
        for position, outputs in self._outputs(sentences, _Waiting(list(firsts.values())), focus, stop):
            english = care.in_english(" ".join(map(self._decoded, outputs)), sentences[position])
            yield from ((index, english) for index in places[sentences[position]])

    def raw(self, sentences: Sequence[str]) -> list[str]:
        """What the pack says to each of `sentences`, without any care but that for long ones."""
        found: list[str] = [""] * len(sentences)
        waiting = _Waiting(range(len(sentences)))
        for position, outputs in self._outputs(sentences, waiting, int, Event(), mend_loops=False):
            found[position] = " ".join(map(self._decoded, outputs))
        return found

    def _outputs(
        self,
        sentences: Sequence[str],
        waiting: "_Waiting",
        focus: Callable[[], int],
        stop: Event,
        *,
        mend_loops: bool = True,
    ) -> Iterator[tuple[int, list[list[str]]]]:
        """For each waiting position, once it is done, the pieces said to each of its parts."""
        open_parts: dict[int, list[list[str] | None]] = {}
        windows: deque[_Window] = deque()
        budget = FIRST_WINDOW_TOKENS
        while (waiting or windows) and not stop.is_set():
            while waiting and len(windows) < 2:
                parts = self._next_parts(sentences, waiting, focus(), budget, open_parts)
                windows.append(_Window(parts, self._submitted(parts)))
                budget = self._workers * self._options.batch_tokens
            window = windows.popleft()
            looped: list[_Part] = []
            for part, result in zip(window.parts, window.results, strict=True):
                if stop.is_set():
                    return
                said = self._said(part, result)
                if said is None:
                    open_parts.pop(part.position, None)
                if said is None or part.position not in open_parts:
                    continue
                if mend_loops and care.loops(said, part.pieces):
                    if not window.is_second_try:
                        looped.append(part)
                        continue
                    said = care.unlooped(said)
                slots = open_parts[part.position]
                slots[part.place] = said
                outputs = [slot for slot in slots if slot is not None]
                if len(outputs) == len(slots):
                    del open_parts[part.position]
                    yield part.position, outputs
            if looped:
                windows.appendleft(_Window(looped, self._submitted(looped, **_AGAINST_LOOPS), True))

    def _said(self, part: _Part, result: "ctranslate2.AsyncTranslationResult") -> list[str] | None:
        """The pieces of a result. Where the batch it was in has failed, the part alone is tried once more.

        None where it fails alone too: what the model cannot take has no English, and costs no other.
        """
        try:
            return list(result.result().hypotheses[0])
        except RuntimeError:
            try:
                return list(self._submitted([part])[0].result().hypotheses[0])
            except RuntimeError:
                return None

    def _next_parts(
        self,
        sentences: Sequence[str],
        waiting: "_Waiting",
        focus: int,
        budget: int,
        open_parts: dict[int, list[list[str] | None]],
    ) -> list[_Part]:
        """The parts of the sentences nearest the focus, of about `budget` pieces."""
        parts: list[_Part] = []
        total = 0
        while waiting and total < budget:
            position = waiting.take(focus)
            own = self._parts(position, sentences[position])
            open_parts[position] = [None] * len(own)
            parts += own
            total += sum(len(part.pieces) for part in own)
        return parts

    def _parts(self, position: int, sentence: str) -> list[_Part]:
        encode = self._pack.argos.tokenizer.encode
        pieces = encode(sentence)
        if len(pieces) <= care.LONGEST:
            return [_Part(position, 0, pieces)]
        cut = care.clauses(sentence, lambda part: len(encode(part)))
        return [_Part(position, place, encode(part)) for place, part in enumerate(cut)]

    def _submitted(
        self, parts: Sequence[_Part], **options: float
    ) -> "Sequence[ctranslate2.AsyncTranslationResult]":
        prefix = self._pack.argos.target_prefix
        results: Sequence[ctranslate2.AsyncTranslationResult] = self._loaded().translate_batch(
            [part.pieces for part in parts],
            target_prefix=[[prefix]] * len(parts) if prefix else None,
            max_batch_size=self._options.batch_tokens,
            batch_type="tokens",
            asynchronous=True,
            beam_size=self._options.beam,
            max_decoding_length=max(_LEAST_DECODED, 2 * max(len(part.pieces) for part in parts)),
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
            **options,
        )
        return results

    def _loaded(self) -> "ctranslate2.Translator":
        if self._model is None:
            import ctranslate2
            from argostranslate import settings

            self._model = ctranslate2.Translator(
                str(self._pack.model),
                device=settings.device,
                inter_threads=self._workers,
                intra_threads=1,
                compute_type=settings.compute_type,
            )
        return self._model

    def _decoded(self, pieces: list[str]) -> str:
        tokenizer = self._pack.argos.tokenizer
        prefix = self._pack.argos.target_prefix
        if hasattr(tokenizer, "lazy_processor"):
            # Argos Translate's own `decode` would turn each underscore of the text into a space
            english: str = tokenizer.lazy_processor().decode_pieces(pieces).replace("▁", " ")
        else:
            english = tokenizer.decode(pieces)
        return canonical(english.strip().removeprefix(prefix).strip() if prefix else english.strip())


class _Waiting:
    """Positions not yet sent off, handed out from the focus onwards, then backwards from it."""

    def __init__(self, positions: Sequence[int]) -> None:
        self._positions = sorted(positions)

    def __len__(self) -> int:
        return len(self._positions)

    def take(self, focus: int) -> int:
        place = bisect_left(self._positions, focus)
        return self._positions.pop(min(place, len(self._positions) - 1))


def loads(pack: Pack) -> str | None:
    """Why the pack's tokenizer or model cannot be loaded, or None where both can."""
    import ctranslate2

    try:
        pack.argos.tokenizer.encode("essai")
        ctranslate2.Translator(str(pack.model))
    except Exception as error:
        return next(iter(str(error).splitlines()), type(error).__name__)
    return None
