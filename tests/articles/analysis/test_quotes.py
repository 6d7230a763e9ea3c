"""Whose words they are: the ways in which the French press attributes a quote."""

from collections.abc import Callable
from textwrap import fill

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.analysis.pipeline import analyse
from articles.annotations import Analysis
from articles.article import Article, ParagraphKind
from articles.canonical import flowed
from articles.opening import article_of
from tests.articles.test_hard_wrapped import SENTENCES, WAYS

INTRODUCTION = (
    "La maire de Vauclair, Hélène Mortagne, a rencontré mercredi le président du groupe Solveris, "
    "Victor Lanoy. "
)


def analysed(text: str) -> tuple[Article, Analysis]:
    article = article_of(text, source="x", name="x")
    return article, analyse(article)


def said(text: str, introduction: str = INTRODUCTION) -> list[tuple[str, str | None]]:
    article, analysis = analysed(introduction + text)
    return [(quote.span.of(article.text), quote.speaker) for quote in analysis.quotes]


MORTAGNE, LANOY = "Hélène Mortagne", "Victor Lanoy"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("« Nous tiendrons », a déclaré Hélène Mortagne.", "Nous tiendrons", MORTAGNE),
        ("« Nous tiendrons ! » lance Mme Mortagne.", "Nous tiendrons !", MORTAGNE),
        ("« Nous tiendrons, promet la maire, et nous gagnerons. »", None, MORTAGNE),
        ("Selon Victor Lanoy, le site est « trop petit ».", "trop petit", LANOY),
        ("Le site est « trop petit », d’après M. Lanoy.", "trop petit", LANOY),
        ("Victor Lanoy a dénoncé un projet « absurde ».", "absurde", LANOY),
        ("M. Lanoy affirme que le site « restera ouvert ».", "restera ouvert", LANOY),
        ("Hélène Mortagne prévient : « Nous irons en justice. »", "Nous irons en justice.", MORTAGNE),
        ("Le projet a été jugé « absurde » par Hélène Mortagne.", "absurde", MORTAGNE),
        ("Le mot de Victor Lanoy : « Patience. »", "Patience.", LANOY),
        ('Victor Lanoy a "exhorté" la ville à signer.', "exhorté", LANOY),
        ("« C’est long », soupire une riveraine.", "C’est long", None),
        ("« C’est long », soupirent des riverains.", "C’est long", None),
        ("Sur les pancartes, on lit : « Pas de béton ».", "Pas de béton", None),
    ],
)
def test_one_quote(text: str, words: str | None, speaker: str | None) -> None:
    found = said(text)
    assert [whose for _, whose in found] == [speaker]
    assert words is None or found[0][0] == words


def test_a_pronoun_goes_back_to_whom_it_agrees_with() -> None:
    text = "« Nous tiendrons », a-t-elle dit. « Nous aussi », a-t-il répondu."
    assert said(text) == [("Nous tiendrons", MORTAGNE), ("Nous aussi", LANOY)]


def test_a_quote_without_a_cue_keeps_its_speaker() -> None:
    text = "« Nous tiendrons », a déclaré Hélène Mortagne. « Le reste attendra. »"
    assert said(text)[1] == ("Le reste attendra.", MORTAGNE)


def test_a_quote_over_paragraphs_has_one_speaker() -> None:
    text = "Victor Lanoy a raconté :\n\n« J’ai commencé à vingt ans.\n\n« J’ai fini hier. »"
    assert said(text) == [("J’ai commencé à vingt ans.", LANOY), ("J’ai fini hier.", LANOY)]


def test_a_quote_in_a_quote_has_its_own_speaker() -> None:
    text = "« Victor Lanoy m’a dit “plus tard”, et j’attends », raconte Hélène Mortagne."
    assert said(text)[1] == ("plus tard", LANOY)


def test_an_organisation_speaks() -> None:
    text = "Le groupe Solveris a répondu dans un communiqué. « Rien n’est signé », indique le groupe."
    assert said(text)[0][1] in ("Solveris", "groupe Solveris")


@pytest.mark.parametrize(
    "text",
    [
        "Elle a vu trois fois le film « Les Heures claires ».",
        "On le surnomme « le Notaire ».",
        "Le navire « Albatros » est rentré au port.",
        'Chacun parle ici d’un écran de 27" et d’un autre.',
    ],
)
def test_titles_nicknames_names_and_measures_are_no_quotes(text: str) -> None:
    assert said(text) == []


def test_a_quoted_heading_has_the_speaker_of_the_same_words() -> None:
    text = "« Nous tiendrons »\n\n« Nous tiendrons jusqu’au bout », a déclaré Hélène Mortagne lundi."
    found = said(text, introduction=f"{INTRODUCTION}\n\n")
    assert found[0] == ("Nous tiendrons", MORTAGNE)


def test_the_cue_is_the_verb_with_its_auxiliary_and_pronoun() -> None:
    article, analysis = analysed(INTRODUCTION + "« Nous tiendrons », a-t-elle déclaré.")
    cue = analysis.quotes[0].cue
    assert cue is not None
    assert cue.of(article.text) == "a-t-elle déclaré"


_PIECES = [
    "« ", " »", '"', "“", "”", ", dit-il", "Selon ", "Marie Dupont ", "elle ", "a déclaré ", ".\n\n", " : ",
]  # fmt: skip


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_text_gives_an_analysis_that_fits_it(text: str) -> None:
    if not text.strip():
        return
    article, analysis = analysed(text)
    names = {actor.name for actor in analysis.actors}
    for quote in analysis.quotes:
        assert 0 <= quote.sentence < len(article.sentences)
        assert quote.span.end <= len(article.text)
        assert quote.speaker is None or quote.speaker in names
        assert quote.span.of(article.text).strip() == quote.span.of(article.text) != ""
    for actor in analysis.actors:
        assert all(analysis.quotes[index].speaker == actor.name for index in actor.quotes)


@pytest.mark.parametrize("way", WAYS)
def test_a_wrapped_text_has_the_quotes_it_had(way: Callable[[str, int], str]) -> None:
    found = []
    paragraphs = [" ".join(SENTENCES), INTRODUCTION + " ".join(SENTENCES[::-1])]
    for text in ("\n\n".join(paragraphs), "\n\n".join(way(words, 72) for words in paragraphs)):
        article, analysis = analysed(text)
        found.append([(flowed(q.span.of(article.text)), q.speaker) for q in analysis.quotes])
    assert found[0] == found[1]
    assert len(found[0]) == 8


def test_a_wrapped_heading_has_the_speaker_of_the_same_words_below() -> None:
    said = "Un thermomètre pour la rivière, pas un remède pour le fleuve malade depuis"
    body = f"{INTRODUCTION} « {said} dix ans », a déclaré Maud Hervieux."
    article, analysis = analysed("\n\n".join(fill(words, 72) for words in (f"« {said} »", body, *SENTENCES)))
    assert article.paragraphs[0].kind is ParagraphKind.HEADING
    assert [quote.speaker for quote in analysis.quotes][:2] == ["Maud Hervieux"] * 2


def cues(text: str) -> list[str | None]:
    article, analysis = analysed(INTRODUCTION + text)
    return [None if quote.cue is None else quote.cue.of(article.text) for quote in analysis.quotes]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("La maire s’est dite « surprise » du retard.", "s’est dite"),
        ("Victor Lanoy s’est dit « surpris » du retard.", "s’est dit"),
        ("Victor Lanoy se dit « confiant ».", "se dit"),
        ("Victor Lanoy a fait savoir que le contrat restait « caduc ».", "a fait savoir"),
        ("L’accord, « historique » pour ses défenseurs, attend.", "pour"),
        ("L’accord est « bancal » pour Victor Lanoy.", "pour"),
        ("Selon Victor Lanoy, l’accord est « bancal ».", "Selon"),
        ("« Jamais », a-t-il lancé.", "a-t-il lancé"),
    ],
)
def test_a_cue_is_the_verb_with_its_pronouns_or_the_word_before_a_source(text: str, cue: str) -> None:
    assert cues(text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "La place est « gratuite » pour l’instant.",
        "Un tarif « solidaire » pour les étudiants sera voté.",
        "Selon toute vraisemblance, le site sera « provisoire ».",
        "Vous refusez d’employer le mot « secret ». Pourquoi ?",
        "Évitez-vous le terme « faillite » ?",
    ],
)
def test_what_is_no_source_is_no_cue(text: str) -> None:
    assert cues(text) in ([], [None])


def descriptions(text: str) -> list[str | None]:
    article, analysis = analysed(text)
    assert all(quote.speaker is None or quote.described is None for quote in analysis.quotes)
    return [
        None if quote.described is None else quote.described.of(article.text) for quote in analysis.quotes
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Interrogée mardi, la ministre de la pêche a estimé que le quota était « intenable ».",
            "la ministre de la pêche",
        ),
        (
            "Mon grand-père réparait des barques, et il disait toujours : « Attends la marée. »",
            "Mon grand-père",
        ),
        ("Une étude du ministère, parue hier, concluait à un « gâchis ».", "Une étude du ministère"),
        ("« On attend », soupire une riveraine du quai.", "une riveraine du quai"),
        ("Un jour, une de mes élèves m’a demandé : « Et la houle ? »", "une de mes élèves"),
        ("Le texte, « historique » pour ses défenseurs, attend.", "ses défenseurs"),
        ("« C’est fini, ont annoncé les riverains dans une lettre, et pour de bon. »", "les riverains"),
        ("« C’est fini », prévient-on dans l’entourage du maire.", "l’entourage du maire"),
        ("« On attend », a-t-il dit.", None),
        ("« On attend », dit-on.", None),
        ("« On attend », a déclaré Hélène Mortagne.", None),
        ("L’heure disait : « On attend. »", None),
    ],
)
def test_a_speaker_without_a_name_is_described_in_the_words_of_the_text(text: str, words: str | None) -> None:
    assert descriptions(text) == [words]


def test_what_goes_on_has_the_same_description() -> None:
    text = "« On attend le bac », soupire une riveraine. « Il ne vient plus depuis lundi. »"
    assert descriptions(text) == ["une riveraine"] * 2


@pytest.mark.parametrize(
    ("quoted", "spoken"),
    [
        ("Nous tiendrons, promet la maire, et nous gagnerons.", ["Nous tiendrons", "et nous gagnerons."]),
        (
            "Nous tiendrons, a promis Hélène Mortagne, présidente de la Ligue des ports (LDP). Il le faut.",
            ["Nous tiendrons", "Il le faut."],
        ),
        (
            "Nous tiendrons, a promis Hélène Mortagne, 52 ans, en riant. Il le faut.",
            ["Nous tiendrons", "Il le faut."],
        ),
        ("Qui tiendra ? lance-t-elle. Nous.", ["Qui tiendra ?", "Nous."]),
        ("Tenir, dit-elle, les mains dans ses poches, nous le pouvons.", ["Tenir", "nous le pouvons."]),
        (
            "Nous tiendrons, dit Mme Mortagne, qui rit. Il le faut, ajoute-t-elle. Demain.",
            ["Nous tiendrons", "Il le faut", "Demain."],
        ),
        (
            "Tenez bon ! lance Mme Mortagne, députée de Vauclair, sous la pluie. Tenez !",
            ["Tenez bon !", "Tenez !"],
        ),
        ("Il faut tenir, a dit la maire, mais pas trop.", ["Il faut tenir", "mais pas trop."]),
        ("Nous tiendrons, a dit la maire à la presse, et eux aussi.", ["Nous tiendrons", "et eux aussi."]),
        (
            "On a tout perdu, raconte Mme Mortagne, la maison, les barques.",
            ["On a tout perdu", "la maison, les barques."],
        ),
        ("Nous tiendrons, promet la maire.", ["Nous tiendrons"]),
        ("Nous tiendrons.", []),
    ],
)
def test_the_spoken_parts_leave_out_the_incise(quoted: str, spoken: list[str]) -> None:
    article, analysis = analysed(f"{INTRODUCTION}« {quoted} »")
    assert [span.of(article.text) for span in analysis.quotes[0].spoken] == spoken
