"""The configuration file: read strictly, its faults named with their line."""

from pathlib import Path

import pytest

from articles import config
from articles.config import Config, TranslationOptions
from articles.errors import EnregardError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_defaults_without_a_file(file: Path) -> None:
    assert config.load(file) == Config(TranslationOptions(beam=4, batch_tokens=1024, workers=0))


def test_what_is_chosen_counts(file: Path) -> None:
    file.write_text("[translation]\nbeam = 2\n")
    assert config.load(file).translation == TranslationOptions(beam=2)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[translation]\n\nbeem = 2\n", "line 3: there is no option beem; known are beam"),
        ("[translation]\nbeam = 'two'\n", "line 2: beam must be of type int"),
        ("[translation]\nbeam = true\n", "line 2: beam must be of type int"),
        ("[translation]\nbeam = 0\n", "line 2: beam must be at least 1"),
        ("\n[translations]\n", r"line 2: there is no table \[translations\]"),
        ("translation = 3\n", "line 1: translation is a table"),
        ("[translation\n", "is not TOML"),
    ],
)
def test_faults_are_named_with_their_line(file: Path, text: str, complaint: str) -> None:
    file.write_text(text)
    with pytest.raises(EnregardError, match=complaint):
        config.load(file)


def test_what_is_no_text_gets_one_line(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(EnregardError, match="cannot be read"):
        config.load(file)
