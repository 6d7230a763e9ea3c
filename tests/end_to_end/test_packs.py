"""Language packs from the command line: downloaded from a server on the loopback, used without a network."""

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests import word_pack as words
from tests.articles.translating.loopback import Answer, Server
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = [pytest.mark.slow, pytest.mark.loopback]

UNSHARE = shutil.which("unshare")

PACK = "translate-fr_en-2_0.argosmodel"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Whatever is not on the loopback is asked for from a proxy that is not there."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with socket.socket() as keeper:
        keeper.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{keeper.getsockname()[1]}"
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", address + "/")
        yield address


@pytest.fixture(scope="module")
def newer_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a pack that is newer than the pinned one."""
    return words.build(tmp_path_factory.mktemp("newer"), version="2.0")


@pytest.fixture
def server(newer_pack: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server with an index that lists the newer pack, and the pack."""
    with Server().running() as running:
        link = running.at(f"/{PACK}", Answer(newer_pack.read_bytes(), etag='"1"'))
        entry = {"type": "translate", "from_code": "fr", "to_code": "en", "package_version": "2.0"}
        running.at("/index.json", Answer(json.dumps([{**entry, "links": [link]}]).encode()))
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", running.address + "/")
        yield running


def run(*arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """The installed command without a terminal."""
    return subprocess.run(
        [*before, str(COMMAND), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def has_namespaces() -> bool:
    """Whether the network can be taken away from a program."""
    if UNSHARE is None or os.geteuid() != 0:
        return False
    return subprocess.run([UNSHARE, "-n", "true"], capture_output=True, check=False).returncode == 0


def installed() -> list[dict[str, object]]:
    """The packs that are installed, as `packs list --json` has them."""
    listed = json.loads(run("packs", "list", "--json").stdout)
    assert listed["schema"] == 1
    return [row for row in listed["packs"] if row["installed"]]


@pytest.mark.usefixtures("server")
def test_install_then_translate_without_a_network_then_remove(home: Path, tmp_path: Path) -> None:
    done = run("packs", "install", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("installed fr-en 2.0 in ")
    folder = home / "data" / "argos-translate" / "packages" / "fr_en"
    assert folder.is_dir()

    article = tmp_path / "chat.txt"
    article.write_text("Le chat dort.\n\nLe maire parle et le chien mange.")
    known(article)
    cut_off = has_namespaces()
    command, arguments = (UNSHARE, ["-n", str(COMMAND)]) if cut_off else (str(COMMAND), [])
    assert command is not None
    with Terminal([*arguments, str(article)], command=Path(command)) as terminal:
        terminal.until(lambda shown: "The cat sleeps." in shown and "argos fr-en 2.0" in shown)
        terminal.until(lambda shown: "The mayor speaks and the dog eats." in shown)
        terminal.press("q")
        assert terminal.wait() == 0

    done = run("packs", "verify")
    assert (done.returncode, done.stdout) == (0, f"fr-en 2.0 in {folder}: whole\n")
    done = run("packs", "remove", "--yes", "fr-en")
    assert (done.returncode, done.stdout) == (0, f"removed fr-en 2.0 from {folder}\n")
    assert not folder.exists()
    assert installed() == []
    done = run("packs", "remove", "--yes", "fr-en")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_where_no_pack_is_there_is_none_to_verify() -> None:
    done = run("packs", "verify")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no language pack is installed: enregard packs install gets a language pack\n"
    assert json.loads(run("packs", "verify", "--json").stdout)["packs"] == []


def test_list_shows_what_is_there_and_what_can_be_had(word_pack: Path) -> None:
    assert "not installed" in run("packs", "list").stdout
    run("packs", "install", "--yes", str(word_pack))
    shown = run("packs", "list").stdout
    assert [word in shown for word in ("1.0", "1.9", "MB", "not installed")] == [True] * 4
    listed = json.loads(run("packs", "list", "--json").stdout)["packs"]
    assert [(row["direction"], row["version"], row["installed"] is None) for row in listed] == [
        ("fr-en", "1.0", False),
        ("fr-en", "1.9", True),
    ]
    assert Path(listed[0]["installed"]).is_dir()
    assert listed[0]["size"] > 0
    assert listed[1]["size"] == 66_585_033


def test_list_bears_the_codes_of_other_programs(word_pack: Path) -> None:
    run("packs", "install", "--yes", str(word_pack))
    metadata = Path(str(installed()[0]["installed"])) / "metadata.json"
    metadata.write_text(json.dumps({**json.loads(metadata.read_text()), "from_code": "[/red]"}))
    done = run("packs", "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[/red]-en" in done.stdout


def test_an_unknown_file_is_refused_with_its_digest(word_pack: Path) -> None:
    done = run("packs", "install", str(word_pack))
    assert done.returncode == 1
    assert sha256(word_pack.read_bytes()).hexdigest() in done.stderr
    assert "was not installed" in done.stderr
    assert done.stdout == ""
    assert installed() == []


def test_an_unknown_download_is_refused_with_its_digest(server: Server, newer_pack: Path) -> None:
    done = run("packs", "install")
    assert done.returncode == 1
    assert sha256(newer_pack.read_bytes()).hexdigest() in done.stderr
    assert installed() == []


@pytest.mark.usefixtures("server")
def test_a_person_is_asked_about_an_unknown_download(newer_pack: Path) -> None:
    for answer, code in (("n", 1), ("y", 0)):
        with Terminal(["packs", "install"], size=(200, 30)) as terminal:
            terminal.until(lambda shown: "Install it? [y/N]:" in shown)
            assert sha256(newer_pack.read_bytes()).hexdigest() in terminal.shown
            terminal.press(answer + "\r")
            assert terminal.wait() == code
        assert len(installed()) == (code == 0)


def test_a_digest_vouches_for_a_file_or_refuses_it(word_pack: Path) -> None:
    digest = sha256(word_pack.read_bytes()).hexdigest()
    done = run("packs", "install", "--sha256", "0" * 64, str(word_pack))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert digest in done.stderr
    assert installed() == []
    assert run("packs", "install", "--sha256", digest.upper(), str(word_pack)).returncode == 0
    assert len(installed()) == 1
    assert run("packs", "install", "--sha256", digest).returncode == 2


def test_without_a_network_one_line_says_how_to_go_on() -> None:
    done = run("packs", "install")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "Connection refused" in done.stderr
    assert "enregard packs install FILE" in done.stderr


@pytest.mark.skipif(not has_namespaces(), reason="needs a network namespace")
def test_cut_off_from_everything_one_line_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert UNSHARE is not None
    monkeypatch.delenv("HTTPS_PROXY")
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX")
    done = run("packs", "install", before=(UNSHARE, "-n"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "enregard packs install FILE" in done.stderr


def test_an_interrupted_download_is_gone_on_with(server: Server, newer_pack: Path, home: Path) -> None:
    data = newer_pack.read_bytes()
    half = len(data) // 2
    server.at(f"/{PACK}", Answer(data, etag='"1"', stall_after=half), Answer(data, etag='"1"'))
    part = home / "cache" / "enregard" / "downloads" / f"{PACK}.part"
    with Terminal(["packs", "install", "--yes"]) as terminal:
        terminal.until(lambda _: server.stalled.is_set() and part.stat().st_size)
        terminal.press("\x03")
        assert terminal.wait(10) == 130
        assert "Traceback" not in terminal.shown
        assert "stopped" in terminal.shown
    came = part.stat().st_size
    assert 0 < came <= half
    done = run("packs", "install", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert server.asked[-1].range == f"bytes={came}-"
    assert list(part.parent.iterdir()) == []
    assert len(installed()) == 1


def test_the_only_direction_that_is_downloaded_is_the_one_that_the_help_names() -> None:
    [usage] = [line for line in run("packs", "install", "--help").stdout.splitlines() if "Usage:" in line]
    assert usage.endswith("[FILE|fr-en]")
    done = run("packs", "install", "en-fr")
    assert (done.returncode, done.stderr) == (1, "enregard: en-fr is not read by enregard: it reads fr-en\n")


@pytest.mark.parametrize("name", ["README.md", "model/model.bin"])
def test_verify_finds_what_is_lost(word_pack: Path, name: str) -> None:
    run("packs", "install", "--yes", str(word_pack))
    folder = Path(str(installed()[0]["installed"]))
    (folder / name).unlink()
    done = run("packs", "verify")
    assert done.returncode == 1
    assert f"changed or lost: {name}" in done.stdout
    assert done.stderr.startswith("enregard: damaged packs (")
    assert done.stderr.endswith(
        "): enregard packs install installs fr-en again, enregard packs install FILE any other\n"
    )
    assert done.stderr.count("\n") == 1
