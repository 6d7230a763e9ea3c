"""How the tables came to be: each migration brings the file from one version to the next."""

_INDEXED = "title, note, french, english"

_TAKE_OUT = f"INSERT INTO search (search, rowid, {_INDEXED}) SELECT 'delete', number, {_INDEXED} FROM indexed"

_PUT_IN = f"INSERT INTO search (rowid, {_INDEXED}) SELECT number, {_INDEXED} FROM indexed"

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE segments (
            key TEXT NOT NULL,
            source_language TEXT NOT NULL,
            target_language TEXT NOT NULL,
            origin TEXT NOT NULL,
            source TEXT NOT NULL,
            target TEXT NOT NULL,
            created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
            PRIMARY KEY (key, source_language, target_language, origin)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE imports (
            digest TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE analyses (
            article TEXT NOT NULL,
            version TEXT NOT NULL,
            analysis TEXT NOT NULL,
            PRIMARY KEY (article, version)
        )
        """,
    ),
    (
        """
        CREATE TABLE choices (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE clippings (
            id INTEGER PRIMARY KEY,
            article TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            title TEXT NOT NULL,
            source TEXT NOT NULL,
            site TEXT,
            published TEXT,
            kind TEXT NOT NULL,
            french TEXT NOT NULL,
            english TEXT,
            is_exact INTEGER NOT NULL,
            names_speaker INTEGER NOT NULL,
            origin TEXT,
            speaker TEXT,
            created TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
            UNIQUE (article, start, end)
        )
        """,
    ),
    (
        """
        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            title_key TEXT NOT NULL,
            byline TEXT,
            published TEXT,
            site TEXT,
            source TEXT NOT NULL,
            added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
            opened TEXT,
            touched INTEGER NOT NULL,
            sentence INTEGER NOT NULL DEFAULT 0,
            sentences INTEGER NOT NULL,
            last INTEGER NOT NULL,
            state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'reading', 'read')),
            note TEXT NOT NULL DEFAULT '',
            paragraphs TEXT NOT NULL
        )
        """,
        "CREATE INDEX articles_by_touch ON articles (touched)",
        "CREATE INDEX articles_by_title ON articles (title_key)",
        """
        CREATE TABLE tags (
            article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            key TEXT NOT NULL,
            tag TEXT NOT NULL,
            PRIMARY KEY (article, key)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX tags_by_key ON tags (key)",
        """
        CREATE TABLE queue (
            article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
            place INTEGER NOT NULL
        )
        """,
        "CREATE INDEX queue_by_place ON queue (place)",
        """
        CREATE TABLE passages (
            number INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            first INTEGER NOT NULL,
            start INTEGER NOT NULL,
            sentences TEXT NOT NULL,
            french TEXT NOT NULL,
            english TEXT NOT NULL,
            UNIQUE (article, first)
        )
        """,
        """
        CREATE VIEW indexed AS
        SELECT passages.number, passages.article,
            CASE passages.first WHEN 0 THEN articles.title END AS title,
            CASE passages.first WHEN 0 THEN articles.note END AS note,
            passages.french, passages.english
        FROM passages JOIN articles ON articles.number = passages.article
        """,
        f"""
        CREATE VIRTUAL TABLE search USING fts5 (
            {_INDEXED}, content = 'indexed', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
        )
        """,
        f"CREATE TRIGGER passage_came AFTER INSERT ON passages BEGIN {_PUT_IN} WHERE number = new.number;"
        " END",
        f"CREATE TRIGGER passage_goes BEFORE DELETE ON passages BEGIN {_TAKE_OUT} WHERE number = old.number;"
        " END",
        "CREATE TRIGGER passage_changes BEFORE UPDATE OF french, english ON passages"
        f" BEGIN {_TAKE_OUT} WHERE number = old.number; END",
        "CREATE TRIGGER passage_changed AFTER UPDATE OF french, english ON passages"
        f" BEGIN {_PUT_IN} WHERE number = new.number; END",
        "CREATE TRIGGER article_changes BEFORE UPDATE OF title, note ON articles"
        f" BEGIN {_TAKE_OUT} WHERE article = old.number AND title IS NOT NULL; END",
        "CREATE TRIGGER article_changed AFTER UPDATE OF title, note ON articles"
        f" BEGIN {_PUT_IN} WHERE article = new.number AND title IS NOT NULL; END",
        "CREATE TRIGGER article_goes BEFORE DELETE ON articles"
        " BEGIN DELETE FROM passages WHERE article = old.number; END",
        "CREATE TABLE notices (set_aside TEXT NOT NULL)",
    ),
    (
        """
        CREATE TABLE removed (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            article TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
            kept TEXT NOT NULL
        )
        """,
    ),
    ("ALTER TABLE clippings ADD COLUMN attribution TEXT",),
    (
        "ALTER TABLE articles ADD COLUMN furthest INTEGER NOT NULL DEFAULT 0",
        "UPDATE articles SET furthest = sentence",
    ),
)
"""Each is the statements that bring the file from version i to version i + 1, kept in `user_version`.

`segments` is the translation memory. Of an article, `sentence` is where it is read on, `furthest` the last
one read. An article is a row of `articles` and its text in `passages` of some hundred sentences, which
together are the canonical text: `sentences` has their spans as flat JSON of start, end and paragraph;
`english` has a line for each of them. `search` is an index over `indexed`, without a copy of its words, and
triggers keep the two the same. `queue` is what waits to be translated ahead. `notices` is what the reader
is still to be told. `removed` has what was taken out of the library, as JSON, so that it can be brought
back for some time.
"""
