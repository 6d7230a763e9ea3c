"""The configuration file: read strictly, its faults named with their line."""

from pathlib import Path

import pytest

from articles import config
from articles.config import Config, ReaderOptions, TranslationOptions
from articles.errors import EnregardError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_defaults_without_a_file(file: Path) -> None:
    assert config.load(file) == Config(
        TranslationOptions(beam=4, batch_tokens=1024, workers=0),
        ReaderOptions(language="", theme="", width=72),
        keys={},
    )


def test_what_is_chosen_counts(file: Path) -> None:
    file.write_text("[translation]\nbeam = 2\n[reader]\nlanguage = 'fr'\ntheme = 'nord'\nwidth = 30\n")
    chosen = config.load(file)
    assert chosen.translation == TranslationOptions(beam=2)
    assert chosen.reader == ReaderOptions(language="fr", theme="nord", width=30)


def test_an_act_has_one_key_or_several_or_none(file: Path) -> None:
    file.write_text('[keys]\ncopy = "y"\nquit = ["q", "ctrl+q"]\nhelp = []\n')
    keys = config.load(file).keys
    assert keys == {"copy": ("y",), "quit": ("q", "ctrl+q"), "help": ()}
    with pytest.raises(TypeError):
        keys["copy"] = ("c",)  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[translation]\n\nbeem = 2\n", "line 3: there is no option beem; known are beam"),
        ("[translation]\nbeam = 'two'\n", "line 2: beam must be a whole number"),
        ("[translation]\nbeam = true\n", "line 2: beam must be a whole number"),
        ("[translation]\nbeam = 0\n", "line 2: beam must be at least 1"),
        ("\n[translations]\n", r"line 2: there is no table \[translations\]"),
        ("translation = 3\n", "line 1: translation is a table"),
        ("[translation\n", "is not TOML"),
        ("[reader]\nlanguage = 'de'\n", 'line 2: language must be one of "", "en", "fr"'),
        ("[reader]\nlanguage = 1\n", "line 2: language must be text, between quotes"),
        ("[reader]\ntheme = false\n", "line 2: theme must be text"),
        ("[reader]\nwidth = 29\n", "line 2: width must be at least 30"),
        ("[keys]\n\ncopy = 3\n", "line 3: copy must be a key or a list of keys"),
        ("[keys]\nquit = 'q'\ncopy = [\n  'y',\n  3,\n]\n", "line 3: copy must be a key"),
        ("[keys.copy]\nkey = 'y'\n", "line 1: copy must be a key"),
        ("[keys]\nbeam = 'b'\n[translation]\nbeam = 0\n", "line 4: beam must be at least 1"),
        ('# beam = 1\n[reader]\ntheme = """\nwidth = 1"""\nwidth = 2 # narrow\n', "line 5: width"),
        ("translation.workers = 1\ntranslation . beam = 0\n", "line 2: beam must be"),
        ("translation = {workers = 1, beam = 0}\n", "line 1: beam must be"),
        ("[reader]\r\n\r\n'width' = 0\r\n", "line 3: width must be"),
    ],
)
def test_faults_are_named_with_their_line(file: Path, text: str, complaint: str) -> None:
    file.write_text(text, newline="")
    with pytest.raises(EnregardError, match=complaint):
        config.load(file)


def test_a_fault_that_others_find_has_its_line(file: Path) -> None:
    file.write_text("[reader]\ntheme = 'nord'\n[keys]\ntheme = 'no-such-key'\n")
    error = config.fault(file, "keys", "theme", "there is no key no-such-key")
    assert str(error) == f"{file}, line 4: there is no key no-such-key"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[reader]\nlanguage = 'fr'\n", "fr"),
        ("[reader]\nlanguage = 'en'\n[translation]\nbeam = 0\n", "en"),
        ("[reader]\nlanguage = ''\n", None),
        ("[reader]\nlanguage = 'de'\n", None),
        ("[reader]\nlanguage = ['fr']\n", None),
        ("reader = 'fr'\n", None),
        ("[reader]\nlanguage = 'fr'\n[keys", None),
        ("", None),
    ],
)
def test_the_language_is_read_whatever_else_is_wrong(file: Path, text: str, language: str | None) -> None:
    file.write_text(text)
    assert config.language(file) == language


def test_there_is_no_language_in_a_file_that_cannot_be_read(file: Path) -> None:
    assert config.language(file) is None
    file.write_bytes(b"\xff\xfe\x00")
    assert config.language(file) is None


def test_what_is_no_text_gets_one_line(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EnregardError, match="cannot be read"):
        config.load(file)
