"""Feeds: their entries, and nothing that leads anywhere but to the web."""

from pathlib import Path

import pytest

from articles import sources
from articles.opening import article_from, open_article
from articles.sources import Collection, Entry, feed
from tests.articles.sources.complaints import one_line_about

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Le Courrier de Valbrune</title><link>https://courrier.example/</link>
<item><title>La halle &lt;i&gt;rouvre&lt;/i&gt; &amp;amp; chante</title><link>https://courrier.example/halle</link>
<pubDate>Tue, 12 Mar 2024 23:30:00 +0100</pubDate><dc:creator>Maëlle Tardieu</dc:creator>
<description>Un résumé.</description>
<content:encoded><![CDATA[<h2>Le 9</h2><p>La halle&nbsp;a rouvert.</p><p>Né&eacute; !</p>]]></content:encoded>
</item>
<item><title>Le quai</title><link>/quai</link><pubDate>n’importe quoi</pubDate>
<description>&lt;p&gt;Un résumé.&lt;/p&gt;</description></item>
<item><guid>https://courrier.example/guide</guid></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courrier.example/">
<title type="html">Le &lt;b&gt;Courrier&lt;/b&gt;</title>
<entry><title>La halle</title><link rel="self" href="/flux"/><link href="halle"/>
<published>2024-03-12T23:30:00+01:00</published><author><name>Maëlle</name></author><author><name>Jean</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Elle a <b>rouvert</b>.</p><p>Oui.</p></div>
</content></entry>
<entry><title type="html">Le &amp;quot;quai&amp;quot;</title><link href="quai"/><updated>2024-03-13</updated>
<summary>Bref.</summary></entry>
<entry><title>Texte</title><link href="texte"/><content type="text">Un &lt; deux.
Trois.</content></entry>
</feed>
"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Vieux flux</title></channel>
<item><title>Un</title><link>http://courrier.example/un</link><dc:date>2003-02-01</dc:date></item></rdf:RDF>
"""


def entries(folder: Path, text: str | bytes, name: str = "flux.xml") -> tuple[Entry, ...]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = sources.entries(str(path))
    assert found is not None
    return found


def test_rss(tmp_path: Path) -> None:
    halle, quai, guide = entries(tmp_path, RSS)
    assert (halle.title, halle.source) == ("La halle rouvre & chante", "https://courrier.example/halle")
    assert halle.published == "2024-03-12"
    assert halle.raw is not None
    article = article_from(halle.raw)
    assert article.text == "La halle rouvre & chante\n\nLe 9\n\nLa halle\u00a0a rouvert.\n\nNéé !"
    assert (article.byline, article.site) == ("Maëlle Tardieu", "Le Courrier de Valbrune")
    assert (article.source, article.published) == (halle.source, halle.published)
    assert (quai.source, quai.title, quai.raw) == ("https://courrier.example/quai", "Le quai", None)
    assert quai.teaser is not None
    assert article_from(quai.teaser).text == "Le quai\n\nUn résumé."
    assert article_from(quai.teaser).source == quai.source
    assert guide == Entry("https://courrier.example/guide", "https://courrier.example/guide")


def test_atom(tmp_path: Path) -> None:
    halle, quai, texte = entries(tmp_path, ATOM)
    assert (halle.source, halle.published) == ("https://courrier.example/halle", "2024-03-12")
    assert halle.raw is not None
    assert [block.text for block in halle.raw.blocks] == ["Elle a rouvert.", "Oui."]
    assert (halle.raw.byline, halle.raw.site) == ("Maëlle, Jean", "Le Courrier")
    assert (quai.source, quai.title, quai.published, quai.raw) == (
        "https://courrier.example/quai",
        'Le "quai"',
        "2024-03-13",
        None,
    )
    assert quai.teaser is not None
    assert [block.text for block in quai.teaser.blocks] == ["Bref."]
    assert texte.raw is not None
    assert [block.text for block in texte.raw.blocks] == ["Un < deux.", "Trois."]


def test_old_rss(tmp_path: Path) -> None:
    assert entries(tmp_path, RDF) == (Entry("http://courrier.example/un", "Un", "2003-02-01"),)


def test_a_feed_is_known_by_its_content(tmp_path: Path) -> None:
    assert len(entries(tmp_path, RSS, "flux.txt")) == 3
    assert len(entries(tmp_path, "<!-- x --><?x?>\n" + ATOM, "flux.html")) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    declared = RSS.replace("utf-8", "iso-8859-1") if encoding == "cp1252" else RSS
    halle, *_ = entries(tmp_path, declared.replace("’", "'").encode(encoding))
    assert halle.raw is not None
    assert halle.raw.byline == "Maëlle Tardieu"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/x",
        "mailto:a@example.org",
        "https://",
        "https://[::1",
        "https://a.example/un deux",
        "",
    ],
)
def test_links_that_are_not_of_the_web_are_left_out(tmp_path: Path, link: str) -> None:
    text = RSS.replace("https://courrier.example/halle", link).replace("<link>/quai", f"<link>{link}")
    found = entries(tmp_path, text)
    assert link not in [entry.source for entry in found if link]
    assert all(entry.source.startswith(("https://courrier.example/", str(tmp_path))) for entry in found)


def test_an_entry_without_a_link_opens_by_its_place_in_the_feed(tmp_path: Path) -> None:
    item = "<item><title>Sans lien</title><description>&lt;p&gt;Il est là.&lt;/p&gt;</description></item>"
    guided = item.replace("<item>", '<item><guid isPermaLink="false">tag:a#/é</guid>').replace("Il", "Elle")
    found = entries(tmp_path, RSS.replace("</channel>", f"{item}{guided}</channel>"))
    path = tmp_path / "flux.xml"
    assert [entry.source for entry in found[3:]] == [f"{path}#4", f"{path}#tag%3Aa%23%2F%C3%A9"]
    for entry in found[3:]:
        assert entry.raw == sources.read(entry.source)
    assert open_article(found[4].source).text == "Sans lien\n\nElle est là."


def test_an_entry_that_is_only_an_address_is_not_fetched(tmp_path: Path) -> None:
    # no socket may be opened here
    assert entries(tmp_path, RSS)[1].raw is None


def test_a_feed_is_not_one_article(tmp_path: Path) -> None:
    entries(tmp_path, RSS)
    with one_line_about("holds 3 articles", names="https://courrier.example/halle"):
        sources.read(str(tmp_path / "flux.xml"))


def test_a_feed_without_articles_gets_one_line(tmp_path: Path) -> None:
    with one_line_about("is a feed without articles", names="flux.xml"):
        entries(tmp_path, "<rss><channel><title>Vide</title></channel></rss>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_laughs_by_the_billion_are_not_told(tmp_path: Path, encoding: str) -> None:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    laughs = (
        f"<?xml version='1.0'?><!DOCTYPE rss [{lines}]><rss><channel><title>&l11;</title></channel></rss>"
    )
    with one_line_about("defines entities of its own", names="flux.xml"):
        entries(tmp_path, laughs.encode(encoding))


def test_files_are_not_read_through_entities(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("le mot de passe")
    declared = f'<!DOCTYPE rss [<!ENTITY s SYSTEM "file://{tmp_path}/secret">]>'
    with one_line_about("defines entities of its own"):
        entries(tmp_path, RSS.replace("<rss", f"{declared}<rss").replace("Un résumé", "&s;"))
    outside = f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/secret">'
    assert len(entries(tmp_path, RSS.replace("<rss", f"{outside}<rss"))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "<rss>" * 50_000,
        "<rss><channel><item>" + "<a>" * 50_000,
        "<rss " + "a='1' " * 20_000 + ">",
        "<rss><channel><item><title>" + "<" * 100_000,
        "<rss",
        "<feed>\0\0</feed>",
    ],
    ids=["deep", "deep item", "attributes", "brackets", "cut", "nul"],
)
def test_broken_feeds_get_one_line(tmp_path: Path, text: str) -> None:
    with one_line_about("without articles|damaged|not a text", names="flux.xml"):
        entries(tmp_path, text)


def test_a_broken_feed_gives_what_is_whole_in_it(tmp_path: Path) -> None:
    assert len(entries(tmp_path, RSS.replace("</channel></rss>", "<item><title>coup"))) == 3
    assert entries(tmp_path, RSS.replace("Un résumé", "A & B"))[0].title == "La halle rouvre & chante"


def test_no_more_than_some_thousand_entries(tmp_path: Path) -> None:
    text = RSS.replace("</channel>", "<item><link>https://a.example/</link></item>" * 9_000 + "</channel>")
    assert len(entries(tmp_path, text)) == 5_000


def test_the_collection_has_the_feed_s_title() -> None:
    found = feed.collection(ATOM.encode(), source="flux.atom", name="flux")
    assert isinstance(found, Collection)
    assert (found.title, found.source, found.fetched) == ("Le Courrier", "flux.atom", None)
