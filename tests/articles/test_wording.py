"""The language in which the program speaks: whose it is, and what is said in it."""

import errno
import os
import sqlite3
from collections.abc import Iterator

import pytest

from articles import wording
from articles.errors import EnregardError, in_words
from articles.wording import _, megabytes, ngettext, number, percent, reason

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = wording.language_in_use()
    yield
    wording.use(before)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_BE@euro"}, "fr"),
        ({"LANG": "FR_FR.utf8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "POSIX", "LANGUAGE": "fr"}, "en"),
        ({"LANGUAGE": "fr"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "en_GB:fr"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": ""}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for nothing_chosen in (None, ""):
        wording.use(nothing_chosen)
        assert wording.language_in_use() == language


def test_what_is_chosen_goes_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    wording.use("en")
    assert (wording.language_in_use(), _("by hand")) == ("en", "by hand")
    monkeypatch.setenv("LC_ALL", "C")
    wording.use("fr")
    assert (wording.language_in_use(), _("by hand")) == ("fr", "à la main")


def test_what_is_not_in_the_catalogue_is_said_as_it_is() -> None:
    wording.use("fr")
    assert _("no such words are said by this program") == "no such words are said by this program"
    assert _("") == ""


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 0, "segments"),
        ("en", 1, "segment"),
        ("en", 2, "segments"),
        ("fr", 0, "segment"),
        ("fr", 1, "segment"),
        ("fr", 2, "segments"),
    ],
)
def test_one_and_many_are_each_language_s_own(language: str, count: int, said: str) -> None:
    wording.use(language)
    assert ngettext("{count} segment", "{count} segments", count).endswith(f" {said}")


@pytest.mark.parametrize(
    ("language", "value", "digits", "written"),
    [
        ("en", 1_234_567, 0, "1,234,567"),
        ("en", 1_234.56, 1, "1,234.6"),
        ("en", 7, 0, "7"),
        ("fr", 1_234_567, 0, "1\u202f234\u202f567"),
        ("fr", 1_234.56, 1, "1\u202f234,6"),
        ("fr", 7, 0, "7"),
    ],
)
def test_numbers_are_written_as_in_the_language(
    language: str, value: float, digits: int, written: str
) -> None:
    wording.use(language)
    assert number(value, digits) == written


@pytest.mark.parametrize(("language", "written"), [("en", "50%"), ("fr", "50\N{NO-BREAK SPACE}%")])
def test_shares_are_written_as_in_the_language(language: str, written: str) -> None:
    wording.use(language)
    assert percent(50) == written


@pytest.mark.parametrize(
    ("error", "english", "french"),
    [
        (
            PermissionError(errno.EACCES, os.strerror(errno.EACCES), "notes"),
            "Permission denied",
            "permission refusée",
        ),
        (OSError("the disk is tired"), "the disk is tired", "the disk is tired"),
        (TimeoutError(), "TimeoutError", "TimeoutError"),
        (
            sqlite3.DatabaseError("file is not a database"),
            "file is not a database",
            "ce fichier n’est pas une base de données",
        ),
    ],
)
def test_the_system_s_reasons(error: Exception, english: str, french: str) -> None:
    wording.use("en")
    assert reason(error) == english
    wording.use("fr")
    assert reason(error) == french


def test_bytes_are_told_in_millions_as_disks_are_sold() -> None:
    wording.use("en")
    assert (megabytes(66_585_033), megabytes(64_000_000, 0)) == ("66.6 MB", "64 MB")
    wording.use("fr")
    assert megabytes(66_585_033) == "66,6\u00a0Mo"


def test_an_error_is_punctuated_as_in_the_language() -> None:
    error = EnregardError("a.txt", "b")
    wording.use("en")
    assert str(error) == "a.txt: b"
    wording.use("fr")
    assert str(error) == "a.txt\u00a0: b"
    assert str(EnregardError("a.txt")) == "a.txt"


@pytest.mark.parametrize(
    ("error", "hint", "said"),
    [
        (EnregardError("a.txt is a folder", "name a file in it"), "", "a.txt is a folder: name a file in it"),
        (KeyError("x"), "", "something went wrong (KeyError: 'x')"),
        (KeyError("x"), "look again", "something went wrong (KeyError: 'x'): look again"),
    ],
)
def test_what_nobody_foresaw_is_told_as_such(error: Exception, hint: str, said: str) -> None:
    wording.use("en")
    assert in_words(error, hint) == said
