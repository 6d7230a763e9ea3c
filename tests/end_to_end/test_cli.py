"""The command line as scripts and people call it: what it prints, where, and what it ends with."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from articles.document import SCHEMA_FILE
from tests.end_to_end.command import Command

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parent / "golden"
"""What was printed once and read; `GOLDEN=write pytest …` writes it anew, to be read in a diff."""

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    """What a command's documents are checked with."""
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def check(name: str, text: str) -> None:
    """Compare with what was printed once."""
    file = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "arguments", "which"),
    [
        ("analyse.txt", ["analyse"], [0, 1, 2]),
        ("show.txt", ["show"], [0]),
        ("show-columns.txt", ["show", "--width", "96"], [0]),
        ("show-interlinear.txt", ["show", "--width", "60", "--lang", "interlinear"], [1]),
        ("summary.txt", ["summary", "-n", "5", "--lang", "both"], [0, 1, 2]),
        ("quotes.txt", ["quotes", "--lang", "both"], [1]),
    ],
)
def test_what_people_read_is_what_was_read_once(
    enregard: Command, samples: list[Path], name: str, arguments: list[str], which: list[int]
) -> None:
    done = enregard(*arguments, *(samples[place] for place in which))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert done.stderr == ("3 articles are done\n" if len(which) > 1 else "")
    check(name, done.stdout)


def test_the_document_is_what_was_read_once(documents: list[dict[str, Any]]) -> None:
    document = json.loads(json.dumps(documents[1]))
    document["article"]["source"] = Path(document["article"]["source"]).name
    check("analyse.json", json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def test_several_articles_are_one_document_a_line_in_their_order(
    documents: list[dict[str, Any]], samples: list[Path]
) -> None:
    assert [each["article"]["source"] for each in documents] == list(map(str, samples))
    for each in documents:
        Draft202012Validator(SCHEMA).validate(each)
        text = each["article"]["text"]
        assert {row["origin"] for row in each["sentences"]} == {"by hand"}
        assert all(text[row["start"] : row["end"]].strip() for row in each["quotes"])
        names = {actor["name"] for actor in each["actors"]}
        assert {row["speaker"] for row in each["quotes"]} <= names | {None}
        assert len(each["summary"]) == 3


def test_the_other_commands_print_parts_of_the_document_under_the_same_keys(
    enregard: Command, documents: list[dict[str, Any]], samples: list[Path]
) -> None:
    whole = documents[0]
    for command, keys in {
        "summary": ["summary"],
        "quotes": ["quotes"],
        "actors": ["actors"],
        "translate": ["sentences"],
        "show": ["sentences", "quotes"],
    }.items():
        [part] = enregard.documents(command, samples[0])
        validator(f"{command}Document").validate(part)
        assert list(part) == ["schema", "article", *keys]
        assert part["article"].items() <= whole["article"].items()
        for key in keys:
            for row, full in zip(part[key], whole[key], strict=True):
                assert full.items() <= row.items()


def test_quotes_and_summaries_carry_their_words(enregard: Command, samples: list[Path]) -> None:
    [found] = enregard.documents("quotes", samples[0], "--speaker", "MATTHAUS grollinger")
    assert {row["speaker"] for row in found["quotes"]} == {"Matthäus Grollinger"}
    assert ("Nous les comblerons", "We will fill them", True) in [
        (row["french"], row["english"], row["exact"]) for row in found["quotes"]
    ]
    [found] = enregard.documents("summary", samples[0], "-n", "1")
    [row] = found["summary"]
    assert row["french"].startswith("Après quatre jours de négociations")
    assert (row["english"][:15], row["origin"]) == ("After four days", "by hand")


def test_nobody_of_that_name_is_no_failure_and_says_who_speaks(
    enregard: Command, samples: list[Path]
) -> None:
    done = enregard("quotes", samples[0], "--speaker", "lavrov")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("nobody called lavrov is quoted; these are: Ilse Brandauer, ")
    assert done.stderr.count("\n") == 1
    done = enregard("quotes", "--quiet", samples[0], "--speaker", "lavrov")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_actors_of_one_kind(enregard: Command, samples: list[Path]) -> None:
    done = enregard("actors", "--kind", "place", samples[0])
    assert (done.returncode, done.stdout, done.stderr) == (0, "Genève (place, named 3×)\n", "")


def test_english_alone(enregard: Command, samples: list[Path]) -> None:
    done = enregard("summary", "-n", "1", "--lang", "en", samples[0])
    assert done.stdout.startswith("• After four days of negotiations, forty-one states")
    done = enregard("translate", samples[0])
    first, empty, byline = done.stdout.splitlines()[:3]
    assert first.startswith("Shared rivers: forty-one countries agree")
    assert (empty, byline) == ("", "By Claire Montagnier in Geneva")
    assert (done.returncode, done.stderr) == (0, "")


def test_folders_failures_and_standard_input(enregard: Command, samples: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "un.txt").write_text("« La place est sauvée », a déclaré la maire, Léonie Mabillon.")
    (folder / "deux.txt").write_text("« Nous attendons », a répondu Paul Tessier, libraire.")
    given = "Anaïs Roux, vétérinaire, soigne les chouettes."
    done = enregard(
        *("analyse", "--json", "--jobs", "2", folder, tmp_path / "rien.txt", samples[0], "-"), given=given
    )
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    sources = [Path(row["article"]["source"]).name for row in rows]
    assert sources == ["deux.txt", "un.txt", samples[0].name, "-"]
    assert [row["quotes"][0]["speaker"] for row in rows[:2]] == ["Paul Tessier", "Léonie Mabillon"]
    missing, count = done.stderr.splitlines()
    assert "rien.txt does not exist" in missing
    assert count == "enregard: 4 articles are done, 1 has failed: the lines above say why"
    assert done.returncode == 1


def test_a_failure_alone_is_one_line(enregard: Command, tmp_path: Path) -> None:
    for command in ("analyse", "translate", "show"):
        done = enregard(command, tmp_path / "rien.txt", "--json")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "rien.txt does not exist" in done.stderr
    (tmp_path / "vide.txt").write_text(" \n")
    done = enregard("analyse", tmp_path / "vide.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_wrong_calls_are_2_and_one_line(enregard: Command) -> None:
    for arguments in (
        ["summary"],
        ["summary", "-n", "0", "a.txt"],
        ["analyse", "--jobs", "-1", "a.txt"],
        ["show", "--lang", "de", "a.txt"],
        ["translate", "--tmx", "--json", "a.txt"],
        ["completion", "tcsh"],
    ):
        done = enregard(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_options_for_all_commands_stand_before_or_after(enregard: Command, tmp_path: Path) -> None:
    versions = {
        enregard(*arguments).stdout for arguments in (["--version"], ["summary", "a.txt", "--version"])
    }
    assert len(versions) == 1
    assert versions.pop().startswith("enregard, version ")
    for arguments in (["--debug", "summary", tmp_path / "rien"], ["summary", tmp_path / "rien", "--debug"]):
        done = enregard(*arguments)
        assert done.returncode == 1
        assert done.stderr.startswith("Traceback ")
    done = enregard("summary", "--", "--debug")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_every_help_is_short_and_has_two_examples(enregard: Command) -> None:
    listed = enregard("--help").stdout.partition("Commands:\n")[2]
    names = [line.split()[0] for line in listed.splitlines()]
    assert len(names) >= 12
    for name in names:
        lines = enregard(name, "--help").stdout.splitlines()
        assert len(lines) <= 32
        assert sum("enregard " in line for line in lines[1:]) >= 2


def test_the_help_of_every_command_loads_nothing_heavy(enregard: Command) -> None:
    code = (
        "import sys, click; from tui.cli.commands import enregard as all; context = click.Context(all); "
        "[all.get_command(context, each).get_help(context) for each in all.list_commands(context)]; "
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    loaded = set(enregard.shell(f'python -c "{code}"').stdout.split())
    assert "click" in loaded
    assert not loaded & {"textual", "rich", "numpy", "spacy", "lxml", "sqlite3", "ctranslate2", "httpx"}


def test_everything_else_goes_to_standard_error(enregard: Command, samples: list[Path]) -> None:
    done = enregard.shell(f"enregard analyse --json {samples[0]} {samples[1]} --quiet 2>&1 >/dev/null")
    assert (done.returncode, done.stdout) == (0, "")
    done = enregard.shell(f"enregard analyse --json {samples[0]} {samples[1]} 2>&1 >/dev/null")
    assert (done.returncode, done.stdout) == (0, "2 articles are done\n")


def test_a_pipe_that_is_not_read_on_ends_quietly(enregard: Command, samples: list[Path]) -> None:
    named = " ".join(map(str, samples * 40))
    for command in ("analyse --json", "show", "summary -n 9999", "translate"):
        done = enregard.shell(f"enregard {command} -q {named} | head -n 1 | wc -l")
        assert (done.stdout.strip(), done.stderr) == ("1", "")
        assert done.returncode == 141


def test_what_cannot_be_printed_is_one_line(enregard: Command, samples: list[Path]) -> None:
    places = [">&-", *([">/dev/full"] if Path("/dev/full").exists() else [])]
    for place in places:
        done = enregard.shell(f"enregard quotes {samples[0]} {place}")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "standard output cannot be written" in done.stderr


def test_the_manual_page_is_that_of_the_commands(enregard: Command) -> None:
    docs = Path(__file__).parents[2] / "docs"
    code = f"import runpy; print(runpy.run_path({str(docs / 'man.py')!r})['page'](), end='')"
    done = enregard.shell(f'python -c "{code}"')
    assert done.returncode == 0, done.stderr
    assert done.stdout == (docs / "enregard.1").read_text(encoding="utf-8"), "make man writes it anew"
    assert done.stdout.count("\n.SS enregard ") > 20
    checked = enregard.shell(f"! command -v groff >/dev/null || groff -man -Tascii -ww -z {docs}/enregard.1")
    assert (checked.returncode, checked.stderr) == (0, "")
