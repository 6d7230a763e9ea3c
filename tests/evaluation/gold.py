"""Gold articles: what people found in them, read from a folder of JSON files (tests/gold/README.md)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.canonical import canonical
from articles.errors import EnregardError
from articles.spans import Span
from tests.evaluation.findings import Findings, Named, Quoted

FOLDER = Path(__file__).parents[1] / "gold"
"""The project's own gold articles."""

_SUMMARIES = "summaries.json"


@dataclass(frozen=True, slots=True)
class Editors:
    """The sentences of a summary, by index: each editor's choice, all that would do, those that never do."""

    choices: tuple[frozenset[int], ...]
    acceptable: frozenset[int]
    never: frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with what people found in it; spans stand on its canonical text."""

    name: str
    text: str
    findings: Findings
    editors: Editors | None = None


def load(folder: Path) -> tuple[Gold, ...]:
    """Every gold article of a folder, in the order of the file names.

    Raises EnregardError where the folder holds none, or a file that is not what it should be.
    """
    paths = sorted(path for path in folder.glob("*.json") if path.name != _SUMMARIES)
    if not paths:
        raise EnregardError(f"no gold article in {folder}", "name a folder of .json files")
    summaries = folder / _SUMMARIES
    editors = _json(summaries) if summaries.is_file() else {}
    return tuple(_article(path, editors.get(path.stem)) for path in paths)


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EnregardError(f"{path} cannot be read as JSON", str(error)) from error
    if not isinstance(found, dict):
        raise EnregardError(f"{path} does not hold a JSON object")
    return found


def _article(path: Path, editors: Any) -> Gold:
    found = _json(path)
    try:
        text = found["text"]
        findings = _findings(text, found)
        return Gold(path.stem, canonical(text), findings, _editors(editors, findings))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise EnregardError(f"{path} is not a gold article", f"{type(error).__name__}: {error}") from error


def _findings(text: str, found: dict[str, Any]) -> Findings:
    sentences, quotes, actors = found.get("sentences"), found.get("quotes"), found.get("actors")
    return Findings(
        sentences=None if sentences is None else _spans(text, sentences),
        quotes=None if quotes is None else tuple(_quote(text, quote) for quote in quotes),
        actors=None if actors is None else tuple(_actor(text, actor) for actor in actors),
    )


def _quote(text: str, quote: dict[str, Any]) -> Quoted:
    speaker = quote.get("speaker")
    return Quoted(_span(text, quote["start"], quote["end"]), None if speaker is None else _name(speaker))


def _actor(text: str, actor: dict[str, Any]) -> Named:
    return Named(_name(actor["name"]), _spans(text, actor.get("mentions") or []))


def _name(name: Any) -> str:
    if not isinstance(name, str):
        raise TypeError(f"not a name: {name!r}")
    return name


def _spans(text: str, bounds: list[list[int]]) -> tuple[Span, ...]:
    return tuple(_span(text, start, end) for start, end in bounds)


def _span(text: str, start: int, end: int) -> Span:
    """A span of the text as it is written, moved to where it stands in the canonical text."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"not a span of the text: [{start}, {end})")
    return Span(len(canonical(text[:start])), len(canonical(text[:end])))


def _editors(entry: dict[str, list[int]] | None, findings: Findings) -> Editors | None:
    if entry is None:
        return None
    count = len(findings.sentences or ())
    own = {key: frozenset(entry[key]) for key in ("A", "B", "acceptable", "never")}
    if any(index not in range(count) for indices in own.values() for index in indices):
        raise ValueError(f"{_SUMMARIES} does not fit its {count} sentences")
    return Editors((own["A"], own["B"]), own["acceptable"], own["never"])
