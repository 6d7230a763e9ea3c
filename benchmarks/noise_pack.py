"""A language pack of the official shape that says nothing, for measuring.

Speed depends on a model's shape and on how long its sentences come out, not on what they say. So the
weights are noise, of the sizes and the type of the pack that readers install; only the end of a sentence
is wired by hand. Some cells of every position's encoding are slow ramps, and nothing but the decoder's
attention to the source writes there: it takes away twice the mean of the source's ramps. What is left says
how far the output is longer than the source, and the score of `</s>` reads it.

    python -m benchmarks.noise_pack FOLDER
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
from ctranslate2.specs import TransformerSpec

from articles import paths
from articles.canonical import flowed
from articles.opening import open_article
from benchmarks import noise_tokenizer

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

_SHARPNESS = 6.0
"""The spread of a piece's score: about what leaves a trained model's few candidates at each step."""

_ATTENTION = 1.2
"""The spread of queries and keys: attention that prefers some words and sees all."""

_BRANCH = 0.5
"""The spread of what a layer adds to the residual stream."""

_END_SLOPE = 1.5
"""By how much the score of `</s>` rises with each piece said."""

_END_HEIGHT = 27.0
"""The score of `</s>` once the output is as long as the source: about that of the best piece."""

_NEVER = -1_000.0


def samples() -> list[list[str]]:
    """The sentences of each bundled article, each on one line, as the reader translates them."""
    articles = [open_article(str(path)) for path in sorted(paths.samples().glob("*.txt"))]
    return [[flowed(sentence.span.of(a.text)) for sentence in a.sentences] for a in articles]


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
    tokenizer = noise_tokenizer.tokenizer([text for article in samples() for text in article], shape.pieces)
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
    signs = noise.signs()
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = noise.positions()
        _norm(side.layer_norm, shape.width)
        for layer in side.layer:
            noise.self_attention(layer.self_attention)
            noise.feed_forward(layer.ffn)
    for layer in spec.decoder.layer:
        noise.attention(layer.attention)
    spec.decoder.layer_norm.gamma = signs * _SHARPNESS
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
