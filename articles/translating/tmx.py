"""Translation memories for and from other programs: TMX 1.4 (LISA OSCAR, 2005), as a stream both ways."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING

from articles.canonical import canonical, for_xml, one_line
from articles.errors import EnregardError
from articles.store.memory import StoredSegment
from articles.translation import BY_HAND, Pair, Segment, Translation
from articles.wording import _

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
        for _event, unit in units:
            segment = _segment(unit, pair)
            if segment is not None:
                yield segment
            unit.clear()
            parent = unit.getparent()
            while parent is not None and unit.getprevious() is not None:
                del parent[0]
        root = units.root
    except OSError as error:
        what = _("{path} cannot be read").format(path=path)
        raise EnregardError(what, _("check the path")) from error
    except etree.XMLSyntaxError as error:
        what = _("{path} is not a TMX file ({reason})").format(path=path, reason=one_line(error.msg or ""))
        raise EnregardError(what, _("export it again as TMX 1.4")) from error
    if root is None or root.tag != "tmx":
        what = _("{path} is not a TMX file").format(path=path)
        raise EnregardError(what, _("export it again as TMX 1.4"))


def write(stored: Iterable[StoredSegment], file: IO[bytes], pair: Pair) -> int:
    """Write segments of `pair` as TMX 1.4, which OmegaT and its kin open; tells how many.

    Each unit has its date and, as a property, its origin, so that importing the file again changes nothing.
    What `stored` breaks off with is raised, and the file then breaks off too: nothing takes it for whole.
    """
    from lxml import etree

    count = 0
    header = {
        "creationtool": "enregard",
        "creationtoolversion": version("enregard"),
        "segtype": "sentence",
        "o-tmf": "enregard",
        "adminlang": "en",
        "srclang": pair.source,
        "datatype": "plaintext",
        "creationdate": datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"),
    }
    with ExitStack() as ends:
        xml = ends.enter_context(etree.xmlfile(file, encoding="utf-8"))
        xml.write_declaration()
        xml.write_doctype('<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        ends.enter_context(xml.element("tmx", version="1.4"))
        xml.write("\n")
        xml.write(etree.Element("header", header))
        xml.write("\n")
        ends.enter_context(xml.element("body"))
        xml.write("\n")
        try:
            for one in stored:
                xml.write(_unit(one, pair))
                xml.write("\n")
                count += 1
        except BaseException:
            ends.pop_all()
            raise
    return count


def _unit(stored: StoredSegment, pair: Pair) -> "_Element":
    from lxml import etree

    date = stored.created.replace("-", "").replace(":", "")
    unit = etree.Element("tu", creationdate=date)
    etree.SubElement(unit, "prop", type="origin").text = for_xml(stored.segment.translation.origin)
    for language, words in (
        (pair.source, stored.segment.source),
        (pair.target, stored.segment.translation.english),
    ):
        variant = etree.SubElement(unit, "tuv", {_LANGUAGE: language})
        etree.SubElement(variant, "seg").text = for_xml(words)
    return unit


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
    return Segment(source, Translation(target, one_line(origin or "") or BY_HAND))


def _plain(seg: "_Element") -> str:
    """The words of a segment, without the inline mark-up (`bpt`, `ept`, `ph`, `it`) of other programs."""
    parts = [seg.text or ""]
    for child in seg:
        if child.tag in ("hi", "sub"):
            parts.append(_plain(child))
        parts.append(child.tail or "")
    return canonical("".join(parts)).strip()
