"""The French catalogue: whole, current, compiled, and typographically French."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from articles import wording

ROOT = Path(wording.__file__).parent.parent
SOURCES = ("articles", "tui")
PO = wording.LOCALE / "fr" / "LC_MESSAGES" / f"{wording.DOMAIN}.po"
MARKERS = ("_", "ngettext", "N_")


@pytest.fixture(scope="module")
def french() -> Catalog:
    """The catalogue as it is written."""
    with PO.open("rb") as file:
        return read_po(file, locale="fr", abort_invalid=True)


@pytest.fixture(scope="module")
def compiled() -> Catalog:
    """The catalogue as it is read by the program."""
    with PO.with_suffix(".mo").open("rb") as file:
        return read_mo(file)


def said_in_the_code() -> set[tuple[str, ...]]:
    """What is marked in the code: each message, or its singular and plural."""
    found = set()
    for source in SOURCES:
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / source):
            found.add(message if isinstance(message, tuple) else (message,))
    return found


def forms(message: Message) -> tuple[str, ...]:
    """A message in English: itself, or its singular and plural."""
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)


def translations(message: Message) -> tuple[str, ...]:
    """A message in French, in one form or several."""
    said = message.string
    return tuple(said) if isinstance(said, (tuple, list)) else (said or "",)


def messages(catalogue: Catalog) -> list[Message]:
    """The messages of a catalogue, without its header."""
    return [message for message in catalogue if message.id]


def test_everything_that_is_said_is_in_the_catalogue_and_nothing_else(french: Catalog) -> None:
    assert {forms(message) for message in messages(french)} == said_in_the_code()


def test_everything_is_translated(french: Catalog) -> None:
    assert [message.id for message in messages(french) if not all(translations(message))] == []
    assert [message.id for message in messages(french) if message.fuzzy] == []


def test_the_compiled_catalogue_is_the_written_one(french: Catalog, compiled: Catalog) -> None:
    written = {
        forms(message): translations(message) for message in messages(french) if all(translations(message))
    }
    assert {forms(message): translations(message) for message in messages(compiled)} == written
    assert compiled.plural_expr == french.plural_expr


def test_what_varies_is_the_same_in_both_languages(french: Catalog) -> None:
    odd = [message.id for message in messages(french) if not _has_the_same_places(message)]
    assert odd == []


def _has_the_same_places(message: Message) -> bool:
    """The last form has the places of the last English one; a singular has no others than English has."""
    *fewer, last = map(_places, translations(message))
    known = {place for form in forms(message) for place in _places(form)}
    return last == _places(forms(message)[-1]) and all(known.issuperset(places) for places in fewer)


def _places(words: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}|%\(\w+\)\w", words))


def test_french_typography(french: Catalog) -> None:
    """No-break spaces before high punctuation and inside guillemets, and typographic apostrophes."""
    wrong = re.compile(r" [:;!?»]|« |\w[;!?»](?!\w)|«\w|[^\W\d_]'[^\W\d_]|\.\.\.(?!$)|\d (?:Mo|%)")
    odd = [said for message in messages(french) for said in translations(message) if wrong.search(said)]
    assert odd == []


def test_whatever_is_marked_can_be_extracted() -> None:
    """A marked text stands there in full: not in a variable or an f-string, nor marked inside an f-string."""
    odd = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for source in SOURCES
        for path in (ROOT / source).rglob("*.py")
        for call, is_inside in _marked(ast.parse(path.read_text(encoding="utf-8")))
        if is_inside or any(isinstance(text, ast.JoinedStr) for text in call.args)
    ]
    assert odd == []


def _marked(node: ast.AST, is_inside: bool = False) -> Iterator[tuple[ast.Call, bool]]:
    """The calls that mark a text, each with whether it stands in an f-string."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
        yield node, is_inside
    for child in ast.iter_child_nodes(node):
        yield from _marked(child, is_inside or isinstance(node, ast.JoinedStr))


def test_what_click_says_is_as_click_says_it() -> None:
    import click

    from tui.cli import click_words

    sources = Path(click.__file__).parent.glob("*.py")
    said = {
        node.value
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    listed = [
        text.value
        for call, _ in _marked(ast.parse(Path(click_words.__file__).read_text(encoding="utf-8")))
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    assert len(listed) > len(click_words.WORDS)
    assert [text for text in listed if text not in said] == []
