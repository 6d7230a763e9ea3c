"""Saved pages: the article in them and nothing of what is around it, whatever the page does."""

from pathlib import Path

import pytest

from articles import sources
from articles.article import Article, ParagraphKind
from articles.opening import open_article
from tests.articles.sources.complaints import one_line_about
from tests.articles.sources.pages import PAGE, TEXT, TITLE

SENTENCE = "Le maire a ouvert la gare mardi matin, et tous les habitants sont venus voir le premier train."


def opened(folder: Path, page: str | bytes, name: str = "page.html") -> Article:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return open_article(str(path))


def test_the_article_and_nothing_around_it(tmp_path: Path) -> None:
    article = opened(tmp_path, PAGE)
    assert article.text.split("\n\n") == TEXT
    assert article.title == TITLE
    assert article.byline == "Maëlle Tardieu"
    assert article.published == "2024-03-12"
    assert article.site == "Le Courrier de Valbrune"
    assert article.source == str(tmp_path / "page.html")


def test_paragraphs_are_what_the_page_says(tmp_path: Path) -> None:
    article = opened(tmp_path, PAGE)
    kinds = {paragraph.span.of(article.text): paragraph.kind for paragraph in article.paragraphs}
    assert [text for text in TEXT if kinds[text] is ParagraphKind.HEADING] == [TEXT[0], TEXT[3]]
    assert [text for text in TEXT if kinds[text] is ParagraphKind.BOILERPLATE] == ["Partager sur Facebook"]


def test_the_title_is_there_once(tmp_path: Path) -> None:
    inside = PAGE.replace("<article>", f"<article><h1>{TITLE}</h1>")
    assert opened(tmp_path, inside).text.count(TITLE) == 1


def test_the_headline_comes_before_what_search_engines_are_told(tmp_path: Path) -> None:
    page = (
        "<html><head><meta property='og:title' content='Notre dossier'></head><body><article>"
        f"<h1>La gare a rouvert</h1><p>{SENTENCE}</p><p>{SENTENCE[::-1]}</p><p>{SENTENCE * 3}</p></article>"
    )
    article = opened(tmp_path, page)
    assert article.title == "La gare a rouvert"
    assert "dossier" not in article.text


def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path: Path) -> None:
    page = PAGE.replace(f'<meta property="og:title" content="{TITLE}">', "").replace(
        f"<header><h1>{TITLE}</h1></header>", ""
    )
    assert opened(tmp_path, page).title == TITLE


def test_a_page_without_metadata_is_named_after_its_file(tmp_path: Path) -> None:
    article = opened(tmp_path, f"<html><body><p>{SENTENCE}</p></body></html>", "la gare.html")
    assert (article.title, article.text) == ("la gare", SENTENCE)
    assert (article.byline, article.published, article.site) == (None, None, None)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", "windows-1252"),
        ("utf-8", "klingon"),
        ("utf-8", "utf-7"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "ascii"),
        ("cp1252", "utf-16"),
        ("mac_roman", "macintosh"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-16", "utf-8"),
    ],
)
def test_a_wrong_charset_is_survived(tmp_path: Path, encoding: str, declared: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"').replace("\u202f", "\u00a0")
    assert TEXT[3:] == opened(tmp_path, page.encode(encoding)).text.split("\n\n")[3:]
    assert opened(tmp_path, page.encode(encoding)).title == TITLE


def test_a_right_charset_that_nobody_would_guess_is_believed(tmp_path: Path) -> None:
    words = "Мэр открыл вокзал во вторник утром, и все жители пришли посмотреть на первый поезд."
    declared = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    page = f"<html><head>{declared}</head><p>{words}</p>"
    assert opened(tmp_path, page.encode("koi8-r")).text == words


def test_content_decides_before_the_name_does(tmp_path: Path) -> None:
    assert opened(tmp_path, PAGE, "page.txt").title == TITLE
    assert opened(tmp_path, f"<?xml version='1.0'?>\n<!-- x --> {PAGE}", "page").title == TITLE
    assert opened(tmp_path, f"Un texte où <html> n’est qu’un mot.\n\n{SENTENCE}", "x.txt").text.startswith(
        "Un texte"
    )
    assert (
        opened(tmp_path, "Si a < b et b > c,\nalors <rien>.", "x.html").text
        == "Si a < b et b > c,\nalors <rien>."
    )
    assert opened(tmp_path, f"<p>{SENTENCE}</p>", "x.html").text == SENTENCE


def test_xhtml_with_an_empty_title_is_whole(tmp_path: Path) -> None:
    head = '<head><title/><script src="x"/></head>'
    page = f'<?xml version="1.0" encoding="utf-8"?><html>{head}<body><p>{SENTENCE}</p></body></html>'
    assert opened(tmp_path, page).text == SENTENCE


def test_stand_ins_for_spaces_that_are_in_the_page_stay(tmp_path: Path) -> None:
    words = "Le signe ⍽ montre l’espace, ␣ aussi, ␠ de même, et ␢ enfin\u00a0: quatre signes."
    assert opened(tmp_path, f"<html><body><p>{words}</p></body></html>").text.replace(
        "\u00a0", " "
    ) == words.replace("\u00a0", " ")


def test_no_escape_sequence_gets_through(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Un\x1b[31m titre&#27;[0m</title>"
        "<meta name='author' content='A\x1b]0;x\x07'></head>"
        f"<body><p>{SENTENCE} \x1b[2J&#27;[2J &#x9b;31m \u202e«\u00a0oui\u00a0»</p></body></html>"
    )
    article = opened(tmp_path, page)
    for words in (article.text.replace("\n", ""), article.title, article.byline or ""):
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in words)


BEFORE = "<html><body><article>"
HOSTILE = {
    "deep": BEFORE + "<div>" * 100_000 + f"<p>{SENTENCE}</p>",
    "deep after the text": f"{BEFORE}<p>{SENTENCE}</p>" + "<div>" * 100_000,
    "deep lists": BEFORE + f"<p>{SENTENCE}</p>" + "<ul><li>a" * 30_000,
    "deep bold": BEFORE + "<b>" * 1_000 + f"<p>{SENTENCE}</p>",
    "huge attribute": BEFORE + f'<div class="{"a " * 3_000_000}"><p>{SENTENCE}</p></div>',
    "many attributes": BEFORE + "<p " + " ".join(f"a{n}" for n in range(200_000)) + f">{SENTENCE}</p>",
    "attributes in quotes": BEFORE
    + "<p "
    + "".join(f"a{n}='>'" for n in range(200_000))
    + f">{SENTENCE}</p>",
    "tags in tags": BEFORE + f"<p>{SENTENCE}</p>" + "<a" * 200_000,
    "many inline": BEFORE + f"<p>{SENTENCE}</p><p>" + "<span>a</span> " * 40_000,
    "many sections": BEFORE + f"<p>{SENTENCE}</p>" + "<section><h2>a</h2></section>" * 25_000,
    "many paragraphs": BEFORE + f"<p>{SENTENCE}</p>" * 60_000,
    "brackets": BEFORE + f"<p>{SENTENCE}</p>" + "<" * 500_000,
    "open comment": BEFORE + f"<p>{SENTENCE}</p>" + "<!--" * 200_000,
    "title": f"<title>{' - a' * 100_000}</title>" + "<div>" * 300 + f"<p>{SENTENCE}</p>",
    "nul": BEFORE + f"<p>{SENTENCE}</p>\0<p>Fin\0.</p>",
    "control references": BEFORE + f"<p>{SENTENCE}&#1;&#0;&#xffff;&#xd800; «&nbsp;a&nbsp;»</p>",
    "json": "<script type='application/ld+json'>" + "[" * 200_000 + f"</script><p>{SENTENCE}</p>",
    "entities": f'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>{SENTENCE} &b;</p>',
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_open_or_get_one_line(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    if page is HOSTILE["deep"]:
        with one_line_about("no article was found", names=str(path)):
            sources.read(str(path))
    else:
        assert SENTENCE in " ".join(open_article(str(path)).text.split())


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<!DOCTYPE html>", "<html><body><script>x()</script><nav></nav>", "<html><p>&nbsp;"],
)
def test_a_page_without_an_article_gets_one_line(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    with one_line_about("no article was found", names=str(path)):
        sources.read(str(path))


def test_too_large_a_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<html>" + b" " * (17 * 2**20))
    with one_line_about("larger than 16 MB", names=str(path)):
        sources.read(str(path))


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    opened(tmp_path, PAGE)
    opened(tmp_path, HOSTILE["json"])
    assert capfd.readouterr() == ("", "")
