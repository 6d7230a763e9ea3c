"""The command line in English and in French, as the configuration or the locale says."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

FRENCH = "fr_FR.UTF-8"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE")


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that asks for no language."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def configuration(home: Path) -> Path:
    """Where the configuration file is, in a folder that is there."""
    file = home / "config" / "enregard" / "config.toml"
    file.parent.mkdir(parents=True)
    return file


def run(*arguments: str, lang: str = "C.UTF-8", **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command, without a terminal."""
    return subprocess.run(
        [str(COMMAND), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, "LANG": lang, **environment},
    )


def plain(words: str) -> str:
    """Words with each run of spaces as one, since no-break ones do not survive on an error's one line."""
    return " ".join(words.split())


def test_the_help_is_french() -> None:
    done = run("--help", lang=FRENCH)
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("Utilisation\u00a0: enregard [ARTICLE]", "enregard COMMANDE", "Lire un article français"):
        assert words in done.stdout
    for words in ("Options\u00a0:\n", "Commandes\u00a0:\n", "Afficher cette aide et quitter."):
        assert words in done.stdout
    for words in ("Usage", "Commands", "Show", "Read a"):
        assert words not in done.stdout
    usage = done.stdout.splitlines()[:2]
    assert usage[0].index("enregard") == usage[1].index("enregard")


@pytest.mark.parametrize(
    "command", ["analyse", "summary", "quotes", "actors", "library", "clippings", "packs", "memory"]
)
def test_every_command_s_help_is_french_and_english(command: str) -> None:
    french, english = run(command, "--help", lang=FRENCH), run(command, "--help")
    assert (french.returncode, english.returncode) == (0, 0)
    assert french.stdout.startswith(f"Utilisation\u00a0: enregard {command} ")
    assert english.stdout.startswith(f"Usage: enregard {command} ")
    assert f"  enregard {command} " in french.stdout
    said = {line.strip() for line in english.stdout.splitlines() if line.strip()}
    kept = said & {line.strip() for line in french.stdout.splitlines()}
    assert not any(line.endswith("...") for line in french.stdout.partition("Commandes")[2].splitlines())
    assert all(line.startswith(("enregard ", "--", "[x>=", "[0<=x<=")) for line in kept)


def test_the_packs_are_listed_in_french() -> None:
    shown = run("packs", "list", lang=FRENCH).stdout
    assert [word in shown for word in ("sens", "taille", "emplacement")] == [True] * 3
    assert "66,6\u00a0Mo" in shown
    assert "pas installé\u00a0: enregard packs install fr-en" in shown


def test_what_scripts_read_is_the_same_in_every_language(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("«\u00a0La place est sauvée\u00a0», a déclaré Léonie Mabillon, maire d’Orvanne.\n")
    known(article)
    for arguments in (["packs", "list", "--json"], ["analyse", str(article), "--json"]):
        french, english = run(*arguments, lang=FRENCH), run(*arguments)
        assert json.loads(french.stdout) == json.loads(english.stdout)
    shown = run("actors", str(article), lang=FRENCH).stdout
    assert "(personne, 1 mention, 1 citation)" in shown
    assert run("actors", str(article)).stdout.count("(person, named once, quoted once)") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["nulle-part.txt"], 1, "nulle-part.txt n’existe pas : "),
        (["packs", "install", "rien.argosmodel"], 1, "rien.argosmodel n’existe pas : vérifier le chemin"),
        (["packs", "remove", "fr-en"], 1, "aucun module n’est installé pour fr-en : "),
        (["summary", "--rapide", "a.txt"], 2, "l’option '--rapide' n’existe pas (enregard summary --help"),
        (["memory", "stats", "--jsom"], 2, "n’existe pas : s’agit-il de '--json' ? (enregard"),
        (["summary"], 2, ": il manque l’argument 'ARTICLE' (enregard"),
        (["summary", "-n", "trois", "a.txt"], 2, "'trois' n’est pas un nombre entier valable ("),
        (["summary", "-n", "0", "a.txt"], 2, "0 n’est pas dans l’intervalle x>=1 ("),
        (["actors", "--kind", "lieu", "a.txt"], 2, "'lieu' n’est pas parmi 'person', "),
        (["packs", "instal"], 2, "la commande 'instal' n’existe pas : "),
        (["packs", "install", "--sha256"], 2, "l’option '--sha256' demande une valeur ("),
        (["memory", "stats", "tout"], 2, "argument en trop (tout)"),
    ],
)
def test_complaints_are_french_and_exit_codes_are_the_same(
    arguments: list[str], code: int, complaint: str
) -> None:
    french, english = run(*arguments, lang=FRENCH), run(*arguments)
    assert (french.returncode, english.returncode) == (code, code)
    assert complaint in plain(french.stderr)
    assert complaint not in plain(english.stderr)
    assert (french.stdout, french.stderr.count("\n")) == ("", 1)


@pytest.mark.parametrize("lang", ["C", "C.UTF-8", "de_DE.UTF-8", "en_GB.UTF-8", ""])
def test_without_a_french_locale_it_is_english(lang: str) -> None:
    assert run("--help", lang=lang).stdout.startswith("Usage: enregard [ARTICLE]...\n       enregard COMMAND")
    assert "does not exist: " in run("nulle-part.txt", lang=lang).stderr


def test_the_configuration_goes_before_the_locale(configuration: Path) -> None:
    configuration.write_text('[reader]\nlanguage = "fr"\n')
    for lang in ("C", "C.UTF-8", "de_DE.UTF-8"):
        assert run("--help", lang=lang).stdout.startswith("Utilisation\u00a0: ")
    assert run("--help", lang="en_GB.UTF-8", LC_ALL="C").stdout.startswith("Utilisation\u00a0: ")
    assert "n’existe pas" in run("nulle-part.txt").stderr
    configuration.write_text('[reader]\nlanguage = "en"\n')
    assert run("--help", lang=FRENCH, LANGUAGE="fr").stdout.startswith("Usage: ")
    assert "does not exist" in run("nulle-part.txt", lang=FRENCH).stderr


def test_a_wrong_configuration_does_not_keep_the_help_from_being_shown(configuration: Path) -> None:
    for text in ('[reader]\nlanguage = "de"\n', "[reader\n", "reader = 3\n"):
        configuration.write_text(text)
        done = run("--help", lang=FRENCH)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Utilisation\u00a0: ")


def test_a_wrong_configuration_is_complained_about_in_its_language(configuration: Path) -> None:
    configuration.write_text('[reader]\nlanguage = "fr"\nwidth = 3\n')
    done = run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "ligne 3 : width doit valoir au moins 30" in plain(done.stderr)


def test_english_where_french_cannot_be_written() -> None:
    done = run("--help", lang=FRENCH, PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ")


def test_a_question_is_put_and_answered_in_french(word_pack: Path) -> None:
    for answer, code in (("o\r", 0), ("non\r", 1), ("\r", 1), ("peut-être\ry\r", 0)):
        arguments = ["packs", "install", str(word_pack)]
        with Terminal(arguments, env={"LANG": FRENCH}, size=(200, 24)) as terminal:
            terminal.until(lambda shown: "L’installer\u00a0? [o/N]" in shown)
            terminal.press(answer)
            assert terminal.wait() == code
            assert ("ce n’est ni oui ni non : répondre o ou n" in terminal.shown) == ("peut" in answer)
    assert "installé" not in run("packs", "remove", "fr-en", "--yes").stderr
