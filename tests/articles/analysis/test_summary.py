"""Which sentences a summary takes, and in which order."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis.parsing import model, parsed
from articles.analysis.summary import ranking
from articles.annotations import Quote
from articles.article import Article, ParagraphKind
from articles.errors import EnregardError
from articles.opening import article_of
from articles.spans import Span

LEAD = (
    "Le conseil municipal de Morvillers a voté lundi la réouverture de la gare, fermée depuis 2019, "
    "pour un coût de 4 millions d’euros."
)
COST = (
    "Selon la mairie, le chantier de la gare de Morvillers emploiera 120 ouvriers de la région "
    "jusqu’en juin 2027."
)
DOUBT = (
    "L’association Rails du Nord, présidée par Jeanne Aubry, dénonce un projet de gare mal financé "
    "et demande une enquête publique."
)
NEXT = "Les premiers trains de la Compagnie du Nord s’arrêteront à Morvillers le 14 septembre 2027."

Summed = Callable[..., list[str]]


@pytest.fixture(scope="module", autouse=True)
def _model() -> None:
    model()


def opened(text: str) -> Article:
    return article_of(text, source="test", name="test")


def taken(text: str, quotes: tuple[Quote, ...] = ()) -> list[str]:
    """The ranked sentences, in order."""
    article = opened(text)
    found = ranking(article, list(parsed(article)), quotes)
    return [article.sentences[ranked.sentence].span.of(article.text) for ranked in found]


def story(*sentences: str) -> str:
    return "\n\n".join(sentences)


def test_the_lead_comes_first_and_every_full_sentence_is_ranked() -> None:
    found = taken(story(LEAD, COST, DOUBT, NEXT))
    assert found[0] == LEAD
    assert sorted(found) == sorted([LEAD, COST, DOUBT, NEXT])


def test_scores_are_in_order_and_between_0_and_1() -> None:
    article = opened(story(LEAD, COST, DOUBT, NEXT))
    scores = [ranked.score for ranked in ranking(article, list(parsed(article)))]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_boilerplate_headings_and_credits_are_left_out() -> None:
    text = story("logo", "Une gare rouvre à Morvillers", "Par Jeanne Aubry", LEAD, COST, "Avec AFP")
    assert set(taken(text)) == {LEAD, COST}


def test_a_sentence_close_to_the_title_gains() -> None:
    def score_of_doubt(title: str) -> float:
        article = opened(story(title, LEAD, COST, DOUBT))
        scores = {ranked.sentence: ranked.score for ranked in ranking(article, list(parsed(article)))}
        return scores[3]

    assert score_of_doubt("Rails du Nord exige une enquête publique") > score_of_doubt("Un vote attendu")


@pytest.mark.parametrize(
    "opening",
    [
        "Il a promis",
        "Elle a promis",
        "Ils ont promis",
        "Celle-ci a promis",
        "Cela permettra",
        "Ce sera l’occasion",
        "Ensuite, la mairie de Morvillers a promis",
        "Mais la mairie de Morvillers a promis",
        "Or la mairie de Morvillers a promis",
        "Pourtant, la mairie de Morvillers a promis",
        "En revanche, la mairie de Morvillers a promis",
        "Ainsi, la mairie de Morvillers a promis",
        "Et la mairie de Morvillers a promis",
        "Puis la mairie de Morvillers a promis",
        "De son côté, la mairie de Morvillers a promis",
        "Parallèlement, la mairie de Morvillers a promis",
        "Cette décision a permis à la mairie",
        "Dans ce contexte, la mairie de Morvillers a promis",
        "Surnommée « la Dame du rail », elle a promis",
        "Dix minutes plus tard, la mairie de Morvillers a promis",
        "Quelques jours après, la mairie de Morvillers a promis",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_never_comes_without_it(opening: str) -> None:
    leaning = f"{opening} 300 emplois aux habitants de Morvillers et de Lantenay d’ici à 2027."
    found = taken(story(f"{LEAD} {leaning}", COST, DOUBT))
    assert leaning not in found or found.index(LEAD) < found.index(leaning)
    assert leaning not in taken(story(f"Une question de prix ? {leaning}", COST, DOUBT))


@pytest.mark.parametrize(
    "free",
    [
        "Il faudra trois ans et 40 millions d’euros pour rouvrir la ligne de Morvillers à Lantenay.",
        "Cette semaine, la mairie de Morvillers a promis 300 emplois aux habitants de Lantenay.",
        "Quand elle est arrivée à Morvillers, Jeanne Aubry a promis une enquête publique aux habitants.",
    ],
)
def test_what_only_looks_like_leaning_stands_alone(free: str) -> None:
    assert free in taken(story("Une question de prix ?", free, COST))


def test_a_leaning_sentence_whose_antecedent_is_a_heading_is_left_out() -> None:
    leaning = "Elle emploiera 120 ouvriers de la région de Morvillers jusqu’en juin 2027."
    assert leaning not in taken(story(LEAD, "Une gare neuve", leaning, DOUBT))


def test_of_two_nearly_equal_sentences_one_is_left_out() -> None:
    one = (
        "La France comme la Belgique, l’un des marchés favoris des constructeurs de trains de nuit, ont dit "
        "lundi vouloir taxer les bénéfices des grandes compagnies."
    )
    other = (
        "La France comme la Belgique, qui est l’un des marchés favoris des constructeurs de trains de nuit, "
        "ont ainsi dit lundi vouloir imposer les bénéfices des grandes compagnies."
    )
    found = taken(story(LEAD, one, COST, other, DOUBT))
    assert (one in found) != (other in found)


def test_a_sentence_that_repeats_another_waits() -> None:
    again = "Le conseil municipal de Morvillers juge la réouverture de la gare utile à toute la vallée."
    found = taken(story(LEAD, again, DOUBT, COST, NEXT))
    assert found.index(again) >= 2


def test_a_quote_that_goes_on_beyond_its_sentence_is_left_out() -> None:
    text = story(
        LEAD,
        "« La gare de Morvillers est une chance pour la vallée, a dit Jeanne Aubry à Lantenay. "
        "Nous voulons une enquête publique sur les 4 millions d’euros. »",
        COST,
    )
    assert set(taken(text)) == {LEAD, COST}


def test_a_quote_found_before_over_two_paragraphs_is_left_out() -> None:
    inner = "La gare de Morvillers est une chance pour la vallée de Lantenay et pour les 900 habitants."
    text = story(LEAD, inner, COST)
    start = text.index(inner)
    quote = Quote(Span(start - 1, start + len(inner) + 1), 1)
    assert inner in taken(text)
    assert inner not in taken(text, (quote,))


def test_a_quote_with_its_speaker_stands_and_one_with_a_pronoun_does_not() -> None:
    words = "« Cent vingt ouvriers travailleront à la gare de Morvillers dès le mois de mars », "
    named = words + "a annoncé Jeanne Aubry, ingénieure à la Compagnie du Nord."
    pronoun = words + "a-t-elle annoncé."
    assert named in taken(story("Une question de prix ?", named, LEAD))
    assert pronoun not in taken(story("Une question de prix ?", pronoun, LEAD))
    assert taken(story(LEAD, named, COST)).index(named) < 3


def test_a_mark_that_nothing_closes_costs_its_paragraph_only() -> None:
    assert set(taken(story(LEAD, "« La gare est une chance, dit Jeanne Aubry.", COST, DOUBT))) == {
        LEAD,
        COST,
        DOUBT,
    }


def test_inches_and_seconds_open_no_quote() -> None:
    timed = "Jeanne Aubry a gagné la course de Morvillers en 42'18\" devant 300 personnes venues de Lantenay."
    assert timed in taken(story(LEAD, timed, COST))


def test_questions_of_an_interview_are_left_out_and_so_are_remarks_to_the_person() -> None:
    asked = [
        "Le Conseil de Morvillers doit se prononcer en juillet à Lantenay. Qu’en attendez-vous ?",
        "La gare coûtera 4 millions d’euros à la commune de Morvillers. Est-ce trop ?",
        "Rouvrirez-vous la ligne de Lantenay ?",
        "Certains habitants de Morvillers vous reprochent de quitter la vallée en 2027.",
    ]
    text = story(LEAD, asked[0], COST, asked[1], DOUBT, asked[2], NEXT, asked[3], "Par fatigue.")
    assert set(taken(text)) == {LEAD, COST, DOUBT, NEXT}


@pytest.mark.parametrize(
    "fragment",
    [
        "Par erreur.",
        "(Rires.)",
        "« Vivre sans lumière », de Judith Armandet, Éditions du Môle, 224 p., 19,50 €.",
        "Propos recueillis par Camille Feuillâtre, à Morvillers.",
        "… et la gare de Morvillers rouvrira en 2027 pour les habitants de Lantenay.",
        "La Roche : 3 essais Malvier (12e, 31e, 44e) ; 2 pénalités Perdrin (8e, 60e).",
        "Q. Faut-il rouvrir la gare de Morvillers aux habitants de Lantenay dès 2027.",
        "R. Il faut rouvrir la gare de Morvillers aux habitants de Lantenay dès 2027.",
        "J. A. : La gare de Morvillers rouvrira aux habitants de Lantenay en juin 2027.",
    ],
)
def test_fragments_are_left_out(fragment: str) -> None:
    assert fragment not in taken(story(LEAD, COST, fragment, DOUBT))


def test_a_label_before_a_sentence_makes_no_result_of_it() -> None:
    labelled = "Morvillers : le maire a promis 300 emplois et 4 trains par jour dès le 14 septembre 2027."
    assert labelled in taken(story(LEAD, COST, labelled, DOUBT))


def test_a_quote_that_goes_on_with_a_pronoun_is_left_out_even_after_its_neighbour() -> None:
    quote = "« Il l’a promis aux habitants de Morvillers et de Lantenay, et il a ri. »"
    assert quote not in taken(story(f"{LEAD} {quote}", COST))


def test_a_gesture_waits_and_what_is_to_come_does_not() -> None:
    gesture = "Le maire de Morvillers, Paul Roux, secoue la tête devant les habitants de Lantenay."
    promise = "La préfète du Nord, Anne Merlin, doit trancher avant les fêtes de Saint-Elme."
    for text in (story(LEAD, gesture, COST, promise), story(LEAD, promise, COST, gesture)):
        found = taken(text)
        assert found.index(promise) < found.index(gesture)


def test_what_the_article_lists_as_what_matters_comes_early() -> None:
    death = "Un ouvrier est mort à Lantenay."
    text = story(LEAD, COST, DOUBT, NEXT, "L’essentiel", f"• {death}", "• La gare est fermée.", "Des faits.")
    other = text.replace("L’essentiel", "Autres choses")
    assert taken(text).index(death) < taken(other).index(death)


def test_nothing_comes_of_nothing() -> None:
    article = opened("Avec AFP")
    assert ranking(article, list(parsed(article))) == ()
    assert ranking(article, []) == ()


def test_a_text_of_a_thousand_sentences_is_ranked() -> None:
    votes = (f"Le village {i} a voté pour la gare {i % 97}." for i in range(1_200))
    article = opened(story(*votes))
    assert ranking(article, list(parsed(article)))


_PARTS = st.sampled_from(
    [
        LEAD,
        COST,
        DOUBT,
        "Il a dit oui.",
        "« On verra",
        "dit-elle. »",
        '"',
        "\n\n",
        "\n\n",
        "\n\nAvec AFP\n\n",
        "\n\nUne gare rouvre\n\n",
        "Et vous ?",
        " ",
        "…",
        "’",
        "ẞİ",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PARTS, max_size=14).map(" ".join) | st.text(max_size=80))
def test_any_text_has_a_ranking(text: str) -> None:
    try:
        article = opened(text)
    except EnregardError:
        return
    found = ranking(article, list(parsed(article)))
    indices = [ranked.sentence for ranked in found]
    assert len(indices) == len(set(indices))
    assert all(0 <= index < len(article.sentences) for index in indices)
    assert all(0 <= ranked.score <= 1 for ranked in found)
    kinds = {article.paragraphs[article.sentences[index].paragraph].kind for index in indices}
    assert kinds <= {ParagraphKind.BODY}
    spans = [article.sentences[index].span.of(article.text) for index in indices]
    assert len(spans) == len(set(spans))
