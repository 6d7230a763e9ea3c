"""A clipping is cited in the manner of its language, and says whose words these are."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles import citing
from articles.clippings import Clipping, ClippingKind
from articles.spans import Span

SENTENCE = Clipping(
    article="0" * 64,
    span=Span(10, 40),
    kind=ClippingKind.SENTENCE,
    title="Le bac reprend du service",
    source="/articles/bac.txt",
    french="Le bac de Malvoisy reprend lundi.",
    english="The Malvoisy ferry is back on Monday.",
    origin="argos fr-en 1.9",
)
QUOTE = replace(
    SENTENCE,
    kind=ClippingKind.QUOTE,
    french="Nous n’avons jamais cessé d’y croire",
    english="We never stopped believing in it",
    speaker="Odile Tavernay",
    published="2024-03-01",
    site="La Gazette du bac",
)
PLACE = "«\u00a0Le bac reprend du service\u00a0», La Gazette du bac, 1er mars 2024"
ENGLISH_PLACE = "“Le bac reprend du service”, La Gazette du bac, 1 March 2024"


def test_a_quote_in_both_styles() -> None:
    said = "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0», Odile Tavernay"
    assert citing.french(QUOTE) == f"{said}, dans {PLACE}"
    assert citing.english(QUOTE) == (
        f"“We never stopped believing in it,” Odile Tavernay, in {ENGLISH_PLACE}"
    )


def test_a_quote_of_nobody_names_nobody() -> None:
    unknown = replace(QUOTE, speaker=None)
    assert citing.french(unknown) == f"«\u00a0Nous n’avons jamais cessé d’y croire\u00a0», dans {PLACE}"
    assert citing.english(unknown) == f"“We never stopped believing in it,” in {ENGLISH_PLACE}"


def test_who_has_no_name_is_told_in_the_words_of_the_text_in_both_styles() -> None:
    whose = replace(QUOTE, speaker=None, attribution="plusieurs riverains")
    assert citing.french(whose) == (
        f"«\u00a0Nous n’avons jamais cessé d’y croire\u00a0», plusieurs riverains, dans {PLACE}"
    )
    assert citing.english(whose) == (
        f"“We never stopped believing in it,” plusieurs riverains, in {ENGLISH_PLACE}"
    )


def test_who_speaks_of_somebody_of_the_same_name_is_told() -> None:
    of_kin = replace(QUOTE, french="Paul Tavernay n’y croyait plus", english="Paul Tavernay had given up")
    assert "\u00a0», Odile Tavernay, dans" in citing.french(of_kin)
    assert "given up,” Odile Tavernay, in" in str(citing.english(of_kin))


def test_a_sentence_has_no_marks_and_no_speaker() -> None:
    assert citing.french(SENTENCE) == (
        "Le bac de Malvoisy reprend lundi. («\u00a0Le bac reprend du service\u00a0», bac.txt)"
    )
    assert citing.english(SENTENCE) == (
        "The Malvoisy ferry is back on Monday. (“Le bac reprend du service”, bac.txt)"
    )
    assert citing.both(SENTENCE) == "Le bac de Malvoisy reprend lundi.\nThe Malvoisy ferry is back on Monday."


@pytest.mark.parametrize(
    ("words", "french", "english"),
    [
        ("C’est fini.", "«\u00a0C’est fini\u00a0», O", "“C’est fini,” O"),
        ("C’est fini\u00a0?", "«\u00a0C’est fini\u00a0?\u00a0», O", "“C’est fini\u00a0?” O"),
        ("C’est fini\u00a0!", "«\u00a0C’est fini\u00a0!\u00a0», O", "“C’est fini\u00a0!” O"),
        ("C’est fini…", "«\u00a0C’est fini…\u00a0», O", "“C’est fini…” O"),
        ("C’est fini...", "«\u00a0C’est fini...\u00a0», O", None),
        ("C’est fini", "«\u00a0C’est fini\u00a0», O", "“C’est fini,” O"),
        ("C’est fini,", None, "“C’est fini,” O"),
    ],
)
def test_how_the_words_end_before_who_said_them(words: str, french: str | None, english: str | None) -> None:
    ended = replace(QUOTE, french=words, english=words)
    if french is not None:
        assert citing.french(ended).startswith(french)
    if english is not None:
        assert str(citing.english(ended)).startswith(english)


def test_a_quote_keeps_its_end_where_nothing_follows_it() -> None:
    ended = replace(QUOTE, french="C’est fini.", english="It is over.", speaker=None)
    assert citing.french(ended).startswith("«\u00a0C’est fini\u00a0», dans «")
    assert str(citing.english(ended)).startswith("“It is over,” in “")
    assert citing.both(ended) == "«\u00a0C’est fini.\u00a0»\n“It is over.”"


def test_marks_inside_are_of_the_second_rank() -> None:
    nested = replace(
        QUOTE,
        french="On m’a dit\u00a0: «\u00a0Attendez\u202f!\u202f» et j’ai attendu",
        english="They told me “Wait!” and I waited",
        title="Le bac «\u00a0fantôme\u00a0»",
    )
    french = citing.french(nested)
    assert french.startswith(
        "«\u00a0On m’a dit\u00a0: “Attendez\u202f!” et j’ai attendu\u00a0», Odile Tavernay"
    )
    assert "dans «\u00a0Le bac “fantôme”\u00a0»," in french
    assert str(citing.english(nested)).startswith("“They told me ‘Wait!’ and I waited,” Odile Tavernay, in")
    assert "in “Le bac ‘fantôme’”," in str(citing.english(nested))


def test_words_that_name_their_speaker_are_left_as_they_are() -> None:
    incise = replace(
        QUOTE,
        french="Nous y croyions, a dit Odile Tavernay. Et voilà.",
        english="We believed in it,” Odile Tavernay said. “There you are.",
        names_speaker=True,
    )
    assert citing.french(incise) == f"«\u00a0{incise.french.rstrip('.')}\u00a0», dans {PLACE}"
    assert citing.english(incise) == f"“{str(incise.english).rstrip('.')},” in {ENGLISH_PLACE}"
    assert citing.plain_english(incise) == f"“{incise.english}”"


def test_an_incise_with_a_pronoun_does_not_lose_the_speaker() -> None:
    incise = replace(
        QUOTE,
        french="Nous y croyions, a-t-elle dit. Et voilà.",
        english="We believed in it,” she said. “There you are.",
        names_speaker=True,
    )
    words, english = incise.french.rstrip("."), str(incise.english).rstrip(".")
    assert citing.french(incise) == f"«\u00a0{words}\u00a0», Odile Tavernay, dans {PLACE}"
    assert citing.english(incise) == f"“{english},” Odile Tavernay, in {ENGLISH_PLACE}"


def test_an_incise_that_the_english_leaves_out_is_said_after_it() -> None:
    incise = replace(QUOTE, french="Oui, a-t-elle dit, nous y croyions.", names_speaker=True)
    assert str(citing.english(incise)).startswith("“We never stopped believing in it,” Odile Tavernay, in “")


def test_the_sentence_around_a_quote_is_no_quote_but_says_who() -> None:
    around = replace(QUOTE, english="She adds that they never stopped “believing”.", is_exact=False)
    assert citing.plain_english(around) == around.english
    assert citing.english(around) == f"{around.english} (Odile Tavernay, {ENGLISH_PLACE})"
    named = replace(around, english="According to Tavernay, they never stopped.")
    assert citing.english(named) == f"{named.english} ({ENGLISH_PLACE})"


def test_without_english_there_is_none() -> None:
    alone = replace(QUOTE, english=None)
    assert citing.english(alone) is None
    assert citing.plain_english(alone) is None
    assert citing.both(alone) == citing.plain_french(alone)
    assert citing.markdown(alone).count(">") == 3


@pytest.mark.parametrize(
    ("published", "french", "english"),
    [
        ("2024-03-01", "1er mars 2024", "1 March 2024"),
        ("2023-08-21", "21 août 2023", "21 August 2023"),
        ("2024-12-31T23:30:00+01:00", "31 décembre 2024", "31 December 2024"),
        ("2024-02-09T08:00:00Z", "9 février 2024", "9 February 2024"),
        ("2024-03", "2024-03", "2024-03"),
        ("mardi", "mardi", "mardi"),
    ],
)
def test_dates_are_written_out(published: str, french: str, english: str) -> None:
    dated = replace(QUOTE, published=published)
    assert citing.french(dated).endswith(f", La Gazette du bac, {french}")
    assert str(citing.english(dated)).endswith(f", La Gazette du bac, {english}")


@pytest.mark.parametrize(
    ("source", "site", "shown"),
    [
        ("https://www.gazette.example/bac?p=2", None, "www.gazette.example"),
        ("https://www.gazette.example/bac", "La Gazette", "La Gazette"),
        ("/home/odile/mes articles/bac.txt", None, "bac.txt"),
        ("-", None, "standard input"),
        ("--paste", None, "pasted text"),
        ("https:///nulle-part", None, "https:///nulle-part"),
    ],
)
def test_where_it_is_from(source: str, site: str | None, shown: str) -> None:
    placed = replace(SENTENCE, source=source, site=site)
    assert citing.french(placed).endswith(f"«\u00a0Le bac reprend du service\u00a0», {shown})")


def rendered(markdown: str) -> tuple[list[str], list[str]]:
    """What a Markdown quote says, paragraph by paragraph, and where its links lead."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    assert [tokens[0].type, tokens[-1].type] == ["blockquote_open", "blockquote_close"]
    inside = tokens[1:-1]
    assert {token.type for token in inside} <= {"paragraph_open", "inline", "paragraph_close"}, markdown
    inlines = [token for token in inside if token.type == "inline"]
    links = [str(child.attrGet("href")) for token in inlines for child in token.children or () if child.attrs]
    return ["".join(map(_said, token.children or ())) for token in inlines], links


def _said(token: Token) -> str:
    assert token.type in ("text", "text_special", "em_open", "em_close", "link_open", "link_close"), token
    return token.content


def test_a_markdown_quote() -> None:
    webbed = replace(QUOTE, source="https://www.gazette.example/bac?p=1&q=<a b>\\*2")
    said, links = rendered(citing.markdown(webbed))
    assert said == [
        "«\u00a0Nous n’avons jamais cessé d’y croire\u00a0»",
        "“We never stopped believing in it”",
        "— Odile Tavernay, Le bac reprend du service, La Gazette du bac, 1 March 2024",
    ]
    assert links == ["https://www.gazette.example/bac?p=1&q=%3Ca%20b%3E%5C*2"]


ONE_LINE = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" \u00a0"), min_size=1, max_size=40
).map(lambda words: " ".join(words.split(" ")).strip())


def test_what_a_dialect_of_markdown_would_take_for_markup_is_escaped() -> None:
    said = replace(SENTENCE, french="x^2^ coûte $5$ ==net== {.a}", title=": une", english=None)
    assert citing.markdown(said) == (
        "> x\\^2\\^ coûte \\$5\\$ \\=\\=net\\=\\= \\{.a\\}\n>\n> — *\\: une*, bac.txt"
    )


@given(words=ONE_LINE.filter(bool), title=ONE_LINE.filter(bool))
@example(words="12. Le maire_s’en_va", title="*a*")
@example(words="- un", title="[x](y)")
@example(words="+ un &amp; deux", title="`a` & ~~b~~")
@example(words="3) ![a](b) <b>c</b>", title="# a")
@example(words="== a ==", title="\\*")
@example(words="    quatre", title="a\\")
def test_markdown_says_the_words_as_they_are(words: str, title: str) -> None:
    words = words.strip()
    given_words = replace(SENTENCE, french=words, english=None, title=title.strip())
    said, links = rendered(citing.markdown(given_words))
    assert said == [words, f"— {title.strip()}, bac.txt"]
    assert not links
