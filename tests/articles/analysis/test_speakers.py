"""Who speaks: what stands in the cue is believed, and where the text does not say, nobody is named."""

import pytest

from tests.articles.analysis.test_quotes import LANOY, MORTAGNE, analysed, said

NOBODY = None


def described(text: str) -> list[tuple[str | None, str | None]]:
    article, analysis = analysed(text)
    return [
        (quote.speaker, None if quote.described is None else quote.described.of(article.text))
        for quote in analysis.quotes
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Rien n’est joué », s’est hasardé à pronostiquer son adjoint, Thomas Vercel.", "Thomas Vercel"),
        ("« C’est non », tient à préciser Victor Lanoy.", LANOY),
        ("« C’est non », a fini par lâcher, agacé, M. Lanoy.", LANOY),
        ("« Il faudra payer », a mis en garde Mme Mortagne.", MORTAGNE),
        ("« Il faudra payer », a laissé entendre lundi M. Lanoy.", LANOY),
        ("« C’est non », lui a rétorqué d’une voix blanche Hélène Mortagne.", MORTAGNE),
        ("« Il faudra payer », prévient sans hésiter la maire.", MORTAGNE),
        ("« C’est non », a prévenu d’entrée le trésorier, Omar Slimani.", "Omar Slimani"),
        ("« C’est non », a prévenu d’emblée le trésorier, Omar Slimani.", "Omar Slimani"),
        ("« C’est non », balaie le trésorier, Omar Slimani.", "Omar Slimani"),
        ("« C’est long », hoquète-t-elle.", MORTAGNE),
        ("« C’est long », bredouilla-t-il.", LANOY),
        ("« On a couru », sourit le demi d’ouverture toulonnais Hugo Perrin.", "Hugo Perrin"),
        ("Le préfet (hors classe), Antoine Rivet, a demandé « du calme ».", "Antoine Rivet"),
        ("À peine arrivée, Anne-Lise Morel (Les Verts) a dénoncé « un trucage ».", "Anne-Lise Morel"),
        ("« On a bien dormi », bougonne Hugo Perrin.", "Hugo Perrin"),
        ("« On a bien dormi », rigole Hugo Perrin.", "Hugo Perrin"),
        ("C’est un doute que partage Hugo Perrin : « Il manque un pont. »", "Hugo Perrin"),
    ],
)
def test_whoever_stands_in_the_cue_speaks(text: str, speaker: str) -> None:
    assert [whose for _, whose in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "« C’est long », faut-il rappeler.",
        "« C’est long », est-il écrit sur la porte.",
        "« C’est long et nous attendons », triture la vieille horloge.",
        "Jean Petit a appelé son frère. Celui-ci a répliqué : « Plus tard. »",
        "Deux riverains sont venus. Le premier voulait y voir « un palace ».",
    ],
)
def test_a_cue_that_names_nobody_is_not_filled_from_the_text_before(text: str) -> None:
    assert [whose for _, whose in said(text)] == [NOBODY]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« C’est long », ironise de son côté l’entourage de M. Lanoy.", "l’entourage de M. Lanoy"),
        ("« C’est long », soupire la sœur de Victor Lanoy.", "la sœur de Victor Lanoy"),
        ("« C’est long », confie un conseiller de la maire.", "un conseiller de la maire"),
        ("« C’est long », promet la maire de Trouville.", "la maire de Trouville"),
        (
            "« C’est long », résume, en souriant, la mère d’un élève au micro de la radio.",
            "la mère d’un élève",
        ),
        ("Le prix a « doublé », selon une source proche du dossier.", "une source proche du dossier"),
        ("« Nous sommes prêts », conclut le ministère public.", "le ministère public"),
        ("« C’est long », note sa directrice de la voirie.", "sa directrice de la voirie"),
        ("La veuve du passeur se lève. « C’est long », dit-elle.", "La veuve du passeur"),
        ("Le préfet « regrette » ce retard.", "Le préfet"),
        ("« Le juge m’a dit “revenez”, et j’ai ri », raconte un riverain.", "un riverain"),
    ],
)
def test_somebody_beside_a_named_person_is_described_and_never_that_person(text: str, words: str) -> None:
    introduction = "La maire de Vauclair, Hélène Mortagne, a reçu le président de Solveris, Victor Lanoy. "
    assert described(introduction + text)[0] == (NOBODY, words)


def test_a_pronoun_after_somebody_without_a_name_is_theirs() -> None:
    text = "Hélène Mortagne écoute. « C’est long », dit une riveraine. « C’est trop long », ajoute-t-elle."
    assert described(text) == [(NOBODY, "une riveraine")] * 2


def test_words_behind_a_sentence_about_somebody_without_a_name_are_theirs() -> None:
    text = "Victor Lanoy est sorti. La mère de Paul, en larmes, a pris le micro. « Je veux comprendre. »"
    assert described(text) == [(NOBODY, "La mère de Paul")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Interrogé par le juge Marc Delaunay, il a répondu : « C’est secret. »", LANOY),
        ("Relancée sur Lise Perrin, elle a répondu : « C’est secret. »", MORTAGNE),
        (
            "Jean Petit a interpellé son voisin Karim Haddad. Celui-ci a répliqué : « Plus tard. »",
            "Karim Haddad",
        ),
        ("Jean Petit a salué Karim Haddad. « Plus tard », a répondu ce dernier.", "Karim Haddad"),
        ("Le prix avait été fixé par Luc Petit. « Il est juste », répète ce dernier.", "Luc Petit"),
        ("Jean Petit et Karim Haddad se sont vus. Le premier a parlé d’un « affront ».", "Jean Petit"),
        ("Jean Petit et Karim Haddad se sont vus. « Jamais ! », a crié le second.", "Karim Haddad"),
        (
            "L’ambassade de Norvège renvoie à une note dans laquelle elle dénonce « un leurre ».",
            "ambassade de Norvège",
        ),
    ],
)
def test_words_that_point_back_point_at_whom_they_fit(text: str, speaker: str) -> None:
    assert [whose for _, whose in said(text)] == [speaker]


def test_a_second_whose_verb_is_not_said_again_speaks() -> None:
    text = (
        "Jean Petit et Luc Roux se sont vus. Le premier a parlé d’un « affront », le second d’un « oubli »."
    )
    assert [whose for _, whose in said(text)] == ["Jean Petit", "Luc Roux"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("La cinéaste Ana Ruiz est venue. « J’ai tout filmé », confie la réalisatrice.", "Ana Ruiz"),
        ("Son avocat, Me Paul Astier, est venu. « J’ai tout lu », promet son conseil.", "Paul Astier"),
        (
            "La cinéaste Ana Ruiz est venue. Son film cite Duras. « Tout est dit », confie la réalisatrice.",
            "Ana Ruiz",
        ),
        ("Paul Astier est venu avec Lise. « J’ai tout lu », souffle ce notaire.", "Paul Astier"),
        ("Luc et Marie Durand sont là. Luc Durand rit. « Venez », dit Mme Durand.", "Marie Durand"),
        ("Luc Durand est là. « Venez », dit Mme Durand.", NOBODY),
        ("L’avocat Paul Astier est venu. « J’ai tout lu », promet le juge.", NOBODY),
        ("Kevin Walsh a quitté le terrain. « J’ai tout donné », souffle l’Écossais.", "Kevin Walsh"),
        ("Kevin Walsh a quitté le terrain. « J’ai tout donné », souffle le troisième-ligne.", "Kevin Walsh"),
        (
            "Kevin Walsh, envoyé de l’ONU, a quitté la salle. « J’ai tout dit », souffle l’émissaire.",
            "Kevin Walsh",
        ),
        ("L’Union des ports a écrit à l’entreprise Solveris. « Bien », dit le groupe.", "Solveris"),
        ("La Fédération des ports a signé. « C’est bon », indique la banque.", NOBODY),
    ],
)
def test_a_noun_means_whom_the_text_calls_so(text: str, speaker: str | None) -> None:
    assert [whose for _, whose in said(text, introduction="")] == [speaker]


def test_somebody_in_a_quote_is_not_whoever_was_named_last_outside_it() -> None:
    text = "Kevin Walsh sourit. « Le patron m’a dit “vas-y”. J’y suis allé », raconte Kevin Walsh."
    assert described(text) == [("Kevin Walsh", None), (NOBODY, "Le patron")]


@pytest.mark.parametrize("noun", ["préfet", "procureur", "maire", "juge", "président", "notaire"])
def test_an_office_means_nobody_whom_the_text_has_not_called_so(noun: str) -> None:
    text = f"Kevin Walsh a quitté la salle en courant. « Nous verrons », a déclaré le {noun}."
    assert described(text) == [(NOBODY, f"le {noun}")]


def test_a_role_in_the_complement_of_another_belongs_to_the_name_behind_it() -> None:
    text = "Le cabinet du ministre de la Pêche, Luc Arnoux, a réagi. « C’est réglé », a ajouté le ministre."
    assert said(text, introduction="") == [("C’est réglé", "Luc Arnoux")]


def test_the_one_lawyer_of_a_text_is_the_lawyer() -> None:
    text = "Me Clara Odin s’est levée. Le juge attend. « Non », répond l’avocate de la défense."
    assert said(text, introduction="") == [("Non", "Clara Odin")]
