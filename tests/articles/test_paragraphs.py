"""Where paragraphs are, and what each is for."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.article import ParagraphKind
from articles.boilerplate import is_boilerplate
from articles.canonical import canonical, flowed
from articles.paragraphs import paragraphs

LONG = (
    "La petite gare de Morvillers a rouvert lundi après trois ans de travaux, et les premiers voyageurs "
    "ont trouvé le quai refait à neuf. Le maire, venu couper le ruban, a salué un chantier tenu à temps."
)
OTHER = (
    "Sur la place, le café a retrouvé ses habitués. Certains disent n’avoir jamais cessé d’y croire, "
    "d’autres avouent qu’ils avaient acheté une voiture. Le train de 7 h 12, lui, est parti à l’heure."
)


def shown(text: str) -> list[str]:
    return [flowed(paragraph.span.of(text)) for paragraph in paragraphs(text)]


def kinds(text: str) -> list[str]:
    return [str(paragraph.kind) for paragraph in paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    assert shown(f"{LONG}\n\n\n{OTHER}\n") == [LONG, OTHER]


def test_lines_are_paragraphs_where_nothing_is_wrapped() -> None:
    assert shown(f"{LONG}\n{OTHER}\n") == [LONG, OTHER]


@pytest.mark.parametrize("width", [60, 66, 72, 78])
def test_wrapped_lines_are_joined_again(width: int) -> None:
    text = "\n\n".join(textwrap.fill(words, width, break_on_hyphens=False) for words in (LONG, OTHER))
    assert shown(text) == [LONG, OTHER]


def test_wrapped_text_without_blank_lines_breaks_at_indents_and_short_lines() -> None:
    text = "\n".join(
        textwrap.fill(words, 72, initial_indent="   ", break_on_hyphens=False) for words in (LONG, OTHER)
    )
    assert shown(text) == [LONG, OTHER]


def test_short_lines_are_not_mistaken_for_wrapped_ones() -> None:
    verses = ["Le vent se lève", "La mer est grise", "Un enfant compte", "Les bateaux rentrent"]
    assert shown("\n".join(verses)) == verses


def test_list_items_stay_apart_in_a_wrapped_text() -> None:
    text = (
        textwrap.fill(LONG, 72)
        + "\n- une première chose à faire\n- une seconde\n\n"
        + textwrap.fill(OTHER, 72)
    )
    assert shown(text)[1:3] == ["- une première chose à faire", "- une seconde"]


def test_kinds() -> None:
    text = f"logo\n\nUne gare rouvre\n\nPar Jeanne Aubry\n\n{LONG}\n\nLe café aussi\n\n{OTHER}\n\nAvec AFP"
    assert kinds(text) == ["boilerplate", "heading", "body", "body", "heading", "body", "boilerplate"]


def test_a_quoted_line_may_be_a_heading_but_a_question_is_not() -> None:
    text = f"« Nous y avons cru »\n\n{LONG}\n\nEt maintenant ?\n\n{OTHER}"
    assert kinds(text) == ["heading", "body", "body", "body"]


def wrapped(words: str, hanging: str = "") -> str:
    return textwrap.fill(words, 72, subsequent_indent=hanging, break_on_hyphens=False, break_long_words=False)


HEADER = ["Objet : Réouverture de la gare", "De : Jeanne Aubry", "Date : 3 mars 2025"]
SIGNATURE = ["Jeanne Aubry", "Adjointe au maire", "01 02 03 04 05"]
ADDRESS = "https://www.exemple.fr/" + "gare-de-morvillers/" * 6 + "ruban.html"


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank lines", "no blank lines"])
def test_an_e_mail_is_its_header_lines_its_paragraphs_and_its_signature(between: str) -> None:
    parts = ["\n".join(HEADER), wrapped(LONG), wrapped(OTHER), "\n".join(SIGNATURE)]
    text = between.join(parts)
    assert shown(text) == [*HEADER, LONG, OTHER, *SIGNATURE]
    assert set(kinds(text)) == {"body"}


def test_long_addresses_do_not_hide_that_a_text_is_wrapped() -> None:
    words = f"{LONG} Voir {ADDRESS} et {ADDRESS} pour les photos."
    text = f"Bonjour à tous,\n\n{wrapped(words)}\n\n{wrapped(OTHER)}"
    assert shown(text) == ["Bonjour à tous,", words, OTHER]


def test_replies_of_a_wrapped_dialogue_are_whole() -> None:
    replies = [f"— {LONG}", "— Oui.", f"— {OTHER}", "— Et le café ?"]
    assert shown("\n".join(map(wrapped, replies))) == replies


def test_a_wrapped_list_item_keeps_its_hanging_lines_and_only_those() -> None:
    items = [f"- {LONG}", "- une seconde chose", "1. " + OTHER.removesuffix(".")]
    text = "\n".join(wrapped(item, hanging="  ") for item in items)
    assert shown(f"{text}\nLe maire a salué.\n\n{wrapped(LONG)}") == [*items, "Le maire a salué.", LONG]


def test_a_title_over_a_long_line_is_not_joined_to_it() -> None:
    title = "Une gare rouvre à Morvillers après trois ans de travaux"
    assert shown(f"{title}\n{LONG}\n{OTHER}") == [title, LONG, OTHER]


def test_two_short_sentences_on_two_lines_stay_two_paragraphs() -> None:
    lines = ["Le maire a démissionné lundi soir après le conseil municipal.", "La préfecture a pris acte."]
    assert shown("\n".join(lines)) == lines


ALEXANDRINES = [
    "La Nature est un temple où de vivants piliers",
    "Laissent parfois sortir de confuses paroles ;",
    "L’homme y passe à travers des forêts de symboles",
    "Qui l’observent avec des regards familiers.",
    "Comme de longs échos qui de loin se confondent",
    "Dans une ténébreuse et profonde unité,",
    "Vaste comme la nuit et comme la clarté,",
    "Les parfums, les couleurs et les sons se répondent.",
]


def test_alexandrines_stay_lines_of_verse() -> None:
    assert shown("\n".join(ALEXANDRINES)) == ALEXANDRINES


def test_unpunctuated_verse_is_no_row_of_headings() -> None:
    verses = [verse.rstrip(" ;,.") for verse in ALEXANDRINES]
    text = "\n".join(["Correspondances", "", *verses, "", "Fin du poème."])
    assert kinds(text) == ["heading", *["body"] * len(verses), "body"]


def test_a_heading_may_stand_right_over_its_text() -> None:
    text = f"Une gare rouvre\nPar Jeanne Aubry\nPublié le 3 mars 2025\n{LONG}\nLe café aussi\n{OTHER}"
    assert kinds(text) == ["heading", "body", "boilerplate", "body", "heading", "body"]


def test_an_hour_alone_is_of_the_line_under_it() -> None:
    text = f"18:42\nLe pont est rouvert\n{LONG}\n\n7h05\n{OTHER}\n\n18:10\n19:20\n20:30"
    assert shown(text) == [
        "18:42 Le pont est rouvert",
        LONG,
        f"7h05 {OTHER}",
        "18:10",
        "19:20",
        "20:30",
    ]
    assert kinds(text)[:3] == ["heading", "body", "body"]


def test_a_numbered_line_alone_is_a_heading_and_in_a_list_is_not() -> None:
    assert kinds(f"1. Introduction\n\n{LONG}\n\n2. Méthode\n\n{OTHER}") == ["heading", "body"] * 2
    assert kinds(f"{LONG}\n\n1. Du pain\n\n2. Du lait\n\n{OTHER}") == ["body"] * 4
    assert kinds(f"{LONG}\n1. Du pain\n{OTHER}") == ["body"] * 3


def test_x_is_a_numeral_except_among_share_buttons() -> None:
    assert kinds(f"IX\n\n{LONG}\n\nX\n\n{OTHER}\n\nXI\n\n{LONG}") == ["heading", "body"] * 3
    assert kinds(f"Facebook\nX\nLinkedIn\n\n{LONG}") == ["boilerplate"] * 3 + ["body"]


def test_tens_of_thousands_of_lines_are_parted_alike() -> None:
    once = f"{wrapped(LONG)}\n- x\nX\nUn mot\n\n1. Un\n\n"
    assert len(paragraphs(once * 8_000)) == 8_000 * len(paragraphs(once))


@pytest.mark.parametrize(
    "line",
    [
        "logo",
        "Avec AFP",
        "(AFP)",
        "Avec AFP et Reuters",
        "Partager sur Facebook",
        "Partager sur X",
        "Article réservé aux abonnés",
        "Lire aussi : Une gare fermée depuis trois ans",
        "Lire aussi Une gare fermée depuis trois ans",
        "À lire également – « Le train revient »",
        "À LIRE AUSSI",
        "Écouter plus tard",
        "Publié le 3 mars 2025 à 18h30",
        "Publié hier",
        "Publié il y a 2 heures",
        "Publié le lundi 3 mars 2025 à 18h30, mis à jour le 4 mars à 9h12",
        "Publié le 03/03/2025 à 18:30 par Jeanne Aubry | Lecture 3 min.",
        "S’abonner",
        "S'abonner à partir de 1 €",
        "Abonnez-vous pour lire la suite",
        "Inscrivez-vous gratuitement à notre newsletter",
        "Déjà abonné ? Se connecter",
        "Déjà abonnée ? Connectez-vous",
        "Réservé aux abonnés",
        "La suite est réservée aux abonnés.",
        "Contenu réservé à nos abonnés",
        "Il vous reste 62,5 % de cet article à lire. La suite est réservée aux abonnés.",
        "Je m’abonne pour 2 € le premier mois",
        "Abonnez-vous à partir de 2,99 € par mois, sans engagement",
        "Découvrez nos offres d’abonnement",
        "Lire la suite",
        "Continuer à lire l’article",
        "Le Phare du Port Publié le 04/05/2025 à 9h30",
        "La Vigie – Publié le 4 mai 2025 à 09:30, mis à jour à 10h",
        "bur-als/mat/jnd",
        "(Reportage Paul Roux, édité par Marie de Lacour)",
        "(Rédigé par Anna Lind ; édité par Paul Roux et Jeanne Bo)",
        "(Version française Jean-Stéphane Roc)",
        "Temps de lecture : 4 min",
        "Crédit photo : Jeanne Aubry",
        "© Studio du Port",
    ],
)
def test_remnants_of_the_page_are_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "La photo a été prise lundi.",
        "Avec le maire",
        "Lire est un plaisir.",
        "Le menu",
        "X",
        "Publié hier, le rapport accable le ministre, qui démissionne.",
        "Publié le 3 mars 2025 par le ministère, le rapport accable le maire.",
        "Mis à jour hier soir, le site affiche complet.",
        "S'abonner coûte cher, dit-il.",
        "Inscrivez-vous avant le 3 mars, prévient la mairie, sinon la place sera perdue.",
        "Se connecter devient difficile.",
        "Déjà abonné au club, il renonce.",
        "Voir également dans ce geste une menace serait exagéré, selon lui.",
        "Lire aussi fait du bien, disait ma mère…",
        "Cet article est réservé aux abonnés, dit-il.",
        "Partager sur ce point leur désarroi",
        "(c) La troisième raison est que le maire démissionne.",
        "Crédits : la hausse des taux inquiète",
        "Tous droits réservés, le film ne circule plus.",
        "Réservé aux abonnés, le concert affiche complet.",
        "La salle est réservée aux abonnés.",
        "La suite est réservée aux abonnés, regrette-t-il.",
        "Je m’abonne pour un an au théâtre, dit-elle.",
        "Déjà abonné ? Il hésite.",
        "Lire la suite du roman prend une nuit.",
        "Lire l’article suffit.",
        "Pour les abonnés, rien ne change.",
        "Rapport publié le 4 mai 2025",
        "Le Décret publié le 4 mai 2025 entre en vigueur.",
        "oui/non",
        "(Reportage diffusé par Arte, puis par France 2)",
        "(Édité par Gallimard)",
        "(Rédigé par un élève.)",
    ],
)
def test_sentences_are_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "tail",
    [
        "1-" * 200,
        "Aa Aa " * 70,
        "3 mars (Texte Aa " * 20,
        "11:11" * 80,
        "3 mars par " + "A-" * 200,
        "1 il y a 3 h" * 40,
    ],
)
def test_a_line_made_to_confuse_the_patterns_is_an_ordinary_one(tail: str) -> None:
    assert not is_boilerplate(f"Publié le {tail}!")


_ALPHABET = st.sampled_from([*"aé A.«»-!?\n\n\n\t \u00a0", "mot ", "Mot\n", "x" * 71 + "\n"])


@given(st.lists(_ALPHABET).map("".join) | st.text())
def test_paragraphs_cover_every_visible_character_in_order(raw: str) -> None:
    text = canonical(raw)
    found = paragraphs(text)
    spans = [paragraph.span for paragraph in found]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(offset in covered for offset, character in enumerate(text) if not character.isspace())
    assert all(isinstance(paragraph.kind, ParagraphKind) for paragraph in found)
