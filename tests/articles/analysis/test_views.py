"""Whose view words are that no verb of saying introduces: à en croire X, aux yeux de X, selon laquelle."""

import pytest

from tests.articles.analysis.test_quotes import LANOY, MORTAGNE, said
from tests.articles.analysis.test_speakers import NOBODY, described


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("À en croire Victor Lanoy, le site est « perdu ».", LANOY),
        ("Le site serait, aux yeux de la maire, « un gâchis ».", MORTAGNE),
        ("M. Lanoy quitte la salle. À l’entendre, le projet « ne tient pas debout ».", LANOY),
        ("Hélène Mortagne reste. À ses yeux, « rien n’est fait ».", MORTAGNE),
        ("C’est l’avis de Thomas Vercel (Modem), selon lequel « tout est prêt ».", "Thomas Vercel"),
        ("Le rapport a ému Hélène Mortagne, pour qui « tout reste à faire ».", MORTAGNE),
        ("Chez Solveris, on parle d’« un malentendu ».", "Solveris"),
        ("Du côté du Syndicat des dockers, on promet « une longue grève ».", "Syndicat des dockers"),
        ("La maire « regrette ce retard ».", MORTAGNE),
        ("Hugo Perrin m’a traité d’« égoïste ».", "Hugo Perrin"),
        ("Le juge Paul Vidal a été formel : le pont présentait « des fissures ».", "Paul Vidal"),
        ("L’Autorité des ports a rendu son avis. « La mer est forte », y lit-on.", "Autorité des ports"),
    ],
)
def test_a_view_is_whose_it_is(text: str, speaker: str) -> None:
    assert [whose for _, whose in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aux yeux de la maire, Victor Lanoy a parlé d’un « oubli ».", LANOY),
        ("M. Lanoy a défendu le principe selon lequel « qui casse paie ».", LANOY),
        ("Les riverains restent. À leurs yeux, « rien n’est fait ».", NOBODY),
        ("À Vauclair, on parle d’« un malentendu ».", NOBODY),
        ("À la fin de l’année, on parlera d’« un exploit ».", NOBODY),
        ("« On y va », dit-on au ministère.", NOBODY),
        ("Le pont présentait « des fissures ».", NOBODY),
        ("Victor Lanoy a écrit un livre. « La mer est forte », y lit-on.", NOBODY),
    ],
)
def test_what_only_looks_like_a_view_is_none(text: str, speaker: str | None) -> None:
    assert [whose for _, whose in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’un de ses voisins ne le cache plus : « C’est fini. »", "L’un de ses voisins"),
        ("« C’est fini », glisse l’une des avocates du groupe.", "l’une des avocates du groupe"),
        ("Dans l’entourage de la maire, on évoque « une piste ».", "l’entourage de la maire"),
        ("L’association des dockers m’a traitée d’« égoïste ».", "L’association des dockers"),
    ],
)
def test_one_of_several_and_those_around_somebody_are_described(text: str, words: str) -> None:
    assert described(f"Hélène Mortagne est maire de Vauclair. {text}") == [(NOBODY, words)]


def test_whoever_is_not_known_to_the_speaker_is_not_the_speaker() -> None:
    text = "« J’attends », a dit M. Lanoy à quelqu’un qui lui criait “demain”."
    assert said(text) == [("J’attends", LANOY), ("demain", NOBODY)]


def test_a_subject_is_never_taken_out_of_the_quote() -> None:
    text = "« Ma tante m’a prise à part et m’a dit : “Le maire a signé.” J’ai ri », raconte Lise Petit."
    assert described(text) == [("Lise Petit", None), (NOBODY, "Ma tante")]


def test_words_set_apart_have_the_speaker_of_the_same_words_in_the_text() -> None:
    text = "« On a tout donné », souffle Lise Petit.\n\nIl pleut. Hugo Roux est là.\n\n« On a tout donné. »"
    assert said(text, introduction="")[1] == ("On a tout donné.", "Lise Petit")
