"""What a shell completes, once it has read what `enregard completion` prints."""

import shlex
from pathlib import Path

import pytest

from articles.translating.installing import install_from_file
from tests.end_to_end.command import Command

pytestmark = pytest.mark.slow

IN_BASH = r"""
eval "$(enregard completion bash)"
compopt() { :; }
COMP_WORDS=(enregard "$@")
COMP_CWORD=$#
$(complete -p enregard | grep -oE -- '-F [^ ]+' | cut -c 4-) enregard
printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def here(tmp_path: Path) -> Command:
    """The command in a folder with files in it."""
    folder = tmp_path / "here"
    (folder / "quotations").mkdir(parents=True)
    for name in ("article.txt", "été à Autun.txt", "quinze.argosmodel"):
        (folder / name).touch()
    return Command(folder=folder)


def in_bash(here: Command, *words: str) -> list[str]:
    """What bash offers for the last of `words`, as they are typed."""
    done = here.shell(f"set -- {shlex.join(words)}\n{IN_BASH}")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.split("\n")[:-1]


def test_bash_offers_commands_and_files(here: Command) -> None:
    offered = in_bash(here, "")
    assert {"analyse", "quotes", "completion"} < set(offered)
    assert {"article.txt", "été à Autun.txt", "quotations"} < set(offered)
    assert in_bash(here, "qu") == ["quinze.argosmodel", "quotations", "quotes"]
    assert in_bash(here, "é") == ["été à Autun.txt"]
    assert in_bash(here, "--pa") == ["--paste"]
    assert in_bash(here, "actors", "--kind", "p") == ["person", "place"]


def test_bash_offers_files_and_packs_where_they_are_wanted(here: Command, word_pack: Path) -> None:
    assert in_bash(here, "packs", "install", "qui") == ["quinze.argosmodel"]
    assert in_bash(here, "export", "a") == ["article.txt"]
    assert in_bash(here, "packs", "remove", "") == [""]
    install_from_file(word_pack)
    for command in ("remove", "verify"):
        assert in_bash(here, "packs", command, "") == ["fr-en"]


def test_the_other_shells_are_told_whole_sentences(here: Command) -> None:
    asked = "env COMP_WORDS='enregard ' _ENREGARD_COMPLETE={shell}_complete {more} enregard"
    told = here.shell(asked.format(shell="fish", more="COMP_CWORD=")).stdout.splitlines()
    assert "plain,actors\tThe people, organisations and places in..." in told
    assert "string split -m 1 ," in here("completion", "fish").stdout
    told = here.shell(asked.format(shell="zsh", more="COMP_CWORD=1")).stdout.splitlines()
    assert told[:4] == ["file", "", "_", "plain"]
    assert '"${response[@]}"' in here("completion", "zsh").stdout
