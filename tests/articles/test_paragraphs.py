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


@pytest.mark.parametrize(
    "line",
    [
        "logo",
        "Avec AFP",
        "(AFP)",
        "Avec AFP et Reuters",
        "Partager sur Facebook",
        "Article réservé aux abonnés",
        "Lire aussi : Une gare fermée depuis trois ans",
        "Publié le 3 mars 2025 à 18h30",
        "Temps de lecture : 4 min",
        "© Studio du Port",
    ],
)
def test_remnants_of_the_page_are_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line", ["La photo a été prise lundi.", "Avec le maire", "Lire est un plaisir.", "Le menu"]
)
def test_sentences_are_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line)


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
