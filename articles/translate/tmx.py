"""Translation memories of other programs: TMX 1.4 (LISA OSCAR, 2005), read as a stream."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from articles.canonical import canonical
from articles.errors import EnregardError
from articles.translation import BY_HAND, Pair, Segment, Translation

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def segments(path: Path, pair: Pair) -> Iterator[Segment]:
    """The segments of `pair` in the TMX file at `path`, one after the other, in bounded memory.

    A unit's `origin` property is its origin; a unit without one was made by hand. Regional codes count as
    their language. Raises EnregardError, possibly after some segments, when the file is not TMX.
    """
    from lxml import etree

    try:
        units = etree.iterparse(
            str(path), events=("end",), tag="tu", resolve_entities=False, no_network=True, load_dtd=False
        )
        for _, unit in units:
            segment = _segment(unit, pair)
            if segment is not None:
                yield segment
            unit.clear()
            while unit.getprevious() is not None:
                del unit.getparent()[0]
        root = units.root
    except OSError as error:
        raise EnregardError(f"{path} cannot be read", "check the path") from error
    except etree.XMLSyntaxError as error:
        raise EnregardError(
            f"{path} is not a TMX file ({error.msg})", "export it again as TMX 1.4"
        ) from error
    if root is None or root.tag != "tmx":
        raise EnregardError(f"{path} is not a TMX file", "export it again as TMX 1.4")


def _segment(unit: "_Element", pair: Pair) -> Segment | None:
    texts: dict[str, str] = {}
    for variant in unit.iterfind("tuv"):
        language = variant.get(_LANGUAGE) or variant.get("lang") or ""
        seg = variant.find("seg")
        if seg is not None:
            texts.setdefault(language.lower().replace("_", "-").split("-")[0], _plain(seg))
    source, target = texts.get(pair.source, ""), texts.get(pair.target, "")
    if not source or not target:
        return None
    origin = next((prop.text for prop in unit.iterfind("prop") if prop.get("type") == "origin"), None)
    return Segment(source, Translation(target, origin or BY_HAND))


def _plain(seg: "_Element") -> str:
    """The words of a segment, without the inline mark-up (`bpt`, `ept`, `ph`, `it`) of other programs."""
    parts = [seg.text or ""]
    for child in seg:
        if child.tag in ("hi", "sub"):
            parts.append(_plain(child))
        parts.append(child.tail or "")
    return canonical("".join(parts)).strip()
