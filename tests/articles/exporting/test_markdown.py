"""What an article says as Markdown is what it says, and nothing of it is taken for markup."""

import re
from dataclasses import dataclass, field
from dataclasses import replace as changed

import pytest
import srsly
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles import exporting
from articles.annotations import Actor, ActorKind, Analysis
from articles.article import Article, ParagraphKind
from articles.canonical import canonical, flowed
from articles.exporting import Format
from articles.plain_markdown import escaped
from articles.spans import Span
from articles.translation import Translation
from tests.articles.exporting import written

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass
class Read:
    """What a Markdown parser shows: words by kind of block, and the kinds of markup that it found."""

    front: dict[str, object] = field(default_factory=dict)
    headings: list[tuple[str, str]] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    markup: set[str] = field(default_factory=set)


def read(text: str) -> Read:
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    found = shown(body)
    found.front = srsly.yaml_loads(front)
    return found


def shown(body: str) -> Read:
    found = Read()
    open_blocks: list[str] = []
    for token in PARSER.parse(body):
        if token.nesting == 1:
            open_blocks.append(token.tag)
        elif token.nesting == -1:
            open_blocks.pop()
        if token.type == "inline":
            _sort(found, token, open_blocks)
        else:
            found.markup.add(token.type.removesuffix("_open").removesuffix("_close"))
    return found


def _sort(found: Read, token: Token, open_blocks: list[str]) -> None:
    words = "".join(child.content for child in token.children or [])
    found.markup |= {re.sub("_(open|close)$", "", child.type) for child in token.children or []}
    if "blockquote" in open_blocks:
        found.quoted.append(words)
    elif "li" in open_blocks:
        found.items.append(words)
    elif open_blocks[-1].startswith("h"):
        found.headings.append((open_blocks[-1], words))
    else:
        found.plain.append(words)


def as_markdown(
    opened: Article, translations: dict[int, Translation], *, with_analysis: bool = False, summary: int = 3
) -> str:
    found = written.analysis(opened) if with_analysis else None
    data = exporting.written_as(Format.MARKDOWN, opened, found, translations, language="fr", summary=summary)
    return data.decode()


def test_french_stands_over_its_english_paragraph_by_paragraph() -> None:
    text = as_markdown(written.article(), written.translations())
    assert text.partition("\n---\n\n")[2] == (
        "# Le marché rouvre\n\n"
        "> The market reopens\n\n"
        "La maire, Odile Vasseur, a inauguré le marché. « Nous y sommes », a-t-elle dit. Il pleuvait.\n\n"
        "> The mayor, Odile Vasseur, opened the market. “Here we are,” she said. It was raining.\n\n"
        "« C’est petit. Mais c’est à nous », ajoute Karim Belhadj. Odile Vasseur sourit.\n\n"
        "> “It is small. But it is ours,” adds Karim Belhadj. Odile Vasseur smiles.\n"
    )


def test_boilerplate_is_left_out() -> None:
    assert "Partager" not in as_markdown(written.article(), {})


def test_the_front_matter_says_what_it_is_and_who_translated_it() -> None:
    opened = changed(written.article(), byline='Par: Léa "L." Noé', published="2024-03-12", site="Le Phare")
    english = written.translations() | written.translations({0: "Reopening"}, origin=written.PACK)
    assert read(as_markdown(opened, english)).front == {
        "title": "Le marché rouvre",
        "byline": 'Par: Léa "L." Noé',
        "published": "2024-03-12",
        "site": "Le Phare",
        "source": "marché.txt",
        "language": "fr",
        "sentences": 8,
        "translated": {"by hand": 6, written.PACK: 1},
    }


@pytest.mark.parametrize("hostile", [*written.HOSTILE, "a\n---\nb: c", "\ufeff\ufffe\uffff", "'"])
def test_front_matter_takes_any_title(hostile: str) -> None:
    opened = changed(written.article(), title=hostile, byline=hostile)
    front = read(as_markdown(opened, {})).front
    assert front["title"] == front["byline"]
    assert set(str(front["title"]).split()) - set(canonical(hostile).split()) <= {"\ufffd" * 3}
    assert front["translated"] == {}


def test_what_was_found_comes_after_the_text() -> None:
    found = read(as_markdown(written.article(), written.translations(), with_analysis=True, summary=2))
    assert found.headings == [
        ("h1", "Le marché rouvre"),
        ("h2", "Summary"),
        ("h2", "Quotes"),
        ("h2", "Actors"),
    ]
    assert found.items == [
        "La maire, Odile Vasseur, a inauguré le marché.",
        "Odile Vasseur sourit.",
        "«\u00a0Nous y sommes\u00a0» — Odile Vasseur",
        "«\u00a0C’est petit. Mais c’est à nous\u00a0» — Karim Belhadj",
        "Odile Vasseur, La maire (person, named 2×, quoted once)",
        "Karim Belhadj (person, named once, quoted once)",
    ]
    assert found.quoted[-2:] == [
        "“Here we are,” she said.",
        "“It is small. But it is ours,” adds Karim Belhadj.",
    ]


def test_nobody_is_named_where_the_text_does_not_say() -> None:
    opened = written.article()
    found = written.analysis(opened, quotes=[("Nous y sommes", None)], actors=())
    data = exporting.written_as(Format.MARKDOWN, opened, found, {}, language="fr")
    assert "«\u00a0Nous y sommes\u00a0» — unattributed" in read(data.decode()).items


def test_whom_only_boilerplate_names_is_left_out() -> None:
    opened = written.article("La maire, Odile Vasseur, a inauguré le marché.\n\nAvec AFP")
    at = [opened.text.index(name) for name in ("Odile Vasseur", "AFP")]
    actors = (
        Actor("Odile Vasseur", ActorKind.PERSON, (Span(at[0], at[0] + 13),)),
        Actor("AFP", ActorKind.ORGANISATION, (Span(at[1], at[1] + 3),)),
    )
    found = Analysis(opened.id, "essai", (), actors, ())
    data = exporting.written_as(Format.MARKDOWN, opened, found, {}, language="fr").decode()
    assert read(data).items == ["Odile Vasseur (person, named once)"]


def test_who_has_no_name_is_described() -> None:
    opened = written.article()
    found = written.analysis(opened, quotes=[("Nous y sommes", None)], actors=())
    at = opened.text.index("La maire")
    quotes = tuple(changed(quote, described=Span(at, at + 8)) for quote in found.quotes)
    data = exporting.written_as(
        Format.MARKDOWN, opened, changed(found, quotes=quotes), {}, language="fr"
    ).decode()
    assert "«\u00a0Nous y sommes\u00a0» — La maire" in read(data).items


def test_a_sentence_without_english_leaves_a_gap_and_a_paragraph_without_any_leaves_none() -> None:
    found = read(as_markdown(written.article(), written.translations({0: "Reopening", 3: "Here."})))
    assert found.quoted == ["Reopening", "[…] Here. […]"]


def test_a_title_that_is_not_in_the_text_stands_over_it() -> None:
    found = read(as_markdown(written.article("Il pleut. Il neige."), {}))
    assert found.headings == [("h1", "marché")]
    assert found.plain == ["Il pleut. Il neige."]


def test_an_address_is_the_source_whole_and_what_was_piped_in_or_pasted_has_none() -> None:
    address = "https://exemple.fr/a?b=1"
    assert read(as_markdown(written.article(source=address), {})).front["source"] == address
    for source in ("-", "--paste"):
        assert "source" not in read(as_markdown(written.article(source=source), {})).front


@pytest.mark.parametrize("before", ["", "# ", "> ", "- ", "  > "])
@given(
    text=st.lists(
        st.one_of(
            st.sampled_from(
                [*written.HOSTILE, *"\\`*_{}[]()#+-.!<>|~=:&%$^@0123456789 \t\u00a0", "mot", "é"]
            ),
            st.text(max_size=4),
        ),
        max_size=12,
    ).map("".join)
)
@example(text="1234567890. trop long")
@example(text="12%")
@example(text=":deux points")
@example(text="titre ##")
@example(text="fin\\")
def test_words_stay_words(before: str, text: str) -> None:
    text = flowed(canonical(text)).strip()
    found = shown(f"{before}{escaped(text)}\n")
    words = [*found.plain, *found.quoted, *found.items, *(words for _, words in found.headings)]
    assert [one for one in words if one] == [text] * bool(text)
    assert found.markup <= {"paragraph", "text", "heading", "blockquote", "bullet_list", "list_item"}
    assert len(found.markup & {"heading", "blockquote", "bullet_list"}) == bool(before)


@given(
    st.lists(
        st.lists(st.sampled_from([*written.HOSTILE, "Un mot.", "Le titre"]), min_size=1, max_size=3).map(
            " ".join
        ),
        min_size=1,
        max_size=6,
    ).map("\n\n".join)
)
@example("\n\n".join(written.HOSTILE))
def test_all_that_is_shown_is_the_article(text: str) -> None:
    opened = written.article(text)
    found = read(as_markdown(opened, written.everything(opened)))
    kept = [p for p in opened.paragraphs if p.kind is not ParagraphKind.BOILERPLATE]
    french = [flowed(paragraph.span.of(opened.text)) for paragraph in kept]
    seen = [*found.plain, *(words for _, words in found.headings)]
    if opened.title == "marché":
        french.append("marché")
    assert sorted(seen) == sorted(french)
    english = "".join("".join(found.quoted).split())
    shown = {place for place, p in enumerate(opened.paragraphs) if p in kept}
    words = [opened.words(i) for i, each in enumerate(opened.sentences) if each.paragraph in shown]
    assert english == "".join("".join(words).upper().split())
    assert found.markup <= {"paragraph", "text", "heading", "blockquote"}
