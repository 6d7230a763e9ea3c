"""Parsed French of any grammar at all: the tokens are spaCy's, what it says of them is chosen by bytes.

White space alone is what it is, as in every model. So the rules of the analysis are tried with everything
that a parser could ever tell them, much of which no model says, and a thousand times faster than the model
parses.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc

_POS = "NOUN PROPN VERB AUX ADJ ADP DET PRON PUNCT ADV CCONJ SCONJ NUM SPACE X SYM INTJ".split()
_DEPS = (
    "ROOT nsubj nsubj:pass obj iobj obl obl:agent obl:mod nmod amod det case punct advmod aux:tense aux:pass"
    " cop conj cc mark ccomp xcomp advcl acl acl:relcl appos flat:name flat:foreign fixed parataxis expl:subj"
    " expl:comp dep nummod vocative dislocated"
).split()
_MORPHS = [
    *("", "Gender=Fem|Number=Sing", "Gender=Masc|Number=Sing", "Gender=Fem|Number=Plur", "Number=Plur"),
    *("Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin", "Mood=Cnd|VerbForm=Fin", "VerbForm=Inf"),
    *("Gender=Masc|VerbForm=Part|Tense=Past", "Person=1|PronType=Prs", "Gender=Fem|Person=3|PronType=Prs"),
]
_ENTITIES = "O O O O B-PER I-PER B-ORG I-ORG B-LOC I-LOC B-MISC I-MISC".split()


class Grammar:
    """In the model's place: its tokenizer, and grammar read from `tape`, over and over."""

    def __init__(self, tape: bytes) -> None:
        self._tape = tape or b"\0"
        self._place = 0

    def make_doc(self, text: str) -> Doc:
        """The tokens of a text."""
        doc: Doc = _tokenizer()(text)
        return doc

    def pipe(self, given: Iterable[tuple[Doc, Any]], **_: object) -> Iterator[tuple[Doc, Any]]:
        """The texts with their grammar."""
        for doc, context in given:
            yield self._parsed(doc), context

    def _next(self) -> int:
        self._place += 1
        return self._tape[(self._place - 1) % len(self._tape)]

    def _parsed(self, doc: Doc) -> Doc:
        starts = [i for i in range(len(doc)) if i == 0 or doc[i].is_sent_start]
        heads, pos, deps, morphs, entities = [], [], [], [], []
        for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
            root = start + self._next() % (end - start)
            heads += [self._head(place, start, root, end) for place in range(start, end)]
        for place, head in enumerate(heads):
            pos.append(_POS[self._next() % len(_POS)])
            deps.append("ROOT" if head == place else _DEPS[1 + self._next() % (len(_DEPS) - 1)])
            morphs.append(_MORPHS[self._next() % len(_MORPHS)])
            entities.append(_ENTITIES[self._next() % len(_ENTITIES)])
        for place, token in enumerate(doc):
            if token.is_space:
                pos[place], morphs[place], entities[place] = "SPACE", "", "O"
        for place, entity in enumerate(entities):
            before = entities[place - 1][2:] if place else ""
            if entity.startswith("I-") and before != entity[2:]:
                entities[place] = f"B-{entity[2:]}"
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            heads=heads,
            deps=deps,
            pos=pos,
            morphs=morphs,
            ents=entities,
        )

    def _head(self, place: int, start: int, root: int, end: int) -> int:
        """A head towards the root, so that they make a tree."""
        if place == root:
            return root
        if place > root:
            return root + self._next() % (place - root)
        return root - self._next() % (root - place)


@cache
def _tokenizer() -> Any:
    from articles.analysis import french_model

    return french_model.load().tokenizer
