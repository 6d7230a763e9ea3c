"""Translation with an Argos pack: its tokenizer, and CTranslate2 in whole batches.

The only module that runs CTranslate2. Argos Translate's own `translate()` handles one paragraph at a
time in batches of 32 tokens and cannot say which sentence became which.
"""

import os
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from articles.translate.packs import Pack

if TYPE_CHECKING:
    import ctranslate2

BEAM = 4
"""As Argos Translate has it."""

BATCH_TOKENS = 1_024
"""Pieces a batch: larger ones gain nothing on a processor and come later."""

FIRST_WINDOW_TOKENS = 256
"""Pieces of the first window: about what a screen shows, so that it is there soon."""

_LENGTH_PENALTY = 0.2
"""As Argos Translate has it."""


@dataclass(frozen=True, slots=True)
class _Window:
    """Sentences in flight: positions in the list of distinct sentences, with their results to come."""

    positions: tuple[int, ...]
    results: "Sequence[ctranslate2.AsyncTranslationResult]"


class ArgosTranslator:
    """The `Translator` that an installed pack makes; its model is loaded at the first sentence."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._model: ctranslate2.Translator | None = None
        self._workers = os.cpu_count() or 1

    @property
    def origin(self) -> str:
        """What its translations are labelled with."""
        return self._pack.origin

    def translate(
        self, sentences: Sequence[str], *, focus: Callable[[], int], stop: Event
    ) -> Iterator[tuple[int, str]]:
        """Yield `(index, english)` as sentences are done, those at `focus` and after it first.

        Equal sentences are translated once. Two windows of batches are in flight, so that no processor
        waits; `stop` is looked at between results.
        """
        if stop.is_set() or not sentences:
            return
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(sentence, []).append(index)
        waiting = _Waiting([indices[0] for indices in places.values()])
        windows: deque[_Window] = deque()
        budget = FIRST_WINDOW_TOKENS
        while waiting or windows:
            while waiting and len(windows) < 2:
                windows.append(self._submitted(waiting, sentences, focus(), budget))
                budget = self._workers * BATCH_TOKENS
            window = windows.popleft()
            for position, result in zip(window.positions, window.results, strict=True):
                if stop.is_set():
                    return
                english = self._decoded(result.result().hypotheses[0])
                for index in places[sentences[position]]:
                    yield index, english

    def _submitted(self, waiting: "_Waiting", sentences: Sequence[str], focus: int, budget: int) -> _Window:
        encode = self._pack.argos.tokenizer.encode
        positions: list[int] = []
        tokens: list[list[str]] = []
        total = 0
        while waiting and (total < budget or not positions):
            position = waiting.take(focus)
            positions.append(position)
            tokens.append(encode(sentences[position]))
            total += len(tokens[-1])
        prefix = self._pack.argos.target_prefix
        results = self._loaded().translate_batch(
            tokens,
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            max_batch_size=min(BATCH_TOKENS, max(1, -(-total // self._workers))),
            batch_type="tokens",
            asynchronous=True,
            beam_size=BEAM,
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
        )
        return _Window(tuple(positions), results)

    def _loaded(self) -> "ctranslate2.Translator":
        if self._model is None:
            import ctranslate2

            self._model = ctranslate2.Translator(
                str(self._pack.model), inter_threads=self._workers, intra_threads=1
            )
        return self._model

    def _decoded(self, pieces: list[str]) -> str:
        english: str = self._pack.argos.tokenizer.decode(pieces)
        return english.removeprefix(self._pack.argos.target_prefix).strip()


class _Waiting:
    """Sentences not yet sent off, handed out from the focus onwards, then backwards from it."""

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
