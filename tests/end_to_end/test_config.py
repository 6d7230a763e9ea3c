"""The configuration from the command line: written, shown with where it comes from, its faults explained."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from articles import choices, paths
from articles.choices import Choices
from articles.config import Option, options
from articles.store import database
from tests.end_to_end.emitted import controls
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND
from tui.acts import acts
from tui.keymap import checked

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that chooses nothing."""
    for name in [name for name in os.environ if name.startswith("ENREGARD_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def file(home: Path) -> Path:
    """Where the configuration file is; it is not there yet."""
    return home / "config" / "enregard" / "config.toml"


@pytest.fixture
def broken(file: Path) -> Path:
    """A file in which something is wrong."""
    file.parent.mkdir(parents=True)
    file.write_text("[reader]\nwidth = 40\n\n[translation]\nbeam = 0\n")
    return file


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command, without a terminal."""
    return subprocess.run(
        [str(COMMAND), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, **environment},
    )


def rows(**environment: str) -> dict[tuple[str, str], dict[str, Any]]:
    """What is shown for scripts, by table and option."""
    done = run("config", "show", "--json", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    return {(row["table"], row["option"]): row for row in document["config"]}


def default_of(option: Option) -> dict[str, Any]:
    return {
        "table": option.table,
        "option": option.name,
        "value": option.default,
        "from": "default",
        "where": None,
    }


def test_without_a_file_everything_is_as_it_is_by_itself(file: Path) -> None:
    found = rows()
    for option in options():
        assert found.pop((option.table, option.name)) == default_of(option)
    assert [name for _table, name in found] == list(acts())
    assert {(table, row["from"], row["where"]) for (table, _name), row in found.items()} == {
        ("keys", "default", None)
    }
    done = run("config", "show")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{file} is not there: enregard config init writes it\n")
    assert re.search(r"^translation\.beam +4 +default *$", done.stdout, re.MULTILINE)
    assert re.search(r'^keys\.find +\["/"\] +default *$', done.stdout, re.MULTILINE)
    assert "ARGOS_DEVICE_TYPE" in done.stdout
    assert not file.parent.exists()


def test_the_file_is_written_once(file: Path) -> None:
    done = run("config", "path")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{file}\n", "")
    done = run("config", "init")
    assert (done.returncode, done.stderr) == (0, "")
    assert str(file) in done.stdout
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)

    file.write_text("[reader]\nwidth = 40\n")
    done = run("config", "init")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "is already there: " in done.stderr
    assert "--force" in done.stderr
    assert rows()["reader", "width"]["value"] == 40
    assert run("config", "init", "--force").returncode == 0
    assert rows()["reader", "width"]["from"] == "default"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_written_loads_as_it_is_and_uncommented(file: Path, language: str) -> None:
    by_itself = rows()
    assert run("config", "init", ENREGARD_READER_LANGUAGE=language).returncode == 0
    assert rows() == by_itself
    written = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^#", "", written), encoding="utf-8")
    found = rows()
    assert {name: row["value"] for name, row in found.items()} == {
        name: row["value"] for name, row in by_itself.items()
    }
    lines = file.read_text(encoding="utf-8").split("\n")
    for (_table, name), row in found.items():
        path, _colon, line = row["where"].rpartition(":")
        assert (row["from"], path) == ("file", str(file))
        assert lines[int(line) - 1].startswith(f" {name} = ")
    keys = {name: tuple(row["value"]) for (table, name), row in found.items() if table == "keys"}
    assert checked(keys, file) == {act.id: act.keys for act in acts().values()}


def test_what_is_written_speaks_the_language_in_use(file: Path) -> None:
    for language, word, other in (
        ("en", "Leave the reader", "Quitter le lecteur"),
        ("fr", "Quitter le lecteur", "Leave the reader"),
    ):
        assert run("config", "init", "--force", ENREGARD_READER_LANGUAGE=language).returncode == 0
        written = file.read_text(encoding="utf-8")
        assert (word in written, other in written) == (True, False)


def test_each_value_is_shown_with_where_it_comes_from(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('[translation]\n\nbeam = 3\nworkers = 2\n[keys]\ncopy = "y"\nhelp = []\n')
    chosen = {"ENREGARD_TRANSLATION_BEAM": "2", "ENREGARD_READER_THEME": "nord", "ARGOS_DEVICE_TYPE": "auto"}
    found = rows(**chosen)
    shown = run("config", "show", **chosen, COLUMNS="200").stdout
    assert shown.startswith(f"{file}\n")
    for table, name, value, origin, where, words in (
        ("translation", "beam", 2, "environment", "ENREGARD_TRANSLATION_BEAM", None),
        ("translation", "workers", 2, "file", f"{file}:4", "file, line 4"),
        ("reader", "theme", "nord", "environment", "ENREGARD_READER_THEME", None),
        ("reader", "width", 72, "default", None, "default"),
        ("keys", "copy", ["y"], "file", f"{file}:6", "file, line 6"),
        ("keys", "help", [], "file", f"{file}:7", "file, line 7"),
        ("keys", "edit", ["e"], "default", None, "default"),
    ):
        row = {"table": table, "option": name, "value": value, "from": origin, "where": where}
        assert found[table, name] == row
        [line] = [line for line in shown.splitlines() if line.startswith(f"{table}.{name} ")]
        assert re.split(r" {2,}", line.strip()) == [
            f"{table}.{name}",
            json.dumps(value),
            words or f"environment, {where}",
        ]
    assert "auto" in shown.splitlines()[-1]


def test_a_theme_that_was_chosen_in_the_reader_is_shown(file: Path) -> None:
    with database.opened(paths.library_file()) as connection:
        choices.keep(connection, Choices(), Choices(theme="nord"))
    row = rows()["reader", "theme"]
    assert (row["value"], row["from"], row["where"]) == ("nord", "reader", None)
    assert re.search(r'reader\.theme +"nord" +chosen in the reader', run("config", "show").stdout)
    assert rows(ENREGARD_READER_THEME="gruvbox")["reader", "theme"]["from"] == "environment"


def test_what_drives_a_terminal_is_not_let_through(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('[reader]\ntheme = "\\u001b[31m\\u009b2J"\n')
    shown = run("config", "show", ARGOS_DEVICE_TYPE="\x1b[2J").stdout
    assert re.search(r"reader\.theme +\"\\u001b\[31m\\u009b2J\"", shown)
    assert controls(shown) == set()
    theme = "\x9b31m\u202e"
    told = run("config", "show", "--json", ENREGARD_READER_THEME=theme).stdout
    assert controls(told) == set()
    assert rows(ENREGARD_READER_THEME=theme)["reader", "theme"]["value"] == theme


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "[reader]\n\nwidht = 40\n",
            "line 3: there is no option widht; known are language, theme, width, motion",
        ),
        ("[reader]\nwidth = 'wide'\n", "line 2: width must be a whole number"),
        ("[reader]\nwidth = 72\n[themes]\n", "line 3: there is no table [themes]"),
        ("[keys]\ncopie = 'y'\n", "line 2: there is nothing called copie that a key could do"),
        ("[keys]\nquit = 'q'\ncopy = 'no-such-key'\n", "line 3: there is no key no-such-key"),
        ("[keys]\ncopy = 'q'\n", "line 2: the key q would do two things"),
        ("[reader\n", "is not TOML"),
    ],
)
def test_what_is_wrong_is_explained_with_its_line(file: Path, text: str, complaint: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text)
    for arguments in (["config", "show"], ["config", "show", "--json"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert str(file) in done.stderr
        assert complaint in done.stderr
    assert run("config", "path").returncode == 0


def test_a_wrong_variable_is_named() -> None:
    for arguments in (["config", "show"], []):
        done = run(*arguments, ENREGARD_TRANSLATION_BEAM="deux")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            "enregard: the environment variable ENREGARD_TRANSLATION_BEAM: beam must be a whole number\n"
        )


def test_the_environment_chooses_the_language_of_the_command_line() -> None:
    assert run("--help", ENREGARD_READER_LANGUAGE="fr").stdout.startswith("Utilisation\u00a0: ")
    assert run("--help", LANG="fr_FR.UTF-8", ENREGARD_READER_LANGUAGE="en").stdout.startswith("Usage: ")


def test_whoever_translates_tells_what_is_wrong_and_a_pack_can_still_be_installed(
    broken: Path, word_pack: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le chat\n\nLe chat dort. La ville mange.\n")
    known(article)
    assert run("packs", "install", "--yes", str(word_pack)).returncode == 0
    for arguments in (["library", "add", "--translate", str(article)], ["export", str(article)]):
        done = run(*arguments)
        assert done.returncode == 1
        assert f"{broken}, line 5: beam must be at least 1" in done.stderr
    broken.write_text("[translation]\nbeam = 1\n")
    assert run("library", "add", "--translate", str(article)).returncode == 0
    assert "The cat" in run("export", str(article)).stdout
