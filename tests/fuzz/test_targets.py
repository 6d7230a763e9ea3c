"""Every fuzz target holds for its corpus, for what once broke it, and for what Hypothesis thinks of."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.alphabet import TOKENS
from tests.fuzz.targets import TARGETS

_CORPUS = Path(__file__).with_name("corpus")
_QUICK = sorted(TARGETS.keys() - {"real-analysis", "html", "anything", "copies"})
_SEEDS = sorted(path for path in _CORPUS.glob("*/*") if path.parent.name != "real-analysis")


def test_every_target_has_seeds() -> None:
    assert {path.name for path in _CORPUS.iterdir()} == set(TARGETS)


@pytest.mark.parametrize("seed", _SEEDS, ids=lambda path: f"{path.parent.name}-{path.name[:24]}")
def test_seeds(seed: Path) -> None:
    TARGETS[seed.parent.name](seed.read_bytes())


@pytest.mark.parametrize("name", _QUICK)
def test_any_bytes(name: str) -> None:
    seeds = [path.read_bytes() for path in sorted((_CORPUS / name).iterdir())]

    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.binary(max_size=200), _changed(seeds), _tokens()))
    def holds(data: bytes) -> None:
        TARGETS[name](data)

    holds()


def _tokens() -> st.SearchStrategy[bytes]:
    """Bytes that stand for words and signs."""
    return st.lists(st.integers(0, len(TOKENS) - 1), max_size=60).map(bytes)


def _changed(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """A seed in which a stretch is replaced."""

    def change(seed: bytes, start: float, length: int, new: bytes) -> bytes:
        place = int(start * len(seed))
        return seed[:place] + new + seed[place + length :]

    return st.builds(
        change, st.sampled_from(seeds), st.floats(0, 1), st.integers(0, 20), st.binary(max_size=8)
    )
