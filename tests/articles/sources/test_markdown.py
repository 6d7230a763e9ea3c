"""Markdown: what it says, without its marks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import Article, ParagraphKind
from articles.errors import EnregardError
from articles.opening import article_from, open_article
from articles.sources import markdown, read
from tests.articles.sources.complaints import one_line_about

TEXT = """---
title: "La halle : dix ans \\"après\\""
author: [Maëlle Tardieu, 'Jean Roux']
date: 2024-03-12
tags:
  - marché
---

La halle de **Valbrune** a [rouvert](https://example.org/halle "titre") samedi.
Elle était *fermée* depuis `dix` ans.

## Un long chantier

> « C’est une fête », dit Odile.

- Du poisson
- Des fleurs

| Année | Coût |
|---|---|
| 2014 | 1 M€ |

![La halle](halle.jpg)

<div><p>Un bloc <b>HTML</b>.</p><script>alert(1)</script></div>
"""


def opened(folder: Path, text: str, name: str = "article.md") -> Article:
    path = folder / name
    path.write_text(text)
    return open_article(str(path))


def test_headings_links_and_lists(tmp_path: Path) -> None:
    article = opened(tmp_path, TEXT)
    assert article.text.split("\n\n") == [
        'La halle : dix ans "après"',
        "La halle de Valbrune a rouvert samedi. Elle était fermée depuis dix ans.",
        "Un long chantier",
        "« C’est une fête », dit Odile.",
        "Du poisson",
        "Des fleurs",
        "Année | Coût",
        "2014 | 1 M€",
        "Un bloc HTML.",
    ]
    headings = [p.span.of(article.text) for p in article.paragraphs if p.kind is ParagraphKind.HEADING]
    assert headings == ['La halle : dix ans "après"', "Un long chantier"]


def test_front_matter_tells_title_author_and_date(tmp_path: Path) -> None:
    article = opened(tmp_path, TEXT)
    assert article.title == 'La halle : dix ans "après"'
    assert (article.byline, article.published) == ("Maëlle Tardieu, Jean Roux", "2024-03-12")


@pytest.mark.parametrize(
    ("front", "byline"),
    [
        ("author: Odile Garance", "Odile Garance"),
        ("authors:\n  - Odile\n  - Jean", "Odile, Jean"),
        ("Author: 'L''autre'", "L'autre"),
        ("author:", None),
        ("  author: x", None),
    ],
)
def test_authors_as_people_write_them(front: str, byline: str | None) -> None:
    assert markdown.raw(f"---\n{front}\n---\nOui.", source="x", name="x").byline == byline


def test_a_heading_that_says_the_title_again_is_there_once(tmp_path: Path) -> None:
    article = opened(tmp_path, "---\ntitle: La halle\n---\n\n# La  Halle\n\nElle a rouvert.")
    assert article.text == "La Halle\n\nElle a rouvert."


def test_the_first_heading_is_the_title_where_no_other_is_given(tmp_path: Path) -> None:
    assert opened(tmp_path, "# La halle\n\nElle a rouvert.").title == "La halle"
    assert opened(tmp_path, "Elle a rouvert.\n\n# La halle\n\nOui.", "marché.md").title == "marché"


def test_a_line_between_paragraphs_is_no_front_matter(tmp_path: Path) -> None:
    assert opened(tmp_path, "Un.\n\n---\ntitle: x\n---\n\nDeux.").text.startswith("Un.")
    assert opened(tmp_path, "---\n\nUn.").text == "Un."


def test_windows_line_ends(tmp_path: Path) -> None:
    article = opened(tmp_path, TEXT.replace("\n", "\r\n"))
    assert article.published == "2024-03-12"
    assert len(article.paragraphs) == 9


def test_the_marks_stay_in_what_is_called_a_text(tmp_path: Path) -> None:
    assert opened(tmp_path, "# La halle\n\n*Oui.*", "x.txt").text == "# La halle\n\n*Oui.*"


def test_only_marks_are_nothing_to_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("![image](x.png)\n\n---\n")
    with one_line_about("is empty", names=str(path)):
        open_article(str(path))


def test_too_large_a_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"a " * (3 * 2**20))
    with one_line_about("larger than 4 MB", names=str(path)):
        read(str(path))


@pytest.mark.parametrize(
    "deep",
    [
        ">" * 50_000,
        "- " * 20_000,
        "[" * 20_000,
        "![" * 10_000,
        "`" * 9_999,
        "*a _b " * 9_999,
        "<div>" * 9_999,
    ],
    ids=["quotes", "lists", "brackets", "pictures", "code", "stars", "divs"],
)
def test_deep_markdown_is_survived(deep: str) -> None:
    raw = markdown.raw(f"Il pleut.\n\n{deep}a\n\nElle rit.", source="x", name="x")
    assert raw.blocks[0].text == "Il pleut."


@given(st.text(alphabet="# *_[]()<>!`-|:\n\tàa.&;\\~\"'\u00a0", max_size=300))
def test_any_markdown_is_read(text: str) -> None:
    raw = markdown.raw(text, source="x", name="x")
    if any(block.text.strip() for block in raw.blocks):
        assert article_from(raw).sentences
    else:
        with pytest.raises(EnregardError):
            article_from(raw)


@pytest.mark.parametrize(
    ("title", "heading", "texts"),
    [
        ("La halle rouvre", "La halle rouvre", ["La halle rouvre"]),
        ("La halle : dix ans après", "La Halle, dix ans apres", ["La Halle, dix ans apres"]),
        (
            "La halle rouvre après dix ans",
            "La halle rouvre enfin après dix ans",
            ["La halle rouvre enfin après dix ans"],
        ),
        ("La halle rouvre | La Gazette", "La halle rouvre", ["La halle rouvre"]),
        ("La halle rouvre", "Un long chantier", ["La halle rouvre", "Un long chantier"]),
        ("La halle", "La gare", ["La halle", "La gare"]),
    ],
)
def test_a_title_that_the_text_says_nearly_stands_once(
    tmp_path: Path, title: str, heading: str, texts: list[str]
) -> None:
    article = opened(tmp_path, f'---\ntitle: "{title}"\n---\n\n# {heading}\n\nIl pleut sur la halle.\n')
    assert article.text.split("\n\n") == [*texts, "Il pleut sur la halle."]
    assert article.title == texts[0]
