"""Whatever bytes a file holds, it opens or is refused in one line."""

import tempfile
import zlib
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles import sources
from articles.errors import EnregardError
from articles.opening import article_from
from articles.sources import Collection, Raw
from tests.articles.sources import books
from tests.articles.sources.pages import PAGE
from tests.articles.sources.test_feed import ATOM, RSS
from tests.articles.sources.test_markdown import TEXT

STARTS = st.sampled_from(
    [
        b"",
        b"<!DOCTYPE html>",
        b"<html><body><p>",
        b"<?xml version='1.0' encoding='utf-16'?><rss>",
        b"<feed><entry><content type='xhtml'>",
        b"---\ntitle: ",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"\xfe\xff\0<",
        b"\xef\xbb\xbf",
        b"%PDF",
    ]
)

PIECES = (
    "<p> </p> <div> </div> <h1> <table> <tr> <td> <ul><li> <br/> <a href='x'> <b> <script> </script> -->",
    "<![CDATA[ ]]> &#1; &#0; &nbsp; &b; &#xD800; <meta charset=utf-7> <item> <link> <title/> <encoded> é « »",
    "<!-- \u00a0 \u202f \x1b \ufffe ⍽ <time datetime=2020> <svg> <math> <frameset> <base href=//[>",
)

MARKUP = st.lists(
    st.sampled_from(" ".join(PIECES).split(" ")).map(str.encode)
    | st.binary(max_size=8)
    | st.text(max_size=8).map(str.encode),
    max_size=40,
).map(b" ".join)


def damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    """`whole` with some of its bytes changed, or cut short."""

    def change(changes: list[tuple[int, int]], end: int) -> bytes:
        data = bytearray(whole)
        for place, byte in changes:
            data[place] = byte
        return bytes(data[:end])

    place = st.integers(0, len(whole) - 1)
    return st.builds(
        change, st.lists(st.tuples(place, st.integers(0, 255)), max_size=12), place | st.just(len(whole))
    )


def some_book() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return books.book(Path(folder) / "x.epub").read_bytes()


ANYTHING = st.one_of(
    st.binary(max_size=300),
    st.builds(bytes.__add__, STARTS, MARKUP),
    st.builds(bytes.__add__, STARTS, st.binary(max_size=100)),
    damaged(PAGE.encode()),
    damaged(RSS.encode()),
    damaged(ATOM.encode("utf-16")),
    damaged(TEXT.encode()),
    damaged(some_book()),
    damaged(zlib.compress(PAGE.encode())),
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(data=b"<feed><entry><content t=''>&b;", suffix="")
@example(data=b"<rss><channel><link>&#xD800;&#55296 &#x110000;", suffix="")
@given(data=ANYTHING, suffix=st.sampled_from(["", ".txt", ".md", ".html", ".epub", ".xml"]))
def test_any_bytes_open_or_get_one_line(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"article{suffix}"
    path.write_bytes(data)
    complaint = complaint_about(path)
    assert complaint is None or (len(str(complaint).splitlines()) == 1 and complaint.hint)


def complaint_about(path: Path) -> EnregardError | None:
    """Why the file is not opened; None where it is, and all that is in it is sound."""
    try:
        found = sources.look(str(path))
    except EnregardError as error:
        return error
    raws = [each.raw for each in found.entries if each.raw] if isinstance(found, Collection) else [found]
    for raw in raws:
        assert_sound(raw)
    return None


def assert_sound(raw: Raw) -> None:
    try:
        article = article_from(raw)
    except EnregardError:
        return
    for words in (article.title, article.byline, article.published, article.site):
        assert words is None or "\n" not in words
    for paragraph in article.paragraphs:
        assert paragraph.span.of(article.text).strip() == paragraph.span.of(article.text) != ""
