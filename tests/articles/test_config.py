"""What is chosen in the file and the environment: read strictly, its faults named with line or variable."""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import config, wording
from articles.config import AnalysisOptions, Config, Origin, ReaderOptions, Setting, TranslationOptions
from articles.configuring.reference import reference
from articles.configuring.template import ActKeys, as_toml, template, write
from articles.errors import EnregardError

ACTS = [
    ("Moving", [ActKeys("down", ("j", "]"), "One down"), ActKeys("pane-up", ("k",), "One up")]),
    ("Leaving", [ActKeys("quit", (), 'Out of "it"')]),
]


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is chosen in the environment, and the language is what it was."""
    for name in [name for name in os.environ if name.startswith("ENREGARD_")]:
        monkeypatch.delenv(name)
    before = wording.language_in_use()
    yield
    wording.use(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_defaults_without_a_file(file: Path) -> None:
    assert config.load(file) == Config(
        TranslationOptions(beam=4, batch_tokens=1024, workers=0),
        AnalysisOptions(idle_minutes=5),
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
        ("[reader]\nmotion = 1\n", "line 2: motion must be true or false"),
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


def test_a_number_that_no_machine_reads_gets_one_line(file: Path) -> None:
    file.write_text(f"[translation]\nbeam = {'9' * 5_000}\n")
    with pytest.raises(EnregardError, match="is not TOML"):
        config.load(file)
    assert config.language(file) is None


def test_a_byte_order_mark_is_no_fault(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf[reader]\nlanguage = 'fr'\nwidth = 0\n")
    assert config.language(file) == "fr"
    with pytest.raises(EnregardError, match="line 3: width"):
        config.load(file)


_OTHER_LINES = st.sampled_from(
    [
        "",
        "  ",
        "# beam = 0",
        "#",
        "[reader]\ntheme = '''\n[translation]\nbeam = 0\n'''",
        "[keys]\ncopy = [\n # y\n 'y',\n]",
    ]
)


@given(
    before=st.lists(_OTHER_LINES, max_size=8, unique=True),
    between=st.lists(st.sampled_from(["", "# beam = 1", "\t#"]), max_size=4),
)
def test_the_line_is_the_one_on_which_it_stands(
    before: list[str], between: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("lines") / "config.toml"
    lines = "\n".join([*before, "[translation]", *between, "beam = 0", ""]).split("\n")
    file.write_text("\n".join(lines))
    line = len(lines) - 1
    with pytest.raises(EnregardError, match=rf"line {line}: beam must be at least 1"):
        config.load(file)


@pytest.fixture
def chosen(file: Path) -> Path:
    """A file in which some things are chosen."""
    file.write_text("[translation]\n\nbeam = 2\n[keys]\ncopy = 'y'\n[reader]\nlanguage = 'fr'\n")
    return file


def test_the_environment_goes_before_the_file(chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENREGARD_TRANSLATION_BEAM", "3")
    monkeypatch.setenv("ENREGARD_TRANSLATION_BATCH_TOKENS", "64")
    monkeypatch.setenv("ENREGARD_READER_THEME", "nord")
    loaded = config.load(chosen)
    assert loaded.translation == TranslationOptions(beam=3, batch_tokens=64)
    assert loaded.reader == ReaderOptions(language="fr", theme="nord")
    assert loaded.keys == {"copy": ("y",)}
    assert config.load(chosen.with_name("none.toml")).translation.beam == 3


def test_an_empty_variable_is_not_set(chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRANSLATION_BEAM", "READER_LANGUAGE", "READER_WIDHT", "KEYS_COPY"):
        monkeypatch.setenv(f"ENREGARD_{name}", "")
    assert config.load(chosen).translation.beam == 2
    assert config.language(chosen) == "fr"


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("TRANSLATION_BEAM", "two", "beam must be a whole number"),
        ("TRANSLATION_BEAM", "2.0", "beam must be a whole number"),
        ("TRANSLATION_BEAM", "0", "beam must be at least 1"),
        ("TRANSLATION_WORKERS", "9" * 5_000, "workers must be a whole number"),
        ("READER_LANGUAGE", "de", 'language must be one of "", "en", "fr"'),
        ("READER_THEME", "\udcff", "it is not UTF-8"),
        ("READER_MOTION", "perhaps", "motion must be true or false"),
        ("READER_WIDHT", "80", "there is no such option; known are ENREGARD_READER_LANGUAGE, "),
        ("KEYS_COPY", "y", "keys are chosen in the configuration file only"),
    ],
)
def test_wrong_variables_are_named(
    file: Path, name: str, value: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"ENREGARD_{name}", value)
    for door in (config.load, config.settled):
        with pytest.raises(EnregardError) as error:
            door(file)
        assert str(error.value).startswith(f"the environment variable ENREGARD_{name}: {complaint}")


def test_what_is_called_after_no_table_is_none_of_ours(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENREGARD_HOME", "/nowhere")
    monkeypatch.setenv("ENREGARD", "1")
    assert config.load(file) == Config()


def test_the_language_of_the_environment_goes_before_the_file(
    chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENREGARD_READER_LANGUAGE", "en")
    assert config.language(chosen) == "en"
    monkeypatch.setenv("ENREGARD_READER_LANGUAGE", "de")
    assert config.language(chosen) == "fr"


def test_each_value_says_where_it_comes_from(chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENREGARD_READER_LANGUAGE", "en")
    monkeypatch.setenv("ENREGARD_READER_WIDTH", "60")
    monkeypatch.setenv("ENREGARD_READER_MOTION", "False")
    assert config.settled(chosen) == (
        Setting("translation", "beam", 2, Origin.FILE, 3),
        Setting("translation", "batch_tokens", 1024),
        Setting("translation", "workers", 0),
        Setting("translation", "idle_minutes", 5),
        Setting("analysis", "idle_minutes", 5),
        Setting("reader", "language", "en", Origin.ENVIRONMENT),
        Setting("reader", "theme", ""),
        Setting("reader", "width", 60, Origin.ENVIRONMENT),
        Setting("reader", "motion", False, Origin.ENVIRONMENT),
        Setting("keys", "copy", ("y",), Origin.FILE, 5),
    )


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_what_is_written_first_chooses_nothing(file: Path, language: str) -> None:
    wording.use(language)
    write(file, template(ACTS))
    assert config.load(file) == Config()
    assert {each.origin for each in config.settled(file)} == {Origin.DEFAULT}


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_with_every_line_uncommented_it_chooses_what_holds_anyway(file: Path, language: str) -> None:
    wording.use(language)
    file.write_text(re.sub("(?m)^#", "", template(ACTS)), encoding="utf-8")
    loaded = config.load(file)
    assert (loaded.translation, loaded.reader) == (TranslationOptions(), ReaderOptions())
    assert loaded.keys == {"down": ("j", "]"), "pane-up": ("k",), "quit": ()}
    settings = config.settled(file)
    assert {each.origin for each in settings} == {Origin.FILE}
    lines = file.read_text(encoding="utf-8").splitlines()
    assert all(lines[(each.line or 0) - 1].startswith(f" {each.option} = ") for each in settings)
    assert len(settings) == len(config.options()) + 3


def test_every_option_is_told_with_its_help_and_its_limits() -> None:
    wording.use("en")
    told = template(ACTS)
    for field in (*fields(TranslationOptions), *fields(ReaderOptions)):
        assert f"\n# {field.name} = " in told
        assert f"_{field.name.upper()}` |" in reference()
    for option in config.options():
        assert option.help in " ".join(told.replace("\n## ", " ").split())
        assert option.help in reference()
    assert "## Cells: the widest a column of text may be. At least 30.\n# width = 72\n" in told
    assert 'One of "", "en", "fr".\n# language = ""\n' in told
    assert '# down = ["j", "]"]  # One down' in told
    assert max(map(len, told.splitlines())) <= 110


@given(st.text() | st.integers() | st.lists(st.text()).map(tuple))
def test_a_value_is_written_as_toml_reads_it(value: str | int | tuple[str, ...]) -> None:
    written = as_toml(value)
    back = tomllib.loads(f"a = {written}")["a"]
    assert (tuple(back) if isinstance(back, list) else back) == value
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_the_file_is_for_its_owner_and_so_is_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "enregard" / "config.toml"
    write(file, "[reader]\n")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_what_is_there_is_kept_unless_it_is_to_be_overwritten(file: Path) -> None:
    file.write_text("[reader]\nwidth = 40\n")
    with pytest.raises(EnregardError, match=r"is already there: edit it, or use --force"):
        write(file, "[reader]\n")
    assert config.load(file).reader.width == 40
    write(file, "[reader]\n", force=True)
    assert config.load(file) == Config()
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == ["config.toml"]


def test_a_link_to_the_file_stays_a_link(file: Path) -> None:
    kept = file.parent / "dotfiles" / "enregard.toml"
    file.symlink_to(kept)
    with pytest.raises(EnregardError, match="is already there"):
        write(file, "[reader]\n")
    write(file, "[reader]\n", force=True)
    assert (file.is_symlink(), kept.read_text()) == (True, "[reader]\n")


def test_where_it_cannot_be_written_there_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for force in (False, True):
        with pytest.raises(EnregardError, match="is a folder"):
            write(tmp_path, "", force=force)
        with pytest.raises(EnregardError, match="cannot be made"):
            write(tmp_path / "file" / "enregard" / "config.toml", "", force=force)
