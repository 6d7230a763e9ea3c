"""What is copied becomes a clipping that stands for itself: words, place, speaker, source."""

from dataclasses import replace
from textwrap import fill

import pytest

from articles import citing
from articles.annotations import Actor, ActorKind, Analysis, Quote
from articles.article import Article
from articles.clippings import ClippingKind, clipping_of_quote, clipping_of_sentence
from articles.opening import article_of
from articles.spans import Span
from articles.translation import Translation

PARAGRAPH = (
    "La maire a prévenu les riverains du fleuve dès le mois de mai, par une lettre. "
    "«\u00a0Le bac reprendra lundi, a-t-elle écrit, et il faudra encore attendre pour le pont.\u00a0» "
    "Puis elle s’est tue, et la foule est rentrée chez elle sans dire un mot de plus, comme il se doit."
)
TEXT = f"Le bac repart\n\n{fill(PARAGRAPH, 60)}\n\n{fill(PARAGRAPH, 60)}"


@pytest.fixture
def article() -> Article:
    """An article wrapped by hand, of a day and a newspaper."""
    opened = article_of(TEXT, source="/articles/bac.txt", name="bac.txt")
    return replace(opened, published="2024-03-01", site="La Gazette")


def quote(article: Article, *, cue: str | None = "écrit") -> Quote:
    """The words between the marks."""
    start, end = article.text.index("Le bac reprendra"), article.text.index("\u00a0»")
    where = next(place for place, one in enumerate(article.sentences) if start in one.span)
    at = None if cue is None else article.text.index(cue)
    found = None if at is None or cue is None else Span(at, at + len(cue))
    return Quote(Span(start, end), where, "Odile Tavernay", found)


def analysis(article: Article, *quotes: Quote) -> Analysis:
    """An analysis with these quotes."""
    return Analysis(article.id, "essai", quotes, (), ())


def test_a_sentence_is_on_one_line_and_keeps_its_place(article: Article) -> None:
    english = {1: Translation("The mayor warned the residents in May, by letter.", "argos fr-en 1.9")}
    kept = clipping_of_sentence(article, 1, english)
    assert kept.french == "La maire a prévenu les riverains du fleuve dès le mois de mai, par une lettre."
    assert kept.span.of(article.text).split() == kept.french.split()
    assert (kept.kind, kept.english, kept.origin) == (
        ClippingKind.SENTENCE,
        "The mayor warned the residents in May, by letter.",
        "argos fr-en 1.9",
    )
    assert (kept.article, kept.title, kept.source) == (article.id, "Le bac repart", "/articles/bac.txt")
    assert (kept.site, kept.published, kept.speaker) == ("La Gazette", "2024-03-01", None)


def test_a_quote_that_was_wrapped_is_on_one_line(article: Article) -> None:
    said = quote(article)
    assert "\n" in said.span.of(article.text)
    kept = clipping_of_quote(article, analysis(article, said), said, {})
    assert kept.french == (
        "Le bac reprendra lundi, a-t-elle écrit, et il faudra encore attendre pour le pont."
    )
    assert kept.span == said.span
    assert (kept.kind, kept.speaker, kept.names_speaker) == (ClippingKind.QUOTE, "Odile Tavernay", True)
    assert (kept.english, kept.origin, kept.is_exact) == (None, None, True)


def test_a_cue_outside_the_words_names_nobody_in_them(article: Article) -> None:
    for cue in ("prévenu", None):
        said = quote(article, cue=cue)
        assert not clipping_of_quote(article, analysis(article, said), said, {}).names_speaker


@pytest.mark.parametrize(
    ("english", "words", "is_exact"),
    [
        ("“The ferry is back on Monday, and we wait for the bridge.”", None, True),
        ("“The ferry,” she wrote, “is back.”", "“The ferry,” she wrote, “is back.”", False),
    ],
)
def test_the_english_of_a_quote_and_where_it_is_from(
    article: Article, english: str, words: str | None, is_exact: bool
) -> None:
    said = quote(article)
    found = {said.sentence: Translation(english, "argos fr-en 1.9")}
    kept = clipping_of_quote(article, analysis(article, said), said, found)
    assert kept.english == (words or english.strip("“”"))
    assert (kept.is_exact, kept.origin) == (is_exact, "argos fr-en 1.9")


LONG = (
    "La halle rouvrira en mai. « Nous y serons, a promis Odile Tavernay, présidente de la Ligue des ports "
    "(LDP). Elle est à tous. Qui viendra ? ajoute-t-elle. Vous, dit-elle, et moi. »"
)


def test_the_narrator_s_words_between_the_marks_are_left_out() -> None:
    opened = article_of(LONG, source="x", name="x")
    text = opened.text
    parts = ("Nous y serons", "Elle est à tous. Qui viendra ?", "Vous", "et moi.")
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    cue = Span(text.index("a promis"), text.index(" Odile"))
    said = Quote(Span(spans[0].start, spans[-1].end), 1, "Odile Tavernay", cue, spoken=spans)
    kept = clipping_of_quote(opened, analysis(opened, said), said, {})
    assert kept.french == "Nous y serons […]. Elle est à tous. Qui viendra ? […] Vous […], et moi."
    assert not kept.names_speaker
    assert "Vous […], et moi\u00a0», Odile Tavernay, dans" in citing.french(kept)


def attributed(text: str, name: str, kind: ActorKind) -> str | None:
    """How a quote of the actor with this name is attributed, who is named once in the text."""
    opened = article_of(f"« Non », dit-il. {text}", source="x", name="x")
    at = opened.text.index(name)
    said = Quote(Span(2, 5), 0, name)
    found = Analysis(opened.id, "essai", (said,), (Actor(name, kind, (Span(at, at + len(name)),)),), ())
    return clipping_of_quote(opened, found, said, {}).attribution


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        (
            "Le rectorat de Dijon a tranché.",
            "rectorat de Dijon",
            ActorKind.ORGANISATION,
            "le rectorat de Dijon",
        ),
        (
            "Un avis du rectorat de Dijon suit.",
            "rectorat de Dijon",
            ActorKind.ORGANISATION,
            "le rectorat de Dijon",
        ),
        ("C’est l’Union des ports.", "Union des ports", ActorKind.ORGANISATION, "l’Union des ports"),
        ("Voici les Amis du bac.", "Amis du bac", ActorKind.ORGANISATION, "les Amis du bac"),
        ("On le dit à la Russie.", "Russie", ActorKind.PLACE, "la Russie"),
        ("Voici Castel.", "Castel", ActorKind.ORGANISATION, None),
        ("Voici Odile.", "Odile", ActorKind.PERSON, None),
    ],
)
def test_bodies_keep_their_article(text: str, name: str, kind: ActorKind, words: str | None) -> None:
    assert attributed(text, name, kind) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Une riveraine", ", une riveraine, dans"),
        ("ONG du port", ", ONG du port, dans"),
        ("Une étude du port", ", une étude du port, dans"),
        ("plusieurs riverains", ", plusieurs riverains, dans"),
    ],
)
def test_who_has_no_name_is_cited_by_a_description(words: str, shown: str) -> None:
    opened = article_of(f"« Non », dit-on. Selon {words}, oui.", source="x", name="x")
    at = opened.text.index(words)
    said = Quote(Span(2, 5), 0, described=Span(at, at + len(words)))
    kept = clipping_of_quote(opened, analysis(opened, said), said, {})
    assert shown in citing.french(kept)
    assert words.split()[-1] in citing.markdown(kept)
    assert kept.speaker is None
