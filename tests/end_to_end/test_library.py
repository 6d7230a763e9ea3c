"""The library from the command line: filled, searched, checked, copied, translated ahead, interrupted."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "presse"
    path.mkdir()
    (path / "chat.txt").write_text("Le chat\n\nLe chat dort. La ville mange.")
    (path / "maire.txt").write_text("Le maire\n\nLe maire parle. Le chien dort. Été comme hiver.")
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command without a terminal."""
    return subprocess.run(
        [str(COMMAND), "library", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def rows(*arguments: str) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON."""
    done = run(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    found: list[dict[str, Any]] = document["library"]
    return found


def titles(*arguments: str) -> list[str]:
    return [row["title"] for row in rows("list", *arguments)]


def test_articles_are_added_listed_searched_and_removed(folder: Path) -> None:
    done = run("list")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "",
        "no article was found: enregard library add FILE adds one\n",
    )
    done = run("add", str(folder), "--tag", "Presse")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("added ") == 2
    assert titles() == ["Le maire", "Le chat"]
    assert titles("--sort", "title") == ["Le chat", "Le maire"]
    assert titles("--tag", "presse", "--limit", "1") == ["Le maire"]
    assert titles("--state", "read") == []
    lines = [line.split("\t") for line in run("list").stdout.splitlines()]
    assert [line[1:3] + line[4:6] for line in lines] == [
        ["new", "0%", title, "Presse"] for title in ("Le maire", "Le chat")
    ]
    assert [line[0] for line in lines] == [row["id"][:8] for row in rows("list")]

    [hit] = rows("search", "ete", "hiv")
    assert (hit["article"]["title"], hit["french"]) == ("Le maire", "Été comme hiver.")
    assert "Été comme hiver." in run("search", "hiver").stdout
    done = run("search", "montagne")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "nothing was found\n")

    done = run("remove", "--yes", "le")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert all(title in done.stderr for title in ("Le chat", "Le maire"))
    done = run("remove", "chat")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert run("remove", "--yes", "chat").returncode == 0
    [row] = rows("remove", "--yes", rows("list")[0]["id"][:8])
    assert row["title"] == "Le maire"
    assert titles() == []
    assert run("remove", "--yes", "chat").returncode == 1
    assert run("remove", "--undo").stdout.endswith("Le maire is back\n")
    [row] = rows("remove", "--undo", "chat")
    assert row["title"] == "Le chat"
    assert "--undo brings it back" in run("remove", "--yes", "chat").stderr
    assert run("remove", "--undo", "chien").returncode == 1
    assert run("remove").returncode == 2
    assert titles() == ["Le maire"]


def test_articles_are_marked_tagged_and_noted(folder: Path) -> None:
    run("add", str(folder))
    [row] = rows("mark", "chat", "--read")
    assert (row["title"], row["state"]) == ("Le chat", "read")
    done = run("mark", "--new", row["id"][:8])
    assert (done.returncode, done.stdout) == (0, f"{row['id'][:8]} Le chat is marked as new\n")
    assert titles("--state", "read") == []

    [row] = rows("tag", "le", "chat", "--add", "Presse", "--add", "#à lire")
    assert row["tags"] == ["à lire", "Presse"]
    done = run("tag", "chat", "--remove", "A LIRE", "--add", "bêtes")
    assert done.stdout.endswith("Le chat has these tags: bêtes, Presse\n")
    assert run("tag", "maire").stdout.endswith("Le maire has no tags\n")
    assert titles("--tag", "presse") == ["Le chat"]

    [row] = rows("note", "maire", "À relire\navant jeudi")
    assert row["note"] == "À relire\navant jeudi"
    done = run("note", "maire", "À citer")
    assert done.stdout.endswith("Le maire has this note: À citer\n")
    assert [hit["in_note"] for hit in rows("search", "citer")] == [True]
    assert run("note", "maire", "").stdout.endswith("Le maire has no note\n")
    assert rows("search", "citer") == []

    for arguments in (["mark", "le", "--read"], ["tag", "chien", "--add", "a"], ["note", "chien", "a"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_a_title_that_is_said_whole_names_its_article(folder: Path) -> None:
    (folder / "dort.txt").write_text("Le chat dort\n\nIl pleut.")
    run("add", str(folder))
    [row] = rows("remove", "--yes", "le", "chat")
    assert row["title"] == "Le chat"


def test_a_search_takes_tags_as_the_reader_does(folder: Path) -> None:
    run("add", str(folder / "chat.txt"), "--tag", "Été")
    run("add", str(folder / "maire.txt"))
    [found] = rows("search", "#ete")
    assert (found["article"]["title"], found["sentence"], found["matches"]) == ("Le chat", None, 0)
    assert run("search", "#ete").stdout.endswith(" Le chat\n")
    assert [hit["french"] for hit in rows("search", "#été", "ville")] == ["La ville mange."]
    assert rows("search", "#été", "maire") == rows("search", "#") == []


def test_where_articles_are_from_is_listed_where_there_is_room(folder: Path) -> None:
    run("add", str(folder))
    for columns, has_source in ((80, False), (120, True)):
        with Terminal(["library", "list"], size=(columns, 30)) as terminal:
            assert terminal.wait() == 0
            assert ("chat.txt" in terminal.shown) is has_source


def test_one_file_of_many_that_fails_is_told_and_the_others_are_added(folder: Path) -> None:
    done = run("add", str(folder / "rien.txt"), str(folder / "chat.txt"))
    assert done.returncode == 1
    first, last = done.stderr.splitlines()
    assert "rien.txt does not exist" in first
    assert "1 article could not be added" in last
    assert titles() == ["Le chat"]
    done = run("add", str(folder / "rien.txt"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["add"],
        ["search"],
        ["list", "--state", "half"],
        ["backup"],
        ["x"],
        ["mark"],
        ["mark", "chat"],
        ["tag"],
        ["note", "chat"],
    ],
)
def test_called_wrongly_it_exits_with_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_copy_brings_back_what_was(folder: Path, tmp_path: Path, home: Path) -> None:
    run("add", str(folder))
    copy = tmp_path / "copy.sqlite"
    [written] = rows("backup", str(copy))
    assert written == {"file": str(copy), "size": copy.stat().st_size}
    done = run("backup", str(copy))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"enregard: {copy} is already there: use --force to overwrite it\n"
    assert run("backup", "--force", str(copy)).returncode == 0
    run("remove", "--yes", "chat")
    [restored] = rows("restore", str(copy))
    assert Path(restored["kept"]).parent == home / "data" / "enregard"
    assert titles() == ["Le maire", "Le chat"]
    done = run("restore", str(folder / "chat.txt"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    [checked] = rows("check")
    assert (checked["whole"], checked["articles"], checked["problems"]) == (True, 2, [])
    assert "all is well" in run("check").stdout


def test_a_damaged_library_is_set_aside_and_told_once(folder: Path, home: Path) -> None:
    run("add", str(folder))
    library = home / "data" / "enregard" / "library.sqlite"
    library.write_bytes(b"no database" * 1000)
    done = run("list")
    assert done.returncode == 0
    assert "the library was damaged" in done.stderr.splitlines()[0]
    assert [each.name for each in library.parent.iterdir() if "damaged" in each.name]
    assert "damaged" not in run("list").stderr


def test_a_check_of_a_damaged_library_says_so_and_replaces_nothing(folder: Path, home: Path) -> None:
    run("add", str(folder))
    library = home / "data" / "enregard" / "library.sqlite"
    damaged = bytearray(library.read_bytes())
    damaged[12_288::7] = b"A" * len(damaged[12_288::7])
    library.write_bytes(damaged)
    for _time in range(2):
        done = run("check")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "is damaged (" in done.stderr
        assert "enregard library restore FILE" in done.stderr
        assert library.read_bytes() == damaged
    done = run("check", "--json")
    [row] = json.loads(done.stdout)["library"]
    assert (done.returncode, row["whole"], len(row["problems"]) > 0) == (1, False, True)
    assert "the library was damaged" in run("list").stderr
    assert run("check").stdout.endswith("all is well\n")


def test_translating_ahead_makes_the_english_searchable(folder: Path, word_pack: Path) -> None:
    done = run("add", "--translate", str(folder))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "enregard packs install" in done.stderr
    assert titles() == ["Le maire", "Le chat"]
    subprocess.run([str(COMMAND), "packs", "install", "--yes", str(word_pack)], check=True, timeout=60)
    done = run("add", "--translate")
    assert (done.returncode, done.stderr) == (0, "")
    [hit] = rows("search", "sleeps", "town")
    assert hit["article"]["title"] == "Le chat"
    [checked] = rows("check")
    assert checked["queue"] == 0


def test_interrupted_it_ends_with_130_and_keeps_what_was_done(
    tmp_path: Path, word_pack: Path, home: Path
) -> None:
    subprocess.run([str(COMMAND), "packs", "install", "--yes", str(word_pack)], check=True, timeout=60)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        lines = " ".join(
            f"Le chat {number} {each} mange dans la ville et le maire parle." for each in range(30)
        )
        (folder / f"{number}.txt").write_text(lines)
    run("add", str(folder))
    library = home / "data" / "enregard" / "library.sqlite"

    def count(table: str) -> int:
        with closing(sqlite3.connect(library)) as connection:
            return int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])

    with Terminal(["library", "add", "--translate", str(folder)]) as terminal:
        terminal.until(lambda _: count("segments"))
        terminal.press("\x03")
        assert terminal.wait() == 130
        assert "Traceback" not in terminal.shown
        assert "stopped" in terminal.shown
    done, left = count("segments"), count("queue")
    assert done > 0
    assert 0 < left <= 400
    assert [row["whole"] for row in rows("check")] == [True]
    with Terminal(["library", "add", "--translate"]) as terminal:
        terminal.until(lambda _: count("segments") > done)
        terminal.press("\x03")
        assert terminal.wait() == 130
    assert count("queue") <= left
