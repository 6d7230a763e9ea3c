"""Who wrote a plain text and when, where lines around it say so."""

import pytest

from articles.article import Article
from articles.credits import byline_in, published_in
from articles.opening import article_from, article_of
from articles.sources import Raw

BODY = (
    "La halle aux grains a rouvert lundi après deux ans de travaux, et les premiers maraîchers ont trouvé "
    "leur place. La maire, venue tôt, a salué un chantier tenu."
)


def opened(*paragraphs: str) -> Article:
    return article_of("\n\n".join(paragraphs), source="-", name="-")


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par Hélène Aubertin", "Hélène Aubertin"),
        ("Par Hélène Aubertin, à Genève", "Hélène Aubertin"),
        ("PAR Hélène Aubertin et J.-M. de La Tour", "Hélène Aubertin et J.-M. de La Tour"),
        ("Par Hélène Aubertin, envoyée spéciale à Kiel", "Hélène Aubertin"),
        ("Par Hélène Aubertin – Publié le 2 septembre 2024", "Hélène Aubertin"),
        ("Propos recueillis par Paul d’Estrée", "Paul d’Estrée"),
        ("Publié le 03/03/2025 à 18:30 par Jeanne Aubry | Lecture 3 min.", "Jeanne Aubry"),
        ("(Reportage Paul Roux, édité par Marie de Lacour)", "Paul Roux"),
        ("(Rédigé par Anna Lind ; édité par Paul Roux)", "Anna Lind"),
        ("(Version française Jean-Stéphane Roc)", None),
        ("(Reportage diffusé par Arte)", None),
        ("Par Toutatis", None),
        ("Par Hélène Aubertin, tout a commencé.", None),
        ("Par Hélène Aubertin, la halle a rouvert", None),
        ("Par la rédaction", None),
        ("Par Monts et par vaux", None),
        ("Parmi Hélène Aubertin", None),
        ("Par Hélène Aubertin ?", None),
    ],
)
def test_a_byline_is_a_line_that_says_only_who(line: str, byline: str | None) -> None:
    assert opened("Une halle rouvre", line, BODY, BODY).byline == byline
    assert opened("Une halle rouvre", *[BODY] * 9, line).byline == byline


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 2 septembre 2024", "2024-09-02"),
        ("Publié le 2 septembre 2024 à 10h00", "2024-09-02"),
        ("Publié le 2 septembre 2024 (à 10h00)", "2024-09-02"),
        ("Publié le lundi 3 mars 2025 à 18h30, mis à jour le 4 mars à 9h12", "2025-03-03"),
        ("Publié le 03/03/2025 à 18:30", "2025-03-03"),
        ("Le Phare du Port   Publié le 04/05/2025 à 9h30", "2025-05-04"),
        ("La Vigie, Publié le 4 mai 2025", "2025-05-04"),
        ("Rapport publié le 4 mai 2025", None),
        ("Le 1er août 2023", "2023-08-01"),
        ("Genève, le 2 septembre 2024", "2024-09-02"),
        ("Par Hélène Aubertin – Publié le 2 septembre 2024", "2024-09-02"),
        ("Publié le 31 février 2024", None),
        ("Publié hier", None),
        ("Mis à jour le 2 septembre 2024", None),
        ("Publié le 3 mars 2025 par le ministère, le rapport accable le maire.", None),
        ("Le 2 septembre 2024, la halle a rouvert.", None),
    ],
)
def test_the_day_is_in_a_line_that_says_only_when(line: str, day: str | None) -> None:
    assert opened("Une halle rouvre", line, BODY, BODY).published == day
    assert opened("Une halle rouvre", *[BODY] * 9, line).published == day


def test_credits_in_the_middle_are_of_the_text() -> None:
    middle = opened(*[BODY] * 9, "Par Hélène Aubertin", "Publié le 2 septembre 2024", *[BODY] * 9)
    assert (middle.byline, middle.published) == (None, None)


def test_what_the_source_says_goes_first() -> None:
    text = f"Une halle rouvre\n\nPar Hélène Aubertin\n\nPublié le 2 septembre 2024\n\n{BODY}"
    told = article_from(Raw(text, "-", "-", byline="Odile Roux", published="2020-01-01"))
    assert (told.byline, told.published) == ("Odile Roux", "2020-01-01")


def test_hostile_lines_take_no_time() -> None:
    line = "Par " + "A" * 80 + " et A" * 15
    assert byline_in([line] * 6) is None
    assert published_in(["1/1/" * 39] * 6) is None
