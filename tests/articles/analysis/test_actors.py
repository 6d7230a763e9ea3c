"""Actors found through the real model: spans, merging, kinds, roles, genders, order."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.analysis.actors import find_actors
from articles.analysis.parsing import parsed
from articles.annotations import Actor, ActorKind, Gender
from articles.article import Article
from articles.errors import EnregardError
from articles.opening import article_of


def _opened(text: str) -> Article:
    return article_of(text, source="test", name="test")


def _found(text: str) -> dict[str, Actor]:
    article = _opened(text)
    return {actor.name: actor for actor in find_actors(article, list(parsed(article)))}


def _mentions(text: str) -> dict[str, list[str]]:
    return {name: [span.of(text) for span in actor.mentions] for name, actor in _found(text).items()}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le secrétaire d'État américain Antony Blinken a rencontré les Européens.", {"Antony Blinken"}),
        ("Les États-Unis et le Royaume-Uni se sont parlé.", {"États-Unis", "Royaume-Uni"}),
        ("La ministre a reçu Jean-Yves Le Bihan à Saint-Elme.", {"Jean-Yves Le Bihan", "Saint-Elme"}),
        ("Elle a vu Ursula von der Leyen et Luca de Meo.", {"Ursula von der Leyen", "Luca de Meo"}),
        ("Le patron, M. Valadim, a rencontré Mme Odile Grandjean.", {"Valadim", "Odile Grandjean"}),
        ("Il lit La Lanterne, mais aussi Le Monde.", {"La Lanterne", "Le Monde"}),
        ("C'est ce qu'a dit la préfecture de la Haute-Vézère.", {"préfecture de la Haute-Vézère"}),
        ("Selon le ministère de la santé, tout va bien.", {"ministère de la santé"}),
        ("Le ministre des Transports, Fabrice Daumier, est resté muet.", {"Fabrice Daumier"}),
        ("L'ONG Rives communes a protesté.", {"Rives communes"}),
        ("Un groupe baptisé « Sirop solidaire » recense les flacons.", {"Sirop solidaire"}),
        ("Pour « La Nuit des aiguilleurs », Paule Janin a eu un prix.", {"Paule Janin"}),
        ("Vendredi matin, Maëlle Kerrien a gagné le Tour de France.", {"Maëlle Kerrien"}),
        ("Le film a été tourné en janvier. Sirop, orage et rires au programme.", set()),
        ("La loi Macron et le prix Goncourt n'y ont rien changé.", set()),
        ("Assis sur un banc, Paul Verdier attend.", {"Paul Verdier"}),
        ("René en a assez. Paris en rit.", {"René", "Paris"}),
        ("Tempête Ophélie : deux routes sont coupées à Lyon. La suite viendra.", {"Lyon"}),
        ("Il a un syndrome de Gilles-Martin, elle la maladie de Charcot.", set()),
        ("Le produit liquide verdâtre (PLV) est interdit. Le PLV pollue.", set()),
        (
            "L'agence régionale de santé (ARS) enquête sur le PLV.",
            {"ARS", "PLV"},
        ),
        ("Le maire (DVD), Luc Arnaud, a reçu la sénatrice (PCF) Anne Merlin.", {"Luc Arnaud", "Anne Merlin"}),
        ("Le maire de Lyon Paul Verdier est venu.", {"Lyon", "Paul Verdier"}),
        ("La présidente de la région Bretagne Anne Le Goff a ri.", {"Bretagne", "Anne Le Goff"}),
        ("Le député du Nord Marc Vannier a voté.", {"Marc Vannier"}),
        ("Le maire de Saint-Malo Paul Verdier est venu.", {"Saint-Malo", "Paul Verdier"}),
        ("Le directeur de Radio France Anne Merlin parle.", {"Radio France", "Anne Merlin"}),
        ("Le maire de Sainte Marie Noire est venu.", {"Sainte Marie Noire"}),
        ("Le fils de Paul Marie Verdier est venu.", {"Paul Marie Verdier"}),
        ("Le Parti communiste français (PCF) a voté.", {"Parti communiste français"}),
        ("A Kharkiv, les écoles rouvrent.", {"Kharkiv"}),
        ("Il me disait : « Goûte-la, elle est douce. »", set()),
        ("A gauche, La France insoumise (LFI) se tait.", {"La France insoumise"}),
        ("A gauche, la France se tait.", {"France"}),
        ("OpenTech, lui, évoque un retard. Rolling salue un disque rare.", {"OpenTech", "Rolling"}),
        ("« On a eu peur », a raconté à l'AFP Josiane, 64 ans.", {"Josiane"}),
        ("Q. Faut-il partir ? R. Il faut rester.", set()),
        ("S. B. : Je n'en sais rien.", set()),
        ("La justice a condamné Facebook.", {"Facebook"}),
        ("Elle l'a écrit sur Facebook.", set()),
        ("Trois Rafale ont décollé. Trois Français aussi.", set()),
        ("On l'avait vue dans Nuit blanche, premier film de la cinéaste.", set()),
        ("Nuit blanche, de Paul Verdier, sort mardi.", {"Paul Verdier"}),
        ("Présenté au Festival de Kiel, le nouveau film étonne.", {"Festival de Kiel"}),
    ],
)
def test_names_are_found_whole_and_alone(text: str, names: set[str]) -> None:
    assert set(_found(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Antony Blinken a parlé. « Oui », a dit M. Blinken. Blinken est parti. Antony dort.",
            "Antony Blinken",
            ["Antony Blinken", "Blinken", "Blinken", "Antony"],
        ),
        (
            "L'Union des officines de France (UOF) proteste. L'UOF a écrit au maire.",
            "Union des officines de France",
            ["Union des officines de France", "UOF", "UOF"],
        ),
        ("L'Otan hésite. Selon l'OTAN, rien ne presse.", "Otan", ["Otan", "OTAN"]),
        (
            "On juge Karl B. pour vol. On entend Karl B. Trois témoins parlent. Karl B. pleure.",
            "Karl B",
            ["Karl B", "Karl B.", "Karl B"],
        ),
        (
            "Le FC Valmont a battu Brévannes. Valmont menait 1-0 grâce à Théo Marchal.",
            "FC Valmont",
            ["FC Valmont", "Valmont"],
        ),
        (
            "Dominique de Villepin a parlé. « Non », dit M. de Villepin. Les proches de Villepin rient.",
            "Dominique de Villepin",
            ["Dominique de Villepin", "de Villepin", "Villepin"],
        ),
        (
            "L'album de Capucine Aldebert, alias Aldé, sort vendredi. « Enfin », dit Aldé.",
            "Capucine Aldebert",
            ["Capucine Aldebert", "Aldé", "Aldé"],
        ),
        (
            "Le spéléologue J.-M. Corvaisier est venu. Jean-Marc Corvaisier dort.",
            "Jean-Marc Corvaisier",
            ["J.-M. Corvaisier", "Jean-Marc Corvaisier"],
        ),
        (
            "La Commission européenne a tranché. Mardi, la Commission a confirmé.",
            "Commission européenne",
            ["Commission européenne", "Commission"],
        ),
    ],
)
def test_mentions_of_one_actor_are_merged(text: str, name: str, mentions: list[str]) -> None:
    assert _mentions(text)[name] == mentions


def test_two_people_of_one_surname_are_told_apart_by_civility_and_nearness() -> None:
    text = (
        "Jean-Marc Girard a perdu son fils. « C'est dur », dit M. Girard. "
        "Sa femme, Hélène Girard, se tait. Mme Girard attend. M. Girard aussi."
    )
    found = _mentions(text)
    assert found["Jean-Marc Girard"] == ["Jean-Marc Girard", "Girard", "Girard"]
    assert found["Hélène Girard"] == ["Hélène Girard", "Girard"]


def test_a_capital_and_the_union_are_not_equated() -> None:
    assert {"Union européenne", "Bruxelles"} <= set(
        _found("L'Union européenne hésite. L'UE attend. À Bruxelles, on se tait.")
    )


def test_a_name_with_a_no_break_space_is_one_name() -> None:
    article = _opened("Le maire a reçu Antony\u00a0Blinken à New\u202fYork.")
    names = {actor.name for actor in find_actors(article, list(parsed(article)))}
    assert "Antony\u00a0Blinken" in names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le Kremlin et l'Élysée ont réagi.", "Kremlin", ActorKind.ORGANISATION),
        ("Moscou dément. Il vit à Moscou.", "Moscou", ActorKind.PLACE),
        ("Le laboratoire Vernexa a relancé une ligne.", "Vernexa", ActorKind.ORGANISATION),
        ("Nadège, mère de deux enfants, habite Lannion.", "Nadège", ActorKind.PERSON),
        ("Les bateaux ont passé le cap Horn de nuit.", "cap Horn", ActorKind.PLACE),
        ("« On verra bien », grogne Tonton.", "Tonton", ActorKind.PERSON),
        ("« On verra bien », promet Valora.", "Valora", ActorKind.ORGANISATION),
        ("Au marché, Lucien, Bébert et les autres patientent.", "Bébert", ActorKind.PERSON),
        ("Deux essais de Malvier (12e, 31e), un d'Aubin.", "Malvier", ActorKind.PERSON),
        (
            "« Trop peu », juge Urgence Police, syndicat minoritaire.",
            "Urgence Police",
            ActorKind.ORGANISATION,
        ),
        ("Il confirme une information de Nice-Matin.", "Nice-Matin", ActorKind.ORGANISATION),
        ("Elle l'a dit dans un entretien au Monde.", "Monde", ActorKind.ORGANISATION),
        ("La communauté de communes (Caralis) paiera.", "Caralis", ActorKind.ORGANISATION),
        ("La députée du Val-de-Marne a confirmé son vote.", "Val-de-Marne", ActorKind.PLACE),
    ],
)
def test_kinds(text: str, name: str, kind: ActorKind) -> None:
    assert _found(text)[name].kind is kind


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Le Premier ministre britannique Boris Johnson a été reçu.",
            "Boris Johnson",
            "Premier ministre britannique",
        ),
        (
            "« Non », répond le maire de Vaux-le-Perreux, Gérard Pichon.",
            "Gérard Pichon",
            "maire de Vaux-le-Perreux",
        ),
        (
            "Selon Aurélie Simonin, 41 ans, présidente de l'association, il pleut.",
            "Aurélie Simonin",
            "présidente de l'association",
        ),
        (
            "Luis-Miguel Ferrand (entraîneur de Sarlac) a souri.",
            "Luis-Miguel Ferrand",
            "entraîneur de Sarlac",
        ),
        ("Vladimir Poutine n'a rien dit.", "Vladimir Poutine", None),
        ("Le maire (DVD), Luc Arnaud, a démissionné.", "Luc Arnaud", "maire"),
        (
            "Anne Merlin, vice-présidente (LR) de la région Centre, refuse.",
            "Anne Merlin",
            "vice-présidente (LR) de la région Centre",
        ),
        ("Son frère, Luc Arnaud, a ri.", "Luc Arnaud", None),
        ("Sa collègue norvégienne, Anne Merlin, a ri.", "Anne Merlin", "collègue norvégienne"),
        ("Le frère de Marie, Luc Arnaud, a ri.", "Luc Arnaud", "frère de Marie"),
        ("Sa cousine, Anne Merlin, comptable, a ri.", "Anne Merlin", "comptable"),
        ("Le préfet en question, Luc Arnaud, dément.", "Luc Arnaud", "préfet"),
    ],
)
def test_roles_are_verbatim(text: str, name: str, role: str | None) -> None:
    assert _found(text)[name].role == role


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mme Kerouanton est venue.", "Kerouanton", Gender.FEMININE),
        ("Le maire, Dominique Cap, a souri.", "Dominique Cap", Gender.MASCULINE),
        ("La réalisatrice Camille Vautrin a souri.", "Camille Vautrin", Gender.FEMININE),
        ("Maëlle Kerrien a souri.", "Maëlle Kerrien", Gender.FEMININE),
        ("Nour Haddad-Vial a souri.", "Nour Haddad-Vial", Gender.FEMININE),
    ],
)
def test_genders(text: str, name: str, gender: Gender) -> None:
    assert _found(text)[name].gender is gender


def test_the_weightiest_comes_first() -> None:
    text = "À Kiev, Inès Vautrin a parlé. Vautrin a souri. « Merci », a dit Vautrin à Samuel Roche."
    assert next(iter(_found(text))) == "Inès Vautrin"


_PIECES = st.sampled_from(
    [
        *"Le La L' M. Mme Dr Paul Dupont Dupont, Marie de du des la Union (UDF) UDF « » ( ) : – . ?".split(
            " "
        ),
        *"Institut ministère Santé État J.-C. J. Saint-Jean-d'Angély dit et est à Otan Bipado".split(" "),
        *('"', "\n", "\n\n", "présidente", "52 ans,"),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map(" ".join)))
def test_any_text_has_ordered_mentions_that_do_not_overlap(text: str) -> None:
    try:
        article = _opened(text)
    except EnregardError:
        return
    actors = find_actors(article, list(parsed(article)))
    spans = sorted(span for actor in actors for span in actor.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len({actor.name for actor in actors}) == len(actors)
    for actor in actors:
        assert actor.name.strip()
        assert actor.mentions == tuple(sorted(actor.mentions))
        assert all(span.end <= len(article.text) and span.start < span.end for span in actor.mentions)
