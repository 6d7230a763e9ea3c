"""The records of an article, put in and made anew: what it is, its text, its tags; inside a transaction."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from articles.article import Article, Sentence
from articles.canonical import one_line
from articles.folding import folded
from articles.sources.raw import is_passing
from articles.store import passages
from articles.store.database import Connection

NEXT_TOUCH = "(SELECT COALESCE(MAX(touched), 0) + 1 FROM articles)"
"""The place of the article last opened or added, among those that were before."""

BETWEEN_TAGS = "\x1f"
"""What no tag holds."""


def number_of(connection: Connection, id: str) -> int | None:
    """The number under which the article with this id is kept."""
    row = connection.execute("SELECT number FROM articles WHERE id = ?", (id,)).fetchone()
    return None if row is None else int(row[0])


def article(connection: Connection, id: str) -> Article | None:
    """The article with this id, as it was put in."""
    row = connection.execute(
        "SELECT number, title, source, paragraphs, byline, published, site FROM articles WHERE id = ?", (id,)
    ).fetchone()
    if row is None:
        return None
    number, title, source, paragraphs, byline, published, site = row
    parts = connection.execute(
        "SELECT french, sentences FROM passages WHERE article = ? ORDER BY first", (number,)
    ).fetchall()
    return Article(
        id=id,
        text="".join(french for french, _ in parts),
        title=title,
        source=source,
        paragraphs=passages.paragraphs(paragraphs),
        sentences=tuple(sentence for _, kept in parts for sentence in passages.sentences(kept)),
        byline=byline,
        published=published,
        site=site,
    )


def insert(connection: Connection, article: Article, number: int | None = None) -> int:
    """Insert an article under a number, the next one unless given; its number."""
    given = connection.execute(
        "INSERT INTO articles (number, id, title, title_key, byline, published, site, source, sentences,"
        f" last, paragraphs, touched) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {NEXT_TOUCH})",
        (
            number,
            article.id,
            article.title,
            folded(article.title),
            article.byline,
            article.published,
            article.site,
            article.source,
            len(article.sentences),
            passages.last_to_read(article),
            passages.kept_paragraphs(article),
        ),
    ).lastrowid
    assert given is not None
    passages.insert(connection, given, article)
    return given


def renew(connection: Connection, number: int, given: Article) -> None:
    """Make what is kept of an article be as `given` has it, which has the same text."""
    kept = article(connection, given.id)
    assert kept is not None
    is_kept = is_passing(given.source) and not is_passing(kept.source)
    title = kept.title if is_kept else given.title
    if title != kept.title:
        connection.execute(
            "UPDATE articles SET title = ?, title_key = ? WHERE number = ?", (title, folded(title), number)
        )
    connection.execute(
        "UPDATE articles SET source = ?, byline = COALESCE(?, byline), published = COALESCE(?, published),"
        " site = COALESCE(?, site) WHERE number = ?",
        (
            kept.source if is_kept else given.source,
            given.byline,
            given.published,
            given.site,
            number,
        ),
    )
    if (given.paragraphs, given.sentences) != (kept.paragraphs, kept.sentences):
        _cut_anew(connection, number, kept.sentences, given)
    else:
        passages.refresh_english(connection, number, given)


def _cut_anew(connection: Connection, number: int, before: Sequence[Sentence], given: Article) -> None:
    starts = [sentence.span.start for sentence in given.sentences]

    def now(position: int) -> int:
        at = before[position].span.start if position < len(before) else 0
        return max(0, bisect_right(starts, at) - 1)

    sentence, furthest = connection.execute(
        "SELECT sentence, furthest FROM articles WHERE number = ?", (number,)
    ).fetchone()
    connection.execute(
        "UPDATE articles SET sentence = ?, furthest = ?, sentences = ?, last = ?, paragraphs = ?"
        " WHERE number = ?",
        (
            now(sentence),
            now(furthest),
            len(given.sentences),
            passages.last_to_read(given),
            passages.kept_paragraphs(given),
            number,
        ),
    )
    connection.execute("DELETE FROM passages WHERE article = ?", (number,))
    passages.insert(connection, number, given)


def insert_tags(connection: Connection, number: int, tags: Iterable[str]) -> None:
    """Give an article these tags besides those it has."""
    lines = [tag(each) for each in tags]
    connection.executemany(
        "INSERT OR IGNORE INTO tags (article, key, tag) VALUES (?, ?, ?)",
        ((number, folded(each), each) for each in lines if folded(each)),
    )


def tag(given: str) -> str:
    """A tag as it is kept: on one line, without the # that it may be written with."""
    return one_line(given.replace(BETWEEN_TAGS, " ")).lstrip("#").strip()
