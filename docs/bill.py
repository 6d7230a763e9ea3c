"""The bill of materials: `make sbom` completes it with this, `make licences` prints its licences."""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def complete(bill: dict[str, Any], environment: Path) -> None:
    """Licences that a package states in its own words; for the program itself, what it needs to run."""
    packages = next(environment.glob("lib/python*/site-packages"))
    stated: dict[str, str | None] = {}
    for each in distributions(path=[str(packages)]):
        metadata: Any = each.metadata
        stated[_folded(each.name)] = metadata.get("License")
    for component in bill["components"]:
        words = (stated.get(_folded(component["name"])) or "").strip()
        if words and not component.get("licenses"):
            component["licenses"] = [{"license": {"name": words.splitlines()[0]}}]
    needed = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {_folded(re.split(r"[^\w.-]", each)[0]) for each in needed}
    references = {each["bom-ref"] for each in bill["components"] if _folded(each["name"]) in names}
    for dependency in bill["dependencies"]:
        if dependency["ref"] == bill["metadata"]["component"]["bom-ref"]:
            dependency["dependsOn"] = sorted(references)


def licences(bill: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Name, version and licences of each component; what the program names itself comes first."""
    root = bill["metadata"]["component"]["bom-ref"]
    named = {ref for each in bill["dependencies"] if each["ref"] == root for ref in each.get("dependsOn", [])}
    for each in sorted(
        bill["components"], key=lambda one: (one["bom-ref"] not in named, one["name"].lower())
    ):
        yield each["name"], each["version"], " / ".join(dict.fromkeys(_stated(each))) or "not stated"


def _stated(component: dict[str, Any]) -> Iterator[str]:
    for each in component.get("licenses", []):
        found = each.get("license", {})
        named = found.get("name", "").removeprefix("License :: ").removeprefix("OSI Approved :: ")
        yield each.get("expression") or found.get("id") or named


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    file, *rest = map(Path, sys.argv[1:])
    found = json.loads(file.read_text(encoding="utf-8"))
    if rest:
        complete(found, rest[0])
        file.write_text(json.dumps(found, indent=2), encoding="utf-8")
    else:
        for row in licences(found):
            print("{:24} {:12} {}".format(*row))
