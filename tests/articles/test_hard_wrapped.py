"""Texts that were wrapped by hand or by a program have the paragraphs and sentences they had before."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.canonical import flowed
from articles.opening import article_of
from articles.paragraphs import paragraphs

SAMPLES = sorted(Path("articles/samples").glob("*.txt"))

SENTENCES = (
    "La halle aux grains sera rendue aux maraîchers à l’automne, après deux années de fermeture.",
    "« On n’y croyait plus », a soufflé Maud Hervieux, qui tient l’étal de fromages depuis vingt ans.",
    "Pourquoi si tard ?",
    "Le conseil, réuni jeudi à huis clos, avait d’abord repoussé le projet – jugé « démesuré » – avant "
    "de le voter à l’unanimité.",
    "Selon Bastien Ollier, architecte à Vannes, « la charpente était saine, il fallait seulement oser "
    "l’ouvrir ».",
    "Il pleuvait.",
    "Les travaux, estimés à 3,4 millions d’euros, ont été confiés à deux entreprises d’Ille-et-Vilaine "
    "et à un atelier de La Gacilly.",
    "M. Ollier et Mme Hervieux n’étaient pas d’accord sur les horaires ; la mairie a tranché.",
    "« Nous ouvrirons le mardi, le jeudi et le samedi. Rien de plus », a précisé l’adjointe.",
    "Reste à savoir qui paiera l’éclairage, le chauffage, les pavés et l’entretien des gouttières.",
    "L’été dernier, à l’arrêt du car, l’édile s’était excusé d’avoir été élu « à l’usure ».",
)

PROSE = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=4, max_size=9, unique=True).map(" ".join),
    min_size=2,
    max_size=6,
)


def by_textwrap(words: str, width: int) -> str:
    """Each line takes as many words as it can."""
    return textwrap.fill(words, width)


def by_fold(words: str, width: int) -> str:
    """As `fold -s`, which counts bytes and leaves the space at the end of a line."""
    lines = [""]
    for word in re.findall(r"[^ ]+ ?", words):
        if len((lines[-1] + word).encode()) > width and lines[-1]:
            lines.append("")
        lines[-1] += word
    return "\n".join(lines)


def by_balancing(words: str, width: int) -> str:
    """As `fmt`: lines near 93 % of the width in bytes, and rather no break after a sentence."""
    parts = words.split(" ")
    sizes = [len(part.encode()) for part in parts]
    goal = width * 93 // 100
    best: list[tuple[float, int]] = [(0, 0)] * (len(parts) + 1)
    for first in range(len(parts) - 1, -1, -1):
        costs, length = [], -1
        for last in range(first, len(parts)):
            length += sizes[last] + 1
            if length > width and last > first:
                break
            is_last = last == len(parts) - 1
            cost = 0 if is_last else (goal - length) ** 2 + (3600 if parts[last][-1] in ".?!" else 0)
            costs.append((cost + best[last + 1][0], last + 1))
        best[first] = min(costs)
    lines, first = [], 0
    while first < len(parts):
        lines.append(" ".join(parts[first : best[first][1]]))
        first = best[first][1]
    return "\n".join(lines)


WAYS = [by_textwrap, by_fold, by_balancing]


def shown(text: str) -> list[str]:
    """The words of each paragraph, on one line."""
    return [flowed(paragraph.span.of(text)) for paragraph in paragraphs(text)]


def with_spaces(words: str) -> str:
    """A hyphen at which a line was broken has its space taken back."""
    return re.sub(r"(?<=\w-) (?=\w)", "", words)


@pytest.mark.parametrize("way", WAYS)
@given(prose=PROSE, width=st.integers(60, 90))
def test_wrapped_prose_has_the_same_paragraphs_and_sentences(
    way: Callable[[str, int], str], prose: list[str], width: int
) -> None:
    whole = article_of("\n\n".join(prose), source="-", name="-")
    wrapped = article_of("\n\n".join(way(words, width) for words in prose), source="-", name="-")
    assert [with_spaces(words) for words in shown(wrapped.text)] == prose
    assert [p.kind for p in wrapped.paragraphs] == [p.kind for p in whole.paragraphs]
    assert [with_spaces(wrapped.words(index)) for index in range(len(wrapped.sentences))] == [
        whole.words(index) for index in range(len(whole.sentences))
    ]


BEFORE_A_DASH = [
    " ".join(SENTENCES[place] for place in places)
    for places in ((4, 3, 0, 1), (0, 1, 2, 3, 4), (7, 6, 10, 0, 5, 3))
]
"""The last one has a dash in its midst at the beginning of a line, where it is balanced."""


@example(prose=BEFORE_A_DASH, width=69)
@given(prose=PROSE, width=st.integers(60, 90))
def test_indents_part_balanced_paragraphs_too(prose: list[str], width: int) -> None:
    text = "\n".join("    " + by_balancing(words, width) for words in prose)
    assert shown(text) == prose


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [60, 65, 72, 80, 90])
@pytest.mark.parametrize("way", WAYS)
def test_the_samples_wrapped_are_as_they_were(way: Callable[[str, int], str], width: int, path: Path) -> None:
    text = path.read_text().strip()
    wrapped = "\n\n".join(way(flowed(words), width) for words in text.split("\n\n"))
    assert [with_spaces(words) for words in shown(wrapped)] == shown(text)
    assert [p.kind for p in paragraphs(wrapped)] == [p.kind for p in paragraphs(text)]


def test_one_balanced_paragraph_is_one() -> None:
    words = " ".join(SENTENCES)
    assert shown(by_balancing(words, 72)) == [words]


FREE_VERSE = """\
je marche dans la ville endormie sans savoir
où vont les rues
ni pourquoi les lampes comptent les heures une à une
comme on compte
ce qui reste
des pas de celle qui venait ici chaque soir d’avril
et qui ne vient plus"""

HEADLINES = """\
Une halle rouvre à Vannes après deux ans de travaux
Le tramway de Brest roulera jusqu’à la pointe
Grève des éclusiers : le canal fermé une semaine
Trois lycéens primés pour leur planétarium
À Redon, la crue emporte une passerelle de bois"""

LINES_OFSENTENCES = """\
Le conseil municipal s’est réuni jeudi soir à huis clos.
La halle ouvrira trois jours par semaine à partir d’octobre.
Aucun budget n’a été voté pour l’éclairage.
Les maraîchers seront reçus lundi par la maire et son adjointe.
Une réunion publique est prévue le mois prochain."""

ADDRESSES = """\
Association des amis de la halle aux grains
12, rue des Tanneurs, bâtiment C, deuxième étage
56000 Vannes
Service des marchés de plein air de la mairie
1, place de la République, escalier du fond
35600 Redon"""


@pytest.mark.parametrize("text", [FREE_VERSE, HEADLINES, LINES_OFSENTENCES, ADDRESSES])
def test_lines_that_nobody_wrapped_stay(text: str) -> None:
    assert shown(text) == text.split("\n")


def test_a_list_and_a_signature_stay_in_a_balanced_text() -> None:
    words = " ".join(SENTENCES)
    wrapped = by_balancing(words, 72)
    items = ["- rouvrir la halle avant les vendanges, coûte que coûte", "- repaver la place", "- payer"]
    signed = ["Cordialement,", "Maud Hervieux", "Étal nº 4", "06 00 00 00 00"]
    text = "\n\n".join([wrapped, "\n".join(items), wrapped, "\n".join(signed)])
    assert shown(text) == [words, *items, words, *signed]


def test_a_dash_at_the_start_of_a_wrapped_line_begins_no_list() -> None:
    words = (
        "Le conseil municipal, qui s’était réuni à huis clos jeudi soir encore, a voté "
        "– contre l’avis de sa propre commission – la réouverture de la halle aux grains de la ville basse."
    )
    text = textwrap.fill(words, 78) + "\n\n" + textwrap.fill(SENTENCES[3], 78)
    assert "\n– contre" in text
    assert shown(text) == [words, SENTENCES[3]]
