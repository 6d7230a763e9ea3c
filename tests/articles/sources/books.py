"""EPUB books made for tests."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)

NAV = (
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
    '<head><title/></head><body><nav epub:type="landmarks"><a href="halle.xhtml">Début</a></nav>'
    '<nav epub:type="toc"><ol><li><a href="text/quai.xhtml">Le quai</a></li>'
    '<li><a href="text/la%20halle.xhtml#debut">La halle</a></li></ol></nav></body></html>'
)

NCX = (
    '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx.dtd">'
    '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
    '<navPoint><navLabel><text>Sur le quai</text></navLabel><content src="text/quai.xhtml#x"/>'
    "<navPoint><navLabel><text>Plus bas</text></navLabel><content src='text/quai.xhtml#y'/></navPoint>"
    "</navPoint></navMap></ncx>"
)


def chapter(body: str) -> str:
    """A chapter in XHTML, with the empty elements that HTML would stumble on."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/>'
        f'<script src="x.js"/></head><body><a id="debut"/>{body}</body></html>'
    )


def package(
    spine: str = '<itemref idref="c"/><itemref idref="b"/><itemref idref="a"/>', ncx: bool = False
) -> str:
    """A book of a cover and two chapters; b comes before a."""
    table = (
        '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        if ncx
        else '<item id="toc" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    )
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Carnets de Valbrune</dc:title>'
        "<dc:creator>Odile Garance</dc:creator><dc:creator>Jean Roux</dc:creator>"
        "<dc:date>2021-05-04</dc:date>"
        f"</metadata><manifest>{table}"
        '<item id="a" href="text/la%20halle.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="text/quai.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>'
        f'</manifest><spine toc="toc">{spine}</spine></package>'
    )


def parts() -> dict[str, str]:
    """What is in a good book."""
    return {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package(),
        "OEBPS/nav.xhtml": NAV,
        "OEBPS/cover.xhtml": chapter('<img src="cover.jpg" alt="Couverture"/>'),
        "OEBPS/text/quai.xhtml": chapter(
            '<h2>Le quai</h2><p>Il pleut&nbsp;!<a epub:type="noteref" href="#n">1</a> Elle<br/>rit.</p>'
        ),
        "OEBPS/text/la halle.xhtml": chapter("<p>La halle est <i>vide</i>.</p><p>Le soir tombe.</p>"),
    }


def book(path: Path, content: Mapping[str, str | bytes] | None = None, *, has_type: bool = True) -> Path:
    """Write a book to `path`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if has_type:
            archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in (parts() if content is None else content).items():
            archive.writestr(name, data)
    return path
