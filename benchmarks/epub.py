"""The least book there is: for readers that open nothing else."""

import zipfile
from html import escape
from pathlib import Path

_CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>'
    "<dc:title>Article</dc:title><dc:language>fr</dc:language></metadata>"
    '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Article</title></head><body>{}</body></html>'
_NAV = (
    '<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc">'
    '<ol><li><a href="a.xhtml">A</a></li></ol></nav>'
)


def write_book(path: Path, text: str) -> None:
    """A book of one chapter, each paragraph of `text` one of its own."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("book.opf", _PACKAGE)
        book.writestr("nav.xhtml", _PAGE.format(_NAV))
        book.writestr("a.xhtml", _PAGE.format(paragraphs))
