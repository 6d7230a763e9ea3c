"""A small real language pack that translates word by word, built in a second.

Its transformer is wired by hand instead of trained: each step of the decoder attends to the source piece
at its own position and answers with that piece's counterpart, or with the piece itself where the lexicon
has none. So CTranslate2, SentencePiece and the Argos format are the real ones, and what comes out is
known beforehand.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

LEXICON = {
    "Le": "The",
    "La": "The",
    "le": "the",
    "la": "the",
    "un": "a",
    "une": "a",
    "chat": "cat",
    "chien": "dog",
    "maire": "mayor",
    "ville": "town",
    "dort": "sleeps",
    "mange": "eats",
    "parle": "speaks",
    "et": "and",
    "dans": "in",
    "oui": "yes",
    "non": "no",
}

_POSITIONS = 1_024
_POSITION_CELLS = 128
_SPECIAL = ("<unk>", "<s>", "</s>")


def build(
    folder: Path, *, lexicon: Mapping[str, str] = LEXICON, version: str = "1.0", name: str = "fr_en"
) -> Path:
    """Write the pack as an .argosmodel archive into `folder`; the archive's path."""
    tokenizer = _tokenizer(lexicon)
    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    pieces = [*_SPECIAL, *(processor.id_to_piece(i) for i in range(3, processor.get_piece_size()))]
    counterpart = {f"▁{french}": f"▁{english}" for french, english in lexicon.items()}
    work = folder / f"{name}-model"
    _model(pieces, counterpart).save(str(_made(work)))
    metadata = {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "type": "translate",
    }
    archive = folder / f"translate-{name}-{version.replace('.', '_')}.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(f"{name}/metadata.json", json.dumps(metadata))
        zipped.writestr(f"{name}/README.md", "A word by word pack for tests.\n")
        zipped.writestr(f"{name}/sentencepiece.model", tokenizer)
        for file in sorted(work.iterdir()):
            zipped.write(file, f"{name}/model/{file.name}")
    return archive


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _tokenizer(lexicon: Mapping[str, str]) -> bytes:
    """A SentencePiece model whose pieces are the words of the lexicon, and letters for everything else."""
    words = [f"▁{word}" for word in dict.fromkeys([*lexicon, *lexicon.values()])]
    letters = (
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"-_()%«»“”’…àâçéèêëîïôùûüœÉÀ"
    )
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([*("".join(letters) for _ in range(3)), *lexicon, *lexicon.values()]),
        model_writer=model,
        model_type="char",
        vocab_size=len(set(letters)) + len(words) + 8,
        hard_vocab_limit=False,
        character_coverage=1.0,
        user_defined_symbols=words,
        bos_id=1,
        eos_id=2,
        unk_id=0,
        minloglevel=2,
    )
    return model.getvalue()


def _model(pieces: list[str], counterpart: Mapping[str, str]) -> TransformerSpec:
    """One encoder and one decoder layer over `[position | piece read | piece to say]`."""
    count = len(pieces)
    width = _POSITION_CELLS + 2 * count
    index = {piece: place for place, piece in enumerate(pieces)}
    read = slice(_POSITION_CELLS, _POSITION_CELLS + count)
    say = slice(_POSITION_CELLS + count, width)
    embedding = np.zeros((count, width), np.float32)
    embedding[:, read] = np.eye(count)
    signs = np.random.default_rng(7).choice([-1.0, 1.0], (_POSITIONS, _POSITION_CELLS))
    encodings = np.zeros((_POSITIONS, width), np.float32)
    encodings[:, :_POSITION_CELLS] = signs * width**0.5 / _POSITION_CELLS**0.5
    look = np.zeros((width, width), np.float32)
    look[:_POSITION_CELLS, :_POSITION_CELLS] = 4 * np.eye(_POSITION_CELLS)
    answer = np.zeros((width, width), np.float32)
    for place, piece in enumerate(pieces):
        answer[say.start + index[counterpart.get(piece, piece)], read.start + place] = 1
    projection = np.zeros((count, width), np.float32)
    projection[:, say] = 3 * np.eye(count)

    spec = TransformerSpec.from_config(num_layers=(1, 1), num_heads=1)
    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = encodings
        _norm(side.layer_norm, width)
        layer = side.layer[0]
        _norm(layer.self_attention.layer_norm, width)
        _linear(layer.self_attention.linear[0], np.zeros((3 * width, width), np.float32))
        _linear(layer.self_attention.linear[1], np.zeros((width, width), np.float32))
        _norm(layer.ffn.layer_norm, width)
        _linear(layer.ffn.linear_0, np.zeros((8, width), np.float32))
        _linear(layer.ffn.linear_1, np.zeros((width, 8), np.float32))
    spec.encoder.embeddings[0].weight = embedding
    spec.decoder.embeddings.weight = embedding
    attention = spec.decoder.layer[0].attention
    _norm(attention.layer_norm, width)
    _linear(attention.linear[0], look)
    _linear(attention.linear[1], np.concatenate([look, answer]))
    _linear(attention.linear[2], np.eye(width, dtype=np.float32))
    _linear(spec.decoder.projection, projection)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize()
    return spec


def _norm(norm: object, width: int) -> None:
    norm.gamma = np.ones(width, np.float32)  # type: ignore[attr-defined]
    norm.beta = np.zeros(width, np.float32)  # type: ignore[attr-defined]


def _linear(linear: object, weight: "np.ndarray") -> None:
    linear.weight = weight  # type: ignore[attr-defined]
    linear.bias = np.zeros(weight.shape[0], np.float32)  # type: ignore[attr-defined]
