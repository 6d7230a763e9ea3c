"""The clippings: copied words with their places, the latest first."""

from articles.clippings import Clipping, ClippingKind
from articles.spans import Span
from articles.store.database import Connection, explained

_COLUMNS = (
    "article, start, end, kind, title, source, site, published, french, english, is_exact,"
    " names_speaker, origin, speaker, attribution"
)


@explained
def keep(connection: Connection, clipping: Clipping) -> None:
    """Keep a clipping; one of the same place is the same, and becomes the latest."""
    connection.execute(
        f"INSERT OR REPLACE INTO clippings ({_COLUMNS}) VALUES ({', '.join('?' * 15)})",
        (
            clipping.article,
            clipping.span.start,
            clipping.span.end,
            str(clipping.kind),
            clipping.title,
            clipping.source,
            clipping.site,
            clipping.published,
            clipping.french,
            clipping.english,
            clipping.is_exact,
            clipping.names_speaker,
            clipping.origin,
            clipping.speaker,
            clipping.attribution,
        ),
    )


@explained
def drop(connection: Connection, clipping: Clipping) -> None:
    """Drop the clipping of this place."""
    connection.execute(
        "DELETE FROM clippings WHERE article = ? AND start = ? AND end = ?",
        (clipping.article, clipping.span.start, clipping.span.end),
    )


@explained
def all_of(connection: Connection, article: str | None = None) -> list[Clipping]:
    """Every clipping, or those of the article with this id, the latest first."""
    where = "" if article is None else "WHERE article = ?"
    rows = connection.execute(
        f"SELECT {_COLUMNS}, created FROM clippings {where} ORDER BY id DESC",
        () if article is None else (article,),
    )
    return [
        Clipping(
            article=found,
            span=Span(start, end),
            kind=ClippingKind(kind),
            title=title,
            source=source,
            site=site,
            published=published,
            french=french,
            english=english,
            is_exact=bool(is_exact),
            names_speaker=bool(names_speaker),
            origin=origin,
            speaker=speaker,
            attribution=attribution,
            created=created,
        )
        for (
            found,
            start,
            end,
            kind,
            title,
            source,
            site,
            published,
            french,
            english,
            is_exact,
            names_speaker,
            origin,
            speaker,
            attribution,
            created,
        ) in rows
    ]
