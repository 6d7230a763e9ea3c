"""A language pack of the official shape that says nothing, for measuring.

Speed depends on a model's shape and on how long its sentences come out, not on what they say. So the
weights are noise, of the sizes and the type of the pack that readers install; only the end of a sentence
is wired by hand. Some cells of every position's encoding are slow ramps, and nothing but the decoder's
attention to the source writes there: it takes away twice the mean of the source's ramps. What is left says
how far the output is longer than the source, and the score of `</s>` reads it.

    python -m benchmarks.noise_pack FOLDER
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from ctranslate2.specs.transformer_spec import FeedForwardSpec

from articles import paths
from benchmarks import noise_tokenizer, samples

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a transformer."""

    layers: int
    width: int
    hidden: int
    heads: int
    pieces: int

    @property
    def ramps(self) -> int:
        """How many cells hold slow ramps of the position: the first ones."""
        return self.width // 8


OFFICIAL = Shape(layers=6, width=512, hidden=2_048, heads=8, pieces=32_000)
"""What Argos Open Technologies publishes."""

TINY = Shape(layers=2, width=64, hidden=128, heads=2, pieces=4_000)
"""For trying the benchmark itself."""

_SEED = 7

_POSITIONS = 1_024

_RAMP = 4.0
"""How large a slow ramp gets, where the noise of a word's embedding is about 1."""

_WAVE = 1.5
"""How large the other cells of a position get: what makes the next step say something else."""

_WAVES = (0.5, 20.0)
"""Their periods, over 2π."""

_TURNED = 0.65
"""The share of cells in which a word's score reads the opposite of the word."""

_SHARPNESS = 6.0
"""The spread of a piece's score: about what leaves a trained model's few candidates at each step."""

_ATTENTION = 1.2
"""The spread of queries and keys: attention that prefers some words and sees all."""

_GLANCE = 0.5
"""The same where the decoder looks at the source: nearly even, so that it feels its length."""

_TWICE = 2.0
"""The mean of the source's positions, times this, is its length."""

_BRANCH = 0.5
"""The spread of what a layer adds to the residual stream."""

_END_SLOPE = 3.0
"""By how much the score of `</s>` rises with each piece said."""

_END_HEIGHT = 27.0
"""The score of `</s>` once the output is as long as the source: about that of the best piece."""

_NEVER = -1_000.0


def build(folder: Path, shape: Shape = OFFICIAL) -> Path:
    """The pack as it lies when installed, in `folder`; made if it is not there yet."""
    pack = folder / f"noise-fr_en-{_recipe(shape)}"
    if not pack.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as work:
            made = Path(work, "pack")
            _write(made, shape)
            made.rename(pack)
    return pack


def _recipe(shape: Shape) -> str:
    """What the pack is made from, in short: the shape, the articles and this program."""
    sources = (Path(__file__), Path(noise_tokenizer.__file__), *sorted(paths.samples().glob("*.txt")))
    digest = sha256(repr(shape).encode())
    for source in sources:
        digest.update(source.read_bytes())
    return f"{shape.layers}x{shape.width}-{digest.hexdigest()[:12]}"


def _write(pack: Path, shape: Shape) -> None:
    tokenizer = noise_tokenizer.tokenizer(samples.sentences(), shape.pieces)
    (pack / "model").mkdir(parents=True)
    _model(noise_tokenizer.pieces(tokenizer), shape).save(str(pack / "model"))
    (pack / "sentencepiece.model").write_bytes(tokenizer)
    metadata = {
        "package_version": "0.0",
        "argos_version": "1.9.0",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "type": "translate",
    }
    (pack / "metadata.json").write_text(json.dumps(metadata, indent=1), encoding="utf-8")
    (pack / "README.md").write_text("Noise of the official shape, to measure speed with.\n", encoding="utf-8")


def _model(pieces: Sequence[str], shape: Shape) -> TransformerSpec:
    noise = _Noise(shape)
    spec = TransformerSpec.from_config(num_layers=(shape.layers, shape.layers), num_heads=shape.heads)
    embedding = noise.embedding()
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = noise.positions()
        _norm(side.layer_norm, shape.width)
        for layer in side.layer:
            noise.self_attention(layer.self_attention)
            noise.feed_forward(layer.ffn)
    for layer in spec.decoder.layer:
        noise.attention(layer.attention)
    spec.decoder.layer_norm.gamma = noise.sharpness()
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = noise.bias()
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.validate()
    spec.optimize(quantization="int8")
    return spec


class _Noise:
    """Fills a model's weights, always in the same way."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._rng = np.random.default_rng(_SEED)
        self._periods = np.geomspace(100, 200, shape.ramps)

    def embedding(self) -> Weights:
        """One row a piece, nothing in the ramps; the row of `</s>` reads the ramps alone."""
        shape = self._shape
        rows = self._spread(shape.pieces, shape.width, 1)
        rows[:, : shape.ramps] = 0
        rise = _SHARPNESS * _RAMP * np.sum(1 / self._periods) / self._residual(3 * shape.layers)
        rows[noise_tokenizer.END] = 0
        rows[noise_tokenizer.END, : shape.ramps] = _END_SLOPE / rise
        return rows

    def bias(self) -> Weights:
        """What is added to the pieces' scores."""
        bias = np.zeros(self._shape.pieces, np.float32)
        bias[: noise_tokenizer.FIRST_ORDINARY] = _NEVER
        bias[noise_tokenizer.END] = _END_HEIGHT
        return bias

    def sharpness(self) -> Weights:
        """Most signs are turned, or each word's own embedding would call for that word again."""
        signs = self._rng.choice([-1.0, 1.0], self._shape.width, p=(_TURNED, 1 - _TURNED))
        signs[: self._shape.ramps] = 1
        return (_SHARPNESS * signs).astype(np.float32)

    def positions(self) -> Weights:
        """The ramps, then waves of many lengths."""
        shape = self._shape
        waves = np.geomspace(*_WAVES, shape.width - shape.ramps)
        phases = np.random.default_rng(_SEED).uniform(0, 2 * np.pi, waves.size)
        steps = np.arange(_POSITIONS)[:, None]
        ramps = _RAMP * np.sin(steps / self._periods)
        return np.concatenate([ramps, _WAVE * np.sin(steps / waves + phases)], axis=1).astype(np.float32)

    def self_attention(self, attention: MultiHeadAttentionSpec) -> None:
        """What a side makes of its own words."""
        width = self._shape.width
        _norm(attention.layer_norm, width)
        look = self._spread(2 * width, width, _ATTENTION)
        _linear(attention.linear[0], np.concatenate([look, self._spread(width, width, 1)]))
        _linear(attention.linear[1], self._branch(width))

    def attention(self, attention: MultiHeadAttentionSpec) -> None:
        """What the decoder makes of the source; its ramps are carried over, turned and doubled."""
        shape = self._shape
        _norm(attention.layer_norm, shape.width)
        _linear(attention.linear[0], self._spread(shape.width, shape.width, _GLANCE))
        look, say = (
            self._spread(shape.width, shape.width, _GLANCE),
            self._spread(shape.width, shape.width, 1),
        )
        out = self._branch(shape.width)
        share = shape.ramps // shape.heads
        for ramp in range(shape.ramps):
            cell = ramp // share * (shape.width // shape.heads) + ramp % share
            say[cell] = 0
            say[cell, ramp] = 1
            out[:, cell] = 0
            out[ramp, cell] = -_TWICE * self._residual(2 * shape.layers) / shape.layers
        _linear(attention.linear[1], np.concatenate([look, say]))
        _linear(attention.linear[2], out)

    def feed_forward(self, ffn: FeedForwardSpec) -> None:
        """What a side makes of each word alone; what is the same for all words cancels out."""
        width, hidden = self._shape.width, self._shape.hidden
        _norm(ffn.layer_norm, width)
        _linear(ffn.linear_0, self._spread(hidden, width, 2**0.5))
        back = self._branch(hidden)
        _linear(ffn.linear_1, back - back.mean(axis=1, keepdims=True))

    def _branch(self, inputs: int) -> Weights:
        """Back into the residual stream, but not into the ramps."""
        weights = self._spread(self._shape.width, inputs, _BRANCH)
        weights[: self._shape.ramps] = 0
        return weights

    def _spread(self, outputs: int, inputs: int, spread: float) -> Weights:
        """Weights that make inputs of spread 1 into outputs of this spread."""
        noise = self._rng.standard_normal((outputs, inputs), np.float32)
        return noise * np.float32(spread / inputs**0.5)

    def _residual(self, branches: int) -> float:
        """About how far the residual stream spreads after so many branches: what a norm divides by."""
        ordinary = 1 - self._shape.ramps / self._shape.width
        return float((ordinary * (1 + _WAVE**2 / 2 + branches * _BRANCH**2)) ** 0.5)


def _norm(norm: LayerNormSpec, width: int) -> None:
    norm.gamma = np.ones(width, np.float32)
    norm.beta = np.zeros(width, np.float32)


def _linear(linear: LinearSpec, weight: Weights) -> None:
    linear.weight = weight
    linear.bias = np.zeros(weight.shape[0], np.float32)


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
