"""The command line as scripts and people call it: what it prints, where, and what it ends with."""

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from articles import paths
from articles.document import SCHEMA_FILE
from tests.end_to_end.command import Command, home_at

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parent / "golden"
"""What was printed once and read; `GOLDEN=write pytest …` writes it anew, to be read in a diff."""

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def validator(name: str = "") -> "Draft202012Validator":
    """What a command's documents are checked with, or whole ones; it takes a second to import."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]} if name else SCHEMA)


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


def test_what_is_known_already_is_what_is_found_anew(
    documents: list[dict[str, Any]], samples: list[Path], tmp_path: Path
) -> None:
    assert Command(home_at(tmp_path / "own")).documents("analyse", "-q", "--jobs", "1", *samples) == documents


def test_several_articles_are_one_document_a_line_in_their_order(
    documents: list[dict[str, Any]], samples: list[Path]
) -> None:
    assert [each["article"]["source"] for each in documents] == list(map(str, samples))
    for each in documents:
        validator().validate(each)
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


def test_nothing_found_is_no_failure_and_is_said(enregard: Command) -> None:
    enregard.knows("Il pleut.", "Partager")
    for arguments, said in (
        (["quotes"], "no quotes were found"),
        (["actors"], "no actors were found"),
        (["actors", "--kind", "place"], "no places were found"),
        (["summary"], "no sentences to sum up were found"),
    ):
        given = "Partager" if arguments == ["summary"] else "Il pleut."
        done = enregard(*arguments, "-", given=given)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{said}\n")
        assert enregard(*arguments, "-", "--quiet", given=given).stderr == ""


def test_english_that_cannot_be_made_is_told(enregard: Command, tmp_path: Path) -> None:
    lacking = "enregard: 2 sentences have no English: enregard packs install gets a language pack\n"
    given = "« Le pont tient », affirme Jeanne Dumoulin, ingénieure. Il pleut sur le pont."
    enregard.knows(given)
    for arguments in (
        ["summary", "--lang", "en"],
        ["quotes", "--lang", "both", "--json"],
        ["analyse", "--translate", "--json"],
        ["analyse", "--translate"],
        ["show"],
    ):
        done = enregard(*arguments, "-", given=given)
        assert (done.returncode, done.stderr) == (0, lacking)
        assert done.stdout
    assert enregard("summary", "-", given=given).stderr == ""


def test_a_text_that_is_not_french_is_told(enregard: Command, tmp_path: Path) -> None:
    file = tmp_path / "bericht.txt"
    file.write_text("Der Vertrag wurde gestern von allen Ländern unterzeichnet. Niemand ist damit zufrieden.")
    enregard.knows(file)
    said = "bericht.txt seems to be in another language than French (de)\n"
    for arguments in (["summary"], ["actors", "--json"], ["show", "--lang", "fr"], ["translate"], ["export"]):
        assert said in enregard(*arguments, file).stderr
    for arguments in (["summary"], ["export"]):
        assert said not in enregard(*arguments, "--quiet", file).stderr


def test_a_wrong_choice_is_told_before_anything_is_begun(enregard: Command, samples: list[Path]) -> None:
    wrong = Command({**enregard.environment, "ENREGARD_TRANSLATION_BEAM": "0"})
    for arguments in (["summary", "--lang", "en"], ["translate"], ["analyse", "--translate"], ["export"]):
        done = wrong(*arguments, samples[0])
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "enregard: the environment variable ENREGARD_TRANSLATION_BEAM: beam must be at least 1\n"
        )
    assert wrong("actors", samples[0]).returncode == 0


@pytest.mark.parametrize("command", [["analyse", "--json"], ["translate"], ["show"], ["export"]])
def test_a_damaged_library_is_told_of_once(command: list[str], home: Path, tmp_path: Path) -> None:
    library = paths.library_file()
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no library at all" * 500)
    here = Command()
    done = here(*command, "-", given="« Oui », a dit Anne Roux.")
    assert done.stderr.count("the library was damaged: it is kept as ") == 1
    assert "damaged" not in here(*command, "-", given="« Oui », a dit Anne Roux.").stderr


def test_what_is_written_is_said_and_nothing_is_overwritten_unasked(
    enregard: Command, tmp_path: Path
) -> None:
    file = tmp_path / "all.tmx"
    done = enregard("memory", "export", file)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(rf"{file} is written: \d+ segments\n", done.stderr)
    size = file.stat().st_size
    file.write_text("mine")
    done = enregard("memory", "export", file)
    assert (done.returncode, done.stderr) == (
        1,
        f"enregard: {file} is already there: use --force to overwrite it\n",
    )
    assert file.read_text() == "mine"
    done = enregard("memory", "export", "-q", "--force", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.stat().st_size == size


def test_no_memory_is_printed_of_what_could_not_be_read(enregard: Command, tmp_path: Path) -> None:
    done = enregard("translate", "--tmx", tmp_path / "rien.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


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
    enregard.knows(folder / "un.txt", folder / "deux.txt", given)
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
        ["analyse", "--jobs", "1001", "a.txt"],
        ["show", "--lang", "de", "a.txt"],
        ["show", "--width", "1001", "a.txt"],
        ["translate", "--tmx", "--json", "a.txt"],
        ["completion", "tcsh"],
    ):
        done = enregard(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["memory", "stats", "--jsom"], "no such option '--jsom': did you mean '--json'? (enregard"),
        (["packs", "lst"], "no such command 'lst': did you mean 'list'? (enregard packs"),
        (["completion"], "missing argument 'bash|zsh|fish' (enregard completion"),
        (["summary", "-n", "0", "a.txt"], "invalid value for '-n': 0 is not in the range x>=1 (enregard"),
        (["export", "-n", "x", "a.txt"], "invalid value for '-n': 'x' is not a valid whole number (enregard"),
        (["library", "mark", "a"], "give --read or --new (enregard library mark"),
        (["Sommaire"], "Sommaire is neither a file nor a command (enregard"),
        (["packs", "install", "fren"], "fren is neither a file nor a direction like fr-en (enregard packs"),
        (["packs", "verify", "fren"], "fren is no direction like fr-en (enregard packs verify"),
    ],
)
def test_what_is_called_wrongly_is_said_as_everything_else(
    enregard: Command, arguments: list[str], said: str
) -> None:
    assert enregard(*arguments).stderr.startswith(f"enregard: {said}")


def test_a_wrong_call_names_the_help_of_its_command(enregard: Command) -> None:
    for arguments, command in (
        (["summary"], "enregard summary"),
        (["packs", "install", "--sha256"], "enregard packs install"),
        (["packs", "instal"], "enregard packs"),
        (["--pasta"], "enregard"),
    ):
        assert enregard(*arguments).stderr.endswith(f" ({command} --help says more)\n")


def test_an_empty_name_is_a_wrong_call(enregard: Command) -> None:
    for arguments in (
        [""],
        ["quotes", ""],
        ["analyse", "a.txt", ""],
        ["export", ""],
        ["export", "a.txt", "-o", ""],
        ["memory", "import", ""],
        ["memory", "export", ""],
        ["clippings", "export", ""],
        ["packs", "install", ""],
        ["packs", "verify", ""],
        ["library", "add", ""],
        ["library", "backup", ""],
        ["library", "restore", ""],
    ):
        done = enregard(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "the name is empty" in done.stderr


def test_standard_input_is_read_once(enregard: Command) -> None:
    for arguments in (["quotes", "-", "-"], ["translate", "-", "a.txt", "-"], ["-", "-"]):
        done = enregard(*arguments, given="Il pleut.")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("enregard: standard input can be read once (")


def test_a_mistyped_command_is_told_from_a_file(enregard: Command, tmp_path: Path) -> None:
    done = enregard("sumary", "--json", "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "enregard: sumary is neither a file nor a command: did you mean summary?"
        " (enregard --help says more)\n"
    )
    done = enregard("xylophone")
    assert done.stderr == "enregard: xylophone is neither a file nor a command (enregard --help says more)\n"
    for arguments in (["--", "sumary"], ["sumary.txt"], ["./sumary"]):
        done = enregard(*arguments)
        assert (done.returncode, done.stderr.count("does not exist")) == (1, 1)
    (tmp_path / "sumary").write_text("Il pleut.")
    assert "needs a terminal" in Command(enregard.environment, tmp_path)("sumary").stderr


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


def helps(enregard: Command, *group: str) -> dict[tuple[str, ...], str]:
    """The help of a command, and those of the commands that it lists."""
    shown = enregard(*group, "--help").stdout
    listed = shown.partition("Commands:\n")[2].splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert not any(line.endswith("...") for line in listed)
    found = {group: shown}
    for name in names:
        found |= helps(enregard, *group, name)
    return found


def test_every_help_is_short_and_has_two_examples(enregard: Command) -> None:
    known = helps(enregard)
    assert "  --paste " in known.pop(())
    assert len(known) >= 33
    for command, shown in known.items():
        lines = shown.splitlines()
        assert len(lines) <= 32
        assert sum("enregard " in line for line in lines[1:]) >= 2, command


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
    checked = enregard.shell(f"! command -v groff >/dev/null || groff -man -Tutf8 -ww -z {docs}/enregard.1")
    assert (checked.returncode, checked.stderr) == (0, "")
