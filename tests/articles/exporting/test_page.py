"""The bilingual page: whole by itself, fit to be read, and nothing of the article is taken for markup."""

import re
from base64 import b64encode
from dataclasses import replace as changed
from hashlib import sha256
from html import escape
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from articles import exporting, paths
from articles.annotations import Analysis
from articles.article import Article, ParagraphKind
from articles.canonical import canonical, flowed
from articles.exporting import Format
from articles.exporting.columns import look
from articles.exporting.marking import Mark, marked
from articles.opening import article_of, open_article
from articles.spans import Span, outer_first
from articles.translation import Translation
from tests.articles.exporting import written

ELEMENTS = set(
    "html head meta title style body header span fieldset legend input label main div h1 h2 p section ul li a"
    " article b i small footer script".split()
)

ATTRIBUTES = set(
    "lang dir charset http-equiv content name type id checked for class title href aria-label aria-labelledby"
    " data-who rel".split()
)


def as_page(
    opened: Article,
    translations: dict[int, Translation],
    analysis: Analysis | None = None,
    *,
    language: str | None = "fr",
    summary: int = 3,
) -> html.HtmlElement:
    data = exporting.written_as(
        Format.HTML, opened, analysis, translations, language=language, summary=summary
    )
    return html.document_fromstring(data.decode())


def usual(summary: int = 3) -> html.HtmlElement:
    opened = written.article()
    return as_page(opened, written.translations(), written.analysis(opened), summary=summary)


def texts(page: html.HtmlElement, path: str) -> list[str]:
    return [element.text_content() for element in page.xpath(path)]


def test_the_bullets_of_a_list_stand_before_their_sentences() -> None:
    opened = article_of("Ce qui change\n\n• Un pont ferme.\n\n• Un autre rouvre.", source="x", name="x")
    made = as_page(opened, {})
    assert texts(made, "//p[contains(@class, 'cell fr')]") == ["• Un pont ferme.", "• Un autre rouvre."]
    assert texts(made, "//span[starts-with(@id, 's')]")[1:] == ["Un pont ferme.", "Un autre rouvre."]


def of_class(name: str, under: str = "") -> str:
    return f"{under}//*[contains(concat(' ', @class, ' '), ' {name} ')]"


@pytest.mark.parametrize("sample", sorted(paths.samples().glob("*.txt")), ids=lambda path: path.stem)
def test_every_sentence_faces_its_english(sample: object) -> None:
    opened = open_article(str(sample))
    english = written.everything(opened)
    page = as_page(opened, english)
    for index, sentence in enumerate(opened.sentences):
        if opened.paragraphs[sentence.paragraph].kind is ParagraphKind.BOILERPLATE:
            assert page.xpath(f"//*[@id='s{index}' or @id='e{index}']") == []
            continue
        (french,), (facing,) = page.xpath(f"//*[@id='s{index}']"), page.xpath(f"//*[@id='e{index}']")
        assert french.text_content() == flowed(sentence.span.of(opened.text))
        assert facing.text_content() == english[index].english
        assert french.getparent().getparent() is facing.getparent().getparent()
        assert (french.getparent().get("lang"), facing.getparent().get("lang")) == ("fr", "en")
        assert french.get("title") == facing.get("title") == written.PACK


@given(
    st.lists(
        st.lists(st.sampled_from([*written.HOSTILE, "Un mot.", "Le titre"]), min_size=1, max_size=3).map(
            " ".join
        ),
        min_size=1,
        max_size=5,
    ).map("\n\n".join)
)
def test_each_paragraph_stands_there_once_in_its_words(text: str) -> None:
    opened = written.article(text)
    page = as_page(opened, written.everything(opened))
    kept = [p for p in opened.paragraphs if p.kind is not ParagraphKind.BOILERPLATE]
    french = [flowed(paragraph.span.of(opened.text)) for paragraph in kept]
    assert sorted(filter(None, texts(page, of_class("fr")))) == sorted(french)


def test_a_title_that_is_not_in_the_text_stands_over_it() -> None:
    page = as_page(written.article("Il pleut. Il neige."), {})
    assert texts(page, "//h1") == texts(page, "//title") == ["marché"]
    assert texts(page, of_class("cell", "//article")) == ["Il pleut. Il neige."]


def test_nothing_of_a_hostile_article_becomes_markup() -> None:
    opened = written.article("\n\n".join(f"Il a écrit {words} hier." for words in written.HOSTILE))
    for number, words in enumerate(written.HOSTILE):
        opened = changed(
            opened, title=words, byline=words, site=words, source=f"/{words}{number}", published=words
        )
        found = written.analysis(
            opened, quotes=[(canonical(words), words)], actors=[("écrit", words)], ranking=[0, 1]
        )
        found = changed(
            found, actors=tuple(changed(actor, name=words, quotes=(0,)) for actor in found.actors)
        )
        english = {index: Translation(words, words) for index in range(len(opened.sentences))}
        page = as_page(opened, english, found, language=words)
        assert {element.tag for element in page.iter()} <= ELEMENTS
        assert {name for element in page.iter() for name in element.keys()} <= ATTRIBUTES  # noqa: SIM118
        assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
        assert all(link.get("href").startswith("#") for link in page.xpath("//*[@href]"))


def test_nothing_comes_from_elsewhere() -> None:
    opened = written.article()
    data = exporting.written_as(
        Format.HTML, opened, written.analysis(opened), written.translations(), language="fr"
    ).decode()
    assert not re.search(r"https?:|url\(|@import|<link|\ssrc=|<iframe|<object|<embed|/home/", data)


def test_the_page_may_run_its_own_script_and_nothing_else() -> None:
    page = usual()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    (script,) = page.xpath("//script/text()")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert rules == {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "script-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    policies = page.xpath("//meta[@http-equiv]")
    assert page.xpath("//style | //script | //title")[0].sourceline > policies[0].sourceline


@pytest.mark.parametrize(
    ("source", "shown", "link"),
    [
        ("https://exemple.fr/a?b=1&c=2", "https://exemple.fr/a?b=1&c=2", "https://exemple.fr/a?b=1&c=2"),
        ("javascript:alert(1)", "javascript:alert(1)", None),
        ("/home/quelqu’un/secret/marché.txt", "marché.txt", None),
    ],
)
def test_where_it_is_from(source: str, shown: str, link: str | None) -> None:
    page = as_page(changed(written.article(source=source), byline="Léa Noé", published="2024-03-12"), {})
    assert texts(page, of_class("details")) == [f"Léa Noé · 2024-03-12 · {shown}"]
    assert page.xpath("//p//a/@href") == ([link] if link else [])


def test_the_summary_leads_to_its_sentences_on_both_sides() -> None:
    page = usual(summary=2)
    links = {link.get("href"): link.text_content() for link in page.xpath(of_class("summary") + "//a")}
    assert links == {
        "#s2": "La maire, Odile Vasseur, a inauguré le marché.",
        "#e2": written.ENGLISH[2],
        "#s7": "Odile Vasseur sourit.",
        "#e7": written.ENGLISH[7],
    }
    assert set(page.xpath(of_class("top") + "/@id")) == {"s2", "e2", "s7", "e7"}


def test_quotes_have_their_speaker_on_both_sides() -> None:
    page = usual()
    quotes = [
        (q.text_content(), q.get("data-who"), q.get("class")) for q in page.xpath(of_class("q", "//article"))
    ]
    assert quotes == [
        ("Nous y sommes", "Odile Vasseur", "q t0 l0"),
        ("“Here we are,”", "Odile Vasseur", "q t0 l0"),
        ("C’est petit.", "Karim Belhadj", "q t1 l1"),
        ("Mais c’est à nous", None, "q t1 l1"),
        ("“It is small.", "Karim Belhadj", "q t1 l1"),
        ("But it is ours,”", None, "q t1 l1"),
    ]


def test_nobody_is_named_where_the_text_does_not_say() -> None:
    opened = written.article()
    page = as_page(opened, {}, written.analysis(opened, quotes=[("Nous y sommes", None)], actors=()))
    assert page.xpath(of_class("nobody", "//article") + "/@data-who") == ["unattributed"]
    assert texts(page, of_class("said") + "/li") == ["«\u00a0Nous y sommes\u00a0»"]


def test_who_has_no_name_is_described_and_has_a_row_of_their_own() -> None:
    opened = written.article()
    found = written.analysis(
        opened, quotes=[("Nous y sommes", None), ("C’est petit. Mais c’est à nous", None)], actors=()
    )
    at = opened.text.index("La maire")
    quotes = (changed(found.quotes[0], described=Span(at, at + 8)), found.quotes[1])
    page = as_page(opened, {}, changed(found, quotes=quotes))
    assert texts(page, of_class("people") + of_class("nobody")) == ["La maire", "unattributed"]


def test_actors_lead_to_their_mentions_and_words() -> None:
    page = usual()
    first, second = page.xpath(of_class("people") + "/ul/li")
    assert first.text_content().split() == (
        "Odile Vasseur, La maire person, named 2×, quoted once 1 2 « Nous y sommes »".split()
    )
    jumps = [
        page.get_element_by_id(link.get("href")[1:]) for link in first.xpath(of_class("jumps", ".") + "/a")
    ]
    assert [jump.text_content() for jump in jumps] == ["Odile Vasseur"] * 2
    assert [jump.getparent().get("id") for jump in jumps] == ["s2", "s7"]
    assert [link.get("href") for link in second.xpath(".//a")] == ["#m1-0", "#s5"]


def test_every_link_leads_somewhere_and_every_name_is_used_once() -> None:
    opened = open_article(str(min(paths.samples().glob("*.txt"))))
    quotes = [("Nous les comblerons", "Genève"), ("mais pas ce soir", None)]
    found = written.analysis(opened, quotes=quotes, actors=[("Genève", None), ("CIFP", None)])
    page = as_page(opened, written.everything(opened), found)
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(names)
    assert set(page.xpath("//label/@for | //@aria-labelledby")) <= set(names)


def test_without_english_there_is_one_column_and_no_choice() -> None:
    page = as_page(written.article(), {})
    assert page.xpath("//*[@lang='en'][not(self::html)] | //input") == []
    assert texts(page, "//footer") == ["\n8 sentences have no English\n"]


def test_a_sentence_without_english_is_a_gap_and_said_to_be_one() -> None:
    page = as_page(written.article(), written.translations({2: "The mayor."}))
    gap = page.get_element_by_id("e3")
    assert (gap.text_content(), gap.get("title")) == ("[…]", "no English yet")
    assert "English by hand: 1 sentence" in texts(page, "//footer")[0]


def test_without_an_analysis_there_is_the_text() -> None:
    page = as_page(written.article(), written.translations())
    assert page.xpath("//section") == []
    assert len(page.xpath(of_class("s"))) == 14


def test_another_language_is_said_to_be_one() -> None:
    page = as_page(written.article(), {}, language="de")
    assert set(page.xpath(of_class("fr") + "/@lang")) == {"de"}


@given(st.data())
def test_marks_cover_their_characters_and_change_none(data: st.DataObject) -> None:
    text = "".join(
        data.draw(st.lists(st.sampled_from(["<b>", "&lt;", '"', "a", " "]), min_size=1, max_size=9))
    )
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    span = Span(*data.draw(bounds))
    marks = [Mark(Span(*data.draw(bounds)), f"c{n}", id=f"i{n}") for n in range(data.draw(st.integers(0, 5)))]
    root = html.fromstring(f"<div>|{marked(text, span, sorted(marks, key=outer_first))}</div>")
    seen: list[tuple[str, set[str]]] = []

    def walk(element: html.HtmlElement, classes: set[str]) -> None:
        seen.extend((character, classes) for character in element.text or "")
        for child in element:
            walk(child, classes | {child.get("class")})
            seen.extend((character, classes) for character in child.tail or "")

    walk(root, set())
    assert seen[1:] == [
        (text[place], {mark.classes for mark in marks if place in mark.span})
        for place in range(span.start, span.end)
    ]
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert set(names) == {
        m.id for m in marks if m.span.overlaps(span) and m.span.start >= span.start and m.span
    }


CSS = resources.files("articles.exporting").joinpath("page.css").read_text(encoding="utf-8")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("ground", ["paper", "near", "chosen"])
def test_words_stand_out(theme: str, ground: str) -> None:
    light, dark, ink = (colours(block) for block in re.findall(r":root \{([^{}]*--paper[^{}]*)\}", CSS))
    palette = {"light": light, "dark": light | dark, "print": light | ink}[theme]
    words = ["ink", "soft", "link", "accent", *(f"t{n}" for n in range(9))]
    low = {name for name in words if contrast(palette[name], palette[ground]) < 4.5}
    assert low == set()


def test_a_quote_is_never_told_by_colour_alone() -> None:
    assert re.search(r"\.q \{[^}]*text-decoration: underline", CSS)
    speakers = {str(place): place for place in range(27)}
    assert len({look(speakers, speaker) for speaker in speakers}) == len(speakers)


def test_text_is_escaped_in_attributes_too() -> None:
    assert escape('"') in marked("a", Span(0, 1), [Mark(Span(0, 1), "q", label='"')])
