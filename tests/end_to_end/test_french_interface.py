"""The reader in French, as the locale or the configuration says; a column is called as in its language."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from articles import paths
from tests.end_to_end.known import known
from tests.end_to_end.terminal import Terminal

pytestmark = pytest.mark.slow

FRENCH = "fr_FR.UTF-8"
ENGLISH = ("Summary", "Quotes", "Actors", "Clippings", "Help", "Quit", "Copy", "Find", "Keys", "sentence")
"""What is not to be read on a French screen."""


def english_in(shown: str) -> list[str]:
    """The English words of the program on a screen."""
    return [word for word in ENGLISH if re.search(rf"\b{word}\b", shown)]


def _has(*words: str) -> Callable[[str], bool]:
    """Whether all of these words are on a screen."""
    return lambda shown: all(word in shown for word in words)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article without English."""
    path = tmp_path / "bac.txt"
    path.write_text("Le bac repart\n\nLe bac de Malvoisy a retraversé la rivière lundi matin.\n")
    known(path)
    return path


def test_heads_footer_panes_menu_and_help_are_french(article: Path) -> None:
    with Terminal([str(article)], env={"LANG": FRENCH}, size=(140, 40)) as terminal:
        shown = terminal.until(lambda shown: "Pas encore d’anglais" in shown and "q Quitter" in shown)
        title, heads, *_ = shown.splitlines()
        assert "pas de module de langue" in title
        assert heads.split() == ["Français", "English"]
        foot = shown.splitlines()[-1]
        for label in ("t FR/EN", "1 Résumé", "2 Citations", "3 Acteurs", "c Copier", "/ Chercher"):
            assert label in foot
        assert foot.rstrip().endswith("? Aide  q Quitter")
        assert english_in(shown) == []
        for key, title in (("1", "1 Résumé"), ("2", "2 Citations"), ("3", "3 Acteurs"), ("4", "4 Extraits")):
            terminal.press(key)
            shown = terminal.until(_has(f"─ {title} ─", "Entrée Y aller"))
            assert english_in(shown) == []
        terminal.press("4")
        terminal.until(_has("1 Résumé", "q Quitter"))
        terminal.press("jC")
        terminal.until(_has("Copier cette phrase en", "4 Français, avec la source", "6 Citation Markdown"))
        terminal.press("4")
        terminal.until(lambda shown: "Phrase copiée en français" in shown)
        terminal.press("?")
        shown = terminal.until(_has("─ Touches ─", "Phrase suivante", "Échap fermer"))
        assert english_in(shown) == []
        terminal.press("\x1b")
        terminal.until(lambda shown: "─ Touches ─" not in shown)
        terminal.press("/bac")
        terminal.until(_has("2/2", "Entrée Rester ici"))
        terminal.press("\r")
        terminal.until(lambda shown: "q Quitter" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_narrow_french_footer_keeps_help_and_leaving(article: Path) -> None:
    with Terminal([str(article)], env={"LANG": FRENCH}, size=(80, 24)) as terminal:
        shown = terminal.until(lambda shown: "Malvoisy" in shown and "p Modules" in shown)
        foot = shown.splitlines()[-1]
        for label in ("p Modules", "t FR/EN", "Échap Fermer", "? Aide", "q Quitter"):
            assert label in foot
        terminal.press("\x1b")
        terminal.until(lambda shown: "2 Citations" in shown.splitlines()[-1])
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_welcome_is_french_where_the_configuration_says_so(home: Path) -> None:
    configuration = home / "config" / "enregard" / "config.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text('[reader]\nlanguage = "fr"\n')
    sample = min(paths.samples().glob("*.txt"))
    known(sample)
    with Terminal([str(sample)], size=(120, 40)) as terminal:
        shown = terminal.until(lambda shown: "Bienvenue" in shown and "Après quatre jours" in shown)
        assert "(Échap ferme ceci pour de bon)" in shown
        assert "la phrase suivante" in shown
        terminal.press("\x1b")
        terminal.until(lambda shown: "Bienvenue" not in shown)
        terminal.press("q")
        assert terminal.wait() == 0
