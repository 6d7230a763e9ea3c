"""A SentencePiece model with as many pieces as asked for, that cuts French as finely as a real one.

A unigram model is trained on the bundled articles. It comes to some hundreds of pieces, so it is filled up:
with most of the articles' words, which a model trained on millions of lines has whole, and with made-up
words that no text holds, which only a model's output shows.
"""

import io
import math
import random
import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, product

import sentencepiece

FIRST_ORDINARY = 3
"""The pieces before it are `<unk>`, `<s>` and `</s>`."""

END = 2
"""The number of `</s>`."""

_WHOLE = 0.8
"""The share of the articles' words that are one piece."""

_STEMS = """
abor alig amen arcou balan barde bocar brami calou carvi cendro chalan chéri clamo codar corbi cravan débour
dilan doucha drapo éblan écour effil emba entro épar escar étoupi falan fendri flamo forgi frison galou garni
glanou gouver grimo harpan héron houlo inflé jardou jonqui lamba lignou louvi malan marqué menui mirou moulan
narqui noué obli orpai palou parche pelou pivo plaqué poudri quénou ramou régla riban rouvi sablan sarcou
semou sillon souffla talan tarou tisan tourni trambou usi vagan velou vermi volan
"""
_MIDDLES = "b c ch d f g gn l ll m n nt p qu r rr s ss t tr v vr"
_ENDS = """
able ade age aille aire aison ance ant ante ard asse ateur atrice aux ée el elle ement ence ent erie ers esse
et ette eur euse eux ie ien ière if ille ine ion ique is isme iste ité oir oire on onne otte ure
"""


def tokenizer(texts: Sequence[str], count: int) -> bytes:
    """A unigram model of `count` pieces, as SentencePiece stores it."""
    model = _trained(texts, count)
    known = sentencepiece.SentencePieceProcessor(model_proto=model)
    pieces = {known.id_to_piece(place) for place in range(known.get_piece_size())}
    missing = [piece for piece in _ordinary(known, texts) if piece[0] not in pieces]
    more = islice((*missing, *_invented(count)), count - len(pieces))
    # a message in protocol buffers takes more of a repeated field at its end
    return model + b"".join(_field(piece, score) for piece, score in more)


def pieces(model: bytes) -> list[str]:
    """The pieces of a stored model, by their number."""
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(place) for place in range(processor.get_piece_size())]


def _trained(texts: Sequence[str], count: int) -> bytes:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        model_type="unigram",
        vocab_size=min(count, 1_000),
        hard_vocab_limit=False,
        character_coverage=1.0,
        unk_id=0,
        bos_id=1,
        eos_id=END,
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def _ordinary(
    processor: sentencepiece.SentencePieceProcessor, texts: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """Words and marks that a real model has as one piece, with their logarithmic frequency."""
    counts = Counter(
        word for text in texts for word in re.findall(r"▁?\w+|▁[^\w\s▁]", processor.normalize(text))
    )
    total = sum(counts.values())
    rng = random.Random(1)
    for word, times in counts.most_common():
        if times > 1 or rng.random() < _WHOLE:
            yield word, math.log(times / total)


def _invented(count: int) -> Iterator[tuple[str, float]]:
    """Words that are none, each once, rarer than any that is read."""
    parts = product(_STEMS.split(), _MIDDLES.split(), _ENDS.split())
    words = list(dict.fromkeys("▁" + "".join(word) for word in parts))
    random.Random(2).shuffle(words)
    for place, word in enumerate(words):
        yield word, -12 - place / count


def _field(piece: str, score: float) -> bytes:
    """One piece of a model as a field of its stored message: the text, and the score as a float."""
    text = piece.encode()
    message = b"\x0a" + bytes([len(text)]) + text + b"\x15" + struct.pack("<f", score)
    return b"\x0a" + bytes([len(message)]) + message
