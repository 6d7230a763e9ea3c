"""The JSON Schema says of the document what the document is, and refuses what it is not."""

import json
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.annotations import Actor, ActorKind, Analysis, Quote, RankedSentence
from articles.article import Article
from articles.document import SCHEMA, SCHEMA_FILE, document
from articles.opening import article_of
from articles.spans import Span
from articles.translation import Translation

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

WRITTEN: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))

TEXT = "Le pont\n\n« Il tient », a dit Léa Bru, maire. Il pleut."


@cache
def validator() -> "Draft202012Validator":
    """What documents are checked with; it takes a second to import."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(WRITTEN)


def analysis(article: Article) -> Analysis:
    name = Span(article.text.index("Léa"), article.text.index("Léa") + 7)
    said = Span(article.text.index("Il tient"), article.text.index("Il tient") + 8)
    cue = Span(article.text.index("a dit"), article.text.index("a dit") + 5)
    quotes = (Quote(said, 1, "Léa Bru", cue), Quote(said, 1))
    actors = (Actor("Léa Bru", ActorKind.PERSON, (name,), "maire", quotes=(0,)),)
    return Analysis(article.id, "1", quotes, actors, (RankedSentence(1, 1.0), RankedSentence(2, 0.25)))


def made() -> dict[str, Any]:
    article = article_of(TEXT, source="pont.txt", name="pont")
    found = {0: Translation("The bridge", "by hand")}
    return document(article, analysis(article), found, language=None)


def test_the_schema_is_one_and_the_document_is_as_it_says() -> None:
    validator().check_schema(WRITTEN)
    validator().validate(made())
    assert WRITTEN["$defs"]["version"]["const"] == SCHEMA
    assert made()["quotes"][1] == {
        "start": 11,
        "end": 19,
        "speaker": None,
        "cue": None,
        "sentence": 1,
        "described": None,
        "spoken": None,
    }


@given(st.text(min_size=1))
def test_whatever_the_text_the_document_is_as_it_says(text: str) -> None:
    if not text.isprintable() or not text.strip():
        text += "Il pleut."
    article = article_of(text, source="-", name="standard input")
    nothing = Analysis(article.id, "1", (), (), ())
    written = json.dumps(document(article, nothing, {}, language="fr"))
    validator().validate(json.loads(written))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], 2),
        (["article", "id"], "not a digest"),
        (["article", "paragraphs", 0, "kind"], "footer"),
        (["article", "text"], None),
        (["sentences", 0, "start"], -1),
        (["sentences", 0, "english"], 3),
        (["summary", 0, "score"], 1.5),
        (["quotes", 0, "cue"], [1]),
        (["quotes", 0, "speaker"], ["Léa Bru"]),
        (["actors", 0, "kind"], "animal"),
        (["actors", 0, "mentions"], []),
        (["actors", 0, "mentions", 0], [1, 2, 3]),
        (["more"], {}),
    ],
)
def test_what_is_not_so_is_refused(path: list[Any], value: object) -> None:
    from jsonschema.exceptions import ValidationError

    changed = deepcopy(made())
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        validator().validate(changed)


def test_every_key_must_be_there() -> None:
    whole = made()
    places: list[dict[str, Any]] = [
        whole,
        whole["article"],
        *(whole[part][0] for part in ("sentences", "summary", "quotes", "actors")),
    ]
    for place in places:
        for key in list(place):
            kept = place.pop(key)
            assert not validator().is_valid(whole), key
            place[key] = kept
    validator().validate(whole)
