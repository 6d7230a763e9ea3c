"""What is fuzzed: each target takes any bytes, and raises where a promise is broken.

A refusal in one line (EnregardError) is no finding. Anything else that is raised is one, and so is a result
of which what is promised does not hold.
"""

import io
import os
import tempfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from articles import opening, segment, sources
from articles.annotations import Analysis
from articles.article import Article
from articles.canonical import canonical, flowed, one_line
from articles.errors import EnregardError
from articles.paragraphs import paragraphs
from articles.sources import Collection, Raw, decoding, epub, feed, markdown, page
from articles.spans import Span
from articles.translation import FRENCH_ENGLISH, Translation
from tests.fuzz import invariants
from tests.fuzz.alphabet import text_of

Target = Callable[[bytes], None]

_SEPARATOR = b"\n%%\n"


def plain(data: bytes) -> None:
    """A plain text in whatever encoding."""
    with _refusals():
        _check_raw(Raw(decoding.decoded(data, "x"), "x.txt", "x"))


def html(data: bytes) -> None:
    """A saved page."""
    with _refusals():
        _check_raw(page.raw(data, source="x.html", name="x"))


def a_feed(data: bytes) -> None:
    """An RSS or Atom feed."""
    with _refusals():
        _check_collection(feed.collection(data, source="x.xml", name="x"))


def a_markdown(data: bytes) -> None:
    """A Markdown text."""
    _check_raw(markdown.raw(data.decode(errors="replace"), source="x.md", name="x"))


def book(data: bytes) -> None:
    """A book: an archive as it is, or made of named parts."""
    file = _scratch() / "x.epub"
    file.write_bytes(_archive(data))
    with _refusals():
        _check_collection(epub.collection(file))


def anything(data: bytes) -> None:
    """A file of which the kind is not known, under a name of which the first byte tells the ending."""
    endings = ("", ".txt", ".md", ".html", ".epub", ".xml")
    file = _scratch() / f"any{endings[data[0] % 6] if data else ''}"
    file.write_bytes(data[1:])
    with _refusals():
        found = sources.look(str(file))
        _check_collection(found) if isinstance(found, Collection) else _check_raw(found)


def sentences(data: bytes) -> None:
    """Paragraphs and sentences of texts that look like French."""
    text = canonical(text_of(data))
    assert canonical(text) == text
    found = [paragraph.span for paragraph in paragraphs(text)]
    all_sentences = segment.sentences(text, found)
    for index, span in enumerate(found):
        alone = segment.sentences(span.of(text), [Span(0, len(span))])
        own = [each.span for each in all_sentences if each.paragraph == index]
        assert own == [Span(s.span.start + span.start, s.span.end + span.start) for s in alone], (
            "neighbours count"
        )
    with _refusals():
        invariants.check_article(opening.article_of(text, source="x", name="x"))


def marks(data: bytes) -> None:
    """Quotation marks in texts that look like French."""
    from articles.analysis.quotes.marks import stretches

    article = _article(text_of(data))
    if article is None:
        return
    found = stretches(article)
    for one in found:
        words = one.span.of(article.text)
        assert words == words.strip() != ""
        assert one.outer.covers(one.span)
        assert article.paragraphs[one.paragraph].span.covers(one.outer)
        assert one.depth >= 0
    assert [one.outer.start for one in found] == sorted(one.outer.start for one in found)


def analysis(data: bytes) -> None:
    """The whole analysis, over any grammar: the first half is the text, the second the grammar."""
    middle = len(data) // 2
    article = _article(text_of(data[:middle]))
    if article is not None:
        invariants.check_analysis(article, _analysed(article, data[middle:]))


def copies(data: bytes) -> None:
    """What is copied, cited and exported of an article, over any analysis and any English."""
    article = _article(text_of(data))
    if article is not None:
        _check_copies(article, _analysed(article, data[::-1]), canonical(text_of(data[::-1])))


def real_analysis(data: bytes) -> None:
    """The whole analysis with the real model; slow."""
    from articles.analysis import pipeline

    article = _article(text_of(data))
    if article is not None:
        invariants.check_analysis(article, pipeline.analyse(article))


def tmx(data: bytes) -> None:
    """A translation memory; what is read can be written, and read again."""
    from articles.store.memory import StoredSegment
    from articles.translating import tmx as memories

    file = _scratch() / "x.tmx"
    file.write_bytes(data)
    found = []
    with _refusals():
        for one in memories.segments(file, FRENCH_ENGLISH):
            for words in (one.source, one.translation.english):
                assert canonical(words) == words
            assert invariants.is_harmless(one.translation.origin)
            found.append(one)
    stored = [StoredSegment(one, "2026-01-01T00:00:00Z") for one in found]
    with file.open("wb") as sink:
        assert memories.write(stored, sink, FRENCH_ENGLISH) == len(found)
    again = list(memories.segments(file, FRENCH_ENGLISH))
    assert [_xml(one.source) for one in found] == [one.source for one in again]


def pack(data: bytes) -> None:
    """A language pack's archive, up to where its model would be loaded; nothing is left beside its place."""
    from articles.translating import argos, installing, packs

    home = _scratch() / "argos" / "packages"
    home.mkdir(parents=True, exist_ok=True)
    file = _scratch() / "x.argosmodel"
    file.write_bytes(_archive(data))
    before = set(_scratch().rglob("*"))
    kept = packs.directories, argos.loads
    packs.directories = lambda: (home,)
    argos.loads = lambda pack: None
    try:
        with _refusals():
            done = installing.install_from_file(file)
            assert done.path.parent == home
            assert invariants.is_harmless(done.origin)
            installing.remove(done)
    finally:
        packs.directories, argos.loads = kept
    left = set(_scratch().rglob("*")) - before
    assert not left, left


def reply(data: bytes) -> None:
    """What the analysis process, or the cache, says of an article: it fits the article, or is refused."""
    import json

    from articles.analysis.encoding import decoded

    article = _article("« Oui », dit Claire Roux à Lyon.\n\nNon. Peut-être.")
    assert article is not None
    try:
        given = json.loads(data)
        found = decoded(given, article)
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    for span in [quote.span for quote in found.quotes]:
        assert span.end <= len(article.text)


TARGETS: dict[str, Target] = {
    "plain": plain,
    "html": html,
    "feed": a_feed,
    "markdown": a_markdown,
    "book": book,
    "anything": anything,
    "sentences": sentences,
    "marks": marks,
    "analysis": analysis,
    "copies": copies,
    "real-analysis": real_analysis,
    "tmx": tmx,
    "pack": pack,
    "reply": reply,
}


@contextmanager
def _refusals() -> Iterator[None]:
    """A refusal is one line, with what to do."""
    refusal: EnregardError | None = None
    try:
        yield
    except EnregardError as error:
        refusal = error
    if refusal is not None:
        assert invariants.is_harmless(str(refusal)), repr(str(refusal))
        assert len(str(refusal).splitlines()) == 1, repr(str(refusal))
        assert refusal.hint


def _check_raw(raw: Raw) -> None:
    with _refusals():
        invariants.check_article(opening.article_from(raw))


def _check_collection(found: Collection) -> None:
    assert invariants.is_harmless(found.title), repr(found.title)
    for entry in found.entries:
        assert invariants.is_harmless(entry.title), repr(entry.title)
        if entry.raw is not None:
            _check_raw(entry.raw)


def _analysed(article: Article, tape: bytes) -> Analysis:
    from articles.analysis import parsing, pipeline
    from tests.fuzz.grammar import Grammar

    grammar, real = Grammar(tape), parsing.model
    parsing.model = lambda: grammar  # type: ignore[assignment]
    try:
        return pipeline.analyse(article)
    finally:
        parsing.model = real


def _check_copies(article: Article, found: Analysis, english: str) -> None:
    from articles import citing, clippings, exporting

    words = flowed(english).strip() or "x"
    translations = {i: Translation(words, "argos fr-en 1.9") for i in range(0, len(article.sentences), 2)}
    for quote in found.quotes:
        clipping = clippings.clipping_of_quote(article, found, quote, translations)
        for copied in (citing.french(clipping), citing.english(clipping), citing.both(clipping)):
            assert copied is None or canonical(copied) == copied, repr(copied)
        assert canonical(citing.markdown(clipping)) == citing.markdown(clipping)
    for known in exporting.Format:
        written = exporting.written_as(known, article, found, translations, language="fr").decode()
        assert not any(map(_drives, written)), known


def _drives(character: str) -> bool:
    return one_line(character) == "\ufffd" != character


def _article(text: str) -> Article | None:
    try:
        return opening.article_of(text, source="x", name="x")
    except EnregardError:
        return None


def _archive(data: bytes) -> bytes:
    """The bytes themselves; where they begin with a separator, a zip file of names and contents in turn."""
    if not data.startswith(_SEPARATOR):
        return data
    parts = data.split(_SEPARATOR)[1:]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, content in zip(parts[::2], parts[1::2], strict=False):
            info = zipfile.ZipInfo(name.decode(errors="replace") or "x")
            archive.writestr(info, content)
    return made.getvalue()


def _xml(words: str) -> str:
    """Words as XML keeps them."""
    return words.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


@cache
def _scratch() -> Path:
    """A folder for files that a target reads; in memory where there is one."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="enregard-fuzz-", dir=memory if os.access(memory, os.W_OK) else None)
    import atexit
    import shutil

    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
