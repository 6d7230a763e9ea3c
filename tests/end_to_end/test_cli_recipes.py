"""What the README shows to scripts: with jq, with a shell's completion, with a language pack or without."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from articles.translating.installing import install_from_file
from tests.end_to_end.command import Command

pytestmark = pytest.mark.slow

README = Path(__file__).parents[2] / "README.md"

WHO_SAYS_WHAT = r"""
enregard quotes --json article.txt |
  jq -r '.quotes[] | "\(.speaker // "?"): \(.french)"'
"""

QUOTES_OF_ONE = r"""
enregard quotes --json --speaker brandauer presse/ |
  jq -r '.article as $in | .quotes[] | [.speaker, .french, .english, $in.title] | @csv' > quotes.csv
"""

DAILY_SUMMARY = r"""
enregard summary --json --lang both presse/ |
  jq -r '"## \(.article.title)", "", (.summary[] | "- \(.french)", "  \(.english // "…")"), ""' > today.md
"""

needs_jq = pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq")


@pytest.fixture
def here(enregard: Command, samples: list[Path], tmp_path: Path) -> Command:
    """The command in a folder with an article, and a folder with two."""
    (tmp_path / "presse").mkdir()
    shutil.copy(samples[0], tmp_path / "article.txt")
    for sample in samples[:2]:
        shutil.copy(sample, tmp_path / "presse")
    return Command(enregard.environment, tmp_path)


@pytest.mark.skipif("jq" not in README.read_text(encoding="utf-8"), reason="the README has no recipes yet")
def test_the_readme_shows_these() -> None:
    shown = README.read_text(encoding="utf-8").replace(".venv/bin/enregard", "enregard")
    for recipe in (WHO_SAYS_WHAT, QUOTES_OF_ONE, DAILY_SUMMARY):
        assert recipe.strip() in shown


@needs_jq
def test_who_says_what(here: Command) -> None:
    done = here.shell(WHO_SAYS_WHAT)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "?: historique" in lines
    assert "Matthäus Grollinger: Nous les comblerons" in lines


@needs_jq
def test_offsets_are_those_of_jq(here: Command) -> None:
    whole = """enregard analyse --json article.txt |
      jq -r '.article.text as $text | .quotes[] | "\\(.speaker // "?"): \\($text[.start:.end])"'"""
    assert "Matthäus Grollinger: Nous les comblerons" in here.shell(whole).stdout.splitlines()


@needs_jq
def test_all_quotes_of_one_person_over_a_folder(here: Command, tmp_path: Path) -> None:
    done = here.shell(QUOTES_OF_ONE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "2 articles are done\n")
    rows = list(csv.reader(io.StringIO((tmp_path / "quotes.csv").read_text())))
    assert len(rows) == 3
    assert rows[1][:3] == ["Ilse Brandauer", "marchandages", "haggling"]
    assert all(row[3].startswith("Fleuves partagés") for row in rows)


@needs_jq
def test_a_daily_summary(here: Command, tmp_path: Path) -> None:
    done = here.shell(DAILY_SUMMARY)
    assert (done.returncode, done.stdout) == (0, "")
    lines = (tmp_path / "today.md").read_text().splitlines()
    assert sum(line.startswith("## ") for line in lines) == 2
    assert sum(line.startswith("- ") for line in lines) == 6
    assert "  At 54, Maëlle Kerdonnec makes violins in a former bakery" in "\n".join(lines)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell(enregard: Command, shell: str, tmp_path: Path) -> None:
    done = enregard("completion", shell)
    assert done.returncode == 0
    assert f"_ENREGARD_COMPLETE={shell}_complete" in done.stdout
    if shutil.which(shell) is not None:
        (tmp_path / "script").write_text(done.stdout)
        checked = enregard.shell(f"{shell} -n {tmp_path / 'script'}")
        assert (checked.returncode, checked.stderr) == (0, "")


def completed(enregard: Command, *words: str) -> list[str]:
    """What bash is told to complete the last of `words` with."""
    environment = {
        **enregard.environment,
        "_ENREGARD_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["enregard", *words]),
        "COMP_CWORD": str(len(words)),
    }
    return Command(environment)().stdout.splitlines()


def test_words_are_completed(enregard: Command, samples: list[Path]) -> None:
    assert completed(enregard, "qu") == ["file,qu", "plain,quotes"]
    assert "plain,translate" in completed(enregard, "")
    assert completed(enregard, "actors", "--kind", "p") == ["plain,person", "plain,place"]
    assert completed(enregard, "quotes", "--sp") == ["plain,--speaker"]
    assert completed(enregard, "summary", "a") == ["file,a"]
    added = enregard.documents("library", "add", samples[0], "--tag", "eau")[0]["library"][0]
    assert completed(enregard, "library", "remove", "") == [f"plain,{added['id'][:8]}"]
    for command in ("mark", "tag", "note"):
        assert completed(enregard, "library", command, "") == [f"plain,{added['id'][:8]}"]
    for words in (("list", "--tag"), ("tag", added["id"], "--add"), ("tag", added["id"], "--remove")):
        assert completed(enregard, "library", *words, "e") == ["plain,eau"]


def test_without_a_pack_what_is_remembered_is_printed_and_how_to_install_one(enregard: Command) -> None:
    given = "Un seuil âprement discuté\n\nLe chat dort."
    done = enregard("translate", "-", given=given)
    assert done.returncode == 1
    assert done.stdout == "A fiercely debated threshold\n\n[…]\n"
    assert done.stderr == (
        "enregard: standard input: 1 sentence has no English: enregard packs install gets a language pack\n"
    )


def test_with_a_pack_english_is_made_and_written_as_a_memory(word_pack: Path, tmp_path: Path) -> None:
    install_from_file(word_pack)
    here = Command(folder=tmp_path)
    for place, words in enumerate(("Le chat dort. Le maire parle.", "Le chat dort. Oui.")):
        (tmp_path / f"{place}.txt").write_text(words)
    here.knows(tmp_path / "1.txt")
    done = here("translate", "0.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The cat sleeps. The mayor speaks.\n", "")
    [found] = here.documents("analyse", "--translate", "1.txt")
    assert [row["origin"] for row in found["sentences"]] == ["argos fr-en 1.0"] * 2
    done = here("translate", "--tmx", "0.txt", "1.txt")
    assert (done.returncode, done.stderr) == (0, "2 articles are done\n")
    (tmp_path / "both.tmx").write_text(done.stdout)
    assert done.stdout.count("<tu ") == 3
    assert here("memory", "import", "both.tmx").stdout == "both.tmx: 0 new or changed segments\n"
    assert "The cat sleeps." in here("show", "--lang", "en", "1.txt").stdout
